"""The card's total budget, from all that its budget prints."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from pledgecards.normalize.budget.checks import printed
from pledgecards.normalize.budget.entries import Entry, entries_of
from pledgecards.normalize.budget.partial_sums import is_partial, possible_sums, sums_of_runs
from pledgecards.normalize.rows import Issue, Row
from pledgecards.schemas.vocabulary import Vocabulary

_BY_LINE = attrgetter("line")
_BY_SOURCE = attrgetter("project", "source_raw")


def budget_total_won(rows: Sequence[Row], vocabulary: Vocabulary | None = None) -> int | None:
    """The card's total budget in won, from all its budget rows: the 계 of all sources and years.

    The grand total where one is printed, else the 계 of the only project; None where neither is there, or where two differ. A 소계
    beside another 계 differs from it if that is not the 소계 with the columns before and after (`총사업비 | 기투자 | 소계 | 2018 …`).
    """
    return budget_total(entries_of(rows, vocabulary or Vocabulary.standard()))[0]


def budget_total(entries: Sequence[Entry]) -> tuple[int | None, list[Issue]]:
    """The same, of the amounts of a budget; and an issue where a card prints several totals, so that none is told to be its own."""
    totals = _totals(entries)
    if len(totals) < 2:
        return totals[0].won if totals else None, []
    amounts = [printed(entry.won or 0, entry.unit or "원") for entry in totals]
    message = f"총계가 {', '.join(amounts)}으로 서로 달라 총 소요예산을 비워 두었습니다."
    return None, [Issue("budget.totals_differ", message, "cards", "budget_total_won", totals[1].place, amounts[1])]


def _totals(everything: Sequence[Entry]) -> list[Entry]:
    """The grand totals that are printed, one for each amount, in the order of the rows."""
    undated = [entry for entry in everything if entry.year is None]
    entries = [entry for entry in undated if entry.whole]
    block = [entry for entry in entries if entry.project is None]
    if not block and len({entry.project for entry in entries}) == 1:
        block = entries
    sums = [entry for entry in block if entry.sums_sources]
    if not sums and len({entry.line for entry in block}) == 1 and len(block) == 1:
        sums = block
    sums = [entry for entry in sums if not _is_within(entry, sums, undated) and not _sums_run(entry, sums, everything)]
    found: dict[int | None, Entry] = {}
    for entry in sums:
        if not entry.nothing:
            found.setdefault(entry.won, entry)
    return list(found.values())


def _is_within(entry: Entry, sums: Sequence[Entry], undated: Sequence[Entry]) -> bool:
    """Whether an amount is a 소계 that makes up another 계 of its line together with what stands beside the years: columns, or, where the
    periods stand down the side, lines of the same source."""
    if not is_partial(entry) or entry.won is None:
        return False
    along = _BY_LINE if any(_BY_LINE(other) == entry.line and other is not entry for other in sums) else _BY_SOURCE
    extras = [other for other in undated if along(other) == along(entry) and not other.whole]
    possible = possible_sums([entry], extras)
    return any(along(other) == along(entry) and other is not entry and other.won in possible for other in sums)


def _sums_run(entry: Entry, sums: Sequence[Entry], entries: Sequence[Entry]) -> bool:
    """Whether an amount is a 소계 of some years of its line, beside a 계 of it (`2018 | 2019 | 소계 | 2020 | 2021 | 총계`)."""
    beside = [other for other in sums if other.line == entry.line]
    years = [other for other in entries if other.line == entry.line and other.year is not None]
    return entry.won in sums_of_runs(entry, beside, years)
