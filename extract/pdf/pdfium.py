"""The fast PDF reader: pages as pdfium sees them. pdfium is not thread-safe; one thread of a process may read at a time."""

from __future__ import annotations

import ctypes

import numpy as np

from pledgecards.extract.page import Unreadable
from pledgecards.extract.pdf.affine import sound_box, upright
from pledgecards.extract.pdf.canvas import Canvas
from pledgecards.extract.pdf.glyphs import set_glyphs
from pledgecards.extract.pdf.pdfium_calls import Handle, PageError, pdfium
from pledgecards.extract.pdf.pdfium_objects import PageObjects
from pledgecards.extract.pdf.pdfium_paths import read_images, read_paths
from pledgecards.extract.pdf.pdfium_text import read_glyphs
from pledgecards.extract.pdf.sheet import canvas_of
from pledgecards.extract.pdf.strokes import read_drawing


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
                raise Unreadable("file.encrypted", "암호가 걸려 있어 열 수 없는 PDF입니다.")
            raise Unreadable("file.damaged", "PDF가 손상되어 열 수 없습니다.")
        self.page_count: int = max(0, pdfium.FPDF_GetPageCount(self._document))
        self.repaired = not pdfium.FPDF_DocumentHasValidCrossReferenceTable(self._document)

    def read_page(self, number: int) -> tuple[Canvas, bool]:
        """The page `number` (1-based), and whether parts of it were left out because there are too many. Raises PageError."""
        page = pdfium.FPDF_LoadPage(self._document, number - 1)
        if not page:
            raise PageError(f"pdfium error {pdfium.FPDF_GetLastError()}")
        try:
            text_page = pdfium.FPDFText_LoadPage(page)
            if not text_page:
                raise PageError("no text page")
            try:
                return _canvas(page, text_page, number)
            finally:
                pdfium.FPDFText_ClosePage(text_page)
        finally:
            pdfium.FPDF_ClosePage(page)

    def close(self) -> None:
        """Closes the document; a second time does nothing."""
        if self._document:
            pdfium.FPDF_CloseDocument(self._document)
            self._document = None
        self._data = b""


def _canvas(page: object, text_page: object, number: int) -> tuple[Canvas, bool]:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    turns = pdfium.FPDFPage_GetRotation(page)
    to_display, width, height = upright(*sound_box(box.left, box.bottom, box.right, box.top), turns)
    objects = PageObjects(_handle(page), to_display, np.array([0.0, 0.0, width, height]))
    with np.errstate(over="ignore", invalid="ignore"):
        setting = set_glyphs(read_glyphs(_handle(text_page), objects))
        drawing = read_drawing(read_paths(objects))
        images = read_images(objects)
    return canvas_of(number, width, height, setting, drawing, images), objects.truncated


def _handle(pointer: object) -> Handle:
    return Handle(ctypes.cast(pointer, ctypes.c_void_p).value)  # type: ignore[arg-type]
