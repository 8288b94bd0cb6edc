"""Lines that begin with a word for projects and a number (`세부사업 1. 경로당 정비`)."""

from __future__ import annotations

import re
from functools import lru_cache

from pledgecards.schemas.vocabulary import Vocabulary


def numbers_project(words: str, vocabulary: Vocabulary) -> bool:
    """Whether words begin with one for projects and a number that is no count (`3가지`), and go on in a name."""
    return _pattern(vocabulary).match(words) is not None


@lru_cache(maxsize=8)
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = [word for word in vocabulary.heads.spellings["project"] if word.endswith(("사업", "과제"))]
    named = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"[\[<〈【(]?(?:{named})\s?(?:\d{{1,2}}|[①-⑳])(?:\s*[.:)\]>〉】]\s*|\s+)[가-힣]")
