"""Tables whose parts on two pages show not all the same columns: a head cut between its rows, a row of merged cells alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.grid.tables import edges, is_filled
from pledgecards.extract.page import Cell, Table

_NEAR = 4.0
_MOST_ROWS = 2
_FEWEST = 4
"""So many columns of a part agree with those of the other one, before it may be a part with cells merged across."""

_MOST_MERGED = 2
_ENDS = re.compile(r"[.)）\]」]")
"""What a narrow cell leaves for the next page (`2022.6` over `.`)."""


def with_cut_head(first: Table, second: Table) -> Table | None:
    """`first` on the columns of `second` if it is the upper part of a head that the page break cuts (`2018년` over `1 | 2 | 3 | 4`): each of
    its last cells goes on blank, was pushed over, or is parted below. A row that is all blank below is the rest of the cut one."""
    if first.rows > _MOST_ROWS or first.cols >= second.cols or first.place.page in (None, second.place.page):
        return None
    columns = edges(second)
    head = _on(first, columns) if columns is not None else None
    if head is None:
        return None
    parted = blank = 0
    below = second.in_row(0)
    for cell in head.cells:
        if cell.row + cell.row_span < head.rows:
            continue
        end = cell.col + cell.col_span
        parts = [part for part in below if cell.col <= part.col and part.col + part.col_span <= end]
        if sum(part.col_span for part in parts) != cell.col_span:
            return None
        if len(parts) > 1 and is_filled(cell) and all(map(is_filled, parts)):
            parted += 1
        elif len(parts) != 1:
            return None
        elif not is_filled(parts[0]) or _ENDS.fullmatch(parts[0].text):
            blank += 1
        elif is_filled(cell):
            return None
    return head if parted or blank == len(head.in_row(head.rows - 1)) else None


def on_columns(first: Table, second: Table) -> Table | None:
    """`second` on the columns of `first`, if only some of its cells, merged across in all of its rows, part it from them (`합계` alone)."""
    if second.rows > _MOST_ROWS or not _FEWEST <= second.cols < first.cols <= second.cols + _MOST_MERGED:
        return None
    columns = edges(first)
    if columns is None or first.place.page in (None, second.place.page):
        return None
    return _on(second, columns)


def merged_down(head: Table, below: Table) -> tuple[Table, Table]:
    """The two parts of a cut head, where the cells whose words stand on one page only are made one."""
    parts = {(cell.col, cell.col_span): cell for cell in below.in_row(0)}
    last = [cell for cell in head.cells if cell.row + cell.row_span == head.rows]
    common = int(len(parts) == len(last))  # the row itself was cut, not the head between two rows
    cells: list[Cell] = []
    taken: set[int] = set()
    for cell in head.cells:
        other = parts.get((cell.col, cell.col_span)) if cell.row + cell.row_span == head.rows else None
        if other is not None:
            taken.add(id(other))
            span = cell.row_span + other.row_span - common
            cell = replace(cell, row_span=span, lines=cell.lines + other.lines, fill=cell.fill or other.fill)
        cells.append(cell)
    rest = [replace(cell, row=cell.row - common) for cell in below.cells if id(cell) not in taken]
    return (
        Table(head.rows, head.cols, tuple(cells), head.place, head.drawn),
        Table(below.rows - common, below.cols, tuple(rest), below.place, below.drawn),
    )


def _on(table: Table, columns: Sequence[float]) -> Table | None:
    """A table on columns that begin at these edges (the last is the right one); None where one of its own is not among them."""
    if table.place.x0 is None or table.place.x1 is None:
        return None
    if abs(table.place.x0 - columns[0]) > _NEAR or abs(table.place.x1 - columns[-1]) > _NEAR:
        return None
    cells: list[Cell] = []
    for cell in table.cells:
        start, end = _at(cell.place.x0, columns), _at(cell.place.x1, columns)
        if start is None or end is None or end <= start:
            return None
        cells.append(replace(cell, col=start, col_span=end - start))
    return Table(table.rows, len(columns) - 1, tuple(cells), table.place, table.drawn)


def _at(x: float | None, columns: Sequence[float]) -> int | None:
    if x is None:
        return None
    nearest = min(range(len(columns)), key=lambda index: abs(columns[index] - x))
    return nearest if abs(columns[nearest] - x) < _NEAR else None
