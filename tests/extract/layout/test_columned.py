"""Columns between which a table has no rule."""

from __future__ import annotations

import pytest
from canvas_builder import CanvasBuilder, tables_of, texts_of

from pledgecards.extract.layout import lay_out

XS, YS = (60, 180, 230, 280), (80, 100, 120, 140)


def drawn(*lines: tuple[str, tuple[float, str]], head: str = "2018") -> list[list[str]]:
    """A table of names, 2018, 2019 and 2020 with no rule before its first year: under its head the lines of names and, from there on, the
    words behind them."""
    page = CanvasBuilder()
    for y in YS:
        page.level(XS[0], XS[-1], y)
    for x in XS:
        page.plumb(x, YS[0], YS[-1])
    page.text(64, 85, "세부사업")
    for x, year in zip((150, 190, 240), (head, "2019", "2020"), strict=True):
        page.text(x, 85, year)
    for number, (name, (at, behind)) in enumerate(lines):
        y = 105 + 20 * number
        page.text(64, y, name)
        page.text(at, y, behind)
        page.text(200, y, "7")
        page.text(250, y, "-")
    (table,) = tables_of(lay_out(page.canvas()))
    return texts_of(table)


NAMES = ("교육 이수자(명)", "점포 입점률(%)")


def test_a_year_far_from_the_head_of_the_names_tells_a_narrow_strip() -> None:
    assert drawn((NAMES[0], (143, "71,856")), (NAMES[1], (153, "11.7"))) == [
        ["세부사업", "2018", "2019", "2020"],
        [NAMES[0], "71,856", "7", "-"],
        [NAMES[1], "11.7", "7", "-"],
    ]
    assert drawn((NAMES[0], (143, "71,856")), (NAMES[1], (153, "")))[2] == [NAMES[1], "", "7", "-"]


@pytest.mark.parametrize(
    ("lines", "head"),
    [
        (
            ((NAMES[0], (143, "71,856")), ("도로 개선 사업 구간 정비", (170, ""))),
            "2018",
        ),  # a name stands over the strip
        (((NAMES[0], (143, "신규")), (NAMES[1], (153, "계속"))), "2018"),  # words may be of the names
        (((NAMES[0], (143, "71,856")), (NAMES[1], (153, "11.7"))), "비고"),  # no year
    ],
)
def test_in_doubt_it_is_one_column(lines: tuple[tuple[str, tuple[float, str]], ...], head: str) -> None:
    assert {len(row) for row in drawn(*lines, head=head)} == {3}
