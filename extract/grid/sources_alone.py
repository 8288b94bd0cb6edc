"""Tables of nothing but funding sources and what each pays (`국비 | 150백만원` over `시비 | 100백만원`), which need no head to be read."""

from __future__ import annotations

import re
from dataclasses import replace

from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.grid.row_names import is_total
from pledgecards.extract.page import Cell, Line, Table
from pledgecards.schemas.vocabulary import Vocabulary

_AMOUNT = re.compile(r"[△▲]?\s?\d[\d,]*(?:\.\d+)?\s?(?P<unit>\S*)|[-–—ㅡ―]")
_FEWEST = 2
_HEADS = ("재원", "소요액")
"""What the two columns would be headed by; of the amounts, one that says nothing of a time."""


def with_sources_headed(table: Table, vocabulary: Vocabulary) -> Table:
    """The table under a head that says what its two columns are, where every line names a source, or their sum, beside an amount or a
    dash; any other as it is."""
    if table.cols != len(_HEADS) or table.rows < _FEWEST or read_head(table, vocabulary).rows:
        return table
    names, amounts = zip(*grid_of(table).texts, strict=True)
    met = [_AMOUNT.fullmatch(amount) for amount in amounts]
    if any(cell.row_span > 1 or cell.col_span > 1 or cell.tables for cell in table.cells) or not all(met):
        return table
    if any(one is not None and one["unit"] and one["unit"] not in vocabulary.money for one in met):
        return table
    sources = [name for name in names if not is_total(name, vocabulary)]
    keys = [match.key for name in sources if (match := vocabulary.funding.match(name, rough=False)) is not None]
    if len(keys) < len(sources) or len(set(keys) - {"total"}) < _FEWEST:
        return table
    first = table.cells[0].place
    heads = [Cell(0, col, 1, 1, (Line(text, first),), first) for col, text in enumerate(_HEADS)]
    below = [replace(cell, row=cell.row + 1) for cell in table.cells]
    return replace(table, rows=table.rows + 1, cells=(*heads, *below))
