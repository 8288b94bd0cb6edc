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


def head_in_white_rules(*, height: float = 20.0) -> CanvasBuilder:
    """A dark head over one row of boxes with several lines; the rule between them is white on white, so that only its uprights are seen."""
    built = CanvasBuilder()
    xs = (50.0, 150.0, 250.0, 350.0)
    for left, right in pairwise(xs):
        built.fill(left, 100.0, right, 100.0 + height, 0x333333)
    built.level(xs[0], xs[-1], 160.0)
    for x in xs:
        built.plumb(x, 100.0, 160.0)
    for x, label, options in zip(xs, ("임기", "신규", "예산"), ("내후", "기", "유무"), strict=False):
        built.text(x + 5.0, 105.0, label)
        for at, option in enumerate(options):
            built.text(x + 5.0, 125.0 + 15.0 * at, option)
    return built


def test_a_head_ends_where_the_grounds_of_all_its_cells_end() -> None:
    (table,) = tables_of(lay_out(head_in_white_rules().canvas()))
    assert texts_of(table) == [["임기", "신규", "예산"], ["내 후", "기", "유 무"]]


def test_grounds_that_fill_their_cells_part_nothing() -> None:
    (table,) = tables_of(lay_out(head_in_white_rules(height=60.0).canvas()))
    assert texts_of(table) == [["임기 내 후", "신규 기", "예산 유 무"]]


def test_a_merged_head_ends_where_its_ground_ends_at_a_line_of_the_grid() -> None:
    built = CanvasBuilder()
    grounds = [
        (50.0, 100.0, 150.0, 140.0),
        (150.0, 100.0, 250.0, 120.0),
        (150.0, 120.0, 200.0, 140.0),
        (200.0, 120.0, 250.0, 140.0),
    ]
    for ground in grounds:
        built.fill(*ground, 0x333333)
    for y in (120.0, 140.0):
        built.level(150.0, 250.0, y)
    built.level(50.0, 250.0, 100.0)
    built.level(50.0, 250.0, 160.0)
    for x, top in ((50.0, 100.0), (150.0, 100.0), (200.0, 120.0), (250.0, 100.0)):
        built.plumb(x, top, 160.0)
    for x, y, text in ((55.0, 112.0, "지표"), (180.0, 104.0, "2022년"), (160.0, 124.0, "목표"), (210.0, 124.0, "실적")):
        built.text(x, y, text)
    for x, text in ((55.0, "횟수"), (160.0, "3"), (210.0, "4")):
        built.text(x, 144.0, text)
    (table,) = tables_of(lay_out(built.canvas()))
    assert texts_of(table)[-1] == ["횟수", "3", "4"]
