"""Rules that part the names of a table's rows and end before its figures."""

from __future__ import annotations

import pytest
from canvas_builder import CanvasBuilder, tables_of

from pledgecards.extract.layout import lay_out

XS, YS = (60, 160, 220, 280), (80, 100, 120, 140)


def body(cells: dict[tuple[int, float], str], ys: tuple[float, ...] = YS) -> list[list[str]]:
    """The rows below the head of a table of 구분, 2019년 and 2020년 whose last rule reaches over the names only. cells: texts by column and
    by line, in rows."""
    page = CanvasBuilder()
    for y in (*ys[:2], ys[-1]):
        page.level(XS[0], XS[-1], y)
    for y in ys[2:-1]:
        page.level(XS[0], XS[1], y)
    for x in XS:
        page.plumb(x, ys[0], ys[-1])
    for x, head in zip(XS, ("구분", "2019년", "2020년"), strict=False):
        page.text(x + 4, 85, head)
    for (col, line), text in cells.items():
        page.text(XS[col] + 4, 105 + 20 * line, text)
    (table,) = tables_of(lay_out(page.canvas()))
    return [[cell.text for cell in row] for row in table.grid()[1:]]


NAMES = {(0, 0): "이용자", (0, 1): "만족도"}


def test_each_figure_is_of_the_row_beside_it() -> None:
    assert body({**NAMES, (1, 0): "120명", (1, 1): "80%", (2, 0): "1,300", (2, 1): "-"}) == [
        ["이용자", "120명", "1,300"],
        ["만족도", "80%", "-"],
    ]


def test_a_row_without_a_figure_stays_blank() -> None:
    three = {(0, 0): "이용자", (0, 1): "만족도", (0, 2): "행사"}
    assert body({**three, (1, 0): "120", (1, 2): "3"}, (*YS, 160)) == [
        ["이용자", "120", ""],
        ["만족도", "", ""],
        ["행사", "3", ""],
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {(1, 0.5): "120"},  # one figure of both rows
        {(1, 0): "기본계획", (1, 1): "실시설계"},  # words may be one text
        {(1, 0.2): "3개소", (1, 0.8): "900㎡"},  # two lines half way down
    ],
)
def test_a_cell_of_several_rows_stays_one(cells: dict[tuple[int, float], str]) -> None:
    text = " ".join(cells.values())
    assert body({**NAMES, **cells}) == [["이용자", text, ""], ["만족도", text, ""]]
