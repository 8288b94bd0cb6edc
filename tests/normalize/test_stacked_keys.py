"""Sources of one project, or measures of one indicator, that share a cell, and sources that are several in one."""

from __future__ import annotations

import pytest

from pledgecards.extract.card import PrintedTable
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.normalize.indicators.rows import indicator_rows


def read(table):
    rows, issues = budget_rows(PrintedTable("budget", "budget", None, "(단위: 백만원)", table), city_is_local=True)
    found = [(row["line_no"], row["project"], row["funding"], row["period_raw"], row["amount_raw"]) for row in rows]
    return found, [issue.code for issue in issues]


def test_sources_one_below_the_other_are_rows(table):
    found, issues = read(table("세부사업 | 재원 | 계 | 2019년", "도서관 | 계/도비/시비 | 300/100/200 | 100/-/100"))
    assert found == [
        (1, "도서관", "total", "계", "300"),
        (1, "도서관", "total", "2019년", "100"),
        (2, "도서관", "metro", "계", "100"),
        (2, "도서관", "metro", "2019년", "-"),
        (3, "도서관", "local", "계", "200"),
        (3, "도서관", "local", "2019년", "100"),
    ]
    assert issues == []


@pytest.mark.parametrize(
    "row",
    [
        "도서관 | 계/도비/시비 | 300/100/200 | 100/100",  # which source has none in 2019?
        "도서관 | 계/도비/시비 | 300 | 100",
        "도서관 | 계/도비/시비 | 300/100/미정 | 100/-/100",
        "도서관 | 계/보조 사업/시비 | 300/100/200 | 100/-/100",
    ],
)
def test_in_doubt_nothing_is_parted(table, row):
    found, issues = read(table("세부사업 | 재원 | 계 | 2019년", row))
    assert {line for line, *_ in found} == {1}
    assert "funding.unknown" in issues


def test_several_sources_in_one_figure_have_no_key(table):
    found, issues = read(table("재원 | 계", "계 | 10", "국비 | 4", "지방비 | 6"))
    assert found == [(1, None, "total", "계", "10"), (2, None, "national", "계", "4"), (3, None, None, "계", "6")]
    assert issues == ["funding.unknown"]


def test_the_sum_before_them_and_brackets_round_each_are_of_the_form(table):
    found, issues = read(table("구분 | 계 | 2019년", "사업비/(국비)/(시비) | 600/(400)/(200) | 600/(400)/(200)"))
    assert found == [
        (1, None, "total", "계", "600"),
        (1, None, "total", "2019년", "600"),
        (2, None, "national", "계", "(400)"),
        (2, None, "national", "2019년", "(400)"),
        (3, None, "local", "계", "(200)"),
        (3, None, "local", "2019년", "(200)"),
    ]
    assert issues == []


def figures(table):
    rows, issues = indicator_rows(PrintedTable("indicators", "indicators", None, None, table))
    found = [(row["line_no"], row["project"], row["measure"], row["year"], row["value"]) for row in rows]
    return found, [(issue.code, issue.raw) for issue in issues]


def test_measures_one_below_the_other_are_rows(table):
    head = "지표명 | 단위 | 구분 | 2019년 | 2020년"
    found, issues = figures(
        table(head, "이용자 | 명 | 목표/실적 | 3,382/477 | -/38", "만족도 | % | 목표/실적 | 73/80 | 75/")
    )
    assert found[:3] == [
        (1, "이용자", "target", 2019, 3382.0),
        (2, "이용자", "actual", 2019, 477.0),
        (2, "이용자", "actual", 2020, 38.0),
    ]
    assert ("table.unreadable", "목표 실적") in issues  # of which measure is 75?
    assert len(found) == 3


@pytest.mark.parametrize("row", ["이용자 | 목표/실적 | 10 | 9", "이용자 | 목표/실적 | 10/설계 | 9/8"])
def test_in_doubt_what_is_left_out_is_told_as_a_loss(row, table):
    found, issues = figures(
        table("지표명 | 구분 | 2019년 | 2020년", row, "만족도 | 목표 | 73 | 75", "^ | 실적 | 80 | 55")
    )
    assert {project for _, project, *_ in found} == {"만족도"}
    assert issues == [("table.unreadable", "목표 실적")]
