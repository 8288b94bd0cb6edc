"""Notes at the foot of a page, between the two parts of a table that goes on over the page break."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.grid.tables import goes_on, goes_on_beside, repeats_head
from pledgecards.extract.page import Block, Line, Table

_MARK = re.compile(r"[(\[]?(?:\d{1,2}|[⁰¹²³⁴-⁹]+|[*＊†‡]{1,3}|[①-⑳]|주\s?\d?)\s?[)\].]?\s*[가-힣A-Za-z「『\"'‘“(]|※")
_SMALLER = 0.93
"""A footnote's type is at most this share of that of the table over it."""

_MOST = 6


def notes_below(blocks: Sequence[Block], table: Table) -> int | None:
    """How many lines end `blocks` that are notes at the foot of their page or column, if `table`, which begins the next one, goes on from
    the table above them; None where it does not.

    Notes begin with a sign of one, and are set smaller than the table; in type as large, only a head that `table` repeats tells.
    """
    count = 0
    while count < min(_MOST, len(blocks)) and isinstance(blocks[-1 - count], Line):
        count += 1
    above = blocks[-1 - count] if count < len(blocks) else None
    notes = [block for block in blocks[len(blocks) - count :] if isinstance(block, Line)]
    if not isinstance(above, Table) or (notes and not _MARK.match(notes[0].text)):
        return None
    if any(note.place.page != above.place.page for note in notes):
        return None
    if goes_on_beside(above, table):
        return count
    if above.place.page is None or not goes_on(above, table):
        return None
    if not notes or repeats_head(above, table):
        return count
    type_of_table = max((line.size for cell in above.cells for line in cell.lines), default=0.0)
    return count if all(note.size < _SMALLER * type_of_table for note in notes) else None
