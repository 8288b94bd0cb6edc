"""The text of a table that is none of the contract's: a line for each row, or the lines of a cell that holds an outline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pledgecards.extract.markers import split_marker
from pledgecards.extract.outline import BETWEEN_CELLS
from pledgecards.extract.page import Cell, Line, Place, Table
from pledgecards.schemas.vocabulary import Vocabulary

_DATE = re.compile(r"['’‘`´]?\d{2,4}\s?[.년]\s?\d{1,2}\s?[.월]")
_WORDS = re.compile(r"[가-힣]{2}")


def lines_of_table(table: Table, vocabulary: Vocabulary) -> Iterator[tuple[Line, bool]]:
    """Every filled cell of the table once, in reading order, as lines; with each, whether it is a row of short cells.

    A row of short cells is one line (`위치 | 문래동`); a cell that holds bullets, or a deed with its date in every line, gives its own lines.
    """
    for row in range(table.rows):
        short: list[Cell] = []
        for cell in sorted((c for c in table.cells if c.row == row), key=lambda c: c.col):
            if holds_outline(cell, vocabulary):
                yield from row_line(short)
                short = []
                yield from ((line, False) for line in cell.lines)
            elif cell.lines:
                short.append(cell)
            if cell.tables:
                yield from row_line(short)
                short = []
                for inner in cell.tables:
                    yield from lines_of_table(inner, vocabulary)
        yield from row_line(short)


def holds_outline(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether the lines of a cell are bullets, or deeds, each with its date."""
    if len(cell.lines) < 2:
        return False
    if any(split_marker(line.text, vocabulary).rank is not None for line in cell.lines):
        return True
    return all(_DATE.search(line.text) and _WORDS.search(_DATE.sub("", line.text)) for line in cell.lines)


def row_line(cells: list[Cell]) -> Iterator[tuple[Line, bool]]:
    """The cells as one line, bars between them; none where there are none."""
    if not cells:
        return
    place: Place = cells[0].place
    for cell in cells[1:]:
        place = place.union(cell.place)
    text = BETWEEN_CELLS.join(cell.text for cell in cells)
    yield replace(cells[0].lines[0], text=text, place=place, runs=(), marks=(), soft=False, glue=False), True
