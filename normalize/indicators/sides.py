"""Tables of indicators with the years down their side and an indicator heading each column, turned so that each is a line."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.grid.row_names import RUNNING
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary


def with_lines_of_indicators(table: Table, vocabulary: Vocabulary) -> Table:
    """The table, turned where its rows are years and none of its heads says what it measures (`연도 | 노선(개) | 정류소(개소)`)."""
    head = read_head(table, vocabulary)
    side = next((column for column in head.of("year") if not column.on_axis), None)
    # `연도 | 공급호수 | 누계`: the running figures become the line below theirs.
    others = [
        column
        for column in head.columns
        if column is not side and not (column.kind == "total" and column.word in RUNNING)
    ]
    if (
        side is None
        or side.index
        or head.rows != 1
        or not others
        or any(c.kind not in ("other", "project") for c in others)
    ):
        return table
    if head.repeats or not all(column.label for column in others):
        return table
    cells = [
        replace(cell, row=cell.col, col=cell.row, row_span=cell.col_span, col_span=cell.row_span)
        for cell in table.cells
    ]
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return replace(table, rows=table.cols, cols=table.rows, cells=tuple(cells))
