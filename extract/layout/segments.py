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

from pledgecards.extract.pdf.canvas import Boxes

TOUCH = 2.5
"""How far apart two rules may end and still meet, in points."""

_LEVEL = 1.0
_GAP = 2.0
_DASH = 10.0
_DASH_GAP = 6.0
_DOT = 2.0
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
    across: Segments = []
    down: Segments = []
    for (x0, top, x1, bottom), width in zip(rules.tolist(), widths.tolist(), strict=True):
        wide, high = x1 - x0, bottom - top
        # A dotted rule comes as dots, of which none tells which way the rule runs: they count in both directions.
        dot = wide < _DOT and high < _DOT
        if wide >= high or dot:
            across.append(Segment((top + bottom) / 2, x0, x1, width))
        if high > wide or dot:
            down.append(Segment((x0 + x1) / 2, top, bottom, width))
    return _joined(across), _joined(down)


def _joined(pieces: Segments) -> Segments:
    """Segments on one level that overlap, or follow one another like dashes, as one."""
    pieces.sort(key=itemgetter(0))
    joined: Segments = []
    level: Segments = []
    for piece in pieces:
        if level and piece.at - level[-1].at > _LEVEL:
            joined += _joined_on_level(level)
            level = []
        level.append(piece)
    joined += _joined_on_level(level)
    return sorted([segment for segment in joined if segment.high - segment.low >= _LEAST], key=itemgetter(0))


def _joined_on_level(pieces: Segments) -> Segments:
    if len(pieces) < 2:
        return pieces
    pieces.sort(key=itemgetter(1))
    joined: Segments = []
    at, low, high, width = pieces[0]
    count, length = 1, high - low
    for piece in pieces[1:]:
        before, length = length, piece.high - piece.low
        gap = _GAP
        if length < _DASH and before < _DASH:
            gap = min(_DASH_GAP, _GAP + 1.5 * min(length, before))
        if piece.low > high + gap:
            joined.append(Segment(at / count, low, high, width))
            at, low, high, width = piece
            count = 1
        else:
            at, high, width = at + piece.at, max(high, piece.high), max(width, piece.width)
            count += 1
    joined.append(Segment(at / count, low, high, width))
    return joined


def groups_of(across: Segments, down: Segments) -> list[Group]:
    """The groups of segments that touch, by their topmost rule; a rule that touches none is its own group."""
    count = len(across)
    parent = list(range(count + len(down)))
    for index, other in _meetings(across, down):
        home, later = _first(parent, index), _first(parent, count + other)
        if home < later:
            parent[later] = home
        elif later < home:
            parent[home] = later
    groups: dict[int, Group] = {}
    for index, segment in enumerate(across):
        groups.setdefault(_first(parent, index), Group([], [])).across.append(segment)
    for index, segment in enumerate(down, count):
        groups.setdefault(_first(parent, index), Group([], [])).down.append(segment)
    return [groups[first] for first in sorted(groups)]


def _meetings(across: Segments, down: Segments) -> Iterator[tuple[int, int]]:
    """Which horizontal segment meets which vertical one."""
    if not across or not down:
        return
    uprights = np.array(down)
    at, low, high = uprights[:, 0], uprights[:, 1], uprights[:, 2]
    step = max(1, _AT_ONCE // len(down))
    for start in range(0, len(across), step):
        some = np.array(across[start : start + step])
        level, left, right = some[:, 0, None], some[:, 1, None], some[:, 2, None]
        met = (at >= left - TOUCH) & (at < right + TOUCH) & (low <= level + TOUCH) & (high >= level - TOUCH)
        which, other = met.nonzero()
        yield from zip((which + start).tolist(), other.tolist(), strict=True)


def _first(parent: list[int], index: int) -> int:
    """The first member of the group of a segment; shortens the way there."""
    while parent[index] != index:
        parent[index] = index = parent[parent[index]]
    return index
