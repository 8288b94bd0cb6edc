"""Lines that count the sections of a card on (`5. 비고 : 없음` behind `4. 추진실적`), be their names known or not: no head of the next card."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.markers import NUMERAL, split_marker
from pledgecards.extract.numbers import numbered
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.sectioning import section_of
from pledgecards.extract.series import next_in_series, same_series
from pledgecards.extract.titles.numbering import follows, parts_of
from pledgecards.schemas.vocabulary import Vocabulary

_FARTHEST = 120
_HEAD = 4
"""So many lines above its first choice or section a card's number stands at most."""

_ALIKE = 0.3


def counts_on(pieces: Sequence[Piece], low: int, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the numeral of a line is the one behind those of the sections above it, which are set alike, in the card that begins before
    `low`; not where it follows the number of that card, too: then it may be the next one's."""
    line = pieces[index].line
    marked = split_marker(line.text, vocabulary) if line is not None else None
    if line is None or marked is None or marked.rank != NUMERAL or marked.marker is None:
        return False
    current = marked.marker
    for at in range(index - 1, max(low - 1, index - _FARTHEST, 0) - 1, -1):
        other = pieces[at].line
        if other is None or abs(other.size - line.size) > _ALIKE:
            continue
        above = split_marker(other.text, vocabulary)
        if above.rank != NUMERAL or not same_series(above.marker, current):
            continue
        if above.marker is None or not next_in_series(above.marker, current):
            return False
        if section_of(pieces, at, vocabulary) is not None:
            return not _follows_number(line.text, pieces[max(0, low - 1 - _HEAD) : low], vocabulary)
        current = above.marker
    return False


def _follows_number(text: str, head: Sequence[Piece], vocabulary: Vocabulary) -> bool:
    """Whether a line's number follows the last one above the first choice or section of the card before."""
    own = numbered(text, vocabulary)
    before = [numbered(piece.line.text, vocabulary) for piece in head if piece.line is not None]
    last = next((one for one in reversed(before) if one is not None), None)
    return own is not None and last is not None and follows(parts_of(own.number), parts_of(last.number))
