"""Fields of a form's head with a number or a title that another field gave."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.outline import BETWEEN_CELLS
from pledgecards.extract.pieces import Piece


def with_label(piece: Piece) -> Piece:
    """Such a field's value behind its label (`관리번호 | 70`), for alone it says nothing; any other piece as it is."""
    if piece.kind not in ("number", "title") or piece.line is None or piece.match is None:
        return piece
    text = f"{piece.match.spelling}{BETWEEN_CELLS}{piece.line.text}"
    return replace(piece, line=replace(piece.line, text=text, runs=(), marks=()))
