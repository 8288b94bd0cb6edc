"""Cutting tables and joining those that go on over a page break."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pledgecards.extract.grid.tables import continued, crop, goes_on, peeled
from pledgecards.extract.page import Cell, Line, Place, Table

TableMaker = Callable[..., Table]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.grid()]


def on_page(table: Table, page: int, top: float = 100) -> Table:
    """The table with boxes: every column 50 points wide, every row 20 high."""
    cells = []
    for cell in table.cells:
        place = Place(
            page,
            50 + 50 * cell.col,
            top + 20 * cell.row,
            50 + 50 * (cell.col + cell.col_span),
            top + 20 * (cell.row + cell.row_span),
        )
        cells.append(replace(cell, place=place))
    return replace(
        table, cells=tuple(cells), place=Place(page, 50, top, 50 + 50 * table.cols, top + 20 * table.rows), drawn=True
    )


def test_a_part_is_numbered_from_zero_and_its_merged_cells_are_cut(table: TableMaker) -> None:
    whole = table("가 | 나 | <", "^ | 다 | 라", "마 | 바 | 사")
    part = crop(whole, 0, 2, 1, 3)
    assert texts(part) == [["나", "나"], ["다", "라"]]
    assert {(cell.row, cell.col, cell.row_span, cell.col_span) for cell in part.cells} == {
        (0, 0, 1, 2),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
    }


def test_columns_that_only_the_part_cut_away_had_are_gone(table: TableMaker) -> None:
    whole = table("가 | 나 | 다", "라 | < | <")
    assert crop(whole, 1, 2, 0, 3).cols == 1


def test_a_table_goes_on_with_the_same_columns_on_the_next_page(table: TableMaker) -> None:
    first, second = on_page(table("구분 | 계", "가 | 1"), 1), on_page(table("나 | 2"), 2)
    assert goes_on(first, second)
    assert not goes_on(first, on_page(table("나 | 2 | 3"), 2))
    assert texts(continued(first, second)[0]) == [["구분", "계"], ["가", "1"], ["나", "2"]]


def test_a_repeated_head_is_taken_out(table: TableMaker) -> None:
    first, second = on_page(table("구분 | 계", "가 | 1"), 1), on_page(table("구분 | 계", "나 | 2"), 2)
    assert texts(continued(first, second)[0]) == [["구분", "계"], ["가", "1"], ["나", "2"]]


def test_a_row_cut_by_the_page_is_one_again(table: TableMaker) -> None:
    first = on_page(table("추진실적 | 도시재생 역량강화에 필요한"), 1)
    soft = [replace(cell, lines=tuple(replace(line, soft=True) for line in cell.lines)) for cell in first.cells]
    second = on_page(table(" | 프로그램 개발"), 2)
    joined, _ = continued(replace(first, cells=tuple(soft)), second)
    assert texts(joined) == [["추진실적", "도시재생 역량강화에 필요한 프로그램 개발"]]


def test_figures_below_figures_are_a_row_of_their_own(table: TableMaker) -> None:
    first, second = on_page(table("가 | 1,889"), 1), on_page(table(" | 2,200"), 2)
    assert texts(continued(first, second)[0]) == [["가", "1,889"], ["", "2,200"]]


def test_two_labels_are_two_rows(table: TableMaker) -> None:
    first, second = on_page(table("추진일정 | 착수"), 1), on_page(table("소요예산 | 시비"), 2)
    assert texts(continued(first, second)[0]) == [["추진일정", "착수"], ["소요예산", "시비"]]


def test_a_note_above_the_grid_and_its_margins_are_no_part_of_it(table: TableMaker) -> None:
    whole = table("(단위: 천원) | < | < | <", "  | 구분 | 계 | ", "^ | 가 | 1 | ^", "^ | 나 | 2 | ^")
    lines, rest = peeled(whole)
    assert [line.text for line in lines] == ["(단위: 천원)"]
    assert texts(rest) == [["구분", "계"], ["가", "1"], ["나", "2"]]


def test_a_blank_quarter_is_no_margin(table: TableMaker) -> None:
    whole = table("구분 | 1 | 2", "가 |  | ")
    assert peeled(whole) == ((), whole)


def test_an_empty_table_has_no_rows() -> None:
    cell = Cell(0, 0, 1, 1, (Line("가", Place(line=1)),), Place(line=1))
    table = Table(1, 1, (cell,), Place(line=1), False)
    assert crop(table, 0, 0, 0, 1).rows == 0


def test_in_text_only_a_repeated_head_tells_that_a_table_goes_on(table: TableMaker) -> None:
    first = table("사업명 | 재원 | 계", "가 | 시비 | 1")
    assert goes_on(first, table("사업명 | 재원 | 계", "나 | 시비 | 2"))
    assert not goes_on(first, table("나 | 시비 | 2", "다 | 시비 | 3"))


def test_quarters_in_roman_numerals_repeat_like_any_other_head(table: TableMaker) -> None:
    head = ("구분 | 2019 | <", "^ | Ⅰ | Ⅱ")
    first = on_page(table(*head, "쉼터 | ■ |"), 1)
    second = on_page(table(*head, "공원 | | ■"), 2)
    assert texts(continued(first, second)[0])[2:] == [["쉼터", "■", ""], ["공원", "", "■"]]


def test_bars_below_a_repeated_head_keep_its_columns(table: TableMaker) -> None:
    """Only the head of the second page has a cell that begins at the second quarter: both bars lie over it."""
    head = ("구분 | 1 | 2 | 3 | 4",)
    first = on_page(table(*head, "쉼터 | ■ | | |"), 1)
    second = on_page(table(*head, "공원 | ■ | < | | ", "마당 | ■ | < | < | "), 2)
    joined, _ = continued(first, second)
    assert texts(joined)[2:] == [["공원", "■", "■", "", ""], ["마당", "■", "■", "■", ""]]


def test_the_head_at_the_foot_of_a_page_is_no_name_that_goes_on(table: TableMaker) -> None:
    """`사업명` in a narrow column is broken within the word, as is the name that begins the next page."""
    first = on_page(table("사업/명 | 2019 | 2020"), 1)
    second = on_page(table("경로/당 | |", "공원 | |"), 2)
    whole, _ = continued(first, second, breaks=lambda one, other: True)
    assert [row[0] for row in texts(whole)] == [first.cells[0].text, second.cells[0].text, "공원"]
