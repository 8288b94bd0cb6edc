"""pdfium's pages are read several at a time: each comes out as if it had been read alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from raw_pdf import page
from sheaf import ALL, EMPTY, WORD, assert_same, bound, seen

from pledgecards.extract.pdf import open_pdf
from pledgecards.extract.pdf.canvas import Canvas
from pledgecards.extract.pdf.pdfium import reader as reading
from pledgecards.extract.pdf.pdfium import segments
from pledgecards.extract.pdf.pdfium.calls import PageError


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
    monkeypatch.setattr("pledgecards.extract.pdf.pdfium.text.MOST_GLYPHS", 3)
    with open_pdf(bound((page(b"BT /F1 10 Tf 50 200 Td (abc) Tj ET"), WORD))) as file:
        assert [entry.text for entry in file.pages() if isinstance(entry, Canvas)] == ["abc", "wor"]
        assert [(notice.code, notice.page) for notice in file.notices] == [("page.truncated", 2)]


def test_segments_read_from_memory_are_those_that_pdfium_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    assert segments._side_by_side()
    at_once = seen(bound(ALL))
    monkeypatch.setattr(segments, "_side_by_side", lambda: False)
    for read, told in zip(at_once, seen(bound(ALL)), strict=True):
        assert_same(read, told)
