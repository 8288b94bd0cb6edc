"""The year that only the heading over a table names (`추진일정(2021년)` over the months of a year, `2019년 소요예산` over sources)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pledgecards.extract.captions import as_of_note
from pledgecards.extract.grid.periods import compact
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.rows import Row
from pledgecards.schemas.notation import APOSTROPHE, APOSTROPHES, BULLET_LETTERS, TILDES

_YEAR = re.compile(r"(?<!\d)(?:(20\d\d)(?![\d,])|'(\d\d)(?!\d)|(\d\d)년)(?=(?P<behind>.{0,5}))")
_LEADS = re.compile(
    rf"(?:[^\w{APOSTROPHES}]|[{BULLET_LETTERS}]\s|\d{{1,2}}[.)]|[가-하][.)])*(?:20\d\d|{APOSTROPHE}\d\d|\d\d년)"
)
_OPEN = re.compile(rf"(?:년도?|\.)?(?:[{TILDES}-]|이후|부터|이전|까지|말)")


def within_year(columns: Sequence[Column], headings: Iterable[str | None]) -> list[Column]:
    """The columns of a time axis, each with the year that the headings name, if they name just one and the axis is one year's.

    The axis is one year's if no column names a year and no quarter, half or month comes twice.
    """
    parts = [(column.kind, column.part) for column in columns]
    if any(column.year is not None for column in columns) or len(set(parts)) < len(parts):
        return list(columns)
    years = {year for heading in headings if heading for year in _years(heading)}
    if len(years) != 1:
        return list(columns)
    year = years.pop()
    return list(columns) if year is None else [replace(column, year=year) for column in columns]


def of_year(rows: Sequence[Row], heading: str | None) -> list[Row]:
    """The rows of a budget, each of the year with which the heading right over it begins, if that is the only year told and the rows are of no time at all."""
    if heading is None or _LEADS.match(heading) is None:
        return list(rows)
    years = set(_years(heading))
    timeless = all(row["year"] is None and row["period_raw"] is None for row in rows)
    if len(years) != 1 or not timeless or (year := years.pop()) is None:
        return list(rows)
    return [row | {"year": year} for row in rows]


def _years(heading: str) -> list[int | None]:
    """The years in a heading, None for a stretch of years; the day that its figures are of is none."""
    note = as_of_note(heading)
    text = compact(heading.replace(note, " ") if note else heading)
    found: list[int | None] = []
    for met in _YEAR.finditer(text):
        digits = met[1] or met[2] or met[3]
        found.append(None if _OPEN.match(met["behind"]) else int(digits) if len(digits) == 4 else 2000 + int(digits))
    return found
