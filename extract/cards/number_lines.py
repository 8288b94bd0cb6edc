"""Lines that begin with the number of a pledge, or hold nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.markers import DASH, DOT, ITEM, SECTION, split_marker
from pledgecards.extract.numbers import Numbered, numbered
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.labelled import labelled
from pledgecards.schemas.vocabulary import Vocabulary

_BULLETS = (SECTION, ITEM, DASH, DOT)
_LARGER = 1.0


def number_of(piece: Piece, vocabulary: Vocabulary) -> Numbered | None:
    """The number with which a line begins, and what stands behind it; None where it begins with none, or is no line."""
    return numbered(piece.line.text, vocabulary) if piece.line is not None else None


def named_number(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line begins with a number that says it is a pledge's (`공약 3. 제목`)."""
    if piece.line is None or not piece.line.text[:1].isalpha():
        return False
    found = numbered(piece.line.text, vocabulary)
    return found is not None and found.sure


def is_number_alone(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but a number that says it is a pledge's (`공약번호 : 14`)."""
    found = number_of(piece, vocabulary)
    return found is not None and found.named and not found.title


def sure_number(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line begins with a number that is one for sure, holds nothing else, or is in a row of heads."""
    if piece.kind != "line" or piece.line is None:
        return False
    if piece.in_row:
        return True
    found = numbered(piece.line.text, vocabulary)
    return found is not None and (found.sure or not found.title)


def ends_card_before(pieces: Sequence[Piece], index: int, title: int, vocabulary: Vocabulary) -> bool:
    """Whether a line above a title is of the card before: a bullet, where the title has none, and has its number or its label, or is set larger
    (`○ 안내판 정비` over `공약명: 골목 공원 조성`). A bullet over a line set like it may begin a title of two lines."""
    line, below = pieces[index].line, pieces[title].line
    if line is None or below is None or line.text[:1].isalnum():
        return False  # most lines
    marked, own = (split_marker(one.text, vocabulary) for one in (line, below))
    if marked.rank not in _BULLETS or own.rank in _BULLETS or labelled(line.text, vocabulary) is not None:
        return False
    told = sure_number(pieces[title], vocabulary) or labelled(below.text, vocabulary) is not None
    return told or below.size > line.size + _LARGER
