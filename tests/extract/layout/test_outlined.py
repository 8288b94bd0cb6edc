"""Bars drawn with an outline over the cells of a time table."""

from __future__ import annotations

from itertools import pairwise

from canvas_builder import CanvasBuilder, tables_of, texts_of

from pledgecards.extract.layout import lay_out

XS, YS = [60, 160, 200, 240, 280, 320], [100, 120, 140, 160]
YELLOW = 0xFFE699


def time_table() -> CanvasBuilder:
    page = CanvasBuilder()
    page.grid(XS, YS)
    for column, year in enumerate(("2018", "2019", "2020", "2021")):
        page.text(XS[column + 1] + 10, 105, year)
    for row, name in enumerate(("설계", "공사")):
        page.text(65, YS[row + 1] + 5, name)
    return page


def outlined(page: CanvasBuilder, x0: float, y0: float, x1: float, y1: float) -> None:
    page.fill(x0, y0, x1, y1, YELLOW)
    page.frame(x0, y0, x1, y1)


def test_the_outline_of_a_bar_parts_no_rows() -> None:
    page = time_table()
    outlined(page, 160, 125, 240, 135)
    outlined(page, 242, 145, 318, 155)
    page.text(170, 125, "용역")
    (table,) = tables_of(lay_out(page.canvas()))
    assert [row[0] for row in texts_of(table)] == ["", "설계", "공사"]
    barred = {(cell.row, cell.col) for cell in table.cells if cell.bar > 0.9}
    assert barred == {(1, 1), (1, 2), (2, 3), (2, 4)}


def test_a_bar_on_the_lower_rule_of_its_row_and_outlined_in_pieces() -> None:
    page = time_table()
    page.fill(160, 125, 240, 139.6, YELLOW)
    page.level(160, 200, 139.6)
    page.level(200, 240, 139.6)
    page.level(160, 240, 125)
    page.plumb(160, 125, 139.6)
    page.plumb(240, 125, 139.6)
    outlined(page, 200, 148, 280, 160)
    (table,) = tables_of(lay_out(page.canvas()))
    assert [row[0] for row in texts_of(table)] == ["", "설계", "공사"]


def test_stripes_as_wide_as_the_table_are_its_rows() -> None:
    page = CanvasBuilder()
    for x in XS:
        page.plumb(x, 100, 180)
    for top in (100, 140):
        outlined(page, XS[0], top, XS[-1], top + 20)
    for row, name in enumerate(("구분", "설계", "공사", "운영")):
        page.text(65, 105 + 20 * row, name)
    (table,) = tables_of(lay_out(page.canvas()))
    assert [row[0] for row in texts_of(table)] == ["구분", "설계", "공사", "운영"]


def test_a_filled_cell_between_rules_is_a_cell() -> None:
    page = time_table()
    outlined(page, XS[1], YS[1], XS[2], YS[2])
    (table,) = tables_of(lay_out(page.canvas()))
    assert (table.rows, table.cols) == (3, 5)
    assert [(cell.row, cell.col) for cell in table.cells if cell.fill is not None] == [(1, 1)]


def test_filled_boxes_beside_one_another_are_cells() -> None:
    page = CanvasBuilder()
    for column, word in enumerate(("구분", "2018", "2019")):
        outlined(page, 60 + 80 * column, 100, 140 + 80 * column, 120)
        outlined(page, 60 + 80 * column, 120, 140 + 80 * column, 140)
        page.text(70 + 80 * column, 105, word)
    (table,) = tables_of(lay_out(page.canvas()))
    assert (table.rows, table.cols) == (2, 3)


def test_a_filled_row_beside_a_merged_name_is_a_row_where_its_edges_come_cell_by_cell() -> None:
    page = CanvasBuilder()
    for x in XS:
        page.plumb(x, 100, 160)
    for top in (100, 160):
        page.level(XS[0], XS[-1], top)
    page.fill(XS[1], 120, XS[-1], 140, YELLOW)
    for x in (XS[1], XS[-1]):
        page.plumb(x, 120, 140)
    for top in (120, 140):
        for x0, x1 in pairwise(XS[1:]):
            page.level(x0, x1, top)
    for row, name in enumerate(("설계", "공사", "운영")):
        page.text(165, 105 + 20 * row, name)
    (table,) = tables_of(lay_out(page.canvas()))
    assert [row[1] for row in texts_of(table)] == ["설계", "공사", "운영"]


def test_a_filled_head_between_taller_ones_that_is_divided_below_is_a_cell() -> None:
    page = CanvasBuilder()
    for x in (XS[0], XS[1], XS[-2], XS[-1]):
        page.plumb(x, 100, 180)
    for x in XS[2:-2]:
        page.plumb(x, 140, 180)
    for top in (100, 160, 180):
        page.level(XS[0], XS[-1], top)
    outlined(page, XS[1], 120, XS[-2], 140)
    for row, name in enumerate(("추진시기", "2019년")):
        page.text(200, 105 + 20 * row, name)
    (table,) = tables_of(lay_out(page.canvas()))
    assert [row[1] for row in texts_of(table)[:2]] == ["추진시기", "2019년"]


def test_an_outlined_bar_within_one_cell_parts_no_row() -> None:
    page = time_table()
    outlined(page, 202, 124, 238, 136)
    outlined(page, 262, 145, 278, 155)
    (table,) = tables_of(lay_out(page.canvas()))
    assert [row[0] for row in texts_of(table)] == ["", "설계", "공사"]
    assert {(cell.row, cell.col) for cell in table.cells if cell.bar} == {(1, 2), (2, 3)}
