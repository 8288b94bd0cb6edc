"""Labels of choices that stand on the line above their options."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.choices.fields import PrintedChoice, known_of
from pledgecards.extract.choices.forms import choice_over_two_lines, choice_under_label
from pledgecards.extract.choices.labels import label_alone
from pledgecards.extract.choices.options import candidates_of, glyph_pattern
from pledgecards.extract.page import Line
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LONGEST = 20
"""No label has more letters."""


def with_labels_above(pieces: list[Piece], vocabulary: Vocabulary) -> list[Piece]:
    """The pieces with labels that stand alone on their line and the options in the next made one choice; the last of several labels, one below
    the other, is not that of options that follow and are not all known to it."""
    result: list[Piece] = []
    for piece in (_with_first_option(piece, vocabulary) for piece in pieces):
        joined = _under_label(result[-1], piece, vocabulary) if result and result[-1].kind == "line" else None
        if joined is not None and (_knows_all(joined, vocabulary) or not _is_last_of_labels(result, vocabulary)):
            result[-1] = joined
        else:
            result.append(piece)
    return result


def _under_label(above: Piece, piece: Piece, vocabulary: Vocabulary) -> Piece | None:
    """A choice and the line above it as one piece, where that is its label alone."""
    line = above.line
    if line is None:
        return None
    choice = None
    if piece.choice is not None and not piece.choice.label:
        choice = choice_under_label(line, piece.choice, vocabulary)
    if choice is None:
        choice = _of_boxes_only(line, piece, vocabulary)
    if choice is not None:
        return replace(piece, place=above.place, ink=above.ink + piece.ink, choice=choice)
    if piece.kind == "line" and piece.line is not None:
        choice = choice_over_two_lines(line, piece.line, vocabulary)
    return None if choice is None else Piece("choice", above.place, above.ink + piece.ink, choice=choice)


def _with_first_option(piece: Piece, vocabulary: Vocabulary) -> Piece:
    """A choice whose label is but the first of its options: behind a box like theirs, and known to the same field (`□ 완료 ☑ 착수 □ 기반조성`)."""
    line, read = piece.line, piece.choice
    if line is None or read is None or read.match is None:
        return piece
    if fold(read.label) not in vocabulary.options_by_field.get(read.match.key, frozenset()):
        return piece
    if glyph_pattern(vocabulary).match(line.text) is None:
        return piece
    found = candidates_of(line, 0, len(line.text), vocabulary)
    if len(found) != len(read.candidates) + 1 or found[0].text != read.label or not all(one.glyph for one in found):
        return piece
    if label_alone(read.label, vocabulary, rough=False) is not None:
        return piece  # `추진단계` is either
    return replace(piece, choice=replace(read, label="", candidates=tuple(found)))


def _knows_all(joined: Piece, vocabulary: Vocabulary) -> bool:
    choice = joined.choice
    if choice is None or choice.match is None:
        return False
    return known_of(choice.match.key, choice.candidates, vocabulary) == len(choice.candidates)


def _is_last_of_labels(pieces: list[Piece], vocabulary: Vocabulary) -> bool:
    """Whether the last two pieces are a label each, of different choices."""
    lines = [piece.line for piece in pieces[-2:] if piece.kind == "line" and piece.line is not None]
    labels = [label_alone(line.text, vocabulary, rough=False) for line in lines if len(line.text) <= _LONGEST]
    keys = {label.key for label in labels if label is not None}
    return len(labels) == 2 and None not in labels and len(keys) == 2


def _of_boxes_only(above: Line, piece: Piece, vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice of a line in which every option stands behind its box, the first one too, under a label alone on its line (`사업주체` over
    `□ 중구 □ 시 ■ 민간`): that first box is no bullet before a label. None where the words behind it are the label of another choice."""
    line, read = piece.line, piece.choice
    if line is None or read is None or glyph_pattern(vocabulary).match(line.text) is None:
        return None
    choice = choice_over_two_lines(above, line, vocabulary)
    if choice is None or choice.match is None or len(choice.candidates) != len(read.candidates) + 1:
        return None
    first = choice.candidates[0]
    if first.text != read.label or not all(candidate.glyph for candidate in choice.candidates):
        return None
    labels = read.match is not None and read.match.key != "other"
    return None if labels and not known_of(choice.match.key, [first], vocabulary) else choice
