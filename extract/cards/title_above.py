"""The title above a card's first choice or section: how far up its lines, its number's line and what stands between reach."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from pledgecards.extract.cards.form_heads import fields_below_number, is_under_label
from pledgecards.extract.cards.listed import listed_cards
from pledgecards.extract.cards.number_lines import ends_card_before, is_number_alone, number_of, sure_number
from pledgecards.extract.cards.sections_counted import counts_before, counts_on, marked_like_sections
from pledgecards.extract.grid.roles.role import table_role
from pledgecards.extract.numbers import number_words
from pledgecards.extract.page import Table
from pledgecards.extract.pieces import Piece, size_of
from pledgecards.extract.sections.sectioning import ends_in_people
from pledgecards.extract.titles.documents import names_body
from pledgecards.extract.titles.labelled import labelled
from pledgecards.extract.titles.lines import is_title_line, stands_beside_title
from pledgecards.extract.titles.other_rows import is_other_row, is_row_of_fields
from pledgecards.extract.titles.remarks import fields_around, is_no_title, number_within
from pledgecards.schemas.notation import BULLET_LETTERS, COLONS
from pledgecards.schemas.vocabulary import Vocabulary, fold

_FARTHEST = 16
_LARGE, _MUCH_LARGER = 13.0, 3.0
"""Type of so many points, and so many more than that of the table below it, is a title's."""

_MOST_BETWEEN = 3
_TELEPHONE_LAST = re.compile(r"\d{3,4}-\d{4}$")
_FIGURES = re.compile(r"^[\d.,]+[^\W\d]{0,4}[%％]?(?:\t[\d.,]+[^\W\d]{0,4}[%％]?)+$")
# `사업기간: 2018. 7. ~ 2022. 6.`
_LABELLED = re.compile(rf"^(?![{BULLET_LETTERS}]\s)[^\W\d_][^{COLONS}\t]{{1,11}}[{COLONS}\t]\s*\S")


def title_above(pieces: Sequence[Piece], low: int, anchor: int, vocabulary: Vocabulary) -> int:
    """Where the number's line stands, or the first of the title lines right above the anchor; the anchor itself where there is neither.

    low: where it may stand at the earliest.
    """
    farthest = max(low, anchor - _FARTHEST)
    page, sheet = pieces[anchor].place.page, pieces[anchor].sheet
    climb = _Climb(pieces, low, anchor, fields_below_number(pieces, farthest, anchor, vocabulary), vocabulary)
    for index in range(anchor - 1, farthest - 1, -1):
        if pieces[index].place.page != page or pieces[index].sheet != sheet or not climb.passes(index):
            break
    return climb.top()


class _Climb:
    """Goes up from the anchor, piece by piece, and knows where the head begins so far, which line holds its number, and what stands between
    the anchor and the title."""

    def __init__(
        self, pieces: Sequence[Piece], low: int, anchor: int, fields: Container[int], vocabulary: Vocabulary
    ) -> None:
        self._pieces, self._low, self._anchor, self._fields, self._vocabulary = pieces, low, anchor, fields, vocabulary
        self._page = pieces[anchor].place.page
        self._start = anchor
        self._number: int | None = None
        self._between: list[Piece] = []
        self._below_people = False

    def passes(self, index: int) -> bool:
        """Takes note of the next piece above; False where the head begins below it."""
        pieces, piece, vocabulary = self._pieces, self._pieces[index], self._vocabulary
        untitled = self._start == self._anchor
        if index in self._fields or is_under_label(pieces, index):
            self._between.append(piece)
            return True
        if untitled and piece.kind == "line" and piece.line is not None and names_body(piece.line.text):
            self._between.append(piece)
            return True
        if untitled and counts_before(pieces, index, self._anchor, vocabulary):
            return True
        if untitled and marked_like_sections(pieces, index, self._anchor, vocabulary):
            return True
        return self._takes_title(index) if is_title_line(piece, vocabulary) else self._passes_other(index)

    def _passes_other(self, index: int) -> bool:
        """Whether what is no title line stands within the head, between the anchor and the title or beside the title."""
        piece, low, vocabulary = self._pieces[index], self._low, self._vocabulary
        titled = self._start < self._anchor
        if self._number == index + 1 and _labels_number(piece, self._page, vocabulary):
            return True  # `번호` over `5`, and the title above both
        if (
            titled
            and (not low or is_number_alone(self._pieces[index - 1], vocabulary))
            and piece.line is not None
            and stands_beside_title(piece.line.text, vocabulary)
        ):
            self._below_people = True  # who is in charge may stand between the title and the name of the first project
            return True
        if titled or (low and self._pieces[self._anchor].kind in ("number", "title")):
            return False
        self._between.append(piece)
        return True

    def _takes_title(self, index: int) -> bool:
        """Whether a title line is of this head; the number's line is the one nearest to the anchor that surely has one."""
        pieces, piece, low, vocabulary = self._pieces, self._pieces[index], self._low, self._vocabulary
        titled = self._start < self._anchor
        if low and (ends_in_people(pieces, index, vocabulary) or counts_on(pieces, low, index, vocabulary)):
            return False
        if low and titled and ends_card_before(pieces, index, self._start, vocabulary):
            return False
        if not titled and not all(_below_title(piece, other, low == 0, vocabulary) for other in self._between):
            self._between.append(piece)  # the body's name, a day: the title may stand above it
            return True
        larger = size_of(piece) > size_of(pieces[self._start]) + 1
        if self._below_people and not larger and not _is_number(piece, vocabulary):
            return False
        self._start = index
        if self._number is None and sure_number(piece, vocabulary):
            self._number = index
        elif (
            self._number is not None
            and (self._page is None or self._number == index + 1)
            and piece.line is not None
            and labelled(piece.line.text, vocabulary) is not None
        ):
            self._number = index  # `제목: …` over `번호: 2`
        return True

    def top(self) -> int:
        """Where the head begins, once nothing more is passed."""
        pieces, start, number, page, vocabulary = self._pieces, self._start, self._number, self._page, self._vocabulary
        if number is None and start < self._anchor:
            start = over_fields(pieces, self._low, start, vocabulary)
        if number is None or page is not None and (start == 0 or pieces[start - 1].place.page != page):
            return start
        labelled_above = number > self._low and _labels_number(pieces[number - 1], page, vocabulary)
        top = number - labelled_above  # `공약번호` over `31`
        if page is None and not self._low and start < top and not _has_title(pieces[number : self._anchor], vocabulary):
            return top - 1  # the first card's title stands above its number
        return top


def over_fields(pieces: Sequence[Piece], low: int, start: int, vocabulary: Vocabulary) -> int:
    """Where a pledge's number stands alone above a title, who is in charge between the two, or, over a title under its label, other
    fields (`공약번호 : 14`, `사업기간 : …`, `공약명 : …`); `start` where none does."""
    title = pieces[start].line
    fields = title is not None and labelled(title.text, vocabulary) is not None
    for index in range(start - 1, max(low, start - _MOST_BETWEEN) - 1, -1):
        line = pieces[index].line
        if pieces[index].kind != "line" or line is None or pieces[index].place.page != pieces[start].place.page:
            break
        if is_number_alone(pieces[index], vocabulary):
            return index
        if not (fields and _LABELLED.match(line.text)) and not stands_beside_title(line.text, vocabulary):
            break
    return start


def _is_number(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but a number, with the word that says it is a pledge's or not."""
    found = number_of(piece, vocabulary)
    return found is not None and not found.title


def _has_title(pieces: Sequence[Piece], vocabulary: Vocabulary) -> bool:
    """Whether the line of a number, or one below it, has a title."""
    found = number_of(pieces[0], vocabulary)
    beside = found is not None and bool(found.title) and not is_no_title(found.title, vocabulary)
    if (
        beside
        and found is not None
        and not (around := fields_around(found.title, vocabulary))[0]
        and len(around[1]) > 1
    ):
        beside = False  # `공약 12 · 문화 분야 · 체육과`
    return beside or any(is_title_line(piece, vocabulary) for piece in pieces[1:])


def _labels_number(piece: Piece, page: int | None, vocabulary: Vocabulary) -> bool:
    there = piece.kind == "line" and piece.place.page == page
    return there and piece.line is not None and fold(piece.line.text) in number_words(vocabulary)


def _below_title(title: Piece, piece: Piece, first: bool, vocabulary: Vocabulary) -> bool:
    """Whether a piece may stand between a card's title and its body: other text where the title has a number or is set larger;
    people in charge, labels with their values, a day that figures are of in the first card always, in a later one (they may end the card
    before) so too. A row of a table without its cells may always."""
    assert title.line is not None
    outstanding = (
        sure_number(title, vocabulary)
        or labelled(title.line.text, vocabulary) is not None
        or number_within(title.line.text, vocabulary)[0] is not None
    )
    if piece.table is not None:
        if listed_cards(piece.table, vocabulary) and not (
            first and sure_number(title, vocabulary) and _lists_parts(piece.table)
        ):
            return False
        if first and sure_number(title, vocabulary):
            return True
        if first and title.line.size >= _LARGE and title.line.size > _size(piece.table) + _MUCH_LARGER:
            return True
        people = piece.kind == "people" or table_role(piece.table, None, vocabulary)[0] == "contacts"
        beside = people or is_row_of_fields(piece.table, vocabulary)
        return beside and (first or outstanding or title.line.size > _size(piece.table) + 1)
    if piece.line is None:
        return False
    text = piece.line.text
    if first and any(pattern.search(text) for pattern in (_FIGURES, _LABELLED, _TELEPHONE_LAST)):
        return True
    if is_other_row(text, vocabulary) or (first and (stands_beside_title(text, vocabulary) or names_body(text))):
        return True
    return outstanding or title.line.size > piece.line.size + 1


def _lists_parts(table: Table) -> bool:
    """Whether a table lists the projects of a pledge (`세부사업명`) and not the pledges of a book."""
    return any(cell.text.replace(" ", "").startswith("세부") for cell in table.cells if cell.row == 0)


def _size(table: Table) -> float:
    return max((line.size for cell in table.cells for line in cell.lines), default=0.0)
