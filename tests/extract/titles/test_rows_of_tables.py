"""Rows of tables that a copy set with a space between their cells are no titles, nor is a line with a telephone number."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes

CARD = """문화재 야행 사업 확대
{0}
임기구분: ■ 임기내 □ 임기외
□ 사업개요
○ 8월에 연다
□ 추진실적
○ '19. 3. 4. 착수
"""


@pytest.mark.parametrize(
    "row",
    [
        "구분 부서 직위 성명 전화번호",
        "구분 사업개요 추진실적 향후계획",
        "국비 1,800 300 450 500 350 200",
        "총괄 문화예술과 과장 홍길동 063-454-3270",
    ],
)
def test_a_row_below_the_title_is_not_of_it(row: str) -> None:
    for above in ("", "【 공약번호 12 】\n"):
        cards = convert_bytes(CARD.format(above + row).encode(), "card.txt")["cards"]
        assert [card["title"] for card in cards] == ["문화재 야행 사업 확대"]


def test_a_sheet_of_progress_is_the_name_of_a_document() -> None:
    card = "공주시 공약이행 추진상황표\n" + CARD.format("")
    assert [row["title"] for row in convert_bytes(card.encode(), "card.txt")["cards"]] == ["문화재 야행 사업 확대"]


@pytest.mark.parametrize(
    ("head", "title", "number", "department"),
    [
        ("농기계 임대사업소 확대 연번 31", "농기계 임대사업소 확대", 31, None),
        ("농기계 임대사업소 확대 관리번호 9", "농기계 임대사업소 확대", 9, None),
        ("7. 청년 농부 정착 지원\t농업축산과", "청년 농부 정착 지원", 7, "농업축산과"),
        ("7. 활기찬 전통시장과", "활기찬 전통시장과", 7, None),  # the title goes on, or is cut
        ("7. 공공 야간진료 소아청소년과", "공공 야간진료 소아청소년과", 7, None),
        ("7. 골목 상권 일자리 창출 효과", "골목 상권 일자리 창출 효과", 7, None),
    ],
)
def test_what_a_copy_sets_behind_the_title_is_a_cell_of_its_own(
    head: str, title: str, number: int | None, department: str | None
) -> None:
    text = CARD.format("").replace("문화재 야행 사업 확대", head)
    (card,) = convert_bytes(text.encode(), "card.txt")["cards"]
    assert (card["title"], card["pledge_no"], card["department"]) == (title, number, department)


def test_a_bar_before_the_name_of_the_body_makes_no_empty_line() -> None:
    text = CARD.format("").replace("○ 8월에 연다", "○ 8월에 연다\n| 안산시")
    rows = convert_bytes(text.encode(), "card.txt")
    assert [row["status"] for row in rows["documents"]] == ["ok"]
    assert "안산시" in [row["text"] for row in rows["items"]]
