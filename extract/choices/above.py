"""Labels of choices that stand on the line above their options."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.choices.fields import PrintedChoice, known_of
from pledgecards.extract.choices.forms import choice_over_two_lines, choice_under_label
from pledgecards.extract.choices.options import glyph_pattern
from pledgecards.extract.page import Line
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
        if above is not None and above.kind == "line" and (choice := _of_boxes_only(above.line, piece, vocabulary)):
            result[-1] = replace(piece, place=above.place, ink=above.ink + piece.ink, choice=choice)
            continue
        if piece.kind == "line" and above is not None and above.kind == "line" and piece.line and above.line:
            choice = choice_over_two_lines(above.line, piece.line, vocabulary)
            if choice is not None:
                result[-1] = Piece("choice", above.place, above.ink + piece.ink, choice=choice)
                continue
        result.append(piece)
    return result


def _of_boxes_only(above: Line | None, piece: Piece, vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice of a line in which every option stands behind its box, the first one too, under a label alone on its line (`사업주체` over
    `□ 중구 □ 시 ■ 민간`): that first box is no bullet before a label. None where the words behind it are the label of another choice."""
    line, read = piece.line, piece.choice
    if above is None or line is None or read is None or glyph_pattern(vocabulary).match(line.text) is None:
        return None
    choice = choice_over_two_lines(above, line, vocabulary)
    if choice is None or choice.match is None or len(choice.candidates) != len(read.candidates) + 1:
        return None
    first = choice.candidates[0]
    if first.text != read.label or not all(candidate.glyph for candidate in choice.candidates):
        return None
    labels = read.match is not None and read.match.key != "other"
    return None if labels and not known_of(choice.match.key, [first], vocabulary) else choice
