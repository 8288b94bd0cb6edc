"""Years down the side with their halves, quarters or months in a column of their own (`2019 | 상반기`): one column of times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.grid.grids import Grid, grid_of
from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.grid.row_names import is_total
from pledgecards.extract.page import Cell, Line, Table
from pledgecards.schemas.vocabulary import Vocabulary

_PARTS = frozenset({"half", "quarter", "month"})


def parts_joined(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with the parts of its years behind them in one column (`2019 상반기`), where the column right of the years names nothing else.

    A 소계 among the parts is that of its year, and so is a cell that holds nothing. Without the part its amount would be of the whole year.
    """
    head = read_head(table, vocabulary)
    side = next((column for column in head.of("year") if not column.on_axis), None)
    if side is None or side.index + 1 >= table.cols:
        return table
    grid = grid_of(table)
    body = [row for row in range(head.rows, table.rows) if row not in head.repeats]
    return _joined(table, grid, body, side.index) if _names_parts(grid, body, side.index, vocabulary) else table


def _names_parts(grid: Grid, body: Sequence[int], side: int, vocabulary: Vocabulary) -> bool:
    """Whether the cells right of the years, but those merged with theirs, are all parts of a year or 계."""
    beside = [row for row in body if grid.cells[row][side] is not grid.cells[row][side + 1]]
    texts = [text for row in beside if (text := grid.texts[row][side + 1])]
    parts = [text for text in texts if _is_part(text)]
    return bool(parts) and all(is_total(text, vocabulary) for text in texts if text not in parts)


def _is_part(text: str) -> bool:
    period = read_period(text)
    return period is not None and period.kind in _PARTS and period.year is None and not period.rest


def _joined(table: Table, grid: Grid, body: Sequence[int], side: int) -> Table:
    cells = [_narrowed(cell, side) for cell in table.cells if not _is_key(cell, side, body)]
    year = ""
    for row in body:
        first, part = grid.cells[row][side], grid.cells[row][side + 1]
        if first.col < side or first is part:
            year = grid.texts[row][side]
            continue
        year = grid.texts[row][side] or (year if _is_part(grid.texts[row][side + 1]) else "")
        told = year and _is_part(grid.texts[row][side + 1])
        text = f"{year} {grid.texts[row][side + 1]}" if told else year
        lines = (Line(text, part.place),) if text else ()
        cells.append(replace(part, row=row, row_span=1, col=side, lines=lines))
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return replace(table, cols=table.cols - 1, cells=tuple(cells))


def _is_key(cell: Cell, side: int, body: Sequence[int]) -> bool:
    """Whether a cell is that of a year or of a part alone, or heads the parts."""
    if cell.col == side + 1:
        return cell.col_span == 1
    return cell.col == side and cell.col_span == 1 and cell.row in body


def _narrowed(cell: Cell, side: int) -> Cell:
    if cell.col > side + 1:
        return replace(cell, col=cell.col - 1)
    return replace(cell, col_span=cell.col_span - 1) if cell.col + cell.col_span > side + 1 else cell
