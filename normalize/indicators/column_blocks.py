"""Indicators that stand across the head, with the years down the side, and 목표 and 실적 beneath each or in lines of their own: a block of
lines for each indicator."""

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
    if _has_lines_of_measures(head):
        return _with_figures_below(table, grid_of(table), vocabulary)
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


def _has_lines_of_measures(head: Head) -> bool:
    """Whether a column tells lines of 목표 from lines of 실적 beside the years, and the others name what is counted (`연도 | 구분 | 면적(㎡)`)."""
    if head.rows != 1 or head.repeats or len(head.columns) < 3:
        return False
    side, measure, *others = head.columns
    names = {column.label for column in others if column.kind in ("other", "project")}
    return (side.kind, measure.kind) == ("year", "measure") and not side.on_axis and len(names - {""}) == len(others)


def _with_figures_below(table: Table, grid: Grid, vocabulary: Vocabulary) -> Table:
    """The table with the figures of all indicators in one column; as it is where a figure stands over several lines or columns."""
    if any(cell.row_span > 1 or cell.col_span > 1 for row in grid.cells[1:] for cell in row[2:]):
        return table
    first = grid.cells[0][0]
    heads = [Line(vocabulary.heads.spellings[key][0], first.place) for key in ("project", "total")]
    cells = [replace(grid.cells[0][col], col=col + 1) for col in (0, 1)]
    cells += [replace(first, col=col, lines=(line,)) for col, line in zip((0, 3), heads, strict=True)]
    row = 0
    for column in range(2, table.cols):
        over = grid.cells[0][column]
        for line in range(1, table.rows):
            row += 1
            cells.append(Cell(row, 0, 1, 1, over.lines, over.place))
            for col, old in enumerate((0, 1, column), 1):
                cell = grid.cells[line][old]
                cells.append(replace(cell, row=row, col=col, row_span=1, col_span=1))
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return replace(table, rows=row + 1, cols=4, cells=tuple(cells))
