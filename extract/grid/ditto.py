"""Ditto marks: cells that say only that they hold what the cell above holds."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LONGEST = 6
"""A mark has no more signs than this, spaces among them (`" "`)."""


def without_dittos(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with what stands above in place of each ditto mark (`명` over `〃`); the same table if it has none."""
    marks = _marks(vocabulary)
    longest = _LONGEST
    at = set()
    for i, cell in enumerate(table.cells):
        if (
            cell.row
            and cell.lines
            and len(cell.lines[0].text) <= longest
            and len(cell.lines) == 1
            and _is_mark(cell, marks)
        ):
            at.add(i)
    if not at:
        return table
    owner = {
        (row, col): i
        for i, cell in enumerate(table.cells)
        for row in range(cell.row, cell.row + cell.row_span)
        for col in range(cell.col, cell.col + cell.col_span)
    }
    cells = list(table.cells)
    for i in sorted(at, key=lambda i: cells[i].row):
        above = cells[owner[cells[i].row - 1, cells[i].col]]
        if above.col == cells[i].col and above.col_span == cells[i].col_span:
            cells[i] = replace(cells[i], lines=above.lines)
    return replace(table, cells=tuple(cells))


def _is_mark(cell: Cell, marks: frozenset[str]) -> bool:
    return "".join(cell.lines[0].text.split()) in marks


@lru_cache(maxsize=8)
def _marks(vocabulary: Vocabulary) -> frozenset[str]:
    words = vocabulary.figure_rules["ditto"]["words"]
    return frozenset(words) | {fold(word) for word in words if fold(word)}
