"""Rows of a band that no rule parts, where a name may stand beside several of them or be broken over lines, and words below figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pledgecards.extract.layout.rows.row import Row

FIGURE = re.compile(r"[-–—△▲+]?[\d,.]+\s?%?|[-–—·.]|[^\w\s%‰℃㎀-㏿]|[\d-]{7,}")
"""What stands in a column of figures or signs; signs of units are words."""

LEVEL = 0.4
"""Lines of one row stand at one height, but for this share of their size."""

_INK = 0.45
"""So far above and below its middle a line reaches at least, as a share of its size."""

LEADING = 1.7
"""Lines of one text stand no further apart than so many sizes."""

_CLOSER = 0.85
"""Lines closer together than this share of what parts two rows are one name's."""


@dataclass(frozen=True, slots=True)
class Parting:
    """Where the rows of a band are parted, and the row that each name begins at."""

    lines: tuple[float, ...]
    firsts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines at one height, each with its column, and those below them that say more of the same."""

    top: float
    bottom: float
    cells: dict[int, list[Row]]

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def first(self) -> float:
        """The height of its first line."""
        return min(lines[0].middle for lines in self.cells.values())

    def figures(self) -> set[int]:
        """The columns that begin with a figure here."""
        return {col for col, lines in self.cells.items() if FIGURE.fullmatch(lines[0].text)}


def parting_of(cells: Sequence[Sequence[Row]]) -> Parting | None:
    """How the rows of a band are parted. cells: the lines of its cells, the names first. None where the lines may be one row's.

    A row begins where figures stand in every column of figures, two at least; lines without any figure below go on in it. Names stand
    beside their rows' first lines, or half way down what they are of; where both may be meant, nothing is parted.
    """
    rows = _rows(cells)
    if rows is None:
        return None
    lines = tuple((above.bottom + below.top) / 2 for above, below in pairwise(rows))
    names = _names(cells[0], rows)
    found = {firsts for firsts in (_beside_first(names, rows), _halfway(names, rows)) if _told_apart(rows, firsts)}
    return Parting(lines, found.pop()) if len(found) == 1 else None


def _rows(cells: Sequence[Sequence[Row]]) -> list[_Block] | None:
    rows: list[_Block] = []
    for block in _blocks(cells):
        if len(block.figures()) > 1:
            rows.append(block)
        elif not rows or block.figures() or not set(block.cells) <= rows[-1].figures():
            return None
        else:
            above = rows[-1]
            both = {col: above.cells[col] + block.cells.get(col, []) for col in above.cells}
            rows[-1] = _Block(above.top, block.bottom, both)
    return rows if len(rows) > 1 and _alike(rows) else None


def _blocks(cells: Sequence[Sequence[Row]]) -> list[_Block]:
    """What a level gap through all columns behind the names parts."""
    lines = sorted(((row, col) for col, cell in enumerate(cells) if col for row in cell), key=lambda one: one[0].middle)
    blocks: list[_Block] = []
    for row, col in lines:
        top, bottom = row.middle - _INK * row.size, row.middle + _INK * row.size
        if blocks and top < blocks[-1].bottom:
            above = blocks[-1]
            above.cells.setdefault(col, []).append(row)
            blocks[-1] = _Block(above.top, max(above.bottom, bottom), above.cells)
        else:
            blocks.append(_Block(top, bottom, {col: [row]}))
    return blocks


def _alike(rows: Sequence[_Block]) -> bool:
    """Whether every column holds figures all down, or words all down and no blank; and two have a figure in every row."""
    figures = [row.figures() for row in rows]
    words = {col for row, found in zip(rows, figures, strict=True) for col in row.cells if col not in found}
    if any(words & found for found in figures) or any(not words <= set(row.cells) for row in rows):
        return False
    return len(set.intersection(*figures)) > 1


def _names(lines: Sequence[Row], rows: Sequence[_Block]) -> list[list[Row]]:
    """The lines of each name."""
    pitch = min(below.top - above.top for above, below in pairwise(rows))
    names: list[list[Row]] = []
    for line in lines:
        if names and line.middle - names[-1][-1].middle < min(_CLOSER * pitch, LEADING * line.size):
            names[-1].append(line)
        else:
            names.append([line])
    return names


def _beside_first(names: Sequence[Sequence[Row]], rows: Sequence[_Block]) -> tuple[int, ...]:
    """The rows beside which names stand, or begin; none if the first row is not among them."""
    firsts = []
    for name in names:
        beside = [
            k
            for k, row in enumerate(rows)
            if _level(name[0].middle, row.first, name) or _level(_middle(name), row.middle, name)
        ]
        if len(beside) != 1:
            return ()
        firsts += beside
    return tuple(firsts) if firsts[:1] == [0] else ()


def _halfway(names: Sequence[Sequence[Row]], rows: Sequence[_Block]) -> tuple[int, ...]:
    """The first of the rows that each name stands half way down; none if they are not all rows there are."""
    firsts, at = [], 0
    for name in names:
        ends = [k for k in range(at, len(rows)) if _level(_middle(name), (rows[at].top + rows[k].bottom) / 2, name)]
        if len(ends) != 1:
            return ()
        firsts.append(at)
        at = ends[0] + 1
    return tuple(firsts) if at == len(rows) else ()


def _told_apart(rows: Sequence[_Block], firsts: Sequence[int]) -> bool:
    """Whether there are names, and rows under one name have words of their own, no two the same."""
    for first, last in pairwise((*firsts, len(rows))):
        if last - first > 1:
            said = [
                tuple(row.cells[col][0].text for col in sorted(set(row.cells) - row.figures()))
                for row in rows[first:last]
            ]
            if len(set(said)) < len(said) or () in said:
                return False
    return len(firsts) > 0


def _middle(name: Sequence[Row]) -> float:
    return (name[0].middle + name[-1].middle) / 2


def _level(one: float, other: float, name: Sequence[Row]) -> bool:
    return abs(one - other) <= LEVEL * name[0].size
