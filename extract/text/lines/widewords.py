"""Titles whose words a copy set far apart (`공약  79.    숲세권     도시    조성`), as large type comes out of a page: a title, and no columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.fields import is_field
from pledgecards.extract.people.lines import is_office
from pledgecards.extract.text.lines.textline import SourceLine
from pledgecards.schemas.bodies import body_names
from pledgecards.schemas.vocabulary import Vocabulary

_NUMBERED = re.compile(r"\s*(?:공약(?:사업)? *\d{1,3}(?:-\d{1,3})?[.)]?|\d{1,3}(?:-\d{1,3})?[.)]) {2,}(?=\S)")
_NAMED = re.compile(r"\s*공약(?:사업)? *\d{1,3}(?:-\d{1,3})?[.)] (?=\S)")
"""A number that says that it is a pledge's heads a title, and no row of a table, however near its first word stands."""

_NAME_OF_PERSON = re.compile(r"[가-힣]{3}")
_GAP = re.compile(r" {2,}")
_WORD = re.compile(r"[가-힣A-Za-z0-9·,()「」‘’“”'\"&~-]*[가-힣][가-힣A-Za-z0-9·,()「」‘’“”'\"&~-]*")
_MOST_WORDS = 12


def with_titles_close(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> list[SourceLine]:
    """The lines, single spaces between the words of a numbered title that only wide gaps part. Numbered lines that stand right below
    one another are rows of a list."""
    found = list(lines)
    for i, line in enumerate(lines):
        wide = "   " in line.text and "\t" not in line.text
        number = (_NUMBERED.match(line.text) or _NAMED.match(line.text)) if wide else None
        if number is None or any(
            _NUMBERED.match(other.text) or _NAMED.match(other.text)
            for other in (*lines[max(0, i - 1) : i], *lines[i + 1 : i + 2])
        ):
            continue
        words = _GAP.split(line.text[number.end() :].rstrip())
        if not 1 < len(words) <= _MOST_WORDS or any(is_field(word, vocabulary) for word in (words[0], words[-1])):
            continue
        if all(_is_of_title(word, vocabulary) for word in words) and not _may_be_person(words[-1], vocabulary):
            found[i] = replace(line, text=f"{' '.join(number.group().split())} {' '.join(words)}")
    return found


def _may_be_person(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word may be the name of somebody in charge, who stands behind many a title."""
    return _NAME_OF_PERSON.fullmatch(word) is not None and word[0] in vocabulary.names["family"]


def _is_of_title(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word alone between gaps is none of what stands beside a title in a column of its own: an office, a body, an option."""
    if _WORD.fullmatch(word) is None or is_office(word) or word in body_names():
        return False
    return all(
        words.match(word, rough=False) is None
        for words in (vocabulary.options, vocabulary.labels, vocabulary.heads, vocabulary.cards)
    )
