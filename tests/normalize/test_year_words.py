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


@pytest.mark.parametrize("over", ["연도별 집행현황", "연차별 예산확보", "연도별집행실적"])
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
