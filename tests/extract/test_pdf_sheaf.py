"""pdfium's pages are read several at a time: each comes out as if it had been read alone."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pypdfium2
import pytest
from raw_pdf import form, page

from pledgecards.extract.pdf import open_pdf
from pledgecards.extract.pdf import pdfium as reading
from pledgecards.extract.pdf import pdfium_segments as segments
from pledgecards.extract.pdf.canvas import Canvas
from pledgecards.extract.pdf.pdfium_calls import PageError

WORD = page(b"BT /F1 10 Tf 50 200 Td (word) Tj ET")
BOLD_TWICE = page(b"BT /F1 10 Tf 50 200 Td (word) Tj 0.3 0 Td (word) Tj ET")
BARE = page(b"BT /K 10 Tf 50 200 Td <00010006> Tj ET")
TURNED = page(b"BT /F2 12 Tf 1 0 0 rg 20 30 Td (turned) Tj ET 10 10 m 60 10 l S", entries=b"/Rotate 90")
DASHES = page(b" ".join(b"%d 100 m %d 100 l S" % (x, x + 5) for x in range(20, 80, 8)))
RULES = page(b"0.5 w 20 20 100 60 re S 20 50 m 120 50 l S 0 0 1 rg 150 20 30 30 re f 1 1 1 RG 150 35 m 180 35 l S")
MARKS = page(b"200 200 m 210 220 230 220 240 200 c h S 5 5 m 9 9 l 13 5 l S 20 20 m 30 20 l 30 30 l 20 30 l h f")
INNER = page(
    b"q 0.5 0 0 0.5 100 100 cm /X Do Q",
    resources=b"/XObject << /X 11 0 R >>",
    more=[form(b"0 0 200 100 re W n BT /F1 20 Tf 5 5 Td (inner) Tj 0 120 Td (hidden) Tj ET 0 0 5 5 re f")],
)
EMPTY = page(b"")
ALL = (WORD, BOLD_TWICE, BARE, TURNED, DASHES, RULES, MARKS, INNER, EMPTY, WORD, RULES, BARE)


def bound(pages: tuple[bytes, ...]) -> bytes:
    """One PDF of the first page of each."""
    whole, stream = pypdfium2.PdfDocument.new(), io.BytesIO()
    for data in pages:
        whole.import_pages(pypdfium2.PdfDocument(data))
    whole.save(stream)
    return stream.getvalue()


def seen(data: bytes) -> list[Canvas]:
    with open_pdf(data) as file:
        canvases = [entry for entry in file.pages() if isinstance(entry, Canvas)]
        assert len(canvases) == file.page_count and file.notices == []
    return canvases


def assert_same(one: Canvas, two: Canvas) -> None:
    assert (one.text, one.styles, one.fills, one.shapes) == (two.text, two.styles, two.fills, two.shapes)
    assert (one.width, one.height) == (two.width, two.height)
    for name in ("boxes", "style", "turn", "rules", "rule_widths", "images"):
        left, right = getattr(one, name), getattr(two, name)
        assert left.dtype == right.dtype
        np.testing.assert_array_equal(left, right, err_msg=name)


def test_pages_read_together_are_as_if_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    together = seen(bound(ALL))
    assert [canvas.number for canvas in together] == list(range(1, len(ALL) + 1))
    assert together[0].text == together[9].text == "word"
    monkeypatch.setattr(reading, "_SHEAF", 1)
    for canvas, data in zip(together, ALL, strict=True):
        assert_same(canvas, seen(data)[0])


def test_the_same_word_at_the_same_place_of_two_pages_is_not_bold() -> None:
    first, second = seen(bound((WORD, WORD)))
    assert [first.text, second.text] == ["word", "word"]
    assert [style.bold for canvas in (first, second) for style in canvas.styles] == [False, False]


def test_dashes_do_not_go_on_over_pages() -> None:
    once = page(b"20 100 m 25 100 l S 28 100 m 33 100 l S")
    assert [len(canvas.rules) for canvas in seen(bound((once, once)))] == [2, 2]


def test_a_page_that_fails_in_company_is_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    whole: Callable[..., list[Canvas]] = reading._canvases
    alone: list[int] = []

    def broken(document: object, pages: list[reading.OpenPage], *seen: object) -> list[Canvas]:
        if len(pages) > 1:
            raise PageError
        alone.append(pages[0].number)
        return whole(document, pages, *seen)

    monkeypatch.setattr(reading, "_canvases", broken)
    assert [canvas.text for canvas in seen(bound((WORD, EMPTY, WORD)))] == ["word", "", "word"]
    assert alone == [1, 2, 3]


def test_a_page_of_too_much_does_not_cut_its_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pledgecards.extract.pdf.pdfium_text.MOST_GLYPHS", 3)
    with open_pdf(bound((page(b"BT /F1 10 Tf 50 200 Td (abc) Tj ET"), WORD))) as file:
        assert [entry.text for entry in file.pages() if isinstance(entry, Canvas)] == ["abc", "wor"]
        assert [(notice.code, notice.page) for notice in file.notices] == [("page.truncated", 2)]


def test_segments_read_from_memory_are_those_that_pdfium_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    assert segments._side_by_side()
    at_once = seen(bound(ALL))
    monkeypatch.setattr(segments, "_side_by_side", lambda: False)
    for read, told in zip(at_once, seen(bound(ALL)), strict=True):
        assert_same(read, told)
