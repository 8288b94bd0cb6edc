"""Pictures that hide what is below them: without a mask, blended with nothing, and set upright."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np

from pledgecards.extract.pdf.affine import cut_boxes, move_boxes, upright_squares
from pledgecards.extract.pdf.covered import Veils
from pledgecards.extract.pdf.glyphs import Glyphs
from pledgecards.extract.pdf.pdfium.calls import pdfium
from pledgecards.extract.pdf.pdfium.objects import PageObjects

_MOST_TRIED = 20
"""So many pictures of a sheaf of pages are drawn to see whether anything shows through, at most."""


def pictures_over(document: Any, objects: PageObjects, glyphs: Glyphs) -> Veils | None:
    """The pictures of pages that hide glyphs painted before them; None where there are none. document: pdfium's."""
    images = objects.images
    if not len(images.addresses) or not len(glyphs.order):
        return None
    late = np.flatnonzero(images.order > glyphs.order.min())
    if not len(late):
        return None
    images = images.pick(late)
    matrices, pages = objects.matrices(images), objects.pages(images)
    squares = np.broadcast_to([0.0, 0.0, 1.0, 1.0], (len(matrices), 4))
    boxes = cut_boxes(move_boxes(squares, matrices), objects.clips(images))
    order, page_of, (x, y) = glyphs.order[glyphs.runs], glyphs.pages[glyphs.runs], glyphs.origins.T
    found: list[int] = []
    for place in np.flatnonzero(upright_squares(matrices) & objects.opaque(images)).tolist():
        left, top, right, bottom = boxes[place]
        below = (left <= x) & (x <= right) & (top <= y) & (y <= bottom)
        if (below & (page_of == pages[place]) & (order < images.order[place])).any():
            found.append(place)
    found = [
        place
        for place in found[:_MOST_TRIED]
        if _is_full(document, objects.open_pages[pages[place]].page, int(images.addresses[place]))
    ]
    return Veils(boxes[found], pages[found], images.order[found]) if found else None


def _is_full(document: Any, page: int, image: int) -> bool:
    """Whether nothing shows through a picture."""
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(
        document, ctypes.cast(page, pdfium.FPDF_PAGE), ctypes.cast(image, pdfium.FPDF_PAGEOBJECT)
    )
    if not bitmap:
        return False
    try:
        if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA:
            return True
        buffer = pdfium.FPDFBitmap_GetBuffer(bitmap)
        height, stride = pdfium.FPDFBitmap_GetHeight(bitmap), pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = np.ctypeslib.as_array(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ubyte)), (height, stride))
        return bool((pixels[:, 3 : 4 * pdfium.FPDFBitmap_GetWidth(bitmap) : 4] == 255).all())
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
