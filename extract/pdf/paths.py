"""Painted paths, taken apart into subpaths and upright edges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]

LINE, CURVE, MOVE = 0, 1, 2
NO_PAINT = -1
WHITE = 0xFFFFFF
PATTERN = 0xBFBFBF
"""The colour of what is painted with a pattern or a shading: what pdfium calls a pattern that has colours of its own."""

PAGE_GROUND = 0.5
"""A shading that covers this share of its page is the page's ground, and no drawing on it."""

_SLANT, _MOST_SLANT = 0.015, 1.0
"""A line that rises by less than this share of its length (and less than a point) is horizontal."""
_STRAIGHT = 0.02
"""A curve that leaves the line between its ends by no more than this, in points, is that line."""
_CORNERS = 0b1111
_ROUND, _GAPE = 16, 0.3
"""An outline of so many slanted edges is a round one, closed or with ends that gape by no more than this share of its size: a ring drawn as a
polygon or by hand, or as curves too short to be seen as such."""


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
    pages    (p,) int: its page, by its place among the pages that are read together; nondecreasing
    order    (p,) int: when it is painted, among all that is
    covers   (p,) bool: what was painted before it cannot be seen through its fill
    stroke_covers (p,) bool: likewise through its stroke
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
    pages: NDArray[np.int64]
    order: NDArray[np.int64]
    covers: NDArray[np.bool_]
    stroke_covers: NDArray[np.bool_]


@dataclass(slots=True)
class Subpaths:
    """One entry a subpath: its path, box, how many straight edges it has, and what it looks like.

    curved     with curves among its edges, or a closed outline of so many edges that it looks so
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
    # All by columns: numpy takes several times as long for an array of pairs as for two arrays.
    x, y = paths.points.T.copy()
    kinds = paths.kinds.copy()
    kinds[paths.starts[:-1][paths.starts[1:] > paths.starts[:-1]]] = MOVE
    _straighten(kinds, x, y)
    begins = kinds == MOVE
    first = np.flatnonzero(begins)
    member = np.cumsum(begins) - 1
    last = np.append(first[1:], len(x)) - 1
    count = last - first + 1
    path = np.searchsorted(paths.starts, first, side="right") - 1
    boxes = np.empty((len(first), 4))
    boxes[:, 0], boxes[:, 1] = np.minimum.reduceat(x, first), np.minimum.reduceat(y, first)
    boxes[:, 2], boxes[:, 3] = np.maximum.reduceat(x, first), np.maximum.reduceat(y, first)
    curved = np.logical_or.reduceat(kinds == CURVE, first)
    returns = (count > 2) & (np.abs(x[last] - x[first]) < 0.01) & (np.abs(y[last] - y[first]) < 0.01)
    closed = np.logical_or.reduceat(paths.closes, first) | returns
    outlined = closed | (paths.fills[path] != NO_PAINT)

    ends, joins = np.flatnonzero(kinds == LINE), np.flatnonzero(outlined)
    one, two = np.concatenate((ends - 1, last[joins])), np.concatenate((ends, first[joins]))
    subpath = member[two]
    x1, y1, x2, y2 = x[one], y[one], x[two], y[two]
    across, down = np.abs(x2 - x1), np.abs(y2 - y1)
    moves = (across > 0) | (down > 0)
    flat, steep = down <= _slant(across), across <= _slant(down)
    slanted = np.bincount(subpath[~(flat | steep)], minlength=len(first))
    gap = np.maximum(np.abs(x[last] - x[first]), np.abs(y[last] - y[first]))
    curved |= (slanted >= _ROUND) & (outlined | (gap <= _GAPE * (boxes[:, 2:] - boxes[:, :2]).max(axis=1)))
    upright = ~curved & (slanted == 0)
    winding = x1 * y2 - x2 * y1

    sound = (count > 1) & np.isfinite(boxes).all(axis=1)
    drawn = (flat | steep) & moves & sound[subpath]
    drawn[len(ends) :] &= closed[joins]
    subpaths = Subpaths(
        path[sound],
        boxes[sound],
        np.bincount(subpath[moves], minlength=len(first))[sound],
        curved[sound],
        upright[sound],
        (upright & outlined & _cornered(x, y, boxes, member, first))[sound],
        np.asarray(np.bincount(subpath, winding, minlength=len(first))[sound], np.float64),
    )
    number = np.cumsum(sound) - 1
    edges = _levelled(x1[drawn], y1[drawn], x2[drawn], y2[drawn], flat[drawn])
    return subpaths, Edges(edges, number[subpath[drawn]])


def _straighten(kinds: NDArray[np.int64], x: Column, y: Column) -> None:
    """Makes lines of the curves that are straight: some programs draw every line as one."""
    ends = np.flatnonzero(kinds == CURVE)[2::3]
    ends = ends[(ends >= 3) & (kinds[ends - 1] == CURVE) & (kinds[ends - 2] == CURVE)]
    if not len(ends):
        return
    along_x, along_y = x[ends] - x[ends - 3], y[ends] - y[ends - 3]
    length = np.hypot(along_x, along_y)
    straight = length > 0
    for control in (ends - 2, ends - 1):
        from_x, from_y = x[control] - x[ends - 3], y[control] - y[ends - 3]
        straight &= np.abs(from_x * along_y - from_y * along_x) <= _STRAIGHT * length
        straight &= (from_x * along_x + from_y * along_y >= 0) & (np.hypot(from_x, from_y) <= length + _STRAIGHT)
    lines = ends[straight]
    kinds[lines] = LINE
    for control in (lines - 2, lines - 1):
        kinds[control], x[control], y[control] = LINE, x[lines], y[lines]


def _slant(length: Column) -> Column:
    """How far an upright line of such lengths may lean."""
    return np.minimum(np.maximum(_SLANT * length, 0.05), _MOST_SLANT)


def _cornered(
    x: Column, y: Column, boxes: NDArray[np.float64], member: NDArray[np.int64], first: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Whether a subpath's points lie on the sides of its box, all four corners among them."""
    beside_x, beyond_x = _beside(x, boxes[:, 0][member], boxes[:, 2][member])
    beside_y, beyond_y = _beside(y, boxes[:, 1][member], boxes[:, 3][member])
    corner = np.where(beside_x & beside_y, 1 << (beyond_x + 2 * beyond_y), 0)
    bordering = np.logical_and.reduceat(beside_x | beside_y, first)
    cornered: NDArray[np.bool_] = bordering & (np.bitwise_or.reduceat(corner, first) == _CORNERS)
    return cornered


def _beside(place: Column, low: Column, high: Column) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Whether places lie at one of two sides, and whether beyond the middle between them."""
    near = np.minimum(0.5, 0.2 * (high - low)) + 0.01
    return (place - low <= near) | (high - place <= near), place > (low + high) / 2


def _levelled(x1: Column, y1: Column, x2: Column, y2: Column, flat: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Edges as boxes without thickness: horizontal where flat, else vertical."""
    boxes = np.empty((len(flat), 4))
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    boxes[:, 0], boxes[:, 2] = np.where(flat, np.minimum(x1, x2), x), np.where(flat, np.maximum(x1, x2), x)
    boxes[:, 1], boxes[:, 3] = np.where(flat, y, np.minimum(y1, y2)), np.where(flat, y, np.maximum(y1, y2))
    return boxes
