"""The text objects of pages, from pdfium: how each is set, in which font, and what can be seen of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf import pdfium_calls as calls
from pledgecards.extract.pdf.affine import Matrices
from pledgecards.extract.pdf.canvas import TextStyle
from pledgecards.extract.pdf.pdfium_fonts import Face, face, space_width
from pledgecards.extract.pdf.pdfium_objects import PageObjects

_INVISIBLE_MODES = (3, 7)
_STROKED_MODES = (1, 5)
_LARGEST = 600_000.0
"""Font sizes above this many points are no sizes."""
_NOTHING = (np.inf, np.inf, -np.inf, -np.inf)


@dataclass(slots=True)
class TextRuns:
    """The text objects of pages, one entry each: page (by its place among the pages), matrix as displayed, font size there
    and in the file, font, style, what can be seen.

    fonts    the address of each one's font in pdfium; font_of numbers those of its page
    foreign  the fonts that are not embedded
    styles   those of each page; style_of is a place among those of its page
    level    runs to the right on an upright page, in a font whose loose boxes can be trusted
    """

    pages: NDArray[np.int64]

    matrices: Matrices
    sizes: NDArray[np.float64]
    nominal: NDArray[np.float64]
    fonts: list[int]
    font_of: NDArray[np.int64]
    foreign: set[int]
    styles: list[list[TextStyle]]
    style_of: NDArray[np.int32]
    clips: NDArray[np.float64]
    headings: NDArray[np.float64]
    level: NDArray[np.bool_]
    _spaces: dict[tuple[int, float], float] = field(default_factory=dict)

    def spaces(self, places: NDArray[np.int64]) -> NDArray[np.float64]:
        """(n,) how wide a space is in the font of each of these text objects, in the text's own space."""
        objects, which = np.unique(places, return_inverse=True)
        looks = [
            (self.fonts[place], size)
            for place, size in zip(objects.tolist(), self.nominal[objects].tolist(), strict=True)
        ]
        for look in dict.fromkeys(looks):
            if look not in self._spaces:
                self._spaces[look] = space_width(*look)
        return np.array([self._spaces[look] for look in looks])[which]


def read_runs(objects: PageObjects) -> TextRuns:
    """The text objects of pages, page by page in the order drawn."""
    addresses = objects.texts.addresses
    count = len(addresses)
    pages = objects.pages(objects.texts)
    matrices = objects.matrices(objects.texts)
    nominal = calls.text_size.each(addresses)[:, 0]
    sizes = np.abs(nominal) * np.hypot(matrices[:, 2], matrices[:, 3])
    headings = _headings(matrices[:, :2] * np.sign(nominal)[:, None])
    colours = calls.blended(calls.fill_colour.each(addresses))
    clips = objects.clips(objects.texts)
    modes = calls.text_mode.each(addresses)
    if modes.any():
        stroked = np.isin(modes, _STROKED_MODES)
        colours[stroked] = calls.blended(calls.stroke_colour.each(addresses[stroked]))
        clips[np.isin(modes, _INVISIBLE_MODES)] = _NOTHING
    unpainted = colours < 0
    if unpainted.any():
        clips[unpainted] = _NOTHING
    fonts = calls.text_font.each(addresses).tolist()
    faces = {font: face(font) for font in dict.fromkeys(fonts)}
    level = (objects.roots[pages, 0] > 0) & (headings[:, 0] > 0.9999)
    if not all(face.boxed for face in faces.values()):
        level &= [faces[font].boxed for font in fonts]
    foreign = {font for font, face in faces.items() if not face.embedded}
    bounds = np.searchsorted(pages, range(len(objects.roots) + 1)).tolist()
    font_of, styles, style_of = np.empty(count, np.int64), [], np.empty(count, np.int32)
    for start, stop in pairwise(bounds):
        numbers = {font: number for number, font in enumerate(dict.fromkeys(fonts[start:stop]))}
        font_of[start:stop] = list(map(numbers.__getitem__, fonts[start:stop]))
    looks = _pack(font_of, sizes, modes, colours).tolist()
    for start, stop in pairwise(bounds):
        places = {look: place for place, look in enumerate(sorted(set(looks[start:stop])))}
        of_page = list(dict.fromkeys(fonts[start:stop]))
        styles.append([_style(look, faces[of_page[look >> 51]]) for look in places])
        style_of[start:stop] = list(map(places.__getitem__, looks[start:stop]))
    return TextRuns(pages, matrices, sizes, nominal, fonts, font_of, foreign, styles, style_of, clips, headings, level)


def _headings(along: NDArray[np.float64]) -> NDArray[np.float64]:
    """Vectors (n, 2) at the length 1; those without a length as if they ran to the right."""
    if not along[:, 1].any() and (along[:, 0] > 0).all():
        return np.array(((1.0, 0.0),)).repeat(len(along), axis=0)
    length = np.hypot(along[:, 0], along[:, 1])[:, None]
    return np.where(length > 0, along / np.where(length > 0, length, 1), [1.0, 0.0])


def _pack(
    fonts: NDArray[np.int64], sizes: NDArray[np.float64], modes: NDArray[np.int64], colours: NDArray[np.int64]
) -> NDArray[np.int64]:
    """What makes a style, in one number each: font, size in hundredths of a point, outline, colour."""
    hundredths = np.rint(np.fmin(np.fmax(sizes, 0), _LARGEST) * 100).astype(np.int64)
    outlined = modes & 3 == 2
    packed = (((fonts % 4096) << 26 | hundredths) << 1 | outlined) << 24 | np.maximum(colours, 0)
    return np.asarray(packed, np.int64)


def _style(look: int, face: Face) -> TextStyle:
    return TextStyle(face.name, (look >> 25 & 0x3FFFFFF) / 100, face.bold or bool(look >> 24 & 1), look & 0xFFFFFF)
