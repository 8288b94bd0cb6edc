"""Years or measures in rows over the whole width of a table (`2019년` over its lines): a column of them before the others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pledgecards.extract.grid.grids import Grid, grid_of
from pledgecards.extract.grid.heads import Head, read_head
from pledgecards.extract.grid.periods import names_year
from pledgecards.extract.grid.row_names import is_measure, is_total, plans_money
from pledgecards.extract.page import Cell, Line, Table
from pledgecards.normalize.tables.lines import is_grand_total
from pledgecards.schemas.vocabulary import Vocabulary


def bands_as_years(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with its bands as a column, where all of them are years, the sum of them among them, and no year stands elsewhere."""
    head = read_head(table, vocabulary)
    if not head.rows or any(column.year is not None or column.kind == "year" for column in head.columns):
        return table
    grid = grid_of(table)
    bands = _bands(grid, head)
    years = [text for text in bands.values() if names_year(text)]
    if not years or any(not is_total(text, vocabulary) for text in bands.values() if text not in years):
        return table
    of_all = _rows_of_all(table, grid, bands, vocabulary)
    return _with_column(table, grid, head, bands, vocabulary.heads.spellings["year"][0], of_all)


def bands_as_measures(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with its bands as a column, where all of them say what the lines below them measure (`목표` over some, `실적` over others) and
    no column does. Without one of projects (or sources) the bands are read as names elsewhere."""
    head = read_head(table, vocabulary)
    if not head.rows or head.first("project") is None or head.of("goal", "result", "measure", "plan", "spent"):
        return table
    grid = grid_of(table)
    bands = _bands(grid, head)
    told = [is_measure(text, vocabulary) or plans_money(text, vocabulary) for text in bands.values()]
    if len(set(bands.values())) < 2 or not all(told) or min(bands) > head.rows:
        return table
    return _with_column(table, grid, head, bands, vocabulary.heads.spellings["category"][0], set())


def _bands(grid: Grid, head: Head) -> dict[int, str]:
    """The texts of the rows below the head that are one cell over the whole width, by row."""
    return {
        row: texts[0]
        for row, (cells, texts) in enumerate(zip(grid.cells, grid.texts, strict=True))
        if row >= head.rows and len(cells) > 2 and cells[0].col_span == len(cells) and texts[0]
    }


def _rows_of_all(table: Table, grid: Grid, bands: dict[int, str], vocabulary: Vocabulary) -> set[int]:
    """The row that ends the table as the sum of all bands: it is called 계, and no other band ends with one that is (`2018년`, `도서관`,
    `2019년`, `도서관`, `계`)."""
    last = table.rows - 1
    ends = [row - 1 for row in sorted(bands)[1:]]
    if (
        last in bands
        or not ends
        or not names_year(bands[max(bands)])
        or not is_grand_total(grid.texts[last][0], vocabulary)
    ):
        return set()
    return set() if any(is_total(grid.texts[row][0], vocabulary) for row in ends) else {last}


def _with_column(
    table: Table, grid: Grid, head: Head, bands: dict[int, str], named: str, of_all: Collection[int]
) -> Table:
    """The table with its bands in a column under a head of this name; of_all: the rows that are of no band."""
    cells: list[Cell] = []
    moved: dict[int, int] = {}
    band: Cell | None = None
    for row in range(table.rows):
        if row in bands:
            band = grid.cells[row][0]
            continue
        moved[row] = len(moved)
        beside = grid.cells[row][0].place
        if row < head.rows or row in head.repeats:
            lines: tuple[Line, ...] = (Line(named, beside),)
        else:
            of = grid.cells[row][0] if row in of_all else band
            lines = of.lines if of is not None else ()
        cells.append(Cell(moved[row], 0, 1, 1, lines, beside))
    kept = [cell for cell in table.cells if cell.row in moved]
    cells += [replace(cell, row=moved[cell.row], col=cell.col + 1) for cell in kept]
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return replace(table, rows=len(moved), cols=table.cols + 1, cells=tuple(cells))
