"""The year that only the heading over a time table names (`추진일정(2021년)` over the months of a year)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pledgecards.extract.captions import as_of_note
from pledgecards.extract.grid.periods import compact
from pledgecards.extract.grid.table_columns import Column
from pledgecards.schemas.notation import TILDES

_YEAR = re.compile(r"(?<!\d)(?:(20\d\d)(?![\d,])|'(\d\d)(?!\d)|(\d\d)년)(?=(?P<behind>.{0,5}))")
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


def _years(heading: str) -> list[int | None]:
    """The years in a heading, None for a stretch of years; the day that its figures are of is none."""
    note = as_of_note(heading)
    text = compact(heading.replace(note, " ") if note else heading)
    found: list[int | None] = []
    for met in _YEAR.finditer(text):
        digits = met[1] or met[2] or met[3]
        found.append(None if _OPEN.match(met["behind"]) else int(digits) if len(digits) == 4 else 2000 + int(digits))
    return found
