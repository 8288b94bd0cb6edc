"""The column that names the projects of a table, among those that could."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.grid.grids import Grid
from pledgecards.extract.grid.nested_names import inner_names
from pledgecards.extract.grid.row_names import heads_contents
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.page import Cell
from pledgecards.schemas.vocabulary import Vocabulary, fold

NAMING = frozenset({"project", "category"})
_UNIT_BEHIND = re.compile(r"\(\s*단\s*위\s*\)$")


def texts_of(grid: Grid, body: Sequence[int], index: int) -> list[str]:
    """The texts of a column's filled cells, a merged one once; a row that is one cell is of no column."""
    texts: list[str] = []
    last: Cell | None = None
    for row in body:
        cell = grid.cells[row][index]
        if cell is not last and grid.texts[row][index] and not 2 < len(grid.cells[row]) == cell.col_span:
            texts.append(grid.texts[row][index])
        last = cell
    return texts


def one_project(columns: list[Column], grid: Grid, body: Sequence[int], vocabulary: Vocabulary) -> list[Column]:
    """Of several columns that could name the project the most telling one stays; without any the first one with words is it."""
    named = [column for column in columns if column.kind in NAMING]
    if not named:
        first = next((column for column in columns if column.kind not in ("number", "measure")), None)
        # `위치 | 총사업비 | 국비` over a single row: the field of an overview.
        field = vocabulary.sections.match(first.label, rough=False) if first is not None and len(body) == 1 else None
        of_overview = field is not None and field.key == "overview"
        if (
            first is not None
            and first.kind == "other"
            and not of_overview
            and _has_words(texts_of(grid, body, first.index))
        ):
            columns[first.index] = first.turned("project", first.part)
        return columns
    rank = {column.index: _rank(column.label, vocabulary) for column in named}
    best = min(named, key=lambda column: (rank[column.index], column.index))
    as_telling = [column for column in named if rank[column.index] <= rank[best.index]]
    best = inner_names(best, as_telling, grid, body, vocabulary)
    if _says_what_for(best, columns):
        columns[best.index] = best.turned("note", best.part)
        return columns
    for column in named:
        unit = column is not best and _UNIT_BEHIND.search(column.label) is not None
        unit = unit and all(column.kind != "unit" for column in columns)
        unit = unit and _are_units(texts_of(grid, body, column.index), vocabulary)
        kind = "project" if column is best else "unit" if unit else "other"
        if kind != column.kind:
            columns[column.index] = column.turned(kind, column.part)
    return columns


def _says_what_for(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column behind the figures of years down the side tells what is done with them (`연도 | 사업비 | 주요내용`): no name of a project."""
    if not heads_contents(column.label) or column.year is not None or any(one.kind == "goal" for one in columns):
        return False  # beside a goal it is the milestone of the year
    side = next((one.index for one in columns if one.kind == "year" and one.year is None), None)
    return side is not None and side + 1 < column.index == len(columns) - 1


def _rank(label: str, vocabulary: Vocabulary) -> tuple[bool, bool, bool]:
    """How little a head says that it stands over names of projects: heads of any names, of what is done, of what is measured."""
    of_measures = "지표" in label
    return fold(label) in vocabulary.vague_heads, heads_contents(label) and not of_measures, of_measures


def _are_units(texts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a column holds nothing but units (`개소`, `팀`), though its head speaks of more (`지표(단위)`)."""
    return bool(texts) and all(text in vocabulary.count_units for text in texts)


def _has_words(texts: list[str]) -> bool:
    return any(sum(char.isalpha() for char in text) >= 2 for text in texts)
