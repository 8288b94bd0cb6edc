"""First columns that name years, one to a row: below a head that says so, or from the first row on, where the table has none."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.grids import Grid
from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.grid.remarked_years import without_remarks
from pledgecards.schemas.vocabulary import Vocabulary


def lists_years(grid: Grid, start: int, vocabulary: Vocabulary) -> bool:
    """Whether the first column names nothing but years below the cell in which it begins, their sum first or last."""
    below = [texts[0] for cells, texts in zip(grid.cells, grid.texts, strict=True) if cells[0].row > start]
    for end in (0, -1):
        if len(below) > 2 and head_word(below[end], vocabulary).key == "total":
            del below[end]
    return len(below) > 1 and _are_years(without_remarks(below, vocabulary))


def all_years(grid: Grid, start: int) -> bool:
    """Whether the first column holds nothing but years from here on, which no head tells (`2018 | 공모 선정` over `2019 | 착공`)."""
    column = [texts[0] for row, texts in enumerate(grid.texts) if row >= start and grid.cells[row][0].row == row]
    return len(column) > 1 and _are_years(column)


def _are_years(texts: Sequence[str]) -> bool:
    periods = [read_period(text) for text in texts]
    return all(period is not None and period.year is not None and not period.rest for period in periods)
