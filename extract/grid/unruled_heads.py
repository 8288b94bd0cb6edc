"""Heads printed again on a next page with no rule below them: their words stand in the cells of the first row."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.page import Cell, Table

_MOST_ROWS = 3
_FEWEST = 3


def with_head_apart(first: Table, second: Table) -> Table:
    """`second` without the words of the head of `first`, if the cells of its first row all begin with these and go on in words of their own."""
    if first.place.page is None or not first.cells or not second.cells:
        return second
    if not _begins_alike(first.cells[0], second.cells[0]):
        return second
    top = [cell for cell in first.cells if cell.row < _MOST_ROWS]
    for rows in range(1, min(_MOST_ROWS, first.rows, second.rows) + 1):
        head = [cell for cell in top if cell.row < rows]
        if all(cell.row + cell.row_span <= rows for cell in head):
            apart = _apart(head, second, rows)
            if apart is not None:
                return apart
    return second


def _apart(head: list[Cell], table: Table, rows: int) -> Table | None:
    below = {(cell.row, cell.col, cell.col_span): cell for cell in table.cells if cell.row < rows}
    if len(below) != len(head) or sum(bool(cell.text) for cell in head) < _FEWEST:
        return None
    rest: list[Cell] = []
    for cell in head:
        other = below.get((cell.row, cell.col, cell.col_span))
        if other is None or not _begins_alike(cell, other):
            return None
        lines = other.lines[len(cell.lines) :]
        end = other.row + other.row_span
        if end < rows and (lines or cell.row + cell.row_span != end):
            return None
        if end >= rows:
            rest.append(replace(other, row=0, row_span=end - rows + 1, lines=lines))
    if not any(cell.lines for cell in rest):
        return None
    moved = [replace(cell, row=cell.row - rows + 1) for cell in table.cells if cell.row >= rows]
    return Table(table.rows - rows + 1, table.cols, (*rest, *moved), table.place, table.drawn)


def _begins_alike(cell: Cell, other: Cell) -> bool:
    """Whether the lines of another cell begin with those of a cell."""
    return [line.text for line in other.lines[: len(cell.lines)]] == [line.text for line in cell.lines]
