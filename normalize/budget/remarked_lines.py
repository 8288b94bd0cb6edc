"""Lines or years of a budget whose figures are in another unit than the table's, as a remark behind it says (`※ 기타는 천원`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pledgecards.extract.issue import Issue
from pledgecards.normalize.amounts import unit_factor
from pledgecards.normalize.budget.entries import Entry, entries_of
from pledgecards.normalize.rows import Row, place_of
from pledgecards.schemas.notation import APOSTROPHE, TILDES
from pledgecards.schemas.vocabulary import Vocabulary, fold, without_remark

_WORD = re.compile(r"[가-힣A-Za-z·]+")
_PARTICLE = re.compile(r"(?:은|는|의|이|가|만|도|분)$")
_YEAR = rf"(?<!\d)(20\d\d|{APOSTROPHE}\d\d)\s*년?도?\s*"
_YEARS = re.compile(
    rf"{_YEAR}(?:(?:[{TILDES}-]|부터)\s*{_YEAR}|(?P<onward>이후|부터|[{TILDES}-])|(?P<up_to>이전|까지))?"
)
_BETWEEN_CLAUSES = re.compile(r"[,，;]|이며|이고")
_WRAPPED = re.compile(r"^[(\[](.*)[)\]]$")
_SHORTEST_PROJECT = 3


@dataclass(frozen=True, slots=True)
class RemarkedLines:
    """A remark, the unit that it names, and what it names it for: sources or projects (folded), years; one of them at least."""

    text: str
    unit: str
    names: frozenset[str]
    years: frozenset[int]

    def says(self, row: Row) -> bool:
        """Whether the remark is of this amount."""
        named = {fold(without_remark(row[column] or "")) for column in ("funding_raw", "project")}
        return (not self.names or bool(named & self.names)) and (not self.years or row["year"] in self.years)


def remarked_lines(
    remarks: Iterable[str], names: Iterable[str | None], years: Iterable[int | None], vocabulary: Vocabulary
) -> tuple[list[RemarkedLines], tuple[str, ...]]:
    """The remarks that speak of some lines or years of a table, and those that may speak of all its figures.

    names: of its sources and projects; years: of its columns and lines.
    """
    folded = _folded(names)
    known = {year for year in years if year is not None}
    found: list[RemarkedLines] = []
    of_all: list[str] = []
    for text in (clause for remark in remarks for clause in _clauses(remark, vocabulary)):
        factor = unit_factor(text, vocabulary)
        unit = next((word for word, won in vocabulary.money.items() if won == factor), None)
        said = _years_said(text, known)
        named = _named(text, folded, vocabulary)
        if unit is None or not (said or named):
            of_all.append(text)
        else:
            found.append(RemarkedLines(text, unit, frozenset(named), frozenset(said)))
    return found, tuple(of_all)


def _years_said(text: str, known: set[int]) -> set[int]:
    """The years of a table that a remark names, with those from one on (`2020년 이후`), up to one (`2020년까지`) or between two (`2019~2021`)."""
    said: set[int] = set()
    for met in _YEARS.finditer(text):
        first, last = (int(f"20{year[-2:]}") for year in (met[1], met[2] or met[1]))
        low = min(known, default=first) if met["up_to"] else first
        high = max(known, default=last) if met["onward"] else last
        said |= {year for year in known if low <= year <= high}
    return said


def _clauses(remark: str, vocabulary: Vocabulary) -> list[str]:
    """The clauses of a remark, where each names a unit (`도비는 천원 단위이며 국비는 백만원`); else the remark."""
    clauses = [clause.strip() for clause in _BETWEEN_CLAUSES.split(_WRAPPED.sub(r"\1", remark)) if clause.strip(" .※*")]
    return clauses if all(unit_factor(clause, vocabulary) is not None for clause in clauses) else [remark]


def _named(text: str, names: set[str], vocabulary: Vocabulary) -> set[str]:
    """The names that a remark speaks of: word for word, a long one anywhere in it, or the only source of a kind by another of its names."""
    words = {form for word in _WORD.findall(text) for form in (word, _PARTICLE.sub("", word))}
    whole, folded = fold(text), set(map(fold, words))
    found = {name for name in names if name in folded or (len(name) >= _SHORTEST_PROJECT and name in whole)}
    if found:
        return found
    kinds = {match.key for word in words if (match := vocabulary.funding.match(word, rough=False)) is not None} - {
        "total"
    }
    of_kind = [
        name
        for name in names
        if (match := vocabulary.funding.match(name, rough=False)) is not None and match.key in kinds
    ]
    return set(of_kind) if len(of_kind) == 1 else set()


def parted_note(note: str | None, names: Iterable[str | None], vocabulary: Vocabulary) -> tuple[str | None, list[str]]:
    """The unit note of a table without what it says of some lines (`(단위: 백만원, 기타는 천원)`), and that; names: of its sources and projects."""
    clauses = _clauses(note, vocabulary) if note else []
    known = _folded(names) if len(clauses) > 1 else set()
    of_lines = [bool(_named(clause, known, vocabulary)) for clause in clauses]
    return (
        (clauses[0], clauses[1:])
        if len(clauses) > 1 and of_lines == [False, *[True] * (len(clauses) - 1)]
        else (note, [])
    )


def _folded(names: Iterable[str | None]) -> set[str]:
    return {fold(without_remark(name)) for name in names if name} - {""}


def with_remarked_lines(
    rows: list[Row], remarks: Sequence[RemarkedLines], vocabulary: Vocabulary
) -> tuple[list[Row], list[Issue]]:
    """The rows with the amounts that such a remark is of in its unit, where the printed sums say so too; else these are emptied, and with
    them the sums which then do not add up, and an issue says so."""
    issues: list[Issue] = []
    for remark in remarks:
        factor = unit_factor(remark.unit, vocabulary) or 1
        told = {
            id(row): row["amount_won"] // (unit_factor(row["unit_raw"], vocabulary) or 1) * factor
            for row in rows
            if remark.says(row) and row["amount_won"] and not _own_unit(row, vocabulary)
        }
        told = {id(row): told[id(row)] for row in rows if id(row) in told and row["unit_raw"] != remark.unit}
        if not told:
            continue
        entries = entries_of(rows, vocabulary)
        sums = [*_sums(entries, told, across=False), *_sums(entries, told, across=True)]
        if sums and all(_adds_up(total, parts, told) for total, parts in sums):
            rows = [
                row | {"amount_won": told[id(row)], "unit_raw": remark.unit} if id(row) in told else row for row in rows
            ]
            continue
        doubted = set(told) | {id(total.row) for total, parts in sums if not _adds_up(total, parts, told)}
        first = next(row for row in rows if id(row) in told)
        message = f"소요예산 표의 단위는 {first['unit_raw']}인데 「{remark.text}」(이)라고 적혀 있어 그에 딸린 금액 {len(doubted)}칸을 비워 두었습니다."
        issues.append(
            Issue("budget.unit_contradiction", message, "budget", "amount_won", place_of(first), first["amount_raw"])
        )
        rows = [row | {"amount_won": None, "unit_raw": None} if id(row) in doubted else row for row in rows]
    return rows, issues


def _own_unit(row: Row, vocabulary: Vocabulary) -> bool:
    """Whether the cell itself names its unit (`900천원`)."""
    return unit_factor(row["amount_raw"], vocabulary) is not None


def _sums(entries: Sequence[Entry], told: dict[int, int], *, across: bool) -> list[tuple[Entry, list[Entry]]]:
    """The printed sums of all sources (or, `across`, of all years) with their parts, where such an amount is among these."""
    groups: dict[object, list[Entry]] = {}
    for entry in entries:
        key = entry.line if across else (entry.project, entry.period_raw, entry.year)
        groups.setdefault(key, []).append(entry)
    found = []
    for group in groups.values():
        totals = [entry for entry in group if (entry.whole if across else entry.sums_sources)]
        parts = [entry for entry in group if entry not in totals and (entry.year is not None or not across)]
        within = {id(entry.row) in told for entry in group if entry.won}
        # Where all of it is in the unit of the remark, or none, the sum tells nothing.
        if totals and len(within) > 1 and any(id(part.row) in told for part in parts):
            found += [(total, parts) for total in totals if not total.blank and total.won is not None]
    return found


def _adds_up(total: Entry, parts: Sequence[Entry], told: dict[int, int]) -> bool:
    return told.get(id(total.row), total.won) == sum(told.get(id(part.row), part.won or 0) for part in parts)
