"""Lines over the titles of all cards of a book that name the field of each: they begin the card, and end none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pledgecards.extract.markers import split_marker
from pledgecards.extract.pieces import Piece, size_of
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LEAST = 3
_ALIKE = 0.3
_LONGEST = 30


def with_fields(starts: Sequence[int], pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[int]:
    """Where cards begin on pages: at such lines, where each has one over its title or begins with it. They are set alike, and the same over
    cards that follow each other; what comes again later may end cards (`※ 여건에 따라 바뀔 수 있음`)."""
    for first in (starts[0], starts[0] - 1) if len(starts) >= _LEAST else ():
        if first < 0 or pieces[first].place.page is None or not _may_name(pieces[first], vocabulary):
            continue
        over = [_line_over(start, pieces, size_of(pieces[first]), vocabulary) for start in starts]
        told = [at for at in over if at is not None]
        if len(told) < len(starts):
            continue
        runs = [name for name, _ in groupby(told, key=lambda at: fold(_text(pieces[at])))]
        if len(runs) < len(told) and len(set(runs)) == len(runs):
            return told
    return list(starts)


def _line_over(start: int, pieces: Sequence[Piece], size: float, vocabulary: Vocabulary) -> int | None:
    """The first piece of a card, or the one above it, if that is set in such a size and may name a field."""
    for at in (start, start - 1):
        if at >= 0 and abs(size_of(pieces[at]) - size) <= _ALIKE and _may_name(pieces[at], vocabulary):
            return at
    return None


def _may_name(piece: Piece, vocabulary: Vocabulary) -> bool:
    text = _text(piece)
    return 0 < len(text) <= _LONGEST and split_marker(text, vocabulary).rank is None


def _text(piece: Piece) -> str:
    return piece.line.text if piece.kind == "line" and piece.line is not None else ""
