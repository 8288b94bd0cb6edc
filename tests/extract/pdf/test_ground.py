"""What has the colour of its ground cannot be seen, and is not read; where the ground cannot be told, it is."""

from __future__ import annotations

import pytest
from raw_pdf import form, page

from pledgecards.extract.pdf import READERS, ground, open_pdf
from pledgecards.extract.pdf.canvas import Canvas

HIDDEN = b"BT 1 g /F1 10 Tf 50 200 Td (999) Tj ET "
SEEN = b"BT 0 g /F1 10 Tf 50 150 Td (170) Tj ET "
BAR = b"0.2 0.3 0.5 rg 45 195 40 16 re f "


def text(content: bytes, reader: str, *, resources: bytes = b"", more: list[bytes] | None = None) -> str:
    with open_pdf(page(content, resources=resources, more=more), reader) as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas) and not file.notices
    return canvas.text


@pytest.mark.parametrize("reader", READERS)
class TestGround:
    def test_white_on_the_page_is_not_read(self, reader: str) -> None:
        assert text(HIDDEN + SEEN, reader) == "170"
        assert text(HIDDEN.replace(b"1 g", b"0.99 g") + SEEN, reader) == "170"
        assert text(HIDDEN.replace(b"1 g", b"0 0 0 0 k") + SEEN, reader) == "170"

    def test_blanks_of_words_that_nobody_sees_are_not_read(self, reader: str) -> None:
        assert text(HIDDEN.replace(b"999", b"9 9 ") + SEEN, reader) == "170"
        assert text(SEEN + b"BT 0 g /F1 10 Tf 50 100 Td (1 0) Tj ET ", reader) == "1701 0"

    def test_light_grey_on_the_page_is_read(self, reader: str) -> None:
        assert text(HIDDEN.replace(b"1 g", b"0.85 g") + SEEN, reader) == "999170"

    def test_white_in_a_dark_bar_is_read_and_what_is_as_dark_is_not(self, reader: str) -> None:
        assert text(BAR + HIDDEN + SEEN, reader) == "999170"
        assert text(BAR + HIDDEN.replace(b"1 g", b"0.2 0.3 0.5 rg") + SEEN, reader) == "170"
        assert text(b"0 g 45 195 40 16 re f " + HIDDEN.replace(b"1 g", b"0 g") + SEEN, reader) == "170"

    def test_what_shows_its_ground_is_read_where_it_is_seen(self, reader: str) -> None:
        watermark = {"resources": b"/ExtGState << /W << /ca 0.07 >> /N << /ca 0.01 >> >>"}
        veiled = b"q /W gs " + HIDDEN.replace(b"1 g", b"0 g") + b"Q "
        assert text(veiled + SEEN, reader, **watermark) == "999170"  # type: ignore[arg-type]
        # Over a grey area, a trace of black is as dark a step as over white, though white paper would show it as that very grey.
        assert text(b"0.93 g 45 195 40 16 re f " + veiled + SEEN, reader, **watermark) == "999170"  # type: ignore[arg-type]
        assert text(veiled.replace(b"/W", b"/N") + SEEN, reader, **watermark) == "170"  # type: ignore[arg-type]

    def test_the_last_area_below_counts(self, reader: str) -> None:
        assert text(BAR + b"1 g 47 196 36 14 re f " + HIDDEN + SEEN, reader) == "170"
        assert text(b"1 g 40 190 50 26 re f " + BAR + HIDDEN + SEEN, reader) == "999170"

    def test_white_on_other_drawings_is_read(self, reader: str) -> None:
        rounded = b"0 g 45 195 m 85 195 l 90 203 l 85 211 l 45 211 l 40 203 l h f "
        line = b"0 G 18 w 45 203 m 85 203 l S 1 w "
        assert text(rounded + HIDDEN + SEEN, reader) == "999170"
        assert text(line + HIDDEN + SEEN, reader) == "999170"
        image = b"q 40 0 0 16 45 195 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q "
        assert text(image + HIDDEN + SEEN, reader) == "999170"

    def test_white_on_a_large_glyph_is_read(self, reader: str) -> None:
        assert text(b"BT 0 g /F1 40 Tf 42 192 Td (M) Tj ET " + HIDDEN + SEEN, reader).endswith("99170")

    def test_white_with_a_black_outline_is_read(self, reader: str) -> None:
        assert text(b"0 G 2 Tr " + HIDDEN.replace(b"BT", b"BT 2 Tr") + b"BT 0 Tr ET " + SEEN, reader) == "999170"

    def test_white_in_a_form_on_a_dark_area_outside_it_is_read(self, reader: str) -> None:
        drawn = {"resources": b"/XObject << /X 11 0 R >>", "more": [form(HIDDEN)]}
        assert text(BAR + b"/X Do " + SEEN, reader, **drawn) == "999170"  # type: ignore[arg-type]
        assert text(b"/X Do " + SEEN, reader, **drawn) == "170"  # type: ignore[arg-type]

    def test_what_is_smaller_than_a_point_is_not_read(self, reader: str) -> None:
        assert text(b"BT 0 g /F1 0.3 Tf 50 200 Td (999) Tj ET " + SEEN, reader) == "170"


@pytest.mark.parametrize("reader", READERS)
def test_white_words_drawn_twice_are_not_read_either(reader: str) -> None:
    with open_pdf(page(HIDDEN + HIDDEN + SEEN), reader) as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas) and canvas.text == "170"


def test_a_page_of_too_many_words_in_the_colour_of_their_ground_is_read_with_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ground, "_MOST", 2)
    assert text(HIDDEN + SEEN, "pdfium") == "999170"
