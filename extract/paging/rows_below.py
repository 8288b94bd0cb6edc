"""Rows at the foot of a page that no rule closes, below the table that goes on over the page break."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.tables import edges
from pledgecards.extract.page import Cell, Line, Place, Table

_NEAR = 2.0
"""A row begins at most so many sizes below the one above it."""


def with_rows_below(table: Table, lines: Sequence[Line]) -> Table | None:
    """The table with the lines as its last rows, if each has a text for every column from the one in which it begins; None if one has not."""
    columns = edges(table)
    bottom = table.place.bottom
    if columns is None or bottom is None:
        return None
    cells: list[Cell] = []
    place = table.place
    for count, line in enumerate(lines):
        x0, top = line.place.x0, line.place.top
        if x0 is None or top is None or not top - bottom < _NEAR * line.size or line.place.page != table.place.page:
            return None
        texts = line.text.split("\t")
        blank = sum(edge <= x0 for edge in columns[:-1]) - 1
        if len(texts) < 2 or blank < 0 or len(texts) != table.cols - blank:
            return None
        for col, text in enumerate([""] * blank + texts):
            where = Place(line.place.page, columns[col], top, columns[col + 1], line.place.bottom)
            within = (Line(text, where, size=line.size),) if text else ()
            cells.append(Cell(table.rows + count, col, 1, 1, within, where))
        place, bottom = place.union(line.place), line.place.bottom or bottom
    return Table(table.rows + len(lines), table.cols, (*table.cells, *cells), place, table.drawn)
