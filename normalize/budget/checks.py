"""Sums of the budget: every printed 계 against its parts.

Sums are compared exactly, in won. A difference that rounding of the printed unit could make is a mismatch too, because an
officer must be able to tell it from a slip; its message says that rounding may be the cause.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from operator import attrgetter

from pledgecards.normalize.budget.entries import Entry, entries_of, source_in_line
from pledgecards.normalize.budget.partial_sums import (
    in_money,
    numbered,
    possible_sums,
    sums_of_runs,
    unit_rounds,
    whole_years,
    without_details,
    without_mixed,
)
from pledgecards.normalize.rows import Issue, Row
from pledgecards.normalize.tables.lines import is_nothing, is_subtotal
from pledgecards.schemas.vocabulary import Vocabulary

_YEARS_OF_TERM = 4

_BY_PROJECT = attrgetter("project")
_BY_SOURCE = attrgetter("project", "source_raw")
_BY_PROJECT_AND_PERIOD = attrgetter("project", "period_raw", "year")
_BY_PERIOD = attrgetter("period_raw", "year")


def budget_issues(
    rows: Sequence[Row], vocabulary: Vocabulary | None = None, *, times_left_out: bool = False
) -> list[Issue]:
    """A `budget.sum_mismatch` for each sum of one budget table that is not the sum of its parts.

    Checked are 계 against its years, 계 against its funding sources, and the grand total against the projects. What holds a cell
    that could not be read is not checked; a `-` or a blank counts as nothing, a column of blanks as not printed.
    Whether 계 takes in the columns before and after the term is not known: either way is right. times_left_out: a column for a time that is not
    known gave no rows (`향후확보`); what 계 has more than its years may stand there.
    """
    words = vocabulary or Vocabulary.standard()
    entries = entries_of(rows, words)
    places = numbered(entries)
    return [
        *_period_sums(entries, times_left_out),
        *_source_sums(entries, places, words),
        *_project_sums(entries, places),
    ]


def _grouped(entries: Iterable[Entry], key: Callable[[Entry], Hashable]) -> Iterable[list[Entry]]:
    """The entries of one key each, in the order of their first."""
    groups: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return groups.values()


def _period_sums(entries: Sequence[Entry], times_left_out: bool) -> list[Issue]:
    """계 against the years, for every project and source."""
    across = len({(entry.line, entry.period_raw) for entry in entries}) > len({entry.line for entry in entries})
    issues = []
    for group in _grouped(entries, source_in_line(entries) if across else _BY_SOURCE):
        totals = [entry for entry in group if entry.whole]
        years = whole_years([entry for entry in group if entry.year is not None])
        term = [entry for entry in group if entry.in_term]
        issues += _term_sums(term, years)
        if not totals or not (years or term):
            continue
        extras = [entry for entry in group if entry.year is None and not entry.whole and not entry.in_term]
        parts = [*(years or term), *extras]
        if not _are_known([*parts, *term]):
            continue
        possible = possible_sums(years or term, extras) | possible_sums(term or years, extras)
        parts_name = "연도별 합" if years else "기간별 합"
        for total in totals:
            if total.blank or total.won is None or total.won in possible | sums_of_runs(total, totals, years):
                continue
            if times_left_out and total.won > _sum(years or term):
                continue
            issues.append(_mismatch(total, f"{_whose(total)}{_source(total)}계", parts_name, parts))
    return [*issues, *_listed_years(entries), *_sources_of_years(entries, times_left_out)]


def _sources_of_years(entries: Sequence[Entry], times_left_out: bool) -> list[Issue]:
    """The sum of a line against the sources of its years, where no year has a sum (`합계 | 2019: 국비 | 시비 | 2020: 국비 | 시비`)."""
    issues = []
    for group in _grouped(entries, attrgetter("project", "line")):
        years = [entry for entry in group if entry.year is not None]
        if any(entry.source in (None, "total") for entry in years):
            continue
        if len({entry.source for entry in years}) < 2 or len({entry.year for entry in years}) < 2:
            continue
        beside = [entry for entry in group if entry.year is None and not entry.in_term]
        totals = [entry for entry in beside if entry.whole and entry.source in (None, "total")]
        extras = [entry for entry in beside if not entry.whole]
        if not totals or not _are_known([*years, *extras]):
            continue
        possible = possible_sums(years, extras)
        for total in totals:
            less = total.won is None or (times_left_out and total.won > _sum(years))
            if not total.blank and not less and total.won not in possible:
                issues.append(_mismatch(total, f"{_whose(total)}계", "연도별 재원의 합", [*years, *extras]))
    return issues


def _listed_years(entries: Sequence[Entry]) -> list[Issue]:
    """The sum of all sources against years that stand in lines of their own, of no source (`국비 | 군비 | 2019 | 2020 | 합계`)."""
    totals = [entry for entry in entries if entry.whole and entry.source == "total" and entry.project is None]
    years = [entry for entry in entries if entry.year is not None]
    more = any(entry.year is None and not entry.whole for entry in entries)  # `기투자`, `향후`
    # `총사업비 | 2021`: one year of several.
    beside = {entry.line for entry in totals} & {entry.line for entry in years}
    named = any(entry.source_raw or entry.project for entry in years)
    if len(years) < 2 or beside or more or named or not _are_known(years):
        return []
    found = _sum(years)
    return [
        _mismatch(total, f"{_whose(total)}계", "연도별 합", years)
        for total in totals
        if not total.blank and total.won is not None and total.won != found
    ]


def _term_sums(term: Sequence[Entry], years: Sequence[Entry]) -> list[Issue]:
    """임기내 against its years: some that follow one another, where as many are printed as a term has."""
    if len(years) < _YEARS_OF_TERM or not _are_known([*term, *years]):
        return []
    count = len(years)
    runs = [(low, high) for low in range(count) for high in range(low + _YEARS_OF_TERM, count + 1)]
    possible = {_sum(years[low:high]) for low, high in runs}
    return [
        _mismatch(total, f"{_whose(total)}{_source(total)}임기내 계", "연도별 합", years)
        for total in term
        if not total.blank and total.won not in possible
    ]


def _source(entry: Entry) -> str:
    """The source that an amount is of, as a message begins with it; nothing where it is that of all."""
    return "" if entry.sums_sources or is_nothing(entry.source_raw or "") else f"{entry.source_raw} "


def _source_sums(entries: Sequence[Entry], places: Mapping[int, int], vocabulary: Vocabulary) -> list[Issue]:
    """The sum of all sources against the sources, for every project and period."""
    issues = []
    for group in _grouped(entries, lambda entry: (_BY_PROJECT_AND_PERIOD(entry), places[id(entry)])):
        totals = [entry for entry in group if entry.sums_sources]
        if not totals:
            continue
        parts = [entry for entry in group if not entry.sums_sources]
        if not _are_known(parts):
            continue
        sure = [entry for entry in parts if entry.source is not None]
        apart = without_mixed(parts, vocabulary)
        paid = in_money(parts, vocabulary)
        if parts and not paid:
            continue
        possible = {_sum(some) for some in (parts, sure, apart, paid, without_details(apart)) if some}
        for total in totals:
            if not total.blank and total.won is not None and total.won not in possible:
                what = f"{_whose(total)}{_when(total)}"
                issues.append(_mismatch(total, what, "재원별 합", parts))
    return issues


def _project_sums(entries: Sequence[Entry], places: Mapping[int, int]) -> list[Issue]:
    """The grand total against the projects, for every period; and each of its sources, where all projects print theirs."""
    issues = []
    for group in _grouped(entries, lambda entry: (_BY_PERIOD(entry), places[id(entry)])):
        grand = [entry for entry in group if entry.project is None]
        if not grand:
            continue
        named = [entry for entry in group if entry.project is not None and not is_subtotal(entry.project)]
        projects = _grouped(named, _BY_PROJECT)
        if not projects:
            continue
        shares = [_project_share(block) for block in projects]
        sourced = all(_tells_sources(block) for block in projects)
        for total in grand:
            if total.blank or total.won is None:
                continue
            if total.sums_sources:
                parts = [entry for share in shares for entry in share]
            elif total.source is not None and sourced:
                parts = [entry for entry in named if entry.source == total.source]
            else:
                continue
            if not _are_known(parts):
                continue
            if _sum(parts) != total.won:
                issues.append(_mismatch(total, f"{_source(total)}{_when(total)}", "세부사업별 합", parts))
    return issues


def _project_share(block: Sequence[Entry]) -> Sequence[Entry]:
    """The entries that make up a project: its 계 where it has one, else all its sources."""
    totals = [entry for entry in block if entry.sums_sources and not entry.blank]
    return totals[:1] or [entry for entry in block if not entry.sums_sources]


def _tells_sources(block: Sequence[Entry]) -> bool:
    sources = {entry.source for entry in block}
    return None not in sources and sources != {"total"}


def _are_known(parts: Sequence[Entry]) -> bool:
    """Whether something is printed in these parts, and all that is printed was read."""
    printed = False
    for entry in parts:
        if entry.won is None:
            return False
        printed = printed or not entry.blank
    return printed


def _sum(entries: Iterable[Entry]) -> int:
    return sum([entry.won or 0 for entry in entries])


def _whose(entry: Entry) -> str:
    return f"「{entry.project}」의 " if entry.project is not None else ""


def _when(entry: Entry) -> str:
    return "총계" if entry.whole else f"{entry.period_raw} 계"


def _mismatch(total: Entry, what: str, parts_name: str, parts: Sequence[Entry]) -> Issue:
    found, expected, unit = total.won or 0, _sum(parts), total.unit
    message = f"{what}는 {unit.printed(found)}인데 {parts_name}은 {unit.printed(expected)}입니다."
    if unit_rounds(found, expected, unit.factor, sum(entry.won not in (None, 0) for entry in parts)):
        message = f"{message[:-1]}(반올림 때문일 수 있습니다)."
    return Issue("budget.sum_mismatch", message, "budget", "amount_won", total.place, unit.printed(found))
