"""Heads of a book's cards that only their row tells: numbers with nothing but a space behind them, or alone over a title, which count up
from card to card, or titles in a type of their own, while the sections between them come again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from pledgecards.extract.cards.contents import counts_parts
from pledgecards.extract.cards.number_lines import number_of, sure_number
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Line
from pledgecards.extract.pieces import Piece, on_one_page
from pledgecards.extract.sections.sectioning import section_of
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.extract.titles.numbering import Parts, follows, parts_of
from pledgecards.extract.titles.wrapped import title_goes_on
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LEAST = 3
"""So few in a row may be the projects of one card."""

_FEWEST_SECTIONS = 2
_LARGER = 0.8
"""Titles are so many points larger than what they stand over."""

_BARE, _ALONE, _TITLE = "bare", "alone", "title"

_Kind = tuple[str, float, bool]
"""What the lines of a row have in common: whether a number with a title, a number alone, or a title; its size; whether it is bold."""


def heads_in_row(pieces: Sequence[Piece], starts: Sequence[int], vocabulary: Vocabulary) -> frozenset[int]:
    """The indices of lines that their row tells for heads of cards; none where no two sections come again within what is parted at
    `starts`, for then no card holds another.

    Heads of a row are set alike, and below each stand two sections at least that stood below the one before. Each number follows the
    one before or begins anew; titles are larger than the headings of those sections. Lines like them that head nothing (entries of a
    list) are none; where one that heads sections is out of the row, nothing is told of the others.
    """
    usual = median_low([piece.line.size for piece in pieces if piece.line is not None] or [0.0])
    lines = [index for index, piece in enumerate(pieces) if piece.kind == "line" and _stands_out(piece.line, usual)]
    if len(lines) < _LEAST or not _come_again(pieces, starts, vocabulary):
        return frozenset()  # nearly all documents
    alike: dict[_Kind, list[int]] = defaultdict(list)
    for index in lines:
        if (kind := _kind(pieces, index, usual, vocabulary)) is not None:
            alike[kind].append(index)
    rows: list[list[int]] = [
        _in_row(pieces, found, kind, vocabulary) for kind, found in alike.items() if len(found) >= _LEAST
    ]
    return frozenset(max(rows, key=len) if rows else ())


def _stands_out(line: Line | None, usual: float) -> bool:
    return line is not None and (_begins_with_figure(line) or line.size > usual + _LARGER)


def _begins_with_figure(line: Line) -> bool:
    return "0" <= line.text[:1] <= "9"


def _come_again(pieces: Sequence[Piece], starts: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether in one of the parts that begin at `starts`, or before the first, two sections come twice."""
    for low, high in pairwise([0, *starts, len(pieces)]):
        seen = Counter(section_of(pieces, at, vocabulary) for at in range(low, high))
        if sum(times > 1 for section, times in seen.items() if section is not None) >= _FEWEST_SECTIONS:
            return True
    return False


def _kind(pieces: Sequence[Piece], index: int, usual: float, vocabulary: Vocabulary) -> _Kind | None:
    """What a line that stands out has in common with others of its row; None where it is none that heads a card, or a divider."""
    piece, line = pieces[index], pieces[index].line
    if line is None or not is_title_line(piece, vocabulary) or _alone_on_page(pieces, index):
        return None
    found = numbered(line.text, vocabulary) if _begins_with_figure(line) else None
    if found is not None and not found.title:
        over = index + 1 < len(pieces) and _is_title_below(pieces[index + 1], piece, vocabulary)
        return (_ALONE, round(line.size, 1), line.bold) if over else None
    if found is not None and not found.sure:
        return _BARE, round(line.size, 1), line.bold
    return (_TITLE, round(line.size, 1), line.bold) if line.size > usual + _LARGER else None


def _alone_on_page(pieces: Sequence[Piece], index: int) -> bool:
    page = pieces[index].place.page
    return page is not None and all(
        not 0 <= at < len(pieces) or pieces[at].place.page != page for at in (index - 1, index + 1)
    )


def _is_title_below(below: Piece, number: Piece, vocabulary: Vocabulary) -> bool:
    same = below.beside == number.beside and on_one_page(below, number)
    text = below.line.text if below.line is not None else ""
    return same and is_title_line(below, vocabulary) and numbered(text, vocabulary) is None


def _in_row(pieces: Sequence[Piece], found: Sequence[int], kind: _Kind, vocabulary: Vocabulary) -> list[int]:
    """Those of the lines that head the cards of a book; none if they are not a row throughout."""
    if kind[0] == _TITLE:
        found = [at for at in found if not (at - 1 in found and _goes_on(pieces[at - 1], pieces[at]))]
    cards = [_card(pieces, head, end, vocabulary) for head, end in pairwise([*found, len(pieces)])]
    cards = [card for card in cards if len(card.sections) >= _FEWEST_SECTIONS]
    if len(cards) < _LEAST or any(card.several for card in cards) or _is_within_card(pieces, cards[0].head, vocabulary):
        return []
    if any(len(one.sections & other.sections) < _FEWEST_SECTIONS for one, other in pairwise(cards)):
        return []
    if kind[0] == _TITLE:
        larger = kind[1] > max(card.size for card in cards) + _LARGER
        return [card.head for card in cards] if larger else []
    numbers = [_parts(pieces[card.head], vocabulary) for card in cards]
    in_row = [follows(after, before) for before, after in pairwise(numbers)]
    anew = [after[-1:] == (1,) and after != before for before, after in pairwise(numbers)]
    whole = any(in_row) and all(one or other for one, other in zip(in_row, anew, strict=True))
    return [card.head for card in cards] if whole else []


def _goes_on(above: Piece, below: Piece) -> bool:
    return above.line is not None and below.line is not None and title_goes_on(above.line, below.line)


def _parts(piece: Piece, vocabulary: Vocabulary) -> Parts:
    found = number_of(piece, vocabulary)
    return parts_of(found.number) if found is not None else ()


@dataclass(frozen=True, slots=True)
class _Card:
    """What may be a card: where its head stands, its sections (its choices as one), the largest type of their headings, and whether the first
    of them comes again, as in the cards of a field."""

    head: int
    sections: frozenset[str]
    size: float
    several: bool


def _card(pieces: Sequence[Piece], head: int, end: int, vocabulary: Vocabulary) -> _Card:
    sections: set[str] = set()
    headings: list[str] = []
    size = 0.0
    for at in range(head + 1, end):
        piece = pieces[at]
        section = "choices" if piece.kind == "choice" else section_of(pieces, at, vocabulary)
        if section is None or section == "other":
            continue
        sections.add(section)
        if piece.line is not None and section != "choices":
            headings.append(fold(piece.line.text))
            size = max(size, piece.line.size)
    return _Card(head, frozenset(sections), size, headings.count(headings[0]) > 1 if headings else False)


def _is_within_card(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a title stands above on the page that is set larger or has a number of its own, and names no part of a book: the lines are
    projects of its card."""
    line = pieces[index].line
    for at in range(index - 1, -1, -1):
        piece = pieces[at]
        if not on_one_page(piece, pieces[index]):
            return False
        if piece.kind in ("number", "title", "choice") or section_of(pieces, at, vocabulary) is not None:
            return True
        if not is_title_line(piece, vocabulary) or piece.line is None or line is None:
            continue
        found = numbered(piece.line.text, vocabulary)
        if found is not None and counts_parts(found.number):
            continue
        if piece.line.size > line.size + _LARGER or sure_number(piece, vocabulary):
            return True
    return False
