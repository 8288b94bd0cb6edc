"""Lines of a budget that an unknown word tells from those of the plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Table
from pledgecards.normalize.budget.rows import budget_rows

TableMaker = Callable[..., Table]
MILLION = 1_000_000


def read(table: Table) -> tuple[list[tuple[object, ...]], list[str]]:
    rows, issues = budget_rows(PrintedTable("budget", "budget", None, "백만원", table), city_is_local=False)
    found = [(row["project"], row["funding"], row["year"], (row["amount_won"] or 0) // MILLION) for row in rows]
    return found, [issue.code for issue in issues]


@pytest.mark.parametrize("planned", ["계획", "예산액", "변경"])
def test_over_the_same_sources_they_are_left_out(planned: str, table: TableMaker) -> None:
    found = table(
        "구분 | 재원 | 2019",
        f"{planned} | 계 | 9",
        "^ | 국비 | 5",
        "^ | 군비 | 4",
        "배분 | 계 | 7",
        "^ | 국비 | 4",
        "^ | 군비 | 3",
        drawn=True,
    )
    rows, issues = read(found)
    assert rows == [(None, "total", 2019, 9), (None, "national", 2019, 5), (None, "local", 2019, 4)]
    assert issues == ["table.unreadable"]


def test_under_each_source_or_project_too(table: TableMaker) -> None:
    found = table(
        "재원 | 구분 | 2019", "국비 | 계획 | 5", "^ | 배분 | 4", "군비 | 계획 | 4", "^ | 배분 | 3", drawn=True
    )
    assert read(found) == ([(None, "national", 2019, 5), (None, "local", 2019, 4)], ["table.unreadable"])
    found = table(
        "사업명 | 구분 | 2019", "쉼터 | 계획 | 5", "^ | 배분 | 4", "보도 | 계획 | 4", "^ | 배분 | 3", drawn=True
    )
    assert read(found) == ([("쉼터", None, 2019, 5), ("보도", None, 2019, 4)], ["table.unreadable"])


def test_beside_what_was_spent_as_well(table: TableMaker) -> None:
    found = table("재원 | 구분 | 2019", "국비 | 계획 | 5", "^ | 집행 | 4", "^ | 배분 | 3", drawn=True)
    rows, issues = read(found)
    assert rows == [(None, "national", 2019, 5)]
    assert issues == ["table.unreadable", "table.unplaced"]


def test_so_they_are_where_the_words_stand_once_and_where_some_say_what_the_others_differ_by(table: TableMaker) -> None:
    once = ("계획 | 국비 | 5", " | 군비 | 4", "배분 | 국비 | 4", " | 군비 | 3")
    assert read(table("구분 | 재원 | 2019", *once)) == (
        [(None, "national", 2019, 5), (None, "local", 2019, 4)],
        ["table.unreadable"],
    )
    changed = ("계 | 계획 | 8", "^ | 배분 | 9", "^ | 증감 | 1", "국비 | 계획 | 8", "^ | 배분 | 9")
    assert read(table("재원 | 구분 | 2019", *changed, drawn=True)) == (
        [(None, "total", 2019, 8), (None, "national", 2019, 8)],
        ["table.unreadable", "table.unplaced"],
    )


@pytest.mark.parametrize("changed", ["최종", "변경", "조정", "1차 변경"])
def test_what_the_plan_was_changed_to_stands_for_it(changed: str, table: TableMaker) -> None:
    found = table(
        "재원 | 구분 | 2019",
        "국비 | 당초 | 5",
        f"^ | {changed} | 4",
        "군비 | 당초 | 4",
        f"^ | {changed} | 3",
        drawn=True,
    )
    assert read(found) == ([(None, "national", 2019, 4), (None, "local", 2019, 3)], ["table.unplaced"])


@pytest.mark.parametrize(
    "lines",
    [
        ("계획 | 5", "설계 | 10", "공사 | 90"),  # more unknown words than known ones
        ("계획 | 5", "설계 | 10", "공사 | 90", "계 | 105"),  # the stages of a project and their sum
    ],
)
def test_the_stages_of_a_project_are_none(lines: tuple[str, ...], table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2019", *lines))
    assert [row[0] for row in rows][:3] == ["계획", "설계", "공사"]
    assert issues == []


def test_a_word_of_unknown_meaning_among_the_years_down_the_side_is_no_project(table: TableMaker) -> None:
    rows, issues = read(table("연도 | 국비 | 군비", "2019 | 2 | 1", "2020 | 2 | 1", "언젠가 | 4 | 2"))
    assert rows[::2] == [(None, "national", 2019, 2), (None, "national", 2020, 2), (None, "national", None, 4)]
    assert issues == ["date.year_unknown"]


@pytest.mark.parametrize("work", ["설계", "보상", "공사"])
def test_a_work_beside_the_plan_is_a_stage_of_the_project(work: str, table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2019", "계획 | 5", f"{work} | 90"))
    assert rows == [("계획", None, 2019, 5), (work, None, 2019, 90)]
    assert issues == []
    lines = ("쉼터 | 계획 | 5", f"^ | {work} | 4", "보도 | 계획 | 4", f"^ | {work} | 3")
    rows, issues = read(table("사업명 | 구분 | 2019", *lines, drawn=True))
    assert [row[3] for row in rows] == [5, 4, 4, 3]
    assert issues == ["table.unplaced"]


def test_the_items_of_a_reckoning_name_its_lines(table: TableMaker) -> None:
    rows, issues = read(table("산출내역 | 2019 | 2020", "마을 도로 3km | 4 | 1", "공원 2개소 | 2 | 1"))
    assert [(row[0], row[3]) for row in rows if row[2] == 2019] == [("마을 도로 3km", 4), ("공원 2개소", 2)]
    assert issues == []


def test_what_was_planned_at_first_is_not_the_plan_where_an_unknown_word_stands_over_the_same_years(
    table: TableMaker,
) -> None:
    found = table("재원 | 당초 | < | 현재 | <", "^ | 2018 | 2019 | 2018 | 2019", "국비 | 1 | 2 | 3 | 4", drawn=True)
    assert read(found) == ([], ["table.unreadable"])
    lines = table(
        "재원 | 구분 | 2019", "국비 | 당초 | 1", "^ | 현재 | 3", "군비 | 당초 | 2", "^ | 현재 | 4", drawn=True
    )
    rows, issues = read(lines)
    assert rows == []
    assert set(issues) == {"table.unreadable"}
    lines = ("국비 | 당초 | 1", "^ | 변경 | 2", "^ | 현재 | 3", "군비 | 당초 | 2", "^ | 변경 | 3", "^ | 현재 | 4")
    rows, _ = read(table("재원 | 구분 | 2019", *lines, drawn=True))
    assert rows == [(None, "national", 2019, 2), (None, "local", 2019, 3)]


def test_lines_named_after_the_first_plan_alone_are_not_read(table) -> None:
    """Fills part the columns, not the sources from 기정 and 변경 under one head: a source stands in the lines of 변경."""
    printed = table(
        "구분 | 계 | 2019", "기정 | 30 | 30", "국비 변경 | 20 | 20", "기정 | 10 | 10", "구비 변경 | 15 | 15"
    )
    rows, issues = budget_rows(PrintedTable("budget", "budget", None, "(단위: 백만원)", printed), city_is_local=False)
    assert rows == []
    assert [issue.code for issue in issues] == ["table.unreadable"]
