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

_LEAST_HIGH, _HIGHEST = 3.6, 24.0
_MOST_PAIRS = 4_000_000
"""A sheet with more fills times rules than this is a drawing, and no time table with bars over it."""


def without_outlines(
    rules: Boxes, widths: NDArray[np.float32], fills: Sequence[Fill]
) -> tuple[Boxes, NDArray[np.float32]]:
    """The rules of a page and their widths, without the outlines of fills that lie over the rules of a table.

    A filled cell with rules round it is as good as any cell: its upper and its lower edge go on in its neighbours'. A bar's end with it, and
    the rules between columns run on above and below it.
    """
    high = [(fill.x0, fill.top, fill.x1, fill.bottom) for fill in fills if fill.bottom - fill.top >= _LEAST_HIGH]
    if not high or not len(rules) or len(high) * len(rules) > _MOST_PAIRS:
        return rules, widths
    boxes = np.array(high, dtype=np.float32)
    boxes = boxes[_edged(boxes, rules, 0)]
    if not len(boxes):
        return rules, widths  # nearly every page
    gone: set[int] = set()
    for box in boxes[_edged(boxes, rules, 1)]:
        own = _outline(box, rules)
        if own and (_lies_over(box, rules, own) or _lies_within(box, rules, own)):
            gone |= own
    if not gone:
        return rules, widths
    kept = np.ones(len(rules), dtype=np.bool_)
    kept[list(gone)] = False
    return rules[kept], widths[kept]


def _edged(boxes: Boxes, rules: Boxes, axis: int) -> NDArray[np.bool_]:
    """Which boxes have a rule along both their level (axis 0) or their upright (1) sides that does not reach beyond the side; of the level
    ones, nearly every cell's go on in its neighbours', and both do in no bar."""
    along = rules[rules[:, axis + 2] > rules[:, axis]]
    low, high, at = along[:, axis], along[:, axis + 2], along[:, 1 - axis]
    begin, end = boxes[:, axis, None] - _EDGE, boxes[:, axis + 2, None] + _EDGE
    first, second = (abs(at - boxes[:, side, None]) <= _EDGE for side in (1 - axis, 3 - axis))
    within = (low >= begin) & (high <= end)
    edged = (within & first).any(axis=1) & (within & second).any(axis=1)
    if axis == 0 and edged.any():
        beyond = (low <= end) & (high >= begin) & ((low < begin - _EDGE) | (high > end + _EDGE))
        edged &= ~((beyond & first).any(axis=1) & (beyond & second).any(axis=1))
    return np.asarray(edged)


def _outline(box: Boxes, rules: Boxes) -> set[int]:
    """The rules along the four sides of a fill, each in one piece or several; none if one side is bare."""
    found: set[int] = set()
    for side in range(4):
        axis = 1 - side % 2
        low, high, at = rules[:, axis], rules[:, axis + 2], rules[:, side % 2]
        begin, end = box[axis], box[axis + 2]
        near = (high > low) & (abs(at - box[side]) <= _EDGE) & (low >= begin - _EDGE) & (high <= end + _EDGE)
        reached = begin
        for index in sorted(np.flatnonzero(near).tolist(), key=low.__getitem__):
            if low[index] <= reached + _EDGE:
                found.add(index)
                reached = max(reached, high[index])
        if reached < end - _EDGE:
            return set()
    return found


def _lies_over(box: Boxes, rules: Boxes, own: set[int]) -> bool:
    """Whether rules between columns pass both the upper and the lower edge of a fill, at whose levels no rule goes on; or one of them within
    it, as they pass no cell. A stripe as wide as the table is none, nor a row both edges of which come cell by cell, nor a cell between
    taller ones that is divided above or below."""
    x0, x1 = box[0], box[2]
    outline, rules = rules[list(own)], np.delete(rules, list(own), axis=0)
    begin, at, end, stop = rules[:, 0], rules[:, 1], rules[:, 2], rules[:, 3]
    beside = (end >= x0 - _EDGE) & (begin <= x1 + _EDGE)
    rows, uprights = rules[beside & (at == stop)], rules[beside & (begin == end)]
    if not (rows[:, 0] < x0 - 2 * _EDGE).any():
        return False
    level = outline[outline[:, 1] == outline[:, 3]]
    within = (uprights[:, 0] > x0 + 2 * _EDGE) & (uprights[:, 0] < x1 - 2 * _EDGE)
    passed = inner = pieced = divided = 0
    for edge in (level[:, 1].min(), level[:, 1].max()):
        pieced += bool(((abs(level[:, 1] - edge) <= _EDGE) & (level[:, 2] < x1 - 2 * _EDGE)).any())
        divided += bool(((abs(uprights[:, (1, 3)] - edge) <= _EDGE).any(axis=1) & within).any())
        passes = (uprights[:, 1] < edge - _EDGE) & (uprights[:, 3] > edge + _EDGE)
        if passes.any() and not (abs(rows[:, 1] - edge) <= _LEVEL).any():
            passed += 1
            inner += bool((passes & within).any())
    return pieced < 2 and (inner > 0 or (passed == 2 and not divided))


def _lies_within(box: Boxes, rules: Boxes, own: set[int]) -> bool:
    """Whether a fill no higher than a line stands clear of all sides of one cell: the uprights nearest to it run past both its edges, and the
    level rules nearest to it reach from one of them to the other. Cells set apart from one another have those of others next to them."""
    x0, top, x1, bottom = box
    if bottom - top > _HIGHEST:
        return False
    begin, at, end, stop = np.delete(rules, list(own), axis=0).T
    if ((end >= x0 - _EDGE) & (begin <= x1 + _EDGE) & (stop >= top - _EDGE) & (at <= bottom + _EDGE)).any():
        return False
    past = (begin == end) & (at < top) & (stop > bottom)
    if not (past & (begin < x0)).any() or not (past & (begin > x1)).any():
        return False
    left, right = begin[past & (begin < x0)].max(), begin[past & (begin > x1)].min()
    level = (at == stop) & (begin < x1) & (end > x0)
    over, below = np.flatnonzero(level & (at < top)), np.flatnonzero(level & (at > bottom))
    if not len(over) or not len(below):
        return False
    nearest = over[at[over].argmax()], below[at[below].argmin()]
    return all(begin[k] <= left + _EDGE and end[k] >= right - _EDGE for k in nearest)
