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
        " ○ 담당(홍길동 ☎8100) 교체, 작성자 김가나\n",
        " ○ 도로과장 홍길동 주재 회의(02-000-0000), 남부출장소 김가나 주무관 참석\n",
        "□ 추진일정\n세부사업\t담당자\t연락처\t2019년\t2020년\n설계\t홍길동\t000-0000\t■\t\n공사\t김가나\t000-0001\t\t■\n",
        "□ 소요예산 (단위: 백만원)\n세부사업\t담당(전화)\t계\t2019년\n설계\t홍길동(940-8100)\t300\t300\n공사\t김가나(8110)\t700\t700\n",
        "□ 담당부서\n - 주무관 홍길동(내선 8100)\n - 도로과 김가나 주무관(내선 8110)\n",
    ],
)
def test_names_that_are_no_contacts_are_blanked_all_the_same(people: str) -> None:
    text = text_of(CARD + people)
    assert "홍길동" not in text and "김가나" not in text
    assert "940-81" not in text and "000-000" not in text


def test_an_address_of_mail_is_blanked() -> None:
    assert "gildong" not in text_of(CARD + "※ 문의: 도로과(gildong@example.kr)\n")


def test_other_words_and_numbers_stay() -> None:
    text = text_of(CARD + " ○ 담당 공무원 이용자 교육: 3회\n ○ 대표번호 1544-0001 개설\n")
    assert "이용자 교육" in text and "1544-0001" in text
