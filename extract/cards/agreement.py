"""All that a book lists its cards in (tables that sum them up, contents pages with numbers and without) against the cards themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pledgecards.extract.card import PrintedCard
from pledgecards.extract.cards.contents import LEADER, Entry, contents_issues, entries_of, without_leader
from pledgecards.extract.cards.listed import listed_cards
from pledgecards.extract.fields import is_field
from pledgecards.extract.issue import Issue
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Place, Table
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.documents import names_document, names_sum
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LEAST = 3
_ALIKE = 1.5
"""So many points apart at most are lines that are set alike."""


def book_issues(
    outside: Sequence[Piece], entries: Sequence[Entry], cards: Sequence[PrintedCard], vocabulary: Vocabulary
) -> list[Issue]:
    """Where the lists of a book (`outside`: what stands in no card; `entries`: what it lists with numbers) and its cards differ, each said once.

    A page none of whose entries is a card's title lists something else (`위원 명단`). Beside a table that sums the cards up, what has page numbers is looked at by
    itself: the table may have the card that the contents page leaves out.
    """
    titles = frozenset(fold(card.title) for card in cards if card.title is not None)
    told = {entry.place.page for entry in entries if fold(entry.title) in titles}
    issues = contents_issues([entry for entry in entries if entry.place.page in told], cards)
    summed = [piece for piece in outside if piece.table is not None and listed_cards(piece.table, vocabulary)]
    lines = entries_of([piece for piece in outside if piece.table is None], vocabulary) if summed else []
    paged = [
        Entry(*one)
        for piece in summed
        if piece.table and _has_pages(piece.table)
        for one in listed_cards(piece.table, vocabulary)
    ]
    for further in (lines, paged):
        if _are_of(further, titles):
            issues += contents_issues(further, cards)
    if not lines and not (entries and not summed):
        issues += contents_issues(list(_unnumbered(outside, titles, vocabulary)), cards)
    return list({issue.message: issue for issue in reversed(issues)}.values())[::-1]


def _are_of(entries: Sequence[Entry], titles: frozenset[str]) -> bool:
    """Whether at least half of what is listed are titles of cards, and three of them."""
    met = sum(fold(entry.title) in titles for entry in entries)
    return met >= _LEAST and 2 * met >= len(entries)


def _has_pages(table: Table) -> bool:
    """Whether the last column of a table holds page numbers: figures that rise from row to row."""
    texts = [row[-1].text for row in table.grid()[1:] if row and row[-1].col == table.cols - 1]
    pages = [int(text) for text in texts if text.isdecimal()]
    return len(pages) == len(texts) >= _LEAST and all(one < other for one, other in pairwise(pages))


def _unnumbered(outside: Sequence[Piece], titles: frozenset[str], vocabulary: Vocabulary) -> Iterator[Entry]:
    """The entries of a contents page that has page numbers but no numbers of cards: titles of cards, and what is set as they are; none where
    less than half are titles."""
    led: list[Entry] = []
    for piece in outside:
        if piece.line is not None and LEADER.search(piece.line.text) is not None:
            said = without_leader(piece.line.text)
            if numbered(said, vocabulary) is None and not _names_other(said, vocabulary):
                led.append(Entry("", said, piece.place))
    if not _are_of(led, titles):
        return
    met = [entry.place for entry in led if fold(entry.title) in titles]
    for entry in led:
        if fold(entry.title) in titles or any(_set_alike(entry.place, place) for place in met):
            yield entry


def _names_other(text: str, vocabulary: Vocabulary) -> bool:
    """Whether an entry names a field, a document or a sum, and no card."""
    return is_field(text, vocabulary) or names_document(text, vocabulary) or names_sum(text, vocabulary)


def _set_alike(one: Place, other: Place) -> bool:
    """Whether two lines of a page begin at one margin and are as high."""
    if one.x0 is None or other.x0 is None or one.page != other.page:
        return False
    assert one.top is not None and one.bottom is not None and other.top is not None and other.bottom is not None
    apart = abs(one.x0 - other.x0), abs((one.bottom - one.top) - (other.bottom - other.top))
    return max(apart) < _ALIKE
