"""A book of cards: cover, contents page, dividers between fields, and what its printing must know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from pledgecards.samples import phrases, words
from pledgecards.samples.card import Card
from pledgecards.samples.invent import invent
from pledgecards.samples.wording import Wording

FIELDS = ("함께 자라는 교육도시", "활기찬 경제도시", "따뜻한 복지도시", "안전한 생활도시")


@dataclass(frozen=True, slots=True)
class Book:
    """Cards by field. listed: the contents page's entries as (number, title); they may differ from the cards on purpose."""

    title: str
    body: str
    fields: tuple[tuple[str, tuple[Card, ...]], ...]
    listed: tuple[tuple[str, str], ...]
    issues: tuple[str, ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards in order."""
        return tuple(card for _, cards in self.fields for card in cards)


def bind(rng: Random, wording: Wording, count: int, *, wrong: bool = False) -> Book:
    """A book of `count` cards in two fields; `wrong`: its contents page lists one more that it does not hold."""
    cards = [invent(rng, wording, number) for number in range(1, count + 1)]
    half = (count + 1) // 2
    fields = tuple(zip(rng.sample(FIELDS, 2), (tuple(cards[:half]), tuple(cards[half:])), strict=True))
    listed = tuple((card.number, card.title) for card in cards)
    if wrong:
        number = wording.number.format(n=count + 1, m=1)
        listed = (*listed, (number, phrases.title(rng)))
    issues = ("contents.mismatch",) if wrong else ()
    return Book("민선7기 공약실천계획서", f"{words.CITY} {words.DISTRICT}", fields, listed, issues)


def short(book: Book, keep: Sequence[str]) -> Book:
    """The book with its cards cut down to some sections, so that several fit on a page."""

    def cut(card: Card) -> Card:
        # Without the tables' year columns nothing tells the term.
        blocks = tuple(block for block in card.blocks if getattr(block, "section", None) in keep)
        return replace(card, blocks=blocks, as_of=None, department=None, cohort=None)

    fields = tuple((name, tuple(cut(card) for card in cards)) for name, cards in book.fields)
    return replace(book, fields=fields)
