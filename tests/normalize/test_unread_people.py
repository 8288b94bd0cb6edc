"""With --redact-contacts no name and no telephone of an official stays, read as a contact or not."""

from __future__ import annotations

import json

import pytest

from pledgecards.convert import convert_bytes

CARD = "공약 7. 보안등 교체\n□ 임기구분: ■ 임기내 □ 임기외\n□ 사업개요\n ○ 내용: 보안등 교체\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n"


def text_of(card: str) -> str:
    return json.dumps(convert_bytes(card.encode(), redact_contacts=True), ensure_ascii=False, default=str)


@pytest.mark.parametrize(
    "people",
    [
        "□ 담당부서\n성명 홍길동 김가나\n",
        "□ 담당부서\n과장\n팀장\n홍길동\n김가나\n",
        "(단위: 백만원)\n과장 홍길동 (940-8100) 담당주사 김가나 (940-8110)\n",
        "홍길동 과장 000-0000, 김가나 주무관 000-0001\n",
    ],
)
def test_names_that_are_no_contacts_are_blanked_all_the_same(people: str) -> None:
    text = text_of(CARD + people)
    assert "홍길동" not in text and "김가나" not in text
    assert "940-81" not in text and "000-000" not in text


def test_other_words_and_numbers_stay() -> None:
    text = text_of(CARD + " ○ 담당 공무원 이용자 교육: 3회\n ○ 대표번호 1544-0001 개설\n")
    assert "이용자 교육" in text and "1544-0001" in text
