"""Goals and results of all years, where a table has several of them side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column

OVERALL = {"goal": "goal", "plan": "goal", "result": "result", "spent": "result", "rate": "rate"}
"""What a column of this kind measures where it is of all years."""

_LAST = re.compile(r"최종|총|변경|수정|조정")
_OF_ONE_YEAR = re.compile(r"당해|연간")


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


def yields(column: Column, goals: Sequence[Column]) -> bool:
    """Whether another of several goals for all years is that of the term, which the card is about: `임기내 목표` beside `최종목표`, a goal
    that was changed or is the last beside that of one year (`당해목표 | 최종목표`)."""
    ranks = [_rank(goal) for goal in goals]
    return ranks.count(max(ranks, default=0)) == 1 and _rank(column) < max(ranks)


def _rank(goal: Column) -> int:
    label = goal.label
    return 3 if "임기" in label else 2 if _LAST.search(label) else 0 if _OF_ONE_YEAR.search(label) else 1
