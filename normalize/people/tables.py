"""Tables of people in charge: one person a row, a column for each role, heads beside their values, or cells that speak for themselves."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.page import Cell, Table
from pledgecards.normalize.people.cells import by_lines, distinct, said, said_of_people, speaks, unstacked
from pledgecards.normalize.people.column_heads import Head, column_heads, with_heads_joined
from pledgecards.normalize.people.headed_rows import people_of_row
from pledgecards.normalize.people.offices import Offices
from pledgecards.normalize.people.phones import FAX
from pledgecards.normalize.people.reading import Person, Piece, read_people
from pledgecards.normalize.people.turned import upright


def people_of_table(table: Table, offices: Offices) -> list[Person]:
    """The people that a table names, in reading order."""
    grid = [row for row in grid_of(table).cells if any(speaks(cell) for cell in row)]
    if not grid:
        return []
    grid = with_heads_joined(upright(grid, offices), offices)
    grid = [part for row in grid for line in by_lines(row, offices) for part in unstacked(line, offices)]
    people: list[Person] = []
    heads: list[Head] | None = None
    free: list[list[Cell]] = []
    above: list[Cell] | None = None
    office: str | None = None
    for place, row in enumerate(grid):
        below = grid[place + 1] if place + 1 < len(grid) else None
        found = column_heads(row, below, offices, heads is not None)
        if found is not None:
            people += read_people(_pieces(free, offices), offices)
            heads, free, above, office = found, [], None, None
        elif heads is None:
            free.append(row)
        else:
            listed = people_of_row(row, above, heads, offices)
            for person in listed:
                # A blank cell under an office is that office's.
                person.department = person.department or (None if person.undecided else office)
            if any(
                head.kind == "other" and offices.is_helper(cell.text) for head, cell in zip(heads, row, strict=True)
            ):
                listed = [replace(person, helping=True) for person in listed]  # `구분` over `주관` and `협조`
            named = [cell for head, cell in zip(heads, row, strict=True) if head.kind == "department" and speaks(cell)]
            office = listed[-1].department if named and listed else office
            people += listed + _helpers_of_row(row, above, heads, offices)
            above = row
    return people + read_people(_pieces(free, offices), offices)


def _helpers_of_row(row: list[Cell], above: list[Cell] | None, heads: list[Head], offices: Offices) -> list[Person]:
    """The offices of a row that only help the one in charge, and whom their cells name."""
    cells = [cell for head, cell in zip(heads, row, strict=True) if head.kind == "helper" and speaks(cell)]
    fresh = [cell for cell in cells if above is None or not any(cell is other for other in above)]
    people = read_people([Piece(said(cell), cell.place, "department") for cell in fresh], offices)
    return [replace(person, helping=True) for person in people]


def _pieces(rows: list[list[Cell]], offices: Offices) -> list[Piece]:
    """Cells that speak for themselves, in reading order, each with what the head before it in its row says it holds."""
    pieces: list[Piece] = []
    seen: set[int] = set()
    for row in rows:
        expected: str | None = None
        for cell in distinct(row):
            if id(cell) in seen:
                continue
            seen.add(id(cell))
            kind = offices.head_kind(cell.text)
            text = said_of_people(cell, offices) if expected == "name" else said(cell)
            pieces.append(Piece(text, cell.place, None if kind else expected))
            if kind:
                expected = "fax" if FAX.search(cell.text) else {"person": "name", "other": None}.get(kind, kind)
    return pieces
