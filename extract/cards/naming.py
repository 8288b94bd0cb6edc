"""What the cards of a book are called, set and counted like, and what names them elsewhere in the book."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import digits

from pledgecards.extract.card import PrintedCard
from pledgecards.extract.cards.contents import LEADER
from pledgecards.extract.cards.sheets import Sheet, sheet_at
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Block, Line, Page
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LEAST = 2
SHORTEST = 4
"""A title of fewer letters may be any word of a table."""

ALIKE = 0.3
_TAIL = 3
_AT_TOP = 4
_BULLET = re.compile(r"^\s*[•·∙‣◦▪○●\-–]\s+")
_FIGURES = re.compile(r"\d+")

Naming = Sequence[tuple[Block, set[str]]]
"""What stands on a sheet, each with the folded titles of other cards that it names."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of the cards of a book.

    sheets   the folded title of each, and where cards of that title begin
    tails    the last letters of the titles; ends: the very last
    size     the type that all titles are set in, None where they are set in several
    shapes   what their numbers look like; numbered: whether each has one
    """

    sheets: Mapping[str, frozenset[int]]
    tails: frozenset[str]
    ends: frozenset[str]
    size: float | None
    shapes: frozenset[str]
    numbered: bool

    def ends_otherwise(self, text: str) -> bool:
        """Whether a text surely ends with no title: as nearly every line and cell does, so it is not looked at any closer."""
        last = text[-1:]
        return "가" <= last <= "힣" and last not in self.ends


def heads_of(pages: Sequence[Page], sheets: Sequence[Sheet], cards: Sequence[PrintedCard]) -> Heads:
    """The heads of cards, as they stand on sheets."""
    by_number = {sheet.number: sheet for sheet in sheets}
    begin: dict[str, set[int]] = {}
    sizes: list[float] = []
    for card in cards:
        title, number = fold(card.title or ""), sheet_at(card.title_place, pages)
        begin.setdefault(title, set()).add(number)
        if number in by_number:
            sizes += [line.size for line in _top(by_number[number]) if title in fold(line.text)][:1]
    alike = len(sizes) >= _LEAST and max(sizes) - min(sizes) < ALIKE
    shapes = frozenset(shape_of(card.number) for card in cards if card.number is not None)
    numbers = all(card.number is not None for card in cards)
    titles = {title: frozenset(found) for title, found in begin.items()}
    tails = frozenset(title[-_TAIL:] for title in titles)
    ends = frozenset(title[-1:] for title in titles)
    return Heads(titles, tails, ends, sizes[0] if alike else None, shapes, numbers)


def shape_of(number: str) -> str:
    """A number without its figures: `1-12.` and `3-4.` look alike, `Ⅱ.` does not."""
    return _FIGURES.sub("0", "".join(number.split()))


def _top(sheet: Sheet) -> Iterator[Line]:
    return (block for block in sheet.blocks[:_AT_TOP] if isinstance(block, Line))


def first_line(sheet: Sheet) -> Line | None:
    """The line at the top of a sheet, None where a table stands there."""
    first = sheet.blocks[0] if sheet.blocks else None
    return first if isinstance(first, Line) else None


def begins_card(sheet: Sheet, heads: Heads, vocabulary: Vocabulary) -> bool:
    """Whether the first line of a sheet is a number like those of the cards, alone or with a title that is set like theirs."""
    line = first_line(sheet)
    found = numbered(line.text, vocabulary) if line is not None else None
    if line is None or found is None or shape_of(found.number) not in heads.shapes:
        return False
    return not found.title or heads.size is None or abs(line.size - heads.size) < ALIKE


def lists_cards(named: Naming) -> bool:
    """Whether most of what a sheet says is lines and rows of tables that begin with titles of other cards."""
    if len({title for _, titles in named for title in titles}) < _LEAST:
        return False
    return 2 * sum(block.ink for block, titles in named if titles) >= sum(block.ink for block, _ in named)


def named_in(block: Block, sheet: int, heads: Heads, vocabulary: Vocabulary) -> set[str]:
    """The card that a line names before its first gap, if it begins on another sheet; or those that a table names in most of its rows, two at
    least, one from another sheet."""
    if isinstance(block, Line):
        named = _named(block.text.partition("\t")[0], heads, vocabulary)
        return {named} if named is not None and sheet not in heads.sheets[named] else set()
    found: set[str] = set()
    rows: set[int] = set()
    for cell in block.cells:
        last = cell.lines[-1].text[-1:] if cell.lines else ""
        if not last or ("가" <= last <= "힣" and last not in heads.ends) or len(text := cell.text) < SHORTEST:
            continue
        if last.isdigit() and text.replace(",", "").isdigit():
            continue  # a figure
        if (named := _named(text, heads, vocabulary)) is not None:
            found.add(named)
            rows.update(range(cell.row, cell.row + cell.row_span))
    if len(found) < _LEAST or 2 * len(rows) < block.rows - 1:
        return set()
    return found if any(sheet not in heads.sheets[named] for named in found) else set()


def _named(text: str, heads: Heads, vocabulary: Vocabulary) -> str | None:
    """The folded title of a card that a text names, its number before it or not, a page number behind it or not."""
    if heads.ends_otherwise(text):
        return None
    folded = fold(text)
    if folded in heads.sheets:
        return folded
    if folded[-_TAIL:] not in heads.tails and folded.rstrip(digits)[-_TAIL:] not in heads.tails:
        return None
    bare = _BULLET.sub("", LEADER.sub("", text))
    found = numbered(bare, vocabulary)
    title = fold(found.title if found is not None and found.title else bare)
    return title if title in heads.sheets else None
