"""Projects that stand across the head of a budget table, the sources of each beneath it (`아케이드 | 주차장` over `국비 | 시비` twice)."""

from __future__ import annotations

from collections import defaultdict

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column


def column_projects(head: Head) -> dict[int, str]:
    """The project of each column that stands under one, by its index; none where the sources are told apart without.

    What stands over sources (`투자계획`) is a project only if the same source comes again under another name, and if the table has no column
    that names projects.
    """
    if head.first("project") is not None:
        return {}
    names = {column.index: _over(column) for column in head.of("source", "total")}
    again: defaultdict[tuple[str, int | None, str | None], list[str]] = defaultdict(list)
    for column in head.of("source"):
        again[column.word, column.year, column.group].append(names[column.index])
    several = [found for found in again.values() if len(found) > 1]
    if not several or any(len(set(found)) < len(found) or "" in found for found in several):
        return {}
    told = {name for found in several for name in found}
    return {index: name for index, name in names.items() if name in told}


def _over(column: Column) -> str:
    """What the head says over a column besides its source and its period."""
    words = column.label
    for part in (column.word, column.period if column.period != column.label else ""):
        if part and words.endswith(part):
            words = words[: -len(part)].strip()
        elif part and words.startswith(part):
            words = words[len(part) :].strip()
    return words
