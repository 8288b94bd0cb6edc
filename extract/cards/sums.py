"""Tables of a book that sum its cards up by fields or offices (`분야 | 공약수 | 계 | 국비`), and what stands under a heading that says so."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.captions import is_caption
from pledgecards.extract.cards.contents import heads_contents
from pledgecards.extract.fields import is_field
from pledgecards.extract.page import Block, Line, Table
from pledgecards.extract.people.lines import is_office
from pledgecards.extract.pieces import Piece, on_one_page
from pledgecards.extract.titles.documents import names_sum
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LEAST = 2
_MOST_ABOVE = 3
_FARTHEST = 12


def sum_begins(blocks: Sequence[Block], index: int, vocabulary: Vocabulary) -> int | None:
    """Where what belongs to such a table begins, the table being blocks[index]: at its heading and note, or at itself; None if it is none.

    A card may tell its own money by fields: only a column that counts pledges, or a heading that says so, makes the table one of a book.
    """
    table = blocks[index]
    if isinstance(table, Line) or not _by_parts(table, vocabulary):
        return None
    first = index
    headed = False
    while not headed and first and index - first < _MOST_ABOVE and isinstance(line := blocks[first - 1], Line):
        headed = names_sum(line.text, vocabulary)
        if not headed and not is_caption(line.text):
            break
        first -= 1
    return first if headed or _counts_pledges(table, vocabulary) else None


def under_sum(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a heading over a table is of a sum of all pledges: it names one (`분야별 공약사업 현황`), or its table counts them, or it stands
    under one that does (`공약사업 총괄현황`), on its page and with no title between the two."""
    below = next((p for p in pieces[index + 1 : index + 3] if p.line is None or not is_caption(p.line.text)), None)
    if below is None or below.table is None:
        return False
    if _by_parts(below.table, vocabulary) and _counts_pledges(below.table, vocabulary):
        return True
    for at in range(index, max(-1, index - _FARTHEST), -1):
        piece = pieces[at]
        if not on_one_page(piece, pieces[index]):
            return False
        if piece.line is None:
            continue
        if names_sum(piece.line.text, vocabulary) or heads_contents(piece.line.text, vocabulary):
            return True
        if at < index and is_title_line(piece, vocabulary):
            return False
    return False


def _by_parts(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether the rows below the first are fields or offices, and totals."""
    names = [cell.text for cell in table.cells if cell.col == 0 and cell.row > 0 and cell.text]
    parts = [name for name in names if is_field(name, vocabulary) or is_office(name)]
    return len(parts) >= _LEAST and all(name in parts or _is_total(name, vocabulary) for name in names)


def _is_total(name: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heads.match(name, rough=False)
    return match is not None and match.key == "total"


def _counts_pledges(table: Table, vocabulary: Vocabulary) -> bool:
    counts, _, _ = vocabulary.sums_of_books
    return any(fold(cell.text) in counts for cell in table.cells if cell.row == 0)
