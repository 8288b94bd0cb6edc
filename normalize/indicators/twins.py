"""Columns of targets and results beside another for the same year or for all of them: which of the two has a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.indicators.running_lines import is_running

OVERALL = {"goal": "goal", "plan": "goal", "result": "result", "spent": "result", "rate": "rate"}
"""What a column of this kind measures where it is of all years."""

OF_YEAR = {"goal": "target", "plan": "target", "result": "actual", "spent": "actual"}
"""What a column of this kind measures where it is of one year."""

_LAST = re.compile(r"최종|총|변경|수정|조정")
_HEADS_YEARS = re.compile(r"\s(?:연도|년도|연차|시기)$")
_PLANS = re.compile(r"계획\s")
_OF_ONE_YEAR = re.compile(r"당해|연간")


def kind_of(column: Column, head: Head) -> str:
    """The kind of a column. 당초 계획 is the plan, unless a changed one stands beside it; 사업량 alone under its year is the figure of
    that year, and a year under 연도별 계획 the plan of it, beside results."""
    if column.kind == "quantity" and column.year is not None:
        alone = sum(other.year == column.year for other in head.columns) == 1
        return "year" if alone else column.kind
    if column.kind == "year" and column.year is not None and _PLANS.search(column.label) and head.of("result"):
        return "plan"
    if column.kind == "plan" and _HEADS_YEARS.search(column.label):
        return "axis"  # `변경: 목표 | 연도`: the year of that goal
    if column.kind != "former":
        return column.kind
    changed = [other for other in head.columns if other.kind in ("plan", "goal")]
    beside = any((other.year, other.group) == (column.year, column.group) for other in changed)
    return "former" if beside else "plan"


def yields_to_twin(column: Column, head: Head, *, years_below: bool) -> bool:
    """Whether a column has no place because of another one that measures the same. years_below: the years stand down the side.

    A bare year beside a figure of that year (`2019년: 당해 | 누적`), of which its head does not say what makes it differ; a goal, result or
    rate for all years of which one stands further left: it is of another indicator; a running figure beside that of its year, and
    both of two of one year that nothing tells apart; of several goals for all years the lesser ones; this year's result beside one of all.
    """
    if kind_of(column, head) == "year" and column.year is not None:
        others = (other for other in head.columns if other is not column and other.year == column.year)
        return any(other.part is None and other.kind != "axis" for other in others)
    if column.kind == "rate" and _is_of_year_beside(column, head):
        return True
    if column.kind in OVERALL and column.year is None and column.group is None:
        before = head.columns[: column.index]
        if any((other.kind, other.label) == (column.kind, column.label) for other in before):
            return True
    measures = OF_YEAR if column.year is not None else OVERALL
    measure = measures.get(kind_of(column, head))
    if measure is None:
        return False
    plain = [
        other
        for other in head.columns
        if (other.year, other.part, other.group) == (column.year, column.part, column.group)
        and measures.get(kind_of(other, head)) == measure
        and not is_running(other.label)
    ]
    if is_running(column.label):
        return bool(plain)
    if column.year is None:
        if measure == "result" and not years_below and _OF_ONE_YEAR.search(column.label):
            return any(_is_of_all(other, head, measure) for other in head.columns if other is not column)
        return measure == "goal" and not years_below and _is_lesser(column, plain)
    return len(plain) > 1


def _is_of_all(column: Column, head: Head, measure: str) -> bool:
    """Whether a column is of this measure and of all years, or adds them up (`실적: 당해 | 누계`)."""
    whole = column.year is None and column.group in (None, "total")
    return whole and OVERALL.get(kind_of(column, head)) == measure


def _is_of_year_beside(column: Column, head: Head) -> bool:
    """Whether a rate is that of the year on its left, as others called like it are of theirs (`2019 목표 | 2019 실적 | 이행률 | 2020 목표 …`)."""
    alike = [other for other in head.of("rate") if other.label == column.label and other.year is None]
    return len(alike) > 1 and all(other.index > 0 and head.columns[other.index - 1].year is not None for other in alike)


def of_unknown_years(head: Head) -> frozenset[int]:
    """The columns of 목표 and 실적 that come several times side by side, no year over any of them: each is of a year that is not told."""
    plain = [
        column for column in head.columns if column.kind in OVERALL and column.year is None and column.group is None
    ]
    found: set[int] = set()
    for one, other in combinations(plain, 2):
        between = head.columns[one.index : other.index]
        if (one.kind, one.label) == (other.kind, other.label) and all(column in plain for column in between):
            found |= set(range(one.index, other.index + 1))
    return frozenset(found)


def _is_lesser(column: Column, goals: Sequence[Column]) -> bool:
    """Whether another of several goals for all years is that of the term, which the card is about: `임기내 목표` beside `최종목표`, a goal
    that was changed or is the last beside that of one year (`당해목표 | 최종목표`)."""
    ranks = [_rank(goal) for goal in goals]
    return ranks.count(max(ranks, default=0)) == 1 and _rank(column) < max(ranks)


def _rank(goal: Column) -> int:
    label = goal.label
    return 3 if "임기" in label else 2 if _LAST.search(label) else 0 if _OF_ONE_YEAR.search(label) else 1
