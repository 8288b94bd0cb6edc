"""Tables with a filled head and no rules at all."""

from __future__ import annotations

from itertools import pairwise

from canvas_builder import CanvasBuilder, tables_of

from pledgecards.extract.layout import lay_out

XS = (60, 160, 220, 280)
HEADS = ("구분", "계", "2019년")


def page_of(rows: list[list[str]], *, pitch: float = 16.0, striped: bool = False) -> CanvasBuilder:
    """A head of three fills and lines below it; striped: every second line is filled as well."""
    page = CanvasBuilder()
    for x0, x1, head in zip(XS, XS[1:], HEADS, strict=False):
        page.fill(x0, 80, x1, 98, 0xDDDDEE)
        page.text(x0 + 4, 84, head)
    for k, row in enumerate(rows):
        y = 102 + pitch * k
        for x0, x1, text in zip(XS, XS[1:], row, strict=False):
            if striped and k % 2:
                page.fill(x0, y - 3, x1, y + 13, 0xEEEEEE)
            page.text(x0 + 4, y, text)
    return page


def table_of(page: CanvasBuilder) -> list[list[str]] | None:
    tables = tables_of(lay_out(page.canvas()))
    return [[cell.text for cell in row] for row in tables[0].grid()[1:]] if tables else None


ROWS = [["계", "1,200", "300"], ["국비", "600", ""], ["시비", "600", "300"]]


def test_lines_hang_in_the_columns_of_the_head() -> None:
    assert table_of(page_of(ROWS)) == ROWS


def test_a_striped_row_is_no_head() -> None:
    assert table_of(page_of(ROWS, striped=True)) == ROWS


def test_text_below_ends_the_table() -> None:
    page = page_of(ROWS)
    page.text(60, 102 + 16 * 3, "국비는 공모사업으로 받을 예정이며 매년 바뀔 수 있음")
    assert table_of(page) == ROWS


def test_a_gap_ends_the_table() -> None:
    page = page_of(ROWS)
    for x, text in zip(XS, ("합계", "1", "2"), strict=False):
        page.text(x + 4, 102 + 16 * 5, text)
    assert table_of(page) == ROWS


def test_a_line_that_may_go_on_a_name_leaves_no_table() -> None:
    assert table_of(page_of([["마을 도서관", "1,200", "300"], ["확충"], ["쉼터 조성", "600", "150"]])) is None


def test_marked_words_over_running_text_are_no_head() -> None:
    page = page_of([])
    page.text(64, 102, "구분마다 계를 적고 2019년의 것은 따로 적음")
    assert table_of(page) is None


def test_two_columns_are_a_table_where_the_first_holds_dates() -> None:
    def of_two(*rows: tuple[str, str]) -> list[list[str]] | None:
        page = CanvasBuilder()
        for x0, x1, head in ((60, 160, "추진일자"), (160, 280, "추진내용")):
            page.fill(x0, 80, x1, 98, 0xDDDDEE)
            page.text(x0 + 4, 84, head)
        for k, row in enumerate(rows):
            for x, text in zip((64, 164), row, strict=True):
                page.text(x, 102 + 16 * k, text)
        return table_of(page)

    deeds = (("2019. 2. 20.", "기본계획 수립"), ("2020. 3. 2.", "착공"))
    assert of_two(*deeds) == [list(row) for row in deeds]
    assert of_two(("위치", "중리동"), ("규모", "지상 3층")) is None


BROAD = (60, 160, 220, 280, 340)


def broad(lines: list[tuple[float, list[str]]], *, striped: tuple[int, ...] = ()) -> CanvasBuilder:
    """A head of four fills, and texts on lines of the given numbers below it; the lines of `striped` are filled."""
    page = CanvasBuilder()
    columns = list(pairwise(BROAD))
    for (x0, x1), head in zip(columns, ("세부사업", "재원", "계", "2019년"), strict=True):
        page.fill(x0, 80, x1, 98, 0xDDDDEE)
        page.text(x0 + 4, 84, head)
    for k in striped:
        for x0, x1 in columns:
            page.fill(x0, 98 + 18 * k, x1, 116 + 18 * k, 0xF0F0F0)
    for line, texts in lines:
        for (x0, _), text in zip(columns, texts, strict=False):
            page.text(x0 + 4, 102 + 18 * line, text)
    return page


SOURCES: list[tuple[float, list[str]]] = [
    (0, ["", "국비", "600", "300"]),
    (0.5, ["도서관"]),
    (1, ["", "시비", "400", "200"]),
    (2, ["쉼터", "시비", "100", "50"]),
]
PARTED = [["도서관", "국비", "600", "300"], ["도서관", "시비", "400", "200"], ["쉼터", "시비", "100", "50"]]


def test_a_name_half_way_down_its_rows_is_of_all_of_them() -> None:
    assert table_of(broad(SOURCES)) == PARTED


def test_a_striped_row_right_below_the_head_is_no_part_of_it() -> None:
    assert table_of(broad(SOURCES, striped=(0, 2))) == PARTED
    assert table_of(broad(SOURCES, striped=(1,))) == PARTED


def test_the_heading_and_the_head_of_the_next_table_end_a_band() -> None:
    page = broad([*SOURCES, (3, ["목표"]), (4, ["세부사업", "단위", "목표", "2019년"])])
    for x0, x1 in pairwise(BROAD):
        page.fill(x0, 170, x1, 188, 0xDDDDEE)
    tables = tables_of(lay_out(page.canvas()))
    assert [[cell.text for cell in row] for row in tables[0].grid()[1:]] == PARTED


def test_lines_that_may_be_one_row_s_leave_no_table() -> None:
    assert (
        table_of(broad([(0, ["", "국비", "600", "300"]), (0.5, ["도서관"]), (1, ["", "국비", "400", "200"])])) is None
    )
