"""What looks like a whole date but is not written like one is told, never guessed."""

from __future__ import annotations

import pytest

from pledgecards.extract.card import Item
from pledgecards.extract.page import Place
from pledgecards.normalize.dated import date_rows
from pledgecards.normalize.dates import scan


def _unread(text: str) -> list[str]:
    return [fragment.raw for fragment in scan(text).unread]


@pytest.mark.parametrize(
    "text",
    ["2018 7. 1.", "2018, 7, 1", "2018,7.1.", "2018.7,1.", "2018..7.1.", "2018.7..1", "2020 / 5 / 12", "2020 - 05 - 12", "19/3/4", "19-03-04", "'19,3.5"],
)  # fmt: skip
def test_odd_signs_between_the_numbers_are_told(text: str) -> None:
    assert _unread(f"취임식 {text} 개최") == [text]


def test_a_range_whose_sides_may_be_quarters_or_days_is_told_and_not_read_by_halves() -> None:
    assert [date.edtf for date in scan("2019. 4/4 ~ 2020. 2/4 실시설계").dates] == []
    assert _unread("2019. 4/4 ~ 2020. 2/4 실시설계") == ["~ 2020. 2/4"]
    assert [date.edtf for date in scan("2019. 4/4분기 ~ 2020. 2/4분기 실시설계").dates] == ["2019-10/2020-06"]


def test_it_is_an_issue_and_no_date() -> None:
    text = "취임 2018, 7, 1"
    rows, issues = date_rows([Item(1, None, "bullet", 1, "overview", "-", text, text, Place(line=1))])
    assert rows == [] and [(issue.code, issue.raw) for issue in issues] == [("date.unread", "2018, 7, 1")]


@pytest.mark.parametrize(
    "text",
    ["2018. 7. 1.", "2019. 3, 5, 7월", "2018년 3, 5, 7월", "시흥대로 2019-5-3", "제2019-5-3호", "2019. 3, 5 개소", "2019. 6, 15회", "30/60/90", "분담(국/도/군) 30/12/8", "비율 20/5/3 배정", "15/3/2 구역", "문의 20-10-1534", "2018.7.1.~2018.7.3."],
)  # fmt: skip
def test_dates_lists_and_numbers_are_not_told(text: str) -> None:
    assert _unread(text) == []


@pytest.mark.parametrize(
    "text",
    ["2018.7.15/20", "2018. 7. 15/8", "2018.07.15./16", "2018년 7월 15/20", "'18. 7. 15/20", "2018. 7/8월", "2019년 3/5월", "9.26 (2019)", "12.1(2019)", "2018.7.1/20"],
)  # fmt: skip
def test_a_stroke_between_days_or_months_of_one_year_and_a_decimal_before_a_year_are_told(text: str) -> None:
    assert _unread(f"- 착공: {text}") == [text]


@pytest.mark.parametrize(
    "text",
    ["2018.7월/8월", "2018. 7. 15. / 8. 20.", "9. 26. (2019)", "2019. 1/4분기", "2018. 7. 15/20명", "면적 9.26(2019)", "'18.7.1/'19.8.1"],
)  # fmt: skip
def test_strokes_between_whole_dates_counts_and_measures_are_not(text: str) -> None:
    assert _unread(f"- 착공: {text}") == []


def test_a_long_line_of_them_is_told_in_good_time() -> None:
    assert len(_unread("2019,3,4), (" * 5000)) == 5000


@pytest.mark.parametrize("text", ["예산 2018.12", "총면적 2018.12", "예산: 2018.12, 인력 3명", "총사업비 2018.12 억원"])
def test_a_year_and_month_behind_a_measure_may_be_its_figure(text: str) -> None:
    assert _unread(text) == ["2018.12"]
    assert scan(text).dates == ()


@pytest.mark.parametrize(
    "text", ["예산 2018.12 확보", "예산 2018.12. 확보", "예산(2018.12)", "예산 2018.12월", "착공 2018.12"]
)
def test_a_year_and_month_of_a_deed_are_a_date(text: str) -> None:
    assert _unread(text) == []
    assert [found.edtf for found in scan(text).dates] == ["2018-12"]


def test_months_of_bare_years_are_told_and_figures_are_not() -> None:
    assert _unread("19.10~20.3 설계용역") == ["19.10~20.3"]
    assert _unread("면적 19.1~20.3㎡ 확보") == _unread("기온 19.1~20.3도") == _unread("설계(19.10.~20.3.)") == []
