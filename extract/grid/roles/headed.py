"""What the heading over a table decides where the table's own words could be of money as well as of targets."""

from __future__ import annotations

import re

from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.heads import Head
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary

_UNIT_OF_NAME = re.compile(r"[(（]\s*([^()（）\s]{1,4})\s*[)）]$")


_PLANNED, _DONE = frozenset({"plan", "former", "supplement"}), frozenset({"spent", "secured"})
_BESIDE = frozenset({"rate", "change", "total"})


def spends(table: Table, head: Head, vocabulary: Vocabulary) -> bool:
    """Whether the columns, or the lines, say what was planned and what of it was spent or secured, and nothing of targets or results: money,
    under the heading of a budget."""
    if head.of("goal", "result", "unit", "quantity", "base"):
        return False
    measure = head.first("measure")
    if measure is None:
        return bool(head.of(*_PLANNED) and head.of(*_DONE))
    texts = [row[measure.index] for row in grid_of(table).texts[head.rows :]]
    found = [vocabulary.heads.match(text, rough=False) for text in texts if text]
    keys = {match.key if match is not None else None for match in found}
    return bool(keys & _PLANNED and keys & _DONE) and keys <= _PLANNED | _DONE | _BESIDE


def counts_beside_money(table: Table, head: Head, vocabulary: Vocabulary) -> bool:
    """Whether lines without a source count things, beside lines of money (`출연금(억원)` over `보증(개소)`): targets, under their heading."""
    if head.of("source", "funding"):
        return False
    texts = grid_of(table).texts
    names = [_UNIT_OF_NAME.search(texts[row][0]) for row in range(head.rows, table.rows) if row not in head.repeats]
    return bool(names) and all(names) and any(name is not None and name[1] in vocabulary.count_units for name in names)
