"""What a document prints elsewhere: the words by which a break between two pages is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from pledgecards.extract.layout.rows.breaks import head_of, tail_of, words_of
from pledgecards.extract.layout.rows.gluing import said_of_break
from pledgecards.extract.page import Block, Line, Page
from pledgecards.schemas.vocabulary import fold


class PrintedWords:
    """The words and the texts of a document; counted when they are first asked for, which few documents need."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._pages = pages

    def breaks(self, above: Line, below: Line) -> bool:
        """Whether a break between two lines, on either side of a page break, is one within a word."""
        words = self._words.copy()
        # The parts of a word that this very break cut are no witnesses.
        words.subtract(words_of((tail_of(above.text), head_of(below.text))))
        return said_of_break(above, below, words) is True

    def whole(self, text: str) -> bool:
        """Whether a cell or a line is that text, its spaces apart."""
        return fold(text) in self._texts

    @cached_property
    def _words(self) -> Counter[str]:
        return words_of(text for page in self._pages for block in page.blocks for text in _texts(block))

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(fold(text) for page in self._pages for block in page.blocks for text in _texts(block))


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Line):
        yield block.text
        return
    for cell in block.cells:
        yield cell.text
        for inner in cell.tables:
            yield from _texts(inner)
