"""Indicators that stand across the head, 목표 and 실적 of each beneath it, with the years down the side: a block of lines for each."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.grid.grids import Grid, grid_of
from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.grid.heads import Head, read_head
from pledgecards.extract.page import Cell, Line, Table
from pledgecards.schemas.vocabulary import Vocabulary

_MEASURES = frozenset({"goal", "plan", "result", "rate"})


def with_blocks_of_indicators(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with a block of lines for each indicator (`연도 | 병상 | 환자` over `목표 | 실적` twice), named in a column of its own.

    Without it a year would have two targets that nothing tells apart.
    """
    head = read_head(table, vocabulary)
    if head.rows != 2 or head.repeats or not head.columns or head.columns[0].kind != "year" or head.columns[0].on_axis:
        return table
    grid = grid_of(table)
    blocks = _blocks(grid, head, vocabulary)
    if len(blocks) < 2 or any(
        cell.row_span > 1 or cell.col_span > 1 for row in grid.cells[2:] for cell in row[1:] if cell.lines
    ):
        return table
    return _unfolded(table, grid, list(blocks.values()), vocabulary)


def _blocks(grid: Grid, head: Head, vocabulary: Vocabulary) -> dict[str, dict[str, int]]:
    """For each indicator the columns of its measures, by what these are called; nothing where any column is of something else."""
    blocks: dict[str, dict[str, int]] = {}
    for column in head.columns[1:]:
        over, below = grid.texts[0][column.index], grid.texts[1][column.index]
        named = over and head_word(over, vocabulary).sort == "other" and grid.cells[0][column.index].row_span == 1
        block = blocks.setdefault(over, {})
        if not named or column.kind not in _MEASURES or column.year is not None or below in block:
            return {}
        block[below] = column.index
    return blocks


def _unfolded(table: Table, grid: Grid, blocks: list[dict[str, int]], vocabulary: Vocabulary) -> Table:
    measures = list(dict.fromkeys(name for block in blocks for name in block))
    body = range(2, table.rows)
    first = grid.cells[0][0]
    names = Line(vocabulary.heads.spellings["project"][0], first.place)
    cells = [replace(first, row_span=1, lines=(names,)), replace(first, col=1, row_span=1)]
    for col, name in enumerate(measures, 2):
        heads = [block[name] for block in blocks if name in block]
        cells.append(replace(grid.cells[1][heads[0]], row=0, col=col, row_span=1, col_span=1))
    row = 0
    for block in blocks:
        over = grid.cells[0][next(iter(block.values()))]
        for line in body:
            row += 1
            side = grid.cells[line][0]
            cells += [Cell(row, 0, 1, 1, over.lines, over.place), replace(side, row=row, col=1, row_span=1)]
            for col, name in enumerate(measures, 2):
                cell = grid.cells[line][block[name]] if name in block else Cell(0, 0, 1, 1, (), side.place)
                cells.append(replace(cell, row=row, col=col, row_span=1, col_span=1))
    return replace(table, rows=row + 1, cols=2 + len(measures), cells=tuple(cells))
