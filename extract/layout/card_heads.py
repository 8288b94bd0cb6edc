"""Running heads of a book that name it and, behind a wide gap, the card of each page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pledgecards.extract.layout.running import Edge, at_one_height
from pledgecards.extract.numbers import names_of
from pledgecards.extract.page import Line, Page
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LEAST = 3
_MOST_OF = 0.6
_EXACT = 1.0
_SHORTEST = 2


def heads_of_cards(edges: Sequence[Edge], pages: Sequence[Page]) -> set[tuple[int, int]]:
    """The heads that name the book on most pages, alone or with the name of the card before or behind a wide gap, where that stands by itself
    below on a page with the same head: it is lost with none of them."""
    tops = [edge for edge in edges if edge.head]
    if sum("\t" in edge.text for edge in tops) < _LEAST:
        return set()  # most files
    found: set[tuple[int, int]] = set()
    for group in at_one_height(tops, _EXACT):
        parted = [(edge, edge.text.split("\t")) for edge in group]
        times = Counter(part for _, parts in parted for part in set(parts[:1] + parts[1:][-1:]))
        book, most = next(iter(times.most_common(1)), ("", 0))
        if most < max(_LEAST, _MOST_OF * len(group)) or len(fold(book)) < _SHORTEST:
            continue
        own = {(edge.page, edge.block) for edge, _ in parted}
        heads = [(edge, [p for p in parts if p != book]) for edge, parts in parted if book in parts and len(parts) <= 2]
        named = {
            parts[0]
            for edge, parts in heads
            if parts and fold(parts[0]) in set(_words(pages[edge.page], edge.page, own))
        }
        if named:
            found.update((edge.page, edge.block) for edge, parts in heads if not parts or parts[0] in named)
    return found


def _words(page: Page, number: int, without: set[tuple[int, int]]) -> Iterator[str]:
    """What stands on a page in lines of their own, behind the number there or not, in cells, or in a row of cells, folded."""
    for at, block in enumerate(page.blocks):
        if isinstance(block, Line):
            if (number, at) not in without:
                yield from names_of(block.text, Vocabulary.standard())
        elif block.rows == 1:
            yield from (fold(cell.text) for cell in block.cells)
            yield fold("".join(cell.text for cell in sorted(block.cells, key=lambda cell: cell.col)))
