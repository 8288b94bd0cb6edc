"""Years over two columns each, neither with a head of its own, of which the left one holds the figures and the right one their milestones."""

from __future__ import annotations

import re
from dataclasses import replace

from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.page import Cell, Table
from pledgecards.normalize.tables.lines import is_nothing
from pledgecards.schemas.vocabulary import Vocabulary

_FIGURE = re.compile(r"[△▲+\-−]?\d[\d,]*(?:\.\d+)?\s?[%％]?")
_WORDS = re.compile(r"[(（]?[가-힣A-Za-z]")


def with_words_beside(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with each year's figure and its milestone (`20 | 착공`) in one cell; as it is where the two columns may as well be halves of
    the year."""
    head, grid = read_head(table, vocabulary), grid_of(table)
    over = grid.cells[head.rows - 1] if head.rows else []
    dated = {column.index for column in head.columns if column.year is not None and column.label == column.period}
    right = {cell.col + 1 for cell in over if cell.col_span == 2 and cell.col in dated}
    if not right:
        return table
    rows = [row for row in range(head.rows, table.rows) if row not in head.repeats]
    pairs = [(row, col) for row in rows for col in right if grid.cells[row][col] is not grid.cells[row][col - 1]]
    figures = [text for row, col in pairs if not is_nothing(text := grid.texts[row][col - 1])]
    words = [text for row, col in pairs if not is_nothing(text := grid.texts[row][col])]
    if not figures or not words or not all(map(_FIGURE.fullmatch, figures)) or not all(map(_WORDS.match, words)):
        return table
    taken = {id(grid.cells[row][col]) for row, col in pairs}
    joined = {id(grid.cells[row][col - 1]): grid.cells[row][col] for row, col in pairs}
    cells = [_with(cell, joined.get(id(cell)), right) for cell in table.cells if id(cell) not in taken]
    return replace(table, cols=table.cols - len(right), cells=tuple(cells))


def _with(cell: Cell, words: Cell | None, gone: set[int]) -> Cell:
    """A cell, with the words beside it, where these columns are gone."""
    end = cell.col + cell.col_span
    shift, within = sum(col < cell.col for col in gone), sum(cell.col <= col < end for col in gone)
    cell = replace(cell, col=cell.col - shift, col_span=cell.col_span - within)
    if words is None or is_nothing(words.text):
        return cell
    return replace(cell, lines=cell.lines + words.lines, place=cell.place.union(words.place))
