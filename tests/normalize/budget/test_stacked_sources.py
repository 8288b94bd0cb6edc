"""Sources of one project that share a cell, and sources that are several in one."""

from __future__ import annotations

import pytest

from pledgecards.extract.card import PrintedTable
from pledgecards.normalize.budget.rows import budget_rows


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
