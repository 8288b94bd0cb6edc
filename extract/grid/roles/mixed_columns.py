"""Tables that hold targets and money side by side: columns of 목표 or 실적 beside columns of 예산 or of its sources."""

from __future__ import annotations

from collections.abc import Collection

from pledgecards.extract.grid.blank_columns import without_columns
from pledgecards.extract.grid.heads import Head, read_head
from pledgecards.extract.grid.plain_years import years_add_up
from pledgecards.extract.grid.roles.money_words import speaks_of_money
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary

_MEASURED = frozenset({"goal", "result"})
_ALWAYS = frozenset({"source", "secured", "spent"})
_BY_UNIT = frozenset({"plan", "former", "total"})
"""Kinds of money if the head names a unit of money: a goal in 백만원 may be an indicator (`수출액 목표(백만원)`)."""

_OF_TARGETS = frozenset({"unit", "note", *_MEASURED})
RATE_OF_MONEY = ("집행", "확보")
"""What the rates that are of money begin with."""


def parted_by_columns(table: Table, vocabulary: Vocabulary, role: str) -> tuple[Table, Table] | None:
    """The columns of targets and results, and those of money, as a table each beside the names of both; None where a table holds only one
    of them. Of a budget a rate alone is no money beside targets: 계획 and 실적 are money themselves (`계획 | 실적 | 집행률`)."""
    head = read_head(table, vocabulary)
    if head.of("funding"):
        return None  # what lines of sources reach (`2019 실적 | 2020 계획`) is money
    money = {column.index for column in head.columns if is_money(column, vocabulary)}
    if not money or not any(column.kind in _MEASURED and column.index not in money for column in head.columns):
        return None
    rates = all(column.kind == "rate" for column in head.columns if column.index in money)
    if role == "budget" and rates:
        return None
    measured = _measured(head, money)
    years = {column.index for column in head.columns if column.kind == "year" and column.on_axis}
    if years and not any(column.year for column in head.columns if column.index in money | measured):
        # `목표 | 2019 | 2020 | 총사업비`: the years make up one of the two; a rate is made up of none.
        of_goal = rates or years_add_up(table, head, years, [column.index for column in head.of("goal")])
        (measured if of_goal else money).update(years)
    return without_columns(table, money), without_columns(table, measured)


def is_money(column: Column, vocabulary: Vocabulary) -> bool:
    """Whether a column holds money: it is that of a source, or its head says so."""
    if column.kind in _ALWAYS:
        return True
    if column.kind == "rate":
        return column.word.startswith(RATE_OF_MONEY)
    if column.kind not in _BY_UNIT | _MEASURED:
        return False
    words = column.label.split()
    named = any(
        (match := vocabulary.sections.match(word, rough=False)) is not None and match.key == "budget" for word in words
    )
    return named or (column.kind in _BY_UNIT and speaks_of_money(column.label, vocabulary))


def _measured(head: Head, money: Collection[int]) -> set[int]:
    """The columns that say nothing of the money: targets and results, their unit, their notes, sums of counts."""
    kinds = _OF_TARGETS | _BY_UNIT | {"rate"}
    return {column.index for column in head.columns if column.kind in kinds and column.index not in money}
