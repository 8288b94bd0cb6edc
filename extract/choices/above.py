"""Labels of choices that stand on the line above their options."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.choices.forms import choice_over_two_lines, choice_under_label
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary


def with_labels_above(pieces: list[Piece], vocabulary: Vocabulary) -> list[Piece]:
    """The pieces with labels that stand alone on their line and the options in the next made one choice."""
    result: list[Piece] = []
    for piece in pieces:
        above = result[-1] if result else None
        if piece.choice is not None and not piece.choice.label and above is not None and above.line is not None:
            named = choice_under_label(above.line, piece.choice, vocabulary) if above.kind == "line" else None
            if named is not None:
                result[-1] = replace(piece, place=above.place, ink=above.ink + piece.ink, choice=named)
                continue
        if piece.kind == "line" and above is not None and above.kind == "line" and piece.line and above.line:
            choice = choice_over_two_lines(above.line, piece.line, vocabulary)
            if choice is not None:
                result[-1] = Piece("choice", above.place, above.ink + piece.ink, choice=choice)
                continue
        result.append(piece)
    return result
