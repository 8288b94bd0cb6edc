"""Digits that are seen and cannot be read: printed over one another, or cut off. Without them the rest would make another figure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.covered import Veils, seen_beside
from pledgecards.extract.pdf.shared import UNMAPPED, are_digits
from pledgecards.extract.pdf.twins import FARTHEST, SHIFTS, STRIP

_NEAREST, _NEAREST_AT_ALL = 0.4, 0.1
"""Digits beside one another begin farther apart than this share of their advance, however closely they are set, and of their size, however
narrow they are."""
_SAME_LINE = 0.2
"""Digits whose baselines lie closer than this share of their size stand on one line."""

_SLIVER = 0.15
"""A digit of which less than this share of its width is left shows nothing."""
_MOST_PAIRS = 10_000_000
"""So many pairs of an area and a hidden digit are looked at, at most."""


def cut_digits(
    codes: NDArray[np.uint32], boxes: NDArray[np.float64], clips: NDArray[np.float64], seen: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """The digits that are not seen, for their middle is beyond what can be seen (`clips`), but of which a part is left: a text that is wider
    than its cell ends in such a one."""
    some = np.flatnonzero(~seen & are_digits(codes))
    box, clip = boxes[some], clips[some if len(clips) > 1 else np.zeros(len(some), np.int64)]
    left = np.minimum(box[:, 2], clip[:, 2]) - np.maximum(box[:, 0], clip[:, 0])
    level = (box[:, 1] + box[:, 3]) / 2
    return np.asarray(
        some[(left > _SLIVER * (box[:, 2] - box[:, 0])) & (left > 0) & (clip[:, 1] < level) & (level < clip[:, 3])]
    )


def half_covered_digits(
    codes: NDArray[np.uint32],
    boxes: NDArray[np.float64],
    pages: NDArray[np.int64],
    order: NDArray[np.int64],
    hidden: NDArray[np.bool_],
    veils: Veils,
) -> NDArray[np.int64]:
    """The digits among the hidden ones of which a part is seen beside the area that hides them: it was meant for the digits next to them, or
    to leave these."""
    some = np.flatnonzero(hidden & are_digits(codes))[: _MOST_PAIRS // max(len(veils.areas), 1)]
    shares = [seen_beside(boxes[at], int(pages[at]), int(order[at]), veils) for at in some.tolist()]
    return np.asarray(some[np.array(shares, np.float64) > _SLIVER])


def without_overprinted(
    codes: NDArray[np.uint32],
    boxes: NDArray[np.float64],
    sizes: NDArray[np.float64],
    advances: NDArray[np.float64],
    sheets: NDArray[np.int64],
    seen: NDArray[np.bool_],
) -> NDArray[np.uint32]:
    """The codes, with U+FFFD for every digit that is seen and has another one on it: read one after the other they would make a figure that
    nobody printed. Repeats that make one bold are not seen any more. sheets: see
    `twins.sheets_of`."""
    some = np.flatnonzero(seen & are_digits(codes))
    if len(some) < 2:
        return codes
    left, line = np.clip(boxes[some, 0], 0, FARTHEST), np.clip(boxes[some, 3], 0, FARTHEST)
    size = sizes[some]
    near_x = np.maximum(_NEAREST * advances[some], _NEAREST_AT_ALL * size)
    near_y = np.minimum(_SAME_LINE * size, STRIP / 2)
    hit = np.zeros(len(some), bool)
    for shift in SHIFTS:
        strips = np.floor((line + shift) / STRIP) + sheets[some] * FARTHEST
        places = strips * FARTHEST + left
        order = np.argsort(places)
        close = np.flatnonzero(np.diff(places[order]) < near_x[order[:-1]])
        before, after = order[close], order[close + 1]
        on = (
            (left[after] - left[before] < near_x[after])
            & (np.abs(line[after] - line[before]) < near_y[before])
            & (np.abs(size[after] - size[before]) < 0.5 * size[before])
        )
        hit[before[on]] = hit[after[on]] = True
    if not hit.any():
        return codes
    codes = codes.copy()
    codes[some[hit]] = UNMAPPED
    return codes
