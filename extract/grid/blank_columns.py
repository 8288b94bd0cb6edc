"""Blank columns of a table of figures, left free to set groups of columns apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import replace

from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.page import Cell, Table


def without_blank_columns(table: Table) -> Table:
    """The table without the columns whose head and cells are all blank and of no other column; the same table if it has none."""
    if table.cols < 3:
        return table
    blank = {col for col, cells in enumerate(zip(*grid_of(table).cells, strict=True)) if all(map(_is_blank, cells))}
    return without_columns(table, blank) if blank and len(blank) < table.cols else table


def without_columns(table: Table, left_out: Collection[int]) -> Table:
    """The table without these columns; a merged cell covers those of its columns that are left."""
    kept = [column for column in range(table.cols) if column not in left_out]
    cells = []
    for cell in table.cells:
        first, end = bisect_left(kept, cell.col), bisect_left(kept, cell.col + cell.col_span)
        if first < end:
            cells.append(replace(cell, col=first, col_span=end - first))
    return replace(table, cols=len(kept), cells=tuple(cells))


def _is_blank(cell: Cell) -> bool:
    return cell.col_span == 1 and not cell.lines and not cell.tables and not cell.bar
