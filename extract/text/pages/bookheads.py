"""Running heads of two parts: the name of the book, and that of the part of the book or of the card of each page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from pledgecards.extract.markers import DOT, split_marker
from pledgecards.extract.numbers import names_of
from pledgecards.extract.text.lines.textline import SourceLine, is_marked
from pledgecards.extract.titles.documents import names_document
from pledgecards.schemas.notation import COLONS
from pledgecards.schemas.vocabulary import Vocabulary, fold

_GAP = re.compile(r"\s{3,}")
_COUNTED = re.compile(r"(?:[Ⅰ-Ⅻ]|[IVX]{1,4}(?![A-Za-z]))\s*[.)]?\s*(?![\s\-])|[Ⅰ-Ⅻ][.)]?$")
_FEWEST, _LEAST_SHARE = 3, 0.6
_SHORTEST = 2
_DIGITS = re.compile(r"\d+")
_LONGEST, _MOST_WORDS = 200, 40
_NEAR = 8
"""The title of a card stands on one of so many lines at the top of its page."""

_PAGES_A_PART = 3
"""A part of a book takes so many pages on average at least, where its name stands beside the book's: a title stands on those of its card."""


def heads_of_parts(texts: Sequence[str], lines: Sequence[SourceLine], vocabulary: Vocabulary) -> set[int]:
    """Which of the outermost lines of pages name the book, alike on most of them, and one of its few parts, each on pages that follow each other.
    The first of each part stays: it may be a title; where most parts stand elsewhere in the text under their Roman numerals, it is none."""
    found = [(at, *met) for at, text in enumerate(texts) if (met := _parted(text)) is not None]
    book, times = next(iter(Counter(book for _, book, _ in found).most_common(1)), ("", 0))
    if times < max(_FEWEST, _LEAST_SHARE * len(texts)) or _is_label(book, vocabulary):
        return set()
    runs = [
        (name, [at for at, _, _ in run])
        for name, run in groupby([one for one in found if one[1] == book], lambda one: one[2])
    ]
    if len({name for name, _ in runs}) < len(runs):
        return set()
    counted = _parts_counted(lines)
    if len(runs) > 1 and sum(fold(name) in counted for name, _ in runs) >= _LEAST_SHARE * len(runs):
        return {at for _, run in runs for at in run}
    if _PAGES_A_PART * len(runs) > times:
        return set()
    return {at for _, run in runs for at in run[1:]}


def _parts_counted(lines: Sequence[SourceLine]) -> set[str]:
    """The names that stand behind or below a Roman numeral, folded."""
    found: set[str] = set()
    below = False
    for line in lines:
        text = line.text[:_LONGEST].strip()
        met = _COUNTED.match(text)
        if met is not None or (below and text):
            found.add(fold(text[met.end() :] if met is not None else text))
        below = (met is not None and met.end() == len(text)) or (below and not text)
    return found


def heads_of_cards(
    lines: Sequence[SourceLine],
    sheets: Sequence[Sequence[int]],
    edges: Sequence[tuple[int, int]],
    vocabulary: Vocabulary,
) -> set[int]:
    """Which of the first lines of pages (rank, index) name the book on most pages, alone or with the name of the card before or behind it, where
    that stands by itself below on a page with the same head: it is lost with none of them.

    sheets: the indices of the lines of each page that show something.
    """
    if len(edges) < _FEWEST:
        return set()
    told = [(index, part) for rank, index in edges for part in _with_card(lines, index, sheets[rank], vocabulary)]
    book, times = next(iter(Counter(book for _, (book, _) in told).most_common(1)), ("", 0))
    if times < max(_FEWEST, _LEAST_SHARE * len(edges)) or len(fold(book)) < _SHORTEST or _is_label(book, vocabulary):
        return set()
    cards = {card for _, (of, card) in told if of == book}
    found: set[int] = set()
    for _, index in edges:
        text = " ".join(lines[index].text.split())
        rest = text.removeprefix(book) if text.startswith(book) else text.removesuffix(book)
        if len(rest) < len(text) and (not rest or fold(rest) in cards) and may_run(text, vocabulary):
            found.add(index)
    return found


def _with_card(
    lines: Sequence[SourceLine], index: int, sheet: Sequence[int], vocabulary: Vocabulary
) -> Iterator[tuple[str, str]]:
    """What stands in a head before or behind words that stand by themselves below it, and those, folded."""
    words = lines[index].text.split()
    if not 1 < len(words) <= _MOST_WORDS:
        return
    below = {name for at in sheet[:_NEAR] if at > index for name in _names(lines[at].text, vocabulary)}
    for k in range(1, len(words)):
        first, last = " ".join(words[:k]), " ".join(words[k:])
        if fold(last) in below:
            yield first, fold(last)
        elif fold(first) in below:
            yield last, fold(first)


def _names(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """What a line of no more than usual length may name."""
    return names_of(text.strip(), vocabulary) if len(text) <= _LONGEST else iter(())


def _parted(text: str) -> tuple[str, str] | None:
    parts = _GAP.split(text)
    return (parts[0], parts[1]) if len(parts) == 2 else None


def _is_label(text: str, vocabulary: Vocabulary) -> bool:
    words = (vocabulary.cards, vocabulary.labels, vocabulary.heads, vocabulary.sections)
    return any(of.match(text, rough=False) is not None for of in words)


def heads_amid_cards(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> set[int]:
    """The indexes of lines that only name the document, in a text without form feeds: alike but for the page's number, each alone between
    blank lines, one of them over a bullet, as the head of a page is amid a card. What heads each card stands over its title or its fields."""
    alike: dict[str, list[int]] = defaultdict(list)
    for at in range(1, len(lines) - 1):
        text = lines[at].text[:_LONGEST]
        if "공약" in text and lines[at - 1].blank and lines[at + 1].blank:
            name = _GAP.sub("\t", text.strip())
            if names_document(name, vocabulary) and may_run(name, vocabulary):
                alike[_DIGITS.sub("", name)].append(at)
    runs = [places for places in alike.values() if len(places) > 1]
    return {at for places in runs if any(_over_bullet(lines, at, vocabulary) for at in places) for at in places}


def _over_bullet(lines: Sequence[SourceLine], index: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands next below a line is a bullet that is no label and heads no section."""
    below = next((line.text.strip()[:_LONGEST] for line in lines[index + 1 :] if not line.blank), "")
    marked = split_marker(below, vocabulary)
    if marked.rank is None or marked.rank > DOT:
        return False
    label = re.split(f"[{COLONS}]", marked.words)[0]
    return not labels(label, vocabulary) and all(may_run(text, vocabulary) for text in (marked.words, label))


def may_run(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line may be a running head or foot: it is no item and heads no section."""
    return not is_marked(text, vocabulary) and vocabulary.sections.match(text, rough=False) is None


def labels(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line labels what stands below it, as one does at the top of each page where cells stand each on a line (`공약명`)."""
    return any(
        words.match(text, rough=False) is not None for words in (vocabulary.cards, vocabulary.labels, vocabulary.heads)
    )
