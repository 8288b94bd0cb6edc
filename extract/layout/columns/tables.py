"""What tables say of a page's two columns: how wide the left one is, and that one goes on from its foot at the top of the right one, where no
text stands above it."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.layout.ink.lattice import Grid
from pledgecards.extract.layout.regions import Regions
from pledgecards.extract.layout.rows.characters import Characters, Ints

_ALIKE = 4.0
"""Columns whose widths differ by less are as wide, in points."""

_ALL = 0.9
"""A table as wide as a column takes this share of it at least."""


def table_sides(regions: Regions, unit: float) -> list[tuple[float, float]]:
    """The left and the right side of every table that stands on the page itself, in units."""
    return [(drawn.grid.xs[0] / unit, drawn.grid.xs[-1] / unit) for drawn in regions.tables if drawn.parent == 0]


def sides_of_columns(tables: Sequence[tuple[float, float]], left: float, right: float) -> list[float]:
    """The right sides of the tables that may fill the left one of two columns: they begin where the text does, and end near its middle."""
    near = (1 - _ALL) * (right - left)
    return sorted({x1 for x0, x1 in tables if x0 <= left + near and x1 < right - near}, reverse=True)


def fills_column(tables: Sequence[tuple[float, float]], left: float, ends: float, begins: float) -> bool:
    """Whether a table fills the column on the left of a gutter: it reaches from where its text begins to where it ends or further, and ends
    before the text on the right begins. Short lines in such a column do not run up to the gutter."""
    return any(x0 <= left + (1 - _ALL) * (ends - left) and ends - 1 <= x1 < begins for x0, x1 in tables)


def top_of_columns(glyphs: Characters, free: Ints, regions: Regions, gutter: tuple[float, float], top: float) -> float:
    """Where two columns of a page begin whose first lines side by side stand at `top`: higher, where the right one begins with a table that goes
    on from a lower one of the left, with the same columns, and no text crosses the gutter on the way.

    free: the glyphs of the page's own text. gutter: where the text beside it ends and begins.
    """
    left, right = gutter
    grids = [drawn.grid for drawn in regions.tables if drawn.parent == 0 and drawn.grid.cols > 1]
    lower = [grid for grid in grids if grid.xs[-1] <= right and grid.ys[0] > top]
    over = min(
        [
            grid.ys[0]
            for grid in grids
            if grid.xs[0] >= left and grid.ys[0] < top and any(_as_wide(grid, other) for other in lower)
        ],
        default=top,
    )
    if over == top:
        return top
    middle, x0, x1 = glyphs.middle[free], glyphs.x0[free], glyphs.x1[free]
    crosses = (over <= middle) & (middle < top) & (x0 < right) & (x1 > left)
    return top if crosses.any() else over


def _as_wide(one: Grid, other: Grid) -> bool:
    if one.cols != other.cols:
        return False
    return all(abs((a - one.xs[0]) - (b - other.xs[0])) < _ALIKE for a, b in zip(one.xs, other.xs, strict=True))
