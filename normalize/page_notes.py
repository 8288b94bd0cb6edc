"""What a web page or a file says of itself below a card's text (`최종수정일 : 2020. 10. 5.`): nothing of the card."""

from __future__ import annotations

import re
from functools import lru_cache

from pledgecards.extract.card import Item
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LABELLED = re.compile(r"([가-힣 ]{2,12}?)\s*[:：]")


def is_of_page(item: Item) -> bool:
    """Whether a line without a bullet says something of the page itself."""
    label = _LABELLED.match(item.text) if item.kind == "paragraph" else None
    return label is not None and fold(label[1]) in _labels()


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    return frozenset(map(fold, Vocabulary.standard().dates.spellings["page_notes"]))
