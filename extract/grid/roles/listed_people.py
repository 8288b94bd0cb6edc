"""Tables that list the people in charge, told by their roles, names and telephones."""

from __future__ import annotations

import re
from functools import lru_cache

from pledgecards.extract.page import Table
from pledgecards.schemas.notation import COLON
from pledgecards.schemas.vocabulary import Vocabulary, fold

_PHONE = re.compile(r"(?<!\d)(?:\(?0\d{1,2}\)?[-.)\s]*)?\d{3,4}[-.]\d{4}(?!\d)")
_EXTENSION = re.compile(r"(?<![\d,.'’])\d{3,4}(?![\d,.%㎡가-힣])")
_NAME_AFTER = r"[^가-힣]*[가-힣]{2,4}(?![가-힣])"
_PLACES = "(?<!주차장)(?<!운동장)"
"""Behind a role: it is not the end of what is built (`주차장 조성`, `운동장 정비`)."""


_HEAD_AND_ROW = 2
_VAGUE = frozenset({"구분"})
"""A head of people, and of anything else."""


@lru_cache(maxsize=8)
def _titled(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A role with a name behind it, or at the end of a text."""
    words = vocabulary.people.spellings["roles"]
    roles = "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:{roles}){_PLACES}(?:\s*{COLON}?\s*{_NAME_AFTER}|$)")


def lists_people(table: Table, vocabulary: Vocabulary, *, figures: bool = False) -> bool:
    """Roles with names or phones beside them, or heads that only such a table has. figures: under heads of figures no number of three or
    four digits is an extension."""
    people = vocabulary.people.spellings
    texts = [cell.text for cell in table.cells if cell.text]
    if not texts or sum(map(len, texts)) > 60 * len(texts):
        return False
    foreign = vocabulary.people.folded("foreign_heads")
    if table.rows > 1 and any(fold(cell.text) in foreign for cell in table.cells if cell.row == 0):
        return False
    titled = _titled(vocabulary)
    signs = tuple(sign for sign in people["phones"] if not sign.isalnum())
    phones = [
        text
        for text in texts
        if _PHONE.search(text) or (not figures and _EXTENSION.search(text)) or any(sign in text for sign in signs)
    ]
    named = [text for text in texts if titled.search(text)]
    heads = vocabulary.people.folded("heads") - _VAGUE
    headed = len([text for text in texts if fold(text) in heads])
    first = [cell.text for cell in table.cells if cell.col == 0]
    if table.cols == 2 and len(first) > 1 and all(fold(text) in heads for text in first):
        return True  # `주관부서 | …` over `협조부서 | …`
    if table.rows == _HEAD_AND_ROW and _heads_offices(table, vocabulary):
        return True
    return bool(phones and named) or (headed >= 2 and bool(phones or named)) or headed >= 3


def _heads_offices(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether two columns or more are headed by labels of offices, with an office under each (`주관부서 | 협조부서` over `도로과 | 교통과`)."""
    units = tuple(vocabulary.people.spellings["units"])
    labels = [cell.text for cell in table.cells if cell.row == 0]
    named = [cell.text for cell in table.cells if cell.row == 1]
    if len(labels) < 2 or len(labels) != len(named):
        return False
    return all(fold(label) in vocabulary.head_kinds["department"] for label in labels) and all(
        name.endswith(units) for name in named
    )
