"""Tables of a single column, which are text in a frame; and frames with a strip of colour at their side."""

from __future__ import annotations

from collections.abc import Iterable

from pledgecards.extract.markers import DASH, DOT, ITEM, SECTION, split_marker
from pledgecards.extract.page import Block, Cell, Table
from pledgecards.schemas.vocabulary import Vocabulary

_STRIP = 14.0
"""The greatest width of a strip, in points; a cell that a label would fit in is broader."""


def has_strip(table: Table) -> bool:
    """Whether a table is one cell beside strips that hold nothing (`▌ 추진계획` over a rule): a heading, or other text, with an ornament."""
    if table.rows > 1 or not 1 < len(table.cells) < 4:
        return False
    filled = [cell for cell in table.cells if cell.lines or cell.tables]
    strips = [cell.place for cell in table.cells if not (cell.lines or cell.tables)]
    return len(filled) == 1 and all(
        place.x0 is not None and place.x1 is not None and place.x1 - place.x0 <= _STRIP for place in strips
    )


def runs_on(column: Table, vocabulary: Vocabulary) -> bool:
    """Whether the cells of a single column are one text: there is but one, tables stand among its lines, a page's end cut a cell in two, or
    each begins with a bullet (a sheet has a row for every line)."""
    filled = [cell for cell in column.cells if cell.lines]
    pages = {cell.place.page for cell in filled}
    if column.rows == 1 or len(pages) > 1 or any(cell.tables for cell in column.cells):
        return True
    return bool(filled) and all(_begins_with_bullet(cell, vocabulary) for cell in filled)


def _begins_with_bullet(cell: Cell, vocabulary: Vocabulary) -> bool:
    return split_marker(cell.lines[0].text, vocabulary).rank in (SECTION, ITEM, DASH, DOT)


def in_order(cell: Cell) -> Iterable[Block]:
    """The lines and tables of a cell from top to bottom."""
    blocks: list[Block] = [*cell.lines, *cell.tables]
    if cell.tables:
        blocks.sort(key=lambda block: (block.place.page or 0, block.place.top or 0.0))
    return blocks
