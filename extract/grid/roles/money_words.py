"""Units of money in what is printed in or beside a table."""

from __future__ import annotations

import re
from functools import lru_cache

from pledgecards.schemas.vocabulary import Vocabulary, fold


def speaks_of_money(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text names a unit of money of more than one letter (`소요예산(백만원)`); 원 alone may be the end of any word."""
    return _units(vocabulary).search(fold(text)) is not None


@lru_cache(maxsize=8)
def _units(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in vocabulary.money if len(word) > 1))
