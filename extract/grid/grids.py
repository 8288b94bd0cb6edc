"""The grid of a table with its texts, made once for all who read it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pledgecards.extract.page import Cell, Table


@dataclass(frozen=True, slots=True)
class Grid:
    """cells and texts are rows × cols; a merged cell and its text stand at every place that it covers.

    A text is the cell's, with runs of white space made one space.
    """

    cells: list[list[Cell]]
    texts: list[list[str]]


class ById:
    """A table as a key of a cache: the same object, not an equal one, whose comparison would walk all its cells."""

    __slots__ = ("table",)

    def __init__(self, table: Table) -> None:
        self.table = table

    def __hash__(self) -> int:
        return id(self.table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ById) and other.table is self.table


def grid_of(table: Table) -> Grid:
    """The table's grid; not to be changed."""
    return _grid_of(ById(table))


@lru_cache(maxsize=64)
def _grid_of(key: ById) -> Grid:
    table = key.table
    # Cells and texts in one walk: every place is covered by exactly one cell, so none stays as it is laid out here.
    cells = [list(table.cells[:1]) * table.cols for _ in range(table.rows)]
    texts = [[""] * table.cols for _ in range(table.rows)]
    for cell in table.cells:
        text = " ".join(cell.text.split()) if cell.lines else ""
        row, col = cell.row, cell.col
        if cell.row_span == cell.col_span == 1:
            cells[row][col] = cell
            texts[row][col] = text
            continue
        across = cell.col_span
        for covered in range(row, row + cell.row_span):
            cells[covered][col : col + across] = [cell] * across
            texts[covered][col : col + across] = [text] * across
    return Grid(cells, texts)


def distinct(grid: Grid, row: int) -> list[tuple[Cell, str]]:
    """The filled cells of a row with their texts, a merged one once."""
    found: list[tuple[Cell, str]] = []
    for cell, text in zip(grid.cells[row], grid.texts[row], strict=True):
        if text and not (found and found[-1][0] is cell):
            found.append((cell, text))
    return found
