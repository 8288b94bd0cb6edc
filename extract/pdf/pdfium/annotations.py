"""Annotations of a page that say something and have no appearance of their own: pdfium draws them, or what they say is told."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from pledgecards.extract.pdf.pdfium.attachments import utf16
from pledgecards.extract.pdf.pdfium.calls import pdfium

UNSEEN = 2 | 32
"""The flags of an annotation that is hidden, or not to be viewed."""

_MOST = 5000
_SAYS = {pdfium.FPDF_ANNOT_WIDGET: b"V", pdfium.FPDF_ANNOT_FREETEXT: b"Contents", pdfium.FPDF_ANNOT_STRIKEOUT: b""}
"""The kinds that are drawn, and where each has its words."""
_UNTICKED = ("", "Off")
_END = 2
"""Bytes of a text that is empty: a zero ends it."""


def draw_bare(page: Any, count: int) -> tuple[str, ...]:
    """Has pdfium draw the bare ones among the `count` annotations of an open page; what those say that stay bare is returned.

    pdfium draws them where a page is shown, and in Latin letters only: of words in others it would leave some out, so that none are drawn.
    """
    bare = list(_bare(page, count))
    if bare and all(words.isascii() for words in bare):
        bitmap = pdfium.FPDFBitmap_Create(1, 1, 0)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, 1, 1, 0, pdfium.FPDF_ANNOT)
        pdfium.FPDFBitmap_Destroy(bitmap)
        bare = list(_bare(page, count))
    return tuple(words for words in bare if words)


def _bare(page: Any, count: int) -> Iterator[str]:
    """What each annotation without an appearance says (nothing: a line through other words)."""
    for index in range(min(count, _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            key = _SAYS.get(pdfium.FPDFAnnot_GetSubtype(annotation))
            if key is None or pdfium.FPDFAnnot_GetFlags(annotation) & UNSEEN:
                continue
            if pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _END:
                continue
            words = _words(annotation, key) if key else ""
            if not key or words not in _UNTICKED:
                yield words
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _words(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(max(_END, length))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return " ".join(utf16(buffer, length).split())
