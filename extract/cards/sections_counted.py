"""Lines that count the sections of a card on (`5. 비고 : 없음` behind `4. 추진실적`), be their names known or not: no head of the next card."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.markers import BRACKET, NUMERAL, split_marker
from pledgecards.extract.numbers import numbered
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.sectioning import section_of
from pledgecards.extract.series import begins_series, next_in_series, same_series
from pledgecards.extract.titles.documents import names_body, names_document
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.extract.titles.numbering import follows, parts_of
from pledgecards.schemas.vocabulary import Vocabulary

_FARTHEST = 120
_HEAD = 4
"""So many lines above its first choice or section a card's number stands at most."""

_ALIKE = 0.3


def counts_on(pieces: Sequence[Piece], low: int, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the numeral of a line is the one behind those of the sections above it, which are set alike, in the card that begins before
    `low`; not where it follows the number of that card, too: then it may be the next one's."""
    line, current = pieces[index].line, _numeral(pieces[index], vocabulary)
    if line is None or current is None:
        return False
    for at in range(index - 1, max(low - 1, index - _FARTHEST, 0) - 1, -1):
        other = pieces[at].line
        if other is None or abs(other.size - line.size) > _ALIKE:
            continue
        above = _numeral(pieces[at], vocabulary)
        if above is None or not same_series(above, current):
            continue
        if not next_in_series(above, current):
            return False
        if section_of(pieces, at, vocabulary) is not None:
            return not _follows_number(line.text, pieces[max(0, low - 1 - _HEAD) : low], vocabulary)
        current = above
    return False


def counts_before(pieces: Sequence[Piece], index: int, anchor: int, vocabulary: Vocabulary) -> bool:
    """Whether a line is a section before the first known one at or behind the anchor, whatever its name: `1. 공약 취지` before `2. 실천계획`,
    set alike."""
    line, numeral = pieces[index].line, _numeral(pieces[index], vocabulary)
    if line is None or numeral is None:
        return False
    current = numeral
    for at in range(index + 1, min(anchor + _FARTHEST, len(pieces))):
        other, below = pieces[at].line, _numeral(pieces[at], vocabulary)
        if other is None or below is None or not same_series(current, below):
            continue
        if not next_in_series(current, below) or abs(line.size - other.size) > _ALIKE:
            return False
        if at >= anchor:
            # The number of a card, too, may be the one before that of a section further down; a `1.` below its title is none.
            first = begins_series(numeral) and _is_below_title(pieces, index, vocabulary)
            if at == anchor or not first or section_of(pieces, at, vocabulary) is not None:
                return at == anchor or first
        current = below
    return False


def marked_like_sections(pieces: Sequence[Piece], index: int, anchor: int, vocabulary: Vocabulary) -> bool:
    """Whether a line below the title is a section before the first known one, whatever its name: the next known one at or behind the anchor
    has the same marker and is set alike (`■ 투입재원` and `■ 추진실적`)."""
    line, marker = pieces[index].line, _bullet(pieces[index], vocabulary)
    if line is None or marker is None or not _is_below_title(pieces, index, vocabulary):
        return False
    for at in range(max(anchor, index + 1), min(anchor + _FARTHEST, len(pieces))):
        other = pieces[at].line
        if other is not None and section_of(pieces, at, vocabulary) is not None:
            return _bullet(pieces[at], vocabulary) == marker and abs(line.size - other.size) <= _ALIKE
    return False


def _bullet(piece: Piece, vocabulary: Vocabulary) -> str | None:
    """The bullet with which a line begins, no numeral."""
    marked = split_marker(piece.line.text, vocabulary) if piece.line is not None else None
    return marked.marker or None if marked is not None and marked.rank not in (NUMERAL, BRACKET) else None


def _numeral(piece: Piece, vocabulary: Vocabulary) -> str | None:
    """The numeral with which a line begins; None where it begins with none, or the piece is no line."""
    marked = split_marker(piece.line.text, vocabulary) if piece.line is not None else None
    return marked.marker if marked is not None and marked.rank == NUMERAL else None


def _is_below_title(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> bool:
    """Whether one of the lines right above may be the title of a card, and says neither whose it is nor what kind of document."""
    lines = [
        piece.line.text
        for piece in pieces[max(0, index - _HEAD) : index]
        if piece.line and is_title_line(piece, vocabulary)
    ]
    return any(not names_body(text) and not names_document(text, vocabulary) for text in lines)


def body_start(pieces: Sequence[Piece], start: int, anchor: int, vocabulary: Vocabulary) -> int:
    """Where the head of a card ends that begins at `start`: at its first choice or known section, or at a section that is counted before."""
    counted = (at for at in range(start + 1, anchor) if counts_before(pieces, at, anchor, vocabulary))
    return next(counted, anchor)


def _follows_number(text: str, head: Sequence[Piece], vocabulary: Vocabulary) -> bool:
    """Whether a line's number follows the last one above the first choice or section of the card before."""
    own = numbered(text, vocabulary)
    before = [numbered(piece.line.text, vocabulary) for piece in head if piece.line is not None]
    last = next((one for one in reversed(before) if one is not None), None)
    return own is not None and last is not None and follows(parts_of(own.number), parts_of(last.number))
