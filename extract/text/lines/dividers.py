"""Words between rules (`--- 공약카드 2/3 ---`, `=== 공약 2. 배박물관 재단장 ===`): what parts the cards of a text, or heads them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pledgecards.extract.numbers import numbered
from pledgecards.extract.text.lines.textline import SourceLine
from pledgecards.schemas.vocabulary import Vocabulary

_BETWEEN = re.compile(r"\s*(?P<sign>[-=~*_─━═#+])(?P=sign){2,}\s*(?P<words>[^\s|].*?)\s*(?P=sign){3,}\s*")
_COUNT = re.compile(r"\d+")
_SIGNS = tuple("-=~*_─━═#+")
_WORD = re.compile(r"[가-힣] ?[가-힣]")
_LONGEST = 200


def without_rules(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> tuple[list[SourceLine], set[int], int]:
    """The lines without the rules on both sides of words; the indexes of those that only count the cards, with other words in none, which
    are of no card; and how many signs were taken out."""
    found = {at: met for at, line in enumerate(lines) if (met := _between(line.text)) is not None}
    if not found:
        return list(lines), set(), 0
    times = Counter(_COUNT.sub("", met["words"]) for met in found.values())
    counting = {
        at
        for at, met in found.items()
        if times[_COUNT.sub("", met["words"])] > 1 and _only_counts(met["words"], vocabulary)
    }
    result = list(lines)
    signs = 0
    for at, met in found.items():
        words = met["words"]
        if at not in counting and _WORD.search(words):
            result[at] = SourceLine(lines[at].number, words, lines[at].sheet)
            signs += len("".join(lines[at].text.split())) - len("".join(words.split()))
    return result, counting, signs


def _between(text: str) -> re.Match[str] | None:
    line = text.strip()
    if not line.startswith(_SIGNS) or len(line) > _LONGEST or line[:3] != line[:1] * 3 or line[-3:] != line[:1] * 3:
        return None  # most lines
    return _BETWEEN.fullmatch(line)


def _only_counts(words: str, vocabulary: Vocabulary) -> bool:
    """Whether words have a number that is no pledge's."""
    named = numbered(words, vocabulary)
    return _COUNT.search(words) is not None and not (named is not None and named.named)
