"""Budgets that name the sources in the cells of the amounts."""

from __future__ import annotations

import pytest

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.roles.role import table_role
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.schemas.vocabulary import Vocabulary

UNIT = "(단위: 백만원)"


def read(table, unit=UNIT):
    rows, issues = budget_rows(PrintedTable("budget", "budget", None, unit, table), city_is_local=True)
    found = [(row["project"], row["funding"], row["year"], row["amount_won"]) for row in rows if row["amount_raw"]]
    return found, [issue.code for issue in issues]


@pytest.mark.parametrize(
    "cell",
    [
        "국비 100 // 도비 50",
        "국비 100, 도비 50",
        "국비: 100/도비: 50",
        "국 100 // 도 50",
        "국비(100), 도비(50)",
        "- 국비 100/- 도비 50",
    ],
)
def test_each_source_has_a_line(table, cell):
    found, issues = read(table("세부사업 | 2019년 | 2020년", f"도서관 | {cell} | -"))
    assert found == [("도서관", "national", 2019, 100_000_000), ("도서관", "metro", 2019, 50_000_000)]
    assert issues == []


@pytest.mark.parametrize("cell", ["150(국비 100, 도비 50)", "150/국비 100/도비 50", "계 150/국비 100/도비 50"])
def test_their_sum_has_one_too(table, cell):
    found, issues = read(table("세부사업 | 2019년", f"도서관 | {cell}"))
    assert [amount for *_, amount in found] == [150_000_000, 100_000_000, 50_000_000]
    assert [funding for _, funding, *_ in found] == ["total", "national", "metro"]
    assert issues == []


def test_they_are_in_the_unit_of_their_sum(table):
    found, issues = read(
        table("연도 | 사업비", "2019 | 150백만원(국비 100, 도비 50)", "2020 | 30백만원(도비 30)"), None
    )
    assert found == [
        (None, "total", 2019, 150_000_000),
        (None, "national", 2019, 100_000_000),
        (None, "metro", 2019, 50_000_000),
        (None, "total", 2020, 30_000_000),
        (None, "metro", 2020, 30_000_000),
    ]
    assert issues == []


def test_an_amount_beside_them_without_a_source_is_of_all(table):
    found, _ = read(table("세부사업 | 계 | 2019년", "도서관 | 150 | 국비 100, 도비 50"))
    assert found == [
        ("도서관", "total", None, 150_000_000),
        ("도서관", "national", 2019, 100_000_000),
        ("도서관", "metro", 2019, 50_000_000),
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "국비 100, 국비 50",
        "국비 100, 부지 50",
        "3억원(국비 100, 도비 200)",  # in another unit than their sum
        "150(국비 100, 도비 40)",
        "국비 100, 도비 50백만원",
        "국비 50%, 도비 50%",
    ],
)
def test_in_doubt_nothing_is_parted(table, cell):
    found, _ = read(table("세부사업 | 2019년", f"도서관 | {cell}"))
    assert {funding for _, funding, *_ in found} <= {None}


def test_where_a_column_names_the_source_nothing_is_parted(table):
    found, _ = read(table("재원 | 2019년", "국비 | 국비 100", "도비 | 도비 50"))
    assert found == [(None, "national", 2019, 100_000_000), (None, "metro", 2019, 50_000_000)]


def test_such_a_table_under_its_heading_is_a_budget(table):
    vocabulary = Vocabulary.standard()
    one = table("사업명 | 사업비", "도서관 | 국비 100, 도비 50", "쉼터 | -")
    assert table_role(one, "budget", vocabulary, UNIT) == ("budget", False)
    other = table("사업명 | 사업비", "도서관 | 부지 100, 건물 50")
    assert table_role(other, "budget", vocabulary, UNIT) == (None, False)


def test_what_is_done_with_the_money_of_a_year_names_no_project(table):
    found, _ = read(table("연도 | 사업비 | 주요내용", "2019 | 150 | 기본계획 수립", "2020 | 30 | 착공"))
    assert found == [(None, None, 2019, 150_000_000), (None, None, 2020, 30_000_000)]
