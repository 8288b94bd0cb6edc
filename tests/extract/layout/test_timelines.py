"""Time tables of which nothing is ruled."""

from __future__ import annotations

from itertools import pairwise

import pytest
from canvas_builder import CanvasBuilder, spans_of, tables_of, texts_of

from pledgecards.extract.layout import lay_out

LEFT, WIDE, PITCH = 200, 40, 18


def page_of(marked: dict[str, list[int]], *, off: float = 0.0) -> CanvasBuilder:
    """Two years of four quarters, and for each name fills in these quarters (0 to 7)."""
    page = CanvasBuilder()
    for k in range(8):
        page.text(LEFT + WIDE * k + 17.5, 100, str(k % 4 + 1))
    for k, year in enumerate(("2019년", "2020년")):
        page.text(LEFT + 4 * WIDE * k + 2 * WIDE - 15, 82, year)
    page.text(70, 91, "세부사업")
    for row, (name, quarters) in enumerate(marked.items()):
        y = 116 + PITCH * row
        page.text(70, y + 4, name)
        for k in quarters:
            page.fill(LEFT + WIDE * k + off, y, LEFT + WIDE * (k + 1) + off, y + PITCH, 0x66AA99)
    return page


MARKED = {"설계": [0, 1], "공사": [2, 3, 4], "운영": [7]}


def test_fills_below_labels_are_the_cells_of_a_table() -> None:
    (table,) = tables_of(lay_out(page_of(MARKED).canvas()))
    assert [row[0] for row in texts_of(table)] == ["세부사업", "", "설계", "공사", "운영"]
    assert texts_of(table)[0][1::4] == ["2019년", "2020년"]
    assert texts_of(table)[1][1:] == ["1", "2", "3", "4"] * 2
    assert {(0, 0, 2, 1), (0, 1, 1, 4), (0, 5, 1, 4)} <= spans_of(table)
    filled = {(cell.row - 2, cell.col - 1) for cell in table.cells if cell.fill is not None}
    assert filled == {(row, k) for row, quarters in enumerate(MARKED.values()) for k in quarters}


def test_text_further_below_is_no_name() -> None:
    page = page_of(MARKED)
    page.text(60, 116 + PITCH * 3 + 18, "□ 추진실적")
    (table,) = tables_of(lay_out(page.canvas()))
    assert table.rows == 5


def test_fills_that_reach_from_no_column_to_another_make_no_table() -> None:
    assert tables_of(lay_out(page_of(MARKED, off=16).canvas())) == []


def test_words_in_the_columns_make_no_table() -> None:
    page = page_of(MARKED)
    page.text(LEFT + WIDE * 5, 120, "추진 중임")
    assert tables_of(lay_out(page.canvas())) == []


def test_bars_with_round_ends() -> None:
    page = page_of({"설계": [], "공사": []})
    page.shape("curve", LEFT + 1, 119, LEFT + 3 * WIDE - 1, 131, stroke=None, fill=0x44AA88)
    page.shape("curve", LEFT + 3 * WIDE + 1, 137, LEFT + 8 * WIDE - 1, 149, stroke=None, fill=0x44AA88)
    (table,) = tables_of(lay_out(page.canvas()))
    barred = [[cell.bar > 0.5 for cell in row[1:]] for row in table.grid()[2:]]
    assert barred == [[True] * 3 + [False] * 5, [False] * 3 + [True] * 5]


def ruled_page() -> CanvasBuilder:
    """Three rows between level rules, the second of which has a name of two lines, its bar half-way down."""
    page = CanvasBuilder()
    for k in range(8):
        page.text(LEFT + WIDE * k + 17.5, 100, str(k % 4 + 1))
    for name, y in (("설계", 120), ("공사 및", 138), ("시운전", 150), ("운영", 168)):
        page.text(70, y, name)
    for y in (116, 134, 164, 182):
        page.level(60, LEFT + 8 * WIDE, y)
    page.shape("polygon", LEFT, 122, LEFT + 2 * WIDE, 128, stroke=None, fill=0x66AA99)
    page.shape("polygon", LEFT + 2 * WIDE, 146, LEFT + 5 * WIDE, 152, stroke=None, fill=0x66AA99)
    return page


def test_rows_between_level_rules_end_at_them() -> None:
    (table,) = tables_of(lay_out(ruled_page().canvas()))
    assert [row[0] for row in texts_of(table)] == ["", "설계", "공사 및 시운전", "운영"]
    barred = {(cell.row, cell.col) for cell in table.cells if cell.bar > 0.5}
    assert barred == {(1, 1), (1, 2), (2, 3), (2, 4), (2, 5)}


def test_a_bar_level_with_one_line_says_that_the_lines_are_no_one_name() -> None:
    page = ruled_page()
    page.shape("polygon", LEFT + 6 * WIDE, 152, LEFT + 7 * WIDE, 158, stroke=None, fill=0x66AA99)
    assert tables_of(lay_out(page.canvas())) == []


@pytest.mark.parametrize("first", [0, 1])
def test_a_fill_in_every_place_is_the_ground_of_cells_and_no_bar(first: int) -> None:
    """Each cell, or each but those of the names, has a ground of its own, white between them; the bars are darker fills over some. The rows
    differ in height."""
    page = CanvasBuilder()
    heights = {"설계": (116, 134), "공사": (134, 164), "운영": (164, 182)}
    edges = [60, *range(LEFT, LEFT + 8 * WIDE + 1, WIDE)]
    for y0, y1 in ((98, 116), *heights.values()):
        for x0, x1 in pairwise(edges[first:]):
            page.fill(x0 + 1, y0 + 1, x1 - 1, y1 - 1, 0xDDEBF7 if y0 == 98 else 0xF0F4F8)
    for (name, quarters), (y0, y1) in zip(MARKED.items(), heights.values(), strict=True):
        page.text(70, (y0 + y1) / 2 - 5, name)
        for k in quarters:
            page.fill(LEFT + WIDE * k, y0, LEFT + WIDE * (k + 1), y1, 0x66AA99)
    for k in range(8):
        page.text(LEFT + WIDE * k + 17.5, 102, str(k % 4 + 1))
    (table,) = tables_of(lay_out(page.canvas()))
    assert [row[0] for row in texts_of(table)] == ["", *MARKED]
    dark = {(cell.row - 1, cell.col - 1) for cell in table.cells if cell.fill == 0x66AA99}
    assert dark == {(row, k) for row, quarters in enumerate(MARKED.values()) for k in quarters}
    assert not any(cell.bar for cell in table.cells)
