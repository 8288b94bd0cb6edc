"""What stands in a card's head and is none of its number or title: fields that another one gave, the caption of the table below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.captions import is_caption
from pledgecards.extract.items.outline import BETWEEN_CELLS
from pledgecards.extract.pieces import Piece


def with_label(piece: Piece) -> Piece:
    """Such a field's value behind its label (`관리번호 | 70`), for alone it says nothing; any other piece as it is."""
    if piece.kind not in ("number", "title") or piece.line is None or piece.match is None:
        return piece
    text = f"{piece.match.spelling}{BETWEEN_CELLS}{piece.line.text}"
    place = piece.label.union(piece.place) if piece.label is not None else piece.place
    return replace(piece, place=place, line=replace(piece.line, text=text, place=place, runs=(), marks=()))


def caption_to_body(rest: Sequence[Piece], body: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of the head and of the body, the unit note that ends the head put before the table with which the body begins."""
    last = rest[-1].line if rest else None
    if body and body[0].table is not None and last is not None and is_caption(last.text):
        return list(rest[:-1]), [rest[-1], *body]
    return list(rest), list(body)
