"""The lines and tables that stand in the cells of a single column, one below the other."""

from __future__ import annotations

from collections.abc import Iterable

from pledgecards.extract.page import Block, Cell, Table


def runs_on(column: Table) -> bool:
    """Whether the cells of a single column are one text: tables stand among its lines, or a page's end cut a cell in two."""
    pages = {cell.place.page for cell in column.cells if cell.lines}
    return len(pages) > 1 or any(cell.tables for cell in column.cells)


def blocks_in_order(cell: Cell) -> Iterable[Block]:
    """What stands in a cell, from top to bottom."""
    blocks: list[Block] = [*cell.lines, *cell.tables]
    if cell.tables:
        blocks.sort(key=lambda block: (block.place.page or 0, block.place.top or 0.0))
    return blocks
