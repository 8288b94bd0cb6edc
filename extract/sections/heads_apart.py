"""Heads of the columns of a table that a copy left each on a line: the second one may be called as a section is (`분기` over `추진내용`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.headings import date_heads
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold

_AXES = ("year", "quarter", "number")


def heads_below_heads(
    pieces: Sequence[Piece], headings: Sequence[Match | None], vocabulary: Vocabulary
) -> Iterator[int]:
    """The indexes of lines of a text that have a section's name, but stand right under the lone head of a column of years, quarters, dates or
    numbers, so that they head the next column."""
    for index, heading in enumerate(headings):
        line, above = pieces[index].line, pieces[index - 1].line if index else None
        if heading is None or line is None or above is None or line.place.page is not None:
            continue
        plain = vocabulary.sections.match(line.text, rough=False) is not None  # without a marker or a unit
        below_line = headings[index - 1] is None and pieces[index - 1].kind == "line"
        if plain and below_line and _heads_axis(above.text, vocabulary):
            yield index


def _heads_axis(text: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heads.match(text, rough=False)
    if match is not None and match.key in _AXES:
        return True
    return fold(text) in date_heads(vocabulary)
