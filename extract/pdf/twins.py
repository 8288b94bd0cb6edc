"""Glyphs that are drawn twice, to look bold or to throw a shadow."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.shared import UNMAPPED

_BLANK = 0x20
FARTHEST = 20_000
"""No page reaches farther down or to the right, in points."""
STRIP = 4.0
"""The height of the strips of lines in which glyphs are compared, in points; what lies on one line is at most half of it apart."""
SHIFTS = (0.0, STRIP / 2)
"""How far the strips are shifted, one time and the other: an edge of one time that parts two glyphs of a line lies amid a strip the other."""
_STRIPS = int(FARTHEST / STRIP) + 1


def sheets_of(pages: NDArray[np.int64], turns: NDArray[np.int16]) -> NDArray[np.int64]:
    """For each glyph a number that it shares with those of its page that go in its direction: letters of a slanting stamp repeat none of
    the lines that they lie across, and leave them legible."""
    if not turns.any():
        return pages
    _, places = np.unique(pages * 360 + turns, return_inverse=True)
    return np.asarray(places, np.int64)


def twins(
    codes: NDArray[np.uint32],
    boxes: NDArray[np.float64],
    sizes: NDArray[np.float64],
    advances: NDArray[np.float64],
    sheets: NDArray[np.int64],
    seen: NDArray[np.bool_],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Glyphs drawn again within a fraction of their size, as bold type and shadows are: (the first of each pair, the one that repeats it).

    On the same line a narrow glyph beside itself is two; shifted up or down as well, it is not.

    sheets: see `sheets_of`. Three or more at one place give a pair each with the same first one. Candidates are found by sorting into strips of lines.
    """
    some = np.flatnonzero(seen & (codes != _BLANK) & (codes != UNMAPPED))
    pairs: list[NDArray[np.int64]] = []
    if len(some) > 1:
        left, top = boxes[some, 0], boxes[some, 3]
        far_x = 0.2 * sizes[some] + 0.01
        near_x = np.minimum(0.3 * advances[some] + 0.01, far_x)
        near_y = np.minimum(0.2 * sizes[some], STRIP / 2)
        places = (np.clip(left, 0, FARTHEST) * 16).astype(np.int64)
        places |= (codes[some].astype(np.int64) << 40) | (sheets[some] * _STRIPS << 20)
        widest = 16 * float(far_x.max()) + 1
        for shift in SHIFTS:
            keys = places + ((np.clip(top + shift, 0, FARTHEST) / STRIP).astype(np.int64) << 20)
            ordered = np.sort(keys)
            if (ordered[1:] - ordered[:-1]).min() > widest:
                continue
            order = np.argsort(keys, kind="stable")
            before, after = order[:-1], order[1:]
            across, down = np.abs(left[after] - left[before]), np.abs(top[after] - top[before])
            near = (
                (keys[before] >> 20 == keys[after] >> 20)
                & (across <= np.where(down > 0.25 * near_y[before], far_x[before], near_x[before]))
                & (down <= near_y[before])
                & (np.abs(sizes[some[after]] - sizes[some[before]]) <= 0.1 * sizes[some[before]])
            )
            if near.any():
                pairs.append(some[np.stack((before[near], after[near]), axis=1)])
    if not pairs:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    return _firsts(np.sort(np.concatenate(pairs), axis=1))


def _firsts(pairs: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Chains of pairs as pairs with the first of the whole chain; ordered so that the last drawn comes last."""
    leader: dict[int, int] = {}

    def head(index: int) -> int:
        while leader.get(index, index) != index:
            index = leader[index]
        return index

    for one, two in pairs.tolist():
        one, two = sorted((head(one), head(two)))
        leader[two] = one
    last = sorted(index for index in leader if head(index) != index)
    return np.array([head(index) for index in last], np.int64), np.array(last, np.int64)
