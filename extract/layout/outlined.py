"""Bars drawn with an outline, laid over a table: their edges are no rules of the table."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.canvas import Boxes, Fill

_EDGE = 1.0
"""How far a fill may end from the middle of its outline, in points."""

_LEVEL = 0.3
"""Rules no further apart than this go on in one another."""

_LEAST_HIGH = 3.6
_MOST_PAIRS = 4_000_000
"""A sheet with more fills times rules than this is a drawing, and no time table with bars over it."""

_Sides = dict[int, list[tuple[float, float, float, int]]]


def without_outlines(
    rules: Boxes, widths: NDArray[np.float32], fills: Sequence[Fill]
) -> tuple[Boxes, NDArray[np.float32]]:
    """The rules of a page and their widths, without the outlines of fills that lie over the rules of a table.

    A filled cell with rules round it is as good as any cell: its upper and its lower edge go on in its neighbours'. A bar's end with it, and
    the rules between columns run on above and below it.
    """
    fills = [fill for fill in fills if fill.bottom - fill.top >= _LEAST_HIGH]
    if not fills or not len(rules) or len(fills) * len(rules) > _MOST_PAIRS:
        return rules, widths
    level, upright = _sides(rules, 0), _sides(rules, 1)
    gone: set[int] = set()
    for fill in fills:
        if _goes_on(fill, fill.top, level) and _goes_on(fill, fill.bottom, level):
            continue  # as nearly every cell's edges
        own = _outline(fill, level, upright)
        if own and _lies_over(fill, rules, own):
            gone |= own
    if not gone:
        return rules, widths
    kept = np.ones(len(rules), dtype=np.bool_)
    kept[list(gone)] = False
    return rules[kept], widths[kept]


def _sides(rules: Boxes, axis: int) -> _Sides:
    """Level (axis 0) or upright (1) rules, by their constant coordinate in whole points: where each begins and ends, that coordinate, its
    index."""
    which = np.flatnonzero(rules[:, axis + 2] > rules[:, axis])
    begin, end, at = rules[which, axis], rules[which, axis + 2], rules[which, 1 - axis]
    found: _Sides = {}
    for side in sorted(zip(begin.tolist(), end.tolist(), at.tolist(), which.tolist(), strict=True)):
        found.setdefault(int(side[2]), []).append(side)
    return found


def _goes_on(fill: Fill, at: float, level: _Sides) -> bool:
    """Whether a rule at the level of a fill's edge reaches beyond it."""
    left, right = fill.x0 - _EDGE, fill.x1 + _EDGE
    return any(
        low <= right and high >= left and (low < left - _EDGE or high > right + _EDGE)
        for whole in range(int(at - _EDGE), int(at + _EDGE) + 1)
        for low, high, _, _ in level.get(whole, ())
    )


def _outline(fill: Fill, level: _Sides, upright: _Sides) -> set[int]:
    """The rules along the four sides of a fill, each in one piece or several; none if one side is bare."""
    found: set[int] = set()
    for sides, begin, end, at in (
        (level, fill.x0, fill.x1, fill.top),
        (level, fill.x0, fill.x1, fill.bottom),
        (upright, fill.top, fill.bottom, fill.x0),
        (upright, fill.top, fill.bottom, fill.x1),
    ):
        along, reached = set(), begin
        near = [side for whole in range(int(at - _EDGE), int(at + _EDGE) + 1) for side in sides.get(whole, ())]
        for low, high, place, index in sorted(near):
            if abs(place - at) <= _EDGE and begin - _EDGE <= low <= reached + _EDGE and high <= end + _EDGE:
                along.add(index)
                reached = max(reached, high)
        if reached < end - _EDGE:
            return set()
        found |= along
    return found


def _lies_over(fill: Fill, rules: Boxes, own: set[int]) -> bool:
    """Whether rules between columns pass both the upper and the lower edge of a fill, at whose levels no rule goes on; or one of them within
    it, as they pass no cell. A stripe as wide as the table is none."""
    outline, rules = rules[list(own)], np.delete(rules, list(own), axis=0)
    begin, at, end, stop = rules[:, 0], rules[:, 1], rules[:, 2], rules[:, 3]
    beside = (end >= fill.x0 - _EDGE) & (begin <= fill.x1 + _EDGE)
    rows, uprights = rules[beside & (at == stop)], rules[beside & (begin == end)]
    if not (rows[:, 0] < fill.x0 - 2 * _EDGE).any():
        return False
    edges = outline[outline[:, 1] == outline[:, 3], 1]
    passed = inner = 0
    for edge in (edges.min(), edges.max()):
        over = uprights[(uprights[:, 1] < edge - _EDGE) & (uprights[:, 3] > edge + _EDGE)]
        if len(over) and not (abs(rows[:, 1] - edge) <= _LEVEL).any():
            passed += 1
            inner += bool(((over[:, 0] > fill.x0 + 2 * _EDGE) & (over[:, 0] < fill.x1 - 2 * _EDGE)).any())
    return passed == 2 or inner > 0
