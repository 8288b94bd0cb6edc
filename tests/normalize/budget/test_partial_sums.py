"""Sums of some years, parts of years, gifts in kind; names of groups, times and what is secured among the lines."""

from __future__ import annotations

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Table
from pledgecards.normalize.budget.checks import budget_issues
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.normalize.budget.total import totals_of
from pledgecards.normalize.rows import Issue, Row

MILLION = 1_000_000


def read(
    table: Table, unit: str | None = "(단위: 백만원)", remarks: tuple[str, ...] = ()
) -> tuple[list[Row], list[Issue]]:
    printed = PrintedTable("budget", "budget", None, unit, table, remarks=remarks)
    rows, issues = budget_rows(printed, city_is_local=True)
    return rows, [*issues, *budget_issues(rows)]


def brief(rows: list[Row]) -> list[tuple[object, ...]]:
    return [
        (row["project"], row["funding"], row["period_raw"], row["year"], row["amount_won"] / MILLION) for row in rows
    ]


def test_sums_of_some_years(table) -> None:
    rows = (
        "구분 | 2019 | 2020 | 소계 | 2021 | 2022 | 소계 | 총계",
        "국비 | 1 | 2 | 3 | 3 | 4 | 7 | 10",
        "계 | 1 | 2 | 3 | 3 | 4 | 7 | 10",
    )
    assert read(table(*rows))[1] == []
    wrong = read(table(rows[0], "국비 | 1 | 2 | 4 | 3 | 4 | 7 | 10"))[1]
    assert [issue.raw for issue in wrong] == ["4백만원"]


def test_a_sum_of_the_years_alone_beside_that_of_all_is_no_second_total(table) -> None:
    rows, issues = read(
        table(
            "구분 | 총사업비 | 기투자 | 연차별 투자계획 | < | <",
            "^ | ^ | ^ | 계 | 2019 | 2020",
            "합계 | 16 | 6 | 10 | 4 | 6",
            "국비 | 16 | 6 | 10 | 4 | 6",
        )
    )
    assert issues == []
    assert totals_of(rows).won == 16 * MILLION


def test_nothing_needs_no_unit_where_cells_say_theirs(table) -> None:
    rows, issues = read(table("구분 | 2019 | 2020", "국비 | 16백만원 | 0"), unit=None)
    assert [row["amount_won"] for row in rows] == [16 * MILLION, 0]
    assert issues == []


def test_halves_are_not_added_to_their_year(table) -> None:
    found = table(
        "구분 | 2019년 | < | < | 계", "^ | 상반기 | 하반기 | 소계 | ^", "국비 | 1 | 2 | 3 | 3", "시비 | 1 | 2 | 3 | 4"
    )
    assert [issue.raw for issue in read(found)[1]] == ["4백만원"]


def test_gifts_in_kind_need_not_be_in_a_sum(table) -> None:
    assert read(table("구분 | 2019", "사업비 | 800", "현물 | 50"))[1] == []
    assert read(table("구분 | 2019", "계 | 850", "국비 | 800", "현물 | 50"))[1] == []
    assert [issue.raw for issue in read(table("구분 | 2019", "계 | 860", "국비 | 800", "현물 | 50"))[1]] == [
        "860백만원"
    ]


def test_names_under_groups(table) -> None:
    rows, _ = read(
        table(
            "구분 | < | 2019",
            "문화 | 도서관 | 3",
            "^ | 박물관 | 4",
            "^ | 소계 | 7",
            "복지 | 경로당 | 5",
            "^ | 소계 | 5",
        )
    )
    assert [row["project"] for row in rows] == ["도서관", "박물관", "문화 소계", "경로당", "복지 소계"]


def test_sources_under_halves(table) -> None:
    rows, _ = read(table("구분 | 2019년 상반기 | < | 2019.하 국비", "^ | 국비 | 시비 | ^", "도서관 | 1 | 2 | 3"))
    assert brief(rows) == [
        ("도서관", "national", "2019년 상반기", 2019, 1),
        ("도서관", "local", "2019년 상반기", 2019, 2),
        ("도서관", "national", "2019.하", 2019, 3),
    ]


def test_times_before_and_after_the_years(table) -> None:
    rows, issues = read(table("구분 | 2018까지 집행 | 2019 예산 | 이후 소요 | 합계", "국비 | 1 | 2 | 3 | 6"))
    assert issues == []
    assert [(row["period_raw"], row["year"]) for row in rows] == [
        ("2018까지 집행", None),
        ("2019 예산", 2019),
        ("이후 소요", None),
        ("합계", None),
    ]


def test_times_among_sources(table) -> None:
    rows, _ = read(table("구분 | 금액", "총사업비 | 9", "국비 | 5", "시비 | 4", "기투자액 | 2"))
    assert brief(rows)[-1] == (None, None, "기투자액", None, 2)


def test_shares_are_noted(table) -> None:
    _, issues = read(
        table("구분 | 2018년 | < | 2019년 | <", "^ | 금액 | % | 금액 | 구성비(%)", "국비 | 5 | 50 | 6 | 60")
    )
    assert {issue.code for issue in issues} == {"table.unplaced"}


def test_what_is_secured_is_no_project(table) -> None:
    rows, _ = read(table("구분 | 계 | 2019", "총사업비 | 6 | 6", "기확보 | 4 | 4", "미확보 | 2 | 2"))
    assert brief(rows) == [(None, "total", "계", None, 6), (None, "total", "2019", 2019, 6)]


def test_a_remark_that_names_another_unit_empties_the_amounts(table) -> None:
    found = table("구분 | 2019", "국비 | 100")
    rows, issues = read(found, remarks=("* 국비는 천원 단위임",))
    assert [row["amount_won"] for row in rows] == [None]
    assert [issue.code for issue in issues] == ["budget.unit_contradiction"]
    assert read(found, remarks=("※ 단위: 백만원",))[1] == []


def test_a_unit_in_a_sentence(table) -> None:
    rows, _ = read(table("구분 | 2019", "국비 | 100"), "금액 단위는 억원임")
    assert rows[0]["amount_won"] == 100 * 100 * MILLION
