"""Columns of a time table that a line drawn over it cuts in two: the line of the day on which it was printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pledgecards.extract.grid.blank_columns import without_columns
from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.page import Cell, Table

_LEAST_COLUMNS = 5
_LEAST_ALIKE = 3
_EVEN = 0.1
"""How much the columns of a time axis differ in width, as a share of it."""


def without_cuts(table: Table) -> Table:
    """The table with the two halves of a cut column made one; the same table where none is cut.

    Most columns behind the names are of one width, that of the two together; and in no row do both halves say something, or are they
    filled with different colours.
    """
    widths = _widths(table)
    if len(widths) < _LEAST_COLUMNS:
        return table
    whole = median(widths[1:])
    near = [abs(width - whole) <= _EVEN * whole for width in widths]
    alike = sum(near[1:])
    if alike < _LEAST_ALIKE or not alike * 2 > len(widths) - 1 or alike + 2 > len(widths) - 1:
        return table
    for left, right in pairwise(range(1, table.cols)):
        if near[left] or near[right] or abs(widths[left] + widths[right] - whole) > _EVEN * whole:
            continue
        rows = [(row[left], row[right]) for row in grid_of(table).cells]
        if all(one is other or _are_halves(one, other) for one, other in rows):
            return _joined(table, rows, right)
    return table


def _widths(table: Table) -> list[float]:
    """The widths of the columns, by their unmerged cells; none where a column has no such cell or no place."""
    found: dict[int, float] = {}
    for cell in table.cells:
        if cell.col_span == 1 and cell.place.x0 is not None and cell.place.x1 is not None:
            found.setdefault(cell.col, cell.place.x1 - cell.place.x0)
    return [found[col] for col in range(table.cols)] if len(found) == table.cols else []


def _are_halves(one: Cell, other: Cell) -> bool:
    if (one.row, one.row_span) != (other.row, other.row_span):
        return False
    return not (one.lines and other.lines) and one.fill == other.fill and not (one.tables or other.tables)


def _joined(table: Table, rows: Sequence[tuple[Cell, Cell]], right: int) -> Table:
    halves = {id(one): other for one, other in rows if one is not other}
    gone = {id(other) for other in halves.values()}
    cells = []
    for cell in table.cells:
        if id(cell) in gone:
            continue
        if (other := halves.get(id(cell))) is not None:
            cell = replace(
                cell,
                col_span=cell.col_span + other.col_span,
                lines=cell.lines or other.lines,
                place=cell.place.union(other.place),
                bar=max(cell.bar, other.bar, key=abs),
            )
        cells.append(cell)
    return without_columns(replace(table, cells=tuple(cells)), {right})
