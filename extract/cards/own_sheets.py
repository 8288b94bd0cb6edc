"""The sheets of a book that are its own and no card's, though they look like parts of one: lists of its cards, and tables that sum them up
(`연차별 투자계획` of all of them)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from string import digits

from pledgecards.extract.captions import is_caption
from pledgecards.extract.card import PrintedCard
from pledgecards.extract.cards.contents import LEADER, heads_contents
from pledgecards.extract.cards.sheets import Sheet, sheet_at, sheets_of
from pledgecards.extract.headings import heading_match
from pledgecards.extract.issue import Issue
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Block, Line, Page, Table
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LEAST = 2
_SHORTEST = 4
"""A title of fewer letters may be any word of a table."""

_ALIKE = 0.3
_LARGER = 0.5
_TAIL = 3
_AT_TOP = 4
_MOST_ABOVE = 2
_MOST_HEADINGS = 2
"""A sheet with so many sections below its first line may be a card that was not found."""

_FIGURES = re.compile(r"\d+")
_FIGURE = re.compile(r"\d{2,}|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_FEWEST_FIGURES = 4


@dataclass(frozen=True, slots=True)
class _Heads:
    """The heads of the cards of a book.

    sheets   the folded title of each, and where cards of that title begin
    tails    the last letters of the titles
    size     the type that all titles are set in, None where they are set in several
    shapes   what their numbers look like; numbered: whether each has one
    """

    sheets: Mapping[str, frozenset[int]]
    tails: frozenset[str]
    size: float | None
    shapes: frozenset[str]
    numbered: bool


def own_sheets(
    pages: Sequence[Page], cards: Sequence[PrintedCard], within: Iterable[Piece], vocabulary: Vocabulary
) -> list[Sheet]:
    """The sheets that were read as parts of cards (`within`), and are the book's own.

    Such a sheet names two other cards at least in most of what it says; or its first line is set like the cards' titles and larger than
    the headings within cards, and is no card's title. What follows it up to the next card's head is of it. In a text that is not parted into
    sheets it is a table that names two, with what heads it.
    """
    told = [card for card in cards if _is_titled(card, vocabulary)]
    if len(told) < _LEAST:
        return []
    if pages[0].number is None and not pages[0].sheets:
        return list(_listing(pages[0].blocks, _heads(pages, (), told, vocabulary), vocabulary))
    taken = {sheet_at(piece.place, pages) for piece in within}
    inside = [sheet for sheet in sheets_of(pages) if sheet.number in taken]
    if len(inside) < _LEAST:
        return []
    heads = _heads(pages, inside, told, vocabulary)
    begun = frozenset().union(*heads.sheets.values())
    above = _named_above(inside, heads, begun, vocabulary)
    own: list[Sheet] = []
    goes_on = False
    for sheet in inside:
        begins = sheet.number in begun or _begins_card(sheet, heads, vocabulary)
        more = goes_on and not begins and len(list(_headings(sheet, vocabulary))) < _MOST_HEADINGS
        goes_on = more or sheet.number in above or _lists(sheet, heads, vocabulary)
        own += [sheet] if goes_on else []
    return own


def _listing(blocks: Sequence[Block], heads: _Heads, vocabulary: Vocabulary) -> Iterator[Sheet]:
    """The tables that name cards in most of their rows, each with the heading and the unit note right above it."""
    for index, block in enumerate(blocks):
        if isinstance(block, Line) or not _named_in(block, 0, heads, vocabulary):
            continue
        first = index
        while first and isinstance(line := blocks[first - 1], Line) and index - first < _MOST_ABOVE:
            if not is_caption(line.text) and heading_match(line, vocabulary) is None:
                break
            first -= 1
        yield Sheet(0, tuple(blocks[first : index + 1]))


def is_summary(card: PrintedCard, others: Sequence[PrintedCard]) -> bool:
    """Whether what was read as the first card of a book is a summary of all: a table under a heading at most, without number, title and choices,
    where all others have numbers and titles."""
    known = {section for section in card.sections if section != "other"}
    if len(others) < _LEAST or card.number or card.title or card.choices or len(known) > 1:
        return False
    return all(other.number and other.title for other in others)


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
    if card.title is None or len(fold(card.title)) < _SHORTEST or heads_contents(card.title, vocabulary):
        return False
    return vocabulary.sections.match(card.title, rough=False) is None


def _heads(
    pages: Sequence[Page], sheets: Sequence[Sheet], cards: Sequence[PrintedCard], vocabulary: Vocabulary
) -> _Heads:
    by_number = {sheet.number: sheet for sheet in sheets}
    begin: dict[str, set[int]] = {}
    sizes: list[float] = []
    for card in cards:
        title, number = fold(card.title or ""), sheet_at(card.title_place, pages)
        begin.setdefault(title, set()).add(number)
        if number in by_number:
            sizes += [line.size for line in _top(by_number[number]) if title in fold(line.text)][:1]
    alike = len(sizes) >= _LEAST and max(sizes) - min(sizes) < _ALIKE
    shapes = frozenset(_shape(card.number) for card in cards if card.number is not None)
    numbers = all(card.number is not None for card in cards)
    titles = {title: frozenset(found) for title, found in begin.items()}
    return _Heads(titles, frozenset(title[-_TAIL:] for title in titles), sizes[0] if alike else None, shapes, numbers)


def _shape(number: str) -> str:
    """A number without its figures: `1-12.` and `3-4.` look alike, `Ⅱ.` does not."""
    return _FIGURES.sub("0", "".join(number.split()))


def _top(sheet: Sheet) -> Iterator[Line]:
    return (block for block in sheet.blocks[:_AT_TOP] if isinstance(block, Line))


def _first_line(sheet: Sheet) -> Line | None:
    first = sheet.blocks[0] if sheet.blocks else None
    return first if isinstance(first, Line) else None


def _named_above(
    sheets: Sequence[Sheet], heads: _Heads, begun: frozenset[int], vocabulary: Vocabulary
) -> frozenset[int]:
    """The sheets under a line that is set at least as large as the titles of cards and names no card: a section's name, or, where all cards
    have numbers, a line without a number like theirs. It stands over one sheet only, and is larger than all headings within cards."""
    tops = {sheet.number: line for sheet in sheets if (line := _first_line(sheet)) is not None and line.size}
    counts = Counter(fold(line.text) for line in tops.values())
    found = {
        number: line.size
        for number, line in tops.items()
        if number not in begun
        and (heads.size is None or line.size > heads.size - _ALIKE)
        and counts[fold(line.text)] == 1
        and _is_no_title(line, heads, vocabulary)
    }
    if not found:
        return frozenset()
    inside = [line.size for sheet in sheets if sheet.number in begun for line in _headings(sheet, vocabulary)]
    return frozenset(number for number, size in found.items() if inside and size > max(inside) + _LARGER)


def _is_no_title(line: Line, heads: _Heads, vocabulary: Vocabulary) -> bool:
    if heading_match(line, vocabulary) is not None or heads_contents(line.text, vocabulary):
        return True
    found = numbered(line.text, vocabulary)
    return heads.numbered and (found is None or _shape(found.number) not in heads.shapes)


def _headings(sheet: Sheet, vocabulary: Vocabulary) -> Iterator[Line]:
    """The lines of a sheet, but for its first, that head sections."""
    lines = [block for block in sheet.blocks[1:] if isinstance(block, Line)]
    return (line for line in lines if heading_match(line, vocabulary) is not None)


def _begins_card(sheet: Sheet, heads: _Heads, vocabulary: Vocabulary) -> bool:
    """Whether the first line of a sheet is a number like those of the cards, alone or with a title that is set like theirs."""
    line = _first_line(sheet)
    found = numbered(line.text, vocabulary) if line is not None else None
    if line is None or found is None or _shape(found.number) not in heads.shapes:
        return False
    return not found.title or heads.size is None or abs(line.size - heads.size) < _ALIKE


def _lists(sheet: Sheet, heads: _Heads, vocabulary: Vocabulary) -> bool:
    """Whether most of what a sheet says is lines and rows of tables that begin with titles of other cards."""
    found = [(block, _named_in(block, sheet.number, heads, vocabulary)) for block in sheet.blocks]
    if len({title for _, named in found for title in named}) < _LEAST:
        return False
    return 2 * sum(block.ink for block, named in found if named) >= sum(block.ink for block in sheet.blocks)


def _named_in(block: Block, sheet: int, heads: _Heads, vocabulary: Vocabulary) -> set[str]:
    """The other cards that a line names, or a table with two of them at least in most of its rows."""
    if isinstance(block, Line):
        named = _named(block.text, sheet, heads, vocabulary)
        return {named} if named is not None else set()
    found: set[str] = set()
    rows: set[int] = set()
    for cell in block.cells:
        if len(cell.text) >= _SHORTEST and (named := _named(cell.text, sheet, heads, vocabulary)) is not None:
            found.add(named)
            rows.update(range(cell.row, cell.row + cell.row_span))
    return found if len(found) >= _LEAST and 2 * len(rows) >= block.rows - 1 else set()


def _named(text: str, sheet: int, heads: _Heads, vocabulary: Vocabulary) -> str | None:
    """The folded title of a card that a text names, its number before it or not, a page number behind it or not; not of one that begins on
    the sheet itself."""
    folded = fold(text)
    if folded in heads.sheets:
        return folded if sheet not in heads.sheets[folded] else None
    if folded[-_TAIL:] not in heads.tails and folded.rstrip(digits)[-_TAIL:] not in heads.tails:
        return None  # as nearly every line and cell
    bare = LEADER.sub("", text)
    found = numbered(bare, vocabulary)
    title = fold(found.title if found is not None and found.title else bare)
    return title if title in heads.sheets and sheet not in heads.sheets[title] else None
