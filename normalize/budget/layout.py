"""Where the amounts of a budget table stand: which columns hold them, and which have no place in the dataset."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.row_names import RUNNING
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.budget.whole_plan import whole_plan
from pledgecards.schemas.vocabulary import Vocabulary, without_remark

PERIODS = frozenset(
    {"total", "year", "ordinal", "span", "in_term", "after_term", "before_term", "quarter", "half", "month"}
)
"""Kinds of columns that stand for a time, or for all of it."""

_PLANNED = frozenset({"plan", "goal", "former"})
_PARTS = frozenset({"quarter", "half", "month"})
_NEEDED = "필요"
"""Begins the head of a total (`필요예산`), or of what is left of one that stands beside it (`총사업비 | 기투자 | 필요예산`)."""
RUNNING_SUMS = RUNNING | {"누계액", "누적액"}
_OTHERS = frozenset({"secured", "spent", "result", "rate", "quantity", "change", "supplement", "base"})


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand in a budget table.

    side     the column whose cells name the years, if they stand down the side
    amounts  the columns that hold amounts
    crossed  funding sources head columns, so that a 계 column beside them is their sum, not the sum of years
    sourced  funding sources head columns, be it under every year
    """

    side: Column | None
    amounts: tuple[Column, ...]
    crossed: bool
    sourced: bool


def layout_of(head: Head, vocabulary: Vocabulary) -> tuple[Layout, list[Column], list[Column]]:
    """The layout, the columns that have no place in the dataset, and those of unknown meaning.

    Of two plans for one time (당초, 변경) the changed one stands; of two columns for one time (`2019년: 예산 | 잔액`) the one whose head is
    known, and neither where both are not; so it is beside sums and sources under one time.
    """
    side = next((column for column in head.of("year") if not column.on_axis), None)
    sources = head.of("source")
    amounts, leftover, unsure = [], [], []
    for column in head.columns:
        if column is side:
            continue
        if _running(column, head, side) or _is_share(column, vocabulary):
            leftover.append(column)
        elif _strange(column, head):
            unsure.append(column)
        elif (
            column.kind in PERIODS
            or column.kind == "source"
            or column.kind in _PLANNED
            and (column.group is not None or side is not None)
        ):
            amounts.append(column)
        elif column.kind in _OTHERS:
            leftover.append(column)
        elif column.kind in ("other", "axis", "goal", "plan", "former"):
            unsure.append(column)
    needed = [column for column in amounts if column.kind == "total" and column.label.startswith(_NEEDED)]
    if needed and any(column.kind == "total" and column not in needed for column in amounts):
        amounts, unsure = [column for column in amounts if column not in needed], unsure + needed
    renewed = {(column.year, column.group) for column in amounts if _stands_for_plan(column)}
    former = [column for column in amounts if column.kind == "former" and (column.year, column.group) in renewed]
    amounts, leftover = [column for column in amounts if column not in former], leftover + former
    again = {column.year for column in unsure if column.year is not None}
    # `당초 | 현재`: what was planned at first may not be the plan any more.
    old = [column for column in amounts if column.kind == "former" and column.year in again]
    amounts, unsure = [column for column in amounts if column not in old], unsure + old
    doubled = _doubled(amounts, ("year", *_PLANNED, *(_PARTS if head.guessed else ()))) + _alike(amounts)
    amounts, unsure = [column for column in amounts if column not in doubled], unsure + doubled
    planned = {(column.year, column.group) for column in amounts if column.kind in _PLANNED or column.group is not None}
    told = [column for column in leftover if column.group is not None and (column.year, column.group) not in planned]
    leftover = [column for column in leftover if column not in told]
    if _invested_before(told, amounts):
        amounts, told = sorted([*amounts, *told], key=lambda column: column.index), []
    if not amounts and (whole := whole_plan(unsure, vocabulary)) is not None:
        known = [column for column in unsure if column.kind == "former"]
        amounts, leftover, told = [whole], [*leftover, *known, *told], []
        unsure = [column for column in unsure if column is not whole and column not in known]
    ungrouped = any(column.group is None for column in sources)
    return Layout(side, tuple(amounts), ungrouped, bool(sources)), leftover, [*unsure, *told]


def _is_share(column: Column, vocabulary: Vocabulary) -> bool:
    """Whether a column holds shares in % (`2018년: 금액 | %`)."""
    last = column.label.split(" ")[-1]
    return last.strip("()[]") in ("%", "％") or without_remark(last) in vocabulary.figure_rules["share"]["words"]


def _stands_for_plan(column: Column) -> bool:
    """Whether a column holds the plan as it is now: it says so, or it sums up what was planned at first and added (`2019년: 계 | 본예산 | 추경`)."""
    return column.kind in ("plan", "goal") or (column.kind == "total" and column.group is not None)


def _strange(column: Column, head: Head) -> bool:
    """Whether a column has a head of unknown meaning under a year (or 계) that others divide by known ones (`2019년: 비율 | 금액`): it may
    hold anything."""
    if column.kind == "in_term" and column.group is None and f"{column.period} " in column.label:
        # `임기내` over several columns, this one under a head of unknown meaning: not all of the term.
        return any(other is not column and f"{column.period} " in other.label for other in head.columns)
    if column.kind not in ("year", "total") or column.group is not None or column.label == column.period:
        return False
    if column.kind == "total" and column.label.endswith(f" {column.period}"):
        # What is unknown stands over it, and over sources: a project (`아케이드: 국비 | 계` beside `계: 국비 | 계`).
        over = column.label.removesuffix(column.period)
        if any(other.kind == "source" and other.label.startswith(over) for other in head.columns):
            return False
    return any(other.group == column.kind and other.year == column.year for other in head.columns)


def _invested_before(spent: list[Column], amounts: list[Column]) -> bool:
    """Whether what was spent in some years stands beside what is planned for the others (`투자실적: 2019 | 2020`, `투자계획: 2021 | 2022`):
    then it is the amount of its year."""
    years = [column.year for column in spent if column.kind in ("spent", "result")]
    planned = {column.year for column in amounts if column.year is not None}
    return 0 < len(spent) == len(set(years)) and bool(planned) and planned.isdisjoint(years)


def _doubled(amounts: list[Column], kinds: tuple[str, ...]) -> list[Column]:
    """The columns for a year that others stand for as well, without a head that says what makes them differ."""
    plans = [column for column in amounts if column.kind in kinds and column.year is not None]
    count = Counter((column.year, column.part if column.group in _PARTS else None) for column in plans)
    return [
        column
        for column in plans
        if count[column.year, column.part if column.group in _PARTS else None] > 1
        and not (column.kind in _PLANNED and _alone(column, plans))
    ]


def _alike(amounts: list[Column]) -> list[Column]:
    """The columns of a year's source, or of its sum, that come again under the same heads: one of the two is of another year, whose head is
    blank or was cut off."""
    dated = [column for column in amounts if column.kind in ("source", "total") and column.year is not None]
    count = Counter((column.label, column.kind, column.year) for column in dated)
    return [column for column in dated if count[column.label, column.kind, column.year] > 1]


def _alone(column: Column, plans: list[Column]) -> bool:
    return sum(other.kind in _PLANNED and other.year == column.year for other in plans) == 1


def _running(column: Column, head: Head, side: Column | None) -> bool:
    """Whether a column adds up all years so far (`2019년: 당해 | 누계`, `연도 | 계 | 국비 | 누계`): no amount of the year that it stands at, nor of
    all years where another column is their sum (`총계 | 2018 | 2019 | 누계('18~'19) | 2020`)."""
    if without_remark(column.word or column.label or "").split(" ")[-1] not in RUNNING_SUMS:
        return False
    if side is None and column.year is None:
        return column.kind == "total" and any(other.kind == "total" for other in head.columns if other is not column)
    others = (other for other in head.columns if other is not column and other.kind in {*PERIODS, "source", *_PLANNED})
    return any(other is not side and other.year == column.year for other in others)
