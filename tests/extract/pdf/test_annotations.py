"""What is seen of annotations (filled fields, ticks, words put on a page) is read like the page's own contents."""

from __future__ import annotations

import pytest
from raw_pdf import form, page

from pledgecards.extract.pdf import READERS, open_pdf
from pledgecards.extract.pdf.canvas import Canvas

_FONT = b"/Resources << /Font << /F1 5 0 R >> >>"
_WORDS = form(b"BT /F1 10 Tf 2 5 Td (1,200) Tj ET", b"/BBox [0 0 50 20] " + _FONT)
_TICK = form(b"0 0 10 10 re f", b"/BBox [0 0 10 10]")


def read(reader: str, annotation: bytes, appearance: bytes = _WORDS) -> Canvas:
    data = page(b"BT /F1 10 Tf 10 200 Td (own) Tj ET", entries=b"/Annots [11 0 R]", more=[annotation, appearance])
    with open_pdf(data, reader) as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas) and file.notices == []
    return canvas


def annotation(entries: bytes) -> bytes:
    return b"<< /Type /Annot /Subtype /FreeText /Rect [100 100 150 120] %s >>" % entries


@pytest.mark.parametrize("reader", READERS)
class TestAnnotations:
    def test_words_stand_where_the_annotation_does(self, reader: str) -> None:
        canvas = read(reader, annotation(b"/F 4 /AP << /N 12 0 R >>"))
        assert canvas.text == "own1,200"
        assert [round(float(value)) for value in canvas.boxes[3][:2]] == [102, 186]

    def test_of_several_appearances_the_state_tells_which(self, reader: str) -> None:
        ticked = read(reader, annotation(b"/F 4 /AS /Yes /AP << /N << /Yes 12 0 R >> >>"), _TICK)
        assert [(fill.x0, fill.top, fill.x1, fill.bottom) for fill in ticked.fills] == [(100, 180, 150, 200)]
        assert read(reader, annotation(b"/F 4 /AS /Off /AP << /N << /Yes 12 0 R >> >>"), _TICK).fills == ()

    def test_hidden_ones_and_those_that_nobody_sees_are_not_read(self, reader: str) -> None:
        assert read(reader, annotation(b"/F 2 /AP << /N 12 0 R >>")).text == "own"
        assert read(reader, annotation(b"/F 2 /Contents (note)")).text == "own"
        assert read(reader, annotation(b"/F 4 /Contents ()")).text == "own"

    def test_those_without_an_area_are_not_read(self, reader: str) -> None:
        flat = b"<< /Type /Annot /Subtype /FreeText /Rect [100 100 100 120] /AP << /N 12 0 R >> >>"
        assert read(reader, flat).text == "own"
        assert read(reader, b"null").text == "own"

    def test_one_in_a_layer_that_is_off_is_not_read(self, reader: str) -> None:
        data = page(
            b"BT /F1 10 Tf 10 200 Td (own) Tj ET",
            entries=b"/Annots [11 0 R]",
            more=[annotation(b"/AP << /N 12 0 R >> /OC 13 0 R"), _WORDS, b"<< /Type /OCG /Name (a) >>"],
            catalog=b"/OCProperties << /OCGs [13 0 R] /D << /OFF [13 0 R] >> >>",
        )
        with open_pdf(data, reader) as file:
            canvas = next(file.pages())
        assert isinstance(canvas, Canvas) and canvas.text == "own"

    def test_korean_words_without_an_appearance_are_told(self, reader: str) -> None:
        assert told(reader, annotation(b"/F 4 /Contents <FEFFAC00B098>")) == ("own", ["text.unclaimed"])

    def test_a_filled_field_without_an_appearance_is_told(self, reader: str) -> None:
        field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [100 100 150 120] /F 4 /V (%s) >>"
        assert told(reader, field % b"700") == ("own", ["text.unclaimed"])
        assert told(reader, field % b"") == ("own", [])

    @pytest.mark.parametrize(
        "empty", [b"/Tx BMC EMC", b"1 1 1 rg 0 0 50 20 re f 0.5 0.5 49 19 re S /Tx BMC q BT ET Q EMC"]
    )
    def test_a_filled_field_with_the_appearance_of_an_empty_one_is_told(self, reader: str, empty: bytes) -> None:
        field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [100 100 150 120] /F 4 /V (%s) /AP << /N 12 0 R >> >>"
        box = form(empty, b"/BBox [0 0 50 20] " + _FONT)
        assert told(reader, field % b"700", box) == ("own", ["text.unclaimed"])
        assert told(reader, field % b"", box) == ("own", [])
        assert told(reader, field % b"700", _WORDS) == ("own1,200", [])


def told(reader: str, *annotation: bytes) -> tuple[str, list[str]]:
    """The text of a page with the annotation, and the codes of what there is to say of it."""
    with open_pdf(
        page(b"BT /F1 10 Tf 10 200 Td (own) Tj ET", entries=b"/Annots [11 0 R]", more=list(annotation)), reader
    ) as file:
        (canvas,) = file.pages()
        assert isinstance(canvas, Canvas)
        return canvas.text, [notice.code for notice in file.notices]


def test_pdfium_draws_latin_words_that_have_no_appearance() -> None:
    bare = annotation(b"/F 4 /Contents (1,200) /DA (/Helv 10 Tf)")
    assert told("pdfium", bare) == ("own1,200", [])
    assert told("pdfplumber", bare) == ("own", ["text.unclaimed"])
