"""The calls into pdfium that are made once a glyph, object or path segment, bound for speed.

The generated bindings convert every argument through a declared type, which costs more than the call itself.
Here nothing is declared: a pointer is its address, and a call is made for a whole array at once (see `loops`).
A wrong argument would crash the process, so nothing outside the pdfium reader calls these.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from pledgecards.extract.pdf import loops
from pledgecards.extract.pdf.loops import ADDRESS, INT, UNSIGNED, Addresses, bound, handle

pdfium: Any = pypdfium2.raw
"""The plain bindings, for calls that are made once a page. Importing their package initialises the library."""

Numbers = NDArray[np.int64]


class PageError(Exception):
    """A page that pdfium cannot read, or reads wrongly, or not together with others."""


def opened(pointer: object) -> int:
    """The address behind a pointer of the plain bindings."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Call:
    """A function of pdfium whose first argument is a pointer, its owner, and which answers with a number or an address."""

    address: int
    result: int

    def once(self, owner: int, *arguments: Any) -> int:
        """What it answers to one owner; the other arguments are ints or made ready for ctypes."""
        answer: int = bound(self.address, self.result)(handle(owner), *arguments)
        return answer

    def each(self, owners: Addresses, first: Numbers | None = None, second: Numbers | None = None) -> Numbers:
        """(n,) what it answers to each owner, with its one or two ints."""
        answers = np.empty(len(owners), np.int64)
        loops.LOOPS.ask(self.address, self.result, _ready(owners), _ints(first), _ints(second), answers)
        return answers


@dataclass(frozen=True, slots=True)
class Writer:
    """A function of pdfium that writes `width` numbers of a kind for its owner: through a pointer to the first of them or,
    `split`, through one to each."""

    address: int
    kind: type[np.generic]
    width: int
    split: bool

    def each(self, owners: Addresses, first: Numbers | None = None) -> NDArray[Any]:
        """(n, width) float64 or int64: what it writes for each owner, with its int. What pdfium refuses is zeros."""
        written = np.zeros((len(owners), self.width), self.kind)
        loops.LOOPS.fill(self.address, _ready(owners), _ints(first), self.width if self.split else 1, written)
        return written.astype(np.float64 if issubclass(self.kind, np.floating) else np.int64)


def _ready(owners: Addresses) -> Addresses:
    return np.ascontiguousarray(owners)


def _ints(numbers: Numbers | None) -> NDArray[np.int32] | None:
    return None if numbers is None else numbers.astype(np.int32)


def numbered(owners: Sequence[int], counts: Sequence[int] | Numbers) -> tuple[Addresses, Numbers]:
    """The parts of owners that have so many, one after the other: whose each is, and its number (from 0) there."""
    if len(counts) == 1:
        return np.full(counts[0], owners[0]), np.arange(counts[0])
    numbers = np.asarray(counts)
    firsts = numbers.cumsum() - numbers
    return np.array(owners).repeat(numbers), np.arange(int(numbers.sum())) - firsts.repeat(numbers)


def gather(addresses: Addresses, sizes: Numbers) -> NDArray[np.uint8]:
    """So many bytes of pdfium's memory from each address, one after the other."""
    found = np.empty(int(sizes.sum()), np.uint8)
    loops.LOOPS.gather(_ready(addresses), _ready(sizes), found)
    return found


def _call(function: object, result: int = INT) -> Call:
    return Call(opened(function), result)


def _floats(function: object, width: int, *, split: bool = True) -> Writer:
    return Writer(opened(function), np.float32, width, split)


def _doubles(function: object, width: int) -> Writer:
    return Writer(opened(function), np.float64, width, split=True)


page_count = _call(pdfium.FPDFPage_CountObjects)
page_object = _call(pdfium.FPDFPage_GetObject, ADDRESS)
form_object = _call(pdfium.FPDFFormObj_GetObject, ADDRESS)
form_count = _call(pdfium.FPDFFormObj_CountObjects)
object_type = _call(pdfium.FPDFPageObj_GetType)
object_matrix = _floats(pdfium.FPDFPageObj_GetMatrix, 6, split=False)
"""a, b, c, d, e, f."""
object_bounds = _floats(pdfium.FPDFPageObj_GetBounds, 4)
"""left, bottom, right, top."""
object_marks = _call(pdfium.FPDFPageObj_CountMarks)
object_transparent = _call(pdfium.FPDFPageObj_HasTransparency)
"""Whether it is blended with what is below it: by its alpha, its blend mode, a mask, or as a group."""
fill_colour = Writer(opened(pdfium.FPDFPageObj_GetFillColor), np.uint32, 4, split=True)
"""red, green, blue, alpha."""
stroke_colour = Writer(opened(pdfium.FPDFPageObj_GetStrokeColor), np.uint32, 4, split=True)
stroke_width = _floats(pdfium.FPDFPageObj_GetStrokeWidth, 1)

object_clip = _call(pdfium.FPDFPageObj_GetClipPath, ADDRESS)
clip_paths = _call(pdfium.FPDFClipPath_CountPaths)
clip_segments = _call(pdfium.FPDFClipPath_CountPathSegments)
clip_segment = _call(pdfium.FPDFClipPath_GetPathSegment, ADDRESS)

path_segments = _call(pdfium.FPDFPath_CountSegments)
path_segment = _call(pdfium.FPDFPath_GetPathSegment, ADDRESS)
path_mode = Writer(opened(pdfium.FPDFPath_GetDrawMode), np.int32, 2, split=True)
"""Fill mode (0 none, 1 even-odd, 2 non-zero) and whether it is stroked."""
segment_point = _floats(pdfium.FPDFPathSegment_GetPoint, 2)
segment_type = _call(pdfium.FPDFPathSegment_GetType)
segment_close = _call(pdfium.FPDFPathSegment_GetClose)

text_font = _call(pdfium.FPDFTextObj_GetFont, ADDRESS)
text_size = _floats(pdfium.FPDFTextObj_GetFontSize, 1)
text_mode = _call(pdfium.FPDFTextObj_GetTextRenderMode)

font_base_name = _call(pdfium.FPDFFont_GetBaseFontName)
font_ascent = _call(pdfium.FPDFFont_GetAscent)
font_descent = _call(pdfium.FPDFFont_GetDescent)
font_weight = _call(pdfium.FPDFFont_GetWeight)
font_flags = _call(pdfium.FPDFFont_GetFlags)
font_embedded = _call(pdfium.FPDFFont_GetIsEmbedded)
font_glyph_width = _call(pdfium.FPDFFont_GetGlyphWidth)

char_object = _call(pdfium.FPDFText_GetTextObject, ADDRESS)
char_loose_box = _floats(pdfium.FPDFText_GetLooseCharBox, 4, split=False)
"""left, top, right, bottom."""
char_origin = _doubles(pdfium.FPDFText_GetCharOrigin, 2)
char_box = _doubles(pdfium.FPDFText_GetCharBox, 4)
"""left, right, bottom, top of its ink."""
char_count = _call(pdfium.FPDFText_CountChars)
page_text = _call(pdfium.FPDFText_GetText)
char_code = _call(pdfium.FPDFText_GetUnicode, UNSIGNED)
char_generated = _call(pdfium.FPDFText_IsGenerated)
char_hyphen = _call(pdfium.FPDFText_IsHyphen)
char_unmapped = _call(pdfium.FPDFText_HasUnicodeMapError)


def blended(colours: NDArray[np.int64]) -> NDArray[np.int64]:
    """0xRRGGBB of (n, 4) red, green, blue, alpha over white paper; -1 where nothing is painted (alpha 0)."""
    alpha = colours[:, 3:]
    opaque = bool((alpha == 255).all())
    seen = colours if opaque else (colours[:, :3] * alpha + 255 * (255 - alpha) + 127) // 255
    packed: NDArray[np.int64] = (seen[:, 0] << 16) | (seen[:, 1] << 8) | seen[:, 2]
    return packed if opaque else np.where(alpha[:, 0] > 0, packed, -1)
