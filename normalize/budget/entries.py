"""The amounts of a budget's rows as they are summed: what each is an amount of, and whether it is there at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pledgecards.extract.page import Place
from pledgecards.extract.record import record
from pledgecards.normalize.amounts import parse_cell
from pledgecards.normalize.figures.money_unit import WON, MoneyUnit, money_unit
from pledgecards.normalize.rows import Row, place_of
from pledgecards.normalize.tables.lines import is_nothing
from pledgecards.schemas.vocabulary import Vocabulary


@record
class Entry:
    """An amount with what it is an amount of. won None: printed, but not read.

    sums_sources  it is the 계 of all sources: it says so, or stands beside the name of a project whose sources are below it
    whole    it is the 계 of all periods
    in_term  it is that of the term (`임기내`), whose years may stand beside it
    nothing  no amount is printed: a dash, a word that says none, or (blank) not even that; won is 0
    unit     the unit that it is printed in; won where none is
    """

    line: int
    project: str | None
    source_raw: str | None
    source: str | None
    sums_sources: bool
    period_raw: str | None
    year: int | None
    whole: bool
    in_term: bool
    won: int | None
    nothing: bool
    blank: bool
    unit: MoneyUnit
    row: Row

    @property
    def place(self) -> Place:
        """Where it is printed."""
        return place_of(self.row)


def entries_of(rows: Iterable[Row], vocabulary: Vocabulary) -> list[Entry]:
    """What each row of a budget is an amount of, in the order of the rows."""
    rows = list(rows)
    heads = _lines_over_sources(rows)
    entries = []
    units = {name: money_unit(name, vocabulary) or WON for name in {row["unit_raw"] for row in rows}}
    periods: dict[str | None, tuple[bool, bool]] = {None: (True, False), "": (True, False)}
    for row in rows:
        raw = row["amount_raw"] or ""
        won = row["amount_won"]
        nothing = won is None and (
            is_nothing(raw) or parse_cell(raw, row["unit_raw"], vocabulary=vocabulary).state == "dash"
        )
        period = row["period_raw"]
        if row["year"] is None and period not in periods:
            periods[period] = _whole_or_term(period, vocabulary)
        whole, in_term = periods[period] if row["year"] is None else (False, False)
        entry = Entry(
            row["line_no"],
            row["project"],
            row["funding_raw"],
            row["funding"],
            row["funding"] == "total" or row["line_no"] in heads,
            period,
            row["year"],
            whole,
            in_term,
            0 if nothing else won,
            nothing,
            not raw,
            units[row["unit_raw"]],
            row,
        )
        entries.append(entry)
    return entries


def _whole_or_term(period: str, vocabulary: Vocabulary) -> tuple[bool, bool]:
    """Whether a period that is no year is all of them, and whether it is the term."""
    match = vocabulary.heads.match(period, rough=False)
    beside = vocabulary.periods.match(period, rough=False) if match is None else None
    return match is not None and match.key == "total", beside is not None and beside.key == "in_term"


def _lines_over_sources(rows: Iterable[Row]) -> set[int]:
    """The first lines of projects that have no source of their own above lines with one (`도로 | 30` over `국비 | 20`, `구비 | 10`)."""
    first: dict[str, int] = {}
    summed: set[str] = set()
    sourced: set[str] = set()
    for row in rows:
        project = row["project"]
        if project is None:
            continue
        if first.setdefault(project, row["line_no"]) == row["line_no"]:
            if row["funding_raw"] is None:
                summed.add(project)
        elif row["funding"] not in (None, "total"):
            sourced.add(project)
        elif row["funding"] == "total":
            summed.discard(project)
    return {first[project] for project in summed & sourced}


def source_in_line(entries: Iterable[Entry]) -> Callable[[Entry], tuple[str | None, str | None, int]]:
    """What tells an amount's source within its line. Where the 계 of a line names no source, what the heads of other columns call their sums
    tells none either (`총사업비 | 2019년: 계 | 본예산`)."""
    bare = {entry.line for entry in entries if entry.whole and entry.source_raw is None}

    def key(entry: Entry) -> tuple[str | None, str | None, int]:
        of_all = entry.source == "total" and entry.line in bare
        return entry.project, None if of_all else entry.source_raw, entry.line

    return key
