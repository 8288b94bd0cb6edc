"""The card's total budget, from all that its budget prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from pledgecards.extract.page import Place
from pledgecards.normalize.budget.entries import Entry, entries_of
from pledgecards.normalize.budget.partial_sums import is_partial, possible_sums, sums_of_runs, whole_years
from pledgecards.normalize.rows import Issue, Row
from pledgecards.schemas.vocabulary import Vocabulary

_BY_LINE = attrgetter("line")
_BY_SOURCE = attrgetter("project", "source_raw")


@dataclass(frozen=True, slots=True)
class Totals:
    """What the budget of a card prints as its total. whole: whether it has a 계 of all years, whatever it is the 계 of; grand: the 계 of all
    sources and years, one for each amount, in the order of the rows."""

    whole: bool
    grand: tuple[Entry, ...]

    @property
    def won(self) -> int | None:
        """The total in won; None where none is printed, or where two differ."""
        return self.grand[0].won if len(self.grand) == 1 else None

    @property
    def issues(self) -> list[Issue]:
        """That the card prints several totals, so that none is told to be its own."""
        if len(self.grand) < 2:
            return []
        amounts = [
            entry.unit.printed(entry.won) if entry.won is not None else f"「{entry.row['amount_raw']}」"
            for entry in self.grand
        ]
        return [totals_differ(amounts, self.grand[1].place, amounts[1])]


def totals_differ(amounts: Sequence[str], place: Place, raw: str) -> Issue:
    """The issue of several totals of one card, as they are printed."""
    message = f"총계가 {', '.join(amounts)}으로 서로 달라 총 소요예산을 비워 두었습니다."
    return Issue("budget.totals_differ", message, "cards", "budget_total_won", place, raw)


def totals_of(rows: Sequence[Row], vocabulary: Vocabulary | None = None) -> Totals:
    """The totals that all budget rows of a card print."""
    return totals_among(entries_of(rows, vocabulary or Vocabulary.standard()))


def totals_among(everything: Sequence[Entry]) -> Totals:
    """The totals among all amounts of a card's budget.

    The grand total where one is printed, else the 계 of the only project. A 소계 that leaves out what stands before and after its years is no total; beside another
    계 it differs from it if that is not the 소계 with these (`총사업비 | 기투자 | 소계 | 2018 …`).
    """
    undated = [entry for entry in everything if entry.year is None]
    entries = [entry for entry in undated if entry.whole]
    block = [entry for entry in entries if entry.project is None]
    if not block and len({entry.project for entry in entries}) == 1:
        block = entries
    sums = [entry for entry in block if entry.sums_sources]
    if not sums and len({entry.line for entry in block}) == 1 and len(block) == 1:
        sums = [one for one in block if not _lacks_its_year(one, everything)]
    if all(_leaves_out(one, everything) for one in sums):
        sums = []
    if len(sums) > 1:
        sums = [one for one in sums if not _is_within(one, sums, undated) and not _sums_run(one, sums, everything)]
    found: dict[int | None, Entry] = {}
    for entry in sums:
        if not entry.nothing:
            found.setdefault(entry.won, entry)
    return Totals(any(not entry.nothing for entry in entries), tuple(found.values()))


def whole_of_parts(entries: Sequence[Entry]) -> int | None:
    """What the 계 of all years make together that are of one source or one project each; None where one of them was not read."""
    parts = [entry.won for entry in entries if entry.whole and not entry.sums_sources]
    return None if None in parts else sum(won for won in parts if won is not None)


def _lacks_its_year(entry: Entry, everything: Sequence[Entry]) -> bool:
    """Whether an amount of a project or a source is of no period, though the lines of other amounts name their year and do not add up
    to it: its own may have been left out."""
    if entry.period_raw or (entry.project is None and entry.source in (None, "total")):
        return False
    dated = [other for other in everything if other.year is not None]
    if not dated or any(other.line == entry.line for other in dated):
        return False
    return entry.won != sum(other.won or 0 for other in dated if other.source == entry.source)


def _leaves_out(entry: Entry, everything: Sequence[Entry]) -> bool:
    """Whether an amount is a 소계 of the years alone, and something is planned before or after them (`소계 | 2018 | 2019 | 향후`)."""
    if not is_partial(entry):
        return False
    along = (
        _BY_LINE
        if any(_BY_LINE(other) == entry.line and other.year is not None for other in everything)
        else _BY_SOURCE
    )
    beside = [other for other in everything if along(other) == along(entry)]
    years = whole_years([other for other in beside if other.year is not None])
    more = any(other.year is None and not other.whole and not other.in_term and other.won for other in beside)
    return bool(years) and more and entry.won == sum(other.won or 0 for other in years)


def _is_within(entry: Entry, sums: Sequence[Entry], undated: Sequence[Entry]) -> bool:
    """Whether an amount makes up another 계 of its line together with what stands beside the years: a 소계, or a 계 under a head of the years
    alone (`총사업비 | 기투자 | 연차별 계획: 계 | 2018 …`). What stands beside them are columns, or, where the periods stand down the side, lines of
    the same source."""
    if entry.won is None:
        return False
    partial = is_partial(entry)
    along = _BY_LINE if any(_BY_LINE(other) == entry.line and other is not entry for other in sums) else _BY_SOURCE
    extras = [other for other in undated if along(other) == along(entry) and not other.whole]
    possible = possible_sums([entry], extras)
    others = [other for other in sums if along(other) == along(entry) and other is not entry]
    return any(other.won in possible and (partial or other.won != entry.won) for other in others)


def _sums_run(entry: Entry, sums: Sequence[Entry], entries: Sequence[Entry]) -> bool:
    """Whether an amount is a 소계 of some years of its line, beside a 계 of it (`2018 | 2019 | 소계 | 2020 | 2021 | 총계`)."""
    beside = [other for other in sums if other.line == entry.line]
    years = [other for other in entries if other.line == entry.line and other.year is not None]
    return entry.won in sums_of_runs(entry, beside, years)
