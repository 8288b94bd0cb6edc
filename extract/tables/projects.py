"""The names of projects in a card's tables, and the lines that say one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary, fold, without_remark

_SHORTEST = 4


def project_names(tables: Iterable[Table], vocabulary: Vocabulary) -> set[str]:
    """The folded names in the first columns of tables, with their remarks and without them."""
    names: set[str] = set()
    for table in tables:
        for text in {row[0] for row in grid_of(table).texts}:
            folded = fold(text)
            if len(folded) >= _SHORTEST and vocabulary.heads.match(text, rough=False) is None:
                names.update((folded, fold(without_remark(text))))
    return names


def says_project(words: str, names: Collection[str]) -> bool:
    """Whether words are one of these names, with a remark behind it or without."""
    folded = fold(words)
    return len(folded) >= _SHORTEST and (folded in names or fold(without_remark(words)) in names)


@lru_cache(maxsize=8)
def axis_words(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The folded words that part a table (`연도별`, `재원별`)."""
    spellings = vocabulary.heads.spellings
    return tuple(fold(word) for kind in ("year", "funding") for word in spellings[kind] if word.endswith("별"))
