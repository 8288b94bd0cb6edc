"""The text objects of a page, from pdfium: how each is set, in which font, and what can be seen of it."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf import pdfium_calls as calls
from pledgecards.extract.pdf.affine import Matrices, compose
from pledgecards.extract.pdf.canvas import TextStyle
from pledgecards.extract.pdf.fonts import font_name, is_bold
from pledgecards.extract.pdf.pdfium_calls import pdfium
from pledgecards.extract.pdf.pdfium_objects import PageObjects

_INVISIBLE_MODES = (3, 7)
_STROKED_MODES = (1, 5)
_LARGEST = 600_000.0
"""Font sizes above this many points are no sizes."""
_NO_CHARACTER = 0xFFFF
_NOTHING = (np.inf, np.inf, -np.inf, -np.inf)


@dataclass(slots=True)
class TextRuns:
    """The page's text objects, one entry each: matrix as displayed, font size there and in the file, font, style, what can be seen.

    fonts    the address of each one's font in pdfium; font_of numbers them
    foreign  the fonts that are not embedded
    level    runs to the right on an upright page, in a font whose loose boxes can be trusted
    """

    matrices: Matrices
    sizes: NDArray[np.float64]
    nominal: NDArray[np.float64]
    fonts: list[int]
    font_of: NDArray[np.int64]
    foreign: set[int]
    styles: list[TextStyle]
    style_of: NDArray[np.int32]
    clips: NDArray[np.float64]
    headings: NDArray[np.float64]
    level: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Font:
    """A font as pdfium knows it. boxed: its ascent and descent make sense, so loose boxes are by its advance widths."""

    name: str
    bold: bool
    boxed: bool
    embedded: bool


def read_runs(objects: PageObjects) -> TextRuns:
    """The text objects of a page, in the order drawn."""
    handles, frames = objects.texts.handles, np.array(objects.texts.frames, np.int64)
    matrices = compose(calls.MATRIX.fill(calls.object_matrix, handles).astype(np.float64), objects.frames[frames])
    nominal = calls.ONE_FLOAT.fill(calls.text_size, handles)[:, 0].astype(np.float64)
    sizes = np.abs(nominal) * np.hypot(matrices[:, 2], matrices[:, 3])
    heading = matrices[:, :2] * np.sign(nominal)[:, None]
    length = np.hypot(heading[:, 0], heading[:, 1])[:, None]
    headings = np.where(length > 0, heading / np.where(length > 0, length, 1), [1.0, 0.0])
    fonts = list(map(calls.text_font, handles))
    table = {font: _font(font) for font in dict.fromkeys(fonts)}
    modes = list(map(calls.text_mode, handles))
    special = [place for place, mode in enumerate(modes) if mode]
    colours = calls.blended(calls.FOUR_COUNTS.fill(calls.fill_colour, handles))
    stroked = [place for place in special if modes[place] in _STROKED_MODES]
    colours[stroked] = calls.blended(calls.FOUR_COUNTS.fill(calls.stroke_colour, [handles[place] for place in stroked]))
    clips = objects.clips(objects.texts)
    clips[colours < 0] = _NOTHING
    clips[[place for place in special if modes[place] in _INVISIBLE_MODES]] = _NOTHING
    level = (objects.frames[0][0] > 0) & (headings[:, 0] > 0.9999)
    boxless = {font for font, face in table.items() if not face.boxed}
    if boxless:
        level &= [font not in boxless for font in fonts]
    numbers = {font: number for number, font in enumerate(table)}
    font_of = np.array([numbers[font] for font in fonts], np.int64)
    faces = list(table.values())
    looks, style_of = np.unique(_pack(font_of, sizes, np.array(modes, np.int64), colours), return_inverse=True)
    styles = [_style(look, faces) for look in looks.tolist()]
    foreign = {font for font, face in table.items() if not face.embedded}
    return TextRuns(
        matrices, sizes, nominal, fonts, font_of, foreign, styles, style_of.astype(np.int32), clips, headings, level
    )


def _pack(
    fonts: NDArray[np.int64], sizes: NDArray[np.float64], modes: NDArray[np.int64], colours: NDArray[np.int64]
) -> NDArray[np.int64]:
    """What makes a style, in one number each: font, size in hundredths of a point, outline, colour."""
    hundredths = np.rint(np.fmin(np.fmax(sizes, 0), _LARGEST) * 100).astype(np.int64)
    outlined = modes & 3 == 2
    packed = (((fonts % 4096) << 26 | hundredths) << 1 | outlined) << 24 | np.maximum(colours, 0)
    return np.asarray(packed, np.int64)


def _style(look: int, faces: list[_Font]) -> TextStyle:
    face = faces[look >> 51]
    return TextStyle(face.name, (look >> 25 & 0x3FFFFFF) / 100, face.bold or bool(look >> 24 & 1), look & 0xFFFFFF)


def _font(address: int) -> _Font:
    if not address:
        return _Font("", False, False, True)
    font = ctypes.cast(address, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(512)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = font_name(buffer.value)
    ascent, descent = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFFont_GetAscent(font, 1000.0, ascent)
    pdfium.FPDFFont_GetDescent(font, 1000.0, descent)
    bold = is_bold(name, pdfium.FPDFFont_GetWeight(font), max(pdfium.FPDFFont_GetFlags(font), 0))
    return _Font(name, bold, abs(ascent.value - descent.value) >= 1, pdfium.FPDFFont_GetIsEmbedded(font) != 0)


def font_width(font: int, code: int, size: float) -> float:
    """The advance width of a character in a font, in the text's own space; 0 where the font does not have it."""
    width = ctypes.c_float()
    pdfium.FPDFFont_GetGlyphWidth(ctypes.cast(font, pdfium.FPDF_FONT), code, abs(size), width)
    return float(width.value)


def space_width(font: int, size: float) -> float:
    """The advance width of a font's space in the text's own space.

    Where the font has none pdfium answers with the width of the missing glyph; then it is a usual one, 0.3 of the size.
    """
    width = font_width(font, 0x20, size)
    return width if width > 0 and width != font_width(font, _NO_CHARACTER, size) else 0.3 * abs(size)
