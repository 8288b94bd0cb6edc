"""Pages that hold only a few title lines: dividers between the fields of a book, and the covers of its cards."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.cards.form_heads import NAMES
from pledgecards.extract.cards.one_card import in_charge, is_own_title, is_sure
from pledgecards.extract.pieces import Piece, size_of
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.schemas.vocabulary import Vocabulary

_MOST_ON_DIVIDER = 4
_LARGER = 1.0
_PART_OF_BOOK = re.compile(
    r"(?:제\s?)?(?:\d{1,2}|[Ⅰ-Ⅻ]|[IVX]{1,4})\s?[부편장권]?|(?:PART|CHAPTER)\s?\d{1,2}", re.IGNORECASE
)
"""The number of a part of a book, alone on its line (`제2부`, `Ⅲ`, `01`)."""


def on_covers(
    pieces: Sequence[Piece], starts: Sequence[int], anchors: Sequence[int], vocabulary: Vocabulary
) -> list[int]:
    """Where cards begin whose titles all stand on pages of their own before their first choice or section; `starts` where not all do. That of
    the only card has a number or a label: it may be a book's."""
    covers = [_on_cover(pieces, start, at, vocabulary) for start, at in zip(starts, anchors, strict=True)]
    told = [cover for cover in covers if cover is not None]
    alone = len(starts) == 1 and not any(
        is_sure(piece, vocabulary) for piece in pieces[min(told, default=0) : starts[0]]
    )
    return list(starts) if alone or len(told) < len(starts) else told


def _on_cover(pieces: Sequence[Piece], start: int, anchor: int, vocabulary: Vocabulary) -> int | None:
    """Where a page begins that holds the title of the card which begins on the next one that shows anything, without one there but with who is in
    charge at most; None where none does."""
    page = pieces[anchor].place.page
    if pieces[start].place.page != page:
        return start
    top = anchor
    while top and pieces[top - 1].place.page == page and in_charge(pieces[top - 1], vocabulary):
        top -= 1
    if top > start or pieces[anchor].kind in NAMES or (top and pieces[top - 1].place.page == page):
        return None
    cover = divider_page(pieces, -1, top, vocabulary)
    return cover if any(is_own_title(piece, vocabulary) for piece in pieces[cover:top]) else None


def divider_page(pieces: Sequence[Piece], low: int, end: int, vocabulary: Vocabulary) -> int:
    """Where the page begins that ends at `end` and holds only a few title lines; `end` where none does that begins behind `low`."""
    if end <= 0 or (page := pieces[end - 1].place.page) is None:
        return end
    first = end - 1
    while first > low and first and pieces[first - 1].place.page == page:
        first -= 1
    lines = pieces[first:end]
    few = len(lines) <= _MOST_ON_DIVIDER or _lists_part(lines)
    told = first > low and few and all(is_on_divider(piece, vocabulary) for piece in lines)
    return first if told else end


def _lists_part(lines: Sequence[Piece]) -> bool:
    """Whether lines begin with the number of a part of a book and its name, set larger than the titles listed below."""
    number = lines[0].line
    if number is None or number.text.strip().isdigit() or not _PART_OF_BOOK.fullmatch(number.text.strip()):
        return False
    return all(size_of(lines[1]) > size_of(piece) + _LARGER for piece in lines[2:])


def is_on_divider(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a piece may stand on a divider: a title line, or the number of a part of a book."""
    numbers = piece.line is not None and _PART_OF_BOOK.fullmatch(piece.line.text.strip()) is not None
    return numbers or is_title_line(piece, vocabulary)
