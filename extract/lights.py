"""The light (신호등) or the stars that show how far a pledge is, behind its title or behind the name of a section."""

from __future__ import annotations

import re

from pledgecards.schemas.vocabulary import Vocabulary, fold

_SIGNS = "●○◯⬤◎◐◑◕★☆\U0001f534\U0001f535\U0001f7e0-\U0001f7e6"
_BEHIND = re.compile(rf"(?<=[^\s{_SIGNS}])\s*[\[(（]?\s*[{_SIGNS}]{{1,5}}\s*[\])）]?$")
_WITH_WORDS = re.compile(rf"(?<=[가-힣])\s+[\[(（]?\s*[{_SIGNS}]\s*(?P<words>[가-힣][가-힣 ]{{1,9}})\s*[\])）]?$")


def without_light(text: str) -> str:
    """A text without the light or the stars behind it (`통학로 조성 ●`)."""
    return _BEHIND.sub("", text)


def without_state(text: str, vocabulary: Vocabulary) -> str:
    """A text without the light behind it and what it says of the pledge's state (`이행상황 ● 정상추진`)."""
    found = _WITH_WORDS.search(text)
    known = vocabulary.options_by_field.get("stage", frozenset())
    return text[: found.start()] if found is not None and fold(found["words"]) in known else without_light(text)
