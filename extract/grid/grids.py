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
    cells = key.table.grid()
    texts: list[list[str]] = []
    for number, row in enumerate(cells):
        line = []
        for col, cell in enumerate(row):
            if cell.row < number:
                line.append(texts[-1][col])
            elif cell.col < col:
                line.append(line[-1])
            else:
                line.append(" ".join(cell.text.split()) if cell.lines else "")
        texts.append(line)
    return Grid(cells, texts)
