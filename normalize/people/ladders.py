"""People set out by their roles in a column of their own, from the chief down, beside offices of which the last only helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.page import Cell, Table
from pledgecards.normalize.people.cells import distinct, speaks
from pledgecards.normalize.people.offices import Offices
from pledgecards.normalize.people.person import Person

_FEWEST = 3
_WIDTH, _ROLE = 4, 2
"""A label and its office, a role and its name."""


def with_offices_undecided(people: Sequence[Person], tables: Sequence[Table], offices: Offices) -> list[Person]:
    """The people, but who ends such a ladder beside the helping office is of no known office: the table does not say whether the roles go
    on with the office in charge (`담당부서 | 도로과 | 과장 | …`, `· | · | 팀장 | …`, `협조부서 | 공원과 | 담당자 | …`).

    tables: those that name the people; of a form, each field is one.
    """
    rows = [row for table in tables for row in grid_of(table).cells if any(map(speaks, row))]
    name = _end_of_ladder(rows, offices)
    if name is None:
        return list(people)
    said = "".join(name.text.split())
    found: list[Person] = []
    for person in people:
        if person.helping and person.name == said and person.department:
            office = replace(person, role=None, name=None, phone=None, raw=person.department, unread=[])
            found += [office, replace(person, department=None, helping=False, undecided=True)]
        else:
            found.append(person)
    return found


def _end_of_ladder(rows: Sequence[Sequence[Cell]], offices: Offices) -> Cell | None:
    """The name that stands beside the last role of a ladder, in the row of the office that helps; None where there is no such ladder."""
    if len(rows) < _FEWEST or any(len(row) != _WIDTH for row in rows) or not offices.is_helper(rows[-1][0].text):
        return None
    if any(offices.is_helper(row[0].text) for row in rows[:-1]) or offices.head_kind(rows[0][0].text) != "department":
        return None
    steps = [[cell for cell in distinct(row) if offices.head_kind(cell.text) == "person"] for row in rows]
    if any(len(step) != 1 for step in steps):
        return None
    roles = [step[0] for step in steps]
    texts = {"".join(role.text.split()) for role in roles}
    if len(texts) < len(rows) or any(row[_ROLE] is not role for row, role in zip(rows, roles, strict=True)):
        return None
    name = rows[-1][_ROLE + 1]
    return name if speaks(name) else None
