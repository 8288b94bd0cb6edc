"""Points that may have been typed for the comma of thousands."""

from __future__ import annotations

import pytest

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Table
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.normalize.indicators.rows import indicator_rows
from pledgecards.normalize.points import budget_points, indicator_points
from pledgecards.schemas.vocabulary import Vocabulary

_WORDS = Vocabulary.standard()


def amounts(table: Table, unit: str = "(단위: 백만원)") -> tuple[list[int | None], list[str]]:
    """What each cell is worth, in millions of won, and what the issues say is printed there."""
    printed = PrintedTable("budget", "budget", None, unit, table)
    rows, issues = budget_points(budget_rows(printed, city_is_local=False)[0], _WORDS)
    assert {issue.code for issue in issues} <= {"number.point_unsure"}
    return [None if (won := row["amount_won"]) is None else won / 1_000_000 for row in rows], [i.raw for i in issues]


def values(table: Table) -> tuple[list[float | None], list[str]]:
    printed = PrintedTable("indicators", "indicators", None, None, table)
    rows, issues = indicator_points(indicator_rows(printed)[0])
    return [row["value"] for row in rows], [issue.raw for issue in issues]


def test_a_point_among_commas_is_no_figure_that_can_be_told(table) -> None:
    found = amounts(table("재원 | 계 | 2018년 | 2019년", "국비 | 33,181 | 24.394 | 8,787"))
    assert found == ([33_181, None, 8_787], ["24.394"])


def test_both_figures_of_a_table_are_doubted(table) -> None:
    found = amounts(table("재원 | 2018년 | 2019년", "국비 | 2.000 | 8,787", "구비 | 1,000 | △1.500"))
    assert found == ([None, 8_787, 1_000, None], ["2.000", "△1.500"])


def test_a_figure_with_its_unit_is_doubted_as_well(table) -> None:
    assert amounts(table("재원 | 2018년 | 2019년", "국비 | 2.500백만원 | 8,787백만원"))[0] == [None, 8_787]


def test_among_thousands_parted_by_points_a_point_parts_thousands_too(table) -> None:
    found = amounts(table("재원 | 계 | 2019 | 2020", "구비 | 1.234.567 | 234.567 | 1.5"))
    assert found == ([None, None, 1.5], ["234.567"])


@pytest.mark.parametrize(
    "fraction", ["12.5", "0.394", "1,234.567"], ids=["of another length", "below one", "behind a comma"]
)
def test_a_table_that_writes_fractions_means_them(table, fraction: str) -> None:
    found, issues = amounts(table("재원 | 2018년 | 2019년 | 2020년", f"국비 | 24.394 | 6,787 | {fraction}"))
    assert found[0] == 24.394
    assert issues == []


def test_nothing_but_whole_thousands_may_be_such(table) -> None:
    found = amounts(table("재원 | 2018년 | 2019년", "국비 | 10.000 | 20.000", "구비 | 5.000 | 787"))
    assert found == ([None, None, None, 787], ["10.000", "20.000", "5.000"])
    assert amounts(table("재원 | 2018년 | 2019년", "국비 | 10.000 | 20.500"))[0] == [10, 20.5]


def test_a_table_without_commas_writes_fractions(table) -> None:
    assert amounts(table("재원 | 2018년 | 2019년", "국비 | 24.394 | 787"))[0] == [24.394, 787]


def test_what_adds_up_only_as_a_fraction_is_one(table) -> None:
    found = amounts(table("재원 | 2018년 | 2019년", "계 | 5 | 1,200", "국비 | 2.500 | 1,000", "구비 | 2.500 | 200"))
    assert found == ([5, 1_200, 2.5, 1_000, 2.5, 200], [])


def test_what_adds_up_either_way_is_doubted(table) -> None:
    found = amounts(table("재원 | 2018년 | 2019년", "계 | 5.000 | 1,200", "국비 | 2.500 | 1,000", "구비 | 2.500 | 200"))
    assert found == ([None, 1_200, None, 1_000, None, 200], ["5.000", "2.500", "2.500"])


def test_that_a_sum_fails_as_a_fraction_does_not_make_it_a_comma(table) -> None:
    found = amounts(table("재원 | 계 | 2018년 | 2019년", "국비 | 31,181 | 24.394 | 6,787"))
    assert found == ([31_181, None, 6_787], ["24.394"])


def test_without_commas_sums_that_hold_only_as_thousands_cast_the_doubt(table) -> None:
    rows = [
        "구분 | 계 | 2018년 | 2019년",
        "계 | 3.500 | 1.200 | 2.300",
        "국비 | 1.500 | 500 | 1.000",
        "구비 | 2.000 | 700 | 1.300",
    ]
    found, issues = amounts(table(*rows))
    assert found == [None] * 3 + [None, 500, None] + [None, 700, None]
    assert "3.500" in issues


def test_without_commas_sums_that_hold_either_way_leave_fractions(table) -> None:
    found = amounts(table("구분 | 계 | 2018년 | 2019년", "계 | 3.500 | 1.200 | 2.300"))
    assert found == ([3.5, 1.2, 2.3], [])


def test_counts_of_one_line_are_looked_at_together(table) -> None:
    found = values(
        table(
            "사업명 | 단위 | 2018 | 2019 | 2020",
            "수거량 | 톤 | 1.500 | 1,600 | 1,700",
            "도로 | km | 1.525 | 2.25 | 3",
            "방문객 | 명 | 1,100 | 1,200 | 1,300",
        )
    )
    assert found == ([None, 1600, 1700, 1.525, 2.25, 3, 1100, 1200, 1300], ["1.500"])
