"""Figures that the end of a column cuts."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.cut_figures import is_cut
from pledgecards.extract.page import Line, Place, join


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("수립 용역: '19. 8. ~ '20. 1", "1."),
        ("착공: 2019. 1", "2. 5."),
        ("개최: '19. 9. 2", "5.(수)"),
        ("공람: '19. 9. 26. ~ 1", "0. 28."),
        ("준공: 2020. 0", "3. 31."),
        ("착공: 2018년 8월 1", "3일"),
        ("착공: 2018년 1", "1월"),
        ("착공: 2018년 1", "1월 13일"),
        ("공람: '19. 6. 8. – 6. 2", "7."),
        ("공람: '19. 6. 8.(토) - 1", "1. 3."),
        ("협약 체결: 2", "018년 9월"),
        ("의견 청취: '1", "9. 7."),
        ("의견 청취: ’1", "9년 상반기"),
        ("투자심사 완료: ’", "20. 상반기"),
        ("공람(’", "19. 9. 26.)"),
        ("사업비 1,2", "00백만원"),
        ("총 12,345,6", "78천원"),
        ("2,173", ".5"),
        ("52,621.", "8"),
        ("849.", "4"),
        ("용역: '20. 하반기~'21. 상반", "기 / 12억원"),
        ("착공: 2019년 하", "반기"),
        ("준공: 2019. 3/4분", "기"),
        ("운영: 2019년 3월까", "지"),
        ("운영: 2019. 3. 5.부", "터"),
        ("운영: 2019. 3. ~ 현", "재"),
        ("운영: 2019. 3.~상", "시, 30명"),
    ],
)
def test_a_figure_that_cannot_end_there_goes_on(above: str, below: str) -> None:
    assert is_cut(above, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("‘청년 도서관’", "20. 3. 착공"),  # a quotation ends
        ("완료: ’", "20개소"),
        ("착공: '20. 1", "3. 준공"),  # no thirteenth month: the 3. numbers the next line
        ("착공: '20. 11", "1. 준공"),
        ("착공: 2018년 1", "8월 준공"),
        ("개최: '19. 9. 3", "2. 완료"),
        ("주민 설명회 3", "1. 개최"),
        ("주민 설명회 '18", "1. 개최"),
        ("문래동1", "2. 영등포동"),
        ("구역 - 1", "2. 영등포동"),
        ("1,200", "300"),
        ("참여자 12", "00명"),  # twelve, or a part of 1,200: nothing tells
        ("예산 1,", "2018년"),
        ("2019.", "4"),  # a year and a month
        ("12.", "5"),
        ("총 849.", "4"),
        ("기간: '19. 8. ~", "1. 개요"),
    ],
)
def test_what_can_end_there_does_not(above: str, below: str) -> None:
    assert not is_cut(above, below)


def test_lines_are_joined_within_a_figure_without_a_space() -> None:
    lines = [Line("용역: '19. 8. ~ '20. 1", Place(1), soft=True), Line("1.", Place(1))]
    assert join(lines) == "용역: '19. 8. ~ '20. 11."


def test_a_month_cut_in_a_text_wrapped_by_columns_begins_no_numbered_line() -> None:
    """As `pdftotext -layout` prints it: the second line hangs where the words of the bullet begin."""
    text = (
        "공약 7. 보안등 교체\n\n□ 사업개요\n  ○ 내용: 보안등 교체\n\n□ 추진실적\n"
        "  ○ 원도심 지역의 노후 보안등 교체 및 스마트 보안등 관제 체계 구축 용역: '19. 8. ~ '20. 1\n"
        "    1. 완료\n"
    )
    rows = convert_bytes(text.encode(), "x.txt")
    spans = [(str(row["start"]), str(row["end"])) for row in rows["events"]]
    assert spans == [("2019-08-01", "2020-11-30")]


def test_what_closes_a_bracket_of_the_line_above_is_no_marker() -> None:
    text = (
        "공약 7. 보안등 교체\n\n□ 사업개요\n  ○ 내용: 보안등 교체\n\n□ 추진실적\n"
        "  ○ 원도심 지역의 노후 보안등 교체 및 스마트 보안등 관제 체계 구축 용역 중간보고회(2\n"
        "    차) 및 자문: '19. 8.\n"
    )
    [event] = convert_bytes(text.encode(), "x.txt")["events"]
    assert event["label"].endswith("중간보고회(2 차) 및 자문")
    assert str(event["start"]) == "2019-08-01"
