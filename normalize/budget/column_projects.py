"""Projects that stand across the head of a budget table, the sources of each beneath it (`아케이드 | 주차장` over `국비 | 시비` twice)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.budget.cell_figures import CellFigures
from pledgecards.normalize.budget.layout import Layout
from pledgecards.normalize.budget.whole_plan import adds_up
from pledgecards.normalize.tables.lines import TableLine


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


def parts_of_total(
    head: Head, layout: Layout, unknown: Sequence[Column], lines: Sequence[TableLine], figures: CellFigures
) -> dict[int, str]:
    """The projects that head the columns of unknown meaning, by their index, where the years (and sources) stand down the side and in
    every line they add up to the one 계 (`연도 | 재원 | 합계 | 아케이드 | 주차장`), be it parted by sources (`연도 | 합계: 계 | 국비 | 군비 |
    아케이드 | 주차장`); else none."""
    totals = [column for column in layout.amounts if column.kind == "total"]
    parted = [column for column in layout.amounts if column.kind == "source" and column.group == "total"]
    if len(unknown) < 2 or len(totals) != 1 or len(layout.amounts) > 1 + len(parted) or head.first("project"):
        return {}
    # Under a year it may be a share of it.
    labels = {column.label for column in unknown if column.kind == "other" and column.label}
    if len(labels) < len(unknown):
        return {}
    summed = [adds_up(line, totals[0], unknown, figures) for line in lines]
    return {column.index: column.label for column in unknown} if summed and all(summed) else {}


def _over(column: Column) -> str:
    """What the head says over a column besides its source and its period."""
    words = column.label
    for part in (column.period if column.period != column.label else "", column.word):
        if part and words.endswith(part):
            words = words[: -len(part)].strip()
        elif part and words.startswith(part):
            words = words[len(part) :].strip()
    return words
