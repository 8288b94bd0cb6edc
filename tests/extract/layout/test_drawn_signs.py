"""A minus sign or a triangle that is drawn before a figure is of it: the figure cannot be read without it."""

from __future__ import annotations

import pytest
from canvas_builder import CanvasBuilder, lines_of

from pledgecards.extract.layout import lay_out


def _line(page: CanvasBuilder) -> list[str]:
    return lines_of(lay_out(page.canvas()))


def test_a_figure_behind_a_drawn_minus_or_triangle_has_a_sign_that_cannot_be_read() -> None:
    page = CanvasBuilder()
    page.level(93, 98, 105)
    page.text(100, 100, "40")
    page.shape("polygon", 92, 131, 99, 139)
    page.text(100, 130, "1,200")
    assert _line(page) == ["\ufffd40", "\ufffd1,200"]


def test_figures_of_a_row_have_a_sign_each() -> None:
    page = CanvasBuilder()
    for column, x in enumerate((100, 160, 220)):
        page.level(x + 13, x + 18, 105 - 0.2 * column)
        page.text(x + 20, 100, "40")
    page.text(105, 100, "7")  # right behind another figure it is a dash between two
    assert _line(page) == ["7 40\t\ufffd40\t\ufffd40"]


@pytest.mark.parametrize(
    "case", ["dashes", "a side", "under it", "a word", "behind a word", "far", "white", "a tick in its box"]
)
def test_any_other_drawing_is_no_sign(case: str) -> None:
    page = CanvasBuilder()
    text = "40개소" if case == "a word" else "40"
    page.text(100, 100, text)
    if case == "dashes":
        page.level(93, 98, 105)
        page.level(85, 90, 105)
    elif case == "a side":
        page.level(93, 98, 105)
        page.plumb(98, 90, 120)
    elif case == "a tick in its box":
        page.frame(90, 100, 98, 108)
        page.shape("polygon", 91, 101, 97, 107)
    elif case == "behind a word":
        page.text(70, 100, "목표")
        page.level(93, 98, 105)
    elif case == "white":
        page.shape("polygon", 92, 101, 99, 109, stroke=None, fill=0xFFFFFF)
    else:
        x, y = {"under it": (93, 110), "a word": (93, 105), "far": (80, 105)}[case]
        page.level(x, x + 5, y)
    assert "\ufffd" not in "".join(_line(page))
