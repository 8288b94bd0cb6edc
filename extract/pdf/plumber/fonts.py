"""The name and weight of a font as pdfminer knows it."""

from __future__ import annotations

import ast

from pdfminer.pdffont import PDFFont
from pdfminer.pdftypes import resolve1

from pledgecards.extract.pdf.fonts import font_name, is_bold, stem_weight
from pledgecards.extract.pdf.glyphs import DESCENT
from pledgecards.extract.pdf.plumber.ink import Point


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


def reach(font: PDFFont) -> float:
    """From the lowest to the highest that a font draws, as a multiple of the font size; 0 where it says nothing."""
    return abs(float(font.get_height()))


def column_place(font: PDFFont, size: float, rise: float, cid: int, advance: float) -> Point:
    """Where a glyph of vertical writing stands, as if it were set in a line."""
    shift = font.char_disp(cid)
    across, down = shift if isinstance(shift, tuple) else (None, 1000)
    left = size * 0.5 if across is None else across * size * 0.001
    return (-left, (1000 - down) * size * 0.001 + rise + advance + DESCENT * size)
