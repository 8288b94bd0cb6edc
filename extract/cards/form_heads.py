"""The fields of a form that stand over the number or the title of its card (`분야 | 경제 | 담당부서 | 기업과` over `공약명 | 골목 주차장`)."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.numbers import numbered
from pledgecards.extract.people.lines import LABELLED
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.labelled import is_title_label
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.extract.titles.row_labels import row_labels
from pledgecards.schemas.vocabulary import Vocabulary, fold

_MOST = 8
"""So many pieces at most stand over the number or the title: with more, what is above is a card of its own."""

_CHOICES = frozenset({"term", "lead", "novelty", "horizon", "budgeted", "stage"})
NAMES = frozenset({"number", "title"})
"""The kinds of piece that a card's number and its title in a form are."""
_FIELDS = frozenset({"heading", "line", "people", "choice"})


def form_top(pieces: Sequence[Piece], index: int) -> int:
    """The first piece of the form whose number or title is at `index`, where nothing but a few short fields, and the other of the two, stands
    between; `index` where more does, or the piece is no form's."""
    form = pieces[index].form
    if pieces[index].kind not in NAMES or not form:
        return index
    top, named = index, {pieces[index].kind}
    while top and pieces[top - 1].beside >= form and index - top <= _MOST:
        top -= 1
        if pieces[top].kind in NAMES - named:
            named.add(pieces[top].kind)
        elif pieces[top].kind not in _FIELDS or not _is_short(pieces, top):
            return index
    return top if index - top <= _MOST else index


def is_over_name(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece is of a field of a form that stands over the number or the title of its card."""
    field = pieces[index].beside
    if not field or pieces[index].kind not in _FIELDS:
        return False
    for below in range(index + 1, min(index + _MOST + 1, len(pieces))):
        if pieces[below].kind in NAMES:
            return pieces[below].form <= field and form_top(pieces, below) <= index
        if pieces[below].kind not in _FIELDS or pieces[below].beside < field:
            return False
    return False


def in_form_of(pieces: Sequence[Piece], begin: int, index: int) -> bool:
    """Whether the number or the title at `index` stands in one form with those of the card that begins at `begin`, under a label that none of
    them has (`공약번호 | 5 | 분야 | 농생명 | 관리번호 | 41`)."""
    own = pieces[index]
    named = [piece for piece in pieces[begin:index] if own.form and piece.kind in NAMES and piece.form == own.form]
    return bool(named) and all(_label(piece) != _label(own) for piece in named)


def _label(piece: Piece) -> str | None:
    return fold(piece.match.spelling) if piece.match is not None else None


def fields_below_number(pieces: Sequence[Piece], low: int, anchor: int, vocabulary: Vocabulary) -> frozenset[int]:
    """The pieces before an anchor that are unknown labels and their values in rows of a form, below a line with a pledge's number and title
    (`12. 통학로 조성` over `갈래 | 교통안전 분야`): no value there is a title. Lines of a label, a colon and its value are rows as well."""
    if anchor == len(pieces):
        return frozenset()
    if not pieces[anchor - 1].beside:
        return _labelled_lines(pieces, low, anchor, vocabulary)
    named = next((at for at in range(anchor - 1, low - 1, -1) if _names_card(pieces[at], vocabulary)), anchor)
    found = row_labels(pieces[named + 1 : anchor])
    return frozenset(named + 1 + at for at in {*found, *found.values()})


def _labelled_lines(pieces: Sequence[Piece], low: int, anchor: int, vocabulary: Vocabulary) -> frozenset[int]:
    found: list[int] = []
    for at in range(anchor - 1, low - 1, -1):
        line = pieces[at].line
        if line is None or pieces[at].kind != "line":
            break
        if _names_card(pieces[at], vocabulary):
            return frozenset(found)
        label = LABELLED.match(line.text)
        if label is not None and not is_title_label(label[1], vocabulary):
            found.append(at)
        elif is_title_line(pieces[at], vocabulary):
            break
    return frozenset()


def is_under_label(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a line stands in a form's field with the label of a choice (`임기구분 | 내 외`, of options that are not known): it is no title,
    whatever its words."""
    field = pieces[index].beside
    while field and pieces[index].kind == "line" and index and pieces[index - 1].beside == field:
        index -= 1
    match = pieces[index].match
    return bool(field) and pieces[index].kind == "heading" and match is not None and match.key in _CHOICES


def _names_card(piece: Piece, vocabulary: Vocabulary) -> bool:
    if piece.kind != "line" or piece.line is None or piece.beside:
        return False
    found = numbered(piece.line.text, vocabulary)
    return found is not None and found.sure and bool(found.title)


def _is_short(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece does not go on what its field says: a section of a card has more than a line."""
    piece, above = pieces[index], pieces[index - 1] if index else None
    return piece.kind != "line" or above is None or above.kind != "line" or above.beside != piece.beside
