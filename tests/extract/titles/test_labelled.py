"""Lines of a card's head that carry their own labels."""

from __future__ import annotations

import pytest

from pledgecards.extract.titles.labelled import Labelled, is_title_label, labelled
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


@pytest.mark.parametrize(
    ("text", "number", "title", "waiting"),
    [
        ("공약명 : 보안등 교체", None, "보안등 교체", False),
        ("□ 공약명: 보안등 교체", None, "보안등 교체", False),
        ("공약번호 : 25\t공약명 : 보안등 교체", "공약번호 : 25", "보안등 교체", False),
        ("사업명\t보안등 교체", None, "보안등 교체", False),
        ("공약명 보안등 교체", None, "보안등 교체", False),
        ("공 약 명 보안등 교체", None, "보안등 교체", False),
        ("공약명", None, None, True),
        ("공약사업명 보안등 교체", None, "보안등 교체", False),
    ],
)
def test_a_label_and_what_it_labels(text: str, number: str | None, title: str | None, waiting: bool) -> None:
    assert labelled(text, WORDS) == Labelled(number, title, waiting)


@pytest.mark.parametrize(
    "text", ["보안등 교체", "공약 25 보안등 교체", "공약 추진 보안등", "사업명 변경", "위치 : 새터로 일원", ""]
)
def test_a_line_without_a_titles_label(text: str) -> None:
    assert labelled(text, WORDS) is None


def test_a_word_that_may_also_stand_before_a_number_labels_a_title() -> None:
    assert is_title_label("공약사항", WORDS)
    assert is_title_label("공 약 명", WORDS)
    assert not is_title_label("공약번호", WORDS)
