"""Rows of tabs and bars that do not stand below their head."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgecards.extract.text.tables.from_cells import RawGrid, RawLine, text_of
from pledgecards.extract.text.tables.ragged import squared


def grid(*rows: str) -> RawGrid:
    return [[(RawLine(text, 1),) if text.strip() else () for text in row.split("|")] for row in rows]


def texts(*rows: str) -> list[list[str]] | None:
    found = squared(grid(*rows))
    return None if found is None else [[text_of(cell) for cell in row] for row in found]


def test_rows_below_their_head_stay_as_they_are() -> None:
    for rows in (
        ("구분|계|2018|2019", "국비|30|10|20", "구비|7|3|4"),
        ("사업명|2019년||2020년|", "|국비|구비|국비|구비", "도로|1|2|3|4"),
        ("구분|2018|2019", "국비|10|", "구비||"),
        ("공약명|도로 개설", "담당부서|도로과|담당자|홍길동"),
        ("세부사업|2018년||||2019년||||", "|1|2|3|4|1|2|3|4", "설계|■|■||||||"),
        ("세부사업|２０１８년||||２０１９년||||", "|１|２|３|４|１|２|３|４", "설계|■|■||||||"),
        ("구분|2018|2019", "국비|10|20|교부 예정"),
    ):
        assert texts(*rows) == [row.split("|") for row in rows]


def test_a_figure_left_blank_right_behind_the_names_is_no_name() -> None:
    for rows in (
        ("사업|재원|기투자|2018|2019", "도로|국비||5|6", "|시비|4|7|", "|구비|3||1"),
        ("사업|계|2018|2019", "도로||5|6", "쉼터|4|4|"),
    ):
        assert texts(*rows) == [row.split("|") for row in rows]
    assert texts("사업|재원|기투자|2018|2019", "도로|국비||5|6", "시비|4|7|1") != [
        ["사업", "재원", "기투자", "2018", "2019"],
        ["도로", "국비", "", "5", "6"],
        ["시비", "4", "7", "1"],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("구분|2018|2019|2020", "국비|60|10|20|30", "시비|90|20|30|40"),
        ("구분|계|2018|2019", "국비|60|10|20|30"),
        ("구분|2019|2020", "국비|30|10|20", "구비|10|20"),
        ("2018|2019|2020", "국비|60|10|20|30"),
    ],
    ids=["a column without a head", "a last column without a head", "some rows too long", "two columns without a head"],
)
def test_figures_beyond_the_head_are_of_no_column(rows: tuple[str, ...]) -> None:
    assert squared(grid(*rows)) is None


def test_a_corner_that_was_left_out_is_put_back() -> None:
    assert texts("2018|2019|2020", "국비|10|20|30", "구비|1|2|3") == [
        ["", "2018", "2019", "2020"],
        ["국비", "10", "20", "30"],
        ["구비", "1", "2", "3"],
    ]


def test_names_merged_over_rows_that_were_left_out_are_put_back() -> None:
    assert texts("사업명|재원|계|2018|2019", "도로|국비|30|10|20", "구비|7|3|4", "공원|국비|3|1|2") == [
        ["사업명", "재원", "계", "2018", "2019"],
        ["도로", "국비", "30", "10", "20"],
        ["", "구비", "7", "3", "4"],
        ["공원", "국비", "3", "1", "2"],
    ]


@pytest.mark.parametrize("parts", ["국비|구비|국비|구비", "||국비|구비|국비|구비"])
def test_years_merged_over_sources_are_spread(parts: str) -> None:
    assert texts("사업명|계|2019년|2020년", parts, "도로|10|1|2|3|4") == [
        ["사업명", "계", "2019년", "", "2020년", ""],
        ["", "", "국비", "구비", "국비", "구비"],
        ["도로", "10", "1", "2", "3", "4"],
    ]


def test_groups_that_differ_are_not_spread() -> None:
    assert squared(grid("사업명|2019년|2020년", "국비|구비|국비|도비", "도로|1|2|3|4")) is None


@given(
    st.lists(
        st.lists(st.sampled_from(["", "구분", "2018", "2019년", "국비", "1", "1,200", "-"]), max_size=6), max_size=6
    )
)
def test_whatever_comes_back_holds_the_same_cells_in_the_same_order(rows: list[list[str]]) -> None:
    before = grid(*("|".join(row) for row in rows))
    found = squared(before)
    assert found is None or [[cell for cell in row if cell] for row in found] == [
        [cell for cell in row if cell] for row in before
    ]


def test_the_parts_of_years_stand_under_their_years_though_only_signs_stand_below() -> None:
    rows = ("구분|2019|2020", "1/4|2/4|3/4|4/4|1/4|2/4|3/4|4/4", "설계|●|●||||||", "공사||||●|●|||")
    found = texts(*rows)
    assert found is not None
    assert found[0] == ["구분", "2019", "", "", "", "2020", "", "", ""]
    assert found[1] == ["", "1/4", "2/4", "3/4", "4/4", "1/4", "2/4", "3/4", "4/4"]


def test_a_row_below_a_merged_name_keeps_its_blank_cells() -> None:
    found = texts("지표|구분|2019|2020|2021", "기업|목표|10|15|20", "실적|12|14|", "교육|목표|5|6|7", "실적||3|")
    assert found is not None
    assert found[2] == ["", "실적", "12", "14", ""]
    assert found[4] == ["", "실적", "", "3", ""]


def test_a_figure_in_the_place_of_a_name_makes_no_table() -> None:
    assert texts("지표|구분|2019|2020|2021", "기업|목표|10|15|20", "실적|12") is None


@pytest.mark.parametrize(
    "rows",
    [
        ("사업명|재원|계|2018|2019", "계|국비|30|10|20", "도로|-|30|10|20", "공원|-|3|3|"),
        ("사업명|재원|계|2018|2019", "계|국비|30|10|20", "공원|-|3|3|"),
    ],
    ids=["as in a row above", "before figures of which it is no total"],
)
def test_a_dash_for_a_source_is_no_figure_of_a_row_whose_last_year_is_blank(rows: tuple[str, ...]) -> None:
    assert texts(*rows) == [row.split("|") for row in rows]


def test_a_dash_for_no_figure_is_none_of_a_name_left_out() -> None:
    found = texts("사업명|재원|2018|2019", "도로|국비|10|20", "구비|-|4")
    assert found is not None
    assert found[2] == ["", "구비", "-", "4"]


@pytest.mark.parametrize(
    "rows",
    [
        ("구분|2018년|2019년", "3|4|1|2|3|4", "도로|■|||■||"),
        ("구분|2018년||2019년|||", "3|4|1|2|3|4", "도로|■|||■||"),
        ("구분|2018년|2019년", "|3|4|1|2|3|4", "도로|■|||■||"),
    ],
    ids=["both left out", "the place below the names", "the places that the years cover"],
)
def test_years_stand_over_their_quarters_up_to_where_these_are_counted_anew(rows: tuple[str, ...]) -> None:
    assert texts(*rows) == [
        ["구분", "2018년", "", "2019년", "", "", ""],
        ["", "3", "4", "1", "2", "3", "4"],
        ["도로", "■", "", "", "■", "", ""],
    ]


def test_quarters_counted_anew_more_often_than_there_are_years_are_of_none() -> None:
    rows = ("구분|2018년|2019년", "1|2|1|2|1|2", "도로|■|||■||")
    assert texts(*rows) == [row.split("|") for row in rows]
