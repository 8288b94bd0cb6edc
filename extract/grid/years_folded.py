"""Tables folded because they were too wide: years that had no room on the right stand below, under a head of their own with the same first
words (`구분 | 2018 | 2019` over its lines, then `구분 | 2020 | 2021` over the same lines); and tables that touch, each with a head of its own."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.captions import unit_note
from pledgecards.extract.grid.blank_columns import without_blank_columns
from pledgecards.extract.grid.grids import Grid, grid_of
from pledgecards.extract.grid.periods import names_year, read_period
from pledgecards.extract.grid.tables import crop
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import fold

_LEAST = 3
"""A head and a line below it, and a second head at least."""


def unfolded(table: Table, role: str) -> list[Table]:
    """The table with what stands below set beside it again, where its lines are the same; else each part as a table of its own; a list of
    the table itself, if it is not folded.

    Of figures (by the table's role), blank columns are left out too: they only set others apart, but look like parts of the head on their left.
    """
    if role in ("budget", "indicators"):
        table = without_blank_columns(table)
    grid = grid_of(table)
    starts = _starts(table, grid)
    if len(starts) < 2:
        return [table]
    parts = [crop(table, low, high, 0, table.cols) for low, high in zip(starts, [*starts[1:], table.rows], strict=True)]
    whole = [_without_blank_columns(parts[0])]
    for part in parts[1:]:
        beside = _beside(whole[-1], _without_blank_columns(part))
        whole[-1:] = [whole[-1], part] if beside is None else [beside]
    return whole


def _starts(table: Table, grid: Grid) -> list[int]:
    """The rows at which heads with other years, or other words, begin; [0] where there is only the first."""
    lead = next((col for col, text in enumerate(grid.texts[0]) if text), 0)
    first = grid.cells[0][lead] if table.rows >= _LEAST and table.cols > 1 else None
    name = fold(first.text) if first is not None else ""
    if first is None or not name or first.row_span >= table.rows:
        return [0]
    years = [_years(grid.texts[0])]
    starts = [0]
    for cell in table.cells:
        if cell.col != lead or cell.row < starts[-1] + first.row_span + 1 or cell.col_span != first.col_span:
            continue
        again = fold(cell.text) == name
        if not again and not (years[0] and _heads_anew(grid, cell)):
            continue  # nearly every line
        own = _years(grid.texts[cell.row])
        known = {year for those in years for year in those}
        other = not again or (own not in years and not known.isdisjoint(own))
        if years[0] and other and _heads_anew(grid, cell):
            starts.append(cell.row - _is_unit(grid, cell.row - 1))
            years.append(own)
            continue
        if cell.row_span != first.row_span or cell.row + cell.row_span >= table.rows:
            continue
        # `구분 | 2019 | 2020` below `구분 | 목표 | 실적`, or the other way round.
        if not (own or years[0]) or (not own and any(map(str.isdigit, "".join(grid.texts[cell.row])))):
            continue
        if not known.isdisjoint(own):
            continue
        starts.append(cell.row)
        years.append(own)
    return starts


def _heads_anew(grid: Grid, cell: Cell) -> bool:
    """Whether a cell of the first column heads names beside years that follow one another (`사업명 | 2018 | 2019 | 계` below the lines of
    `구분 | 2019 | 2020`, of a table that touches the one above): no line has such figures."""
    row = {id(one): one for one in grid.cells[cell.row][cell.col + cell.col_span :] if one.lines}
    texts = [one.text for one in row.values()]
    years = _years([text for text in texts if names_year(text)])
    follow = len(years) > 1 and years == [*range(years[0], years[0] + len(years))]
    return follow and bool(cell.text) and cell.row + 1 < len(grid.cells) and 2 * len(years) >= len(texts)


def _is_unit(grid: Grid, row: int) -> bool:
    """Whether a row is nothing but the unit of the figures below it."""
    return grid.cells[row][0].col_span == len(grid.cells[row]) and unit_note(grid.texts[row][0]) is not None


def _years(texts: Sequence[str]) -> list[int]:
    periods = [read_period(text) for text in texts if text]
    return [period.year for period in periods if period is not None and period.year is not None]


def _without_blank_columns(part: Table) -> Table:
    """The part without the blank columns on its right, which the other part fills."""
    right = part.cols
    cells = grid_of(part).cells
    while right > 1 and not any(row[right - 1].lines or row[right - 1].col_span > 1 for row in cells):
        right -= 1
    return part if right == part.cols else crop(part, 0, part.rows, 0, right)


def _beside(left: Table, right: Table) -> Table | None:
    """Two tables as one, the columns that name their lines once; None where the lines or the heights of the heads differ."""
    one, other = grid_of(left), grid_of(right)
    if left.rows != right.rows or one.cells[0][0].row_span != other.cells[0][0].row_span:
        return None
    same = 0
    while same < min(left.cols, right.cols) and all(
        fold(one.texts[row][same]) == fold(other.texts[row][same]) for row in range(left.rows)
    ):
        same += 1
    if not same or any(cell.col < same < cell.col + cell.col_span for cell in right.cells):
        return None
    shift = left.cols - same
    moved = [
        Cell(c.row, c.col + shift, c.row_span, c.col_span, c.lines, c.place, c.fill, c.bar, c.tables)
        for c in right.cells
        if c.col >= same
    ]
    return Table(left.rows, right.cols + shift, (*left.cells, *moved), left.place.union(right.place), left.drawn)
