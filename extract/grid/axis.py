"""The time axis of a table's head as a whole: what bare numbers, months and unnamed parts of a year mean there."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from pledgecards.extract.grid.table_columns import Column

_PARTS = {2: "half", 4: "quarter", 12: "month"}


def settle_axis(columns: list[Column]) -> tuple[list[Column], bool]:
    """The columns with the meaning that only the whole axis gives, and whether parts were told by their count alone."""
    columns = _numbers(columns)
    columns = _whole_years(columns)
    return _unnamed_parts(columns)


def _numbers(columns: list[Column]) -> list[Column]:
    """Bare numbers are quarters up to 4 and months beyond; where none passes 2 they may be halves: not told."""
    highest = max((column.part or 0 for column in columns if column.kind == "number" and column.part), default=0)
    if not highest:
        return columns
    if sum(column.kind == "number" and column.part is not None for column in columns) < 2:
        kind = "other"
    else:
        kind = "month" if highest > 4 else "quarter" if highest > 2 else "axis"
    return [
        replace(column, kind=kind) if column.kind == "number" and column.part is not None else column
        for column in columns
    ]


def _whole_years(columns: list[Column]) -> list[Column]:
    """`2022.6.` beside `2021년` is the column of a year, and so are months of which every year has just one."""
    dated = [column for column in columns if column.kind in ("month", "half", "quarter") and column.year is not None]
    plain = any(column.kind == "year" and column.year is not None for column in columns)
    years = Counter(column.year for column in dated)
    if not dated or max(years.values()) > 1 or not (plain or len(dated) > 1 or len(columns) <= 4):
        return columns
    return [replace(column, kind="year", part=None) if column in dated else column for column in columns]


def _unnamed_parts(columns: list[Column]) -> tuple[list[Column], bool]:
    """Years that span 4 (2, 12) columns each without a head of their own are divided into quarters (halves, months)."""
    spans = Counter(column.year for column in columns if _unnamed(column))
    if not spans or max(spans.values()) < 2:
        return columns, False
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
            settled.append(replace(column, kind="axis") if spans[column.year] > 1 else column)
        else:
            settled.append(replace(column, kind=kind, part=place[column.year]))
    return settled, True


def _unnamed(column: Column) -> bool:
    """Whether a column stands under a year and has no word of its own (`2019년: 당해 | 누적` has)."""
    return column.kind == "year" and column.year is not None and column.label == column.period
