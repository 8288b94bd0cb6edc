"""Lines that begin with the number of a pledge, or hold nothing else."""

from __future__ import annotations

from pledgecards.extract.numbers import Numbered, numbered
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary


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
