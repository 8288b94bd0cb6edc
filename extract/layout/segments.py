"""Rules joined into whole segments, and the groups of segments that touch one another.

Double rules, overlapping pieces and dashes become one segment; what touches (corners may gape a little) is one
group: a table, a box, or a rule on its own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.canvas import Boxes

TOUCH = 2.5
"""How far apart two rules may end and still meet, in points."""

_LEVEL = 1.0
_GAP = 2.0
_DASH = 10.0
_DASH_GAP = 6.0
_DOT = 2.0
_LEAST = 3.0

Columns = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Segments:
    """Parallel segments, sorted by position: `at` is their constant coordinate, they run from `low` to `high`."""

    at: Columns
    low: Columns
    high: Columns
    width: Columns

    def __len__(self) -> int:
        return len(self.at)

    def take(self, which: NDArray[np.bool_] | NDArray[np.int64]) -> Segments:
        """Some of the segments, in the same order."""
        return Segments(self.at[which], self.low[which], self.high[which], self.width[which])


@dataclass(frozen=True, slots=True)
class Group:
    """Horizontal and vertical segments that touch one another."""

    across: Segments
    down: Segments

    @property
    def box(self) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom of all its segments."""
        across, down = self.across, self.down
        ends = (
            np.concatenate((across.low, down.at)),
            np.concatenate((across.at, down.low)),
            np.concatenate((across.high, down.at)),
            np.concatenate((across.at, down.high)),
        )
        return float(ends[0].min()), float(ends[1].min()), float(ends[2].max()), float(ends[3].max())


def segments_of(rules: Boxes, widths: NDArray[np.float32]) -> tuple[Segments, Segments]:
    """The horizontal and the vertical segments of a page, joined."""
    boxes = rules.astype(np.float64)
    wide = boxes[:, 2] - boxes[:, 0]
    high = boxes[:, 3] - boxes[:, 1]
    # A dotted rule comes as dots, of which none tells which way the rule runs: they count in both directions.
    dot = np.maximum(wide, high) < _DOT
    across, down = (wide >= high) | dot, (high > wide) | dot
    width = widths.astype(np.float64)
    return (
        _join((boxes[across, 1] + boxes[across, 3]) / 2, boxes[across, 0], boxes[across, 2], width[across]),
        _join((boxes[down, 0] + boxes[down, 2]) / 2, boxes[down, 1], boxes[down, 3], width[down]),
    )


def _join(at: Columns, low: Columns, high: Columns, width: Columns) -> Segments:
    """Segments on one level that overlap, or follow one another like dashes, as one."""
    if not len(at):
        return Segments(at, low, high, width)
    order = np.argsort(at, kind="stable")
    level = np.empty(len(at), dtype=np.int64)
    level[order] = np.concatenate(([0], np.cumsum(np.diff(at[order]) > _LEVEL)))
    order = np.lexsort((low, level))
    at, low, high, width, level = at[order], low[order], high[order], width[order], level[order]
    lift = level * 1e6
    reach = np.maximum.accumulate(high + lift) - lift
    length = high - low
    short = (length[1:] < _DASH) & (length[:-1] < _DASH)
    allowed = np.where(short, np.minimum(_DASH_GAP, _GAP + 1.5 * np.minimum(length[1:], length[:-1])), _GAP)
    fresh = np.concatenate(([True], (level[1:] != level[:-1]) | (low[1:] > reach[:-1] + allowed)))
    first = np.flatnonzero(fresh)
    count = np.diff(np.concatenate((first, [len(at)])))
    joined = Segments(
        np.add.reduceat(at, first) / count,
        low[first],
        np.maximum.reduceat(high, first),
        np.maximum.reduceat(width, first),
    )
    long = joined.high - joined.low >= _LEAST
    joined = joined.take(long)
    return joined.take(np.argsort(joined.at, kind="stable"))


def groups_of(across: Segments, down: Segments) -> list[Group]:
    """The groups of segments that touch, by their topmost rule; a rule that touches none is its own group."""
    count = len(across)
    parent = list(range(count + len(down)))
    begin = np.searchsorted(down.at, across.low - TOUCH).tolist()
    end = np.searchsorted(down.at, across.high + TOUCH).tolist()
    for index, level in enumerate(across.at.tolist()):
        if begin[index] == end[index]:
            continue
        near = slice(begin[index], end[index])
        met = (down.low[near] <= level + TOUCH) & (down.high[near] >= level - TOUCH)
        home = _first(parent, index)
        for other in (np.flatnonzero(met) + (count + begin[index])).tolist():
            home, later = sorted((home, _first(parent, other)))
            parent[later] = home
    label = np.array([_first(parent, index) for index in range(len(parent))], dtype=np.int64)
    order = np.argsort(label, kind="stable")
    bounds = np.flatnonzero(np.diff(label[order])) + 1
    members = [(part[part < count], part[part >= count] - count) for part in np.split(order, bounds)]
    return [Group(across.take(h), down.take(v)) for h, v in members if len(h) or len(v)]


def _first(parent: list[int], index: int) -> int:
    """The first member of the group of a segment; shortens the way there."""
    while parent[index] != index:
        parent[index] = index = parent[parent[index]]
    return index
