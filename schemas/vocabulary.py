"""The vocabulary: every word that the reading of cards keys on, loaded from the TOML files beside this module.

A lookup answers with a `Match`: the key, the spelling met, and how well (100: the same letters once spaces and
punctuation are folded away). A rough match (below 100) is the caller's to report: it never passes in silence.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz import fuzz, process

from pledgecards.language import _
from pledgecards.schemas.own_words import VocabularyError, extended

ROUGH = 84.0
"""The least score, of 100, at which a rough match counts: one jamo in six may differ."""

ANY_NAME = "○○"
"""In a spelling: any name of one to six letters (`정부·○○시 도움`)."""

_LONGEST = 60
"""No longer text is looked up."""

_MOST_SEEN = 20_000

_NOT_LETTERS = re.compile(r"[^0-9A-Za-z가-힣ㄱ-ㆎ一-鿿%㎡㎥㎢㎞]+")
# Bounded, or a line of nothing but opening brackets would be searched to its end from each of them.
_REMARK = re.compile(r"[(\[（【〔<][^)\]）】〕>]{0,200}[)\]）】〕>]")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The letters and digits of a text, by which spellings are compared: `추  진  실  적:` is `추진실적`."""
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
    _named: list[tuple[re.Pattern[str], str, str]] = field(default_factory=list)
    _firsts: frozenset[str] = frozenset()
    _most: int = 0
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
        self._firsts = frozenset(folded[:1] for folded in self._exact)
        self._most = max(map(len, self._folded), default=0)

    def __iter__(self) -> Any:
        return iter(self._exact.values())

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
            jamo = unicodedata.normalize("NFD", folded)
            best = process.extractOne(jamo, self._jamo, scorer=fuzz.ratio, score_cutoff=ROUGH)
            if best is None:
                continue
            met = self._folded[best[2]]
            # A rough match may change letters of a word, not add or drop whole words.
            if abs(len(met) - len(folded)) > 1:
                continue
            key, spelling = self._exact[met]
            return Match(key, spelling, round(float(best[1]), 1))
        return None


_LISTS = {
    "sections": ("sections.toml", None),
    "labels": ("choices.toml", "labels"),
    "options": ("choices.toml", "options"),
    "heads": ("tables.toml", "heads"),
    "periods": ("tables.toml", "periods"),
    "funding": ("funding.toml", None),
    "counts": ("units.toml", "counts"),
    "people": ("people.toml", None),
    "cards": ("cards.toml", None),
    "dates": ("dates.toml", None),
}


class Vocabulary:
    """All words, by part. `Vocabulary.standard()` is the one that ships; `extended(text)` adds a data officer's own."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        self._tables = {name: dict(table) for name, table in tables.items()}
        _validate(self._tables)

    @classmethod
    def standard(cls) -> Vocabulary:
        """The vocabulary that ships with the package (loaded once a process)."""
        global _standard
        if _standard is None:
            folder = files("pledgecards.schemas").joinpath("vocabulary")
            names = sorted({file for file, _ in _LISTS.values()} | {"units.toml", "marks.toml"})
            _standard = cls({name: tomllib.loads(folder.joinpath(name).read_text("utf-8")) for name in names})
        return _standard

    @classmethod
    def extended(cls, text: str) -> Vocabulary:
        """The vocabulary that ships with the words of a TOML text added (see `own_words`). VocabularyError: it does not fit."""
        return cls(extended(cls.standard()._tables, text))

    def _words(self, part: str) -> Words:
        file, section = _LISTS[part]
        table = self._tables[file]
        if section is not None:
            table = table[section]
        return Words({k: tuple(v) for k, v in table.items() if isinstance(v, list)})

    @cached_property
    def sections(self) -> Words:
        """Section headings by `items.section`."""
        return self._words("sections")

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """Words that may stand before a section's name and only say which (`주요`, `향후`)."""
        return frozenset(self._tables["sections.toml"]["modifiers"]["words"])

    @cached_property
    def labels(self) -> Words:
        """Labels of the checkbox block by `choices.field`."""
        return self._words("labels")

    @cached_property
    def options(self) -> Words:
        """Options of the checkbox block by `choices.field`; an option known to several fields answers with the first."""
        return self._words("options")

    @cached_property
    def options_by_field(self) -> Mapping[str, frozenset[str]]:
        """The folded options of every choice field."""
        table = self._tables["choices.toml"]["options"]
        return {name: frozenset(fold(option) for option in options) for name, options in table.items()}

    @cached_property
    def heads(self) -> Words:
        """Heads of table columns: project, funding, total, unit, goal, result, rate, note, year, quarter."""
        return self._words("heads")

    @cached_property
    def periods(self) -> Words:
        """Columns beside the years: after_term, before_term."""
        return self._words("periods")

    @cached_property
    def funding(self) -> Words:
        """Funding sources by `budget.funding`, and `city` for 시비, which depends on the body."""
        return self._words("funding")

    @cached_property
    def people(self) -> Words:
        """roles, units, heads and phones of the table of people in charge."""
        return self._words("people")

    @cached_property
    def head_kinds(self) -> Mapping[str, frozenset[str]]:
        """What stands under a head of the table of people in charge (department, role, name, phone, other): the folded heads."""
        kinds = self._tables["people.toml"]["head_kinds"]
        return {kind: frozenset(fold(word) for word in words) for kind, words in kinds.items()}

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """family and double: family names; none and subjects: words that stand where a name is expected and are none."""
        return {key: frozenset(words) for key, words in self._tables["people.toml"]["names"].items()}

    @cached_property
    def cards(self) -> Words:
        """number_words, title_labels, contents, document_names."""
        return self._words("cards")

    @cached_property
    def marks(self) -> Mapping[str, frozenset[str]]:
        """Check glyphs: checked, empty, ring (of the empty ones, those that check when they stand alone), letters."""
        table = self._tables["marks.toml"]
        return {key: frozenset(value) for key, value in table.items() if isinstance(value, list)}

    @cached_property
    def bullets(self) -> Mapping[str, int]:
        """The rank of every bullet glyph: 0 section (■ □), 1 item (○ ㅇ), 2 dash (-), 3 dot (· •)."""
        table = self._tables["marks.toml"]["bullets"]
        return {
            glyph: rank for rank, key in enumerate(("section", "item", "dash", "dot")) for glyph in table.get(key, ())
        }

    @cached_property
    def note_marks(self) -> tuple[str, ...]:
        """What a note begins with (`※`), the longest first."""
        return tuple(sorted(self._tables["marks.toml"]["notes"]["marks"], key=len, reverse=True))

    @cached_property
    def dates(self) -> Words:
        """Words in and around dates: open_ends, within, about_behind, about_before, moves, anniversaries, documents."""
        return self._words("dates")

    @cached_property
    def cohorts(self) -> Mapping[int, int]:
        """The year in which each mayoral term began, by its ordinal."""
        return {int(k): int(v) for k, v in self._tables["cards.toml"]["cohorts"].items()}

    @cached_property
    def money(self) -> Mapping[str, int]:
        """Won in each unit of money that ends in 원."""
        return dict(self._tables["units.toml"]["money"])

    @cached_property
    def money_short(self) -> Mapping[str, int]:
        """Won in each unit of money written without 원 (`3억`)."""
        return dict(self._tables["units.toml"]["money_short"])

    @cached_property
    def count_units(self) -> tuple[str, ...]:
        """Units of counts and measures, the longest first."""
        counts = self._tables["units.toml"]["counts"]
        return tuple(sorted({*counts["words"], *counts["measures"]}, key=lambda unit: (-len(unit), unit)))

    @cached_property
    def figure_rules(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """How figures are read: approximate, canonical, ordinal, not_counted, particles and nothing, each a table of word lists."""
        rules = self._tables["units.toml"]["figure_rules"]
        return {rule: {key: tuple(words) for key, words in table.items()} for rule, table in rules.items()}


_standard: Vocabulary | None = None


def _validate(tables: Mapping[str, Mapping[str, Any]]) -> None:
    for part, (file, section) in _LISTS.items():
        table: Any = tables.get(file, {})
        if section is not None:
            table = table.get(section, {})
        for key, value in table.items():
            if isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value):
                continue
            if isinstance(value, dict):
                continue
            message = _("{file}: {name} must be a list of words")
            raise VocabularyError(message.format(file=file, name=f"{part}.{key}"))
