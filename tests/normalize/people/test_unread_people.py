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


@pytest.mark.parametrize(
    "people",
    [
        " ○ 전화번호 +82-2-000-7654\n",
        " ○ 문의처: 02.000.7654, 010 0000 7654, 0200007654, 02－000－7654\n",
        " ○ 안내 ☎ 000-7654, 7654 / 내선 7654 / 전화 7654\n",
        " ○ 책임관: 국장 홍길동 / 실무: 김가나 (행정7654)\n",
        " ○ (도로과 홍길동 FAX 000-7654)\n ○ 업무담당 김가나 T.000-7654\n",
        " ○ 2019. 3. 5. 착공 (담당 홍길동, 061-000-7654)\n ○ 검토자 김가나(인) 000-7654\n",
        " ○ 담당자 홍길동\n ○ 김가나 도로과장(000-7654)\n",
        " ○ 홍길동: 2000-7654\n ○ 김가나, 2000-7654\n ○ 신청 접수(김가나, 000-7654)\n",
    ],
)
def test_numbers_and_names_in_running_text_are_blanked(people: str) -> None:
    text = text_of(CARD + people)
    assert "홍길동" not in text and "김가나" not in text and "7654" not in text


def test_an_address_of_mail_is_blanked() -> None:
    assert "gildong" not in text_of(CARD + "※ 문의: 도로과(gildong@example.kr)\n")


def test_other_words_and_numbers_stay() -> None:
    text = text_of(
        CARD
        + " ○ 담당 공무원 이용자 교육: 3회\n ○ 대표번호 1544-0001 개설\n ○ 전화 1200건 응대, 2018-2022 사업\n ○ 주차장 (2018-2022)\n"
        " ○ 상담 02-000-0000, 2019. 3. 5. 개소\n"
    )
    assert "이용자 교육" in text and "1544-0001" in text and "1200건" in text and "2018-2022 사업" in text
    assert "주차장 (2018-2022)" in text
    assert "**-***-****, 2019. 3. 5. 개소" in text
