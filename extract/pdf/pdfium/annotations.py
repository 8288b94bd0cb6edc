"""Annotations of a page that say something and have no appearance of their own: pdfium draws them, or what they say is told."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

from pledgecards.extract.pdf.pdfium.attachments import utf16
from pledgecards.extract.pdf.pdfium.calls import pdfium

UNSEEN = 2 | 32
"""The flags of an annotation that is hidden, or not to be viewed."""

_MOST = 5000
_SAYS = {pdfium.FPDF_ANNOT_WIDGET: b"V", pdfium.FPDF_ANNOT_FREETEXT: b"Contents", pdfium.FPDF_ANNOT_STRIKEOUT: b""}
"""The kinds that are drawn, and where each has its words."""
_SHOWS = re.compile(r"(?<![A-Za-z])(?:T[jJ]|Do|BI|c)(?![A-Za-z])|[)>\]]\s*['\"]")
"""What paints letters, forms and pictures, or curves that may be letters; a frame and a ground are no words."""
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
            words = _words(annotation, key) if key else ""
            if _has_appearance(annotation, bool(words)):
                continue
            if not key or words not in _UNTICKED:
                yield words
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _has_appearance(annotation: Any, written: bool) -> bool:
    """Whether an annotation has an appearance, and one that says something where words are written in it."""
    length = pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
    if length <= _END or not written or pdfium.FPDFAnnot_HasKey(annotation, b"AS"):
        return bool(length > _END)
    buffer = ctypes.create_string_buffer(length)
    pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, pointer, length)
    return says_something(utf16(buffer, length))


def says_something(contents: str) -> bool:
    """Whether the contents of an appearance may show words: that of an empty field, which programs leave as it is when they fill it in, does not."""
    return _SHOWS.search(contents) is not None


def _words(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(max(_END, length))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return " ".join(utf16(buffer, length).split())
