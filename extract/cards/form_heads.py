"""The fields of a form that stand over the number or the title of its card (`분야 | 경제 | 담당부서 | 기업과` over `공약명 | 골목 주차장`)."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.pieces import Piece

_MOST = 8
"""So many pieces at most stand over the number or the title: with more, what is above is a card of its own."""

_NAMES = frozenset({"number", "title"})
_FIELDS = frozenset({"heading", "line", "people", "choice"})


def form_top(pieces: Sequence[Piece], index: int) -> int:
    """The first piece of the form whose number or title is at `index`, where nothing but a few short fields stands between the two; `index`
    where more does, or the piece is no form's."""
    form = pieces[index].form
    if pieces[index].kind not in _NAMES or not form:
        return index
    top = index
    while top and pieces[top - 1].beside >= form and index - top <= _MOST:
        top -= 1
        if pieces[top].kind not in _FIELDS or not _is_short(pieces, top):
            return index
    return top if index - top <= _MOST else index


def is_over_name(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece is of a field of a form that stands over the number or the title of its card."""
    field = pieces[index].beside
    if not field or pieces[index].kind not in _FIELDS:
        return False
    for below in range(index + 1, min(index + _MOST + 1, len(pieces))):
        if pieces[below].kind in _NAMES:
            return pieces[below].form <= field and form_top(pieces, below) <= index
        if pieces[below].kind not in _FIELDS or pieces[below].beside < field:
            return False
    return False


def _is_short(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece does not go on what its field says: a section of a card has more than a line."""
    piece, above = pieces[index], pieces[index - 1] if index else None
    return piece.kind != "line" or above is None or above.kind != "line" or above.beside != piece.beside
