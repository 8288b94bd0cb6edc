"""A data officer's own words: added to those that ship, or refused with a sentence."""

import pytest

from pledgecards.schemas.own_words import VocabularyError
from pledgecards.schemas.vocabulary import Vocabulary, fold


def test_a_word_is_added_to_its_list():
    words = Vocabulary.extended('[sections]\noverview = ["우리 구 공약 소개"]\n')
    assert words.sections.match("우리 구 공약 소개").key == "overview"
    assert words.sections.match("정책개요").key == "overview"


def test_a_word_of_another_meaning_takes_the_officers() -> None:
    assert Vocabulary.standard().sections.match("협조사항").key == "support"
    words = Vocabulary.extended('[sections]\ngoals = ["협조 사항"]\n[funding]\nother = ["교부세"]\n')
    assert words.sections.match("협조사항").key == "goals"
    assert words.sections.match("건의사항").key == "support"
    assert words.funding.match("교부세").key == "other"


def test_no_word_heads_two_sections() -> None:
    lists = Vocabulary.standard().sections.spellings
    words = [fold(word) for key in lists for word in {fold(word): word for word in lists[key]}.values()]
    assert [word for word in words if words.count(word) > 1] == []


def test_the_words_that_ship_stay_as_they_are():
    Vocabulary.extended('[choices.labels]\nlead = ["맡은 곳"]\n')
    assert Vocabulary.standard().labels.match("맡은 곳") is None


def test_a_unit_of_money_may_be_new():
    assert Vocabulary.extended('[units.money]\n"억 원정" = 100_000_000\n').money["억 원정"] == 100_000_000


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[sections\n", "no valid TOML"),
        ('[chapters]\na = ["b"]\n', "no chapters; there are"),
        ('[sections]\npurpose = ["목적"]\n', "no sections.purpose; there are"),
        ("[sections]\noverview = 3\n", "sections.overview must be a list of words, not 3"),
        ('[sections]\noverview = [""]\n', "sections.overview must be a list of words"),
        ('[units.money]\n"원" = "많이"\n', "units.money.원 must be a whole number"),
    ],
)
def test_what_does_not_fit_is_refused(text, message):
    with pytest.raises(VocabularyError, match=message):
        Vocabulary.extended(text)
