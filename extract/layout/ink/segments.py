"""Rules joined into whole segments, and the groups of segments that touch one another.

Double rules, overlapping pieces and dashes become one segment; what touches (corners may gape a little) is one
group: a table, a box, or a rule on its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.layout.boxes import table_of
from pledgecards.extract.pdf.canvas import Boxes

TOUCH = 2.5
"""How far apart two rules may end and still meet, in points."""

_LEVEL = 1.0
_GAP = 2.0
_DASH = 10.0
_DASH_GAP = 6.0
_DOT = 2.0
_ROUND = 2.0
"""A dot is hardly longer than it is thick."""
_LEAST = 3.0

_AT_ONCE = 1_000_000
"""So many pairs of segments are compared at a time."""


class Segment(NamedTuple):
    """A straight piece of rule: `at` is its constant coordinate, it runs from `low` to `high`."""

    at: float
    low: float
    high: float
    width: float


Segments = list[Segment]
"""Parallel segments, sorted by position."""

_Piece = tuple[float, float, float, float]
"""A segment being joined: most rules of a page are many pieces."""


@dataclass(frozen=True, slots=True)
class Group:
    """Horizontal and vertical segments that touch one another."""

    across: Segments
    down: Segments

    @property
    def box(self) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom of all its segments."""
        across, down = self.across, self.down
        left, right = [s.at for s in (*down[:1], *down[-1:])] or (math.inf, -math.inf)
        top, bottom = [s.at for s in (*across[:1], *across[-1:])] or (math.inf, -math.inf)
        return (
            min([left, *[s.low for s in across]]),
            min([top, *[s.low for s in down]]),
            max([right, *[s.high for s in across]]),
            max([bottom, *[s.high for s in down]]),
        )


def segments_of(rules: Boxes, widths: NDArray[np.float32]) -> tuple[Segments, Segments]:
    """The horizontal and the vertical segments of a page, joined."""
    across: list[_Piece] = []
    down: list[_Piece] = []
    for (x0, top, x1, bottom), width in zip(rules.tolist(), widths.tolist(), strict=True):
        wide, high = x1 - x0, bottom - top
        # A dotted rule comes as dots, of which none tells which way the rule runs: they count in both directions. A line drawn in pieces as
        # short is thinner than they are long.
        dot = max(wide, high) < min(_DOT, _ROUND * width)
        if wide >= high or dot:
            across.append(((top + bottom) / 2, x0, x1, width))
        if high > wide or dot:
            down.append(((x0 + x1) / 2, top, bottom, width))
    return _joined(across), _joined(down)


def _joined(pieces: list[_Piece]) -> Segments:
    """Segments on one level that overlap, or follow one another like dashes, as one."""
    pieces.sort(key=itemgetter(0))
    joined: list[_Piece] = []
    start, last = 0, -math.inf
    for index, piece in enumerate(pieces):
        if piece[0] - last > _LEVEL and index:
            joined += _joined_on_level(pieces[start:index])
            start = index
        last = piece[0]
    joined += _joined_on_level(pieces[start:])
    joined.sort(key=itemgetter(0))
    return [Segment(*piece) for piece in joined if piece[2] - piece[1] >= _LEAST]


def _joined_on_level(pieces: list[_Piece]) -> list[_Piece]:
    if len(pieces) < 2:
        return pieces
    pieces.sort(key=itemgetter(1))
    joined: list[_Piece] = []
    at, low, high, width = pieces[0]
    count, length = 1, high - low
    for level, begin, end, thick in pieces[1:]:
        before, length = length, end - begin
        if begin > high + _GAP and begin > high + _gap_after(min(length, before)):
            joined.append((at / count, low, high, width))
            at, low, high, width, count = level, begin, end, thick, 1
        else:
            at += level
            count += 1
            high = max(high, end)
            width = max(width, thick)
    joined.append((at / count, low, high, width))
    return joined


def _gap_after(dash: float) -> float:
    """How far the next piece may stand off from one of this length; a line of dashes may have been put together in part."""
    return min(_DASH_GAP, _GAP + 1.5 * dash) if dash < _DASH else _GAP


def groups_of(across: Segments, down: Segments) -> list[Group]:
    """The groups of segments that touch, by their topmost rule; a rule that touches none is its own group."""
    count = len(across)
    parent = list(range(count + len(down)))
    for index, other in _meetings(across, down):
        other += count
        if parent[index] != parent[other]:
            home, later = _first(parent, index), _first(parent, other)
            if home < later:
                parent[later] = home
            elif later < home:
                parent[home] = later
    groups: dict[int, Group] = {}
    for index, segment in enumerate((*across, *down)):
        # The members before this one know their first already.
        first = parent[index] = parent[parent[index]]
        group = groups.get(first)
        if group is None:
            group = groups[first] = Group([], [])
        (group.across if index < count else group.down).append(segment)
    return [groups[first] for first in sorted(groups)]


def _meetings(across: Segments, down: Segments) -> Iterator[tuple[int, int]]:
    """Which horizontal segment meets which vertical one."""
    if not across or not down:
        return
    uprights = table_of(down)
    at, low, high = uprights[:, 0], uprights[:, 1], uprights[:, 2]
    step = max(1, _AT_ONCE // len(down))
    for start in range(0, len(across), step):
        some = table_of(across[start : start + step])
        level, left, right = some[:, 0, None], some[:, 1, None], some[:, 2, None]
        met = (at >= left - TOUCH) & (at < right + TOUCH) & (low <= level + TOUCH) & (high >= level - TOUCH)
        which, other = met.nonzero()
        yield from zip((which + start if start else which).tolist(), other.tolist(), strict=True)


def _first(parent: list[int], index: int) -> int:
    """The first member of the group of a segment; shortens the way there."""
    while parent[index] != index:
        parent[index] = index = parent[parent[index]]
    return index
