"""Budgets that list the sources of the whole and, below or above them, its years (`국비 | 도비 | 2019 | 2020` down one column)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.page import Cell, Line, Table
from pledgecards.schemas.vocabulary import Vocabulary

_STUBS = frozenset({"funding", "year", "category", "total"})


def keys_parted(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with sources and years in a column each, where one column lists first all of one and then all of the other.

    Neither divides the other: a line of a source is of all years, a line of a year of all sources. Only where there are two or more of
    each, in one run each, so that no year can be of the source above it; and where no other column names a project or a year. A column
    before it that only says which is which (`재원별`, `연도별`) goes.
    """
    for column in (0, 1):
        keys = _keys(table, column, vocabulary)
        if keys is not None:
            return _parted(table, column, keys, vocabulary)
    return table


def _keys(table: Table, column: int, vocabulary: Vocabulary) -> dict[int, str] | None:
    """What the key of each row below the head says: `source`, `year` or `total`; None where the column lists anything else."""
    if table.cols < column + 2:
        return None
    kinds: dict[int, str] = {}
    named: dict[str, set[str]] = {"source": set(), "year": set(), "total": set()}
    for cell in _below_head(table):
        ends = cell.col + cell.col_span
        if cell.col > column:
            continue
        if ends <= column:
            if not _is_stub(cell, vocabulary):
                return None
            continue
        kind = _kind(cell.text, vocabulary)
        if kind is None or cell.row_span > 1 or ends > column + 1 or (cell.col < column and kind != "total"):
            return None
        kinds[cell.row] = kind
        named[kind].add(cell.text)
    order = [kind for _, kind in sorted(kinds.items()) if kind != "total"]
    runs = 1 + sum(one != other for one, other in pairwise(order))
    listed = len(kinds) == table.rows - 1 and runs == 2 and min(len(named["source"]), len(named["year"])) >= 2
    return kinds if listed else None


def _below_head(table: Table) -> list[Cell]:
    return sorted((cell for cell in table.cells if cell.row > 0), key=lambda cell: (cell.row, cell.col))


def _kind(text: str, vocabulary: Vocabulary) -> str | None:
    period = read_period(text)
    if period is not None:
        return "year" if period.year is not None and not period.rest else None
    source = vocabulary.funding.match(text, rough=False)
    return None if source is None else "total" if source.key == "total" else "source"


def _is_stub(cell: Cell, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heads.match(cell.text, rough=False)
    return match is not None and match.key in _STUBS


def _parted(table: Table, column: int, kinds: dict[int, str], vocabulary: Vocabulary) -> Table:
    """The table with the sources in its first column, the years in its second, and the amounts behind them."""
    cells: list[Cell] = []
    headed = False
    for cell in table.cells:
        if cell.col > column:
            cells.append(replace(cell, col=cell.col + 1 - column))
            continue
        if cell.row == 0:
            if not headed:
                words = [vocabulary.heads.spellings[key][0] for key in ("funding", "year")]
                lines = [(Line(word, cell.place),) for word in words]
                cells += [replace(cell, col=col, col_span=1, lines=lines[col]) for col in (0, 1)]
            headed = True
        elif cell.col + cell.col_span > column:
            of_year = kinds[cell.row] == "year"
            key, blank = (
                replace(cell, col=int(of_year), col_span=1),
                Cell(cell.row, int(not of_year), 1, 1, (), cell.place),
            )
            cells += sorted((key, blank), key=lambda part: part.col)
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return replace(table, cols=table.cols + 1 - column, cells=tuple(cells))
