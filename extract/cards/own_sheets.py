"""The sheets of a book that are its own and no card's, though they look like parts of one: lists of its cards, and tables that sum them up
(`연차별 투자계획` of all of them)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pledgecards.extract.captions import is_caption
from pledgecards.extract.card import PrintedCard
from pledgecards.extract.cards.contents import heads_contents
from pledgecards.extract.cards.naming import (
    ALIKE,
    SHORTEST,
    Heads,
    Naming,
    begins_card,
    first_line,
    heads_of,
    lists_cards,
    named_in,
    shape_of,
)
from pledgecards.extract.cards.opening_words import closes_book, divides, part_listed
from pledgecards.extract.cards.sheets import Sheet, sheet_at, sheets_of
from pledgecards.extract.cards.sums import sum_begins
from pledgecards.extract.issue import Issue
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Line, Page, Table
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.headings import heading_match
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LEAST = 2
_LARGER = 0.5
_ABOUT = 1.0
_MOST_ABOVE = 2
_MOST_HEADINGS = 2
"""A sheet with so many sections below its first line may be a card that was not found."""

_SUMMED_UP = frozenset({"budget", "indicators", "schedule", "plan", "other"})
"""Sections that a book has tables of about all its cards."""

_FIGURE = re.compile(r"\d{2,}|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_FEWEST_FIGURES = 4


def own_sheets(
    pages: Sequence[Page], cards: Sequence[PrintedCard], within: Iterable[Piece], vocabulary: Vocabulary
) -> list[Sheet]:
    """The sheets that were read as parts of cards (`within`), and are the book's own.

    Such a sheet names two other cards at least in most of what it says; or its first line is set like the cards' titles and larger than
    the headings within cards, and is no card's title. What follows it up to the next card's head is of it. On a sheet with more, or in a
    text that is not parted into sheets, it is a table that names two, with what heads it.
    """
    told = [card for card in cards if _is_titled(card, vocabulary)]
    if len(told) < _LEAST:
        return []
    if pages[0].number is None and not pages[0].sheets:
        heads = heads_of(pages, (), told)
        # No line is a list of cards by itself.
        tables = [(b, set() if isinstance(b, Line) else named_in(b, 0, heads, vocabulary)) for b in pages[0].blocks]
        return _listing(0, tables, vocabulary)
    taken = {piece.place.page or piece.sheet + 1 for piece in within}
    inside = [sheet for sheet in sheets_of(pages) if sheet.number in taken]
    if len(inside) < _LEAST:
        return []
    heads = heads_of(pages, inside, told)
    begun = frozenset().union(*heads.sheets.values())
    filled = {sheet_at(card.title_place, pages) for card in told if _is_filled(card)}
    above = _named_above(inside, heads, begun, vocabulary) | _back_matter(inside, begun, vocabulary)
    own: list[Sheet] = []
    goes_on = False
    for sheet in inside:
        begins = sheet.number in begun or begins_card(sheet, heads, vocabulary)
        named = [(block, named_in(block, sheet.number, heads, vocabulary)) for block in sheet.blocks]
        more = goes_on and not begins and len(list(_headings(sheet, vocabulary))) < _MOST_HEADINGS
        goes_on = (
            more
            or sheet.number in above
            or (sheet.number not in filled and lists_cards(named))
            or (pages[0].number is None and divides(sheet, heads, vocabulary))
        )
        own += [sheet] if goes_on else _listing(sheet.number, named, vocabulary)
        if not goes_on and (names := part_listed(sheet, heads, vocabulary)):
            own.append(Sheet(sheet.number, sheet.blocks[:names]))
    return own


def _is_filled(card: PrintedCard) -> bool:
    """Whether there is no doubt that a card begins where its title stands."""
    return bool(card.choices) or len({section for section in card.sections if section != "other"}) >= _LEAST


def _listing(number: int, named: Naming, vocabulary: Vocabulary) -> list[Sheet]:
    """The tables of a sheet that name cards in most of their rows or sum them up, each with the heading and the unit note right above it."""
    found = []
    blocks = [block for block, _ in named]
    for index, (block, titles) in enumerate(named):
        if isinstance(block, Line):
            continue
        if (begin := sum_begins(blocks, index, vocabulary)) is not None:
            found.append(Sheet(number, tuple(blocks[begin : index + 1])))
        if begin is not None or not titles:
            continue
        first = index
        while first and isinstance(line := named[first - 1][0], Line) and index - first < _MOST_ABOVE:
            if not is_caption(line.text) and heading_match(line, vocabulary) is None:
                break
            first -= 1
        found.append(Sheet(number, tuple(blocks[first : index + 1])))
    return found


def is_summary(card: PrintedCard, others: Sequence[PrintedCard], vocabulary: Vocabulary) -> bool:
    """Whether what was read as the first card of a book is a summary of all: a table under a heading at most, without number, title and choices,
    where all others have titles and more; or tables under what looks like a title or under none, without number and choices, where all others
    have both and a title, or have choices and a title, and that of the first heads a list of cards (`공약사업 총괄`) or is missing."""
    known = {section for section in card.sections if section != "other"}
    if len(others) < _LEAST or card.number or card.choices or not all(other.title for other in others):
        return False
    if not card.title and len(known) <= 1:
        return all(_is_filled(other) for other in others)
    summed = card.tables and known <= _SUMMED_UP | {"current_state", "goals"}
    listed = not card.title or heads_contents(card.title, vocabulary)
    return bool(summed) and all(other.choices and (other.number or listed) for other in others)


def summed_up(pieces: Sequence[Piece]) -> list[Issue]:
    """An issue for each page of a book's own (of a text: each table) with figures in a table, which nobody reads."""
    message = "여러 공약을 함께 다루는 책 전체의 표로 보아 어느 공약카드에도 넣지 않았습니다."
    found: dict[int | None, Table] = {}
    for piece in pieces:
        if piece.table is not None and _has_figures(piece.table):
            found.setdefault(piece.place.page or -(piece.place.line or 0), piece.table)
    return [
        Issue("page.outside", message, "documents", "text_coverage", table.place, table.cells[0].text)
        for table in found.values()
    ]


def _has_figures(table: Table) -> bool:
    figures = (cell for cell in table.cells if _FIGURE.fullmatch(cell.text))
    return next(islice(figures, _FEWEST_FIGURES - 1, None), None) is not None


def _is_titled(card: PrintedCard, vocabulary: Vocabulary) -> bool:
    if card.title is None or len(fold(card.title)) < SHORTEST or heads_contents(card.title, vocabulary):
        return False
    return vocabulary.sections.match(card.title, rough=False) is None


def _named_above(
    sheets: Sequence[Sheet], heads: Heads, begun: frozenset[int], vocabulary: Vocabulary
) -> frozenset[int]:
    """The sheets under a line that is set at least as large as the titles of cards and names no card: a section's name, or, where all cards
    have numbers, a line without a number like theirs, or, behind the page with which the last card begins, about as large a line over no
    sections. It stands over one sheet only, and is larger than all headings within cards."""
    last = max(begun, default=0)
    behind = frozenset(s.number for s in sheets if s.number > last and not _has_sections(s, vocabulary))
    tops = {sheet.number: line for sheet in sheets if (line := first_line(sheet)) is not None and line.size}
    first = min(begun, default=0)  # a summary may stand before the cards and behind them
    counts = Counter(fold(line.text) for number, line in tops.items() if number >= first)
    found = {
        number: line.size
        for number, line in tops.items()
        if number not in begun
        and (heads.size is None or line.size > heads.size - (_ABOUT if number in behind else ALIKE))
        and counts[fold(line.text)] <= 1
        and (_is_no_title(line, heads, vocabulary) or (number in behind and _names_nothing(line, heads, vocabulary)))
    }
    if not found:
        return frozenset()
    cards = [sheet for sheet in sheets if sheet.number in begun]
    inside = [line.size for sheet in cards for line in _headings(sheet, vocabulary)] or _sizes_below(cards)
    return frozenset(number for number, size in found.items() if inside and size > max(inside) + _LARGER)


def _back_matter(sheets: Sequence[Sheet], begun: frozenset[int], vocabulary: Vocabulary) -> frozenset[int]:
    """The sheets behind the one with which the last card begins that begin with the name of what closes a book, over no sections."""
    last = max(begun, default=0)
    behind = (sheet for sheet in sheets if sheet.number > last and closes_book(sheet, vocabulary))
    return frozenset(sheet.number for sheet in behind if not _has_sections(sheet, vocabulary))


def _names_nothing(line: Line, heads: Heads, vocabulary: Vocabulary) -> bool:
    """Whether a line heads no section of a card, and holds the title of none (`3. 골목 공원 (계속)`)."""
    text = fold(line.text)
    return heading_match(line, vocabulary) is None and not any(title in text for title in heads.sheets)


def _has_sections(sheet: Sheet, vocabulary: Vocabulary) -> bool:
    """Whether a line of a sheet below its first, or the first cell of a row, heads a section of a card."""
    if next(_headings(sheet, vocabulary), None) is not None:
        return True
    cells = (cell for block in sheet.blocks if not isinstance(block, Line) for cell in block.cells if cell.col == 0)
    return any(vocabulary.sections.match(cell.text, rough=False) is not None for cell in cells)


def _sizes_below(sheets: Sequence[Sheet]) -> list[float]:
    """The type of all that stands on sheets below their first line or table."""
    blocks = [block for sheet in sheets for block in sheet.blocks[1:]]
    cells = [block.cells for block in blocks if not isinstance(block, Line)]
    lines = [block for block in blocks if isinstance(block, Line)]
    return [line.size for line in [*lines, *(line for own in cells for cell in own for line in cell.lines)]]


def _is_no_title(line: Line, heads: Heads, vocabulary: Vocabulary) -> bool:
    match = heading_match(line, vocabulary)
    if match is not None or heads_contents(line.text, vocabulary):
        return match is None or match.key in _SUMMED_UP
    found = numbered(line.text, vocabulary)
    return heads.numbered and (found is None or shape_of(found.number) not in heads.shapes)


def _headings(sheet: Sheet, vocabulary: Vocabulary) -> Iterator[Line]:
    """The lines of a sheet, but for its first, that head sections."""
    lines = [block for block in sheet.blocks[1:] if isinstance(block, Line)]
    return (line for line in lines if heading_match(line, vocabulary) is not None)
