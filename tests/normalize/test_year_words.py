"""Words over the years of a table, or behind them: what was done in them, what is planned, and what nobody can tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Table
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.normalize.indicators.rows import indicator_rows
from pledgecards.normalize.rows import Issue, Row

TableMaker = Callable[..., Table]


def money(table: Table) -> tuple[list[Row], list[Issue]]:
    return budget_rows(PrintedTable("budget", "budget", None, "백만원", table), city_is_local=True)


def figures(table: Table) -> tuple[list[Row], list[Issue]]:
    return indicator_rows(PrintedTable("indicators", "indicators", None, None, table))


@pytest.mark.parametrize("over", ["연도별 집행현황", "연차별 예산확보", "연도별집행실적", "정산", "가내시액"])
def test_what_was_done_year_by_year_is_no_plan(over: str, table: TableMaker) -> None:
    rows, issues = money(table(f"재원 | {over} | < | 향후", "^ | 2018 | 2019 | ^", "국비 | 1 | 2 | 3"))
    assert [(row["period_raw"], row["amount_won"]) for row in rows] == [("향후", 3_000_000)]
    assert [issue.code for issue in issues] == ["table.unreadable", "table.unreadable"]


def test_unknown_words_at_the_years_are_told(table: TableMaker) -> None:
    over = table("재원 | 교부결과표 | <", "^ | 2018 | 2019", "국비 | 1 | 2")
    rows, issues = money(over)
    assert [row["year"] for row in rows] == [2018, 2019]
    assert [(issue.code, issue.raw) for issue in issues] == [("section.unsure", "교부결과표")]
    behind = table("지표 | 단위 | 2018 (기대) | 2019 (확인)", "이용자 | 명 | 10 | 20")
    rows, issues = figures(behind)
    assert [(row["measure"], row["value"]) for row in rows] == [("target", 10.0), ("target", 20.0)]
    assert [(issue.code, issue.raw) for issue in issues] == [("section.unsure", "(기대) | (확인)")]


@pytest.mark.parametrize("over", ["연도별 투자", "민선 7기", "임기 내", "연차별 투자계획(백만원)", "연도"])
def test_words_that_say_no_more_than_the_years_are_not(over: str, table: TableMaker) -> None:
    rows, issues = money(table(f"재원 | {over} | <", "^ | 2018 | 2019", "국비 | 1 | 2"))
    assert ([row["year"] for row in rows], issues) == ([2018, 2019], [])


def test_remarks_on_the_time_or_on_a_plan_are_not(table: TableMaker) -> None:
    found = table("지표 | 단위 | 2018 (6월말) | 2019 (추정) | 2020(안)", "이용자 | 명 | 10 | 20 | 30")
    assert figures(found)[1] == []


def test_lines_that_say_what_they_measure_need_no_such_word(table: TableMaker) -> None:
    found = table("지표 | 구분 | 교부결과표 | <", "^ | ^ | 2018 | 2019", "이용자 | 목표 | 10 | 20", "^ | 실적 | 9 | 18")
    rows, issues = figures(found)
    assert {row["measure"] for row in rows} == {"target", "actual"}
    assert issues == []


@pytest.mark.parametrize("head", ["목표//실적", "계획 // 실적", "목표·실적", "목표 및 실적"])
def test_a_head_that_names_both_leaves_it_to_the_lines(head: str, table: TableMaker) -> None:
    found = table(f"지표 | {head} | 2018 | 2019", "이용자(명) | 목표 | 10 | 20", "^ | 실적 | 9 | 18")
    assert [(row["measure"], row["year"], row["value"]) for row in figures(found)[0]] == [
        *[("target", 2018, 10.0), ("target", 2019, 20.0), ("actual", 2018, 9.0), ("actual", 2019, 18.0)]
    ]
    rows, issues = money(table("재원 | 예산//집행 | 2018", "국비 | 예산액 | 30", "^ | 집행액 | 29"))
    assert [row["amount_won"] for row in rows] == [30_000_000]
    assert [issue.code for issue in issues] == ["table.unplaced"]


def test_over_years_it_leaves_untold_what_they_hold(table: TableMaker) -> None:
    rows, issues = figures(table("지표 | 목표//실적 | <", "^ | 2018 | 2019", "이용자(명) | 10 | 20"))
    assert {row["measure"] for row in rows} == {"target"}
    assert [issue.code for issue in issues] == ["section.unsure"]


@pytest.mark.parametrize("head", ["성과지표 및 실적", "지표 및 실적", "성과지표 실적"])
def test_so_does_a_head_of_indicators_and_their_results(head: str, table: TableMaker) -> None:
    rows, issues = figures(table(f"지표명 | {head} | <", "^ | 2018 | 2019", "이용자(명) | 10 | 20"))
    assert {row["measure"] for row in rows} == {"target"}
    assert [(issue.code, issue.raw) for issue in issues] == [("section.unsure", head)]


@pytest.mark.parametrize("years", ["2018 목표 | 2018 실적", "2018 계획 | 2018 결과"])
def test_measures_at_the_years_tell_it_below_such_a_head(years: str, table: TableMaker) -> None:
    rows, issues = figures(table("지표명 | 성과지표 및 실적 | <", f"^ | {years}", "이용자(명) | 10 | 20"))
    assert [(row["measure"], row["value"]) for row in rows] == [("target", 10.0), ("actual", 20.0)]
    assert issues == []


@pytest.mark.parametrize(
    ("head", "told"), [("세부사업 2018", True), ("지표명 '18년", True), ("지표명 2017", False), ("2018", False)]
)
def test_the_year_before_the_first_among_the_names_is_told(head: str, told: bool, table: TableMaker) -> None:
    found = table(f"{head} | 2019 | 2020", "교육 이수자(명) 71 | 1 | 24", "입점률(%) 11 | 68 | 3")
    assert [issue.raw for issue in figures(found)[1] if issue.code == "table.unreadable"] == [head] * told
    assert [issue.raw for issue in money(found)[1] if issue.code == "table.unreadable"] == [head] * told


def test_what_was_before_the_years_is_no_name(table: TableMaker) -> None:
    found = table("지표명 | 현황 2018 | 2019 | 2020", "교육 이수자(명) | 71 | 1 | 24", "입점률(%) | 11 | 68 | 3")
    assert [(issue.code, issue.raw) for issue in figures(found)[1]] == [("table.unplaced", "71 | 11")]


def test_years_down_the_side_may_say_what_they_are_of(table: TableMaker) -> None:
    rows, issues = money(table("구분 | 국비 | 구비", "2018년 예산 | 1 | 2", "2019년 예산 | 3 | 4", "합계 | 4 | 6"))
    assert [(row["project"], row["year"], row["amount_won"]) for row in rows][:3] == [
        *[(None, 2018, 1_000_000), (None, 2018, 2_000_000), (None, 2019, 3_000_000)]
    ]
    assert issues == []


def test_of_a_year_down_the_side_the_plan_stands(table: TableMaker) -> None:
    found = table(
        "연도 | 국비 | 구비", "2018 예산 | 1 | 2", "2018 집행 | 1 | 1", "2019 예산 | 3 | 4", "2019 집행 | - | -"
    )
    rows, issues = money(found)
    assert [(row["year"], row["amount_won"]) for row in rows] == [
        *[(2018, 1_000_000), (2018, 2_000_000), (2019, 3_000_000), (2019, 4_000_000)]
    ]
    assert [issue.code for issue in issues] == ["table.unplaced"]
    of_both = table("구분 | 이용자(명) | 도서관(개소)", "2018 목표 | 10 | 1", "2018 실적 | 9 | 1")
    assert [(row["measure"], row["value"]) for row in figures(of_both)[0]] == [
        *[("target", 10.0), ("actual", 9.0), ("target", 1.0), ("actual", 1.0)]
    ]


def test_one_year_among_other_times_is_no_project(table: TableMaker) -> None:
    rows, _ = money(table("구분 | 사업비", "기투자 | 4", "2019년 | 3", "향후 | 2", "계 | 9"))
    assert [(row["project"], row["period_raw"], row["year"]) for row in rows] == [
        *[(None, "기투자", None), (None, "2019년", 2019), (None, "향후", None), (None, "계", None)]
    ]


def test_indicators_over_plans_and_results_of_years_down_the_side(table: TableMaker) -> None:
    found = table(
        "연도 | 이용자(명) | < | 산책로(km) | <",
        "^ | 계획 | 실적 | 계획 | 실적",
        "2018 | 10 | 9 | 1 | 2",
        "2019 | 20 | - | 3 | -",
    )
    assert [(row["project"], row["measure"], row["year"], row["value"]) for row in figures(found)[0]] == [
        ("이용자(명)", "target", 2018, 10.0),
        ("이용자(명)", "target", 2019, 20.0),
        ("이용자(명)", "actual", 2018, 9.0),
        ("산책로(km)", "target", 2018, 1.0),
        ("산책로(km)", "target", 2019, 3.0),
        ("산책로(km)", "actual", 2018, 2.0),
    ]


def test_a_figure_of_a_unit_that_also_numbers_is_told(table: TableMaker) -> None:
    rows, issues = figures(table("지표 | 2018 | 2019", "빈집 정비 | 20호 | 30호", "공사 | 1단계 | 2단계"))
    assert {row["value"] for row in rows} == {None}
    assert [issue.raw for issue in issues] == ["20호", "30호"]
