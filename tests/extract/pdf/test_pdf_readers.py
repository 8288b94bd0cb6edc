"""Both PDF readers give the same canvas: glyphs, rules, fills and shapes as they are seen on the page.

The pages are written by hand in PDF's own operators, 400 × 300 points unless said otherwise; y counts from the bottom
there and from the top in a canvas.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from canvas_builder import lines_of
from raw_pdf import document, form, page, stream

from pledgecards.extract.layout import lay_out
from pledgecards.extract.pdf import READERS, open_pdf
from pledgecards.extract.pdf.canvas import Canvas


@pytest.fixture(params=READERS)
def read(request: pytest.FixtureRequest) -> Callable[[bytes], Canvas]:
    """Reads the first page with each of the readers in turn."""

    def first_page(data: bytes) -> Canvas:
        with open_pdf(data, request.param) as file:
            canvas = next(file.pages())
        assert isinstance(canvas, Canvas), canvas
        return canvas

    return first_page


Read = Callable[[bytes], Canvas]


def words(canvas: Canvas) -> list[str]:
    """What is printed, left to right in lines from top to bottom, gaps and spaces as one space."""
    glyphs = sorted(
        (
            (round(float(box[3])), float(box[0]), float(box[2]), char)
            for char, box in zip(canvas.text, canvas.boxes, strict=True)
        ),
    )
    lines: dict[int, str] = {}
    ends: dict[int, float] = {}
    for base, left, right, char in glyphs:
        gap = " " if left - ends.get(base, left) > 2 else ""
        lines[base] = lines.get(base, "") + gap + char
        ends[base] = right
    return [word for line in lines.values() for word in line.split()]


def rules(canvas: Canvas) -> list[list[float]]:
    return sorted([round(float(value), 1) for value in rule] for rule in canvas.rules)


def test_glyphs_have_text_box_style_and_turn(read: Read) -> None:
    canvas = read(page(b"BT 1 0 0 rg /F2 10 Tf 50 200 Td (Hi) Tj ET"))
    assert canvas.text == "Hi"
    style = canvas.styles[canvas.style[0]]
    assert (style.font, style.size, style.bold, style.colour) == ("Helvetica-Bold", 10.0, True, 0xFF0000)
    # H of Helvetica-Bold is 722 wide; the box reaches 0.86 of the size above the baseline (y 100 from the top) and 0.14 below.
    np.testing.assert_allclose(canvas.boxes[0], [50, 91.4, 57.22, 101.4], atol=0.05)
    assert canvas.turn.tolist() == [0, 0]
    assert (canvas.width, canvas.height, canvas.number) == (400, 300, 1)


def test_a_font_drawn_in_pixels_is_as_large_as_it_draws(read: Read) -> None:
    """Set at the size of a pixel, a tenth of a point, its signs of 80 by 50 pixels are 8 points high and no dust: one that has no Unicode
    value is told as such, not left out (`'19. 6.` would read `6`)."""
    square = stream(b"60 0 0 0 50 80 d1 0 0 50 80 re f")
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FontBBox [0 0 50 80] /FirstChar 1 /LastChar 2 /Widths [60 60]"
        b" /Encoding << /Type /Encoding /Differences [1 /a1 /a2] >> /CharProcs << /a1 12 0 R /a2 12 0 R >> /ToUnicode 13 0 R >>"
    )
    names_six = stream(
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <02> <0036> endbfchar endcmap"
    )
    canvas = read(
        page(
            b"BT /T 1 Tf .1 0 0 .1 50 200 Tm <0102> Tj ET",
            resources=b"/Font << /T 11 0 R >>",
            more=[font, square, names_six],
        )
    )
    assert canvas.text == "\ufffd6"
    assert np.allclose(canvas.boxes[:, 0], [50, 56], atol=0.1)
    assert np.allclose(canvas.boxes[:, 3] - canvas.boxes[:, 1], 8, atol=0.1)


def test_digits_printed_over_one_another_are_no_digits(read: Read) -> None:
    """`154` in place of `320`, neither painted over: one after the other they read `315240`. Digits set closely stay, and so does a bold
    one, drawn twice."""
    over = b"BT /F1 10 Tf 50 200 Td (320) Tj ET BT /F1 10 Tf 51.5 200 Td (154) Tj ET"
    close = b" BT /F1 10 Tf -1.5 Tc 50 150 Td (678) Tj ET BT /F1 10 Tf 0 Tc 50 100 Td (9) Tj .4 0 Td (9) Tj ET"
    assert sorted(words(read(page(over + close)))) == ["678", "9", "\ufffd" * 6]


def test_digits_of_a_slanting_stamp_leave_those_of_a_line_legible(read: Read) -> None:
    """Neither does the `1` of the stamp repeat that of the figure, nor do its digits hide any."""
    stamp = b"BT 0.8 g /F1 10 Tf 0.9063 0.4226 -0.4226 0.9063 53.6 200 Tm (12) Tj ET BT 0.9063 0.4226 -0.4226 0.9063 53.6 150 Tm (83) Tj ET"
    figures = b" BT 0 g /F1 10 Tf 50 200 Td (1.2) Tj ET BT /F1 10 Tf 50 150 Td (450) Tj ET"
    canvas = read(page(stamp + figures))
    level = "".join(char for char, turn in zip(canvas.text, canvas.turn, strict=True) if turn == 0)
    assert level == "1.2450"
    assert sorted(canvas.text) == sorted("1.24501283")


def test_a_glyph_without_ink_to_which_the_fonts_map_gives_nothing_is_a_space() -> None:
    """Nanum fonts have one glyph for U+0000 and the space; one with ink to which a map gives U+0000 has no value."""
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontMatrix [.01 0 0 .01 0 0] /FontBBox [0 0 50 80] /FirstChar 1 /LastChar 3 /Widths [60 60 60]"
        b" /Encoding << /Type /Encoding /Differences [1 /a1 /a2 /a3] >> /CharProcs << /a1 12 0 R /a2 14 0 R /a3 12 0 R >>"
        b" /ToUnicode 13 0 R >>"
    )
    names = stream(
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 3 beginbfchar <01> <0036> <02> <0000> <03> <0000> endbfchar endcmap"
    )
    more = [font, stream(b"60 0 0 0 50 80 d1 0 0 50 80 re f"), names, stream(b"60 0 0 0 0 0 d1")]
    data = page(b"BT /T 10 Tf 50 200 Td <01020301> Tj ET", resources=b"/Font << /T 11 0 R >>", more=more)
    with open_pdf(data, "pdfium") as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas) and canvas.text == "6 \ufffd6"


def test_a_digit_that_its_cell_cuts_off_is_no_digit(read: Read) -> None:
    """A figure that is wider than its cell: of the last digit a third is left, so nobody can say what it is, and `12` is not the figure.
    What is cut off whole is not there, and a letter in part is no figure."""
    third, whole = (
        b"q 40 190 23 20 re W n BT /F1 10 Tf 50 200 Td (123) Tj ET Q",
        b" q 40 140 21 20 re W n BT /F1 10 Tf 50 150 Td (456) Tj ET Q",
    )
    letter = b" q 40 90 25 20 re W n BT /F1 10 Tf 50 100 Td (AbM) Tj ET Q"
    assert sorted(words(read(page(third + whole + letter)))) == ["12\ufffd", "45", "Ab"]


def test_glyphs_of_a_font_without_widths_make_words_by_their_places() -> None:
    """Each sign has its place, and so the page is shown as meant; nothing but its ink said how far it reaches, and `18,0` fell into `1`
    and `8,0`. The figures of two columns stay two."""
    signs = b" ".join(
        b"1 0 0 1 %.2f 200 Tm (%c) Tj" % (50 + at, sign) for at, sign in [(0, 49), (5.6, 56), (11.2, 44), (14, 48)]
    )
    column = b" 1 0 0 1 50 100 Tm [(1) -556 (0) -556 (0) -4000 (3) -556 (0)] TJ"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /LastChar 64 /Widths [%s] >>" % (
        b"0 " * 33
    )
    data = page(b"BT /Z 10 Tf " + signs + column + b" ET", resources=b"/Font << /Z 11 0 R >>", more=[font])
    with open_pdf(data, "pdfium") as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas)
    assert words(canvas) == ["18,0", "100", "30"]


def test_size_is_the_displayed_one(read: Read) -> None:
    canvas = read(page(b"q 2 0 0 2 0 0 cm BT /F1 1 Tf 6 0 0 6 10 50 Tm (A) Tj ET Q"))
    assert canvas.styles[canvas.style[0]].size == 12.0
    np.testing.assert_allclose(canvas.boxes[0], [20, 189.68, 28.0, 201.68], atol=0.05)


def test_condensed_text_keeps_its_height(read: Read) -> None:
    canvas = read(page(b"BT /F1 10 Tf 50 Tz 50 200 Td (H) Tj ET"))
    np.testing.assert_allclose(canvas.boxes[0], [50, 91.4, 53.61, 101.4], atol=0.05)


def test_invented_spaces_are_left_out_and_real_ones_kept(read: Read) -> None:
    gap = read(page(b"BT /F1 10 Tf 50 200 Td [(A) -3000 (B)] TJ ET"))
    assert gap.text == "AB"
    assert read(page(b"BT /F1 10 Tf 50 200 Td (A B) Tj ET")).text == "A B"
    assert read(page(b"BT /F1 10 Tf 50 200 Td (A) Tj ( ) Tj (B) Tj ET")).text == "A B"


def test_a_gap_with_the_point_of_another_text_object_in_it_is_no_space(read: Read) -> None:
    digits = b"BT /F1 10 Tf 50 200 Td [(664) -278 (5)] TJ ET "
    assert read(page(digits + b"BT /F1 10 Tf 66.68 200 Td (.) Tj ET")).text == "6645."
    # A line below it, or another page's, stands in no gap of it.
    below = read(page(digits + b"BT /F1 10 Tf 66.68 180 Td (.) Tj ET"))
    assert below.text.replace(" ", "") == "6645."


def test_hyphens_at_line_ends_stay_hyphens(read: Read) -> None:
    assert read(page(b"BT /F1 10 Tf 50 200 Td (ab-) Tj 0 -12 Td (cd) Tj ET")).text == "ab-cd"
    assert read(page(b"BT /K 10 Tf 50 200 Td <00010009> Tj 0 -12 Td <0008> Tj ET")).text == "가-나"


def test_controls_are_spaces_and_private_use_is_kept(read: Read) -> None:
    canvas = read(page(b"BT /K 10 Tf 50 200 Td <000100030002> Tj ET"))
    assert canvas.text == "가 \ue001"
    np.testing.assert_allclose(canvas.boxes[:, 0], [50, 60, 70], atol=0.05)
    assert canvas.styles[0].font == "Batang"


def test_a_glyph_of_two_characters_shares_its_box(read: Read) -> None:
    canvas = read(page(b"BT /K 10 Tf 50 200 Td <00040001> Tj ET"))
    assert canvas.text == "fi가"
    np.testing.assert_allclose(canvas.boxes[:, [0, 2]], [[50, 55], [55, 60], [60, 70]], atol=0.05)


def lying(meaning: bytes, content: bytes) -> bytes:
    """A page in Helvetica (Z) whose map gives the glyph `3` another meaning."""
    cmap = (
        b"1 begincodespacerange <00> <FF> endcodespacerange\n5 beginbfchar <31> <0031> <33> <%s> <2C> <002C> <38> <0038>"
        b" <6D> <006D0032> endbfchar" % meaning
    )
    return document(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /Font << /Z 5 0 R >> >> >>",
            stream(content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
            stream(cmap),
        ]
    )


@pytest.mark.parametrize("meaning", [b"200B", b"202E", b"FEFF", b"2063", b"3164", b"0001"])
def test_a_glyph_that_shows_something_has_no_meaning_that_shows_nothing(meaning: bytes) -> None:
    with open_pdf(lying(meaning, b"BT /Z 10 Tf 50 200 Td (1,838) Tj ET")) as file:
        (canvas,) = file.pages()
    assert isinstance(canvas, Canvas) and canvas.text == "1,8\ufffd8"


def test_a_glyph_is_no_several_digits(read: Read) -> None:
    assert read(lying(b"00330033", b"BT /Z 10 Tf 50 200 Td (1,838) Tj ET")).text == "1,8\ufffd\ufffd8"
    assert read(lying(b"0033", b"BT /Z 10 Tf 50 200 Td (8m) Tj ET")).text == "8m2"


def test_digits_that_a_file_says_in_place_of_those_shown_are_not_taken() -> None:
    shown = b"/Span << /ActualText (950) >> BDC BT /F1 10 Tf 50 200 Td (150) Tj ET EMC"
    with open_pdf(page(shown)) as file:
        (canvas,) = file.pages()
    assert isinstance(canvas, Canvas) and canvas.text == "\ufffd\ufffd\ufffd"
    with open_pdf(page(b"/Span << /MCID 0 >> BDC BT /F1 10 Tf 50 200 Td (150) Tj ET EMC")) as file:
        (canvas,) = file.pages()
    assert isinstance(canvas, Canvas) and canvas.text == "150"


def test_characters_beyond_the_basic_plane(read: Read) -> None:
    assert read(page(b"BT /K 10 Tf 50 200 Td <000500010005> Tj ET")).text == "😀가😀"


def test_unmapped_glyphs_are_replacement_characters(read: Read) -> None:
    assert read(page(b"BT /K 10 Tf 50 200 Td <0001006400650008> Tj ET")).text == "가\ufffd\ufffd나"


@pytest.mark.parametrize("second", [b"50.3 200", b"50 200", b"50.2 199.8"])
def test_a_word_drawn_twice_is_one_bold_word(read: Read, second: bytes) -> None:
    canvas = read(page(b"BT /K 10 Tf 50 200 Td <00010008> Tj ET BT /K 10 Tf %s Td <00010008> Tj ET" % second))
    assert canvas.text == "가나"
    assert [canvas.styles[index].bold for index in canvas.style] == [True, True]


def test_glyphs_drawn_twice_one_by_one_are_bold(read: Read) -> None:
    once = b"BT /K 10 Tf 1 0 0 1 %g 200 Tm <%s> Tj ET "
    content = b"".join(once % (x + d, code) for x, code in ((50, b"0001"), (60, b"0008")) for d in (0, 0.4))
    content += once % (90, b"000A")
    canvas = read(page(content))
    assert canvas.text == "가나다"
    assert [canvas.styles[index].bold for index in canvas.style] == [True, True, False]


def test_a_line_drawn_again_much_later_is_bold(read: Read) -> None:
    line = b"BT /K 10 Tf 50 %d Td <00010008> Tj ET "
    canvas = read(page(b"".join(line % y for y in (200, 180, 160, 140, 120, 100, 80, 60, 200))))
    assert canvas.text == "가나" * 8
    assert [canvas.styles[index].bold for index in canvas.style] == [True] * 2 + [False] * 14


def test_visible_text_over_the_same_invisible_text_is_seen(read: Read) -> None:
    word = b"BT %d Tr /F1 10 Tf 50 200 Td (Hidden) Tj ET "
    canvas = read(page(word % 3 + word % 0))
    assert canvas.text == "Hidden"
    assert not canvas.styles[canvas.style[0]].bold


def test_the_text_that_the_file_gives_for_its_glyphs_is_taken(read: Read) -> None:
    canvas = read(
        page(b"/Span << /ActualText (Z) >> BDC BT /F1 10 Tf 50 200 Td (-) Tj ET EMC BT /F1 10 Tf 70 200 Td (a) Tj ET")
    )
    assert canvas.text == "Za"


def test_the_shadow_of_a_word_is_no_word(read: Read) -> None:
    shadow = b"BT 0.7 g /F1 10 Tf 51.8 198.2 Td (11:1) Tj ET "
    canvas = read(page(shadow + b"BT 0 g /F1 10 Tf 50 200 Td (11:1) Tj ET"))
    assert canvas.text == "11:1"
    assert {canvas.styles[index].colour for index in canvas.style} == {0}


def test_the_same_letter_twice_in_a_row_stays_two(read: Read) -> None:
    canvas = read(page(b"BT /F1 10 Tf 50 200 Td (1100..ll) Tj 0 -12 Td (..) Tj ET"))
    assert canvas.text == "1100..ll.."
    assert not any(style.bold for style in canvas.styles)


def test_outlined_text_is_bold_and_invisible_text_is_not_there(read: Read) -> None:
    canvas = read(page(b"BT /F1 10 Tf 50 200 Td 2 Tr (A) Tj 0 Tr (B) Tj 3 Tr (C) Tj 0 Tr (D) Tj ET"))
    assert canvas.text == "ABD"
    assert [canvas.styles[index].bold for index in canvas.style] == [True, False, False]


def test_stroked_lines_are_rules_by_their_centre(read: Read) -> None:
    canvas = read(page(b"2 w 50 100 m 350 100 l S 0.5 w 50 100 m 50 200 l S"))
    assert rules(canvas) == [[50, 100, 50, 200], [50, 200, 350, 200]]
    assert sorted(canvas.rule_widths.tolist()) == [0.5, 2.0]
    assert canvas.fills == () and canvas.shapes == ()


def test_thin_filled_rectangles_are_rules(read: Read) -> None:
    one_each = read(page(b"50 99.5 300 1 re f 49.75 100 0.5 100 re f"))
    assert rules(one_each) == [[50, 100, 50, 200], [50, 200, 350, 200]]
    in_one_path = read(page(b"50 99.5 300 1 re 49.75 100 0.5 100 re f"))
    assert rules(in_one_path) == rules(one_each)
    np.testing.assert_allclose(sorted(in_one_path.rule_widths), [0.5, 1.0], atol=0.01)
    by_lines = read(page(b"50 99.5 m 350 99.5 l 350 100.5 l 50 100.5 l h f"))
    assert rules(by_lines) == [[50, 200, 350, 200]]


def test_thin_rules_may_be_cut_slantwise_at_their_ends(read: Read) -> None:
    upright = read(page(b"50.7 100.2 m 50 100 l 50 200 l 50.7 199.8 l h f*"))
    np.testing.assert_allclose(upright.rules, [[50.35, 100, 50.35, 200]], atol=0.01)
    diagonal = read(page(b"50 100 m 110 130 l 110.3 129.3 l 50.3 99.3 l h f*"))
    assert rules(diagonal) == [] and [shape.kind for shape in diagonal.shapes] == ["polygon"]


def test_a_stroked_rectangle_is_four_rules_and_its_fill_a_fill(read: Read) -> None:
    canvas = read(page(b"0.8 g 50 100 200 50 re B"))
    assert rules(canvas) == [[50, 150, 50, 200], [50, 150, 250, 150], [50, 200, 250, 200], [250, 150, 250, 200]]
    (fill,) = canvas.fills
    assert (fill.x0, fill.top, fill.x1, fill.bottom, fill.colour) == (50, 150, 250, 200, 0xCCCCCC)


def test_an_open_polyline_gives_no_closing_rule(read: Read) -> None:
    canvas = read(page(b"50 100 m 50 200 l 150 200 l 150 100 l S"))
    assert rules(canvas) == [[50, 100, 50, 200], [50, 100, 150, 100], [150, 100, 150, 200]]


def test_fills_are_in_painting_order_with_their_colours(read: Read) -> None:
    canvas = read(page(b"1 g 0 0 400 300 re f 0 0 1 rg 50 100 60 20 re f 0.5 g 40 90 10 10 re f"))
    assert [fill.colour for fill in canvas.fills] == [0xFFFFFF, 0x0000FF, 0x808080]


def test_a_frame_cut_out_of_a_rectangle_is_no_fill(read: Read) -> None:
    canvas = read(page(b"50 100 100 50 re 51 101 98 48 re f*"))
    assert canvas.fills == ()
    assert len(canvas.rules) == 8
    opposite = read(page(b"50 100 m 150 100 l 150 150 l 50 150 l h 51 101 m 51 149 l 149 149 l 149 101 l h f"))
    assert opposite.fills == () and len(opposite.rules) == 8


def test_a_border_on_one_side_only_is_a_fill_without_a_rule_along_it(read: Read) -> None:
    # As a browser's engine paints it: an area less a rectangle of no height.
    canvas = read(page(b"50 104 100 0 re 50 100 100 4 re f*"))
    (bar,) = canvas.fills
    assert (bar.x0, bar.top, bar.x1, bar.bottom) == (50, 196, 150, 200)
    assert len(canvas.rules) == len(canvas.shapes) == 0


def test_a_very_thick_line_is_a_fill(read: Read) -> None:
    canvas = read(page(b"0 1 0 RG 12 w 50 100 m 150 100 l S"))
    (bar,) = canvas.fills
    assert (bar.x0, bar.top, bar.x1, bar.bottom, bar.colour) == (50, 194, 150, 206, 0x00FF00)
    assert len(canvas.rules) == 0


def test_white_lines_show_only_on_a_coloured_ground(read: Read) -> None:
    canvas = read(page(b"1 G 50 50 m 150 50 l S 0 0 1 rg 50 100 200 50 re f 50 120 m 250 120 l S"))
    assert rules(canvas) == [[50, 180, 250, 180]]


def test_curves_polygons_and_slanted_lines_are_shapes(read: Read) -> None:
    canvas = read(
        page(
            b"50 50 m 60 70 l S "
            b"1 0 0 rg 100 100 m 120 110 l 100 120 l h f "
            b"200 100 m 200 105.5 195.5 110 190 110 c 184.5 110 180 105.5 180 100 c S "
            b"300 50 m 303 45 l 310 60 l S"
        )
    )
    assert [(shape.kind, shape.stroke, shape.fill) for shape in canvas.shapes] == [
        ("line", 0, None),
        ("polygon", None, 0xFF0000),
        ("curve", 0, None),
        ("polygon", 0, None),
    ]
    first = canvas.shapes[0]
    assert (first.x0, first.top, first.x1, first.bottom) == (50, 230, 60, 250)


def test_dashes_are_one_rule(read: Read) -> None:
    by_pattern = read(page(b"[3 2] 0 d 50 100 m 150 100 l S"))
    assert rules(by_pattern) == [[50, 200, 150, 200]]
    pieces = b" ".join(b"%d 100 m %d 100 l" % (x, x + 3) for x in range(50, 148, 5)) + b" S"
    assert rules(read(page(pieces))) == [[50, 200, 148, 200]]
    wide = b" ".join(b"%d 100 m %d 100 l" % (x, x + 5) for x in range(50, 150, 11)) + b" S"
    assert rules(read(page(wide))) == [[50, 200, 154, 200]]
    dots = b" ".join(b"50 %g 0.5 0.5 re" % (100 + 1.5 * y) for y in range(20)) + b" f"
    ((x0, top, x1, bottom),) = rules(read(page(dots)))
    assert x0 == x1 and bottom - top == pytest.approx(28.5, abs=1)


def test_a_dotted_rule_does_not_begin_at_the_dots_of_another_that_it_only_comes_near(read: Read) -> None:
    down = b" ".join(b"50 %g 0.5 0.5 re" % (60 + 1.5 * y) for y in range(40))
    across = b" ".join(b"%g 99 0.5 0.5 re" % (56 + 1.5 * x) for x in range(40))
    found = sorted(rules(read(page(down + b" " + across + b" f"))))
    assert [round(x0) for x0, *_ in found] == [50, 56]


def test_form_matrices_and_the_colours_they_inherit(read: Read) -> None:
    inner = form(
        b"0 0 100 1 re f BT /F1 10 Tf 10 10 Td (In) Tj ET",
        b"/Matrix [2 0 0 2 0 0] /Resources << /Font << /F1 5 0 R >> >>",
    )
    canvas = read(
        page(
            b"q 1 0 0 1 50 100 cm 1 0 0 rg /X Do Q 0 0 30 30 re f", resources=b"/XObject << /X 11 0 R >>", more=[inner]
        )
    )
    assert canvas.text == "In"
    assert canvas.styles[canvas.style[0]].size == 20.0
    assert canvas.styles[canvas.style[0]].colour == 0xFF0000
    np.testing.assert_allclose(canvas.boxes[0, 0], 70, atol=0.05)
    assert rules(canvas) == [[50, 199, 250, 199]]
    assert [fill.colour for fill in canvas.fills] == [0]


def test_what_is_clipped_is_not_seen(read: Read) -> None:
    canvas = read(
        page(
            b"q 50 50 100 100 re W n BT /F1 10 Tf 60 100 Td (in) Tj ET BT /F1 10 Tf 300 100 Td (out) Tj ET"
            b" 0 75 m 400 75 l S 200 60 m 300 60 l S 0.5 g 100 100 200 20 re f 300 100 20 20 re f Q"
            b" 0.5 g -10 -10 50 50 re f 390 200 m 500 200 l S"
        )
    )
    assert canvas.text == "in"
    assert rules(canvas) == [[50, 225, 150, 225], [390, 100, 400, 100]]
    assert canvas.cuts == (
        50,
        400,
    )  # one rule is cut at its left, at 50; two are at their right, at 150 and by the page
    assert [(fill.x0, fill.top, fill.x1, fill.bottom) for fill in canvas.fills] == [
        (100, 180, 150, 200),
        (0, 260, 40, 300),
    ]


def test_a_form_is_clipped_to_its_box(read: Read) -> None:
    inner = form(b"0.5 g 0 0 200 200 re f", b"/BBox [0 0 50 40]")
    canvas = read(page(b"q 1 0 0 1 10 10 cm /X Do Q", resources=b"/XObject << /X 11 0 R >>", more=[inner]))
    (fill,) = canvas.fills
    assert (fill.x0, fill.top, fill.x1, fill.bottom) == (10, 250, 60, 290)


@pytest.mark.parametrize(
    ("turn", "size", "box", "line", "direction"),
    [
        # the glyph's baseline begins at (50, 200) of the unturned page and runs to the right; the line from (50, 100) to (350, 100)
        (90, (300, 400), [198.6, 50, 208.6, 57.22], [100, 50, 100, 350], 270),
        (180, (400, 300), [342.78, 198.6, 350, 208.6], [50, 100, 350, 100], 180),
        (270, (300, 400), [91.4, 342.78, 101.4, 350], [200, 50, 200, 350], 90),
    ],
)
def test_turned_pages_are_as_displayed(
    read: Read, turn: int, size: tuple[int, int], box: list[float], line: list[float], direction: int
) -> None:
    canvas = read(page(b"BT /F1 10 Tf 50 200 Td (H) Tj ET 50 100 m 350 100 l S", entries=b"/Rotate %d" % turn))
    assert (canvas.width, canvas.height) == size
    np.testing.assert_allclose(canvas.boxes[0], box, atol=0.05)
    assert rules(canvas) == [line]
    assert canvas.turn.tolist() == [direction]


def test_text_set_upright_on_a_turned_page_is_upright(read: Read) -> None:
    canvas = read(page(b"BT /F1 10 Tf 0 1 -1 0 100 50 Tm (Hi) Tj ET", entries=b"/Rotate 90"))
    assert canvas.turn.tolist() == [0, 0]
    np.testing.assert_allclose(canvas.boxes, [[50, 91.4, 57.22, 101.4], [57.22, 91.4, 59.44, 101.4]], atol=0.05)


def test_turned_text_on_an_upright_page_keeps_its_turn(read: Read) -> None:
    canvas = read(page(b"BT /F1 10 Tf 0 1 -1 0 100 50 Tm (Hi) Tj ET"))
    assert canvas.turn.tolist() == [90, 90]
    np.testing.assert_allclose(canvas.boxes[0], [91.4, 242.78, 101.4, 250], atol=0.05)


def test_the_crop_box_is_the_page(read: Read) -> None:
    canvas = read(
        page(
            b"BT /F1 10 Tf 150 200 Td (H) Tj 1 0 0 1 20 200 Tm (x) Tj ET 120 100 m 200 100 l S",
            entries=b"/CropBox [100 50 300 250]",
        )
    )
    assert (canvas.width, canvas.height, canvas.text) == (200, 200, "H")
    np.testing.assert_allclose(canvas.boxes[0], [50, 41.4, 57.22, 51.4], atol=0.05)
    assert rules(canvas) == [[20, 150, 100, 150]]


def test_images_are_boxes(read: Read) -> None:
    image = stream(
        b"\x00", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    )
    canvas = read(page(b"q 100 0 0 50 20 30 cm /X Do Q", resources=b"/XObject << /X 11 0 R >>", more=[image]))
    assert canvas.images.tolist() == [[20, 220, 120, 270]]
    assert canvas.text == ""


def test_transparency_is_seen_over_white_paper(read: Read) -> None:
    states = b"/ExtGState << /Half << /ca 0.5 >> /None << /ca 0 >> >>"
    canvas = read(page(b"q /Half gs 1 0 0 rg 50 50 50 50 re f Q q /None gs 200 50 50 50 re f Q", resources=states))
    (fill,) = canvas.fills
    assert fill.colour in (0xFF7F7F, 0xFF8080)


def test_an_empty_page(read: Read) -> None:
    canvas = read(page(b""))
    assert (canvas.text, canvas.boxes.shape, canvas.rules.shape, canvas.images.shape) == ("", (0, 4), (0, 4), (0, 4))
    assert (canvas.fills, canvas.shapes, canvas.styles) == ((), (), ())


def test_unknown_reader() -> None:
    with pytest.raises(ValueError, match="pdfbox"):
        open_pdf(page(b""), "pdfbox")


def test_a_font_that_brings_its_own_map_of_codes_is_read(read: Read) -> None:
    codes = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 1 def\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <FFFF> 0 endcidrange endcmap end end"
    )
    encoding = stream(
        codes, b"/Type /CMap /CMapName /Own /CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >>"
    )
    data = page(b"BT /K 10 Tf 50 200 Td <00010008000A> Tj ET", more=[encoding])
    assert words(read(data.replace(b"/Identity-H", b"11 0 R     "))) == ["가나다"]


def korean(encoding: bytes) -> tuple[bytes, list[bytes]]:
    """The resources of a Korean font that is not embedded, F1 there, and its objects (from 11)."""
    fonts = [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /HYGoThic-Medium /Encoding /%s /DescendantFonts [12 0 R] >>"
        % encoding,
        (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /HYGoThic-Medium /DW 1000 /W [1 95 500 8094 8190 500]"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> /FontDescriptor 13 0 R >>"
        ),
        (
            b"<< /Type /FontDescriptor /FontName /HYGoThic-Medium /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0"
            b" /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
        ),
    ]
    return b"/Font << /F 11 0 R >>", fonts


@pytest.mark.parametrize("encoding", [b"KSC-EUC-H", b"KSCms-UHC-HW-H", b"KSCms-UHC-H"])
def test_the_tilde_of_a_range_is_read_whatever_the_font_calls_it(read: Read, encoding: bytes) -> None:
    resources, fonts = korean(encoding)
    text = "'19. 2. ~ 5. 완공".encode("cp949").hex().encode()
    data = page(b"BT /F 10 Tf 50 200 Td <%s> Tj ET" % text, more=fonts)
    canvas = read(data.replace(b"/Font << /F1 5 0 R /F2 6 0 R /K 7 0 R >>", resources))
    assert lines_of(lay_out(canvas)) == ["'19. 2. ~ 5. 완공"]


def test_a_tilde_set_by_itself_is_no_space(read: Read) -> None:
    resources, fonts = korean(b"KSC-EUC-H")
    pieces = [("가", 50), ("5", 62), ("~", 68), ("7", 74)]
    content = b"".join(
        b"BT /F 10 Tf %d 200 Td <%s> Tj ET " % (x, char.encode("cp949").hex().encode()) for char, x in pieces
    )
    canvas = read(page(content, more=fonts).replace(b"/Font << /F1 5 0 R /F2 6 0 R /K 7 0 R >>", resources))
    assert lines_of(lay_out(canvas)) == ["가5~7"]


def test_the_dot_between_words_is_read_in_every_map_of_unicode(read: Read) -> None:
    for encoding in (b"UniKS-UCS2-H", b"UniKS-UTF16-H"):
        resources, fonts = korean(encoding)
        text = "정부·서울시".encode("utf-16-be").hex().encode()
        data = page(b"BT /F 10 Tf 50 200 Td <%s> Tj ET" % text, more=fonts)
        canvas = read(data.replace(b"/Font << /F1 5 0 R /F2 6 0 R /K 7 0 R >>", resources))
        assert canvas.text == "정부·서울시"


def test_the_signs_of_zapf_dingbats_are_read_though_no_file_explains_them(read: Read) -> None:
    fonts = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >> >>"
    data = page(b"BT /F1 10 Tf 50 200 Td <333438466c6d6e6f7173a8acd5d8fe> Tj ET")
    canvas = read(data.replace(b"/Font << /F1 5 0 R /F2 6 0 R /K 7 0 R >>", fonts))
    assert canvas.text == "✓✔✘✦●❍■❏❑▲♣①→➘➾"


def test_operators_that_go_to_the_next_line_do_so(read: Read) -> None:
    canvas = read(page(b"BT /F1 10 Tf 20 TL 50 200 Td (one) Tj (two) ' 0 0 (three) \" ET"))
    bases = dict(zip(canvas.text, canvas.boxes[:, 3].tolist(), strict=True))
    assert bases["w"] - bases["n"] == pytest.approx(20) and bases["h"] - bases["w"] == pytest.approx(20)


def test_words_of_which_the_file_says_every_letter_are_read(read: Read) -> None:
    spans = b"".join(
        b"/Span << /ActualText (%s) >> BDC BT /F1 10 Tf 50 %d Td (%s) Tj ET EMC " % (text, 280 - 15 * row, text)
        for row, text in enumerate([b"1,300", b"2018", b"40 sites"])
    )
    assert words(read(page(spans))) == ["1,300", "2018", "40", "sites"]


@pytest.mark.parametrize("placed", [b"0.5 0 0 0.5 20 30", b"1 0 0 1 100 40"])
def test_what_a_file_says_of_glyphs_in_a_form_stands_where_they_do(read: Read, placed: bytes) -> None:
    """Pages set two on a sheet are forms; the tilde of a range that went to the end of its line would make another date."""
    drawn = form(
        b"BT /F1 20 Tf 50 200 Td (9. ) Tj ET /Span << /ActualText (~) >> BDC BT /F1 20 Tf 75 200 Td (-) Tj ET EMC"
        b" BT /F1 20 Tf 90 200 Td (12.) Tj ET",
        b"/Resources << /Font << /F1 5 0 R >> >>",
    )
    canvas = read(page(b"q %s cm /X Do Q" % placed, resources=b"/XObject << /X 11 0 R >>", more=[drawn]))
    scale, left = float(placed.split()[0]), float(placed.split()[4])
    assert canvas.text.replace(" ", "") == "9.~12."
    tilde = canvas.boxes[canvas.text.index("~")]
    assert left + 75 * scale - 0.1 <= tilde[0] < tilde[2] < left + 90 * scale


def test_a_digit_that_the_file_says_is_another_is_neither() -> None:
    lie = b"/Span << /ActualText (98) >> BDC BT /F1 10 Tf 50 200 Td (12) Tj ET EMC"
    with open_pdf(page(lie), "pdfplumber") as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas) and canvas.text == "\ufffd\ufffd"


def test_a_straight_curve_is_a_rule(read: Read) -> None:
    canvas = read(page(b"50 100 m 80 100 120 100 150 100 c S 50 50 m 50 60 50 70 50 90 c S"))
    assert rules(canvas) == [[50, 200, 150, 200], [50, 210, 50, 250]]
    assert not canvas.shapes


def test_a_line_that_leans_a_little_is_a_rule(read: Read) -> None:
    (rule,) = rules(read(page(b"50 100 m 350 100.8 l S")))
    assert rule[0] == 50 and rule[2] == 350 and rule[1] == rule[3] == pytest.approx(199.6, abs=0.1)


def test_rules_printed_as_pictures_are_rules(read: Read) -> None:
    dot = stream(
        b"\0", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    )
    across = b"".join(b"q 100 0 0 0.5 50 %d cm /X Do Q " % y for y in (100, 120, 140))
    down = b"".join(b"q 0.5 0 0 40 %d 100 cm /X Do Q " % x for x in (50, 100, 150))
    resources = b"/XObject << /X 11 0 R >>"
    canvas = read(page(across + down, resources=resources, more=[dot]))
    assert len(canvas.rules) == 6 and not len(canvas.images)
    assert [50, 199.8, 150, 199.8] in rules(canvas)
    few = read(page(across, resources=resources, more=[dot]))
    assert not len(few.rules) and len(few.images) == 3


def test_narrow_strips_of_one_colour_are_one_area(read: Read) -> None:
    strips = b"".join(b"0.85 g 50 %g 100 3 re f " % (100 + 3 * row) for row in range(6))
    (fill,) = read(page(strips)).fills
    assert (fill.x0, fill.top, fill.x1, fill.bottom) == (50, 182, 150, 200)


def test_curves_that_share_a_point_with_their_ends_are_curves(read: Read) -> None:
    canvas = read(page(b"50 100 m 60 120 70 100 v S 150 100 m 160 120 170 100 y S"))
    assert [(shape.kind, shape.x0, shape.x1) for shape in canvas.shapes] == [("curve", 50, 70), ("curve", 150, 170)]


def test_the_old_operator_for_filling_fills(read: Read) -> None:
    [fill] = read(page(b"0 0 1 rg 200 100 20 30 re F")).fills
    assert (fill.x0, fill.top, fill.x1, fill.bottom, fill.colour) == (200, 170, 220, 200, 0x0000FF)


def test_a_path_of_very_many_parts_is_one_drawing(read: Read) -> None:
    peaks = b"".join(b"%d 100 m %d 104 l %d 100 l h " % (x, x + 2, x + 4) for x in range(50, 290, 3))
    [shape] = read(page(peaks + b"f")).shapes
    assert (shape.x0, shape.top, shape.x1, shape.bottom) == (50, 196, 291, 200)


@pytest.mark.parametrize("said", ["office", "o"])
def test_what_a_file_says_in_place_of_its_glyphs_may_have_more_letters_or_fewer(read: Read, said: str) -> None:
    content = (
        b"/Span << /ActualText (%s) >> BDC BT /F1 10 Tf 50 200 Td (ox~) Tj ET EMC BT /F1 10 Tf 90 200 Td (b) Tj ET"
    )
    canvas = read(page(content % said.encode()))
    assert canvas.text == said + "b"
    assert 63 < float(canvas.boxes[len(said) - 1][2]) < 68


def test_letters_set_in_a_column_stand_one_below_the_other(read: Read) -> None:
    data = page(b"BT /K 10 Tf 50 200 Td <00010008000A> Tj ET").replace(b"/Identity-H", b"/Identity-V")
    canvas = read(data)
    assert canvas.text == "가나다"
    assert [round(float(box[0])) for box in canvas.boxes] == [45] * 3
    tops = [float(box[1]) for box in canvas.boxes]
    assert np.allclose(np.diff(tops), 10) and abs(tops[0] - 100) < 2


def test_the_readers_see_no_wholly_transparent_text(read: Read) -> None:
    content = b"q /G gs BT /F1 10 Tf 50 200 Td (no) Tj ET Q BT /F1 10 Tf 50 100 Td (yes) Tj ET"
    assert read(page(content, resources=b"/ExtGState << /G << /ca 0 >> >>")).text == "yes"


@pytest.mark.parametrize("shut", [b"0 0 0 0 re W n", b"200 50 40 40 re W n"])
@pytest.mark.parametrize("drawn", [b"/X Do", b"BT /F1 10 Tf 50 200 Td (170) Tj ET"])
def test_visible_text_over_the_same_text_that_a_clip_shuts_out_is_seen(read: Read, shut: bytes, drawn: bytes) -> None:
    word = b"BT /F1 10 Tf 50 200 Td (170) Tj ET "
    data = page(b"q %s %s Q " % (shut, drawn) + word, resources=b"/XObject << /X 11 0 R >>", more=[form(word)])
    canvas = read(data)
    assert canvas.text == "170"
    assert not canvas.styles[canvas.style[0]].bold


def test_glyphs_without_a_width_turned_up_the_page_reach_to_the_next() -> None:
    content = b"BT 0 10 -10 0 50 100 Tm /K 1 Tf [<0001> -1000 <0008> -1000 <000A>] TJ ET"
    data = page(content).replace(b"/DW 1000", b"/DW 0000")
    with open_pdf(data, "pdfium") as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas) and canvas.text == "가나다"
    assert [round(float(box[1])) for box in canvas.boxes[:2]] == [190, 180]
    assert [round(float(box[3])) for box in canvas.boxes[:2]] == [200, 190]


def test_a_line_of_many_words_drawn_twice_is_bold(read: Read) -> None:
    words = b"".join(
        b"BT /F1 10 Tf %d 200 Td (w%d) Tj ET BT /F1 10 Tf %d 200 Td ( ) Tj ET " % (x, x, x + 20)
        for x in range(50, 250, 25)
    )
    canvas = read(page(words + words))
    letters = [
        (char, canvas.styles[style].bold) for char, style in zip(canvas.text, canvas.style, strict=True) if char != " "
    ]
    assert "".join(char for char, _ in letters) == "".join(f"w{x}" for x in range(50, 250, 25))
    assert all(bold for _, bold in letters)
