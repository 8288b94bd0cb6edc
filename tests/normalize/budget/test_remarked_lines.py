"""Remarks that name the unit of some lines of a budget."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Table
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.normalize.rows import Issue, Row

TableMaker = Callable[..., Table]


def read(table: Table, *remarks: str, note: str = "(단위: 백만원)") -> tuple[list[Row], list[Issue]]:
    printed = PrintedTable("budget", "budget", None, note, table, remarks=remarks)
    return budget_rows(printed, city_is_local=False)


def won(rows: list[Row], source: str) -> list[int | None]:
    return [row["amount_won"] for row in rows if row["funding_raw"] == source]


def test_only_the_line_that_a_remark_names_is_doubted(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2019 | 2020", "국비 | 5 | 10", "기타 | 7 | 1,000"), "※ 기타는 천원")
    assert won(rows, "국비") == [5_000_000, 10_000_000]
    assert won(rows, "기타") == [None, None]
    assert [issue.code for issue in issues] == ["budget.unit_contradiction"]


def test_it_is_read_in_its_unit_where_the_sums_say_so_too(table: TableMaker) -> None:
    rows, issues = read(
        table("구분 | 2019 | 2020", "계 | 5 | 11", "국비 | 5 | 10", "기타(기금) | - | 1,000"),
        "※ 기타(기금)는 천원 단위임",
    )
    assert won(rows, "계") == [5_000_000, 11_000_000]
    assert won(rows, "기타(기금)") == [None, 1_000_000]
    assert [row["unit_raw"] for row in rows][-1] == "천원"
    assert issues == []


def test_a_sum_that_adds_up_as_printed_only_is_doubted_too(table: TableMaker) -> None:
    rows, issues = read(
        table("구분 | 2019 | 2020", "계 | 5 | 1,010", "국비 | 5 | 10", "기타 | - | 1,000"), "※ 기타는 천원 단위"
    )
    assert won(rows, "계") == [5_000_000, None]
    assert won(rows, "국비") == [5_000_000, 10_000_000]
    assert won(rows, "기타") == [None, None]
    assert [issue.code for issue in issues] == ["budget.unit_contradiction"]


def test_a_year_that_a_remark_names_is_doubted(table: TableMaker) -> None:
    rows, _ = read(table("구분 | 2019 | 2020", "국비 | 5 | 10", "구비 | 7 | 8"), "※ 2020년은 천원 단위")
    assert won(rows, "국비") == [5_000_000, None]
    assert won(rows, "구비") == [7_000_000, None]


def test_a_remark_that_names_no_line_is_of_the_whole_table(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2019", "국비 | 5", "구비 | 7"), "※ 금액은 천원 단위임")
    assert [row["amount_won"] for row in rows] == [None, None]
    assert [issue.code for issue in issues] == ["budget.unit_contradiction"]


def test_each_clause_of_a_remark_is_of_its_own_line(table: TableMaker) -> None:
    rows, _ = read(table("구분 | 2019", "국비 | 5", "도비 | 7"), "※ 도비는 천원 단위이며 국비는 백만원")
    assert won(rows, "국비") == [5_000_000]
    assert won(rows, "도비") == [None]


def test_the_note_of_a_table_may_name_the_unit_of_a_line_too(table: TableMaker) -> None:
    found = table("구분 | 2019 | 2020", "계 | 5 | 11", "국비 | 5 | 10", "기타 | - | 1,000")
    for note in ("(단위: 백만원, 단 기타는 천원)", "(단위: 백만원, 기타재원: 천원)"):
        rows, issues = read(found, note=note)
        assert won(rows, "기타") == [None, 1_000_000]
        assert won(rows, "국비") == [5_000_000, 10_000_000]
        assert issues == []


def test_sums_within_the_line_tell_nothing(table: TableMaker) -> None:
    rows, _ = read(table("구분 | 계 | 2019 | 2020", "국비 | 15 | 5 | 10", "기타 | 3 | 1 | 2"), "※ 기타는 천원")
    assert won(rows, "기타") == [None, None, None]


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("2020년은", [2020]),
        ("2020년 이후는", [2020, 2021]),
        ("2020년부터", [2020, 2021]),
        ("2019년까지는", [2018, 2019]),
        ("2019~2020년은", [2019, 2020]),
        ("'19년부터 '20년까지", [2019, 2020]),
    ],
)
def test_a_remark_of_several_years_is_of_all_of_them(said: str, doubted: list[int], table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2018 | 2019 | 2020 | 2021", "국비 | 5 | 6 | 7 | 8"), f"※ {said} 천원 단위임")
    assert [row["year"] for row in rows if row["amount_won"] is None] == doubted
    assert [issue.code for issue in issues] == ["budget.unit_contradiction"]
