"""Tables with a filled head and no rules at all."""

from __future__ import annotations

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
