"""The box in which a paper was signed."""

from __future__ import annotations

import pytest

from pledgecards.extract.people.sign_off import is_sign_off
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


@pytest.mark.parametrize(
    "text",
    [
        "결/재 | 담당 | 팀장 | 과장 | 국장\n | | | | 전결",
        "결재 | 담당 | 팀장 | 과장\n | 3/4 | 3/4 | 3/5",
    ],
)
def test_it_names_nobody_in_charge(table, text: str) -> None:
    assert is_sign_off(table(*text.split("\n")), WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "담당 | 팀장 | 과장\n홍길동 | 김가나 | 이다라",
        "결재 | 담당 | 과장\n | 홍길동 | 김가나",
        "구분 | 결재 | 비고\n계획 | 완료 | 없음",
    ],
)
def test_a_table_that_names_people_is_none(table, text: str) -> None:
    assert not is_sign_off(table(*text.split("\n")), WORDS)
