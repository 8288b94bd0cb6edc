"""The text of a table that is none of the contract's: a line for each row, or the lines of a cell that holds an outline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce

from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.items.continuation import goes_on_unmarked
from pledgecards.extract.items.outline import BETWEEN_CELLS
from pledgecards.extract.markers import BRACKET, NOTE, split_marker
from pledgecards.extract.page import Cell, Line, Place, Table
from pledgecards.extract.tables.years_beside import months_of_year, years_beside
from pledgecards.extract.titles.wrapped import UNFINISHED
from pledgecards.schemas.notation import APOSTROPHE, TILDES
from pledgecards.schemas.vocabulary import Vocabulary

_DATE = re.compile(rf"{APOSTROPHE}?\d{{2,4}}\s?[.년]\s?(?:\d{{1,2}}\s?[.월]|[상하]반기|[1-4](?:\s?/\s?4)?\s?분기)")
_WORDS = re.compile(r"[가-힣]{2}")
_FIGURE = re.compile(r"\d[\d,.]*%?")
_ALIGNED = 0.3
_OPEN = f"{TILDES}-–,(·"
"""What goes on in the next line, though that begins with a date: a range, a list, brackets."""


def lines_of_table(table: Table, vocabulary: Vocabulary) -> Iterator[tuple[Line, bool]]:
    """Every filled cell of the table once, in reading order, as lines; with each, whether it is a row of short cells.

    A row of short cells is one line (`위치 | 문래동`); a cell that holds bullets, or a deed with its date in every line, gives its own lines.
    A year at the side of several rows is of each of them, and of each line of a cell whose lines begin with a month: without it, the days
    and months in the others are of no year.
    """
    years = years_beside(table)
    for row in range(table.rows):
        own = sorted(table.in_row(row), key=lambda c: c.col)
        short: list[Cell] = years.get(row, [])
        if (lines := months_of_year(own)) is not None:
            for cells in lines:
                yield from row_line(cells)
            continue
        for cell in own:
            if holds_outline(cell, vocabulary):
                yield from row_line(short)
                short = []
                yield from ((line, False) for line in lines_of_outline(cell, vocabulary))
            elif cell.lines:
                short.append(cell)
            if cell.tables:
                yield from row_line(short)
                short = []
                for inner in cell.tables:
                    yield from lines_of_table(inner, vocabulary)
        yield from row_line(short)


def has_figures_of_years(table: Table) -> bool:
    """Whether two years or more stand alone in the first row, and a figure below each."""
    periods = {cell.col: read_period(cell.text) for cell in table.in_row(0)}
    years = {col for col, period in periods.items() if period and period.kind == "year" and not period.rest}
    figures = [{c.col for c in table.in_row(row) if _FIGURE.fullmatch(c.text)} for row in range(1, table.rows)]
    return len(years) > 1 and any(years <= row for row in figures)


def holds_outline(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether the lines of a cell are bullets, or deeds, each with its date; one that is too long for its line goes on in the next."""
    if len(cell.lines) < 2:
        return False
    if any(split_marker(line.text, vocabulary).rank is not None for line in cell.lines):
        return True
    return all(map(_is_deed, cell.lines)) or len(_dated_lines(cell)) > 1


def lines_of_outline(cell: Cell, vocabulary: Vocabulary) -> Sequence[Line]:
    """The lines of a cell that holds an outline; bullets, and deeds that begin with their date, whole."""
    marked = any(split_marker(line.text, vocabulary).rank is not None for line in cell.lines)
    if marked:
        parts = _bullets(cell, vocabulary)
    else:
        parts = [] if all(map(_is_deed, cell.lines)) else _dated_lines(cell)
    return [_one_line(cell, lines) for lines in parts] or cell.lines


def lines_apart(cell: Cell) -> list[Line]:
    """The lines of a cell without bullets, where each but the last ends though the next one's first word had room beside it, and none is
    open at its end: what each says is by itself. Else none; in a text nothing tells how wide the cell was."""
    if len(cell.lines) < 2 or cell.tables or cell.place.page is None:
        return []
    parts: list[list[Line]] = []
    for line in cell.lines:
        above = parts[-1][-1] if parts else None
        if above is not None and (above.soft or above.glue):
            parts[-1].append(line)
            continue
        if abs(line.indent - cell.lines[0].indent) > _ALIGNED * line.size or not _WORDS.search(line.text):
            return []
        if above is not None and (above.text[-1] in _OPEN or UNFINISHED.search(above.text) or line.text[0] in "([)]"):
            return []
        parts.append([line])
    return [_one_line(cell, lines) for lines in parts] if len(parts) > 1 else []


def _one_line(cell: Cell, lines: list[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    whole = replace(cell, lines=tuple(lines))
    return replace(
        lines[0], text=whole.text, place=_around(whole), runs=(), marks=(), soft=lines[-1].soft, glue=lines[-1].glue
    )


def _bullets(cell: Cell, vocabulary: Vocabulary) -> list[list[Line]]:
    """The lines of a cell by bullet: what is too long for its line goes on in the next one, which has no marker."""
    parts: list[list[Line]] = []
    within = False
    for line in cell.lines:
        marked = split_marker(line.text, vocabulary)
        above = parts[-1][-1] if within else None
        if above is not None and (above.soft or above.glue) and goes_on_unmarked(above.text, marked):
            parts[-1].append(line)
            continue
        parts.append([line])
        within = marked.rank not in (None, NOTE, BRACKET)
    return parts


def _is_deed(line: Line) -> bool:
    return _DATE.search(line.text) is not None and _WORDS.search(_DATE.sub("", line.text)) is not None


def _dated_lines(cell: Cell) -> list[list[Line]]:
    """The lines of a cell by deed, if each deed begins with its date and every other line goes on from a full one; else none."""
    deeds: list[list[Line]] = []
    for line in cell.lines:
        above = deeds[-1][-1] if deeds else None
        if _DATE.match(line.text.lstrip("([<〈【")) and not (
            above is not None and (above.glue or above.text[-1] in _OPEN)
        ):
            deeds.append([line])
        elif above is not None and (above.soft or above.glue):
            deeds[-1].append(line)
        else:
            return []
    return deeds if all(_WORDS.search(_DATE.sub("", deed[0].text)) for deed in deeds) else []


def _around(cell: Cell) -> Place:
    return reduce(Place.union, [line.place for line in cell.lines])


def row_line(cells: list[Cell]) -> Iterator[tuple[Line, bool]]:
    """The cells as one line, bars between them; none where there are none."""
    if not cells:
        return
    # A year that goes down from a row above may stand on the page before: the row has its place without it.
    own = [cell for cell in cells if cell.row == cells[-1].row]
    # A word may stand out of a cell whose sides were told by others.
    lines = [line.place for cell in own for line in cell.lines if line.place.page == cell.place.page]
    place = reduce(Place.union, [*(cell.place for cell in own), *lines])
    text = BETWEEN_CELLS.join(cell.text for cell in cells)
    yield replace(cells[0].lines[0], text=text, place=place, runs=(), marks=(), soft=False, glue=False), True
