"""Tables of people in charge whose heads stand down the first column."""

from __future__ import annotations

from pledgecards.extract.page import Cell
from pledgecards.normalize.people.cells import speaks
from pledgecards.normalize.people.offices import Offices

_TELLING = {"name", "phone"}
"""Kinds of heads that only a table of people has."""

_MOST_LABELS = 2


def upright(grid: list[list[Cell]], offices: Offices) -> list[list[Cell]]:
    """The rows of a table of people, one person in each, where its heads stand down a column; the first one, or the one behind what is of
    all of them (`담당부서 | 도로과` beside `직위 | 과장 | 팀장` over `성명 | 홍길동 | 김가나`). Any other table as it is."""
    if is_turned(grid, offices):
        return [list(column) for column in zip(*grid, strict=True)]
    told = [{id(cell) for cell in cells if speaks(cell)} for cells in zip(*grid, strict=True)]
    common = next((at for at, cells in enumerate(told) if len(cells) > 1), 0)
    beside = [row[common:] for row in grid]
    labels = [cell for place, cell in enumerate(grid[0][:common]) if not place or grid[0][place - 1] is not cell]
    if not 1 <= len(labels) <= _MOST_LABELS or not is_turned(beside, offices):
        return grid
    heads, *people = (list(column) for column in zip(*beside, strict=True))
    kinds = [offices.head_kind(cell.text) for cell in labels]
    if kinds == ["department", None] or (len(kinds) == 1 and kinds[0] is not None):
        return [[*labels[:-1], *heads], *([*labels[1:], *row] for row in people)]
    return grid


def is_turned(grid: list[list[Cell]], offices: Offices) -> bool:
    """Whether the heads stand in the first column (성명 and 전화번호 among them) and the people in the columns beside it; not where the first row
    is of such heads too, beside which the first column says who each is (`책임자`, `실무자`)."""
    if len(grid) < 2 or len(grid[0]) < 2:
        return False
    kinds = [offices.head_kind(row[0].text) for row in grid]
    over = [offices.head_kind(cell.text) for cell in grid[0][1:]]
    if None in kinds or not _TELLING & set(kinds) or len(set(kinds)) < 2 or (None not in over and _TELLING & set(over)):
        return False
    for column in zip(*[row[1:] for row in grid[1:]], strict=True):
        found = [offices.head_kind(cell.text) for cell in column if speaks(cell)]
        # A role may stand under 직위; a column of heads has its own values beside it.
        if found and (None not in found or any(kind not in (None, "person") for kind in found)):
            return False
    return True
