"""The texts of a budget's cells as they are read for amounts: with commas where another sign parts the thousands, and without brackets that
are no minus."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.budget.cell_figures import CellFigures
from pledgecards.normalize.budget.funding import FundingReader
from pledgecards.normalize.budget.layout import Layout
from pledgecards.normalize.figures.grouping import separator_of, with_commas
from pledgecards.normalize.tables.lines import TableLine, is_nothing
from pledgecards.schemas.vocabulary import Vocabulary

_IN_BRACKETS = re.compile(r"\((\d[\d,.]*)\)")
_NAME_IN_BRACKETS = re.compile(r"[(（][^()（）]+[)）]")
_SHARES = re.compile(r"\(\s*[%％]\s*\)$")
_WITH_SHARE = re.compile(r"(?P<amount>[^()]*\d[^()]*?)\s*\((?P<share>\d{1,3}(?:\.\d+)?)\)")


_PART = re.compile(r"(?<=\d)\s*[(\[（]\s*(?P<source>[가-힣]{1,4}비)\s*:?\s*(?P<amount>\d[\d,.]*)")
_LED = re.compile(r"[(\[（]?(?P<source>[가-힣]{1,4}비)[)\]）]?\s*:?\s*\d")
_OF_CITY = ("metro", "local")
"""What 시비 may be."""


def names_other_part(text: str, source: str | None, funding: FundingReader) -> bool:
    """Whether an amount of one source names another amount of a source in brackets, or another source before it (`1,200(국비 600)` and `시비 600`
    in a line of 국비): which of the two is meant is not said."""
    if source in (None, "total") or "비" not in text:
        return False
    led = _LED.match(text)
    if led is not None and (key := funding.known(led["source"])) not in (None, "total", "mixed", source):
        return key != "city" or source not in _OF_CITY
    part = _PART.search(text)
    if part is None or funding.known(part["source"]) in (None, "total"):
        return False
    return not text.startswith(part["amount"])


class CellTexts:
    """Reads the texts of one table's cells.

    figures  how their figures are read before the unit is known
    """

    def __init__(self, lines: Sequence[TableLine], layout: Layout, head: Head, vocabulary: Vocabulary) -> None:
        printed = (line.text(column) for line in lines for column in layout.amounts)
        self.figures = CellFigures(separator_of(printed), vocabulary)
        self._amounts = layout.amounts
        self._names = head.of("funding", "project")
        self._of_shares = frozenset(column.index for column in layout.amounts if _SHARES.search(column.label))
        self._bracketed: frozenset[int] = frozenset()

    def see_brackets(self, lines: Sequence[TableLine], funding: FundingReader) -> None:
        """Notes the lines of sources in brackets, if all sources are, as every amount in their lines is (`사업비 | 200` over `(국비) | (150)` and
        `(시비) | (50)`): these say that they are parts of the sum. Of one source in brackets among others they may say anything."""
        named = [(line, text) for line in lines if (text := self._source(line, funding)) is not None]
        if named and all(_NAME_IN_BRACKETS.fullmatch(text) and self._in_brackets(line) for line, text in named):
            self._bracketed = frozenset(line.row for line, _ in named)

    def _source(self, line: TableLine, funding: FundingReader) -> str | None:
        texts = map(line.text, self._names)
        return next((text for text in texts if text and funding.known(text) not in (None, "total")), None)

    def _in_brackets(self, line: TableLine) -> bool:
        filled = [text for column in self._amounts if not is_nothing(text := line.texts[column.index])]
        return all(map(_IN_BRACKETS.fullmatch, filled))

    def plain(self, line: TableLine, column: Column, text: str) -> str:
        """The text of an amount's cell without what only shows that it is a part, or its share where the head says so (`국비(%)` over
        `500(50)`)."""
        if column.index in self._of_shares and (shared := _WITH_SHARE.fullmatch(text)) is not None:
            text = shared["amount"] if float(shared["share"]) <= 100 else text
        elif line.row in self._bracketed:
            text = text.strip("()")
        return with_commas(text, self.figures.separator)
