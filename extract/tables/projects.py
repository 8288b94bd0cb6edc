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


def names_axis(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is the upper storey of a table's head, and no project: it says by what the table is parted (`연도별 투자`, `재원별 소요예산`),
    or holds nothing but words that head columns (`민선7기`; `연차`, a gap, `추진내용`)."""
    if fold(text).startswith(axis_words(vocabulary)):
        return True
    known = (vocabulary.heads, vocabulary.periods)
    return all(any(words.match(part, rough=False) for words in known) for part in text.split("\t"))
