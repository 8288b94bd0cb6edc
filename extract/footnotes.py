"""Notes at the foot of a page, between the two parts of a table that goes on over the page break."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.grid.tables import goes_on, repeats_head
from pledgecards.extract.page import Block, Line, Table

_MARK = re.compile(r"[(\[]?(?:\d{1,2}|[⁰¹²³⁴-⁹]+|[*＊†‡]{1,3}|[①-⑳]|주\s?\d?)\s?[)\].]?\s*[가-힣A-Za-z「『\"'‘“(]|※")
_SMALLER = 0.93
"""A footnote's type is at most this share of that of the table over it."""

_MOST = 6


def notes_below(blocks: Sequence[Block], table: Table) -> int:
    """How many lines end `blocks` that are notes at the foot of their page, if `table`, which begins the next page, goes on from the table
    above them; 0 where it does not.

    Notes begin with a sign of one, and are set smaller than the table; in type as large, only a head that `table` repeats tells.
    """
    count = 0
    while count < min(_MOST, len(blocks)) and isinstance(blocks[-1 - count], Line):
        count += 1
    above = blocks[-1 - count] if 0 < count < len(blocks) else None
    notes = [block for block in blocks[len(blocks) - count :] if isinstance(block, Line)]
    if not isinstance(above, Table) or not goes_on(above, table) or not _MARK.match(notes[0].text):
        return 0
    if any(note.place.page != above.place.page or note.place.page is None for note in notes):
        return 0
    if repeats_head(above, table):
        return count
    type_of_table = max((line.size for cell in above.cells for line in cell.lines), default=0.0)
    return count if all(note.size < _SMALLER * type_of_table for note in notes) else 0
