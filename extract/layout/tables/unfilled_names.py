"""Tables whose cells are told by their grounds, all but those of the names: the names of their rows stand on the bare page beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.layout.ink.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.tables.ladders import Stretch

_FEWEST = 2
"""So many rows have names, before what stands beside a table is its own."""

_OVER = 1.0
_LEVEL = 2.0
"""Names in the middle of their row, or level with its figures, stand so near to that height, in points."""


def with_names(grids: Sequence[Grid], stretches: Sequence[Stretch]) -> list[Grid]:
    """The grids, each with the column of names on its left, if every row but a head has one there: level with the row, and beside no other text.
    Lines of a text beside a table do not all stand in the middle of its rows."""
    return [_with_names(grid, stretches) for grid in grids]


def _with_names(grid: Grid, stretches: Sequence[Stretch]) -> Grid:
    left, top, right, bottom = grid.box
    level = [s for s in stretches if top < s.middle < bottom and s.x0 < right]
    beside = [s for s in level if s.x0 < left - _OVER]
    if len(beside) < _FEWEST or any(s.x1 > left + _OVER for s in beside):
        return grid
    for row, (upper, lower) in enumerate(pairwise(grid.ys)):
        names = [s for s in beside if upper < s.middle < lower]
        if not names and not row:
            continue
        within = [s.middle for s in level if s.x0 >= left - _OVER and upper < s.middle < lower]
        if not names or not within or not _name(names, within, upper, lower):
            return grid
    cells = [square._replace(col=square.col + 1) for square in grid.squares]
    squares = sorted([*cells, *[Square(row, 0, 1, 1) for row in range(grid.rows)]])
    xs = (min(s.x0 for s in beside) - _OVER, *grid.xs)
    return Grid(xs, grid.ys, tuple(squares), owner_of(squares, grid.rows, grid.cols + 1))


def _name(lines: Sequence[Stretch], within: Sequence[float], upper: float, lower: float) -> bool:
    """Whether lines one below the other are the name of a row. within: the heights of what stands in its cells."""
    heights = sorted(s.middle for s in lines)
    if any(below - above < s.size / 2 for (above, below), s in zip(pairwise(heights), lines, strict=False)):
        return False
    if any(s.middle - s.size / 2 < upper - _OVER or s.middle + s.size / 2 > lower + _OVER for s in lines):
        return False
    middle = (heights[0] + heights[-1]) / 2
    return abs(middle - (upper + lower) / 2) <= _LEVEL or abs(heights[0] - min(within)) <= _LEVEL
