"""The names of projects, alike in every table: without the marker that a list puts before each, and without punctuation at their edges."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pledgecards.extract.items.outline import EDGE
from pledgecards.extract.markers import NOTE, split_marker
from pledgecards.normalize.rows import Row
from pledgecards.schemas.vocabulary import Vocabulary

_DECIMAL = re.compile(r"\d{1,2}\.\s*\d{1,3}(?!\d)")
_MOST_MARKERS = 2
"""A bullet, and a number behind it (`○ ① 쉼터 조성`)."""


def with_plain_names(rows: Iterable[Row], vocabulary: Vocabulary) -> list[Row]:
    """The rows of a table with the names of their projects as `project_name` gives them."""
    return [row | {"project": project_name(row["project"], vocabulary)} for row in rows]


@lru_cache(maxsize=4096)
def project_name(printed: str | None, vocabulary: Vocabulary) -> str | None:
    """The name of a project as printed, without its marker: `1) 쉼터 조성`, `① 쉼터 조성` and `- 쉼터 조성 :` are `쉼터 조성`; a figure or a year that
    a name begins with (`1인 가구 지원`, `3·1운동 기념`) is of the name, what may be the first part of one too (`1. 5톤 화물차`), and so is all of one
    that is nothing but a marker (`①`)."""
    if printed is None:
        return None
    name = printed.strip(EDGE)
    for _ in range(_MOST_MARKERS):
        marked = split_marker(name, vocabulary)
        words = marked.words.strip(EDGE)
        if marked.rank in (None, NOTE) or not any(map(str.isalnum, words)) or _DECIMAL.match(name):
            break
        name = words
    return name or printed
