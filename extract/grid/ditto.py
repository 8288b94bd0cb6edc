"""Ditto marks: cells that say that they hold what the cell above holds, or that they begin with its year."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.notation import SHORT_YEAR, TILDE
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LONGEST = 8
"""No ditto mark has more letters, with spaces between them (`상  동`)."""
_DISTRICT = re.compile(r"[가-힣]{1,4}\d?동")
_YEAR = re.compile(rf"{SHORT_YEAR}\s?(?:\.|년)")
_DAY = re.compile(r"(?:1[0-2]|0?[1-9])\s?[.월]\s?(?:3[01]|[12]\d|0?[1-9])(?!\d)")
_RANGE = re.compile(rf"{TILDE}|\s[-–]\s|부터")
_MONTH = re.compile(r"(?:1[0-2]|0?[1-9])\s?[.월]?$")
_DATED = re.compile(rf"{_YEAR.pattern}\s?(?:1[0-2]|0?[1-9])\s?[.월]?\s?(?P<day>\d)?")


def without_dittos(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with what stands above in place of each ditto mark (`명` over `〃`), none taken from its head; the same table if it has none."""
    marks, firsts = _marks(vocabulary)
    at = {
        i
        for i, cell in enumerate(table.cells)
        if cell.lines and cell.lines[0].text[:1] in firsts and cell.row and _is_mark(cell, marks)
    }
    if not at:
        return table
    owner = {
        (row, col): i
        for i, cell in enumerate(table.cells)
        for row in range(cell.row, cell.row + cell.row_span)
        for col in range(cell.col, cell.col + cell.col_span)
    }
    cells = list(table.cells)
    head = read_head(table, vocabulary).rows
    for i in sorted(at, key=lambda i: cells[i].row):
        above = cells[owner[cells[i].row - 1, cells[i].col]]
        if above.row < head or _names_district(cells[i], above, table):
            continue
        if above.col == cells[i].col and above.col_span == cells[i].col_span:
            cells[i] = replace(cells[i], lines=above.lines)
    return replace(table, cells=tuple(cells))


def with_dates_above(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with what ditto marks in a column of dates stand for: the year of the date above before a month and a day (`2019. 3. 4.` over
    `″ 6. 3.`), before a month alone where the date above is a month too, and the whole date where nothing stands beside the mark."""
    marks = sorted(_marks(vocabulary)[0], key=len, reverse=True)
    cells = list(table.cells)
    last: dict[int, int] = {}  # by column, the cell with the last date
    for i in sorted(range(len(cells)), key=lambda i: cells[i].row):
        cell = cells[i]
        text = cell.text
        mark = next((mark for mark in marks if text.startswith(mark)), None) if text and cell.col in last else None
        if mark is not None:
            above = cells[last[cell.col]]
            said = _said(text[len(mark) :].lstrip(" ."), above.lines[0].text)
            if said is None or len(cell.lines) > 1:
                del last[cell.col]
                continue
            lines = above.lines if said == "" else (replace(cell.lines[0], text=said, runs=(), marks=()),)
            cells[i] = replace(cell, lines=lines)
        if _DATED.match(cells[i].text):
            last[cell.col] = i
    return replace(table, cells=tuple(cells)) if cells != list(table.cells) else table


def _said(rest: str, above: str) -> str | None:
    """The text of a cell that begins with a ditto mark; nothing where it is all of the cell above, None where that is not decided."""
    year, dated = _YEAR.match(above), _DATED.match(above)
    if not rest:
        return ""
    if year is None or dated is None or _RANGE.search(above):
        return None
    of_year = _DAY.match(rest) or (dated["day"] is None and _MONTH.match(rest))
    return f"{year[0]} {rest}" if of_year else None


def _names_district(cell: Cell, above: Cell, table: Table) -> bool:
    """Whether `상동` may be the name of a 동: others stand in its column (`중동`), or nothing but a head stands above it."""
    if _DISTRICT.fullmatch(cell.text) is None:
        return False
    others = [other.text for other in table.cells if other.col == cell.col and other.row and other.text != cell.text]
    return not above.row or any(_DISTRICT.match(text.split()[0]) is not None for text in others if text)


def _is_mark(cell: Cell, marks: frozenset[str]) -> bool:
    text = cell.lines[0].text
    return len(cell.lines) == 1 and len(text) <= _LONGEST and "".join(text.split()) in marks


@lru_cache(maxsize=8)
def _marks(vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """The ditto marks, and what they begin with."""
    words = vocabulary.figure_rules["ditto"]["words"]
    marks = frozenset(words) | {fold(word) for word in words if fold(word)}
    return marks, frozenset(mark[0] for mark in marks)
