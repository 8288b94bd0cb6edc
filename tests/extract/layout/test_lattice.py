"""Rules to cells: what is drawn in a PDF, and the grid that a reader sees."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from canvas_builder import CanvasBuilder, cell_at, lines_of, spans_of, tables_of, texts_of
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgecards.extract.layout import lay_out
from pledgecards.extract.layout.ink.lattice import grid_of
from pledgecards.extract.layout.ink.segments import groups_of, segments_of
from pledgecards.extract.layout.stacks import stack
from pledgecards.extract.page import LEAST_BAR, Table

XS = (50.0, 150.0, 200.0, 250.0)
YS = (100.0, 120.0, 140.0)


def only_table(builder: CanvasBuilder) -> Table:
    (table,) = tables_of(lay_out(builder.canvas()))
    return table


def lettered(builder: CanvasBuilder, xs: tuple[float, ...] = XS, ys: tuple[float, ...] = YS) -> None:
    """가 나 다 … row by row in every place of a grid."""
    code = ord("가")
    for y in ys[:-1]:
        for x in xs[:-1]:
            builder.text(x + 4, y + 5, chr(code))
            code += 28 * 21


LETTERS = [["가", "까", "나"], ["다", "따", "라"]]


class TestRules:
    def test_a_grid_of_rules_is_a_table(self) -> None:
        page = CanvasBuilder()
        page.grid(XS, YS)
        lettered(page)
        table = only_table(page)
        assert (table.rows, table.cols, table.drawn) == (2, 3, True)
        assert texts_of(table) == LETTERS
        assert cell_at(table, 1, 0).place.x0 == 50
        assert cell_at(table, 1, 0).place.bottom == 140

    def test_rules_that_end_a_little_before_the_side_part_rows(self) -> None:
        page = CanvasBuilder()
        for y in YS[:-1]:
            page.level(XS[0], XS[-1] - 3.5, y)
        page.level(XS[0], XS[-1], YS[-1])
        for x in XS:
            page.plumb(x, YS[0], YS[-1])
        lettered(page)
        assert texts_of(only_table(page)) == LETTERS

    def test_rules_drawn_in_pieces_shorter_than_dots(self) -> None:
        page = CanvasBuilder()
        for y in YS:
            for step in range(134):
                page.level(50 + 1.5 * step, min(51.5 + 1.5 * step, 250), y)
        for x in XS:
            for step in range(27):
                page.plumb(x, 100 + 1.5 * step, min(101.5 + 1.5 * step, 140))
        lettered(page)
        assert texts_of(only_table(page)) == LETTERS

    def test_open_sides_are_closed_where_the_level_rules_end(self) -> None:
        page = CanvasBuilder()
        page.grid(XS, YS, left=False, right=False)
        lettered(page)
        assert texts_of(only_table(page)) == LETTERS

    def test_an_open_last_column_may_be_as_narrow_as_the_quarters_before_it(self) -> None:
        page = CanvasBuilder()
        narrow = (50.0, 120.0, 129.0, 137.2, 146.2, 154.4)
        page.grid((*narrow, 161.4), YS, right=False)
        assert only_table(page).cols == len(narrow)

    def test_a_table_may_have_no_outer_rule_at_all(self) -> None:
        page = CanvasBuilder()
        page.level(50, 250, 120)
        page.plumb(150, 100, 140)
        page.plumb(200, 100, 140)
        lettered(page)
        assert texts_of(only_table(page)) == LETTERS

    def test_double_rules_are_one(self) -> None:
        page = CanvasBuilder()
        page.grid(XS, YS)
        for y in YS:
            page.level(50, 250, y + 2)
        page.plumb(52, 100, 140)
        lettered(page)
        table = only_table(page)
        assert (table.rows, table.cols) == (2, 3)

    def test_dashes_join_and_corners_may_gape(self) -> None:
        page = CanvasBuilder()
        for y in YS:
            for x in range(51, 250, 6):
                page.level(x, x + 4, y)
        for x in XS:
            page.plumb(x, 101.5, 138.5)
        lettered(page)
        assert texts_of(only_table(page)) == LETTERS

    def test_a_dashed_rule_in_parts_is_whole(self) -> None:
        page = CanvasBuilder()
        page.grid(XS, YS, left=False, right=False)
        for x in (XS[0], XS[-1]):
            page.plumb(x, 100, 114)
            page.plumb(x, 119.2, 124)
            page.plumb(x, 129.2, 140)
        lettered(page)
        assert texts_of(only_table(page)) == LETTERS

    def test_every_cell_may_have_its_own_frame(self) -> None:
        page = CanvasBuilder()
        for left, right in pairwise(XS):
            for top, bottom in pairwise(YS):
                page.frame(left + 0.4, top + 0.4, right - 0.4, bottom - 0.4)
        lettered(page)
        assert texts_of(only_table(page)) == LETTERS

    def test_a_missing_piece_of_a_rule_merges_cells(self) -> None:
        page = CanvasBuilder()
        page.frame(50, 100, 250, 160)
        page.plumb(150, 100, 160)
        page.plumb(200, 120, 160)
        page.level(150, 250, 120)
        page.level(150, 250, 140)
        for x, y, text in ((60, 125, "구분"), (180, 105, "계"), (160, 125, "1"), (210, 145, "4")):
            page.text(x, y, text)
        table = only_table(page)
        assert spans_of(table) == {(0, 0, 3, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1)}
        assert texts_of(table) == [["구분", "계", ""], ["", "1", ""], ["", "", "4"]]

    def test_empty_columns_at_the_end_stay(self) -> None:
        page = CanvasBuilder()
        xs = (50.0, 150.0, *range(162, 211, 12))
        page.grid(xs, YS)
        page.text(60, 105, "구분")
        table = only_table(page)
        assert table.cols == 6
        assert texts_of(table)[1] == [""] * 6


class TestWhatIsNoTable:
    def test_a_box_round_text_lets_it_flow(self) -> None:
        page = CanvasBuilder()
        page.frame(50, 100, 250, 160)
        page.text(60, 105, "첫째 줄")
        page.text(60, 125, "둘째 줄")
        laid = lay_out(page.canvas())
        assert not tables_of(laid)
        assert lines_of(laid) == ["첫째 줄", "둘째 줄"]

    def test_a_frame_round_the_page_is_no_table(self) -> None:
        page = CanvasBuilder()
        page.frame(30, 30, 565, 812)
        page.text(60, 50, "제목")
        page.grid(XS, YS)
        lettered(page)
        laid = lay_out(page.canvas())
        assert lines_of(laid) == ["제목"]
        assert texts_of(tables_of(laid)[0]) == LETTERS

    def test_a_rule_below_a_word_is_no_table(self) -> None:
        page = CanvasBuilder()
        page.text(60, 105, "강조")
        page.level(60, 80, 116)
        assert not tables_of(lay_out(page.canvas()))

    def test_bands_as_wide_as_the_table_flow_above_and_below_it(self) -> None:
        page = CanvasBuilder()
        page.frame(50, 80, 250, 160)
        page.grid(XS, YS)
        page.text(60, 85, "추진일정")
        page.text(60, 145, "기대효과")
        lettered(page)
        laid = lay_out(page.canvas())
        assert [b.text if not isinstance(b, Table) else "표" for b in laid.blocks] == ["추진일정", "표", "기대효과"]


class TestSeveralTables:
    def test_a_gap_parts_two_tables(self) -> None:
        page = CanvasBuilder()
        page.grid(XS, YS)
        lettered(page)
        page.grid(XS, (150.0, 170.0, 190.0))
        lettered(page, XS, (150.0, 170.0, 190.0))
        assert [texts_of(table) for table in tables_of(lay_out(page.canvas()))] == [LETTERS, LETTERS]

    def test_tables_side_by_side_are_two_read_from_the_left(self) -> None:
        page = CanvasBuilder()
        right = tuple(x + 230 for x in XS)
        page.grid(right, (110.0, 125.0, 150.0))
        lettered(page, right, (110.0, 125.0, 150.0))
        page.grid(XS, YS)
        lettered(page)
        tables = tables_of(lay_out(page.canvas()))
        assert [table.place.x0 for table in tables] == [50, 280]

    def test_a_table_within_a_cell_is_read_once(self) -> None:
        page = CanvasBuilder()
        page.grid((50, 120, 400), (100, 200, 300))
        page.text(60, 110, "예산")
        page.text(130, 105, "(단위: 천원)")
        inner = (130.0, 200.0, 300.0, 390.0)
        page.grid(inner, (130.0, 150.0, 170.0))
        lettered(page, inner, (130.0, 150.0, 170.0))
        table = only_table(page)
        outer = cell_at(table, 0, 1)
        assert outer.text == "(단위: 천원)"
        assert [texts_of(t) for t in outer.tables] == [LETTERS]
        assert cell_at(table, 0, 0).text == "예산"


class TestLevelRulesOnly:
    def test_columns_come_from_header_tiles(self) -> None:
        page = CanvasBuilder()
        for y in (100, 120, 140, 160):
            page.level(50, 250, y)
        for left, right in pairwise(XS):
            page.fill(left, 100, right, 120, 0xE0E0E0)
        for x, y, text in (
            (60, 105, "재원"),
            (160, 105, "계"),
            (210, 105, "2018"),
            (60, 125, "국비"),
            (165, 125, "12"),
        ):
            page.text(x, y, text)
        page.text(60, 145, "시비")
        page.text(215, 145, "30")
        assert texts_of(only_table(page)) == [["재원", "계", "2018"], ["국비", "12", ""], ["시비", "", "30"]]

    def test_columns_come_from_text_that_lines_up(self) -> None:
        page = CanvasBuilder()
        for y in (100, 120, 140, 160):
            page.level(50, 250, y)
        for row, y in enumerate((105, 125, 145)):
            for x, text in ((60, "재원"), (150, "합계"), (210, "2018")):
                page.text(x, y, f"{text}{row}")
        assert texts_of(only_table(page))[2] == ["재원2", "합계2", "20182"]

    def test_rules_between_paragraphs_make_no_table(self) -> None:
        page = CanvasBuilder()
        for y in (100, 140, 180):
            page.level(50, 545, y)
        for y in (110, 150):
            page.text(50, y, "- 생활권 안에 이용할 수 있는 시설이 부족하여 개선이 필요")
            page.text(50, y + 14, "- 접근성 개선이 필요한 상황")
        assert not tables_of(lay_out(page.canvas()))


class TestFills:
    def test_cells_may_be_told_by_their_fills_alone(self) -> None:
        page = CanvasBuilder()
        for row, (top, bottom) in enumerate(pairwise(YS)):
            for left, right in pairwise(XS):
                page.fill(left + 1, top + 1, right - 1, bottom - 1, 0xD0D0D0 if row == 0 else 0xF0F0F0)
        lettered(page)
        table = only_table(page)
        assert texts_of(table) == LETTERS
        assert (cell_at(table, 0, 0).fill, cell_at(table, 1, 0).fill) == (0xD0D0D0, 0xF0F0F0)

    def test_the_topmost_fill_counts_and_white_is_none(self) -> None:
        page = CanvasBuilder()
        page.fill(50, 100, 250, 140, 0xEEEEEE)
        page.fill(150, 120, 200, 140, 0x336699)
        page.fill(200, 100, 250, 140, 0xFFFFFF)
        page.grid(XS, YS)
        lettered(page)
        table = only_table(page)
        assert [[cell_at(table, r, c).fill for c in range(3)] for r in range(2)] == [
            [0xEEEEEE, 0xEEEEEE, None],
            [0xEEEEEE, 0x336699, None],
        ]

    def test_an_inner_rectangle_is_a_bar(self) -> None:
        page = CanvasBuilder()
        page.grid(XS, YS)
        lettered(page, XS[:2])
        page.fill(160, 105, 200, 115, 0x336699)
        table = only_table(page)
        assert cell_at(table, 0, 1).bar == pytest.approx(0.8)
        assert cell_at(table, 0, 1).fill is None
        assert cell_at(table, 1, 1).bar == 0

    def test_bars_as_thin_as_rules_and_more_than_there_are_rules_part_no_rows(self) -> None:
        page = CanvasBuilder()
        xs = [50.0 + 40 * column for column in range(8)]
        page.grid(xs, (100, 120, 140))
        for row in (0, 1):
            page.text(52, 105 + 20 * row, "가나")
            for x0, x1 in list(pairwise(xs))[1 + row :]:
                page.level(x0 + 2, x1 - 2, 110 + 20 * row, 2.0)
        table = only_table(page)
        assert (table.rows, table.cols) == (2, 7)
        barred = [[cell_at(table, row, col).bar >= LEAST_BAR for col in range(7)] for row in (0, 1)]
        assert barred == [[False] + [True] * 6, [False] * 2 + [True] * 5]

    def test_a_small_filled_square_clear_of_a_cells_sides_is_its_mark_and_an_overhang_is_none(self) -> None:
        page = CanvasBuilder()
        page.grid(XS, YS)
        lettered(page, XS[:2])
        page.fill(170, 106, 175, 112, 0x336699)
        page.fill(190, 126, 205, 132, 0x336699)
        table = only_table(page)
        assert cell_at(table, 0, 1).bar >= LEAST_BAR
        assert 0 < cell_at(table, 1, 2).bar < LEAST_BAR

    def test_layers_of_one_drawing_cover_no_more_than_one_of_them(self) -> None:
        page = CanvasBuilder()
        page.grid(XS, YS)
        lettered(page, XS[:2])
        for _ in range(6):
            page.fill(XS[1], 106, XS[2] + 5, 116, 0xBFBFBF)
        table = only_table(page)
        assert cell_at(table, 0, 1).bar == pytest.approx(1.0)
        assert cell_at(table, 0, 2).bar == pytest.approx(5 / (XS[3] - XS[2]))

    def test_the_lower_of_two_bars_alone_in_its_row_is_not_told(self) -> None:
        page = CanvasBuilder()
        xs, ys = (50.0, 150.0, 200.0, 250.0), (100.0, 120.0, 140.0, 160.0, 180.0)
        page.grid(xs, ys)
        lettered(page, xs[:2], ys)
        # In the first row one bar above the other, in the others the upper one, the lower one, and the lower one's colour half way down.
        for x, y, colour in (
            (150, 102, 0x4472C4),
            (150, 111, 0xED7D31),
            (200, 122, 0x4472C4),
            (200, 151, 0xED7D31),
            (150, 166, 0xED7D31),
        ):
            page.fill(x, y, x + 50, y + 7, colour)
        table = only_table(page)
        assert [[cell_at(table, row, col).bar for col in (1, 2)] for row in range(4)] == [
            [1, 0],
            [0, 1],
            [0, -1],
            [1, 0],
        ]

    def test_a_filled_box_beside_no_text_is_a_bar_and_an_empty_one_is_none(self) -> None:
        page = CanvasBuilder()
        xs = (50.0, 150.0, 170.0, 190.0)
        page.grid(xs, YS)
        lettered(page, xs[:2])
        for colour, x in ((0xFFE699, 153), (0xFFFFFF, 173)):
            page.fill(x, YS[0] + 5, x + 12, YS[0] + 15, colour)
            page.frame(x, YS[0] + 5, x + 12, YS[0] + 15)
        table = only_table(page)
        assert [cell_at(table, 0, col).bar > 0.5 for col in range(3)] == [False, True, False]

    def test_a_rounded_frame_round_the_table_is_no_bar(self) -> None:
        page = CanvasBuilder()
        page.grid(XS, YS)
        lettered(page)
        page.shape("curve", XS[0] - 8, YS[0] - 20, XS[-1] + 8, YS[-1] + 20, stroke=None, fill=0x999999)
        assert {cell.bar for cell in only_table(page).cells} == {0}

    def test_a_picture_no_higher_than_a_row_is_a_bar(self) -> None:
        page = CanvasBuilder()
        page.grid((50, 100, 150, 200), (100, 120, 140))
        lettered(page, (50, 100))
        page.images += [(100, 100, 150, 120), (50, 20, 500, 500)]
        table = only_table(page)
        assert [[cell_at(table, row, col).bar for col in range(3)] for row in range(2)] == [[0, 1, 0], [0, 0, 0]]

    @pytest.mark.parametrize("drawn", ["fill", "thick rule", "arrow", "polygon"])
    def test_a_bar_over_several_cells_counts_in_each(self, drawn: str) -> None:
        page = CanvasBuilder()
        xs = (50.0, 150.0, 170.0, 190.0, 210.0, 230.0)
        page.grid(xs, YS)
        lettered(page, xs[:2])
        if drawn == "fill":
            page.fill(175, 107, 210, 113, 0x336699)
        elif drawn == "thick rule":
            page.level(175, 210, 110, 5.0)
        elif drawn == "arrow":
            page.level(175, 206, 110, 1.5)
            page.shape("polygon", 205, 107, 210, 113, fill=0)
        else:
            page.shape("polygon", 175, 107, 210, 113, fill=0x336699)
        table = only_table(page)
        assert [cell_at(table, 0, col).bar for col in range(5)] == pytest.approx([0, 0, 0.75, 1, 0], abs=0.01)
        assert table.rows == 2

    def test_a_shaft_from_border_to_border_with_a_head_parts_no_row(self) -> None:
        page = CanvasBuilder()
        xs = (50.0, 150.0, 170.0, 190.0, 210.0)
        page.grid(xs, YS)
        lettered(page, xs[:2])
        page.level(170, 210, 110, 0.5)
        page.shape("polygon", 206, 107, 210, 113, fill=0)
        table = only_table(page)
        assert table.rows == 2
        assert [cell_at(table, 0, col).bar for col in (1, 2, 3)] == [0, 1, 1]

    def test_bars_of_an_inner_table_are_not_the_outer_cells(self) -> None:
        page = CanvasBuilder()
        page.grid((50, 120, 400), (100, 200, 300))
        page.text(60, 110, "일정")
        inner = (130.0, 200.0, 300.0, 390.0)
        page.grid(inner, (130.0, 150.0, 170.0))
        lettered(page, inner[:2], (130.0, 150.0, 170.0))
        page.fill(200, 135, 300, 145, 0x336699)
        outer = cell_at(only_table(page), 0, 1)
        assert outer.bar == 0
        assert cell_at(outer.tables[0], 0, 1).bar == 1

    def test_the_heavy_edge_of_a_table_that_touches_the_cell_around_it_is_no_bar(self) -> None:
        page = CanvasBuilder()
        page.grid((50, 120, 500), (100, 160, 200))
        inner, rows = (121.5, 200.0, 300.0, 330.0, 430.0), (101.5, 130.0, 157.0)
        for y, width in zip(rows, (2.25, 0.5, 2.25), strict=True):
            page.level(121.5, 430, y, width)
        for x in inner:
            page.plumb(x, 101.5, 157.0)
        lettered(page, inner, (101.5, 130.0, 157.0))
        page.fill(300, 135, 330, 150, 0x336699)
        table = only_table(page)
        assert [cell.text for cell in table.cells if cell.bar] == ["마"]
        assert texts_of(table)[:2] == [["", "가", "까", "나", "다", ""], ["", "따", "라", "마", "바", ""]]

    def test_the_rules_of_a_table_with_open_sides_within_a_cell_part_its_rows(self) -> None:
        page = CanvasBuilder()
        page.grid((50, 120, 500), (100, 170))
        for y, x0 in ((105, 120), (120, 120), (135, 200), (150, 120)):
            page.level(x0, 430, y)
        for x in (200, 300):
            page.plumb(x, 105, 150)
        for x, y, text in ((130, 108, "사업"), (205, 108, "재원"), (305, 108, "2018"), (130, 131, "쉼터")):
            page.text(x, y, text)
        for y, source, amount in ((123, "국비", "1"), (138, "시비", "2")):
            page.text(205, y, source)
            page.text(305, y, amount)
        texts = [[text for text in row if text] for row in texts_of(only_table(page))]
        assert [row for row in texts if row] == [["사업", "재원", "2018"], ["쉼터", "국비", "1"], ["시비", "2"]]

    def test_a_diagonal_through_a_cell_is_no_bar(self) -> None:
        page = CanvasBuilder()
        page.grid(XS, YS)
        lettered(page, XS[:2])
        page.shape("line", 150, 100, 200, 120)
        assert cell_at(only_table(page), 0, 1).bar == 0


@st.composite
def partitions(draw: st.DrawFn) -> tuple[int, int, set[tuple[int, int, int, int]]]:
    """A grid and its cells, some of them merged into rectangles."""
    rows, cols = draw(st.integers(2, 6)), draw(st.integers(2, 6))
    taken = np.zeros((rows, cols), dtype=bool)
    cells: set[tuple[int, int, int, int]] = set()
    for row in range(rows):
        for col in range(cols):
            if taken[row, col]:
                continue
            height, width = draw(st.sampled_from([(1, 1), (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1)]))
            height, width = min(height, rows - row), min(width, cols - col)
            while taken[row : row + height, col : col + width].any():
                width -= 1
            taken[row : row + height, col : col + width] = True
            cells.add((row, col, height, width))
    return rows, cols, cells


@settings(max_examples=60, deadline=None)
@given(partitions(), st.booleans())
def test_any_partition_into_rectangles_comes_back(
    partition: tuple[int, int, set[tuple[int, int, int, int]]], framed: bool
) -> None:
    """Drawn cell by cell, or only by the sides between different cells."""
    rows, cols, cells = partition
    page = CanvasBuilder()
    for row, col, height, width in cells:
        x0, y0, x1, y1 = 50.0 + 40 * col, 100.0 + 20 * row, 50.0 + 40 * (col + width), 100.0 + 20 * (row + height)
        if framed:
            page.frame(x0, y0, x1, y1)
        else:
            page.level(x0, x1, y0)
            page.plumb(x0, y0, y1)
    page.frame(50, 100, 50 + 40 * cols, 100 + 20 * rows)
    canvas = page.canvas()
    (group,) = groups_of(*segments_of(canvas.rules, canvas.rule_widths))
    grid = grid_of(group)
    assert grid is not None
    # Grid lines on which no cell begins or ends cannot be seen.
    line_rows = sorted({0, rows, *(r for r, _, _, _ in cells), *(r + h for r, _, h, _ in cells)})
    line_cols = sorted({0, cols, *(c for _, c, _, _ in cells), *(c + w for _, c, _, w in cells)})
    seen = {
        (
            line_rows.index(r),
            line_cols.index(c),
            line_rows.index(r + h) - line_rows.index(r),
            line_cols.index(c + w) - line_cols.index(c),
        )
        for r, c, h, w in cells
    }
    assert {tuple(square) for square in grid.squares} == seen
    assert sum(s.row_span * s.col_span for s in grid.squares) == grid.rows * grid.cols
    assert stack(grid)[0][0] == 0


@pytest.mark.parametrize("pitch", [5.5, 7.0, 12.0])
def test_a_last_narrow_column_without_an_outer_rule(pitch: float) -> None:
    page = CanvasBuilder()
    xs = (50.0, *(150.0 + pitch * month for month in range(13)))
    page.grid(xs, YS, left=False, right=False)
    page.text(60, 105, "설계")
    page.text(60, 125, "공사")
    assert only_table(page).cols == 13
