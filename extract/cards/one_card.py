"""Whether what was parted into cards are the projects of a single one, each over sections of its own: its head stands over the first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.cards.contents import counts_parts
from pledgecards.extract.cards.numbering import follows, parts_of
from pledgecards.extract.fields import is_field
from pledgecards.extract.numbers import Numbered, numbered
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sectioning import section_of
from pledgecards.extract.titles.documents import names_body, names_document
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LARGER = 1.0
_IN_HEAD = ("contacts", "classification")
"""What stands in the head of a card beside its choices."""

_Look = tuple[str, float, bool, str]
"""How a piece is set: its kind, its size, whether a number stands in it, the word or sign before that."""


def holds_all(pieces: Sequence[Piece], heads: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> bool:
    """Whether what was parted are the projects of one card; heads: where each begins, and its first choice or section.

    The first of them stands below the head of the card, and is set like those with which the others begin: right below its own numbered
    title, which is larger (`공약 3. …` over `1. …`, and `2. …` on a later page), or between its choices, which no other has, and a section.
    """
    if len(heads) < 2:
        return False
    return _under_title(pieces, heads, vocabulary) or _under_choices(pieces, heads, vocabulary)


def _under_title(pieces: Sequence[Piece], heads: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> bool:
    (start, body), *others = heads
    if start + 1 >= body:
        return False
    title, first = pieces[start], pieces[start + 1]
    own, one = _numbered(title, vocabulary), _numbered(first, vocabulary)
    if own is None or one is None or not (own.sure and own.title and one.sure and one.first and one.title):
        return False
    if one.named or own.first or counts_parts(own.number) or len(parts_of(own.number)) != 1:
        return False
    larger = _together(title, first) and _size(title) > _size(first) + _LARGER
    return larger and _in_row(pieces, [start + 1, *(at for at, _ in others)], vocabulary)


def _under_choices(pieces: Sequence[Piece], heads: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> bool:
    (start, _), *others = heads
    end = others[0][0]
    if any(piece.kind in ("choice", "number", "title") for piece in pieces[end:]):
        return False
    if start == end or not _is_own_title(pieces[start], vocabulary):
        return False
    first = _first_under_choices(pieces, start, end, vocabulary)
    if first is None:
        return False
    projects = [first, *(at for at, _ in others)]
    if _size(pieces[start]) > _size(pieces[first]) + _LARGER:
        if all(_numbered(pieces[at], vocabulary) is None for at in projects):
            return len({_look(pieces[at], vocabulary) for at in projects}) == 1
    elif _look(pieces[start], vocabulary) == _look(pieces[first], vocabulary):
        own, second = _parts(pieces[start], vocabulary), _parts(pieces[end], vocabulary)
        if follows(second, own):
            return False  # it may be the next card
    return _in_row(pieces, projects, vocabulary)


def _is_own_title(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a piece is the title of a card, or its number, and names no document, no body and no part of a book."""
    if piece.line is None or not (piece.kind in ("number", "title") or is_title_line(piece, vocabulary)):
        return False
    text = piece.line.text
    found = _numbered(piece, vocabulary)
    if names_document(text, vocabulary) or names_body(text) or (found is not None and counts_parts(found.number)):
        return False
    return not is_field(text if found is None else found.title, vocabulary)


def _first_under_choices(pieces: Sequence[Piece], start: int, end: int, vocabulary: Vocabulary) -> int | None:
    """The title line between a card's choices, and who is in charge below them, and its first section."""
    chosen = False
    for at in range(start + 1, end):
        if pieces[at].kind == "choice":
            chosen = True
            continue
        section = section_of(pieces, at, vocabulary)
        if section is None or section in _IN_HEAD:
            continue
        if at + 1 < end and pieces[at + 1].kind == "choice":
            continue  # the name of the choices
        over = pieces[at - 1]
        return at - 1 if chosen and over.kind == "line" and is_title_line(over, vocabulary) else None
    return None


def _in_row(pieces: Sequence[Piece], projects: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether lines are set alike and are counted from the first to the last."""
    found = [_numbered(pieces[at], vocabulary) for at in projects]
    first = found[0]
    if first is None or not first.title or parts_of(first.number)[-1:] != (1,):
        return False
    numbers = [parts_of(one.number) if one is not None else () for one in found]
    looks = {_look(pieces[at], vocabulary) for at in projects}
    return len(looks) == 1 and all(follows(after, before) for before, after in pairwise(numbers))


def _numbered(piece: Piece, vocabulary: Vocabulary) -> Numbered | None:
    return numbered(piece.line.text, vocabulary) if piece.kind == "line" and piece.line is not None else None


def _parts(piece: Piece, vocabulary: Vocabulary) -> tuple[int, ...]:
    found = _numbered(piece, vocabulary)
    return parts_of(found.number) if found is not None else ()


def _together(one: Piece, other: Piece) -> bool:
    return (one.place.page, one.sheet) == (other.place.page, other.sheet)


def _look(piece: Piece, vocabulary: Vocabulary) -> _Look:
    line = piece.line
    if line is None:
        return piece.kind, 0.0, False, ""
    found = numbered(line.text, vocabulary)
    before = "" if found is None else fold(line.text.partition(found.number)[0])
    return piece.kind, round(line.size, 1), found is not None, before


def _size(piece: Piece) -> float:
    return piece.line.size if piece.line is not None else 0.0
