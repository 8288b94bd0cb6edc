"""Boxes drawn round words within a cell: as near to its rules as rules of one table are to each other, and none of them."""

from __future__ import annotations

import math
from collections.abc import Collection
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.segments import TOUCH, Group, Segment
from pledgecards.extract.pdf.canvas import Boxes

_LEAST, _HIGHEST = 5.0, 24.0
"""A box round a sign or a line of text is at least and at most so high, in points."""

_BEYOND = 0.5
"""What passes a box goes on by so much at both of its ends."""

_ROOM = 8.0
"""Cells of a frame begin and end nearer to it than this."""

_MOST = 400
"""A page with more lone rules than this is a drawing."""

_GRAIN = 20
"""Corners are compared in steps of so many to a point."""


def boxes_set_in(rules: Boxes, widths: NDArray[np.float32]) -> tuple[Boxes, NDArray[np.float32], list[Group]]:
    """The rules of a page and their widths without those boxes, and the boxes.

    Nothing else begins or ends at the corners of such a box, no rule crosses it, and whatever it would touch runs past it, on one of its
    sides at most; cells set apart have others of their height beside them, near or in the same frame.
    """
    level = rules[:, 1] == rules[:, 3]
    short = ~level & (rules[:, 3] - rules[:, 1] >= _LEAST) & (rules[:, 3] - rules[:, 1] <= _HIGHEST)
    if np.count_nonzero(short) < 2:
        return rules, widths, []
    lone = _lone(rules)
    across = np.flatnonzero(lone & level)
    down = np.flatnonzero(lone & short)
    if len(across) < 2 or len(down) < 2 or len(across) > _MOST:
        return rules, widths, []  # nearly every page
    uprights = {tuple(box): place for box, place in zip(rules[down].tolist(), down.tolist(), strict=True)}
    tops: dict[tuple[float, float], list[tuple[float, int]]] = {}
    for place, (x0, at, x1, _) in zip(across.tolist(), rules[across].tolist(), strict=True):
        tops.setdefault((x0, x1), []).append((at, place))
    found: dict[Box, list[int]] = {}
    for (x0, x1), levels in tops.items():
        levels.sort()
        for (top, one), (bottom, other) in pairwise(levels):
            left, right = (uprights.get((x, top, x, bottom)) for x in (x0, x1))
            if left is None or right is None:
                continue
            own = [one, other, left, right]
            if _passed((x0, top, x1, bottom), rules, own):
                found[x0, top, x1, bottom] = own
    found = {box: own for box, own in found.items() if _among_words(box, found, rules)}
    if not found:
        return rules, widths, []
    gone = [place for own in found.values() for place in own]
    groups = [_group(box, widths[own].tolist()) for box, own in found.items()]
    return np.delete(rules, gone, axis=0), np.delete(widths, gone), groups


def _group(box: Box, widths: list[float]) -> Group:
    x0, top, x1, bottom = box
    over, below, left, right = widths
    return Group(
        [Segment(top, x0, x1, over), Segment(bottom, x0, x1, below)],
        [Segment(x0, top, bottom, left), Segment(x1, top, bottom, right)],
    )


def _among_words(box: Box, boxes: Collection[Box], rules: Boxes) -> bool:
    """Whether a box is the only one in its cell, or those at its height leave room at one of its ends: cells of a frame fill it."""
    x0, top, x1, bottom = box
    passing = rules[(rules[:, 0] == rules[:, 2]) & (rules[:, 1] < top) & (rules[:, 3] > bottom)][:, 0]
    left, right = passing[passing < x0].max(initial=-math.inf), passing[passing > x1].min(initial=math.inf)
    row = [other for other in boxes if other[1] == top and other[3] == bottom and left < other[0] < right]
    return len(row) < 2 or min(row)[0] - left > _ROOM or right - max(other[2] for other in row) > _ROOM


def _lone(rules: Boxes) -> NDArray[np.bool_]:
    """The rules at both ends of which just one other begins or ends."""
    ends = np.rint(rules.reshape(-1, 2).astype(np.float64) * _GRAIN).astype(np.int64)
    _, places, counts = np.unique(ends[:, 0] << 32 | ends[:, 1] & 0xFFFFFFFF, return_inverse=True, return_counts=True)
    return np.asarray((counts[places] == 2).reshape(-1, 2).all(axis=1))


def _passed(box: Box, rules: Boxes, own: list[int]) -> bool:
    """Whether rules besides its own come near a box, all of them run past it, and none comes near its left or near its right side."""
    x0, top, x1, bottom = box
    near = (rules[:, 0] <= x1 + TOUCH) & (rules[:, 2] >= x0 - TOUCH)
    near &= (rules[:, 1] <= bottom + TOUCH) & (rules[:, 3] >= top - TOUCH)
    near[own] = False
    close = rules[near]
    level = close[:, 1] == close[:, 3]
    rows, uprights = close[level], close[~level]
    if not len(rows) or ((rows[:, 1] > top) & (rows[:, 1] < bottom)).any():
        return False
    if ((uprights[:, 0] > x0) & (uprights[:, 0] < x1)).any():
        return False
    left, right = uprights[:, 0] <= x0, uprights[:, 0] >= x1
    past = (rows[:, 0] < x0 - _BEYOND) & (rows[:, 2] > x1 + _BEYOND)
    beside = (uprights[:, 1] < top - _BEYOND) & (uprights[:, 3] > bottom + _BEYOND)
    return bool(past.all() and beside.all() and not (left.any() and right.any()))
