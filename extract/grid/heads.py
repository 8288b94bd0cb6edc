"""The head of a table: how many rows it has, and what each column holds.

Told by words (years, quarters, the vocabulary's heads and funding sources) and by shape: merged heads, heads that are blank
to the right of a group (text), a key column whose cells are all years, funding sources or 목표/실적.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pledgecards.extract.captions import is_caption, unit_note
from pledgecards.extract.grid.axis import counts_months, settle_axis
from pledgecards.extract.grid.bare_years import as_printed, with_bare_years
from pledgecards.extract.grid.centred_heads import spread_heads
from pledgecards.extract.grid.grids import ById, Grid, distinct, grid_of
from pledgecards.extract.grid.head_columns import columns_of
from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.grid.keys import settle_keys
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.grid.subheads import KNOWN, is_subhead, names_units
from pledgecards.extract.grid.table_columns import AXIS, Column
from pledgecards.extract.grid.year_columns import all_years, lists_years
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary

MOST_ROWS = 4
"""No head is deeper: a group, years, halves or quarters, months."""

_KEYS = frozenset({"project", "funding", "unit", "note", "number"})


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table.

    rows     how many rows it takes from the top, captions and unit notes within the table included; 0: the table has none.
    columns  what each column holds, one for each grid column.
    repeats  body rows that repeat the head (after a page break).
    notes    unit notes and captions printed in rows of their own above the head, or in a cell of it.
    guessed  the parts of years were told only by how many columns a year spans.
    """

    rows: int
    columns: tuple[Column, ...]
    repeats: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()
    guessed: bool = False

    def of(self, *kinds: str) -> tuple[Column, ...]:
        """The columns of these kinds, from left to right."""
        return tuple([column for column in self.columns if column.kind in kinds])

    def first(self, *kinds: str) -> Column | None:
        """The first column of these kinds."""
        for column in self.columns:
            if column.kind in kinds:
                return column
        return None

    @property
    def axis(self) -> tuple[Column, ...]:
        """The columns that stand for a year or a part of one."""
        return tuple([column for column in self.columns if column.kind in AXIS and column.on_axis])


def read_head(table: Table, vocabulary: Vocabulary) -> Head:
    """The head of a table; rows 0 and columns of kind `other` where none can be told."""
    return _read_head(ById(table), vocabulary)


@lru_cache(maxsize=64)
def _read_head(key: ById, vocabulary: Vocabulary) -> Head:
    grid = grid_of(key.table)
    if not grid.cells:
        return Head(0, ())
    start, notes = _captions(grid, vocabulary)
    end = _end(grid, start, vocabulary)
    spelled = with_bare_years(grid, start, vocabulary) if end == start else None
    if spelled is not None:
        grid, end = spelled, _end(spelled, start, vocabulary)
    if end == start:
        return Head(0, tuple(Column(index, "other", "") for index in range(key.table.cols)), notes=notes)
    columns = columns_of(_paths(grid, start, end, vocabulary), vocabulary)
    bare = not any(texts[-1] for texts in grid.texts)
    blank = {col for col, texts in enumerate(zip(*grid.texts, strict=True)) if not any(texts)} if bare else ()
    columns, guessed = settle_axis(columns, blank)
    columns = columns if spelled is None else list(map(as_printed, columns))
    notes += tuple([column.label for column in columns if is_caption(column.label)])
    notes += _note_at_foot(grid, end)
    repeats = _repeats(grid, start, end)
    body = [row for row in range(end, len(grid.cells)) if row not in repeats]
    return Head(end, tuple(settle_keys(columns, grid, body, vocabulary)), repeats, notes, guessed)


def _captions(grid: Grid, vocabulary: Vocabulary) -> tuple[int, tuple[str, ...]]:
    """How many rows at the top are blank or hold just one caption or unit note, and their texts."""
    notes: list[str] = []
    cols = len(grid.cells[0])
    for row in range(len(grid.cells)):
        filled = distinct(grid, row)
        if len(filled) > 1 or cols == 1:
            return row, tuple(notes)
        for cell, text in filled:
            if cell.col_span < cols and head_word(text, vocabulary).sort != "note":
                return row, tuple(notes)
            notes.append(text)
    return 0, tuple(notes)


def _note_at_foot(grid: Grid, end: int) -> tuple[str, ...]:
    """The unit note in a last row that is one cell (`※ 단위: 백만원`)."""
    last = len(grid.cells) - 1
    if last <= end or grid.cells[last][0] is not grid.cells[last][-1] or len(grid.cells[last]) < 2:
        return ()
    note = unit_note(grid.texts[last][0])
    return () if note is None else (note,)


def _end(grid: Grid, start: int, vocabulary: Vocabulary) -> int:
    """The row after the head that begins at `start`; `start` itself where there is no head."""
    rows = len(grid.cells)
    words = [head_word(text, vocabulary) for _, text in distinct(grid, start)]
    sorts = [word.sort for word in words]
    known = [word.key for word in words if word.sort in KNOWN]
    if "data" in sorts or not known:
        return start
    if known.count("total") == len(known) or (words[0].period is not None and all_years(grid, start)):
        return start
    few = len(known) < min(2, sorts.count("other") + sorts.count("number"))
    if few and sorts[0] != "word":
        return start
    if few and not (
        lists_years(grid, start, vocabulary) or counts_months(grid.texts[start]) or _years_below(grid, start)
    ):
        return start
    end = start + 1
    lines = rows - (grid.cells[-1][0].row > start)  # without any below it a head may be all of a table
    while end < min(lines, start + MOST_ROWS) and is_subhead(grid, start, end, vocabulary):
        end += 1
    return end


def _years_below(grid: Grid, row: int) -> bool:
    """Whether nothing but years stands under the heads of a row, those that reach deeper aside (`추진내용 | 연도별 추진계획 | 담당부서`)."""
    if row + 1 >= len(grid.cells) or grid.cells[row + 1][0].row > row:
        return False
    periods = [read_period(text) for cell, text in distinct(grid, row + 1) if cell.row > row]
    return len(periods) > 1 and all(
        period is not None and period.kind == "year" and not period.rest for period in periods
    )


def _paths(grid: Grid, start: int, end: int, vocabulary: Vocabulary) -> list[list[str]]:
    """For each column the texts of its head cells from the top, with those of groups that stand to its left."""
    paths: list[list[str]] = [[] for _ in grid.cells[0]]
    for row in range(start, end):
        group = ""
        units = row > start and names_units(grid, row, vocabulary)
        for col, text in enumerate(spread_heads(grid, row, end)):
            if units and not col:
                continue
            if text:
                group = text if head_word(text, vocabulary).key not in _KEYS else ""
                if grid.cells[row][col].row == row or row == start:
                    paths[col].append(text)
            elif group and _continues(grid, row, end, col, group, vocabulary):
                paths[col].append(group)
            else:
                group = ""
    return paths


def _continues(grid: Grid, row: int, end: int, col: int, group: str, vocabulary: Vocabulary) -> bool:
    """Whether a blank head cell belongs to the group on its left; a year ends where another head stands over it (`목표: 2019 | 2020`, `최종목표`
    over a blank)."""
    if any(grid.texts[line][col] for line in range(row + 1, end)):
        return True
    period = head_word(group, vocabulary).period
    if row < end - 1 or period is None or period.kind != "year":
        return False
    over = grid.cells[row - 1] if row else None
    return over is None or over[col] is over[col - 1] or not grid.texts[row - 1][col]


def _repeats(grid: Grid, start: int, end: int) -> frozenset[int]:
    """Later rows that print the head again."""
    head = grid.texts[start:end]
    depth = len(head)
    found: set[int] = set()
    for row in range(end, len(grid.texts) - depth + 1):
        if grid.texts[row : row + depth] == head:
            found.update(range(row, row + depth))
    return frozenset(found)
