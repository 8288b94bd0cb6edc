"""The name and weight of a font as pdfminer knows it."""

from __future__ import annotations

import ast

from pdfminer.pdffont import PDFFont
from pdfminer.pdftypes import resolve1

from pledgecards.extract.pdf.fonts import font_name, is_bold, stem_weight


def face(font: PDFFont) -> tuple[str, bool]:
    """(name without subset tag, whether it is bold)."""
    known: tuple[str, bool] | None = getattr(font, "pledgecards_face", None)
    if known is None:
        known = _face(font)
        font.pledgecards_face = known  # type: ignore[attr-defined]
    return known


def _face(font: PDFFont) -> tuple[str, bool]:
    raw = font.fontname
    if isinstance(raw, str):
        # pdfminer gives names that are no UTF-8 as the text of a bytes literal.
        name = font_name(ast.literal_eval(raw) if raw.startswith(("b'", 'b"')) else raw.encode())
    else:
        name = font_name(bytes(raw or b""))
    stem, flags = resolve1(font.descriptor.get("StemV")), resolve1(font.descriptor.get("Flags"))
    weight = stem_weight(stem) if isinstance(stem, int | float) else 0
    return name, is_bold(name, weight, flags if isinstance(flags, int) else 0)
