"""Pages put together: a table that goes on over a page break is one."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.document import Document
from pledgecards.extract.grid.cut_heads import merged_down, on_columns, with_cut_head
from pledgecards.extract.grid.cut_rows import lines_of_both
from pledgecards.extract.grid.tables import continued, goes_on, without_head
from pledgecards.extract.page import Block, Line, Table
from pledgecards.extract.paging.footnotes import notes_below
from pledgecards.extract.paging.printed_words import PrintedWords
from pledgecards.extract.paging.rows_below import with_rows_below
from pledgecards.extract.people.sign_off import is_sign_off
from pledgecards.schemas.vocabulary import Vocabulary

_NEAR = 1.2
"""A line of a cell begins at most so many sizes below the last one."""

_MOST = 6


def joined(document: Document, words: PrintedWords, vocabulary: Vocabulary) -> tuple[list[Block], int]:
    """The blocks of all pages but the boxes to sign in, a table that goes on over a page break made one; and the ink of what was left out.

    words: those of the document.
    """
    blocks: list[Block] = []
    repeated = 0
    for page in document.pages:
        first = True
        for block in page.blocks:
            if isinstance(block, Table) and is_sign_off(block, vocabulary):
                repeated += block.ink
                continue
            if first and isinstance(block, Table):
                _take_in_lines(blocks, block, words)
            last = blocks[-1] if blocks else None
            parts = _parts(last, block) if first and isinstance(block, Table) and isinstance(last, Table) else None
            if parts is not None:
                blocks[-1], taken_out = continued(*parts, words.breaks, words.whole)
                repeated += taken_out
            elif isinstance(block, Table) and (notes := notes_below(blocks, block)) is not None:
                above = blocks[-1 - notes]
                assert isinstance(above, Table)
                blocks[-1 - notes], taken_out = continued(above, block, words.breaks, words.whole)
                repeated += taken_out
            else:
                blocks.append(block)
            first = False
    return blocks, repeated


def _parts(above: Table, below: Table) -> tuple[Table, Table] | None:
    """The two tables on the same columns if the one goes on in the other."""
    if goes_on(above, below):
        return above, below
    if (head := with_cut_head(above, below)) is not None:
        return merged_down(head, below)
    if (rest := on_columns(above, below)) is not None:
        return above, rest
    return None


def _take_in_lines(blocks: list[Block], below: Table, words: PrintedWords) -> None:
    """Puts lines at the foot of a page into the table over them that goes on over the page break: as rows that no rule closes; or into the
    cells over them that are merged down, whose rule ends with their first row while their text goes on (as in a browser's print)."""
    count = 0
    while count < min(_MOST, len(blocks)) and isinstance(blocks[-1 - count], Line):
        count += 1
    above = blocks[-1 - count] if 0 < count < len(blocks) else None
    if not isinstance(above, Table) or not goes_on(above, below):
        return
    taken: dict[int, list[Line]] = {}
    lines = [block for block in blocks[len(blocks) - count :] if isinstance(block, Line)]
    if (whole := with_rows_below(above, lines)) is not None:
        blocks[-1 - count :] = [whole]
        return
    for line in lines:
        place = _over(above, line, taken)
        if place is None:
            return
        taken.setdefault(place, []).append(line)
    first_row = without_head(above, below).in_row(0)
    filled = {cell.col for cell in first_row if cell.text}
    columns = {above.cells[place].col for place in taken}
    # A row that holds nothing but the rest of these texts goes on with them.
    if not columns <= {cell.col for cell in first_row} or (filled & columns and filled != columns):
        return
    cells = [
        replace(cell, lines=lines_of_both(cell.lines, tuple(taken[place]), words.breaks)) if place in taken else cell
        for place, cell in enumerate(above.cells)
    ]
    blocks[-1 - count] = Table(above.rows, above.cols, tuple(cells), above.place, above.drawn)
    del blocks[len(blocks) - count :]


def _over(table: Table, line: Line, taken: dict[int, list[Line]]) -> int | None:
    """Which cell of the last row of a table stands right over a line, as wide or wider."""
    x0, top, x1 = line.place.x0, line.place.top, line.place.x1
    for place, cell in enumerate(table.cells):
        if cell.row + cell.row_span != table.rows or not cell.lines or None in (cell.place.x0, x0):
            continue
        last = taken[place][-1] if place in taken else cell.lines[-1]
        assert cell.place.x0 is not None and cell.place.x1 is not None and x0 is not None and x1 is not None
        if not cell.place.x0 <= x0 < x1 <= cell.place.x1 or last.place.bottom is None or top is None:
            continue
        near = last.place.page == line.place.page and top - last.place.bottom < _NEAR * line.size
        return place if near else None
    return None
