"""The text objects of pages, from pdfium: how each is set, in which font, and what can be seen of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.affine import Matrices
from pledgecards.extract.pdf.canvas import TextStyle
from pledgecards.extract.pdf.loops import Addresses
from pledgecards.extract.pdf.pdfium import calls
from pledgecards.extract.pdf.pdfium.fonts import Face, face, space_width
from pledgecards.extract.pdf.pdfium.objects import PageObjects
from pledgecards.extract.pdf.sizes import LEGIBLE, NARROWEST, true_sizes

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
    outlined filled, and stroked in a colour of its own
    sheer    what is below shows through
    level    runs to the right on an upright page, in a font whose loose boxes can be trusted
    """

    pages: NDArray[np.int64]

    matrices: Matrices
    sizes: NDArray[np.float64]
    nominal: NDArray[np.float64]
    fonts: Addresses
    font_of: NDArray[np.int64]
    foreign: set[int]
    styles: list[list[TextStyle]]
    style_of: NDArray[np.int32]
    clips: NDArray[np.float64]
    headings: NDArray[np.float64]
    level: NDArray[np.bool_]
    outlined: NDArray[np.bool_]
    sheer: NDArray[np.bool_]
    _spaces: NDArray[np.float64] | None = None

    def spaces(self, places: NDArray[np.int64]) -> NDArray[np.float64]:
        """(n,) how wide a space is in the font of each of these text objects, in the text's own space."""
        if self._spaces is None:
            sizes, size_of = np.unique(self.nominal, return_inverse=True)
            fonts, font_of = np.unique(self.fonts, return_inverse=True)
            looks, look_of = np.unique(font_of * len(sizes) + size_of, return_inverse=True)
            widths = [space_width(int(fonts[look // len(sizes)]), float(sizes[look % len(sizes)])) for look in looks]
            self._spaces = np.array(widths)[look_of]
        return np.asarray(self._spaces[places])


def read_runs(objects: PageObjects) -> TextRuns:
    """The text objects of pages, page by page in the order drawn."""
    addresses = objects.texts.addresses
    count = len(addresses)
    pages = objects.pages(objects.texts)
    matrices = objects.matrices(objects.texts)
    nominal = calls.text_size.each(addresses)[:, 0]
    sizes = np.abs(nominal) * np.hypot(matrices[:, 2], matrices[:, 3])
    headings = _headings(matrices[:, :2] * np.sign(nominal)[:, None])
    inks = calls.fill_colour.each(addresses)
    clips = objects.clips(objects.texts)
    modes = calls.text_mode.each(addresses)
    if modes.any():
        stroked = np.isin(modes, _STROKED_MODES)
        inks[stroked] = calls.stroke_colour.each(addresses[stroked])
        clips[np.isin(modes, _INVISIBLE_MODES)] = _NOTHING
    colours = calls.blended(inks)
    unpainted = colours < 0
    if unpainted.any():
        clips[unpainted] = _NOTHING
    squeezed = np.hypot(matrices[:, 0], matrices[:, 1]) < NARROWEST * np.hypot(matrices[:, 2], matrices[:, 3])
    if squeezed.any():
        clips[squeezed] = _NOTHING
    fonts = calls.text_font.each(addresses)
    known, font_of = np.unique(fonts, return_inverse=True)
    faces = [face(font) for font in known.tolist()]
    small = np.flatnonzero(sizes <= LEGIBLE)
    if len(small):
        reaches = np.array([face.reach for face in faces])[font_of[small]]
        sizes[small] = true_sizes(sizes[small], reaches)
    standing = (objects.roots[:, 0] > 0) & ~objects.roots[:, 1:3].any(axis=1)
    level = standing[pages] & (headings[:, 0] > 0.9999)
    if not all(face.boxed for face in faces):
        level &= np.array([face.boxed for face in faces])[font_of]
    foreign = {font for font, face in zip(known.tolist(), faces, strict=True) if not face.embedded}
    numbers, of_pages = _numbered(font_of, pages, len(objects.roots))
    looks = _pack(numbers, sizes, modes, colours)
    styles, style_of = [], np.empty(count, np.int32)
    for (start, stop), of_page in zip(
        pairwise(np.searchsorted(pages, range(len(of_pages) + 1)).tolist()), of_pages, strict=True
    ):
        some, style_of[start:stop] = np.unique(looks[start:stop], return_inverse=True)
        styles.append([_style(look, faces[of_page[look >> 51]]) for look in some.tolist()])
    outlined = modes & 3 == 2
    return TextRuns(
        pages,
        matrices,
        sizes,
        nominal,
        fonts,
        numbers,
        foreign,
        styles,
        style_of,
        clips,
        headings,
        level,
        outlined,
        inks[:, 3] < 255,
    )


def _numbered(
    fonts: NDArray[np.int64], pages: NDArray[np.int64], count: int
) -> tuple[NDArray[np.int64], list[list[int]]]:
    """The fonts of text objects by their number on their page, in the order in which they come there; and the fonts of each page."""
    most = int(fonts.max(initial=0)) + 1
    some, firsts, which = np.unique(pages * most + fonts, return_index=True, return_inverse=True)
    order = firsts.argsort()
    starts = np.searchsorted(some[order] // most, range(count + 1))
    numbers = np.empty(len(some), np.int64)
    numbers[order] = np.arange(len(some)) - starts[some[order] // most]
    coming = (some[order] % most).tolist()
    return numbers[which], [coming[start:stop] for start, stop in pairwise(starts.tolist())]


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
