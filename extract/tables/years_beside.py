"""Years at the side of a table of deeds: that of a row holds for the rows and the lines below it, which name days and months alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.page import Cell, Line, Place, Table

_MONTH = re.compile(r"[-·•○ㅇ]?\s*(?:1[0-2]|0?[1-9])\s?월(?!\s?말?까지)")


def years_beside(table: Table) -> dict[int, list[Cell]]:
    """By row, the year of a row above that goes down to it: merged over both, or, with a blank below it (as a page break leaves behind
    a merged cell), beside two cells at least, or beside one that is no rest of the row above."""
    found: dict[int, list[Cell]] = {}
    year: Cell | None = None
    for row in range(table.rows):
        cells = table.in_row(row)
        first = next((cell for cell in cells if not cell.col), None)
        if first is not None and first.lines:
            year = first if _is_year(first) else None
        elif year is not None and (
            first is None or sum(bool(cell.lines) for cell in cells) > 1 or _begins_anew(table, row)
        ):
            found[row] = [year]
    return found


def _begins_anew(table: Table, row: int) -> bool:
    """Whether the only filled cell of a row below a blank is no rest of the one above it: that stands on the same page between its own rules, and its last line
    is not full."""
    cell = next((cell for cell in table.in_row(row) if cell.lines), None)
    if cell is None or not table.drawn:
        return False
    above = next((one for one in table.in_row(row - 1) if one.col == cell.col and one.lines), None)
    if above is None or above.place.page != cell.place.page:
        return False
    return not (above.lines[-1].soft or above.lines[-1].glue)


def months_of_year(cells: Sequence[Cell]) -> list[list[Cell]] | None:
    """The two cells of a row, a year and deeds of its months (`2019년 | 3월 조례 제정 / 9월 대상자 선정`), as two for each deed; else None."""
    filled = [cell for cell in cells if cell.lines]
    if len(filled) != 2 or not _is_year(filled[0]) or len(filled[1].lines) < 2 or filled[1].tables:
        return None
    deeds: list[list[Line]] = []
    for line in filled[1].lines:
        if _MONTH.match(line.text):
            deeds.append([line])
        elif deeds:
            deeds[-1].append(line)
        else:
            return None
    if len(deeds) < 2:
        return None
    bare = filled[0].text.strip().isdecimal()
    # A year alone is one of a date only right before its month.
    return [
        [_joined(filled[0], lines)] if bare else [filled[0], replace(filled[1], lines=tuple(lines))] for lines in deeds
    ]


def _joined(year: Cell, lines: Sequence[Line]) -> Cell:
    first = replace(
        lines[0], text=f"{year.text.strip()} {lines[0].text.lstrip('-·•○ㅇ ')}", place=year.place.union(lines[0].place)
    )
    place = reduce(Place.union, [line.place for line in lines[1:]], first.place)
    return replace(year, lines=(replace(first, runs=(), marks=()), *lines[1:]), place=place)


def _is_year(cell: Cell) -> bool:
    period = read_period(cell.text) if len(cell.lines) == 1 else None
    return period is not None and period.kind == "year" and period.year is not None and not period.rest
