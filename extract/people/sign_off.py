"""The box in which a paper was signed (결재란): it says who put a name under the page, not who is in charge."""

from __future__ import annotations

import re
from functools import lru_cache

from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary, fold

_FEWEST, _MOST = 3, 40
"""Cells of such a box."""

_WORDS = re.compile(r"[가-힣A-Za-z一-鿿]")


def is_sign_off(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a table says that it is signed in (`결재` beside `담당 | 팀장 | 과장`), and names nobody: its other cells are offices'
    chiefs, blank, a day, or how it was signed (`전결`)."""
    if not _FEWEST <= len(table.cells) <= _MOST:
        return False
    labels, others = _words(vocabulary)
    said = [fold(cell.text) for cell in table.cells if cell.lines]
    if labels.isdisjoint(said) or any(cell.tables for cell in table.cells):
        return False
    return all(word in labels or word in others or not _WORDS.search(word) for word in said)


@lru_cache(maxsize=8)
def _words(vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """The labels of such a box, and what else stands in it."""
    people = vocabulary.people.spellings
    return frozenset(map(fold, people["sign_off"])), frozenset(map(fold, [*people["signed"], *people["roles"]]))
