"""The vocabulary: every word that the reading of cards keys on, loaded from the TOML files beside this module.

How a text is met by one of its words is told in `words`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import Any

from pledgecards.schemas.own_words import extended
from pledgecards.schemas.word_lists import LISTS, validate
from pledgecards.schemas.words import ANY_NAME, Match, Words, fold, without_remark

__all__ = ["ANY_NAME", "Match", "Vocabulary", "Words", "fold", "without_remark"]


class Vocabulary:
    """All words, by part. `Vocabulary.standard()` is the one that ships; `extended(text)` adds a data officer's own."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        self._tables = {name: dict(table) for name, table in tables.items()}
        validate(self._tables)

    @classmethod
    def standard(cls) -> Vocabulary:
        """The vocabulary that ships with the package (loaded once a process)."""
        global _standard
        if _standard is None:
            folder = files("pledgecards.schemas").joinpath("vocabulary")
            names = sorted({file for file, _ in LISTS.values()} | {"units.toml", "marks.toml"})
            _standard = cls({name: tomllib.loads(folder.joinpath(name).read_text("utf-8")) for name in names})
        return _standard

    @classmethod
    def extended(cls, text: str) -> Vocabulary:
        """The vocabulary that ships with the words of a TOML text added (see `own_words`). VocabularyError: it does not fit."""
        return cls(extended(cls.standard()._tables, text))

    def _words(self, part: str) -> Words:
        file, section = LISTS[part]
        table = self._tables[file]
        if section is not None:
            table = table[section]
        return Words({k: tuple(v) for k, v in table.items() if isinstance(v, list)})

    @cached_property
    def sections(self) -> Words:
        """Section headings by `items.section`."""
        return self._words("sections")

    @cached_property
    def marked_sections(self) -> Words:
        """Words that head a section only behind a marker (`▷ 실적`), by `items.section`."""
        return self._words("marked_sections")

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
    def vague_labels(self) -> frozenset[str]:
        """The labels of choices that are of their field only if it knows an option behind them."""
        return frozenset(self._tables["choices.toml"]["vague"]["labels"])

    @cached_property
    def heads(self) -> Words:
        """Heads of table columns: project, funding, total, unit, goal, result, rate, note, year, quarter."""
        return self._words("heads")

    @cached_property
    def vague_heads(self) -> frozenset[str]:
        """Heads that may stand over a project or over any other key (`구분`), folded."""
        return frozenset(fold(word) for word in self._tables["tables.toml"]["heads"]["category"])

    @cached_property
    def periods(self) -> Words:
        """Columns beside the years: in_term, after_term, before_term."""
        return self._words("periods")

    @cached_property
    def like_results(self) -> Mapping[str, frozenset[str]]:
        """steps: heads of results only beside targets (`추진`); others: heads of results, but beside results none;
        alone: those that beside an unknown word may be of anything."""
        return {key: frozenset(words) for key, words in self._tables["tables.toml"]["like_results"].items()}

    @cached_property
    def works(self) -> frozenset[str]:
        """What is done in the stages of a project (`설계`, `공사`)."""
        return frozenset(self._tables["tables.toml"]["works"]["words"])

    @cached_property
    def whole_plans(self) -> frozenset[str]:
        """Heads of what is planned that are of all of it where no year is named (`예산액`)."""
        return frozenset(self._tables["tables.toml"]["whole_plans"]["words"])

    @cached_property
    def over_tables(self) -> Mapping[str, tuple[str, ...]]:
        """What is said over tables of their figures (plan, former, changed, first: all of a plan that was changed, done: spent or
        secured), and what may stand before and behind it; folded."""
        words = self._tables["tables.toml"]["over_tables"]
        heads = self.heads.spellings
        told = {**words, "first": heads["former"], "done": [*heads["spent"], *heads["secured"]]}
        return {key: tuple(map(fold, spellings)) for key, spellings in told.items()}

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
    def people_heads(self) -> frozenset[str]:
        """All heads of the table of people in charge, folded, whatever stands under them."""
        return frozenset().union(*self.head_kinds.values())

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """family and double: family names; none and subjects: words that stand where a name is expected and are none."""
        return {key: frozenset(words) for key, words in self._tables["people.toml"]["names"].items()}

    @cached_property
    def cards(self) -> Words:
        """number_words, title_labels, contents, document_names."""
        return self._words("cards")

    @cached_property
    def fields(self) -> frozenset[str]:
        """Names of the fields that pledges are sorted into (`교육`, `지역경제`)."""
        return frozenset(self._tables["cards.toml"]["fields"]["words"])

    @cached_property
    def field_people(self) -> frozenset[str]:
        """Those of the fields that name people, for whom a pledge may be (`청년`)."""
        return frozenset(self._tables["cards.toml"]["fields"]["people"])

    @cached_property
    def back_matter(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What the headings behind the cards of a book end with (`명단`), and what they begin with (`부록`), folded."""
        words = self._tables["cards.toml"]["back_matter"]
        return tuple(map(fold, words["ends"])), tuple(map(fold, words["begins"]))

    @cached_property
    def sums_of_books(self) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
        """Of tables that sum up the cards of a book: heads of the column that counts them, and what their headings begin and end with, folded."""
        words = self._tables["cards.toml"]["sums"]
        return frozenset(map(fold, words["counts"])), tuple(map(fold, words["begins"])), tuple(map(fold, words["ends"]))

    @cached_property
    def stated_totals(self) -> frozenset[str]:
        """Labels of a field that states what the pledge costs in all (`총사업비`)."""
        return frozenset(self._tables["cards.toml"]["stated_totals"]["words"])

    @cached_property
    def remarks_on_totals(self) -> frozenset[str]:
        """Words behind such an amount that make it no part of the total (`전액`)."""
        return frozenset(self._tables["cards.toml"]["stated_totals"]["remarks"])

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
        """Words in and around dates: open_ends, within, about_behind, about_before, moves, anniversaries, memorials, documents."""
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
    def measures(self) -> tuple[str, ...]:
        """Units of measures, which need not be whole (㎡, %)."""
        return tuple(self._tables["units.toml"]["counts"]["measures"])

    @cached_property
    def figure_rules(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """How figures are read: approximate, canonical, ordinal, not_counted, particles and nothing, each a table of word lists."""
        rules = self._tables["units.toml"]["figure_rules"]
        return {rule: {key: tuple(words) for key, words in table.items()} for rule, table in rules.items()}


_standard: Vocabulary | None = None
