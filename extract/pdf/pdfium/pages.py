"""Pages and their text pages while pdfium has them open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pledgecards.extract.pdf.affine import Matrices, is_cut, sound_box, upright
from pledgecards.extract.pdf.pdfium import calls
from pledgecards.extract.pdf.pdfium.annotations import draw_bare
from pledgecards.extract.pdf.pdfium.calls import PageError, opened, pdfium

_MUCH = 20_000
"""Once pages with so many objects and characters are open no more are opened with them: what is held for them is bounded."""


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page, 1-based `number`, and its text page, by their addresses, with how many objects and characters these have.

    to_display  the matrix from its own space to the page as displayed, which is `width` by `height` points
    unshown     what fields and other annotations say that cannot be drawn
    cut         its box is larger than a page may be, and a part of it is left out
    """

    number: int
    page: int
    text: int
    characters: int
    objects: int
    to_display: Matrices
    width: float
    height: float
    unshown: tuple[str, ...]
    cut: bool


@contextmanager
def open_pages(document: Any, first: int, last: int) -> Iterator[list[OpenPage]]:
    """The pages from `first` (1-based) on, up to `last` or to where there is much on them; closed in the end.

    Raises PageError if one of them cannot be opened.
    """
    opened: list[tuple[Any, Any]] = []
    pages: list[OpenPage] = []
    much = 0
    try:
        for number in range(first, last + 1):
            page, unshown = _page(document, number)
            text = pdfium.FPDFText_LoadPage(page)
            opened.append((page, text))
            if not text:
                raise PageError("no text page")
            pages.append(_measured(number, page, text, unshown))
            much += pages[-1].characters + pages[-1].objects
            if much > _MUCH:
                break
        yield pages
    finally:
        for page, text in opened:
            if text:
                pdfium.FPDFText_ClosePage(text)
            pdfium.FPDF_ClosePage(page)


def _page(document: Any, number: int) -> tuple[Any, tuple[str, ...]]:
    """A page with what is seen of its annotations (filled fields, ticks and words put on it) among its contents, and what those say that
    cannot be seen. Raises PageError."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    unshown: tuple[str, ...] = ()
    count = pdfium.FPDFPage_GetAnnotCount(page) if page else 0
    if count > 0:
        unshown = draw_bare(page, count)
        flat = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        if flat == pdfium.FLATTEN_SUCCESS:
            # Its contents are taken in when a page is loaded.
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        raise PageError(f"pdfium error {pdfium.FPDF_GetLastError()}")
    return page, unshown


def _measured(number: int, page: Any, text: Any, unshown: tuple[str, ...]) -> OpenPage:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    turns = pdfium.FPDFPage_GetRotation(page)
    sides = box.left, box.bottom, box.right, box.top
    to_display, width, height = upright(*sound_box(*sides), turns)
    drawn, written = opened(page), opened(text)
    characters, objects = max(0, calls.char_count.once(written)), max(0, calls.page_count.once(drawn))
    return OpenPage(number, drawn, written, characters, objects, to_display, width, height, unshown, is_cut(*sides))
