"""Options parted by nothing but spaces: which words are one, and which are two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pledgecards.schemas.bodies import body_names
from pledgecards.schemas.notation import MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary

_DOT = re.compile(f"[{MIDDOTS}]")
_WORD = re.compile(r"\S+")
_SIGNS = frozenset("·/(")
_PROVINCES = frozenset("시도")
_MOST_WORDS = 3
"""The words of the longest option that is looked for among others with nothing but spaces between (`임기 내 착수`)."""


def is_option(text: str, vocabulary: Vocabulary) -> bool:
    """Whether words are an option known to the vocabulary, or the name of a local government, which may lead a pledge, alone or with others
    (`정부·부산시`)."""
    return vocabulary.options.match(text, rough=False) is not None or _is_body(text, vocabulary)


def _is_body(text: str, vocabulary: Vocabulary) -> bool:
    names = _DOT.split(text)
    bodies = [name in body_names() for name in names]
    return any(bodies) and all(
        body or vocabulary.options.match(name, rough=False) is not None
        for body, name in zip(bodies, names, strict=True)
    )


def known_words(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """The part itself, or its words if every one of them is an option known to the vocabulary."""
    if not text[start:end].strip():
        return []
    words = [met.span() for met in _WORD.finditer(text, start, end)]
    whole = _is_one(text[start:end], vocabulary)
    if len(words) > 1 and not whole and _all_known([text[a:b] for a, b in words], vocabulary):
        return words
    if len(words) > 1 and not whole and (several := of_several_words(text, words, vocabulary)):
        return several
    if len(words) > 1 and not whole:
        known = (vocabulary.labels, vocabulary.sections)
        for a, b in itertools.pairwise(words):
            if vocabulary.options.match(text[b[0] : end].strip(), rough=False) and any(
                part.match(text[words[0][0] : a[1]], rough=False) for part in known
            ):
                return [(b[0], words[-1][1])]  # the label of another choice stands before its first option
            # The label of what stands behind in the line ends the options.
            if vocabulary.options.match(text[start : a[1]].strip(), rough=False) and any(
                part.match(text[slice(*b)], rough=False) for part in known
            ):
                return [(words[0][0], a[1])]
    return [(start, end)]


def _is_one(text: str, vocabulary: Vocabulary) -> bool:
    """Whether words are one known option: `자체(국가)`, `국가·도` and `국가 · 도` are, `자체 국가` are two."""
    known = vocabulary.options.match(text.strip(), rough=False)
    if known is None:
        return False
    return len(text.split()) == 1 or _SIGNS.isdisjoint(known.spelling) or not _SIGNS.isdisjoint(text)


def _all_known(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether every word is an option known to the vocabulary, or a local government beside such: none that its province's name stands before
    (`서울시 영등포구`)."""
    known = [vocabulary.options.match(word, rough=False) is not None for word in words]
    if all(known) or not any(known):
        return all(known)
    bodies = [_is_body(word, vocabulary) for word in words]
    if any(bodies[at + 1] and word[-1:] in _PROVINCES for at, word in enumerate(words[:-1])):
        return False
    return all(yes or body for yes, body in zip(known, bodies, strict=True))


def of_several_words(text: str, words: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Known options of which some are of several words (`임기 내 임기 후`), if all the words are of such; else none."""
    options: list[tuple[int, int]] = []
    place = 0
    while place < len(words):
        for count in range(min(_MOST_WORDS, len(words) - place), 0, -1):
            option = (words[place][0], words[place + count - 1][1])
            if _is_one(text[slice(*option)], vocabulary):
                break
        else:
            return []
        options.append(option)
        place += count
    return options if len(options) > 1 else []


def between_gaps(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """What stands between wide gaps as the options that it is: one, or several that only spaces part (`자체<TAB>국가 도 민간`)."""
    words = [met.span() for met in _WORD.finditer(text, start, end)]
    if _is_one(text[start:end], vocabulary):
        return [(start, end)]
    if len(words) > 1 and _all_known([text[a:b] for a, b in words], vocabulary):
        return words
    return of_several_words(text, words, vocabulary) or [(start, end)]
