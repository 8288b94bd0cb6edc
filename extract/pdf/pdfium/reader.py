"""The fast PDF reader: pages as pdfium sees them. pdfium is not thread-safe; one thread of a process may read at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from pledgecards.extract.document import DAMAGED, ENCRYPTED, Unreadable
from pledgecards.extract.pdf.canvas import Canvas
from pledgecards.extract.pdf.clues import may_shade
from pledgecards.extract.pdf.glyphs import Glyphs, set_glyphs
from pledgecards.extract.pdf.pdfium.attachments import pdfium_attachments
from pledgecards.extract.pdf.pdfium.calls import PageError, pdfium
from pledgecards.extract.pdf.pdfium.objects import PageObjects
from pledgecards.extract.pdf.pdfium.pages import OpenPage, open_pages
from pledgecards.extract.pdf.pdfium.paths import read_images, read_paths
from pledgecards.extract.pdf.pdfium.pictures import pictures_over
from pledgecards.extract.pdf.pdfium.text import read_glyphs
from pledgecards.extract.pdf.sheet import canvas_of
from pledgecards.extract.pdf.straightening import crooked, straightening_of
from pledgecards.extract.pdf.strokes import read_drawing

_SHEAF = 8
"""So many pages are read together at most. Most of the work is done by numpy, which takes as long for one page as for some."""


class PdfiumFile:
    """An open PDF. `data` is not copied; it is kept until `close`.

    Raises Unreadable: `file.encrypted` where a password is needed, `file.damaged` where pdfium finds no document.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._document:
            error = pdfium.FPDF_GetLastError()
            if error in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
                raise Unreadable("file.encrypted", ENCRYPTED)
            raise Unreadable("file.damaged", DAMAGED)
        self.page_count: int = max(0, pdfium.FPDF_GetPageCount(self._document))
        self.repaired = not pdfium.FPDF_DocumentHasValidCrossReferenceTable(self._document)
        self.attachments = pdfium_attachments(self._document)
        self.unshown: dict[int, tuple[str, ...]] = {}
        self._ahead: dict[int, tuple[Canvas, bool]] = {}
        self._alone_up_to = 0
        self._may_shade: bool | None = None
        self._scale: float | None = None

    def read_page(self, number: int) -> tuple[Canvas, bool]:
        """The page `number` (1-based), and whether parts of it were left out because there are too many. Raises PageError.

        Those that follow are read with it, and kept until they are asked for. If one of them cannot be read in company,
        all are read one by one.
        """
        last = min(number + _SHEAF - 1, self.page_count)
        if number not in self._ahead and number > self._alone_up_to:
            try:
                self._ahead = self._read(number, last)
            except Exception:  # noqa: BLE001  (a page may break its reading in any way; alone it has its turn)
                self._alone_up_to = last
        found = self._ahead.pop(number, None)
        return self._read(number, number)[number] if found is None else found

    def _read(self, first: int, last: int) -> dict[int, tuple[Canvas, bool]]:
        with open_pages(self._document, first, last) as pages, np.errstate(over="ignore", invalid="ignore"):
            objects = PageObjects(pages, self._shades)
            glyphs = read_glyphs(pages, objects)
            back: tuple[float, ...] | None = None
            if crooked(glyphs, [max(page.width, page.height) for page in pages]) or (self._scale or 1) != 1:
                pages, objects, glyphs, back = self._straightened(pages, objects, glyphs)
            else:
                self._scale = 1.0
            canvases = _canvases(self._document, pages, objects, glyphs, back)
            self.unshown |= {page.number: page.unshown for page in pages if page.unshown}
            cut = {page.number for page in pages if page.cut}
            return {canvas.number: (canvas, objects.truncated or canvas.number in cut) for canvas in canvases}

    def _straightened(
        self, pages: list[OpenPage], objects: PageObjects, glyphs: Glyphs
    ) -> tuple[list[OpenPage], PageObjects, Glyphs, tuple[float, ...] | None]:
        """A page that is alone, as it is when it is straightened, read again where it has to be. Raises PageError where it is not alone."""
        if len(pages) > 1:
            raise PageError("each page is straightened in its own way")
        [page] = pages
        straight = straightening_of(glyphs, page.width, page.height, self._scale)
        self._scale = straight.scale if straight is not None else 1.0
        if straight is None:
            return pages, objects, glyphs, None
        to_display, width, height = straight.applied(page.to_display, page.width, page.height)
        pages = [replace(page, to_display=to_display, width=width, height=height)]
        objects = PageObjects(pages, self._shades)
        return pages, objects, read_glyphs(pages, objects), straight.back(page.width, page.height)

    def _shades(self) -> bool:
        if self._may_shade is None:
            self._may_shade = may_shade(self._data)
        return self._may_shade

    def close(self) -> None:
        """Closes the document; a second time does nothing."""
        if self._document:
            pdfium.FPDF_CloseDocument(self._document)
            self._document = None
        self._ahead.clear()
        self._data = b""


def _canvases(
    document: Any, pages: list[OpenPage], objects: PageObjects, glyphs: Glyphs, back: tuple[float, ...] | None
) -> list[Canvas]:
    paths = read_paths(objects)
    images = read_images(objects)
    settings = set_glyphs(
        glyphs,
        paths,
        images,
        pictures=pictures_over(document, objects, glyphs),
        unsure=lambda: objects.truncated or objects.may_shade(),
        once=True,
    )
    drawings = read_drawing(paths, len(pages))
    return [
        canvas_of(page.number, page.width, page.height, setting, drawing, boxes, back)
        for page, setting, drawing, boxes in zip(pages, settings, drawings, images, strict=True)
    ]
