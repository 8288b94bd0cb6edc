"""Tables of people in charge whose heads stand down the first column."""

from __future__ import annotations

from pledgecards.extract.page import Cell
from pledgecards.normalize.people.cells import speaks
from pledgecards.normalize.people.offices import Offices

_TELLING = {"name", "phone"}
"""Kinds of heads that only a table of people has."""


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
