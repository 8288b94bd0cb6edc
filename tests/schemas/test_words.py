"""Words met roughly."""

import unicodedata

import pytest
from rapidfuzz import fuzz, process

from pledgecards.schemas.vocabulary import Vocabulary, fold
from pledgecards.schemas.words import ROUGH, Words

_VOWEL = 28
"""So far apart stand two syllables that differ in their vowel alone."""


def _with_other_vowels(word: str) -> list[str]:
    return [
        word[:at] + chr(ord(letter) + _VOWEL) + word[at + 1 :]
        for at, letter in enumerate(word)
        if "가" <= letter < "히"
    ]


def test_one_letter_may_differ_and_not_all() -> None:
    sections = Vocabulary.standard().sections
    assert sections.match("소요예삭").spelling == "소요예산"
    assert sections.match("각종숲길가꾸기") is None


@pytest.mark.parametrize("part", ["labels", "funding", "periods"])
def test_what_is_met_roughly_is_the_nearest_of_all_entries(part: str) -> None:
    words: Words = getattr(Vocabulary.standard(), part)
    entries = {fold(spelling): spelling for _, spelling in words if len(fold(spelling)) >= 3}
    jamo = {unicodedata.normalize("NFD", entry): entry for entry in entries}
    for entry in entries:
        for text in _with_other_vowels(entry):
            found = words.match(text)
            nearest = process.extractOne(unicodedata.normalize("NFD", text), list(jamo), scorer=fuzz.ratio)
            if found is None:
                near = jamo[nearest[0]]
                assert nearest[1] < ROUGH or abs(len(near) - len(text)) > 1
            elif found.rough:
                assert found.score == round(nearest[1], 1)
