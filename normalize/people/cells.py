"""Cells of tables of people in charge: what each says, and the people who stand one below the other in a row of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.page import Cell, Line, seam
from pledgecards.normalize.figures.numerals import fold
from pledgecards.normalize.people.offices import Offices
from pledgecards.normalize.people.phones import PHONE, breaks_number

_SHORT_NAME = 2
_LETTER = re.compile(r"[^\W_]")


def said(cell: Cell) -> str:
    """A cell's text, in which a number that ends a line is not run into the words of the next (`☎ 3528` / `담당 …`), and one that its line
    breaks is whole."""
    text = ""
    above: Line | None = None
    for line in cell.lines:
        if above is not None:
            whole = above.text[-1:].isdigit() and not line.text[:1].isdigit()
            if not breaks_number(above.text, line.text):
                text += " " if whole else seam(above, line.text)
        text += line.text
        above = line
    return text


def said_of_people(cell: Cell, offices: Offices) -> str:
    """A cell's text under a head of people: a name that its lines break before or behind a single letter, which is no name, is whole."""
    lines = [line.text.strip() for line in cell.lines]
    name = "".join(lines)
    broken = len(lines) > 1 and 1 in map(len, lines) and len(name) > _SHORT_NAME
    return name if broken and offices.is_name(name) else said(cell)


def speaks(cell: Cell) -> bool:
    """Whether the cell says anything (a rule of dashes does not)."""
    for line in cell.lines:
        if _LETTER.search(line.text):
            return True
    return False


def distinct(row: Sequence[Cell]) -> list[Cell]:
    """The row's cells that say something, a merged one once."""
    return [cell for place, cell in enumerate(row) if speaks(cell) and (not place or row[place - 1] is not cell)]


def unstacked(row: list[Cell], offices: Offices) -> list[list[Cell]]:
    """The row, or a row for each of the people who stand one below the other in its cells: several cells have as many lines, one of
    them nothing but telephone numbers or roles. A cell of one line stands beside all of them."""
    counts = {len(cell.lines) for cell in row if len(cell.lines) > 1}
    stacked = [cell for cell in distinct(row) if len(cell.lines) > 1]
    if len(counts) != 1 or len(stacked) < 2 or not any(_is_list(cell, offices) for cell in stacked):
        return [row]
    return [
        [replace(cell, lines=cell.lines[k : k + 1]) if len(cell.lines) > 1 else cell for cell in row]
        for k in range(counts.pop())
    ]


def by_lines(row: list[Cell], offices: Offices) -> list[list[Cell]]:
    """The row of a table in text, or a row for each of its printed lines, where several of its cells have as many and one lists numbers or
    roles: a label half-way down its side does not make one row of them."""
    cells = distinct(row)
    stacked = [cell for cell in cells if len(cell.lines) > 1]
    lists = [cell for cell in stacked if _is_list(cell, offices)]
    numbers = {line.place.line for cell in cells for line in cell.lines}
    if len(stacked) < 2 or not lists or None in numbers:
        return [row]
    parts: list[list[Cell]] = []
    for number in sorted(number for number in numbers if number is not None):
        made = {
            id(cell): replace(cell, lines=tuple([line for line in cell.lines if line.place.line == number]))
            for cell in cells
        }
        parts.append([made.get(id(cell), cell) for cell in row])
    return parts


def _is_list(cell: Cell, offices: Offices) -> bool:
    """Whether every line of a cell is a telephone number, or every one a role."""
    lines = [line.text.strip() for line in cell.lines]
    lines = lines[1:] if len(lines) > 1 and offices.head_kind(lines[0]) in ("phone", "role") else lines
    if all(PHONE.fullmatch(fold(line)) for line in lines):
        return True
    return all(offices.word(line.replace(" ", "")).kind in ("role", "title") for line in lines)
