"""Painted paths, taken apart into subpaths and upright edges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LINE, CURVE, MOVE = 0, 1, 2
NO_PAINT = -1

_SLANT = 0.015
"""A line that rises by less than this share of its length (and less than half a point) is horizontal."""
_CORNERS = 0b1111


@dataclass(slots=True)
class Paths:
    """Path objects in painting order, in points as displayed, y downwards.

    points   (n, 2); a Bézier curve is three points (two control points and its end)
    kinds    (n,) LINE, CURVE or MOVE: how each point is reached
    closes   (n,) bool: the subpath is closed after this point
    starts   (p + 1,) where in `points` each path begins
    strokes  (p,) stroke colour 0xRRGGBB, NO_PAINT where it is not stroked
    fills    (p,) fill colour likewise
    widths   (p,) stroke width
    clips    (p, 4) what can be seen of it: x0, top, x1, bottom
    even_odd (p,) bool: filled by the even-odd rule
    """

    points: NDArray[np.float64]
    kinds: NDArray[np.int64]
    closes: NDArray[np.bool_]
    starts: NDArray[np.int64]
    strokes: NDArray[np.int64]
    fills: NDArray[np.int64]
    widths: NDArray[np.float64]
    clips: NDArray[np.float64]
    even_odd: NDArray[np.bool_]


@dataclass(slots=True)
class Subpaths:
    """One entry a subpath: its path, box, how many straight edges it has, and what it looks like.

    upright    straight edges only, all of them horizontal or vertical
    rectangle  upright, closed, and its points lie on the sides of its box, all four corners among them
    area       signed: the sign is the winding
    """

    path: NDArray[np.int64]
    boxes: NDArray[np.float64]
    edges: NDArray[np.int64]
    curved: NDArray[np.bool_]
    upright: NDArray[np.bool_]
    rectangle: NDArray[np.bool_]
    area: NDArray[np.float64]


@dataclass(slots=True)
class Edges:
    """One entry an upright straight edge: x0, top, x1, bottom (no thickness) and its subpath."""

    boxes: NDArray[np.float64]
    subpath: NDArray[np.int64]


def take_apart(paths: Paths) -> tuple[Subpaths, Edges]:
    """The subpaths of all paths, and their upright edges (a closing edge only where the subpath is closed)."""
    points, kinds = paths.points, paths.kinds.copy()
    sizes = np.diff(paths.starts)
    kinds[paths.starts[:-1][sizes > 0]] = MOVE
    first = np.flatnonzero(kinds == MOVE)
    member = np.cumsum(kinds == MOVE) - 1
    count = np.diff(np.append(first, len(points)))
    last = first + count - 1
    path = np.repeat(np.arange(len(sizes)), sizes)[first]
    boxes = np.concatenate((np.minimum.reduceat(points, first), np.maximum.reduceat(points, first)), axis=1)
    curved = np.logical_or.reduceat(kinds == CURVE, first)
    returns = (count > 2) & (np.abs(points[last] - points[first]) < 0.01).all(axis=1)
    closed = np.logical_or.reduceat(paths.closes, first) | returns
    outlined = closed | (paths.fills[path] != NO_PAINT)

    ends, joins = np.flatnonzero(kinds == LINE), np.flatnonzero(outlined)
    one = np.concatenate((points[ends - 1], points[last[joins]]))
    two = np.concatenate((points[ends], points[first[joins]]))
    subpath = np.concatenate((member[ends], joins))
    run = np.abs(two - one)
    moves = run.max(axis=1, initial=0) > 0
    flat = run[:, 1] <= np.clip(_SLANT * run[:, 0], 0.05, 0.5)
    steep = run[:, 0] <= np.clip(_SLANT * run[:, 1], 0.05, 0.5)
    upright = ~curved & (np.bincount(subpath[~(flat | steep)], minlength=len(first)) == 0)
    winding = one[:, 0] * two[:, 1] - two[:, 0] * one[:, 1]

    sound = (count > 1) & np.isfinite(boxes).all(axis=1)
    kept = np.flatnonzero(sound)
    number = np.cumsum(sound) - 1
    drawn = (flat | steep) & moves & sound[subpath]
    drawn[len(ends) :] &= closed[joins]
    subpaths = Subpaths(
        path[kept],
        boxes[kept],
        np.bincount(subpath[moves], minlength=len(first))[kept],
        curved[kept],
        upright[kept],
        (upright & outlined & _cornered(points, boxes, member, first))[kept],
        np.asarray(np.bincount(subpath, winding, minlength=len(first))[kept], np.float64),
    )
    return subpaths, Edges(_levelled(one, two, flat)[drawn], number[subpath[drawn]])


def _cornered(
    points: NDArray[np.float64],
    boxes: NDArray[np.float64],
    member: NDArray[np.int64],
    first: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Whether a subpath's points lie on the sides of its box, all four corners among them."""
    low, high = boxes[member, :2], boxes[member, 2:]
    near = np.minimum(0.5, 0.2 * (high - low)) + 0.01
    beside = (points - low <= near) | (high - points <= near)
    beyond = points > (low + high) / 2
    corner = np.where(beside.all(axis=1), 1 << (beyond[:, 0] + 2 * beyond[:, 1]), 0)
    bordering = np.logical_and.reduceat(beside.any(axis=1), first)
    cornered: NDArray[np.bool_] = bordering & (np.bitwise_or.reduceat(corner, first) == _CORNERS)
    return cornered


def _levelled(one: NDArray[np.float64], two: NDArray[np.float64], flat: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Edges as boxes without thickness: horizontal where flat, else vertical."""
    along = np.where(flat[:, None], [True, False], [False, True])
    middle = (one + two) / 2
    low = np.where(along, np.minimum(one, two), middle)
    high = np.where(along, np.maximum(one, two), middle)
    return np.concatenate((low, high), axis=1)
