"""Bullets that a browser draws before the items of a list are signs of the lines that they stand before."""

from __future__ import annotations

import pytest
from canvas_builder import CanvasBuilder, first_line, lines_of, tables_of

from pledgecards.extract.layout import lay_out


def test_a_disc_a_ring_and_a_square_before_lines_are_their_bullets() -> None:
    page = CanvasBuilder()
    page.shape("curve", 50, 103.5, 53, 106.5, stroke=None, fill=0)
    page.text(61, 100, "공영주차장 조성")
    page.shape("curve", 70, 118.5, 73, 121.5)
    page.text(81, 115, "위치: 중앙동")
    page.fill(90, 133.5, 93, 136.5, 0)
    page.text(101, 130, "규모: 120면")
    assert lines_of(lay_out(page.canvas())) == ["• 공영주차장 조성", "◦ 위치: 중앙동", "▪ 규모: 120면"]


def test_the_line_begins_where_its_bullet_does_and_bears_no_tick() -> None:
    page = CanvasBuilder()
    page.shape("curve", 50, 103.5, 53, 106.5, stroke=None, fill=0)
    page.text(61, 100, "임기내 완료")
    line = first_line(lay_out(page.canvas()))
    assert (line.place.x0, line.marks) == (50, ())


def test_a_bullet_may_stand_in_a_cell_whose_neighbour_has_text() -> None:
    page = CanvasBuilder()
    page.grid([50, 100, 300], [90, 120])
    page.text(70, 100, "내용")
    page.shape("curve", 104, 103.5, 107, 106.5, stroke=None, fill=0)
    page.text(115, 100, "주차장 조성")
    [table] = tables_of(lay_out(page.canvas()))
    assert [cell.text for cell in table.cells] == ["내용", "• 주차장 조성"]


@pytest.mark.parametrize("case", ["in a ring", "as large as a letter", "between words", "behind a rule", "white"])
def test_no_bullet_is(case: str) -> None:
    page = CanvasBuilder()
    if case == "in a ring":
        page.shape("curve", 46, 101, 54, 109)
        page.shape("curve", 48, 103, 52, 107, stroke=None, fill=0)
    elif case == "as large as a letter":
        page.shape("curve", 46, 101, 54, 109, stroke=None, fill=0)
    elif case == "between words":
        page.text(28, 100, "목표")
        page.shape("curve", 52, 103.5, 55, 106.5, stroke=None, fill=0)
    elif case == "behind a rule":
        page.shape("curve", 50, 103.5, 53, 106.5, stroke=None, fill=0)
        page.plumb(57, 90, 120)
    else:
        page.shape("curve", 50, 103.5, 53, 106.5, stroke=None, fill=0xFFFFFF)
    page.text(61, 100, "공영주차장")
    assert "•" not in "".join(lines_of(lay_out(page.canvas())))
