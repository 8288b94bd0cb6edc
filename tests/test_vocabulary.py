"""A data officer's own words: what they print in words of their own is read as what others print."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.normalize.dates import find_dates, find_yearless
from pledgecards.samples.card import Period
from pledgecards.samples.invent import invent
from pledgecards.samples.layouts import LAYOUTS
from pledgecards.samples.score import score
from pledgecards.samples.truth import truth
from pledgecards.samples.wording import Wording
from pledgecards.schemas.vocabulary import Vocabulary

SAMPLES = Path(__file__).parents[1] / "samples" / "cards"


class Cipher:
    """Words that nobody has: each syllable is another one, the same in all of them."""

    def __init__(self) -> None:
        self._unused = [chr(code) for code in range(0xAC02, 0xAC02 + 28 * 399, 28)]
        Random("syllables").shuffle(self._unused)
        self._own: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        return "".join(self._syllable(letter) for letter in word)

    def _syllable(self, letter: str) -> str:
        if not "가" <= letter <= "힣" or letter == "및":
            return letter
        return self._own.setdefault(letter, self._unused[len(self._own)])


LISTS = {
    "sections": "sections",
    "labels": "choices.labels",
    "options": "choices.options",
    "heads": "tables.heads",
    "periods": "tables.periods",
    "people": "people",
}
"""The table of the officer's file for each part of the vocabulary."""


def in_own_words(wording: Wording) -> tuple[Wording, str]:
    """The wording of a body in words that nobody has, and the file that tells what they mean. Sources stay: which level of government pays
    stands in their letters."""
    own, standard = Cipher(), Vocabulary.standard()
    entries: dict[str, dict[str, list[str]]] = {}

    def put(word: str, *parts: str) -> str:
        for part in parts:
            match = getattr(standard, part).match(word, rough=False)
            if match is not None:
                words = entries.setdefault(LISTS[part], {}).setdefault(match.key, [])
                words += [own(word)] if own(word) not in words else []
        return own(word)

    def columns(periods: tuple[Period, ...]) -> tuple[Period, ...]:
        return tuple(one if one.year else replace(one, raw=put(one.raw, "periods", "heads")) for one in periods)

    name, source = wording.budget_heads
    worded = replace(
        wording,
        choices=tuple(
            (field, put(label, "labels"), options if field == "lead" else tuple(put(one, "options") for one in options))
            for field, label, options in wording.choices
        ),
        sections=tuple((what, put(head, "sections"), marker) for what, head, marker in wording.sections),
        state_heads=(put(wording.state_heads[0], "sections"), put(wording.state_heads[1], "sections")),
        schedule_head=put(wording.schedule_head, "heads"),
        budget_heads=(put(name, "heads"), source and put(source, "heads")),
        budget_periods=columns(wording.budget_periods),
        indicator_heads=tuple(put(head, "heads") for head in wording.indicator_heads),
        indicator_years=columns(wording.indicator_years),
        contact_label=put(wording.contact_label, "sections", "people"),
    )
    # An option that two fields know is of the field that prints it.
    for field, _, options in wording.choices:
        if field != "lead":
            known = entries["choices.options"].setdefault(field, [])
            known += [own(option) for option in options if own(option) not in known]
    lines = []
    for table, lists in entries.items():
        lines += [f"[{table}]", *(f"{key} = {words!r}" for key, words in lists.items())]
    return worded, "\n".join(lines)


@pytest.mark.parametrize("name", ["reference", "syllables", "form", "turned", "text", "pipe-text"])
def test_a_card_in_words_that_nobody_else_has_is_read_like_any_other(name: str) -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == name)
    wording, file = in_own_words(layout.wording)
    card = invent(Random("own words"), wording, 7)
    rows = convert_bytes(layout.print([card]), vocabulary=Vocabulary.extended(file))
    found = score(rows, truth([card], layout.medium))
    assert {table: (one.missing, one.surplus) for table, one in found.items() if one.f1 < 1} == {}


@pytest.mark.parametrize("name", ["reference-1.pdf", "text-1.txt"])
def test_where_words_are_given_those_that_ship_are_not_asked(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (SAMPLES / name).read_bytes()
    expected, given = convert_bytes(data), Vocabulary.extended("")
    monkeypatch.setattr(Vocabulary, "standard", lambda: pytest.fail("the words that ship were asked"))
    assert convert_bytes(data, vocabulary=given) == expected


def test_words_around_dates_may_be_an_officers_own() -> None:
    own = Vocabulary.extended(
        '[dates]\nopen_ends = ["끝나는 날까지"]\nsame_year = ["그해"]\nabout_behind = ["즈음"]\nmomentary = ["첫삽"]\n'
    )
    text = "'18. 3. ~ 끝나는 날까지, 19년 첫삽, 2019. 3. 착수, 그해 5. 준공, 2020. 7월즈음"
    assert [one.edtf for one in find_dates(text, own)] == ["2018-03/..", "2019", "2019-03", "2019-05", "2020-07~"]
    assert "2019-05" not in [one.edtf for one in find_dates(text)]
    assert [one.raw for one in find_yearless("그해 5. 준공", own)] == ["그해 5."]
    assert find_yearless("그해 5. 준공") == []
