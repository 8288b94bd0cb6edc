"""Lines of tables that were not read: no deeds, whatever years stand in them."""

from __future__ import annotations

from typing import Any

import pytest

from pledgecards.convert import convert_bytes

CARD = """12. 도서관 건립

□ 사업개요
 ○ 위치 : 중앙동
□ 추진실적
 ○ 설계 용역: 2019. 3. 5.
{lines}
□ 향후계획
 ○ 지속 추진
"""


def rows_of(lines: str) -> dict[str, list[dict[str, Any]]]:
    return convert_bytes(CARD.format(lines=lines).encode(), "card.txt")


@pytest.mark.parametrize(
    "lines",
    [
        "세부사업 단위 실적 2018년 2019년 2020년 2021년 2022.6. 이행률\n도서관 건립 회 774 2 12 760 39%",
        "세부사업 단위 실적 ’18 ’19 ’20 ’21 2022.6 이행률\n도서관 건립 회 774 2 12 760 39%",
        '"사업명","2018","2019","2020"\n도서관 건립","1","2","3"',
        "세부사업 / 단위 / 실적 / 2018년 / 2019년 / 2020년 / 2021년\n도서관 건립 / 회 / 774 / 2 / 12 / 760 / -",
        "세부사업;2018;2019;2020\n도서관 건립;1;2;3",
        "세부사업\n단위\n’18\n’19\n’20\n2022.6.\n도서관 건립\n회\n774\n2\n760",
    ],
)
def test_the_head_of_an_unread_table_is_no_deed(lines: str) -> None:
    rows = rows_of(lines)
    assert [event["label"] for event in rows["events"] if event["start"]] == ["설계 용역"]
    assert "table.unread" in {issue["code"] for issue in rows["issues"]}


def test_deeds_of_three_years_in_a_line_stay_deeds() -> None:
    rows = rows_of(" ○ 시설 점검(2018년, 2019년, 2020년)")
    assert len(rows["events"]) == 2
    assert "table.unread" not in {issue["code"] for issue in rows["issues"]}


def test_people_each_on_a_line_with_their_telephones() -> None:
    text = CARD.format(lines="") + "\n담당부서 도로과장 홍길동\n\n☎ 02-000-0001\n\n도로팀장 김가나\n\n☎ 02-000-0002\n"
    rows = convert_bytes(text.encode(), "card.txt")
    assert [(row["name"], row["phone"]) for row in rows["contacts"]] == [
        ("홍길동", "02-000-0001"),
        ("김가나", "02-000-0002"),
    ]


def test_a_table_that_a_converter_left_out_is_told() -> None:
    issues = rows_of("□ 소요예산\n<표>\n□ 확인지표\n<표>")["issues"]
    assert [issue["code"] for issue in issues if issue["raw"] == "<표>"] == ["table.unreadable"] * 2
