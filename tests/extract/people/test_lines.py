"""Lines of a card's body that name the people in charge."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes

CARD = "공약 25. 어린이 도서관 건립\n\n■ 정책개요\n- 도서관을 건립\n\n■ 추진실적\n- 설계 완료: '19. 3.\n\n"


@pytest.mark.parametrize(
    "line", ["주관: 도로과(도로팀장 홍길동 070-0000-1234)", "총괄 : 도로과 도로팀장 홍길동 070-0000-1234"]
)
def test_a_short_label_an_office_and_a_number_below_the_deeds_say_who_is_in_charge(line: str) -> None:
    rows = convert_bytes((CARD + line).encode(), "card.txt")
    assert [(row["department"], row["name"], row["phone"]) for row in rows["contacts"]] == [
        ("도로팀", "홍길동", "070-0000-1234")
    ]
    assert rows["cards"][0]["department"] == "도로과"


@pytest.mark.parametrize("line", ["주관: 도로과", "- 협조: 도로과 2670-1234 구간 점검", "주관: 도서관 축제 2,670명"])
def test_without_a_number_or_behind_a_bullet_it_is_one_of_the_deeds(line: str) -> None:
    assert convert_bytes((CARD + line).encode(), "card.txt")["contacts"] == []


@pytest.mark.parametrize(
    ("line", "department"),
    [
        ("담당부서: 평생학습원", "평생학습원"),
        ("주관부서 : 시립도서관, 문화회관", "시립도서관"),
        ("담당부서: 평생학습원 / 독서팀 / 홍길동", "평생학습원"),
        ("담당자: 우리 동네 도서관", None),
    ],
)
def test_an_institution_behind_a_label_of_offices_is_in_charge(line: str, department: str | None) -> None:
    assert convert_bytes((CARD + line).encode(), "card.txt")["cards"][0]["department"] == department
