"""The calls into pdfium that are made once a glyph, object or path segment, bound for speed.

The generated bindings convert every argument through a declared type, which costs more than the call itself.
Here nothing is declared: pointers are made ready once (`handle`) and pass as they are, numbers are plain ints, and
results are written into one preallocated array (`Slots`). A wrong argument would crash the process, so nothing outside
the pdfium reader calls these.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, starmap
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import pypdfium2
from numpy.typing import NDArray

if TYPE_CHECKING:
    from ctypes import _CArgObject

pdfium: Any = pypdfium2.raw
"""The plain bindings, for calls that are made once a page. Importing their package initialises the library."""

Handle: TypeAlias = "_CArgObject"
"""A pointer, ready to be an argument."""

handle: Callable[[int], Handle] = ctypes.c_void_p.from_param  # type: ignore[assignment]
"""An address as an argument. An int would be cut to 32 bits; a `c_void_p` would be converted anew for every call."""


def opened(pointer: object) -> Handle:
    """A pointer of the plain bindings as an argument."""
    return handle(ctypes.cast(pointer, ctypes.c_void_p).value or 0)  # type: ignore[arg-type]


class PageError(Exception):
    """A page that pdfium cannot read, or reads wrongly, or not together with others."""


Call = Callable[..., Any]


def _bind(function: object, result: type | None = None) -> Call:
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    assert address is not None
    return ctypes.PYFUNCTYPE(result)(address)


_ADDRESS = ctypes.c_size_t

page_count = _bind(pdfium.FPDFPage_CountObjects, ctypes.c_int)
page_object = _bind(pdfium.FPDFPage_GetObject, _ADDRESS)
form_object = _bind(pdfium.FPDFFormObj_GetObject, _ADDRESS)
form_count = _bind(pdfium.FPDFFormObj_CountObjects, ctypes.c_int)
object_type = _bind(pdfium.FPDFPageObj_GetType, ctypes.c_int)
object_matrix = _bind(pdfium.FPDFPageObj_GetMatrix)
object_bounds = _bind(pdfium.FPDFPageObj_GetBounds)
fill_colour = _bind(pdfium.FPDFPageObj_GetFillColor)
stroke_colour = _bind(pdfium.FPDFPageObj_GetStrokeColor)
stroke_width = _bind(pdfium.FPDFPageObj_GetStrokeWidth)

object_clip = _bind(pdfium.FPDFPageObj_GetClipPath, _ADDRESS)
clip_paths = _bind(pdfium.FPDFClipPath_CountPaths, ctypes.c_int)
clip_segments = _bind(pdfium.FPDFClipPath_CountPathSegments, ctypes.c_int)
clip_segment = _bind(pdfium.FPDFClipPath_GetPathSegment, _ADDRESS)

path_segments = _bind(pdfium.FPDFPath_CountSegments, ctypes.c_int)
path_segment = _bind(pdfium.FPDFPath_GetPathSegment, _ADDRESS)
path_mode = _bind(pdfium.FPDFPath_GetDrawMode)
segment_point = _bind(pdfium.FPDFPathSegment_GetPoint)
segment_type = _bind(pdfium.FPDFPathSegment_GetType, ctypes.c_int)
segment_close = _bind(pdfium.FPDFPathSegment_GetClose, ctypes.c_int)

text_font = _bind(pdfium.FPDFTextObj_GetFont, _ADDRESS)
text_size = _bind(pdfium.FPDFTextObj_GetFontSize)
text_mode = _bind(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int)

font_base_name = _bind(pdfium.FPDFFont_GetBaseFontName)
font_ascent = _bind(pdfium.FPDFFont_GetAscent)
font_descent = _bind(pdfium.FPDFFont_GetDescent)
font_weight = _bind(pdfium.FPDFFont_GetWeight, ctypes.c_int)
font_flags = _bind(pdfium.FPDFFont_GetFlags, ctypes.c_int)
font_embedded = _bind(pdfium.FPDFFont_GetIsEmbedded, ctypes.c_int)
font_glyph_width = _bind(pdfium.FPDFFont_GetGlyphWidth)

char_object = _bind(pdfium.FPDFText_GetTextObject, _ADDRESS)
char_loose_box = _bind(pdfium.FPDFText_GetLooseCharBox)
char_origin = _bind(pdfium.FPDFText_GetCharOrigin)
char_box = _bind(pdfium.FPDFText_GetCharBox)
char_count = _bind(pdfium.FPDFText_CountChars, ctypes.c_int)
page_text = _bind(pdfium.FPDFText_GetText, ctypes.c_int)
char_code = _bind(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
char_generated = _bind(pdfium.FPDFText_IsGenerated, ctypes.c_int)
char_hyphen = _bind(pdfium.FPDFText_IsHyphen, ctypes.c_int)
char_unmapped = _bind(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_int)


def ask(call: Call, *arguments: Iterable[Any]) -> Iterator[Any]:
    """What a call answers to each of the arguments (to each first, second … one, up to the shortest)."""
    # `zip` uses its tuple again where `map` would make a new one for every call: a fifth of what a call costs.
    return starmap(call, zip(*arguments))


class Slots:
    """A scratch array of `rows` × `width` numbers, with a pointer to every row (or to every number of it).

    One call fills one row; `fill` runs a call over many handles or indices, scratch load by scratch load, so that memory
    for pointers stays small however long the page.
    """

    def __init__(self, kind: type[np.generic], width: int, *, split: bool, rows: int = 1024) -> None:
        self._scratch = np.zeros((rows, width), kind)
        self._wide = np.float64 if np.issubdtype(kind, np.floating) else np.int64
        address, step = self._scratch.ctypes.data, self._scratch.itemsize
        self._pointers = [
            [handle(address + (row * width + column) * step) for row in range(rows)]
            for column in (range(width) if split else (0,))
        ]

    def fill(self, call: Call, count: int, *arguments: Iterable[Any]) -> NDArray[Any]:
        """`count` rows of doubles or of 64-bit integers: one for each of the arguments (or for each first, second … one).

        What pdfium refuses is zeros.
        """
        rows = len(self._scratch)
        left = [iter(argument) for argument in arguments]
        loads = []
        for start in range(0, max(count, 1), rows):
            load = min(rows, count - start)
            scratch = self._scratch[:load]
            scratch.fill(0)
            deque(ask(call, *(islice(some, load) for some in left), *self._pointers), 0)
            loads.append(scratch.astype(self._wide))
        return loads[0] if len(loads) == 1 else np.concatenate(loads)


MATRIX = Slots(np.float32, 6, split=False)
"""a, b, c, d, e, f of a matrix."""
LOOSE = Slots(np.float32, 4, split=False)
"""left, top, right, bottom of a loose character box."""
FOUR_FLOATS = Slots(np.float32, 4, split=True)
"""left, bottom, right, top of an object."""
FOUR_DOUBLES = Slots(np.float64, 4, split=True)
"""left, right, bottom, top of a tight character box."""
TWO_FLOATS = Slots(np.float32, 2, split=True)
TWO_DOUBLES = Slots(np.float64, 2, split=True)
ONE_FLOAT = Slots(np.float32, 1, split=True)
FOUR_COUNTS = Slots(np.uint32, 4, split=True)
"""red, green, blue, alpha."""
TWO_INTS = Slots(np.int32, 2, split=True)
"""fill mode (0 none, 1 even-odd, 2 non-zero) and whether it is stroked."""


def blended(colours: NDArray[np.int64]) -> NDArray[np.int64]:
    """0xRRGGBB of (n, 4) red, green, blue, alpha over white paper; -1 where nothing is painted (alpha 0)."""
    alpha = colours[:, 3:]
    opaque = bool((alpha == 255).all())
    seen = colours if opaque else (colours[:, :3] * alpha + 255 * (255 - alpha) + 127) // 255
    packed: NDArray[np.int64] = (seen[:, 0] << 16) | (seen[:, 1] << 8) | seen[:, 2]
    return packed if opaque else np.where(alpha[:, 0] > 0, packed, -1)
