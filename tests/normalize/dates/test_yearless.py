"""Months and days without a year: which take it from the date before them, and which are left unread, with an issue."""

from __future__ import annotations

import pytest

from pledgecards.extract.card import Item
from pledgecards.extract.page import Place
from pledgecards.normalize.dated import date_rows
from pledgecards.normalize.dates import find_dates, scan

INHERITED = [
    # Written as the day before them is, without the last full stop.
    ("설명회 : 2019. 5. 2 1차, 6. 3 2차", "6. 3", "2019-06-03"),
    ("2019. 5. 2 착수, 6. 3 준공", "6. 3", "2019-06-03"),
    ("2019. 5. 2., 6. 3 개최", "6. 3", "2019-06-03"),
    # The cell of a year may call it one of accounts.
    ("2018년도 | 사업설명회(5월)", "5월", "2018-05"),
    # text, the raw and the EDTF of the last date in it
    ("2019년 참여자 접수(1. 14.~2. 15.)", "1. 14.~2. 15.", "2019-01-14/2019-02-15"),
    ("2019년 참여자 접수(1.14~2.15)", "1.14~2.15", "2019-01-14/2019-02-15"),
    ("2019년 참여자 모집: 1. 14. ~ 2. 15.", "1. 14. ~ 2. 15.", "2019-01-14/2019-02-15"),
    ("(2019년) 설명회 개최(3. 5.)", "3. 5.", "2019-03-05"),
    ("2019년 설명회 개최(3월 5일)", "3월 5일", "2019-03-05"),
    ("2019년 설명회 개최(3. 5.(화) 14:00, 구청)", "3. 5.(화)", "2019-03-05"),
    ("2019년 위원회 구성 3/5(화)", "3/5(화)", "2019-03-05"),
    ("2019년 상반기 설명회 개최(3. 5.)", "3. 5.", "2019-03-05"),
    ("'19년 교육 운영(2월~12월)", "2월~12월", "2019-02/2019-12"),
    ("'19년 교육 운영(2~12월)", "2~12월", "2019-02/2019-12"),
    ("'19년 교육 운영(2. ~ 12.)", "2. ~ 12.", "2019-02/2019-12"),
    ("2019년 시범운영(3월~)", "3월~", "2019-03/.."),
    ("2019년 시범운영(~ 3월)", "~ 3월", "../2019-03"),
    ("2019년 교육(상반기)", "상반기", "2019-40"),
    ("2019. 1. 5. 착수, 3. 5. 준공", "3. 5.", "2019-03-05"),
    ("2019. 1. 5. 착수 / 3. 5. 준공", "3. 5.", "2019-03-05"),
    ("'19.1.5. 1차 회의, 2.10. 2차 회의", "2.10.", "2019-02-10"),
    ("'18.9월 조례 제정, 10월 시행", "10월", "2018-10"),
    ("2019년 1/4분기 설계, 3/4분기 착공", "3/4분기", "2019-35"),
    # A number alone behind a month is a month, and so it is in brackets behind a year.
    ("2019. 1. 착수, 3. 준공", "3.", "2019-03"),
    ("'19. 4. 착공 → 9. 준공", "9.", "2019-09"),
    ("2019. 3. 착수 및 8. 완료", "8.", "2019-08"),
    ("협약('19. 3.), 개소(5.)", "5.", "2019-05"),
    ("협약('19. 3.), 공사(5. ~ 7.)", "5. ~ 7.", "2019-05/2019-07"),
    ("2019년 협약(3.)", "3.", "2019-03"),
    ("설계: '19. 3. ~ 5. / 공사: 6. ~ 12.", "6. ~ 12.", "2019-06/2019-12"),
    # Right behind its year, but for the year's brackets or a dash.
    ("(2019년) 3. 5. 개최", "3. 5.", "2019-03-05"),
    ("[2019] 3. 5. 개최", "3. 5.", "2019-03-05"),
    ("2019년 - 3. 5. 개최", "3. 5.", "2019-03-05"),
    # A plan or a budget for the year, but at a time that can only be of that year.
    ("2019년 참여자 모집 공고(3. 5.)", "3. 5.", "2019-03-05"),
]

UNSURE = [
    # text, the part whose year cannot be told
    ("2020년 본예산 편성(12. 5.)", "12. 5."),  # a budget is drawn up in the year before
    ("2020년 업무계획 수립: 10월", "10월"),
    ("설계: '19. 11. / 공사: 1. ~ 12.", "1. ~ 12."),
    ("2020년 국비 확보(9. 3.)", "9. 3."),
    ("2020년 국비 신청(9월, 11월)", "9월, 11월"),
    ("2019년 공약 이행평가(2. 5.)", "2. 5."),  # and the year is judged in the one after
    ("2019. 11. 5. 착수, 3. 5. 준공", "3. 5."),  # before the date before it: of the next year, or out of order
    ("2018년 12월 착수, 3월 준공", "3월"),
    ("2018년 설명회: 11월, 3월", "3월"),
    ("2018. 11. 15. ~ 12. 15. / 3. 2. ~ 3. 31.", "3. 2. ~ 3. 31."),
    ("2019년 하반기 설명회 개최(3. 5.)", "3. 5."),
    ("2019년 접수(12. 20.~1. 5.)", "12. 20.~1. 5."),  # over the end of a year, but of which
    ("'18~'22년 설명회(3. 5.)", "3. 5."),  # one of five years
    ("2018. 3. ~ 운영(5. 10. 개소)", "5. 10."),
    ("2019. 1. 5.(토) 1차 회의, 2. 10.(월) 2차 회의", "2. 10.(월)"),  # a Sunday in 2019, a Monday in 2020
    ("2019년 협약, 금년 3월 착공", "3월"),
    ("2019. 11. 착수, 3. 준공", "3."),
    ("2019. 3. 5. 착수, 8. 준공", "8."),  # a day of March or August
    ("2019년 착수, 8. 준공", "8."),
]

NO_DATES = [
    # text behind a year that is no date, though it has figures like one
    "2019년 매년 3월 운영",
    "2019년 매년 3월 ~ 11월 운영",
    "2019년 만족도 조사: 3.5",
    "2019년 만족도(3.5점)",
    "2019년 조사(만족도: 4.5.)",
    "2019년 지급(1월분~3월분)",
    "2019년 4. 3 추념식, 6.25 참전용사 지원",
    "2019년 이행률 80%(12/15)",
    "2019년 결과(1. 2. 3.)",
    "2019년 1. 5개소, 2. 3개소",
    "2019년 지원(1. 청년 2. 노인)",
    "2019년 교육 상·하반기 각 1회",
    "2019년 3·4분기별 점검",
    "2019년 12개월 운영",
    "2019년 문래동 1. 2가",
    "2019년 분야, 1. 청년, 2. 노인",
]


def _issues(text: str, section: str = "performance", marker: str = "-") -> list[tuple[str, str | None]]:
    item = Item(1, None, "bullet", 1, section, marker, text, text, Place(line=1))
    return [(issue.code, issue.raw) for issue in date_rows([item])[1]]


@pytest.mark.parametrize(("text", "raw", "edtf"), INHERITED)
def test_a_date_without_a_year_takes_it_from_the_date_before_it(text: str, raw: str, edtf: str) -> None:
    first, last = find_dates(text)
    assert (last.raw, last.edtf) == (raw, edtf)
    assert text[slice(*last.span)] == raw
    assert first.start is not None and first.start.year == int(edtf.removeprefix("../")[:4])
    assert _issues(text) == []


@pytest.mark.parametrize(("text", "raw"), UNSURE)
def test_where_the_year_cannot_be_told_there_is_no_date_but_an_issue(text: str, raw: str) -> None:
    assert raw not in [found.raw for found in find_dates(text)]
    assert _issues(text) == [("date.year_unknown", raw)]


@pytest.mark.parametrize("text", NO_DATES)
def test_figures_behind_a_year_are_no_dates(text: str) -> None:
    found = scan(text)
    assert [date.raw[:5] for date in found.dates] == ["2019년"] and found.yearless == ()


def test_dates_follow_one_another_from_year_to_year() -> None:
    text = "'18.9월 조례 제정, 10월 시행, '19.1월 위원회 구성, 5월 회의"
    assert [found.edtf for found in find_dates(text)] == ["2018-09", "2018-10", "2019-01", "2019-05"]


def test_a_day_that_no_calendar_has_is_impossible_without_its_year_too() -> None:
    assert _issues("2019년 설명회 개최(2. 30.)") == [("date.impossible", "2. 30.")]


def test_a_deed_with_a_day_but_no_year_at_all_has_an_issue() -> None:
    assert _issues("2020. 2. 30. ~ 3. 5. 공고") == [("date.impossible", "2020. 2. 30. ~ 3. 5.")]
    assert _issues("설명회 개최(3. 5.)") == [("date.year_missing", "3. 5.")]
    assert _issues("- 3. 5. 설명회 개최") == [("date.year_missing", "3. 5.")]
    assert _issues("3월 5일 설명회 개최") == [("date.year_missing", "3월 5일")]
    assert _issues("매년 3월 축제 개최") == []
    assert _issues("운영기간: 매년 3월 ~ 11월") == []
    assert _issues("설명회 개최: 매년 5월·9월") == []
    assert _issues("동년 5. 준공") == [("date.year_missing", "동년 5.")]
    assert _issues("〃 12. 설계") == [("date.year_missing", "〃 12.")]
    assert _issues("급식 지원(3,4,5월)") == [("date.year_missing", "3,4,5월")]
    # With a slash between it may be a fraction, unless nothing is divided into so many parts.
    assert _issues("9/26 안전점검 실시") == [("date.year_missing", "9/26")]
    assert _issues("설문조사(12/3 ~ 12/7)") == [("date.year_missing", "12/3 ~ 12/7")]
    assert _issues("1/2 구간 준공") == []
    # Elsewhere a month without a year mostly comes back every year.
    assert _issues("운영기간: 3월~11월", "overview") == []
    # The months over a table are no days of deeds.
    assert _issues("구분 | 1월 | 2월 | 3월", marker="|") == []
    assert _issues("3. 12. | 착공식 개최", marker="|") == [("date.year_missing", "3. 12.")]


def test_numbers_that_count_from_one_are_no_months() -> None:
    assert [found.edtf for found in find_dates("2019. 1. 계획 수립(1. 조사, 2. 설계, 3. 시공)")] == ["2019-01"]
    assert [found.edtf for found in find_dates("2019. 1. 조사, 2. 설계, 3. 시공")] == ["2019-01", "2019-02", "2019-03"]


def test_a_cell_takes_no_year_from_the_words_of_another() -> None:
    row = scan("2코스 | 노선 협의 | 설계 완료('19. 12.) | 착공(3. 16.) | 준공(12. 18.)")
    assert [found.edtf for found in row.dates] == ["2019-12"]
    assert [fragment.raw for fragment in row.yearless] == ["3. 16.", "12. 18."]
    headed = scan("2019년 | 설명회(3. 16.) | 준공(12. 18.)")
    assert [found.edtf for found in headed.dates] == ["2019", "2019-03-16", "2019-12-18"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("교육 3.1.~3.5.(2019년)", "2019-03-01/2019-03-05"),
        ("설명회 12. 30.(2019)", "2019-12-30"),
        ("착공: 3월(2019)", "2019-03"),
        ("운영 3월~5월 (2019년)", "2019-03/2019-05"),
        ("~ 3월(2019년)", "../2019-03"),
        ("접수 3. 4.(월)~3. 8.(금)(2019년)", "2019-03-04/2019-03-08"),
    ],
)
def test_a_year_in_brackets_behind_a_month_or_day_is_its_year(text: str, edtf: str) -> None:
    [found] = find_dates(text)
    assert found.edtf == edtf


def test_each_month_has_the_year_behind_it() -> None:
    assert [found.edtf for found in find_dates("착수 3월(2019), 준공 5월(2020)")] == ["2019-03", "2020-05"]


@pytest.mark.parametrize(
    "text", ["점수 3.5.(2019년)", "매년 3월(2019년)", "지원 5명(2019년)", "협약 12. 3.(2019년 예산)"]
)
def test_what_else_stands_before_a_year_in_brackets_is_no_date(text: str) -> None:
    assert [found.edtf for found in find_dates(text)] == ["2019"]


def test_a_month_in_brackets_behind_a_bare_year_is_a_date() -> None:
    assert [found.edtf for found in find_dates("협약 체결 2019(3월)")] == ["2019", "2019-03"]
    assert not find_dates("설치 2019(3개소)")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("사업기간: 21.1~21.12", "2021-01/2021-12"),
        ("공사기간 18.7 ~ 19.2", "2018-07/2019-02"),
        ("추진일정(19.3~19.3)", "2019-03/2019-03"),
    ],
)
def test_two_bare_figures_behind_the_label_of_a_term_are_a_range_of_months(text: str, edtf: str) -> None:
    assert [found.edtf for found in find_dates(text)] == [edtf]


@pytest.mark.parametrize(
    "text", ["기온: 18.7~19.2", "18.7~19.2", "사업기간: 19.2~18.7", "사업기간 18.7~19.2㎡", "사업기간: 18.7~19.13"]
)
def test_elsewhere_two_bare_figures_are_figures(text: str) -> None:
    assert not find_dates(text)


@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
def test_quarters_are_numbered_in_several_ways(quarter: int) -> None:
    for printed in (
        f"{quarter}분기",
        f"제{quarter}분기",
        f"제 {quarter} 분기",
        f"{quarter}사분기",
        f"{'ⅠⅡⅢⅣ'[quarter - 1]}분기",
    ):
        assert [found.edtf for found in find_dates(f"2019년 {printed} 착공")] == [f"2019-{32 + quarter}"]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("착수: 2019년 4/4", "2019년 4/4"),
        ("2019년 3/4 준공", "2019년 3/4"),
        ("2019년 봄 착공", "2019년 봄"),
        ("완공(2019년 가을)", "2019년 가을"),
    ],
)
def test_what_narrows_a_year_but_cannot_be_told_has_an_issue(text: str, raw: str) -> None:
    found = scan(text)
    assert ([date.edtf for date in found.dates], [part.raw for part in found.partly]) == (["2019"], [raw])


@pytest.mark.parametrize(
    "text", ["2019년 3/4 이상", "2019년 1/3 감소", "2019년 봄맞이 축제", "2019년 3/4분기", "2019년 13/40"]
)
def test_shares_and_feasts_behind_a_year_leave_nothing_unread(text: str) -> None:
    assert not scan(text).partly


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("간담회 2019. 3. 4., 설명회 5. 6., 공청회 7. 8.", ["2019-03-04", "2019-05-06", "2019-07-08"]),
        ("1차(2020.5.2), 2차(6.3), 3차(9.10)", ["2020-05-02", "2020-06-03", "2020-09-10"]),
    ],
)
def test_days_told_like_the_one_before_them_take_its_year(text: str, edtf: list[str]) -> None:
    assert [found.edtf for found in find_dates(text)] == edtf and _issues(text) == []


def test_in_brackets_a_day_written_as_a_decimal_number_is_told() -> None:
    assert _issues("간담회(2019.3.4), 설명회(5.6) 개최") == [("date.year_unknown", "5.6")]
    assert _issues("협약(2019.3.4), 만족도(5.6)") == []
    assert _issues("협약(2019.3.4.), 개선(5.6)") == []


def test_what_has_no_year_before_the_first_date_is_told() -> None:
    assert _issues("착공(3. 12.), 준공(2019. 5.)") == [("date.year_missing", "3. 12.")]
    assert _issues("3월 착공, 2019. 5. 준공") == [("date.year_missing", "3월")]
    assert _issues("매년 3월 개최, 2019. 5. 준공") == []
    # It only says again what the date says.
    assert _issues("하반기 교육(2019. 9. 5.)") == _issues("3월 정례회의 개최(2019. 3. 5.)") == []
    assert _issues("교육 3.1.~3.5.(2019년)") == []
    assert _issues("3월 착공, 2019. 5. 준공", "overview") == []


@pytest.mark.parametrize(
    "text", ["2019. 5. 2 회의, 6. 3 개소 설치", "2019. 5. 2 착수, 규모 6. 3 확대", "2019. 5. 2 착수, 15. 3 준공"]
)
def test_figures_behind_an_open_day_are_no_days(text: str) -> None:
    assert [found.raw for found in find_dates(text)] == ["2019. 5. 2"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("'18~'19절기 접종", "2018/2019"),
        ("'18∼'19 절기 접종", "2018/2019"),
        ("2018~2019 겨울 제설", "2018/2019"),
        ("2019 봄 축제", None),
    ],
)
def test_a_season_behind_bare_years_is_told_too(text: str, edtf: str | None) -> None:
    found = scan(text)
    assert [date.edtf for date in found.dates] == ([] if edtf is None else [edtf])
    assert len(found.partly) == len(found.dates)
