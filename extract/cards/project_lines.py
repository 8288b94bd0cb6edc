"""Lines with which the projects of a card may begin: how they are set, and what counts them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.cards.number_lines import number_of
from pledgecards.extract.items.numbered_projects import numbers_project
from pledgecards.extract.markers import NUMERAL, split_marker
from pledgecards.extract.numbers import Numbered, numbered
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.extract.titles.numbering import Parts, follows, parts_of
from pledgecards.schemas.notation import LETTERS
from pledgecards.schemas.vocabulary import Vocabulary, fold

_PLEDGE = "공약"
_FIGURE = re.compile(r"[\d①-⑳❶-❿⓵-⓾➀-➓Ⅰ-ⅫIVX]")

_Look = tuple[str, float, bool, str]
"""How a piece is set: its kind, its size, whether a number stands in it, the word or sign before that."""


def in_row(pieces: Sequence[Piece], projects: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether lines are set alike, have names, and are counted from the first to the last."""
    first = pieces[projects[0]]
    numbers = [parts_in(pieces[projects[0]], vocabulary)]
    if numbers[0][-1:] != (1,) or not is_title_line(first, vocabulary):
        return False
    numbers += [parts_in(pieces[at], vocabulary) for at in projects[1:]]
    looks = {look_of(pieces[at], vocabulary) for at in projects}
    return len(looks) == 1 and all(follows(after, before) for before, after in pairwise(numbers))


def number_in(piece: Piece, vocabulary: Vocabulary) -> Numbered | None:
    """The number with which a line begins; none where it begins with none, or is no line by itself."""
    return number_of(piece, vocabulary) if piece.kind == "line" else None


def parts_in(piece: Piece, vocabulary: Vocabulary) -> Parts:
    """The number with which a line counts what its name stands beside; none where it has none."""
    found = number_in(piece, vocabulary)
    if found is not None:
        return parts_of(found.number) if found.title else ()
    if piece.line is None:
        return ()
    if numbers_project(piece.line.text, vocabulary):
        return parts_of(piece.line.text)[:1]
    marked = split_marker(piece.line.text, vocabulary)
    letter = (marked.marker or "").strip("().（）．") if marked.rank == NUMERAL else ""
    return (LETTERS.index(letter) + 1,) if len(letter) == 1 and letter in LETTERS else ()


def counts_no_pledge(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line begins with a word for projects that stands before no pledge's number, and a number (`세부사업 1. …`)."""
    found = number_in(piece, vocabulary)
    words = piece.line is not None and numbers_project(piece.line.text, vocabulary)
    return words and (found is None or not found.named)


def counts_parts_of_card(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line begins with a word for projects and a number, and the word is not one for pledges themselves."""
    text = piece.line.text if piece.line is not None else ""
    return numbers_project(text, vocabulary) and _PLEDGE not in (_FIGURE.split(text, maxsplit=1)[0])


def look_of(piece: Piece, vocabulary: Vocabulary) -> _Look:
    """How a piece is set."""
    line = piece.line
    if line is None:
        return piece.kind, 0.0, False, ""
    found = numbered(line.text, vocabulary)
    number = _FIGURE.search(line.text) if found is not None or numbers_project(line.text, vocabulary) else None
    before = "" if number is None else fold(line.text[: number.start()])
    return piece.kind, round(line.size, 1), bool(parts_in(piece, vocabulary)), before
