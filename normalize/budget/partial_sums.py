"""Sums printed within a budget table that are of some years or of parts of one: what they must not be added up with or held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from pledgecards.normalize.budget.entries import Entry
from pledgecards.normalize.tables.lines import SUBTOTAL
from pledgecards.schemas.vocabulary import Vocabulary, fold, without_remark

_LEAST = 2
_MOST_EXTRAS = 4


def whole_years(years: Sequence[Entry]) -> list[Entry]:
    """The amounts of years without those of their parts, where the year itself is printed beside them (`2019년: 상반기 | 하반기 | 소계`)."""
    by_year: dict[int | None, list[Entry]] = {}
    for entry in years:
        by_year.setdefault(entry.year, []).append(entry)
    left: list[Entry] = []
    for same in by_year.values():
        shortest = min(same, key=lambda entry: len(entry.period_raw or ""))
        name = shortest.period_raw or ""
        parts = [entry for entry in same if entry is not shortest]
        within = bool(name and parts) and all((entry.period_raw or "").startswith(f"{name} ") for entry in parts)
        left += [shortest] if within else same
    return left


def sums_of_runs(total: Entry, totals: Sequence[Entry], years: Sequence[Entry]) -> set[int]:
    """What a 소계 beside another sum may be: the sum of some years that follow one another (`2019 | 2020 | 소계 | 2021 | 2022 | 소계 | 총계`)."""
    if not is_partial(total) or all(is_partial(other) for other in totals):
        return set()
    amounts = [entry.won or 0 for entry in years]
    count = len(amounts)
    return {sum(amounts[low:high]) for low in range(count) for high in range(low + _LEAST, count + 1)}


def is_partial(total: Entry) -> bool:
    """Whether a sum of periods is called 소계 (`소계(임기내)`)."""
    return total.period_raw is not None and fold(without_remark(total.period_raw)) == SUBTOTAL


def in_money(parts: Iterable[Entry], vocabulary: Vocabulary) -> list[Entry]:
    """The parts of a sum without what is given in kind (`현물`), which a sum of money need not take in."""
    words = {fold(word) for word in vocabulary.figure_rules["in_kind"]["words"]}
    return [entry for entry in parts if fold(entry.source_raw or "") not in words]


def without_mixed(parts: Iterable[Entry], vocabulary: Vocabulary) -> list[Entry]:
    """The parts of a sum without those of several sources (`지방비`), whose own sources may stand beside them (`지방비: 소계 | 도비 | 시비`)."""
    kept = []
    for entry in parts:
        match = (
            vocabulary.funding.match(entry.source_raw, rough=False)
            if entry.source_raw and entry.source is None
            else None
        )
        if match is None or match.key != "mixed":
            kept.append(entry)
    return kept


def without_details(parts: Sequence[Entry]) -> list[Entry]:
    """The parts of a sum without those that make up the one right above them, of the same source (`국비: 소계 | 국고보조 | 특별교부세`)."""
    kept: list[Entry] = []
    place = 0
    while place < len(parts):
        whole = parts[place]
        kept.append(whole)
        place += 1
        end, left = place, whole.won or 0
        while left > 0 and end < len(parts) and whole.source is not None and parts[end].source == whole.source:
            left -= parts[end].won or 0
            end += 1
        if left == 0 and end - place >= _LEAST:
            place = end
    return kept


def numbered(entries: Sequence[Entry]) -> dict[int, int]:
    """How many amounts of the same line, source and period stand before each, by its identity: two columns may have one head (`소계`)."""
    seen: dict[tuple[object, ...], int] = {}
    places: dict[int, int] = {}
    for entry in entries:
        key = (entry.line, entry.project, entry.source_raw, entry.period_raw, entry.year)
        places[id(entry)] = seen.get(key, 0)
        seen[key] = places[id(entry)] + 1
    return places


def possible_sums(years: Sequence[Entry], extras: Sequence[Entry]) -> set[int]:
    """What a sum of periods may be: its years, and with them any of the columns beside them (`기투자`, `향후`)."""
    base = sum([entry.won or 0 for entry in years])
    filled = [entry.won or 0 for entry in extras if entry.won][:_MOST_EXTRAS]
    return {base + sum(some) for size in range(len(filled) + 1) for some in combinations(filled, size)}


def unit_rounds(found: int, expected: int, factor: int, parts: int) -> bool:
    """Whether rounding the sum and each of its parts to the unit can make up the difference."""
    return 2 * abs(found - expected) <= (parts + 1) * factor
