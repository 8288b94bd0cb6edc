"""Heads of the columns of a table of people in charge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgecards.extract.page import Cell
from pledgecards.normalize.people.cells import distinct
from pledgecards.normalize.people.offices import Offices

_OF_OFFICES = frozenset({"department", "office", "either", "place"})


_HEAD_ROWS = 2
_UNDER = {"role": "role", "title": "role", "department": "department"}


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head: its text, and what stands under it (`department`, `role`, `name`, `phone`, `person`, `other`,
    or `helper`: an office that only helps the one in the column beside it)."""

    text: str
    kind: str


def column_heads(row: list[Cell], below: list[Cell] | None, offices: Offices, known: bool) -> list[Head] | None:
    """The heads of the columns, if the row is nothing but heads and the row below is none."""
    cells = distinct(row)
    if below is None or len(cells) < 2:
        return None
    merged = [cell for cell in cells if any(cell is other for other in below)]
    named = [cell for cell in cells if offices.head_kind(cell.text) is None]
    if named and _are_titles(row, below, named, offices):
        kinds = [offices.head_kind(cell.text) or "person" for cell in row]
        return [Head(" ".join(cell.text.split()), kind) for cell, kind in zip(row, kinds, strict=True)]
    if named:
        return _heads_beside_office(row, merged, named, offices)
    under = distinct(below)
    if not known and all(offices.head_kind(cell.text) is not None for cell in under):
        return None
    kinds = [offices.head_kind(cell.text) or "other" for cell in row]
    if "name" in kinds:
        # `담당 | 성명` over `과장 | 홍길동` or `도로과 | 홍길동`: where the names have a column of their own, the other holds roles or offices.
        said = [_UNDER.get(offices.word(cell.text.replace(" ", "")).kind) for cell in below]
        kinds = [under if kind == "person" and under else kind for kind, under in zip(kinds, said, strict=True)]
    helping = [offices.is_helper(cell.text) for cell in row]
    if any(kind == "department" and not helps for kind, helps in zip(kinds, helping, strict=True)):
        kinds = ["helper" if helps else kind for kind, helps in zip(kinds, helping, strict=True)]
    return [Head(" ".join(cell.text.split()), kind) for cell, kind in zip(row, kinds, strict=True)]


def with_heads_joined(grid: list[list[Cell]], offices: Offices) -> list[list[Cell]]:
    """A table whose first two rows are heads, roles over what is told of each (`과장` over `성명 | 전화`), with one row of heads: the role over the
    names, and what the lower row says of the others. Any other table as it is."""
    if len(grid) <= _HEAD_ROWS:
        return grid
    upper, lower = ([offices.head_kind(cell.text) for cell in row] for row in grid[:_HEAD_ROWS])
    pairs = list(zip(upper, lower, strict=True))
    if None in upper or None in lower or not {("person", "name"), ("person", "phone")}.issubset(pairs):
        return grid
    joined = [
        above if pair == ("person", "name") else below for above, below, pair in zip(*grid[:2], pairs, strict=True)
    ]
    return [joined, *grid[_HEAD_ROWS:]]


def phones_lead(heads: Sequence[Head]) -> bool:
    """Whether a telephone stands before each of several people (`부서 | 전화 | 과장 | 전화 | 팀장`); not where they are of two sorts, the first
    perhaps the office's own (`대표전화 | 담당자 | 직통전화 | 팀장`)."""
    if len({head.text for head in heads if head.kind == "phone"}) > 1:
        return False
    kinds = [head.kind for head in heads if head.kind in ("phone", "name", "person")]
    return len(kinds) >= 4 and len(kinds) % 2 == 0 and set(kinds[::2]) == {"phone"} and "phone" not in kinds[1::2]


def _are_titles(row: list[Cell], below: list[Cell], named: list[Cell], offices: Offices) -> bool:
    """Whether all cells that are no known heads are the titles of those whose names stand below them (`도로과장 | 도로팀장 | 담당자`)."""
    for cell in named:
        under = next(other for head, other in zip(row, below, strict=True) if head is cell)
        first = under.text.replace(" ", "")[:3]
        if offices.word("".join(cell.text.split())).kind != "title" or under is cell or not offices.is_name(first):
            return False
        if offices.word(under.text.replace(" ", "")).kind in ("title", "role"):
            return False
    return True


def _heads_beside_office(row: list[Cell], merged: list[Cell], named: list[Cell], offices: Offices) -> list[Head] | None:
    """The heads beside an office that stands in a cell over heads and people (`담당부서 | 도로과 | 과장 | 팀장` over `홍길동 | 김가나`)."""
    [office, *others] = named
    free = [cell for cell in distinct(row) if not any(cell is other for other in merged)]
    kinds = [offices.head_kind(cell.text) for cell in free]
    if (
        others
        or not any(office is cell for cell in merged)
        or len(free) < 2
        or None in kinds
        or not {"person", "name"}.intersection(kinds)
    ):
        return None
    if offices.word("".join(office.text.split())).kind not in _OF_OFFICES:
        return None
    return [Head(" ".join(cell.text.split()), _kind_beside(cell, office, merged, offices)) for cell in row]


def _kind_beside(cell: Cell, office: Cell, merged: list[Cell], offices: Offices) -> str:
    if cell is office:
        return "department"
    return "other" if any(cell is other for other in merged) else offices.head_kind(cell.text) or "other"
