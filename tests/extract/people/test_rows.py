"""Lines that are nothing but people in charge, under the heading of such. All persons are invented."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.people.rows import whole_people
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def people_of(lines: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    text = f"공약 25. 도서관 건립\n\n■ 사업개요\n- 도서관 설치\n\n■ 담당부서\n{lines}\n"
    rows = convert_bytes(text.encode(), "card.txt")
    return [(row["department"], row["role"], row["name"], row["phone"]) for row in rows["contacts"]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- 평생학습원", [("평생학습원", None, None, None)]),
        ("- 시립도서관, 평생학습원", [("시립도서관", None, None, None), ("평생학습원", None, None, None)]),
        ("- 담당: 시립도서관 홍길동(1234)", [("시립도서관", None, "홍길동", "1234")]),
        ("- 과장·팀장 홍길동", [(None, None, "홍길동", None)]),
        ("- 예산지원", []),
    ],
)
def test_an_institution_or_a_person_without_a_telephone_sign_is_told(
    line: str, expected: list[tuple[str | None, str | None, str | None, str | None]]
) -> None:
    assert people_of(line) == expected


@pytest.mark.parametrize("parted", ["담당 이\n다라 (2812)", "담당 이다\n라(2812)"])
def test_a_name_that_ends_on_the_next_line_is_whole(parted: str) -> None:
    assert people_of(f"- 과장 홍길동 (2810), 팀장 김가나 (2811), {parted}") == [
        (None, "과장", "홍길동", "2810"),
        (None, "팀장", "김가나", "2811"),
        (None, "담당", "이다라", "2812"),
    ]


def test_a_whole_name_takes_nothing_of_the_next_line() -> None:
    assert whole_people("담당 이다라", "도로과 (2812)", WORDS) is None
    assert whole_people("담당 이", "다라마 (2812)", WORDS) is None


def test_an_option_below_its_label_is_nobody() -> None:
    text = "책 읽는 도시\n\n공약번호\n12\n담당부서\n도서관정책과\n임기구분\n임기내\n사업개요\n도서관 설치\n추진실적\n착공 : 2019. 3. 4.\n"
    rows = convert_bytes(text.encode(), "card.txt")
    assert [(row["department"], row["raw"]) for row in rows["contacts"]] == [("도서관정책과", "도서관정책과")]
    assert not [issue for issue in rows["issues"] if issue["code"] == "contact.unreadable"]


@pytest.mark.parametrize(
    "question", ["이 페이지에서 제공하는 정보에 대하여 만족하십니까?", "매우만족 만족 보통 불만족 매우불만족"]
)
@pytest.mark.parametrize(("own", "expected"), [("담당부서 : 도로과\n", ["도로과"]), ("", [])])
def test_the_office_of_a_web_page_is_not_the_cards(question: str, own: str, expected: list[str]) -> None:
    text = (
        f"공약번호 12\n공약명 도서관 건립\n{own}\n□ 사업개요\n- 도서관 설치\n\n□ 추진실적\n- 착공 : 2019. 3. 4.\n\n"
        f"목록\n{question}\n담당부서 : 기획감사실 전화번호 : 041-000-3114\n"
    )
    rows = convert_bytes(text.encode(), "card.txt")
    assert [row["department"] for row in rows["contacts"]] == expected
