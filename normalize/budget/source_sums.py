"""The sum of the sources where it stands beside them, over the years or under a part of one (`국비: 2018 | 2019`, `계: 2018 | 2019`)."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import AXIS, Column
from pledgecards.schemas.vocabulary import Vocabulary


def with_source_sums(head: Head, vocabulary: Vocabulary) -> Head:
    """The head whose columns of a year are its sum where they are called so and stand beside those of its sources."""
    dated = {(column.year, column.part) for column in head.of("source") if column.group is not None}
    if not dated:
        return head
    columns = tuple(
        _as_sum(column, vocabulary) if column.kind in AXIS and _dated_alike(column, dated) else column
        for column in head.columns
    )
    return replace(head, columns=columns)


def _dated_alike(column: Column, dated: set[tuple[int | None, int | None]]) -> bool:
    """Whether a source stands for the year of a column as well, or for the same part of it."""
    return column.year is not None and any(column.year == year and column.part in (None, part) for year, part in dated)


def _as_sum(column: Column, vocabulary: Vocabulary) -> Column:
    words = column.label.split(" ")
    for split in range(1, len(words)):
        before, behind = " ".join(words[:split]), " ".join(words[split:])
        for word, period in ((before, behind), (behind, before)):
            match = vocabulary.funding.match(word, rough=False)
            if match is not None and match.key == "total":
                return replace(column, kind="total", period=period, word=word, group=column.kind)
    return column
