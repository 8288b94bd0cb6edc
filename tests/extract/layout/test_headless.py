"""Heads that stand as mere text above a table whose rules or fills begin below them."""

from __future__ import annotations

from itertools import pairwise

from canvas_builder import CanvasBuilder, lines_of, spans_of, tables_of, texts_of

from pledgecards.extract.layout import lay_out

XS = (60, 200, 280, 360, 440)
HEAD = ["구분", "계", "2019", "2020"]
ROWS = [["국비", "1,000", "400", "600"], ["시비", "500", "200", "300"], ["계", "1,500", "600", "900"]]


def write(page: CanvasBuilder, y: float, texts: list[str]) -> None:
    for x, text in zip(XS, texts, strict=False):
        page.text(x + 4, y, text)


def ruled_below(page: CanvasBuilder, y: float, head: list[str], rows: list[list[str]]) -> float:
    """A table with a rule below every row, its head too. Returns the height of the last rule."""
    for row in (head, *rows):
        write(page, y + 4, row)
        y += 18
        page.level(XS[0], XS[-1], y)
    return y


def test_a_head_without_a_rule_above_it() -> None:
    page = CanvasBuilder()
    ruled_below(page, 100, HEAD, ROWS)
    (table,) = tables_of(lay_out(page.canvas()))
    assert texts_of(table) == [HEAD, *ROWS]


def test_the_heading_and_the_head_of_the_next_table_are_no_row() -> None:
    page = CanvasBuilder()
    bottom = ruled_below(page, 100, HEAD, ROWS)
    page.text(60, bottom + 12, "□ 확인지표")
    targets = ["지표", "단위", "2019", "2020"]
    ruled_below(page, bottom + 28, targets, [["공정률", "%", "40", "100"], ["참여", "명", "10", "20"]])
    laid = lay_out(page.canvas())
    assert lines_of(laid) == ["□ 확인지표"]
    assert [texts_of(table)[0] for table in tables_of(laid)] == [HEAD, targets]
    assert [table.rows for table in tables_of(laid)] == [4, 3]


def test_nor_are_a_heading_and_a_head_without_years() -> None:
    page = CanvasBuilder()
    bottom = ruled_below(page, 100, HEAD, ROWS)
    page.text(60, bottom + 12, "Ⅱ. 추진실적")
    ruled_below(page, bottom + 30, ["구분", "실적", "계획", "비고"], [["공원", "설계", "착공", "구비"]])
    (table, *_) = tables_of(laid := lay_out(page.canvas()))
    assert texts_of(table) == [HEAD, *ROWS]
    assert "Ⅱ. 추진실적" in lines_of(laid)


def test_a_head_above_stripes() -> None:
    page = CanvasBuilder()
    write(page, 100, HEAD)
    for k, row in enumerate(ROWS):
        if k % 2 == 0:
            for x0, x1 in pairwise(XS):
                page.fill(x0, 116 + 18 * k, x1, 134 + 18 * k, 0xEEEEEE)
        write(page, 120 + 18 * k, row)
    (table,) = tables_of(lay_out(page.canvas()))
    assert texts_of(table) == [HEAD, *ROWS]


def test_a_head_of_two_storeys() -> None:
    page = CanvasBuilder()
    page.text(319, 84, "연도별")
    write(page, 100, HEAD)
    for k, row in enumerate(ROWS):
        page.level(XS[0], XS[-1], 116 + 18 * k)
        write(page, 120 + 18 * k, row)
    page.level(XS[0], XS[-1], 116 + 18 * len(ROWS))
    (table,) = tables_of(lay_out(page.canvas()))
    assert (0, 2, 1, 2) in spans_of(table) and table.rows == 5


def test_years_above_a_head_that_has_rules_and_a_last_row_without_one() -> None:
    page = CanvasBuilder()
    xs = (60, 200, 260, 320, 380, 440)
    rows = [
        ["지표", "", "", "", ""],
        ["", "목표", "실적", "목표", "실적"],
        ["참여", "21", "22", "23", "24"],
        ["교육", "25", "26", "27", "28"],
    ]
    for k, row in enumerate(rows):
        if k:
            page.level(xs[0], xs[-1], 96 + 18 * k)
        for x, text in zip(xs, row, strict=False):
            page.text(x + 4, 100 + 18 * k, text)
    page.text(229, 100, "2019년")
    page.text(349, 100, "2020년")
    (table,) = tables_of(lay_out(page.canvas()))
    assert texts_of(table)[0] == ["지표", "2019년", "", "2020년", ""]
    assert texts_of(table)[2:] == rows[2:]
    assert {(0, 0, 2, 1), (0, 1, 1, 2), (0, 3, 1, 2)} <= spans_of(table)


def test_text_above_a_table_is_no_head() -> None:
    page = CanvasBuilder()
    page.text(60, 84, "아래의 금액은 2019 2020 두 해의 것임")
    page.level(XS[0], XS[-1], 100)
    ruled_below(page, 100, HEAD, ROWS)
    (table,) = tables_of(lay_out(page.canvas()))
    assert texts_of(table) == [HEAD, *ROWS]


def test_a_title_in_tiles_is_no_head_of_what_stands_below() -> None:
    page = CanvasBuilder()
    for (x0, x1), text in zip(((60, 110), (110, 360), (360, 540)), ("1-1", "마을 도서관", "평생교육과"), strict=True):
        page.fill(x0, 50, x1, 76, 0xDDDDEE)
        page.text(x0 + 6, 56, text, size=14)
    page.text(66, 82, "사업개요")
    page.text(370, 82, "투자계획")
    assert tables_of(lay_out(page.canvas())) == []
