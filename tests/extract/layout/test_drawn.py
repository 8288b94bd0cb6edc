"""Drawings near text become marks at the stretch that they concern."""

from __future__ import annotations

import pytest
from canvas_builder import CanvasBuilder, first_line

from pledgecards.extract.layout import lay_out
from pledgecards.extract.page import Line


def marks_of(line: Line) -> list[tuple[str, str]]:
    return [(mark.kind, line.text[mark.start : mark.end]) for mark in line.marks]


def options(page: CanvasBuilder) -> tuple[float, float]:
    """`임기내` from 70 and `임기외` from 130 on; returns where the two begin."""
    page.text(70, 100, "임기내")
    page.text(130, 100, "임기외")
    return 70, 130


@pytest.mark.parametrize("kind", ["fill", "curve"])
def test_white_text_stands_on_its_ground_however_wide(kind: str) -> None:
    page = CanvasBuilder()
    page.text(70, 100, "구", colour=0xFFFFFF)
    page.text(170, 100, "시")
    if kind == "fill":
        page.fill(40, 97, 110, 113, 0x4472C4)
    else:
        page.shape("curve", 40, 97, 110, 113, stroke=None, fill=0x4472C4)
    found = first_line(lay_out(page.canvas()))
    assert marks_of(found) == [("highlight" if kind == "fill" else "circle", "구")]


def test_a_small_round_outline_of_a_word_is_no_tick_over_it() -> None:
    """All options stand in such outlines, and a fill tells the checked one."""
    page = CanvasBuilder()
    for x, word in ((70, "국가"), (95, "도"), (115, "자체")):
        page.text(x, 100, word, size=6)
        page.shape("curve", x - 4, 99, x + 6 * len(word) + 4, 107)
    assert marks_of(first_line(lay_out(page.canvas()))) == [("circle", "국가"), ("circle", "도"), ("circle", "자체")]


class TestBoxes:
    @pytest.mark.parametrize("check", ["nothing", "two strokes", "tick", "dark fill", "white fill", "letter"])
    def test_a_box_belongs_to_the_word_on_its_right(self, check: str) -> None:
        page = CanvasBuilder()
        for x in options(page):
            page.frame(x - 13, 101, x - 4, 110)
        if check == "two strokes":
            page.shape("line", 58, 105, 60, 108)
            page.shape("line", 60, 102, 65, 108)
        elif check == "tick":
            page.shape("polygon", 58, 102, 65, 109, fill=0)
        elif check == "dark fill":
            page.fill(58, 102, 65, 109, 0x202020)
        elif check == "white fill":
            page.fill(57, 101, 66, 110, 0xFFFFFF)
        elif check == "letter":
            page.text(58.5, 101, "V", size=9)
        checked = "box" if check in ("nothing", "white fill") else "checked_box"
        assert marks_of(first_line(lay_out(page.canvas()))) == [(checked, "임기내"), ("box", "임기외")]

    def test_a_ring_is_a_box_and_a_full_one_is_checked(self) -> None:
        page = CanvasBuilder()
        for x in options(page):
            page.shape("curve", x - 12, 101, x - 4, 109)
        page.shape("curve", 120, 103, 124, 107, stroke=None, fill=0)
        assert marks_of(first_line(lay_out(page.canvas()))) == [("box", "임기내"), ("checked_box", "임기외")]

    def test_a_ring_on_a_tinted_disc_is_a_box_and_the_dot_in_it_checks(self) -> None:
        page = CanvasBuilder()
        for x in options(page):
            page.shape("curve", x - 12, 101, x - 4, 109, stroke=None, fill=0xCCD7FF)
            page.shape("curve", x - 11.6, 101.4, x - 4.4, 108.6)
        page.shape("curve", 120, 103, 124, 107, stroke=None, fill=0)
        assert marks_of(first_line(lay_out(page.canvas()))) == [("box", "임기내"), ("checked_box", "임기외")]

    def test_a_rounded_box_painted_white_is_not_ticked(self) -> None:
        page = CanvasBuilder()
        for x in options(page):
            page.shape("curve", x - 12, 101, x - 3, 110, stroke=None, fill=0xFFFFFF)
            page.shape("curve", x - 12, 101, x - 3, 110, fill=None)
        page.shape("polygon", 119.5, 103, 125, 108, stroke=0, fill=None)
        assert marks_of(first_line(lay_out(page.canvas()))) == [("box", "임기내"), ("checked_box", "임기외")]

    def test_a_box_after_the_last_word_belongs_to_it(self) -> None:
        page = CanvasBuilder()
        page.text(70, 100, "해당")
        page.frame(94, 101, 103, 110)
        assert marks_of(first_line(lay_out(page.canvas()))) == [("box", "해당")]

    def test_boxes_behind_their_words_may_stand_off_them(self) -> None:
        page = CanvasBuilder()
        page.text(70, 100, "임기내")
        page.text(137, 100, "임기외")
        for x in (109, 176):  # 9 points behind their words, 19 before the next one
            page.frame(x, 101, x + 9, 110)
        page.shape("line", 111, 103, 116, 108)
        assert marks_of(first_line(lay_out(page.canvas()))) == [("checked_box", "임기내"), ("box", "임기외")]

    def test_a_box_whose_word_stands_in_the_next_line_leaves_the_others_before_their_words(self) -> None:
        page = CanvasBuilder()
        page.text(70, 100, "단계:")
        page.text(115, 100, "착수")
        page.text(165, 100, "추진중")
        for x in (101, 151, 205):
            page.frame(x, 101, x + 9, 110)
        assert marks_of(first_line(lay_out(page.canvas())))[:2] == [("box", "착수"), ("box", "추진중")]


class TestMarks:
    def test_a_tick_before_a_word(self) -> None:
        page = CanvasBuilder()
        options(page)
        page.shape("line", 119, 104, 121, 108)
        page.shape("line", 121, 101, 126, 108)
        assert marks_of(first_line(lay_out(page.canvas()))) == [("tick", "임기외")]

    @pytest.mark.parametrize("x", [70, 80, 92])
    def test_a_tick_over_the_letters_of_a_word_is_of_that_word(self, x: float) -> None:
        page = CanvasBuilder()
        page.text(70, 100, "임기내")
        page.text(105, 100, "임기외")
        page.shape("polygon", x, 101, x + 10, 109)
        assert marks_of(first_line(lay_out(page.canvas()))) == [("tick", "임기내")]

    @pytest.mark.parametrize(
        ("printed", "ticked"),
        [
            ("임기내 □ 임기외 □", "임기내 ☑ 임기외 □"),
            ("임기내 ( ) 임기외 ( )", "임기내 (✓) 임기외 ( )"),
            ("임기내 ○ 임기외 ○", "임기내 ☑ 임기외 ○"),
        ],
    )
    def test_a_tick_drawn_in_a_printed_box_ticks_that_box(self, printed: str, ticked: str) -> None:
        page = CanvasBuilder()
        page.text(70, 100, printed)
        page.shape("polygon", 105, 100, 116, 109)
        assert first_line(lay_out(page.canvas())).text == ticked

    def test_a_stroke_between_two_words_is_of_the_one_before_it_where_a_slash_follows(self) -> None:
        page = CanvasBuilder()
        page.text(70, 100, "임기내   /임기외")
        page.shape("polygon", 102, 101, 109, 109)
        assert marks_of(first_line(lay_out(page.canvas()))) == [("tick", "임기내")]

    def test_a_ring_round_a_word(self) -> None:
        page = CanvasBuilder()
        options(page)
        page.shape("curve", 66, 97, 104, 113)
        assert marks_of(first_line(lay_out(page.canvas()))) == [("circle", "임기내")]

    def test_a_rule_below_a_word_and_one_through_it(self) -> None:
        page = CanvasBuilder()
        options(page)
        page.level(70, 100, 110.5)
        page.level(130, 160, 105)
        assert marks_of(first_line(lay_out(page.canvas()))) == [("underline", "임기내"), ("strike", "임기외")]

    def test_a_divider_below_a_heading_marks_nothing(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "추진실적")
        page.level(50, 545, 112)
        assert marks_of(first_line(lay_out(page.canvas()))) == []

    def test_a_fill_behind_a_word(self) -> None:
        page = CanvasBuilder()
        page.fill(69, 99, 101, 111, 0xFFFF00)
        options(page)
        line = first_line(lay_out(page.canvas()))
        assert marks_of(line) == [("highlight", "임기내")]
        assert line.marks[0].colour == 0xFFFF00

    def test_the_ground_of_a_cell_or_band_is_no_highlight(self) -> None:
        page = CanvasBuilder()
        page.fill(50, 95, 545, 115, 0xDDDDDD)
        options(page)
        page.grid((50, 110, 200), (200, 216))
        page.fill(50, 200, 110, 216, 0xDDDDDD)
        page.text(55, 203, "사업주체구")
        laid = lay_out(page.canvas())
        assert marks_of(first_line(laid)) == []
        (table,) = (block for block in laid.blocks if not isinstance(block, Line))
        assert table.cells[0].lines[0].marks == ()

    def test_what_fills_a_cell_only_in_part_is_a_highlight(self) -> None:
        page = CanvasBuilder()
        page.grid((50, 110, 136), (200, 221))
        page.text(55, 205, "주체")
        page.fill(112, 202, 132, 218, 0x333333)
        page.text(117, 205, "구", colour=0xFFFFFF)
        (table,) = (block for block in lay_out(page.canvas()).blocks if not isinstance(block, Line))
        assert marks_of(table.cells[1].lines[0]) == [("highlight", "구")]

    def test_a_frame_round_a_word_keeps_the_line_whole(self) -> None:
        page = CanvasBuilder()
        options(page)
        page.frame(67, 98, 103, 112)
        line = first_line(lay_out(page.canvas()))
        assert line.text == "임기내\t임기외"
        assert marks_of(line) == [("frame", "임기내")]

    @pytest.mark.parametrize("pieces", [(150, 300), (150, 230, 300)])
    def test_a_frame_round_a_word_in_a_narrow_row_divides_no_cell(self, pieces: tuple[int, ...]) -> None:
        """It all but touches the rules over and below it, which go on past it, be they drawn in pieces or not."""
        page = CanvasBuilder()
        page.grid((50, *pieces), (98, 114, 130))
        page.text(55, 101, "임기구분")
        for x, word in ((155, "임기내"), (190, "임기외")):
            page.text(x, 101, word)
        page.frame(153, 99.5, 187, 112.5)
        (table,) = (block for block in lay_out(page.canvas()).blocks if not isinstance(block, Line))
        assert (table.rows, table.cols) == (2, len(pieces))
        assert table.cells[1].text.startswith("임기내")
        assert marks_of(table.cells[1].lines[0]) == [("frame", "임기내")]

    def test_boxes_as_high_as_their_neighbours_are_cells(self) -> None:
        page = CanvasBuilder()
        page.grid((50, 250), (98, 118))
        for x in (52, 119, 186):
            page.frame(x, 100, x + 62, 116)
            page.text(x + 4, 103, "임기내")
        (table,) = (block for block in lay_out(page.canvas()).blocks if not isinstance(block, Line))
        assert [cell.text for cell in table.cells if cell.text] == ["임기내"] * 3


def squares_beside(page: CanvasBuilder, y: float, *, behind: bool) -> None:
    """`임기내` and `임기외` with a space between, a square right before or right behind each; the first is filled."""
    page.text(70, y, "임기내")
    page.text(114, y, "임기외")
    for x, filled in ((101, True), (145, False)) if behind else ((61, True), (105, False)):
        page.frame(x, y + 1, x + 8, y + 9)
        if filled:
            page.fill(x, y + 1, x + 8, y + 9, 0x202020)


def test_boxes_are_of_the_words_before_them_where_one_ends_the_line() -> None:
    page = CanvasBuilder()
    squares_beside(page, 100, behind=True)
    assert marks_of(first_line(lay_out(page.canvas()))) == [("checked_box", "임기내"), ("box", "임기외")]


def test_boxes_one_below_the_other_in_close_lines_are_no_table() -> None:
    page = CanvasBuilder()
    for y in (100, 112, 124):
        squares_beside(page, y, behind=False)
    lines = [block for block in lay_out(page.canvas()).blocks if isinstance(block, Line)]
    assert [marks_of(line) for line in lines] == [[("checked_box", "임기내"), ("box", "임기외")]] * 3


def test_a_box_at_the_end_of_the_line_for_what_is_left_blank_is_not_told_by() -> None:
    page = CanvasBuilder()
    page.text(28, 100, "주체")
    squares_beside(page, 100, behind=False)
    page.frame(146, 101, 154, 109)
    found = marks_of(first_line(lay_out(page.canvas())))
    assert found[0] == ("checked_box", "임기내") and ("box", "임기외") in found
