"""Lines of a budget that hold no money, and those that sum up others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Table
from pledgecards.normalize.budget.checks import budget_issues
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.normalize.budget.total import totals_of
from pledgecards.normalize.rows import Row

TableMaker = Callable[..., Table]

MILLION = 1_000_000


def read(table: Table) -> tuple[list[Row], list[str]]:
    rows, issues = budget_rows(PrintedTable("budget", "budget", None, "백만원", table), city_is_local=False)
    return rows, [issue.code for issue in issues]


def brief(rows: list[Row]) -> list[tuple[object, ...]]:
    names = ("project", "funding", "year")
    return [(*(row[name] for name in names), (row["amount_won"] or 0) / MILLION) for row in rows]


@pytest.mark.parametrize("name", ["비율(%)", "구성비", "(비율)", "국비 부담(%)"])
def test_a_line_of_shares_is_no_money(name: str, table: TableMaker) -> None:
    rows, issues = read(table("구분 | 계 | 국비 | 구비", "금액 | 80 | 50 | 30", f"{name} | 100 | 62 | 38"))
    assert brief(rows) == [(None, "total", None, 80), (None, "national", None, 50), (None, "local", None, 30)]
    assert issues == ["table.unplaced"]


def test_shares_below_each_source_are_no_money(table: TableMaker) -> None:
    rows, issues = read(table("재원 | 2018", "국비 | 20", "(비율) | 40", "구비 | 30", "(비율) | 60"))
    assert brief(rows) == [(None, "national", 2018, 20), (None, "local", 2018, 30)]
    assert issues == ["table.unplaced"]


def test_how_much_is_built_is_no_money_whatever_it_is_counted_in(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2018", "사업량(개소) | 3", "사업비 | 30", "국비 | 20", "구비 | 10"))
    assert brief(rows) == [(None, "total", 2018, 30), (None, "national", 2018, 20), (None, "local", 2018, 10)]
    assert issues == ["table.unplaced"]


def test_a_share_behind_the_name_of_a_source_leaves_it_a_source(table: TableMaker) -> None:
    rows, issues = read(table("재원 | 2018", "국비(60%) | 60", "구비(40%) | 40"))
    assert brief(rows) == [(None, "national", 2018, 60), (None, "local", 2018, 40)]
    assert issues == []


def test_the_sum_of_a_source_that_stands_before_its_projects_is_of_all_projects(table: TableMaker) -> None:
    found = table(
        "재원 | 사업명 | 2018",
        "계 | < | 33",
        "국비 | 소계 | 30",
        "^ | 도서관 | 20",
        "^ | 공원 | 10",
        "구비 | 소계 | 3",
        "^ | 도서관 | 3",
        drawn=True,
    )
    rows, issues = read(found)
    assert brief(rows) == [
        (None, "total", 2018, 33),
        (None, "national", 2018, 30),
        ("도서관", "national", 2018, 20),
        ("공원", "national", 2018, 10),
        (None, "local", 2018, 3),
        ("도서관", "local", 2018, 3),
    ]
    assert issues == []
    assert budget_issues(rows) == []


@pytest.mark.parametrize("name", ["소계({})", "{} 소계"])
def test_a_sum_of_some_projects_is_neither_the_grand_total_nor_a_project_more(name: str, table: TableMaker) -> None:
    found = table(
        "사업명 | 계 | 2018",
        "합계 | 100 | 100",
        f"{name.format('문화')} | 60 | 60",
        "도서관 | 40 | 40",
        "미술관 | 20 | 20",
        f"{name.format('녹지')} | 40 | 40",
        "공원 | 40 | 40",
    )
    rows, issues = read(found)
    assert [row["project"] for row in rows[::2]] == [
        *(None, name.format("문화"), "도서관", "미술관", name.format("녹지"), "공원"),
    ]
    assert issues == []
    assert budget_issues(rows) == []
    assert totals_of(rows).won == 100 * MILLION


def test_the_sum_of_a_year_that_stands_before_its_projects_is_of_all_projects(table: TableMaker) -> None:
    found = table(
        "연도 | 사업명 | 계 | 국비",
        "2018 | 소계 | 30 | 30",
        "^ | 도서관 | 20 | 20",
        "^ | 공원 | 10 | 10",
        "2019 | 소계 | 3 | 3",
        "^ | 도서관 | 3 | 3",
        drawn=True,
    )
    rows, issues = read(found)
    assert [(row["project"], row["year"]) for row in rows[::2]] == [
        *((None, 2018), ("도서관", 2018), ("공원", 2018), (None, 2019), ("도서관", 2019)),
    ]
    assert issues == []
    assert budget_issues(rows) == []


@pytest.mark.parametrize("planned", ["사업비", "예산현액", "예산"])
def test_what_was_spent_of_a_project_is_no_second_amount_of_it(planned: str, table: TableMaker) -> None:
    found = table(
        "사업명 | 구분 | 2018 | 2019",
        f"도서관 | {planned} | 10 | 20",
        "^ | 집행액 | 5 | 5",
        "^ | 집행률 | 50 | 25",
        f"공원 | {planned} | 1 | 2",
        "^ | 집행액 | 1 | 2",
        "^ | 집행률 | 100 | 100",
        drawn=True,
    )
    rows, issues = read(found)
    assert [(row["project"], row["amount_raw"]) for row in rows] == [
        *(("도서관", "10"), ("도서관", "20"), ("공원", "1"), ("공원", "2")),
    ]
    assert issues == ["table.unplaced"]


@pytest.mark.parametrize(
    "names", [("예산현액", "집행액", "잔액"), ("최종예산", "당초예산", "추경예산")], ids=("spent", "changed")
)
def test_lines_of_one_budget_are_no_projects(names: tuple[str, str, str], table: TableMaker) -> None:
    found = table("구분 | 2018 | 2019", *(f"{name} | {place} | {place}" for place, name in enumerate(names, 1)))
    rows, issues = read(found)
    assert brief(rows) == [(None, None, 2018, 1), (None, None, 2019, 1)]
    assert "table.unplaced" in issues


def test_a_line_of_shares_leaves_the_years_above_it_years(table: TableMaker) -> None:
    rows, issues = read(table("연도 | 국비 | 구비", "2018 | 10 | 1", "2019 | 20 | 2", "비율(%) | 90 | 10"))
    assert brief(rows) == [
        *((None, "national", 2018, 10), (None, "local", 2018, 1)),
        *((None, "national", 2019, 20), (None, "local", 2019, 2)),
    ]
    assert issues == ["table.unplaced"]


def test_a_line_of_shares_leaves_those_above_it_a_plan_and_what_was_spent_of_it(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 국비 | 구비", "계획(A) | 10 | 5", "집행(B) | 1 | 5", "B//A(%) | 10 | 100"))
    assert brief(rows) == [(None, "national", None, 10), (None, "local", None, 5)]
    assert issues == ["table.unplaced"]


def test_what_is_secured_of_a_project_is_no_second_amount_of_it(table: TableMaker) -> None:
    found = table("사업명 | 구분 | 2018", "도서관 | 소요 | 10", "^ | 확보 | 5", "^ | 부족 | 5", drawn=True)
    rows, issues = read(found)
    assert brief(rows) == [("도서관", None, 2018, 10)]
    assert issues == ["table.unplaced"]


@pytest.mark.parametrize(
    "rows",
    [
        # once beside two lines each, without a merged cell
        (
            "구분 | 재원 | 2018 | 2019",
            "계획 | 국비 | 10 | 20",
            " | 구비 | 30 | 40",
            "집행 | 국비 | 9 | 8",
            " | 구비 | 7 | 6",
        ),
        # half-way down
        (
            "구분 | 재원 | 2018 | 2019",
            " | 국비 | 10 | 20",
            "계획 | 시비 | 0 | 0",
            " | 구비 | 30 | 40",
            " | 국비 | 9 | 8",
            "집행 | 시비 | 0 | 0",
            " | 구비 | 7 | 6",
        ),
    ],
)
def test_what_was_spent_is_no_plan_though_only_its_first_line_says_so(rows: tuple[str, ...], table: TableMaker) -> None:
    found, issues = read(table(*rows))
    assert [row for row in brief(found) if row[3]] == [
        (None, "national", 2018, 10),
        (None, "national", 2019, 20),
        (None, "local", 2018, 30),
        (None, "local", 2019, 40),
    ]
    assert issues == ["table.unplaced"]


def test_a_project_whose_first_line_says_nothing_has_no_measure_from_the_one_above(table: TableMaker) -> None:
    found, _ = read(
        table(
            "사업명 | 구분 | 재원 | 2018",
            "도로 | 계획 | 국비 | 10",
            " | 집행 | 국비 | 9",
            "다리 | | 국비 | 20",
        )
    )
    assert brief(found) == [("도로", "national", 2018, 10), ("다리", "national", 2018, 20)]


def test_a_sum_in_the_column_of_numbers_is_no_amount_of_the_project_above(table: TableMaker) -> None:
    rows, issues = read(
        table(
            "연번 | 세부사업 | 2018",
            "1 | 회관 신축 | 10",
            "2 | 회관 보수 | 20",
            "소계 | | 30",
            "3 | 경로당 | 5",
            "합계 | | 35",
        )
    )
    assert [row[0] for row in brief(rows)] == ["회관 신축", "회관 보수", "소계", "경로당", None]
    assert issues == []


def test_what_is_needed_secured_and_short_are_no_projects(table: TableMaker) -> None:
    rows, issues = read(
        table("구분 | 계 | 국비 | 구비", "필요예산 | 10 | 4 | 6", "확보예산 | 6 | 4 | 2", "부족예산 | 4 | | 4")
    )
    assert brief(rows) == [(None, "total", None, 10), (None, "national", None, 4), (None, "local", None, 6)]
    assert issues == ["table.unplaced"]


def test_a_line_of_running_sums_leaves_the_others_sources(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2018 | 2019", "국비 | 1 | 2", "구비 | 3 | 4", "계 | 4 | 6", "누계 | 4 | 10"))
    assert {(row["project"], row["funding"]) for row in rows} == {(None, "national"), (None, "local"), (None, "total")}
    assert issues == ["table.unplaced"]


def test_sources_in_brackets_with_all_their_amounts_are_parts(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2018 | 2019", "사업비 | 60 | 70", "(국비) | (40) | (50)", "(구비) | (20) | -"))
    assert brief(rows) == [
        (None, "total", 2018, 60),
        (None, "total", 2019, 70),
        (None, "national", 2018, 40),
        (None, "national", 2019, 50),
        (None, "local", 2018, 20),
        (None, "local", 2019, 0),
    ]
    assert issues == []


@pytest.mark.parametrize(
    "rows",
    [
        ("구분 | 2018", "국비 | 60", "(기금) | (40)", "구비 | 20"),  # a part of another source?
        ("구분 | 2018", "국비 | (60)", "구비 | 20"),  # less?
        ("구분 | 2018 | 2019", "(국비) | (60) | 10", "(구비) | (20) | (10)"),
    ],
)
def test_of_other_brackets_nothing_is_told(rows: tuple[str, ...], table: TableMaker) -> None:
    found, issues = read(table(*rows))
    assert all(row["amount_won"] is None for row in found if "(" in row["amount_raw"])
    assert "number.unreadable" in issues


def test_a_share_behind_an_amount_is_read_where_the_head_says_so(table: TableMaker) -> None:
    rows, issues = read(table("연도 | 사업비 | 국비(%) | 구비(%)", "2018 | 80 | 50(62.5) | 30(37.5)"))
    assert brief(rows) == [(None, "total", 2018, 80), (None, "national", 2018, 50), (None, "local", 2018, 30)]
    assert issues == []


def test_a_figure_in_brackets_behind_an_amount_is_no_share_of_itself(table: TableMaker) -> None:
    rows, issues = read(table("연도 | 사업비 | 국비 | 구비", "2018 | 80 | 50(20) | 30(10)"))
    assert [row[3] for row in brief(rows)] == [80, 0, 0]
    assert issues == ["number.unreadable", "number.unreadable"]


@pytest.mark.parametrize(
    ("over", "below"), [("투자계획", "집행실적"), ("변경", "당초"), ("계획(백만원)", "집행(백만원)")]
)
def test_bands_of_the_plan_and_of_what_was_spent_are_no_projects(over: str, below: str, table: TableMaker) -> None:
    rows, issues = read(
        table(
            "재원 | 2018 | 2019",
            f"{over} | < | <",
            "국비 | 1 | 2",
            "구비 | 3 | 4",
            f"{below} | < | <",
            "국비 | 1 | ",
            "구비 | 2 | ",
        )
    )
    assert brief(rows) == [
        (None, "national", 2018, 1),
        (None, "national", 2019, 2),
        (None, "local", 2018, 3),
        (None, "local", 2019, 4),
    ]
    assert issues == ["table.unplaced"]


def test_bands_of_projects_stay_projects(table: TableMaker) -> None:
    rows, _ = read(table("재원 | 2018 | 2019", "부지 확보 | < | <", "국비 | 1 | 2", "투자계획 | < | <", "국비 | 1 | 3"))
    assert [row["project"] for row in rows] == ["부지 확보", "부지 확보", "투자계획", "투자계획"]


def test_bands_over_projects_say_which_lines_are_the_plan(table: TableMaker) -> None:
    rows, issues = read(
        table(
            "사업명 | 2019 | 2020",
            "투자계획 | < | <",
            "시장 | 10 | 20",
            "도로 | 1 | 2",
            "집행실적 | < | <",
            "시장 | 9 | ",
            "도로 | 1 | ",
        )
    )
    assert brief(rows) == [
        ("시장", None, 2019, 10),
        ("시장", None, 2020, 20),
        ("도로", None, 2019, 1),
        ("도로", None, 2020, 2),
    ]
    assert issues == ["table.unplaced"]


def test_what_was_spent_and_carried_over_of_a_budget_is_no_project(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2019 | 2020", "예산 | 10 | 20", "집행 | 9 | ", "이월 | 1 | ", "사고이월 | 0 | "))
    assert [(row["project"], row["year"], row["amount_raw"]) for row in rows] == [
        (None, 2019, "10"),
        (None, 2020, "20"),
    ]
    assert issues == ["table.unplaced"]


def test_what_sources_paid_in_the_years_before_the_plan_is_money(table: TableMaker) -> None:
    rows, _ = read(table("구분 | 사업비 | 2019실적 | 2020계획", "국비 | 30 | 10 | 20", "구비 | 30 | 10 | 20"))
    assert brief(rows)[:3] == [
        (None, "national", None, 30),
        (None, "national", 2019, 10),
        (None, "national", 2020, 20),
    ]


def test_what_stands_after_a_supplement_is_the_amount_of_its_year(table: TableMaker) -> None:
    rows, issues = read(
        table("구분 | 2019 | < | <", "^ | 기정액 | 추경 | 계", "국비 | 100 | 20 | 120", "구비 | 50 | △10 | 40")
    )
    assert brief(rows) == [(None, "national", 2019, 120), (None, "local", 2019, 40)]
    assert issues == ["table.unplaced", "table.unplaced"]


def test_targets_that_count_something_are_no_money(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2019 | 2020", "사업비 | 10 | 20", "목표(개소) | 1 | 2"))
    assert brief(rows) == [(None, "total", 2019, 10), (None, "total", 2020, 20)]
    assert issues == ["table.unplaced"]


def test_what_each_line_measures_is_told_by_the_column_next_to_the_figures(table: Callable[..., Table]) -> None:
    """`예산(백만원)` goes down over 당초 and 변경: the changed plan stands; over 계획 and 집행 the plan does."""
    for first, then, kept in (("당초", "변경", 700), ("계획", "집행", 600)):
        printed = table(
            "구분 | < | 합계 | 2018 | 2019",
            f"예산(백만원) | {first} | 600 | 100 | 500",
            f"^ | {then} | 700 | 200 | 500",
        )
        rows, codes = read(printed)
        assert [row["amount_won"] for row in rows if row["period_raw"] == "합계"] == [kept * MILLION]
        assert "table.unplaced" in codes
