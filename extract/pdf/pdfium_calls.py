"""The calls into pdfium that are made once a glyph, object or path segment, bound for speed.

The generated bindings convert every argument through a declared type, which costs more than the call itself.
Here handles are `c_void_p` objects that pass as they are, numbers are plain ints, and results are written into
one preallocated array (`Slots`). A wrong argument would crash the process, so nothing outside the pdfium reader
calls these.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray

pdfium: Any = pypdfium2.raw
"""The plain bindings, for calls that are made once a page. Importing their package initialises the library."""


class Handle(ctypes.c_void_p):
    """A pointer that pdfium gave or that it writes to. As a subclass it is not turned into an int on return."""


class PageError(Exception):
    """A page that pdfium cannot read, or reads wrongly."""


Call = Callable[..., Any]


def _bind(function: object, result: type) -> Call:
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    assert address is not None
    return ctypes.PYFUNCTYPE(result)(address)


page_count = _bind(pdfium.FPDFPage_CountObjects, ctypes.c_int)
page_object = _bind(pdfium.FPDFPage_GetObject, Handle)
form_object = _bind(pdfium.FPDFFormObj_GetObject, Handle)
form_count = _bind(pdfium.FPDFFormObj_CountObjects, ctypes.c_int)
object_type = _bind(pdfium.FPDFPageObj_GetType, ctypes.c_int)
object_matrix = _bind(pdfium.FPDFPageObj_GetMatrix, ctypes.c_int)
object_bounds = _bind(pdfium.FPDFPageObj_GetBounds, ctypes.c_int)
fill_colour = _bind(pdfium.FPDFPageObj_GetFillColor, ctypes.c_int)
stroke_colour = _bind(pdfium.FPDFPageObj_GetStrokeColor, ctypes.c_int)
stroke_width = _bind(pdfium.FPDFPageObj_GetStrokeWidth, ctypes.c_int)

object_clip = _bind(pdfium.FPDFPageObj_GetClipPath, Handle)
clip_paths = _bind(pdfium.FPDFClipPath_CountPaths, ctypes.c_int)
clip_segments = _bind(pdfium.FPDFClipPath_CountPathSegments, ctypes.c_int)
clip_segment = _bind(pdfium.FPDFClipPath_GetPathSegment, Handle)
clip_address = _bind(pdfium.FPDFClipPath_GetPathSegment, ctypes.c_size_t)

path_segments = _bind(pdfium.FPDFPath_CountSegments, ctypes.c_int)
path_segment = _bind(pdfium.FPDFPath_GetPathSegment, Handle)
path_mode = _bind(pdfium.FPDFPath_GetDrawMode, ctypes.c_int)
segment_point = _bind(pdfium.FPDFPathSegment_GetPoint, ctypes.c_int)
segment_type = _bind(pdfium.FPDFPathSegment_GetType, ctypes.c_int)
segment_close = _bind(pdfium.FPDFPathSegment_GetClose, ctypes.c_int)

text_font = _bind(pdfium.FPDFTextObj_GetFont, ctypes.c_size_t)
text_size = _bind(pdfium.FPDFTextObj_GetFontSize, ctypes.c_int)
text_mode = _bind(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int)

char_object = _bind(pdfium.FPDFText_GetTextObject, ctypes.c_size_t)
char_loose_box = _bind(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)
char_origin = _bind(pdfium.FPDFText_GetCharOrigin, ctypes.c_int)
char_box = _bind(pdfium.FPDFText_GetCharBox, ctypes.c_int)
char_count = _bind(pdfium.FPDFText_CountChars, ctypes.c_int)
page_text = _bind(pdfium.FPDFText_GetText, ctypes.c_int)
char_code = _bind(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
char_generated = _bind(pdfium.FPDFText_IsGenerated, ctypes.c_int)
char_hyphen = _bind(pdfium.FPDFText_IsHyphen, ctypes.c_int)
char_unmapped = _bind(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_int)


class Slots:
    """A scratch array of `rows` × `width` numbers, with a pointer to every row (and to every number of it).

    One call fills one row; `fill` runs a call over many handles or indices, scratch load by scratch load, so that memory
    for pointers stays small however long the page.
    """

    def __init__(self, kind: type[np.generic], width: int, *, split: bool, rows: int = 512) -> None:
        self._scratch = np.zeros((rows, width), kind)
        address, step = self._scratch.ctypes.data, self._scratch.itemsize
        offsets = range(width) if split else (0,)
        self._pointers = [
            [Handle(address + (row * width + column) * step) for row in range(rows)] for column in offsets
        ]

    def fill(self, call: Call, *arguments: Sequence[Any]) -> NDArray[Any]:
        """One row for each entry of the last of `arguments`; a `repeat`ed single handle may stand before it."""
        count = len(arguments[-1])
        rows, width = self._scratch.shape
        result = np.empty((count, width), self._scratch.dtype)
        for start in range(0, count, rows):
            stop = min(start + rows, count)
            self._scratch[: stop - start] = 0
            heads: list[Iterable[Any]] = [
                argument[start:stop] if len(argument) == count else repeat(argument[0]) for argument in arguments
            ]
            deque(map(call, *heads, *(column[: stop - start] for column in self._pointers)), 0)
            result[start:stop] = self._scratch[: stop - start]
        return result


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


def blended(colours: NDArray[np.uint32]) -> NDArray[np.int64]:
    """0xRRGGBB of (n, 4) red, green, blue, alpha over white paper; -1 where nothing is painted (alpha 0)."""
    parts = np.minimum(colours, 255).astype(np.int64)
    alpha = parts[:, 3:]
    seen = (parts[:, :3] * alpha + 255 * (255 - alpha) + 127) // 255
    packed = (seen[:, 0] << 16) | (seen[:, 1] << 8) | seen[:, 2]
    return np.where(alpha[:, 0] > 0, packed, -1)
