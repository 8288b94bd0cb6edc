"""Options that a letter behind or before them checks, or brackets round them: `신규 V / 계속`, `[임기내] / 임기후`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.choices.option_words import is_option
from pledgecards.schemas.vocabulary import Vocabulary

_NO = "xXｘＸ"
_LETTERS = "vVｖＶoOｏＯ" + _NO
_LETTER_BEHIND = re.compile(rf"\s*([{_LETTERS}])\s*$")
_LETTER_BEFORE = re.compile(rf"\s*([{_LETTERS}])\s*(?=\S)")
_BRACKETED = re.compile(r"\s*[\[【〔<〈]\s*([^\[\]【】〔〕<>〈〉]{1,20}?)\s*[\]】〕>〉]\s*")
LETTER_OR_BRACKET = re.compile(rf"(?<!\S)[{_LETTERS}]|(?<=[가-힣)）])[{_LETTERS}](?!\S)|[\[【〔<〈]")
"""What stands wherever a letter behind an option or brackets round it may check it."""

LONE_LETTER = re.compile(rf"(?<!\S)[{_LETTERS}](?![^\s가-힣])|(?<=[가-힣)）])[{_LETTERS}](?!\S)")
"""A letter among words that spaces part (`신규 V 계속`, `신규V 계속`, `신규 V계속`): it is of the one before it or of the one behind."""


def mark_of(letter: str) -> str:
    """The mark that a letter stands for."""
    return "×" if letter in _NO else f"({letter})"


def by_letters(
    text: str, spans: Sequence[tuple[int, int]], vocabulary: Vocabulary
) -> list[tuple[int, int, str | None]] | None:
    """Known options, a letter that checks behind or before some of them and none, or one that says no, at the others (`신규 V / 계속`,
    `O 임기내 / X 임기외`); or brackets round some of them (`[임기내] / 임기후`). One alone, as in a cell of its own, may have its letter."""
    if not spans or LETTER_OR_BRACKET.search(text, spans[0][0], spans[-1][1]) is None:
        return None
    pieces: list[tuple[int, int, str | None]] = []
    for low, high in spans:
        bracketed = _BRACKETED.fullmatch(text, low, high)
        if bracketed is not None and vocabulary.options.match(bracketed[1], rough=False):
            pieces.append((*bracketed.span(1), "(v)"))
            continue
        found = _LETTER_BEHIND.search(text, low, high)
        words_end = found.start() if found is not None else high
        if found is None and (found := _LETTER_BEFORE.match(text, low, high)) is not None:
            low = found.end()
        if not is_option(text[low:words_end].strip(), vocabulary):
            return None
        pieces.append((low, words_end, None if found is None else mark_of(found[1])))
    checks = sum(mark is not None and mark != "×" for _, _, mark in pieces)
    return pieces if 0 < checks < len(pieces) or len(pieces) == 1 else None
