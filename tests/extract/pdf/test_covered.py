"""What is painted over cannot be seen, and is not read; what shows through is."""

from __future__ import annotations

import pytest
from raw_pdf import form, page

from pledgecards.extract.pdf import READERS, open_pdf
from pledgecards.extract.pdf.canvas import Canvas

OLD = b"BT 0 g /F1 10 Tf 50 200 Td (150) Tj ET "
NEW = b"BT 0 g /F1 10 Tf 50 200 Td (170) Tj ET "
AREA = b"1 g 45 195 40 16 re f "
STATES = b"/ExtGState << /Half << /ca 0.5 >> /Times << /BM /Multiply >> >>"


def text(content: bytes, reader: str, *, resources: bytes = b"", more: list[bytes] | None = None) -> str:
    with open_pdf(page(content, resources=resources, more=more), reader) as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas)
    # pdfium gives one glyph for two alike at one place: where that may be a hidden one the page is read the other way.
    assert [notice.code for notice in file.notices] in ([], ["page.fallback"])
    return canvas.text


@pytest.mark.parametrize("reader", READERS)
class TestCovered:
    def test_what_an_area_hides_is_not_read(self, reader: str) -> None:
        assert text(OLD + AREA + NEW, reader) == "170"
        assert text(OLD + b"0.9 g 45 195 m 85 195 l 85 211 l 45 211 l h f " + NEW, reader) == "170"

    def test_an_area_painted_before_hides_nothing(self, reader: str) -> None:
        assert text(AREA + OLD, reader) == "150"

    def test_a_line_through_a_word_or_an_area_beside_it_hides_nothing(self, reader: str) -> None:
        assert text(OLD + b"0 g 45 202 40 1 re f", reader) == "150"
        assert text(OLD + b"0.9 g 45 180 40 16 re f", reader) == "150"
        assert text(OLD + b"0.9 g 10 195 40 16 re f", reader) == "150"

    def test_a_frame_or_another_shape_hides_nothing(self, reader: str) -> None:
        assert text(OLD + b"0 G 45 195 40 16 re S", reader) == "150"
        assert text(OLD + b"0.9 g 45 195 m 85 195 l 65 230 l h f", reader) == "150"

    def test_what_shows_through_an_area_is_read(self, reader: str) -> None:
        assert text(OLD + b"/Half gs " + AREA, reader, resources=STATES) == "150"
        assert text(OLD + b"/Times gs 1 1 0 rg 45 195 40 16 re f", reader, resources=STATES) == "150"

    def test_only_what_is_seen_of_an_area_hides(self, reader: str) -> None:
        assert text(OLD + b"q 45 195 12 16 re W n " + AREA + b"Q", reader) == "50"

    def test_a_digit_of_which_a_part_is_seen_cannot_be_read(self, reader: str) -> None:
        # The 5 reaches from 55.6 to 61.1, the 0 from there to 66.7.
        assert text(OLD + b"1 g 63 195 20 16 re f", reader) == "15\ufffd"
        assert text(OLD + b"1 g 45 195 14 16 re f", reader) == "\ufffd0"
        # Under two areas side by side nothing of it is seen.
        assert text(OLD + b"1 g 63 195 20 16 re f 61 195 2 16 re f", reader) == "15"

    def test_what_is_written_again_over_an_area_is_read_once(self, reader: str) -> None:
        assert text(OLD + AREA + OLD, reader) == "150"

    def test_an_area_within_a_form_hides_but_for_one_that_is_blended(self, reader: str) -> None:
        drawn = OLD + b"/X Do " + NEW
        kept = {"resources": b"/XObject << /X 11 0 R >>", "more": [form(AREA)]}
        assert text(drawn, reader, **kept) == "170"  # type: ignore[arg-type]
        blended = {**kept, "more": [form(AREA, b"/Group << /S /Transparency >>")]}
        # Both are seen: what they have in common is read once, the 7 over the 5 cannot be read.
        assert text(drawn, reader, **blended) == "1\ufffd0\ufffd"  # type: ignore[arg-type]
