"""What a column holds, told by the heads over it from the top."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.head_words import DONE, head_word
from pledgecards.extract.grid.periods import compact
from pledgecards.extract.grid.table_columns import Column
from pledgecards.schemas.vocabulary import Vocabulary

_MEASURES = frozenset(
    {"goal", "result", "rate", "plan", "former", "secured", "spent", "quantity", "change", "supplement", "base"}
)
_DONE = frozenset(
    {"secured", "spent", "change", "supplement"}
)  # of a source, none of its planned amounts (`기확보: 국비 | 도비`)
_AIMED = frozenset({"plan", "former", "goal"})
_OF_THIS_YEAR = "당해"
_OF_SOURCE = frozenset({"plan", "former"})
_SAYS_OF_LINES = frozenset({"funding", "unit", "note"})
"""What a column says of its lines whatever stands over it (`소요예산` over `재원 | 계 | 2019`)."""


def columns_of(paths: list[list[str]], vocabulary: Vocabulary) -> list[Column]:
    """The columns under these heads, from the top. Where what was done stands over parts of a year (`집행: 상반기 | 하반기`), what was planned
    in a part is told by that word as well."""
    columns = [column_of(index, path, vocabulary) for index, path in enumerate(paths)]
    if not any(column.kind in DONE and column.part is not None for column in columns):
        return columns
    return [column_of(index, path, vocabulary, planned=True) for index, path in enumerate(paths)]


def column_of(index: int, path: list[str], vocabulary: Vocabulary, *, planned: bool = False) -> Column:
    """The column under these heads, from the top. planned: plans and goals of parts of a year are such, and not just of that time."""
    base: str | None = None
    sub: str | None = None
    key: str | None = None
    year = part = None
    named: list[str] = []
    spelled: list[str] = []
    score = 100.0
    path = _named_once(path, vocabulary)
    for text in path:
        word = head_word(text, vocabulary)
        when, what = (
            _parted(text, word.period.rest) if word.period is not None and word.sort == "source" else (text, text)
        )
        score = min(score, word.score)
        if word.period is not None:
            if base == "in_term":
                named.clear()  # a year of the term is told by itself
            base = word.period.kind
            year = word.period.year or year
            part = word.period.part or part
            named.append(when)
        if word.key == "total" and base is None:
            base = "total"
            named.append(text)
        elif word.sort == "source" or word.key in _MEASURES or word.key == "total":
            # A source over 예산 is that source; over 당초, which another plan stands beside, none.
            of_source = sub == "source" and word.key in _OF_SOURCE
            if of_source and word.key == "plan":
                continue
            if word.key == "plan" and sub is not None and text.startswith(_OF_THIS_YEAR):
                continue  # `실적: 당해 | 누계`
            if word.sort != "source" or sub not in _DONE:
                sub = "source" if word.sort == "source" else "change" if of_source else word.key
            spelled.append(what)
        elif word.key is not None:
            key = word.key
            if key in _SAYS_OF_LINES and sub in _AIMED:
                sub = None
        if word.score < 100:
            spelled.append(text)
    label = " ".join(path)
    period = " ".join(named)
    told_by = spelled[-1] if spelled else period if base == "total" else label
    if base in ("quarter", "half", "month", "number"):
        if sub == "source" and year is not None and base != "number":
            return Column(
                index, sub, label, period, told_by, year, part, base, score
            )  # `2019년 상반기` over `국비 | 시비`
        told = sub in DONE or (planned and sub in _AIMED)
        if told and sub is not None and year is not None and base != "number":
            return Column(index, sub, label, period, told_by, year, part, base, score)
        return Column(index, base, label, period, told_by, year, part, score=score)
    if base is not None:
        kind = sub if sub is not None and sub != base else base
        return Column(index, kind, label, period, told_by, year, group=base if sub else None, score=score)
    return Column(index, sub or key or "other", label, label, told_by, score=score)


def _named_once(path: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """The heads of a column, a merged one that a copy filled again once; 계 over 계 is the sum of the sources and that of the years."""
    return [
        text
        for depth, text in enumerate(path)
        if text not in path[:depth] or head_word(text, vocabulary).key == "total"
    ]


def _parted(text: str, rest: str) -> tuple[str, str]:
    """A head that names a year and its source (`'18년 국비`) as the two; the whole text for each where they cannot be told apart."""
    for split in range(len(text) - 1, 0, -1):
        if compact(text[split:]) == rest:
            return text[:split].strip(), text[split:].strip()
    return text, text
