"""Touching rules to a grid of cells with row and column spans.

The levels of the rules become grid lines, each rule marks the grid squares' edges that it covers, and squares
without an edge between them are one cell. Sides that a table leaves open are closed at the ends of its rules.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.open_sides import OPEN, least_open
from pledgecards.extract.layout.ink.segments import Group, Segments

_DOUBLE = 3.2
"""Levels closer than this are one grid line: the two strokes of a double rule. No text fits between them."""

_NOBODY = -1

Edges = Sequence[Sequence[bool]]
Owners = list[list[int]]


class Square(NamedTuple):
    """A cell of a grid: its place in rows and columns, and how many of them it spans."""

    row: int
    col: int
    row_span: int
    col_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's geometry. xs and ys are its grid lines; owner[row][col] is the index in `squares` of the cell there."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    squares: tuple[Square, ...]
    owner: Owners

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.ys) - 1

    @property
    def cols(self) -> int:
        """How many columns it has."""
        return len(self.xs) - 1

    @property
    def box(self) -> Box:
        """x0, top, x1, bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def box_of(self, square: Square) -> Box:
        """x0, top, x1, bottom of a cell."""
        return (
            self.xs[square.col],
            self.ys[square.row],
            self.xs[square.col + square.col_span],
            self.ys[square.row + square.row_span],
        )


def grid_of(group: Group) -> Grid | None:
    """The grid that touching rules make; None if they enclose nothing."""
    across, down = group.across, group.down
    xs = _lines([s.at for s in down], across)
    ys = _lines([s.at for s in across], down)
    if len(xs) < 2 or len(ys) < 2:
        return None
    rows, cols = len(ys) - 1, len(xs) - 1
    below = _edges(across, ys, xs)
    beside = _edges(down, xs, ys)
    below[0] = below[-1] = [True] * cols
    beside[0] = beside[-1] = [True] * rows
    squares, owner = _squares(below, list(zip(*beside, strict=True)))
    return compact(xs, ys, squares, owner)


def _lines(levels: list[float], crossing: Segments) -> list[float]:
    """The grid lines: the rules' levels, and the far ends of the crossing rules where an outer rule is missing."""
    lines: list[float] = []
    members: list[float] = []
    for level in levels:
        if members and (level - members[-1] > _DOUBLE or level - members[0] > 2 * _DOUBLE):
            lines.append(sum(members) / len(members))
            members = []
        members.append(level)
    if members:
        lines.append(sum(members) / len(members))
    if crossing:
        first, last = min([s.low for s in crossing]), max([s.high for s in crossing])
        if not lines:
            return [first, last] if last - first > OPEN else []
        if first < lines[0] - OPEN:
            lines.insert(0, first)
        if last > lines[-1] + least_open(lines):
            lines.append(last)
    return lines


def _edges(segments: Segments, levels: list[float], crossing: list[float]) -> list[list[bool]]:
    """edges[level][square]: does a segment on that grid line cover the side of that square (its middle)."""
    middles = [(one + other) / 2 for one, other in pairwise(crossing)]
    edges = [[False] * len(middles) for _ in levels]
    for at, low, high, _ in segments:
        line = bisect_left(levels, at)
        if line == len(levels) or line and abs(levels[line - 1] - at) <= abs(levels[line] - at):
            line -= 1
        begin, end = bisect_left(middles, low), bisect_left(middles, high)
        if begin < end:
            edges[line][begin:end] = [True] * (end - begin)
    return edges


def _squares(below: Edges, beside: Edges) -> tuple[list[Square], Owners]:
    """Cells from edges: the largest rectangles without an edge inside, from the top left on. Edges: below[line][col] above
    and below the squares, beside[row][line] to their left and right.

    Where missing rules leave a shape that is no rectangle, it is cut into rectangles by rows.
    """
    rows, cols = len(beside), len(below[0])
    owner: Owners = [[_NOBODY] * cols for _ in range(rows)]
    squares: list[Square] = []
    for row, (sides, owners) in enumerate(zip(beside, owner, strict=True)):
        if all(sides) and all(below[row + 1]) and owners.count(_NOBODY) == cols:
            # Most rows of a table: no cell is merged with another.
            owners[:] = range(len(squares), len(squares) + cols)
            squares += [Square(row, col, 1, 1) for col in range(cols)]
            continue
        for col in range(cols):
            if owners[col] != _NOBODY:
                continue
            stop, end = col + 1, row + 1
            while not sides[stop] and owners[stop] == _NOBODY:
                stop += 1
            while end < rows and not below[end][col] and _goes_on(below[end], beside[end], owner[end], col, stop):
                end += 1
            if end - row == 1 == stop - col:
                owners[col] = len(squares)
            else:
                for line in owner[row:end]:
                    line[col:stop] = [len(squares)] * (stop - col)
            squares.append(Square(row, col, end - row, stop - col))
    return squares, owner


def _goes_on(above: Sequence[bool], sides: Sequence[bool], owners: list[int], col: int, stop: int) -> bool:
    """Whether a cell that stands from `col` to `stop` (exclusive) takes in the squares below it as well."""
    return (
        not any(above[col:stop])
        and sides[col]
        and sides[stop]
        and not any(sides[col + 1 : stop])
        and owners[col:stop].count(_NOBODY) == stop - col
    )


def owner_of(squares: Sequence[Square], rows: int, cols: int) -> Owners:
    """owner[row][col]: the index of the cell there."""
    owner: Owners = [[_NOBODY] * cols for _ in range(rows)]
    for index, square in enumerate(squares):
        for line in owner[square.row : square.row + square.row_span]:
            line[square.col : square.col + square.col_span] = [index] * square.col_span
    return owner


def compact(xs: Sequence[float], ys: Sequence[float], squares: list[Square], owner: Owners) -> Grid:
    """The grid without the lines on which no cell begins or ends."""
    columns = list(zip(*owner, strict=True))
    cols = [0, *[c for c in range(1, len(xs) - 1) if columns[c] != columns[c - 1]], len(xs) - 1]
    rows = [0, *[r for r in range(1, len(ys) - 1) if owner[r] != owner[r - 1]], len(ys) - 1]
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
        owner = [[owner[row][col] for col in cols[:-1]] for row in rows[:-1]]
    return Grid(tuple([xs[c] for c in cols]), tuple([ys[r] for r in rows]), tuple(squares), owner)
