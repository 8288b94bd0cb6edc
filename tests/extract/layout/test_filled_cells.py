"""Cells told by their grounds where a rule between two of them is missing."""

from __future__ import annotations

from itertools import pairwise

from canvas_builder import CanvasBuilder, tables_of, texts_of

from pledgecards.extract.layout import lay_out

GREY = 0xEEEEEE


def page(*, grounds: bool) -> CanvasBuilder:
    """A table whose first cell in the second row has no rule beside it: the end of a merged cell that a browser cut at the page break."""
    built = CanvasBuilder()
    xs, ys = (50.0, 150.0, 200.0, 280.0, 360.0), (100.0, 120.0, 140.0, 160.0)
    for y in ys:
        built.level(xs[0], xs[-1], y)
    for x in xs:
        for top, bottom in pairwise(ys):
            if x != 150.0 or top != 120.0:
                built.plumb(x, top, bottom)
    for row, top in enumerate(ys[:-1]):
        for left, right in pairwise(xs):
            if grounds and (left, row) != (50.0, 1):
                built.fill(left, top, right, top + 20.0, GREY)
    for row, texts in enumerate(
        (("사업", "재원", "계", "2018년"), ("", "군비", "30", "30"), ("쉼터", "국비", "10", "10"))
    ):
        for x, text in zip(xs, texts, strict=False):
            if text:
                built.text(x + 5.0, 105.0 + 20.0 * row, text)
    return built


def test_a_ground_from_a_line_of_the_grid_on_is_that_of_a_cell() -> None:
    (table,) = tables_of(lay_out(page(grounds=True).canvas()))
    assert texts_of(table)[1] == ["", "군비", "30", "30"]


def test_without_grounds_the_cell_is_merged() -> None:
    (table,) = tables_of(lay_out(page(grounds=False).canvas()))
    [first, *_] = [cell for cell in table.cells if cell.row == 1]
    assert (first.col_span, first.text) == (2, "군비")
