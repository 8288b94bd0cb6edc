"""Running heads of a book that name the card of each page, alone or behind the name of the book and a wide gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from pledgecards.extract.layout.margins.running import Edge, at_one_height, beside_book, book_named
from pledgecards.extract.numbers import names_of
from pledgecards.extract.page import Line, Page
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LEAST = 3
_LEAST_CARDS = 2
_MOST_OF = 0.6
_EXACT = 1.0
_SHORTEST = 2
_LARGER = 0.5


def heads_of_cards(edges: Sequence[Edge], pages: Sequence[Page], vocabulary: Vocabulary) -> set[tuple[int, int]]:
    """The heads that name the card, where its name stands by itself below on a page with the same head: it is lost with none of them. They name
    the book too on most pages, which has a wide gap between the two; or most of those at one height name cards so, and are set smaller than
    the names below."""
    found: set[tuple[int, int]] = set()
    for group in at_one_height([edge for edge in edges if edge.head], _EXACT):
        if len(group) < _LEAST:
            continue
        book = book_named(group)
        if len(fold(book)) >= _SHORTEST:
            heads = [
                (edge, text)
                for edge, text in beside_book(group)
                if edge.text.split("\t") in ([book, text], [text, book])
            ]
            named = _named(heads, group, pages, None, vocabulary)
            found.update((edge.page, edge.block) for edge in group if named and edge.text == book)
        else:
            heads = [(edge, edge.text) for edge in group]
            if len({text for _, text in heads}) < _LEAST_CARDS:
                continue
            named = _named(heads, group, pages, _LARGER, vocabulary)
            count = sum(text in named for _, text in heads)
            if len(named) < _LEAST_CARDS or count < max(_LEAST, _MOST_OF * len(group)):
                continue
        found.update((edge.page, edge.block) for edge, text in heads if text in named)
    return found


def _named(
    heads: Sequence[tuple[Edge, str]],
    group: Sequence[Edge],
    pages: Sequence[Page],
    larger: float | None,
    vocabulary: Vocabulary,
) -> set[str]:
    """What heads say that stands by itself below one of them, set larger by so many points where these are given."""
    own = {(edge.page, edge.block) for edge in group}
    named = set()
    for edge, text in heads:
        least = 0.0 if larger is None else edge.size + larger
        if text not in named and fold(text) in set(_words(pages[edge.page], edge.page, own, least, vocabulary)):
            named.add(text)
    return named


def _words(
    page: Page, number: int, without: set[tuple[int, int]], least: float, vocabulary: Vocabulary
) -> Iterator[str]:
    """What stands on a page in type of some size at least, folded: in lines of their own, behind the number there or not, in the cells of a
    table's first row, in two of them, or in all."""
    for at, block in enumerate(page.blocks):
        if isinstance(block, Line):
            if (number, at) not in without and block.size >= least:
                yield from names_of(block.text, vocabulary)
            continue
        cells = sorted(
            (c for c in block.cells if c.row == 0 and c.lines and c.lines[0].size >= least), key=lambda c: c.col
        )
        texts = [cell.text for cell in cells]
        yield from map(fold, texts)
        yield from (fold(one + other) for one, other in combinations(texts, 2))
        yield fold("".join(texts))
