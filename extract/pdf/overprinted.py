"""Digits that are printed over one another: what of a figure that was written anew over another one nobody can read."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.shared import UNMAPPED

_NEAREST, _NEAREST_AT_ALL = 0.4, 0.1
"""Digits beside one another begin farther apart than this share of their advance, however closely they are set, and of their size, however
narrow they are."""
_SAME_LINE = 0.2
"""Digits whose baselines lie closer than this share of their size stand on one line."""
_STRIP = 4.0
_FARTHEST = 20_000
"""No page reaches farther down or to the right, in points."""


def without_overprinted(
    codes: NDArray[np.uint32],
    boxes: NDArray[np.float64],
    sizes: NDArray[np.float64],
    advances: NDArray[np.float64],
    pages: NDArray[np.int64],
    seen: NDArray[np.bool_],
) -> NDArray[np.uint32]:
    """The codes, with U+FFFD for every digit that is seen and has another one on it: read one after the other they would make a figure that
    nobody printed. Repeats that make one bold are not seen any more."""
    some = np.flatnonzero(seen & (codes >= ord("0")) & (codes <= ord("9")))
    if len(some) < 2:
        return codes
    left, line, size = boxes[some, 0], boxes[some, 3], sizes[some]
    near_x = np.maximum(_NEAREST * advances[some], _NEAREST_AT_ALL * size)
    near_y = np.minimum(_SAME_LINE * size, _STRIP / 2)
    hit = np.zeros(len(some), bool)
    # Two digits of a line may lie on both sides of a strip's edge, but not of both strips' edges.
    for shift in (0.0, _STRIP / 2):
        strips = (np.clip(line + shift, 0, _FARTHEST) / _STRIP).astype(np.int64) + pages[some] * _FARTHEST
        order = np.lexsort((left, strips))
        before, after = order[:-1], order[1:]
        on = (
            (strips[before] == strips[after])
            & (left[after] - left[before] < np.minimum(near_x[before], near_x[after]))
            & (np.abs(line[after] - line[before]) < near_y[before])
            & (np.abs(size[after] - size[before]) < 0.5 * size[before])
        )
        hit[before[on]] = hit[after[on]] = True
    if not hit.any():
        return codes
    codes = codes.copy()
    codes[some[hit]] = UNMAPPED
    return codes
