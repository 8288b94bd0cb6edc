"""Names of projects that break over the rows of their sources, in tables without rules."""

from __future__ import annotations

import pytest
from paper import tables

HEAD = "세부사업        재원    합계     2018    2019\n"
TOTAL = "총계                    900      300     600\n"


def names(rows: str) -> list[tuple[str, str]]:
    """By row below the head: the name that its merged cell holds, and the source."""
    (table,) = tables(HEAD + rows + "\f")
    return [(row[0].text, row[1].text) for row in table.grid()[1:]]


@pytest.mark.parametrize("total", [TOTAL, ""])
def test_the_rows_above_their_sum_are_of_one_name(total: str) -> None:
    read = names(
        total
        + "고인돌유적      국비    300      100     200\n"
        + "정비            군비    200      100     100\n"
        + "                소계    500      200     300\n"
        + "갯벌생태        국비    300      100     200\n"
        + "탐방로          소계    300      100     200\n"
    )
    assert read[-5:] == [
        ("고인돌유적 정비", "국비"),
        ("고인돌유적 정비", "군비"),
        ("고인돌유적 정비", "소계"),
        ("갯벌생태 탐방로", "국비"),
        ("갯벌생태 탐방로", "소계"),
    ]


def test_the_sum_of_all_below_projects_of_one_source_each_joins_none() -> None:
    read = names(
        "고인돌유적      국비    300      100     200\n"
        "탐방로          군비    200      100     100\n"
        "                합계    500      200     300\n"
    )
    assert [name for name, _ in read[:2]] == ["고인돌유적", "탐방로"]


def test_a_name_with_the_sources_of_another_name_goes_on_in_its_rows() -> None:
    read = names(
        "고인돌유적      국비    300      100     200\n"
        "정비            군비    200      100     100\n"
        "쉼터            국비    300      100     200\n"
        "                군비    200      100     100\n"
    )
    assert [name for name, _ in read] == ["고인돌유적 정비"] * 2 + ["쉼터"] * 2


def test_a_name_that_leaves_room_in_its_line_does_not_go_on_in_the_next() -> None:
    read = names(
        "쉼터            국비    300      100     200\n"
        "정자            군비    200      100     100\n"
        "고인돌유적정비  국비    300      100     200\n"
        "                군비    200      100     100\n"
    )
    assert [name for name, _ in read[:2]] == ["쉼터", "정자"]


def test_projects_of_one_source_each_keep_their_names() -> None:
    read = names(
        "고인돌유적      국비    300      100     200\n"
        "탐방로          군비    200      100     100\n"
        "쉼터            국비    300      100     200\n"
        "전망대          군비    200      100     100\n"
    )
    assert [name for name, _ in read] == ["고인돌유적", "탐방로", "쉼터", "전망대"]


def test_a_name_that_stands_in_every_row_of_its_sum_is_set_once_in_each() -> None:
    read = names(
        "놀이숲          국비    300      100     200\n"
        "놀이숲          군비    200      100     100\n"
        "놀이숲          소계    500      200     300\n"
        "쉼터            국비    300      100     200\n"
        "쉼터            군비    100              100\n"
        "쉼터            소계    400      100     300\n"
    )
    assert [name for name, _ in read] == ["놀이숲"] * 3 + ["쉼터"] * 3
