"""The text of a table that is none of the contract's: a line for each row, or the lines of a cell that holds an outline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pledgecards.extract.markers import split_marker
from pledgecards.extract.page import Cell, Line, Place, Table
from pledgecards.schemas.vocabulary import Vocabulary


def lines_of_table(table: Table, vocabulary: Vocabulary) -> Iterator[tuple[Line, bool]]:
    """Every filled cell of the table once, in reading order, as lines; with each, whether it is a row of short cells.

    A row of short cells is one line (`위치 | 문래동`); a cell that holds bullets gives its own lines.
    """
    for row in range(table.rows):
        short: list[Cell] = []
        for cell in sorted((c for c in table.cells if c.row == row), key=lambda c: c.col):
            if _is_outline(cell, vocabulary):
                yield from _row_line(short)
                short = []
                yield from ((line, False) for line in cell.lines)
            elif cell.lines:
                short.append(cell)
            if cell.tables:
                yield from _row_line(short)
                short = []
                for inner in cell.tables:
                    yield from lines_of_table(inner, vocabulary)
        yield from _row_line(short)


def _is_outline(cell: Cell, vocabulary: Vocabulary) -> bool:
    return any(split_marker(line.text, vocabulary).rank is not None for line in cell.lines) and len(cell.lines) > 1


def _row_line(cells: list[Cell]) -> Iterator[tuple[Line, bool]]:
    if not cells:
        return
    place: Place = cells[0].place
    for cell in cells[1:]:
        place = place.union(cell.place)
    text = " | ".join(cell.text for cell in cells)
    yield replace(cells[0].lines[0], text=text, place=place, runs=(), marks=(), soft=False, glue=False), True
