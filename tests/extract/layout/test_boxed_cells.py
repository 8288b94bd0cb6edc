"""Tables whose cells are boxes of their own, with a little room between them."""

from __future__ import annotations

import pytest
from canvas_builder import CanvasBuilder, cell_at, tables_of, texts_of

from pledgecards.extract.layout import lay_out

HEADS = ["구분", "2018년", "2019년", "2020년"]
BODY = ["산책로", "20", "50", "80"]


def page_of(room: float, *, round_corners: bool = False, columns: int = 4) -> CanvasBuilder:
    page = CanvasBuilder()
    for row, texts in enumerate((HEADS, BODY)):
        for column, text in enumerate(texts[:columns]):
            x, y = 60 + column * (80 + room), 100 + row * (18 + room)
            if round_corners:
                page.shape("curve", x, y, x + 80, y + 18)
            else:
                page.frame(x, y, x + 80, y + 18)
            page.text(x + 4, y + 4, text)
    return page


@pytest.mark.parametrize("room", [1.0, 3.0, 6.0])
@pytest.mark.parametrize("round_corners", [False, True])
def test_boxes_in_rows_and_columns_are_cells(room: float, round_corners: bool) -> None:
    (table,) = tables_of(lay_out(page_of(room, round_corners=round_corners).canvas()))
    assert texts_of(table) == [HEADS, BODY]


def test_an_empty_box_is_no_bar_and_a_filled_one_is() -> None:
    page = page_of(3.0)
    for column in range(4):
        page.frame(60 + column * 83, 142, 140 + column * 83, 160)
    page.fill(143, 142, 223, 160, 0x4472C4)
    page.text(64, 146, "쉼터")
    (table,) = tables_of(lay_out(page.canvas()))
    assert [cell_at(table, 2, column).fill for column in (1, 2)] == [0x4472C4, None]
    assert [cell_at(table, 2, column).bar for column in (1, 2)] == [0.0, 0.0]


def test_boxes_far_apart_stand_each_on_its_own() -> None:
    assert not tables_of(lay_out(page_of(12.0).canvas()))


def test_a_few_boxes_beside_one_another_may_be_columns_of_text() -> None:
    assert not tables_of(lay_out(page_of(7.5, columns=3).canvas()))
