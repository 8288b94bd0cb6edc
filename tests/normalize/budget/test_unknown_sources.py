"""Sources that no vocabulary knows, among the names of projects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Table
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.normalize.rows import Row

TableMaker = Callable[..., Table]
MILLION = 1_000_000


def read(table: Table) -> tuple[list[Row], list[str]]:
    rows, issues = budget_rows(PrintedTable("budget", "budget", None, "백만원", table), city_is_local=False)
    return rows, [issue.code for issue in issues]


def named(rows: list[Row]) -> list[tuple[object, ...]]:
    """project, source as printed, key, million won of the first column."""
    names = ("project", "funding_raw", "funding")
    return [(*(row[name] for name in names), row["amount_won"] // MILLION) for row in rows if row["year"] == 2019]


@pytest.mark.parametrize("lines", [("국비 | 5 | 5", "도비 | 3 | 3"), ("국비 | 5 | 5", "특교세 | 3 | 3")])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_makes_up_the_sum_beside_known_sources_is_one(
    lines: tuple[str, str], place: int, table: TableMaker
) -> None:
    parts = [*lines[:place], "샛강살림 | 2 | 2", *lines[place:]]
    rows, issues = read(table("구분 | 2019 | 2020", "계 | 10 | 10", *parts))
    assert (None, "샛강살림", None, 2) in named(rows)
    assert {row["project"] for row in rows} == {None}
    assert issues == ["funding.unknown"]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_so_it_does_where_the_sum_stands_below(place: int, table: TableMaker) -> None:
    known = ["국비 | 5 | 5", "도비 | 3 | 3"]
    parts = [*known[:place], "샛강살림 | 2 | 2", *known[place:]]
    rows, issues = read(table("구분 | 2019 | 2020", *parts, "계 | 10 | 10"))
    assert (None, "샛강살림", None, 2) in named(rows)
    assert {row["project"] for row in rows} == {None}
    assert issues == ["funding.unknown"]


def test_of_two_halves_of_the_sum_the_first_is_one_where_nothing_follows(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2019 | 2020", "계 | 4 | 6", "샛강살림 | 2 | 3", "군비 | 2 | 3"))
    assert named(rows) == [(None, "계", "total", 4), (None, "샛강살림", None, 2), (None, "군비", "local", 2)]
    assert issues == ["funding.unknown"]


def test_it_is_one_of_the_project_above_it(table: TableMaker) -> None:
    one = ("보도 설치 | 4 | 4", "국비 | 2 | 2", "샛강살림 | 2 | 2")
    rows, issues = read(
        table("구분 | 2019 | 2020", "계 | 10 | 10", *one, "쉼터 | 6 | 6", "국비 | 3 | 3", "샛강살림 | 3 | 3")
    )
    assert named(rows) == [
        (None, "계", "total", 10),
        ("보도 설치", None, None, 4),
        ("보도 설치", "국비", "national", 2),
        ("보도 설치", "샛강살림", None, 2),
        ("쉼터", None, None, 6),
        ("쉼터", "국비", "national", 3),
        ("쉼터", "샛강살림", None, 3),
    ]
    assert issues == ["funding.unknown"]


def test_without_a_sum_a_name_that_comes_again_behind_sources_is_one_or_what_is_called_so(table: TableMaker) -> None:
    blocks = [f"{name} | |\n국비 | 2 | 2\n샛강살림 | 1 | 1".split("\n") for name in ("보도 설치", "쉼터")]
    rows, _ = read(table("구분 | 2019 | 2020", *blocks[0], *blocks[1]))
    assert [row for row in named(rows) if row[1] == "샛강살림"] == [
        ("보도 설치", "샛강살림", None, 1),
        ("쉼터", "샛강살림", None, 1),
    ]
    rows, issues = read(table("구분 | 2019 | 2020", "국비 | 2 | 2", "군비 | 2 | 2", "샛강기금 | 1 | 1"))
    assert named(rows)[2] == (None, "샛강기금", None, 1)
    assert "funding.unknown" in issues


@pytest.mark.parametrize(
    "lines",
    [
        # the sources make up the sum without the names that follow
        ("계 | 6 | 6", "국비 | 4 | 4", "군비 | 2 | 2", "보도 설치 | 4 | 4", "쉼터 | 2 | 2"),
        # a name over sources of its own
        ("계 | 4 | 4", "보도 설치 | 2 | 2", "국비 | 2 | 2", "쉼터 | 2 | 2", "군비 | 2 | 2"),
        # a name without amounts, over its sum
        ("계 | 9 | 9", "보도 설치 | 3 | 3", "국비 | 1 | 1", "군비 | 2 | 2", "쉼터 | |", "계 | 6 | 6", "군비 | 6 | 6"),
        # a name of which the first source fits the sum above it, as another one follows
        ("계 | 9 | 9", "보도 설치 | 6 | 6", "국비 | 3 | 3", "군비 | 3 | 3", "쉼터 | 3 | 3"),
        ("계 | 9 | 9", "쉼터 | 6 | 6", "국비 | 3 | 3", "군비 | 3 | 3", "보도 설치 | 3 | 3"),
    ],
)
def test_the_name_of_a_project_is_none(lines: tuple[str, ...], table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2019 | 2020", *lines))
    assert {row["project"] for row in rows} == {None, "보도 설치", "쉼터"}
    assert issues == []


def test_behind_sources_that_make_up_the_sum_above_them_nothing_is_one(table: TableMaker) -> None:
    one = ("쉼터 | 4 | 4", "국비 | 2 | 2", "군비 | 2 | 2", "청년기금 | 5 | 5", "자립 부담금 | 3 | 3")
    rows, issues = read(table("구분 | 2019 | 2020", *one))
    assert [(project, raw) for project, raw, _, _ in named(rows)] == [
        ("쉼터", None),
        ("쉼터", "국비"),
        ("쉼터", "군비"),
        ("청년기금", None),
        ("자립 부담금", None),
    ]
    two = ("보도 | 2 | 2", "국비 | 2 | 2", "새 일 | 1 | 1", "쉼터 | 4 | 4", "국비 | 4 | 4", "새 일 | 1 | 1")
    rows, _ = read(table("구분 | 2019 | 2020", *two))
    assert [(project, raw) for project, raw, _, _ in named(rows) if raw is None] == [
        ("보도", None),
        ("새 일", None),
        ("쉼터", None),
        ("새 일", None),
    ]
    assert issues == []


def test_what_is_called_by_a_deed_is_none_though_it_makes_up_the_sum(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2019 | 2020", "계 | 5 | 5", "국비 | 3 | 3", "보도 설치 | 2 | 2"))
    assert ("보도 설치", None, None, 2) in named(rows)
    assert issues == []  # that the sources are less than their sum is told where sums are checked


def test_a_source_without_money_beside_it_changes_nothing(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2019 | 2020", "계 | 5 | 5", "국비 | 3 | 2", "도비 | - | -", "샛강살림 | 2 | 3"))
    assert {row["project"] for row in rows} == {None}
    assert issues == ["funding.unknown"]


def test_sums_are_told_whatever_sign_parts_the_thousands(table: TableMaker) -> None:
    rows, issues = read(
        table(
            "구분 | 2019 | 2020",
            "계 | 1.250.000 | 1.250.000",
            "국비 | 1.000.000 | 1.000.000",
            "샛강살림 | 250.000 | 250.000",
        )
    )
    assert named(rows) == [
        (None, "계", "total", 1_250_000),
        (None, "국비", "national", 1_000_000),
        (None, "샛강살림", None, 250_000),
    ]
    assert issues == ["funding.unknown"]
