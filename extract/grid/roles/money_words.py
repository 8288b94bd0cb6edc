"""Units of money in what is printed in or beside a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pledgecards.extract.grid.grids import Grid
from pledgecards.schemas.notation import COLONS
from pledgecards.schemas.vocabulary import Vocabulary, fold

_SOURCED = re.compile(rf"\W{{0,2}}([가-힣]{{1,8}})\s*[{COLONS}(]?\s*\d")
_FIGURE = re.compile(r"\d")


def speaks_of_money(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text names a unit of money of more than one letter (`소요예산(백만원)`); 원 alone may be the end of any word."""
    return _units(vocabulary).search(fold(text)) is not None


@lru_cache(maxsize=8)
def _units(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in vocabulary.money if len(word) > 1))


def begin_with_sources(grid: Grid, rows: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether in every row with a figure behind its name some cell begins with a funding source, or the sum of all, and its amount
    (`국비 100 / 도비 50`)."""
    filled = [grid.texts[row][1:] for row in rows if any(map(_FIGURE.search, grid.texts[row][1:]))]
    return bool(filled) and all(any(_sourced(text, vocabulary) for text in texts) for texts in filled)


def _sourced(text: str, vocabulary: Vocabulary) -> bool:
    met = _SOURCED.match(text)
    return met is not None and vocabulary.funding.match(met[1], rough=False) is not None
