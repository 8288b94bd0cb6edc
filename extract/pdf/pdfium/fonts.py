"""What pdfium knows of a page's fonts: their faces, and how wide their characters are."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import numpy as np

from pledgecards.extract.pdf.fonts import font_name, is_bold
from pledgecards.extract.pdf.loops import handle
from pledgecards.extract.pdf.pdfium import calls

_NO_CHARACTER = 0xFFFF
_COMMON = tuple(map(ord, " 01234567890.,-()/~가기사시업이지"))
"""A font that was not stripped of its widths has one for some of these."""
_NAME = np.zeros(512, np.uint8)
_NAME_LENGTH = ctypes.c_size_t(len(_NAME))
_NUMBERS = np.zeros(2, np.float32)
_NAME_SLOT, _FIRST, _SECOND = (
    handle(place) for place in (_NAME.ctypes.data, _NUMBERS.ctypes.data, _NUMBERS.ctypes.data + 4)
)
_EM = ctypes.c_float(1000.0)


@dataclass(frozen=True, slots=True)
class Face:
    """A font as pdfium knows it. boxed: it has advance widths, and its ascent and descent make sense, so loose boxes are by
    its advance widths. reach: from the one to
    the other, as a multiple of the font size."""

    name: str
    bold: bool
    boxed: bool
    embedded: bool
    reach: float


def face(address: int) -> Face:
    """The face of the font at an address."""
    _NAME[:] = 0
    calls.font_base_name.once(address, _NAME_SLOT, _NAME_LENGTH)
    name = font_name(_NAME.tobytes().partition(b"\0")[0])
    _NUMBERS[:] = 0
    calls.font_ascent.once(address, _EM, _FIRST)
    calls.font_descent.once(address, _EM, _SECOND)
    ascent, descent = _NUMBERS.tolist()
    bold = is_bold(name, calls.font_weight.once(address), max(calls.font_flags.once(address), 0))
    reach = abs(ascent - descent)
    boxed = reach >= 1 and any(font_width(address, code, 1.0) > 0 for code in _COMMON)
    return Face(name, bold, boxed, calls.font_embedded.once(address) != 0, reach / _EM.value)


def font_width(font: int, code: int, size: float) -> float:
    """The advance width of a character in a font, in the text's own space; 0 where the font does not have it."""
    _NUMBERS[0] = 0
    calls.font_glyph_width.once(font, code, ctypes.c_float(abs(size)), _FIRST)
    return float(_NUMBERS[0])


def space_width(font: int, size: float) -> float:
    """The advance width of a font's space in the text's own space.

    Where the font has none pdfium answers with the width of the missing glyph; then it is a usual one, 0.3 of the size.
    """
    width = font_width(font, 0x20, size)
    return width if width > 0 and width != font_width(font, _NO_CHARACTER, size) else 0.3 * abs(size)
