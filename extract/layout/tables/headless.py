"""Heads that stand as mere text right above a table whose rules or fills begin below them, and a last row right below its last rule."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pledgecards.extract.layout.ink.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.tables.ladders import Stretch
from pledgecards.extract.layout.tables.storeys import Storeys, storeys_of
from pledgecards.extract.layout.tables.wording import FIGURE, YEAR, is_figure

_NEAR = 2.2
"""How many sizes a head may stand above the table, or above its own lower storey."""

_LEVEL = 0.5
_OVER = 3.0
"""How far a head's words may reach over its column, in points."""

_LEAST_COLUMNS = 3
_LONGEST = 12


def with_heads(grids: Sequence[Grid], stretches: Sequence[Stretch]) -> list[Grid]:
    """The grids, each with the head right above it if it has none of its own: words, years or months, one over every column, or over
    several that have their own heads; and with the row of figures right below it."""
    return [
        _with_foot(_with_head(grid, stretches), stretches) if grid.cols >= _LEAST_COLUMNS else grid for grid in grids
    ]


def head_like(level: Sequence[Stretch]) -> bool:
    """Whether the stretches of one height may be a table's head: short words and no figures, a year or a month among them."""
    return _names_columns(level) and any(YEAR.fullmatch(s.text) for s in level)


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
    level = level_above(stretches, top, x0, x1)
    if not head_like(level) and not (_names_columns(level) and _lists_years(grid, stretches)):
        return grid
    # Small figures may be months too, and those of a lower storey, unless each has its own head above it.
    small = any(FIGURE.fullmatch(s.text) for s in first) and _one_each(level, grid)
    if not small and not any(is_figure(s.text) for s in first):
        return _with_years(grid, level, first)
    if not _one_each(level, grid):
        return grid
    height = min(s.middle - s.size / 2 for s in level) - 1.0
    edges = grid.xs[1:-1]
    upper = level_above(stretches, height, x0, x1)
    storeys = storeys_of([*upper, *level], edges) if _names_columns(upper) else None
    if storeys is None:
        heads = [Square(0, column, 1, 1) for column in range(grid.cols)]
        return _built(grid, (height,), heads)
    heads, grouped = upper_storey(storeys, grid.cols)
    heads += [Square(1, column, 1, 1) for column in sorted(grouped)]
    return _built(grid, (min(s.middle - s.size / 2 for s in upper) - 1.0, storeys.level), heads)


def upper_storey(storeys: Storeys, cols: int) -> tuple[list[Square], set[int]]:
    """The cells of the upper storey, those of columns under no group going down both; and the columns under a group."""
    grouped = {column for start, end in storeys.groups for column in range(start, end)}
    heads = [Square(0, start, 1, end - start) for start, end in storeys.groups]
    return heads + [Square(0, column, 2, 1) for column in range(cols) if column not in grouped], grouped


def _names_columns(level: Sequence[Stretch]) -> bool:
    """Whether the stretches of one height are short words and no figures."""
    return bool(level) and not any(is_figure(s.text) or len(s.text) > _LONGEST for s in level)


def _lists_years(grid: Grid, stretches: Sequence[Stretch]) -> bool:
    """Whether years go down the first column of a grid, with nothing else but a sum: its head need name none."""
    column = [
        s for s in stretches if grid.xs[0] < (s.x0 + s.x1) / 2 < grid.xs[1] and grid.ys[0] < s.middle < grid.ys[-1]
    ]
    years = sum(YEAR.fullmatch(s.text) is not None and not s.text.isdigit() or len(s.text) == 4 for s in column)
    return grid.rows > 1 and years >= max(2, len(column) - 2)


def _with_years(grid: Grid, level: Sequence[Stretch], first: Sequence[Stretch]) -> Grid:
    """The grid with the years above its own head (`목표 | 실적` twice), each over the middle of its columns."""
    if any(YEAR.fullmatch(s.text) for s in first) or any(square[2:] != (1, 1) for square in grid.squares[: grid.cols]):
        return grid
    storeys = storeys_of([*level, *first], grid.xs[1:-1])
    if storeys is None:
        return grid
    heads, grouped = upper_storey(storeys, grid.cols)
    own = [square for square in grid.squares if square.row or square.col in grouped]
    return _built(grid, (min(s.middle - s.size / 2 for s in level) - 1.0,), heads, own)


def _with_foot(grid: Grid, stretches: Sequence[Stretch]) -> Grid:
    """The grid with the row right below it: a name, and a figure in every other column, most of them no years."""
    x0, _, x1, bottom = grid.box
    below = [s for s in stretches if bottom < s.middle and s.x0 < x1 and s.x1 > x0]
    if grid.rows < 2 or not below:
        return grid
    highest = min(below, key=lambda s: s.middle)
    level = sorted((s for s in below if s.middle - highest.middle < _LEVEL * highest.size), key=lambda s: s.x0)
    pitch = grid.ys[-1] - grid.ys[-2]
    figures = [s for s in level if FIGURE.fullmatch(s.text)]
    if highest.middle - bottom > pitch or len(level) != grid.cols or len(figures) < grid.cols - 2:
        return grid
    if not _one_each(level, grid) or FIGURE.fullmatch(level[0].text) or head_like(level):
        return grid
    squares = [*grid.squares, *[Square(grid.rows, column, 1, 1) for column in range(grid.cols)]]
    ys = (*grid.ys, max(s.middle + s.size / 2 for s in level) + 1.0)
    return Grid(grid.xs, ys, tuple(squares), owner_of(squares, len(ys) - 1, grid.cols))


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


def _built(grid: Grid, above: tuple[float, ...], heads: list[Square], own: Sequence[Square] | None = None) -> Grid:
    """The grid below rows that begin at the heights `above`, with their cells. own: those of its own that stay."""
    depth = len(above)
    squares = [*heads, *[square._replace(row=square.row + depth) for square in own or grid.squares]]
    squares.sort(key=lambda square: (square.row, square.col))
    ys = (*above, *grid.ys)
    return Grid(grid.xs, ys, tuple(squares), owner_of(squares, len(ys) - 1, grid.cols))
