"""The head of a card: where it begins above the first choice or section, and whether lines look like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.cards.form_heads import NAMES, fields_below_number, form_top, is_under_label
from pledgecards.extract.cards.listed import listed_cards
from pledgecards.extract.cards.number_lines import ends_card_before, is_number_alone, number_of, sure_number
from pledgecards.extract.cards.sections_counted import counts_before, counts_on, marked_like_sections
from pledgecards.extract.grid.roles.role import table_role
from pledgecards.extract.numbers import number_words
from pledgecards.extract.page import Table
from pledgecards.extract.pieces import Piece, on_one_page, size_of
from pledgecards.extract.sections.sectioning import ends_in_people, section_of
from pledgecards.extract.titles.documents import names_body, names_document
from pledgecards.extract.titles.labelled import labelled
from pledgecards.extract.titles.lines import is_title_line, stands_beside_title
from pledgecards.extract.titles.other_rows import is_other_row, is_row_of_fields
from pledgecards.extract.titles.remarks import fields_around, is_no_title, number_within
from pledgecards.schemas.notation import BULLET_LETTERS, COLONS
from pledgecards.schemas.vocabulary import Vocabulary, fold

_FARTHEST = 16
_LARGE, _MUCH_LARGER = 13.0, 3.0
"""Type of so many points, and so many more than that of the table below it, is a title's."""

_MOST_ABOVE, _MOST_BETWEEN = 6, 3
_TELEPHONE_LAST = re.compile(r"\d{3,4}-\d{4}$")
_FIGURES = re.compile(r"^[\d.,]+[^\W\d]{0,4}[%％]?(?:\t[\d.,]+[^\W\d]{0,4}[%％]?)+$")
# `사업기간: 2018. 7. ~ 2022. 6.`
_LABELLED = re.compile(rf"^(?![{BULLET_LETTERS}]\s)[^\W\d_][^{COLONS}\t]{{1,11}}[{COLONS}\t]\s*\S")


def new_head(pieces: Sequence[Piece], low: int, anchor: int, vocabulary: Vocabulary) -> bool:
    """Whether the lines right before an anchor look like the head of a new card: a number, or large type, or the top of a page."""
    start = head_start(pieces, low + 1, anchor, vocabulary)
    if start == anchor:
        page = pieces[anchor].place.page
        return page is not None and pieces[anchor - 1].place.page != page
    head = pieces[start:anchor]
    said = any(piece.line and any(map(str.isalpha, piece.line.text)) for piece in head)  # not the last cells of a row
    if said and any(piece.line and sure_number(piece, vocabulary) for piece in head):
        return True
    page = pieces[start].place.page
    return page is not None and pieces[start - 1].place.page != page


def top_of_page(pieces: Sequence[Piece], anchor: int, vocabulary: Vocabulary) -> int | None:
    """The first piece of the anchor's page, if the anchor is the first section or choice there and little stands above it."""
    start = anchor
    leaf = _leaf(pieces[anchor])
    while leaf is not None and start and _leaf(pieces[start - 1]) == leaf and anchor - start <= _MOST_ABOVE:
        start -= 1
        if pieces[start].kind == "choice" or section_of(pieces, start, vocabulary) is not None:
            return None
    tops = leaf is not None and 0 < anchor - start <= _MOST_ABOVE and (not start or _leaf(pieces[start - 1]) != leaf)
    return start if tops and is_title_line(pieces[start], vocabulary) else None


def _leaf(piece: Piece) -> int | None:
    """The page, or the sheet of a text behind a form feed, that a piece stands on; None where it is not known."""
    return piece.place.page or piece.sheet or None


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


def head_start(pieces: Sequence[Piece], low: int, anchor: int, vocabulary: Vocabulary, title: int | None = None) -> int:
    """Where the head of the card begins whose first choice or section is at `anchor`: at `title`, a piece that is known to be of it;
    else at its number's line, or the first of the title lines right before the anchor, on the anchor's page, at most sixteen lines back.

    People in charge, or a line that is no title, may stand between the title and the anchor. low: where it may begin at the earliest.
    """
    form = max(form_top(pieces, anchor), low) if title is None and anchor < len(pieces) else anchor
    start = form if form < anchor else _searched(pieces, low, anchor, vocabulary) if title is None else title
    page = pieces[min(start, anchor)].place.page
    if title is not None and start > low and not sure_number(pieces[start], vocabulary):
        above = _is_number_over(pieces, low, start, vocabulary)
        start = start - 1 if above else over_fields(pieces, low, start, vocabulary)
    # The name of the kind of document stands over its number, not at the end of the card before.
    named = start < anchor or (anchor < len(pieces) and pieces[anchor].kind in NAMES)
    while named and start > low and _names_document(pieces[start - 1], page, vocabulary):
        start -= 1
    return start


def _is_number_over(pieces: Sequence[Piece], low: int, start: int, vocabulary: Vocabulary) -> bool:
    """Whether the line right above a title has the number of its card."""
    above = pieces[start - 1]
    if not is_title_line(above, vocabulary) or not sure_number(above, vocabulary):
        return False
    if not on_one_page(above, pieces[start]):
        return False  # a divider's
    return not counts_on(pieces, low, start - 1, vocabulary)


def _searched(pieces: Sequence[Piece], low: int, anchor: int, vocabulary: Vocabulary) -> int:
    """Where the number's line stands, or the first of the title lines."""
    start = anchor
    page, sheet = pieces[anchor].place.page, pieces[anchor].sheet
    number = None
    between: list[Piece] = []
    below_people = False
    fields = fields_below_number(pieces, max(low, anchor - _FARTHEST), anchor, vocabulary)
    for index in range(anchor - 1, max(low, anchor - _FARTHEST) - 1, -1):
        piece = pieces[index]
        if piece.place.page != page or piece.sheet != sheet:
            break
        if index in fields or is_under_label(pieces, index):
            between.append(piece)
            continue
        if start == anchor and piece.kind == "line" and piece.line is not None and names_body(piece.line.text):
            between.append(piece)
            continue
        if start == anchor and counts_before(pieces, index, anchor, vocabulary):
            continue
        if start == anchor and marked_like_sections(pieces, index, anchor, vocabulary):
            continue
        if not is_title_line(piece, vocabulary):
            if number == index + 1 and _labels_number(piece, page, vocabulary):
                continue  # `번호` over `5`, and the title above both
            if (
                start < anchor
                and (not low or is_number_alone(pieces[index - 1], vocabulary))
                and piece.line is not None
                and stands_beside_title(piece.line.text, vocabulary)
            ):
                below_people = True  # who is in charge may stand between the title and the name of the first project
                continue
            if start < anchor or (low and pieces[anchor].kind in ("number", "title")):
                break
            between.append(piece)
            continue
        if low and (ends_in_people(pieces, index, vocabulary) or counts_on(pieces, low, index, vocabulary)):
            break
        if low and start < anchor and ends_card_before(pieces, index, start, vocabulary):
            break
        if start == anchor and not all(_below_title(piece, other, low == 0, vocabulary) for other in between):
            between.append(piece)  # the body's name, a day: the title may stand above it
            continue
        if below_people and size_of(piece) <= size_of(pieces[start]) + 1 and not _is_number(piece, vocabulary):
            break
        start = index
        if number is None and sure_number(piece, vocabulary):
            number = index
        elif (
            number is not None
            and (page is None or number == index + 1)
            and piece.line is not None
            and labelled(piece.line.text, vocabulary) is not None
        ):
            number = index  # `제목: …` over `번호: 2`
    if number is None and start < anchor:
        start = over_fields(pieces, low, start, vocabulary)
    if number is None or page is not None and (start == 0 or pieces[start - 1].place.page != page):
        return start
    top = number - (number > low and _labels_number(pieces[number - 1], page, vocabulary))  # `공약번호` over `31`
    if page is None and not low and start < top and not _has_title(pieces[number:anchor], vocabulary):
        return top - 1  # the first card's title stands above its number
    return top


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


def _names_document(piece: Piece, page: int | None, vocabulary: Vocabulary) -> bool:
    return (
        piece.kind == "line"
        and piece.line is not None
        and piece.place.page == page
        and names_document(piece.line.text, vocabulary)
    )


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
