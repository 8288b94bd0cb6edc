"""Tables that a typist set in columns with as many tabs as it took: a tab by itself parts none there."""

from __future__ import annotations

import pytest
from paper import tables

from pledgecards.extract.text.tables.tabstops import cells_at_stops
from pledgecards.schemas.vocabulary import Vocabulary


def cells(*rows: str) -> list[list[str]] | None:
    """The cells of rows, written with an arrow for each tab."""
    return cells_at_stops([row.replace("→", "\t") for row in rows], Vocabulary.standard())


def test_rows_with_a_cell_for_each_head_stand_below_them_however_many_tabs_part_them() -> None:
    assert cells("구분→→→계→2018년→→2019년", "골목길 산책로 조성→300→100→→200", "쉼터→→→90→40 설계→→50 준공") == [
        ["구분", "계", "2018년", "2019년"],
        ["골목길 산책로 조성", "300", "100", "200"],
        ["쉼터", "90", "40 설계", "50 준공"],
    ]


def test_so_do_people_below_their_heads() -> None:
    assert cells("부서→→직위→성명→전화", "공원녹지과→과장→홍길동→02-000-0001") == [
        ["부서", "직위", "성명", "전화"],
        ["공원녹지과", "과장", "홍길동", "02-000-0001"],
    ]


def test_a_blank_cell_is_told_where_all_others_begin_at_the_stops_of_their_heads() -> None:
    assert cells("구분→→→계→2018년→2019년", "골목길 산책로 정비 사업→300→→300", "쉼터→→→90→90") == [
        ["구분", "계", "2018년", "2019년"],
        ["골목길 산책로 정비 사업", "300", "", "300"],
        ["쉼터", "90", "90", ""],
    ]


def test_so_are_the_blank_quarters_of_a_schedule() -> None:
    assert cells("구분→→2018년→→2019년", "→→상→하→상→하", "산책로 조성 공사→●→●", "쉼터→→→→●→●") == [
        ["구분", "2018년", "", "2019년", ""],
        ["", "상", "하", "상", "하"],
        ["산책로 조성 공사", "", "●", "●", ""],
        ["쉼터", "", "", "●", "●"],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("구분→→→계→2018년→2019년", "산책로→→300→→300", "쉼터→90→90"),  # stops tell nothing
        ("구분→→2018년→→2019년", "→→상→하→상→하", "골목길 산책로 조성→→●→●"),  # a copy with a blank column, or stops
    ],
)
def test_where_nothing_tells_what_stands_below_what_there_is_no_table(rows: tuple[str, ...]) -> None:
    assert cells(*rows) is None
    assert tables("\n".join(rows).replace("→", "\t")) == []


@pytest.mark.parametrize(
    "rows",
    [
        ("구분→→2018년→2019년", "산책로→국비→10→20", "→-→30→40"),  # one name goes over two columns of a sheet
        ("구분→2018년→→2019년→", "→목표→실적→목표→실적", "산책로→1→2→3→4"),
        ("구분→2018년→2019년", "산책로→→20"),
        ("구분→→2018년→2019년", "산책로→→10→20"),  # alike either way
    ],
)
def test_the_tabs_of_a_copied_sheet_part_its_columns(rows: tuple[str, ...]) -> None:
    assert cells(*rows) == [row.split("→") for row in rows]
