"""Years of a table that are only counted (`1차년도`): which years they are is not known; nor is it how much falls to each of several sums up to a year."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.periods import is_counted_year
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.issue import Issue
from pledgecards.extract.page import Place
from pledgecards.normalize.tables.lines import TableLine
from pledgecards.schemas.notation import TILDES

_UP_TO = "까지"


def uncounted(head: Head, lines: Sequence[TableLine], side: Column | None, table: str, place: Place) -> list[Issue]:
    """An issue where columns or lines stand for years that are only counted, or columns for all years up to one after the other
    (`2018까지 | 2019까지`, `~2018 | ~2019`). side: the column whose cells name the years of the lines."""
    sums = [column.period for column in head.of("span", "before_term") if _is_up_to_year(column.period)]
    columns = [column.period for column in head.of("ordinal")] + (sums if len(sums) > 1 else [])
    down = list(dict.fromkeys(text for line in lines if side is not None and is_counted_year(text := line.text(side))))
    for labels, counted in ((columns, "열"), (down, "줄")):
        if labels:
            message = f"표의 「{labels[0]}」 등 {len(labels)}{counted}이 어느 해인지 알 수 없어 연도를 비워 두었습니다."
            return [Issue("date.year_unknown", message, table, "year", place, " | ".join(labels))]
    return []


def _is_up_to_year(period: str) -> bool:
    return period.strip(" )").endswith(_UP_TO) or period.strip(" (").startswith(tuple(TILDES))
