"""Rows of a form that go on with who is in charge."""

from __future__ import annotations

from typing import Any

import pytest

from pledgecards.convert import convert_bytes

TITLE = "공약명 | 소상공인 지원 확대 | 공약번호 | 12"
KIND = "사업구분 | □ 신규 ■ 계속 | 완료시기 | ■ 임기내 □ 임기후"
OFFICE = "담당부서 | 지역경제과 | 담당자 | 홍길동 주무관"


def rows_of(*form: str) -> dict[str, list[dict[str, Any]]]:
    table = "\n".join(f"| {row} |" for row in form)
    text = f"{table}\n\n■ 사업개요\n- 점포를 지원\n\n■ 추진실적\n- 조례 제정: '19. 3.\n"
    return convert_bytes(text.encode(), "card.txt")


def people_of(*form: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(row["department"], row["role"], row["name"], row["phone"]) for row in rows_of(*form)["contacts"]]


@pytest.mark.parametrize(
    "form",
    [
        [TITLE, KIND, OFFICE, "전화번호 | 041-000-5440 | 팩스 | 041-000-5449"],
        [TITLE, OFFICE, "전화번호 | 041-000-5440 | 작성일 | 2019. 3. 4.", KIND],
        [TITLE, OFFICE, "연락처 | 041-000-5440 | 이메일 | a@example.kr", KIND],
    ],
)
def test_a_telephone_in_the_row_below_an_office_is_its_persons(form: list[str]) -> None:
    assert people_of(*form) == [("지역경제과", "주무관", "홍길동", "041-000-5440")]


@pytest.mark.parametrize(
    "form",
    [
        ["담당부서 | 지역경제과 | 임기구분 | ■ 임기내 □ 임기후", "전화번호 | 041-000-5440 | 사업구분 | □ 신규 ■ 계속"],
        ["임기구분 | ■ 임기내 □ 임기후 | 담당부서 | 지역경제과", "사업구분 | □ 신규 ■ 계속 | 전화번호 | 041-000-5440"],
    ],
)
def test_a_telephone_below_an_office_shares_its_row_with_a_choice(form: list[str]) -> None:
    rows = rows_of(TITLE, *form)
    assert [(row["department"], row["phone"]) for row in rows["contacts"]] == [("지역경제과", "041-000-5440")]
    assert (rows["cards"][0]["term"], rows["cards"][0]["novelty"]) == ("임기내", "계속")


def test_a_telephone_below_several_people_is_given_to_none_of_them() -> None:
    people = people_of(
        TITLE, "담당부서 | 도로과 | 과장 | 홍길동", "팀장 | 김가나 | 담당 | 이다라", "전화번호 | 041-000-5440"
    )
    assert [phone for _, _, name, phone in people if name] == [None, None, None]


def test_a_row_of_a_person_below_an_office_names_one() -> None:
    people = people_of(TITLE, KIND, "담당부서 | 도로과 | 과장 | 홍길동", "팀장 | 김가나 | 전화번호 | 041-000-5440")
    assert [person[1:] for person in people] == [("과장", "홍길동", None), ("팀장", "김가나", "041-000-5440")]


def test_check_boxes_side_by_side_behind_unknown_labels_are_choices() -> None:
    rows = rows_of(TITLE, "임기내 완료 | ■ 예 □ 아니오 | 소요예산 | 유 ■ 무 □", KIND)
    told = [(row["label_raw"], row["option"], row["checked"]) for row in rows["choices"] if row["field"] == "other"]
    assert told == [
        ("임기내 완료", "예", True),
        ("임기내 완료", "아니오", False),
        ("소요예산", "유", True),
        ("소요예산", "무", False),
    ]
