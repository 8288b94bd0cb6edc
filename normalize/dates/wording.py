"""Patterns with words of the vocabulary in them, and the texts that they are tried on."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import Self

from pledgecards.schemas.vocabulary import Vocabulary

_ANY_OF = re.compile(r"⟨(\w+)⟩")


class Text(str):
    """A folded text, and the vocabulary by which it is read."""

    __slots__ = ("vocabulary",)

    vocabulary: Vocabulary

    def __new__(cls, text: str, vocabulary: Vocabulary) -> Self:
        self = super().__new__(cls, text)
        self.vocabulary = vocabulary
        return self


def any_of(key: str) -> str:
    """In the pattern of a `Worded`: any of the vocabulary's words of this key, the longest first; a space in a word may be left out."""
    return f"⟨{key}⟩"


class Worded:
    """A pattern that holds words of the vocabulary (`any_of`): each text is met with the words that it is read by."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def match(self, text: Text, position: int = 0) -> re.Match[str] | None:
        return _compiled(self.pattern, text.vocabulary).match(text, position)

    def search(self, text: Text, position: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return _compiled(self.pattern, text.vocabulary).search(text, position, end)


@lru_cache(maxsize=256)
def _compiled(pattern: str, vocabulary: Vocabulary) -> re.Pattern[str]:
    spellings = vocabulary.dates.spellings

    def alternatives(key: re.Match[str]) -> str:
        words = sorted(spellings[key[1]], key=lambda word: (-len(word), word))
        return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ?") for word in words) + ")"

    return re.compile(_ANY_OF.sub(alternatives, pattern))
