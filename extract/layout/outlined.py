"""Bars drawn with an outline, laid over a table: their edges are no rules of the table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.canvas import Boxes, Fill

_EDGE = 1.0
"""How far a fill may end from the middle of its outline, in points."""

_LEAST_HIGH = 3.6
_MOST = 400
"""A sheet with more outlined fills than this is no time table with bars over it."""

_Sides = list[tuple[float, float, float, int]]


def without_outlines(
    rules: Boxes, widths: NDArray[np.float32], fills: Sequence[Fill]
) -> tuple[Boxes, NDArray[np.float32]]:
    """The rules of a page and their widths, without the outlines of fills that lie over upright rules and share no level with the rows.

    A filled cell with rules round it is as good as any cell: its upper and its lower edge go on in its neighbours'. A bar's end with it, and
    the rules between columns run on above and below it.
    """
    if not fills or not len(rules):
        return rules, widths
    level, upright = _sides(rules, 0), _sides(rules, 1)
    outlines: list[tuple[Fill, set[int]]] = []
    for fill in fills:
        if fill.bottom - fill.top >= _LEAST_HIGH and (own := _outline(fill, level, upright)):
            outlines.append((fill, own))
    if not 0 < len(outlines) <= _MOST:
        return rules, widths
    gone = [index for fill, own in outlines if _lies_over(fill, np.delete(rules, list(own), axis=0)) for index in own]
    if not gone:
        return rules, widths
    kept = np.ones(len(rules), dtype=np.bool_)
    kept[gone] = False
    return rules[kept], widths[kept]


def _sides(rules: Boxes, axis: int) -> _Sides:
    """Level (axis 0) or upright (1) rules: where each begins and ends, its constant coordinate, its index; by where it begins."""
    which = np.flatnonzero((rules[:, axis + 2] > rules[:, axis]) & (rules[:, 3 - axis] == rules[:, 1 - axis]))
    begin, end, at = rules[which, axis], rules[which, axis + 2], rules[which, 1 - axis]
    return sorted(zip(begin.tolist(), end.tolist(), at.tolist(), which.tolist(), strict=True))


def _outline(fill: Fill, level: _Sides, upright: _Sides) -> set[int]:
    """The rules along the four sides of a fill; none if one side has none."""
    found: set[int] = set()
    for sides, begin, end, ats in (
        (level, fill.x0, fill.x1, (fill.top, fill.bottom)),
        (upright, fill.top, fill.bottom, (fill.x0, fill.x1)),
    ):
        low, high = bisect_left(sides, (begin - _EDGE,)), bisect_right(sides, (begin + _EDGE,))
        near = [(at, index) for _, stop, at, index in sides[low:high] if abs(stop - end) <= _EDGE]
        for place in ats:
            along = {index for at, index in near if abs(at - place) <= _EDGE}
            if not along:
                return set()
            found |= along
    return found


def _lies_over(fill: Fill, rules: Boxes) -> bool:
    """Whether rules between columns pass a fill's upper and lower edge, and no rule goes on at the level of either."""
    begin, at, end, stop = rules[:, 0], rules[:, 1], rules[:, 2], rules[:, 3]
    beside = (end >= fill.x0 - _EDGE) & (begin <= fill.x1 + _EDGE)
    on_level = beside & (at == stop) & ((abs(at - fill.top) <= _EDGE) | (abs(at - fill.bottom) <= _EDGE))
    if on_level.any():
        return False
    uprights = beside & (begin == end)
    return all(bool((uprights & (at < edge - _EDGE) & (stop > edge + _EDGE)).any()) for edge in (fill.top, fill.bottom))
