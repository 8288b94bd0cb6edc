"""Words looked up: texts told to be entries of a word list, by their letters alone or nearly.

A lookup answers with a `Match`: the key, the spelling met, and how well (100: the same letters once spaces and
punctuation are folded away). A rough match (below 100) is the caller's to report: it never passes in silence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz, process

ROUGH = 84.0
"""The least score, of 100, at which a rough match counts: one jamo in six may differ."""

ANY_NAME = "○○"
"""In a spelling: any name of one to six letters (`정부·○○시 도움`)."""

_LONGEST = 60
"""No longer text is looked up."""

_MOST_SEEN = 20_000

_NOT_LETTERS = re.compile(r"[^0-9A-Za-z가-힣ㄱ-ㆌㆎ一-鿿%㎡㎥㎢㎞]+")
_DIGITS = re.compile(r"[0-9]")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_NARROW = {wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
# Bounded, or a line of nothing but opening brackets would be searched to its end from each of them.
_REMARK = re.compile(r"[(\[（【〔<][^)\]）】〕>]{0,200}[)\]）】〕>]")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The letters and digits of a text, by which spellings are compared: `추  진  실  적:` is `추진실적`."""
    if _WIDE.search(text) is not None:
        text = text.translate(_NARROW)
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFC", text)).casefold()


def without_remark(text: str) -> str:
    """The text without its bracketed remarks: `도움(권한 명확성)` is `도움`; the text itself if nothing else is left."""
    bare = _REMARK.sub("", text).strip()
    return bare or text


@dataclass(frozen=True, slots=True)
class Match:
    """A word recognised. `key` is the vocabulary's name for it, `spelling` the entry it met, `score` 0..100."""

    key: str
    spelling: str
    score: float

    @property
    def rough(self) -> bool:
        """Whether the match is only approximate, so that a person should be told."""
        return self.score < 100


@dataclass(slots=True)
class Words:
    """The spellings of one part of the vocabulary (`sections`, `heads` …), by key."""

    spellings: Mapping[str, tuple[str, ...]]
    _exact: dict[str, tuple[str, str]] = field(default_factory=dict)
    _jamo: list[str] = field(default_factory=list)
    _folded: list[str] = field(default_factory=list)
    _with: dict[str, list[int]] = field(default_factory=dict)
    """By letter, the entries that hold it."""
    _named: list[tuple[re.Pattern[str], str, str]] = field(default_factory=list)
    _firsts: frozenset[str] = frozenset()
    _most: int = 0
    _letters: dict[str, frozenset[str]] = field(default_factory=dict)
    """By key, its spellings folded."""
    _seen: tuple[dict[str, Match | None], dict[str, Match | None]] = field(default_factory=lambda: ({}, {}))
    """What texts were found to be, exactly and roughly; emptied when full, so that new texts are always remembered."""

    def __post_init__(self) -> None:
        for key, spellings in self.spellings.items():
            for spelling in spellings:
                if ANY_NAME in spelling:
                    parts = map(re.escape, map(fold, spelling.split(ANY_NAME)))
                    self._named.append((re.compile("[가-힣]{1,6}".join(parts)), key, spelling))
                else:
                    self._exact.setdefault(fold(spelling), (key, spelling))
        self._folded = [folded for folded in self._exact if len(folded) >= 3]
        self._jamo = [unicodedata.normalize("NFD", folded) for folded in self._folded]
        for at, folded in enumerate(self._folded):
            for letter in set(folded):
                self._with.setdefault(letter, []).append(at)
        self._firsts = frozenset(folded[:1] for folded in self._exact)
        self._most = max(map(len, self._folded), default=0)

    def __iter__(self) -> Any:
        return iter(self._exact.values())

    def folded(self, key: str) -> frozenset[str]:
        """The spellings of a key, folded: what `fold` makes of a text is looked for among them."""
        known = self._letters.get(key)
        if known is None:
            known = self._letters[key] = frozenset(map(fold, self.spellings[key]))
        return known

    def may_begin(self, letter: str) -> bool:
        """Whether an entry, met exactly, may begin with this character. False only for a Hangul syllable that begins none."""
        return not "가" <= letter <= "힣" or bool(self._named) or letter in self._firsts

    @property
    def most_letters(self) -> int:
        """No text of more letters, without its remarks, is any of the entries."""
        return _LONGEST if self._named else self._most + 1

    def match(self, text: str, *, rough: bool = True) -> Match | None:
        """The entry that the whole text is, or None.

        Spaces, punctuation and case do not count; a bracketed remark may stand with it. With `rough`, a text of three or
        more letters may differ from an entry by about one jamo in six, so that a typing error is met (and reported).
        """
        seen = self._seen[rough]
        known = seen.get(text, ...)
        if known is not ...:
            return known
        found = None if len(text) > _LONGEST else self._find(text, rough)
        if len(seen) >= _MOST_SEEN:
            seen.clear()
        seen[text] = found
        return found

    def _find(self, text: str, rough: bool) -> Match | None:
        if not rough and not self.may_begin(text[:1]):
            return None  # most texts: they need not be folded
        candidates = [fold(text)]
        bare = without_remark(text)
        if bare != text:
            candidates.append(fold(bare))
        if rough:
            return self.match(text, rough=False) or self._roughly(candidates)
        for folded in candidates:
            if folded and folded in self._exact:
                key, spelling = self._exact[folded]
                return Match(key, spelling, 100.0)
        for folded in candidates:
            for pattern, key, spelling in self._named:
                if pattern.fullmatch(folded):
                    return Match(key, spelling, 100.0)
        return None

    def _roughly(self, candidates: list[str]) -> Match | None:
        for folded in dict.fromkeys(candidates):
            # Nor does one entry have more than one letter more or less than what it is met by.
            if not 3 <= len(folded) <= self._most + 1:
                continue
            # Where no letter is the same, each has a jamo at least that differs, and they have no more than three each.
            near = sorted(set().union(*[self._with.get(letter, ()) for letter in set(folded)]))
            jamo = unicodedata.normalize("NFD", folded)
            best = process.extractOne(jamo, [self._jamo[at] for at in near], scorer=fuzz.ratio, score_cutoff=ROUGH)
            if best is None:
                continue
            met = self._folded[near[best[2]]]
            # A rough match may change letters of a word, not add or drop whole words, nor change a number (`민선6기`).
            if abs(len(met) - len(folded)) > 1 or _DIGITS.findall(met) != _DIGITS.findall(folded):
                continue
            key, spelling = self._exact[met]
            return Match(key, spelling, round(float(best[1]), 1))
        return None
