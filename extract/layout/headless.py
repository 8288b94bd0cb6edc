"""Heads that stand as mere text right above a table whose rules or fills begin below them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pledgecards.extract.layout.ladders import Stretch
from pledgecards.extract.layout.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.storeys import storeys_of
from pledgecards.extract.layout.wording import YEAR, is_figure

_NEAR = 2.2
"""How many sizes a head may stand above the table, or above its own lower storey."""

_LEVEL = 0.5
_OVER = 3.0
"""How far a head's words may reach over its column, in points."""

_LEAST_COLUMNS = 3
_LONGEST = 12


def with_heads(grids: Sequence[Grid], stretches: Sequence[Stretch]) -> list[Grid]:
    """The grids, each with the head right above it if it has none of its own: words, years or months, one over every column."""
    return [_with_head(grid, stretches) if grid.cols >= _LEAST_COLUMNS else grid for grid in grids]


def head_like(level: Sequence[Stretch]) -> bool:
    """Whether the stretches of one height may be a table's head: short words and no figures, a year or a month among them."""
    if any(is_figure(s.text) or len(s.text) > _LONGEST for s in level):
        return False
    return any(YEAR.fullmatch(s.text) for s in level)


def level_above(stretches: Sequence[Stretch], top: float, x0: float, x1: float) -> list[Stretch]:
    """The nearest stretches above a height, at one height themselves; none if they are too far, or reach over the sides."""
    above = [s for s in stretches if s.middle < top and s.x0 < x1 and s.x1 > x0]
    if not above:
        return []
    lowest = max(above, key=lambda s: s.middle)
    if top - lowest.middle > _NEAR * lowest.size:
        return []
    level = [s for s in above if lowest.middle - s.middle < _LEVEL * lowest.size]
    return level if all(x0 - _OVER <= s.x0 and s.x1 <= x1 + _OVER for s in level) else []


def _with_head(grid: Grid, stretches: Sequence[Stretch]) -> Grid:
    x0, top, x1, _ = grid.box
    first = [s for s in stretches if top < s.middle < grid.ys[1] and x0 < s.x1 and s.x0 < x1]
    if not any(is_figure(s.text) for s in first):
        return grid
    level = level_above(stretches, top, x0, x1)
    if not head_like(level) or not _one_each(level, grid):
        return grid
    height = min(s.middle - s.size / 2 for s in level) - 1.0
    edges = grid.xs[1:-1]
    upper = level_above(stretches, height, x0, x1)
    storeys = storeys_of([*upper, *level], edges) if upper and not any(is_figure(s.text) for s in upper) else None
    if storeys is None:
        heads = [Square(0, column, 1, 1) for column in range(grid.cols)]
        return _built(grid, (height,), heads)
    grouped = {column for start, end in storeys.groups for column in range(start, end)}
    heads = [Square(0, start, 1, end - start) for start, end in storeys.groups]
    heads += [Square(0, column, 2, 1) for column in range(grid.cols) if column not in grouped]
    heads += [Square(1, column, 1, 1) for column in sorted(grouped)]
    return _built(grid, (min(s.middle - s.size / 2 for s in upper) - 1.0, storeys.level), heads)


def _one_each(level: Sequence[Stretch], grid: Grid) -> bool:
    """Whether every column has one of the stretches, within its sides; the first may have none."""
    found: set[int] = set()
    for s in level:
        column = bisect_right(grid.xs, (s.x0 + s.x1) / 2) - 1
        if column in found or not 0 <= column < grid.cols:
            return False
        if s.x0 < grid.xs[column] - _OVER or s.x1 > grid.xs[column + 1] + _OVER:
            return False
        found.add(column)
    return set(range(1, grid.cols)) <= found


def _built(grid: Grid, above: tuple[float, ...], heads: list[Square]) -> Grid:
    depth = len(above)
    squares = [*heads, *[square._replace(row=square.row + depth) for square in grid.squares]]
    squares.sort(key=lambda square: (square.row, square.col))
    ys = (*above, *grid.ys)
    return Grid(grid.xs, ys, tuple(squares), owner_of(squares, len(ys) - 1, grid.cols))
