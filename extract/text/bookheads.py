"""Running heads of two parts: the name of the book, and a wide gap behind it that of the part of the book."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from pledgecards.extract.text.textline import is_marked
from pledgecards.schemas.vocabulary import Vocabulary

_GAP = re.compile(r"\s{3,}")
_FEWEST, _LEAST_SHARE = 3, 0.6
_PAGES_A_PART = 3
"""A part of a book takes so many pages on average at least, where its name stands beside the book's: a title stands on those of its card."""


def heads_of_parts(texts: Sequence[str]) -> set[int]:
    """Which of the outermost lines of pages name the book, alike on most of them, and one of its few parts, each on pages that follow each other.
    The first of each part stays: it may be a title."""
    found = [(at, *met) for at, text in enumerate(texts) if (met := _parted(text)) is not None]
    book, times = next(iter(Counter(book for _, book, _ in found).most_common(1)), ("", 0))
    if times < max(_FEWEST, _LEAST_SHARE * len(texts)) or _is_label(book):
        return set()
    runs = [
        (name, [at for at, _, _ in run])
        for name, run in groupby([one for one in found if one[1] == book], lambda one: one[2])
    ]
    if len({name for name, _ in runs}) < len(runs) or _PAGES_A_PART * len(runs) > times:
        return set()
    return {at for _, run in runs for at in run[1:]}


def _parted(text: str) -> tuple[str, str] | None:
    parts = _GAP.split(text)
    return (parts[0], parts[1]) if len(parts) == 2 else None


def _is_label(text: str) -> bool:
    known = Vocabulary.standard()
    words = (known.cards, known.labels, known.heads, known.sections)
    return any(of.match(text, rough=False) is not None for of in words)


def may_run(text: str) -> bool:
    """Whether a line may be a running head or foot: it is no item and heads no section."""
    return not is_marked(text) and Vocabulary.standard().sections.match(text, rough=False) is None


def labels(text: str) -> bool:
    """Whether a line labels what stands below it, as one does at the top of each page where cells stand each on a line (`공약명`)."""
    known = Vocabulary.standard()
    return any(words.match(text, rough=False) is not None for words in (known.cards, known.labels, known.heads))
