"""Touching rules to a grid of cells with row and column spans.

The levels of the rules become grid lines, each rule marks the grid squares' edges that it covers, and squares
without an edge between them are one cell. Sides that a table leaves open are closed at the ends of its rules.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.layout.characters import median
from pledgecards.extract.layout.segments import TOUCH, Columns, Group, Segments

_DOUBLE = 3.2
"""Levels closer than this are one grid line: the two strokes of a double rule. No text fits between them."""

_OPEN = 8.0
"""A rule that runs on this far beyond the last crossing rule closes a column (or row) that has no outer rule."""

_HEAVY = 2.5

Edges = NDArray[np.bool_]
Line4 = tuple[float, float, float, float]


class Square(NamedTuple):
    """A cell of a grid: its place in rows and columns, and how many of them it spans."""

    row: int
    col: int
    row_span: int
    col_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's geometry. xs and ys are its grid lines; owner[row, col] is the index in `squares` of the cell there."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    squares: tuple[Square, ...]
    owner: NDArray[np.int64]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.ys) - 1

    @property
    def cols(self) -> int:
        """How many columns it has."""
        return len(self.xs) - 1

    @property
    def box(self) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def box_of(self, square: Square) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom of a cell."""
        return (
            self.xs[square.col],
            self.ys[square.row],
            self.xs[square.col + square.col_span],
            self.ys[square.row + square.row_span],
        )

    def at(self, x: float, y: float) -> int | None:
        """The index of the cell at a point, None outside the grid."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        col = min(bisect_right(self.xs, x) - 1, self.cols - 1)
        row = min(bisect_right(self.ys, y) - 1, self.rows - 1)
        return int(self.owner[row, col])


def grid_of(group: Group) -> Grid | None:
    """The grid that touching rules make; None if they enclose nothing."""
    across, down = group.across, group.down
    xs = _lines(down.at, across.low, across.high)
    ys = _lines(across.at, down.low, down.high)
    if len(xs) < 2 or len(ys) < 2:
        return None
    below = _edges(across, ys, xs)
    beside = _edges(down, xs, ys).T
    below[[0, -1], :] = True
    beside[:, [0, -1]] = True
    squares, owner = _squares(below, beside)
    return compact(xs, ys, squares, owner)


def strays(group: Group, heads: Sequence[Line4]) -> tuple[Group, list[Line4]]:
    """A group without the horizontal rules that are drawn over its cells, and the boxes of those.

    A rule between cells ends at a crossing rule or where the whole table ends. One that does not is a bar, the shaft
    of an arrow (`heads`: the boxes of arrow heads), an underline that touches a side; so is one much heavier than all
    others that parts only some of the columns.
    """
    across, down = group.across, group.down
    if len(across) < 2 or not len(down):
        return group, []
    left, _, right, _ = group.box
    loose = (np.abs(across.low - left) > TOUCH) | (np.abs(across.high - right) > TOUCH)
    if loose.any():
        ends = _end_well(across.low, across.at, left, down) & _end_well(across.high, across.at, right, down)
        loose = ~ends
    heavy = across.width > max(_HEAVY * median(across.width), 1.5)
    loose |= heavy & (across.high - across.low < 0.9 * (right - left))
    if heads:
        for index, (at, low, high) in enumerate(zip(across.at, across.low, across.high, strict=True)):
            loose[index] |= _pointed(float(at), float(low), float(high), heads)
    if not loose.any() or loose.all():
        return group, []
    half = np.maximum(across.width, 0.5) / 2
    boxes = np.column_stack((across.low, across.at - half, across.high, across.at + half))[loose]
    return Group(across.take(~loose), down), [(x0, top, x1, bottom) for x0, top, x1, bottom in boxes.tolist()]


def _end_well(ends: Columns, at: Columns, side: float, down: Segments) -> Edges:
    """Whether the ends of horizontal rules meet a vertical one, or the side of the whole group."""
    met: Edges = np.any(
        (np.abs(down.at - ends[:, np.newaxis]) <= TOUCH)
        & (down.low <= at[:, np.newaxis] + TOUCH)
        & (down.high >= at[:, np.newaxis] - TOUCH),
        axis=1,
    )
    return met | (np.abs(ends - side) <= TOUCH)


def _pointed(at: float, low: float, high: float, heads: Sequence[Line4]) -> bool:
    """Whether an arrow head sits at an end of a rule."""
    return any(
        abs((top + bottom) / 2 - at) <= 1.5 and (x0 - 2 <= low <= x1 + 2 or x0 - 2 <= high <= x1 + 2)
        for x0, top, x1, bottom in heads
    )


def _lines(levels: Columns, low: Columns, high: Columns) -> list[float]:
    """The grid lines: the rules' levels, and the far ends of the crossing rules where an outer rule is missing."""
    lines: list[float] = []
    members: list[float] = []
    for level in np.sort(levels).tolist():
        if members and (level - members[-1] > _DOUBLE or level - members[0] > 2 * _DOUBLE):
            lines.append(sum(members) / len(members))
            members = []
        members.append(level)
    if members:
        lines.append(sum(members) / len(members))
    if len(low):
        first, last = float(low.min()), float(high.max())
        if not lines:
            return [first, last] if last - first > _OPEN else []
        if first < lines[0] - _OPEN:
            lines.insert(0, first)
        if last > lines[-1] + _OPEN:
            lines.append(last)
    return lines


def _edges(segments: Segments, levels: list[float], crossing: list[float]) -> Edges:
    """edges[level, square]: does a segment on that grid line cover the side of that square (its middle)."""
    edges = np.zeros((len(levels), len(crossing) - 1), dtype=bool)
    grid = np.array(levels)
    middles = (np.array(crossing[1:]) + np.array(crossing[:-1])) / 2
    line = np.abs(grid[np.newaxis, :] - segments.at[:, np.newaxis]).argmin(axis=1).tolist()
    start = np.searchsorted(middles, segments.low).tolist()
    stop = np.searchsorted(middles, segments.high).tolist()
    for index, begin, end in zip(line, start, stop, strict=True):
        edges[index, begin:end] = True
    return edges


def _squares(below: Edges, beside: Edges) -> tuple[list[Square], NDArray[np.int64]]:
    """Cells from edges: the largest rectangles without an edge inside, from the top left on.

    Where missing rules leave a shape that is no rectangle, it is cut into rectangles by rows.
    """
    rows, cols = beside.shape[0], below.shape[1]
    right = _next_edge(beside[:, 1:])
    single = beside[:, 1:] & beside[:, :-1] & below[1:] & below[:-1]
    taken = single.copy()
    merged: list[Square] = []
    for row, col in np.argwhere(~single).tolist():
        if taken[row, col]:
            continue
        reach = int(right[row, col])
        last = col
        while last < reach and not taken[row, last + 1]:
            last += 1
        end = row + 1
        while (
            end < rows
            and not below[end, col : last + 1].any()
            and not taken[end, col : last + 1].any()
            and right[end, col] == last
            and (col == 0 or beside[end, col])
        ):
            end += 1
        taken[row:end, col : last + 1] = True
        merged.append(Square(row, col, end - row, last + 1 - col))
    squares = [Square(row, col, 1, 1) for row, col in np.argwhere(single).tolist()]
    if merged:
        squares = sorted(squares + merged)
    return squares, _owner(squares, rows, cols)


def _owner(squares: list[Square], rows: int, cols: int) -> NDArray[np.int64]:
    owner = np.empty((rows, cols), dtype=np.int64)
    for index, square in enumerate(squares):
        if square.row_span == 1 and square.col_span == 1:
            owner[square.row, square.col] = index
        else:
            owner[square.row : square.row + square.row_span, square.col : square.col + square.col_span] = index
    return owner


def _next_edge(edges: Edges) -> NDArray[np.int64]:
    """For every square of every row the index of the square at whose far side the next edge stands."""
    cols = edges.shape[1]
    index = np.where(edges, np.arange(cols)[np.newaxis, :], cols - 1)
    return np.minimum.accumulate(index[:, ::-1], axis=1)[:, ::-1]


def compact(xs: list[float], ys: list[float], squares: list[Square], owner: NDArray[np.int64]) -> Grid:
    """The grid without the lines on which no cell begins or ends."""
    cols = [0, *(np.flatnonzero((owner[:, 1:] != owner[:, :-1]).any(axis=0)) + 1).tolist(), len(xs) - 1]
    rows = [0, *(np.flatnonzero((owner[1:] != owner[:-1]).any(axis=1)) + 1).tolist(), len(ys) - 1]
    if len(cols) < len(xs) or len(rows) < len(ys):
        col_of = {line: index for index, line in enumerate(cols)}
        row_of = {line: index for index, line in enumerate(rows)}
        squares = [
            Square(
                row_of[s.row],
                col_of[s.col],
                row_of[s.row + s.row_span] - row_of[s.row],
                col_of[s.col + s.col_span] - col_of[s.col],
            )
            for s in squares
        ]
        owner = owner[np.ix_(rows[:-1], cols[:-1])]
    return Grid(tuple(xs[c] for c in cols), tuple(ys[r] for r in rows), tuple(squares), owner)
