"""Events on a line of time."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from pledgecards.review.cells import Cell, Row, row_id

_MOST_YEARS = 40


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its words, its date as printed, and where on the line it lies (left and width in per cent, or None)."""

    cell: Cell
    date: Cell
    left: float | None
    width: float
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Events that stand under one heading."""

    project: str
    name: str
    events: list[Event]


@dataclass(frozen=True, slots=True)
class Timeline:
    """ticks: (year, left in per cent); groups in printed order."""

    ticks: list[tuple[int, float]]
    groups: list[Group]


def timeline(rows: Sequence[Row]) -> Timeline | None:
    """The rows of `events` of one card laid out, or None where it has none."""
    if not rows:
        return None
    days = [day for row in rows for day in (row["start"], row["end"]) if day is not None]
    first = min(days).year if days else 0
    last = min(max(days).year, first + _MOST_YEARS) + 1 if days else 0
    groups: list[Group] = []
    for n, row in enumerate(rows):
        heading = (row["project"] or "", row["group_name"] or "")
        if not groups or (groups[-1].project, groups[-1].name) != heading:
            groups.append(Group(*heading, []))
        groups[-1].events.append(_event(n, row, first, last))
    ticks = [(year, round(100 * (year - first) / (last - first), 3)) for year in range(first, last)] if days else []
    return Timeline(ticks, groups)


def _event(number: int, row: Row, first: int, last: int) -> Event:
    name = row_id("events", number)
    label = Cell(name, "label", row["label"] or "")
    date = Cell(name, "start", row["date_raw"] or "", row["date_raw"] or "", "", row["edtf"] or "")
    start, end = row["start"], row["end"]
    if start is None and end is None:
        return Event(label, date, None, 0.0, False, False)
    left = 0.0 if start is None else _place(start, first, last)
    right = (
        100.0
        if end is None
        else _place(end + datetime.timedelta(days=1) if end < datetime.date.max else end, first, last)
    )
    return Event(
        label, date, round(left, 3), round(max(right - left, 0.0), 3), bool(row["open_start"]), bool(row["open_end"])
    )


def _place(day: datetime.date, first: int, last: int) -> float:
    passed = day.year - first + (day.timetuple().tm_yday - 1) / 366
    return min(100.0, max(0.0, 100 * passed / (last - first)))
