"""The time axis of a table's head as a whole: what bare numbers, months and unnamed parts of a year mean there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from pledgecards.extract.grid.table_columns import Column
from pledgecards.schemas.notation import APOSTROPHE, TILDE, TILDES

_MONTHS = [str(month) for month in range(1, 13)]
_LEAST_YEARS = 3
_OPENED = re.compile(rf"{APOSTROPHE}?(?:20)?(\d\d)\s?년?\.?\s?\(?\s?\d{{1,2}}\s?(?:월|\.)?\s?[{TILDES}-]\s?\)?$")
_CLOSED = re.compile(rf"{TILDE}\s?{APOSTROPHE}?(?:20)?(\d\d)\s?년?\.?\s?\d{{1,2}}\s?(?:월|\.)?(?:말|까지)?$")
_OPEN = frozenset({"after_term", "before_term"})
_PARTS = {2: "half", 4: "quarter", 12: "month"}


def settle_axis(columns: list[Column], blank: Container[int] = ()) -> tuple[list[Column], bool]:
    """The columns with the meaning that only the whole axis gives, and whether parts were told by their count alone.

    blank: the columns that hold nothing at all.
    """
    columns = _without_margin(columns, blank)
    columns = _numbers(_with_years(_opened(columns)))
    columns = _whole_years(_begun_anew(columns))
    return _unnamed_parts(columns)


def counts_months(texts: Sequence[str]) -> bool:
    """Whether a row holds the numbers of all months side by side (`추진내용 | 1 | 2 | … | 12`), as no row of figures does."""
    first = texts.index("1") if "1" in texts else len(texts)
    return list(texts[first : first + len(_MONTHS)]) == _MONTHS


def _without_margin(columns: list[Column], blank: Container[int]) -> list[Column]:
    """The blank columns at the end are of no year where every year before the last has a column only: a sheet copied with its margin."""
    end = len(columns)
    while end and columns[end - 1].index in blank and columns[end - 1].kind == "year":
        end -= 1
    years = [column.year for column in columns[:end] if _unnamed(column)]
    if end == len(columns) or len(years) < _LEAST_YEARS or len(set(years)) < len(years):
        return columns
    return [*columns[:end], *[Column(column.index, "other", "") for column in columns[end:]]]


def _opened(columns: list[Column]) -> list[Column]:
    """A year from one of its months on (`'18(7월~)`) is that year where later ones stand right of it, not all that comes after; so is one up
    to a month of it (`~'22.6월`) where earlier ones stand left of it."""
    if not any(column.kind in _OPEN for column in columns):
        return columns  # as nearly every head
    years = [column.year for column in columns]
    settled: list[Column] = []
    for column in columns:
        year = edge_year(column.period, column.kind, years[: column.index], years[column.index + 1 :])
        settled.append(replace(column, kind="year", year=year) if year is not None else column)
    return settled


def edge_year(period: str, kind: str, before: Sequence[int | None], after: Sequence[int | None]) -> int | None:
    """The year that a period of a kind begins or ends within, as the first or the last of those printed; None if it is no such period.

    before, after: the years of the periods printed before and after it.
    """
    met = (_OPENED if kind == "after_term" else _CLOSED).match(period) if kind in _OPEN else None
    if met is None:
        return None
    year = 2000 + int(met[1])
    beside = after if kind == "after_term" else before
    dated = any(other is not None and (other > year if kind == "after_term" else other < year) for other in beside)
    return year if dated else None


def _with_years(columns: list[Column]) -> list[Column]:
    """Parts of a year without it, right behind one that names it and counting on from there (`'20.1분기 | 2분기 | 3분기 | '21.1분기`), are of
    its year."""
    settled: list[Column] = []
    for column in columns:
        above = settled[-1] if settled else None
        counts_on = (
            above is not None
            and column.kind in ("quarter", "half")
            and column.year is None
            and column.part is not None
            and (above.kind, above.part) == (column.kind, column.part - 1)
            and above.group == column.group
        )
        settled.append(replace(column, year=above.year) if above is not None and counts_on else column)
    return settled


def _numbers(columns: list[Column]) -> list[Column]:
    """Bare numbers are quarters up to 4 and months beyond; where none passes 2 they may be halves: not told."""
    parts = [column.part for column in columns if column.kind == "number" and column.part is not None]
    highest = max(parts, default=0)
    if not highest:
        return columns
    if len(parts) < 2:
        kind = "other"
    else:
        kind = "month" if highest > 4 else "quarter" if highest > 2 else "axis"
    return [
        column.turned(kind, column.part) if column.kind == "number" and column.part is not None else column
        for column in columns
    ]


def _begun_anew(columns: list[Column]) -> list[Column]:
    """Parts of a year that begin anew under it (`2021년` over `1 | 2 | 3 | 4 | 1 | 2`) are of another year, which their head does not name."""
    settled: list[Column] = []
    above: Column | None = None
    anew = False
    for column in columns:
        if column.kind in _PARTS.values() and column.year is not None and column.part is not None:
            same = above is not None and (above.kind, above.year) == (column.kind, column.year)
            anew = same and (anew or column.part < (above.part if above is not None and above.part is not None else 0))
            above = column
        settled.append(replace(column, year=None) if anew and column is above else column)
    return settled


def _whole_years(columns: list[Column]) -> list[Column]:
    """`2022.6.` beside `2021년` or beside its quarters is the column of a year, and so are months of which every year has just one."""
    dated = [column for column in columns if column.kind in ("month", "half", "quarter") and column.year is not None]
    if not dated:
        return columns
    plain = any(column.kind == "year" and column.year is not None for column in columns)
    years = Counter([column.year for column in dated])
    months = [column for column in dated if column.kind == "month"]
    if len(months) == 1 < len(dated) and years[months[0].year] == 1:
        return [column.turned("year", None) if column is months[0] else column for column in columns]
    if max(years.values()) > 1 or not (plain or len(dated) > 1 or len(columns) <= 4):
        return columns
    return [column.turned("year", None) if column in dated else column for column in columns]


def _unnamed_parts(columns: list[Column]) -> tuple[list[Column], bool]:
    """Years that span 4 (2, 12) columns each without a head of their own are divided into quarters (halves, months)."""
    named = [column.year for column in columns if _unnamed(column)]
    if len(set(named)) == len(named):
        return columns, False
    spans = Counter(named)
    usual, count = Counter(spans.values()).most_common(1)[0]
    kind = _PARTS.get(usual)
    settled = []
    place: Counter[int | None] = Counter()
    for column in columns:
        if not _unnamed(column):
            settled.append(column)
            continue
        place[column.year] += 1
        if kind is None or count * 2 <= len(spans) or spans[column.year] != usual:
            settled.append(column.turned("axis", column.part) if spans[column.year] > 1 else column)
        else:
            settled.append(column.turned(kind, place[column.year]))
    return settled, True


def _unnamed(column: Column) -> bool:
    """Whether a column stands under a year and has no word of its own (`2019년: 당해 | 누적` has)."""
    return column.kind == "year" and column.year is not None and column.label == column.period
