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
    cards = convert_bytes(CARD.format(row).encode(), "card.txt")["cards"]
    assert [card["title"] for card in cards] == ["문화재 야행 사업 확대"]


def test_a_sheet_of_progress_is_the_name_of_a_document() -> None:
    card = "공주시 공약이행 추진상황표\n" + CARD.format("")
    assert [row["title"] for row in convert_bytes(card.encode(), "card.txt")["cards"]] == ["문화재 야행 사업 확대"]
