"""Figures with the unit of what they count behind them (`120명`, `1,200㎡`), which is no time."""

from __future__ import annotations

import re

from pledgecards.schemas.vocabulary import Vocabulary

_MEASURED = re.compile(r"\d[\d,.]*\s?(\D{1,4})")
_TIMES = frozenset({"년", "월", "일", "개년", "분기", "차"})


def is_count(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is nothing but such a figure."""
    found = _MEASURED.fullmatch(text)
    return found is not None and found[1] in vocabulary.count_units and found[1] not in _TIMES
