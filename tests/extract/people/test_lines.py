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


@pytest.mark.parametrize(
    "line",
    [
        "책임자 : 도시재생과장 홍길동(5510) 실무자 : 재생기획팀장 김가나(5511)",
        "책임자: 도시재생과장 홍길동 (5510), 실무자: 재생기획팀장 김가나 (5511)",
    ],
)
def test_the_responsible_and_the_clerk_above_the_choices_are_in_charge(line: str) -> None:
    card = f"25. 어린이 도서관 건립\n\n{line}\n\n■ 임기구분 : ☑임기내 □임기후\n\n□ 사업개요\n ○ 도서관을 건립\n"
    rows = convert_bytes(card.encode(), "card.txt")
    assert [(row["department"], row["role"], row["name"], row["phone"]) for row in rows["contacts"]] == [
        ("도시재생과", "과장", "홍길동", "5510"),
        ("재생기획팀", "팀장", "김가나", "5511"),
    ]
    assert rows["cards"][0]["title"] == "어린이 도서관 건립"


def test_who_is_responsible_in_a_sentence_is_in_charge_of_no_pledge() -> None:
    rows = convert_bytes((CARD + "- 책임자 : 마을 안전관리단 구성").encode(), "card.txt")
    assert rows["contacts"] == []


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("담당부서 : 도로과(도로팀장 홍길동 ☎123-4567) / 교통과(교통기", "획팀장 김가나 ☎123-4568)"),
        ("담당부서 : 도로과 도로팀장 홍길동 (☎123-4567), 교통기", "획팀장 김가나 (☎123-4568)"),
    ],
)
def test_a_title_that_two_lines_break_is_whole(above: str, below: str) -> None:
    rows = convert_bytes(f"{CARD}{above}\n{below}\n".encode(), "card.txt")
    assert [(row["department"], row["role"], row["name"], row["phone"]) for row in rows["contacts"]][-1] == (
        "교통기획팀",
        "팀장",
        "김가나",
        "123-4568",
    )


def test_a_role_that_two_lines_break_is_whole() -> None:
    text = f"{CARD}담당부서 : 도로과 도로팀장 홍길동 (☎123-4567), 담\n당 김가나 (☎123-4568)\n"
    rows = convert_bytes(text.encode(), "card.txt")
    assert [(row["role"], row["name"], row["phone"]) for row in rows["contacts"]][-1] == ("담당", "김가나", "123-4568")
    assert [row["label"] for row in rows["events"]] == ["설계 완료"]


def test_a_deed_right_above_a_bullet_of_people_heads_nothing() -> None:
    deeds = "2019. 3. 5.\n업무협약 체결\n2019. 7.\n설계 공모\n"
    card = "공약 25. 도서관 건립\n\n□ 사업개요\n○ 도서관을 건립\n\n□ 추진경과\n"
    rows = convert_bytes(f"{card}{deeds}○ 담당부서 : 도로과 도로팀 홍길동 (☎4567)\n".encode(), "card.txt")
    assert [(row["label"], row["edtf"], row["project"]) for row in rows["events"]] == [
        ("업무협약 체결", "2019-03-05", None),
        ("설계 공모", "2019-07", None),
    ]
