"""Whole pages: reading order, columns, turned content, watermarks, indents."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from canvas_builder import CanvasBuilder, ink_of, lines_of, tables_of, texts_of

from pledgecards.extract.layout import lay_out, settle
from pledgecards.extract.layout.turning import Turning
from pledgecards.extract.page import Line, Table
from pledgecards.extract.pdf.canvas import Canvas, Fill


def kinds(canvas: Canvas) -> list[str]:
    """The blocks of a page: a line's text, or 표."""
    return [block.text if isinstance(block, Line) else "표" for block in lay_out(canvas).blocks]


def sample() -> CanvasBuilder:
    page = CanvasBuilder()
    page.text(60, 60, "추진일정")
    page.grid((60, 160, 200, 240), (80, 100, 120))
    page.text(65, 85, "구분")
    page.text(165, 85, "1분기")
    page.fill(160, 100, 200, 120, 0x336699)
    page.text(65, 105, "설계")
    page.text(60, 140, "- 아래 글")
    return page


def turned(canvas: Canvas, quarters: int) -> Canvas:
    """The same content drawn running up (1), on its head (2) or running down (3) a page that is not itself turned."""
    width, height = canvas.width, canvas.height

    def move(boxes: np.ndarray) -> np.ndarray:
        x0, y0, x1, y1 = (boxes[:, i] for i in range(4))
        if quarters == 1:
            return np.column_stack((y0, width - x1, y1, width - x0)).astype(np.float32)
        if quarters == 2:
            return np.column_stack((width - x1, height - y1, width - x0, height - y0)).astype(np.float32)
        return np.column_stack((height - y1, x0, height - y0, x1)).astype(np.float32)

    fills = move(np.array([(f.x0, f.top, f.x1, f.bottom) for f in canvas.fills], dtype=np.float32).reshape(-1, 4))
    return replace(
        canvas,
        width=width if quarters == 2 else height,
        height=height if quarters == 2 else width,
        boxes=move(canvas.boxes),
        rules=move(canvas.rules),
        turn=np.full(len(canvas.text), 90 * quarters, dtype=np.int16),
        fills=tuple(Fill(*box, fill.colour) for box, fill in zip(fills.tolist(), canvas.fills, strict=True)),
    )


class TestOrder:
    def test_lines_and_tables_from_top_to_bottom(self) -> None:
        assert kinds(sample().canvas()) == ["추진일정", "표", "- 아래 글"]

    def test_boxes_side_by_side_are_read_one_after_the_other(self) -> None:
        page = CanvasBuilder()
        for x, word in ((60, "현황"), (310, "목표")):
            page.frame(x, 100, x + 230, 200)
            for line in range(3):
                page.text(x + 8, 106 + 16 * line, f"{word} {line}")
        assert kinds(page.canvas()) == ["현황 0", "현황 1", "현황 2", "목표 0", "목표 1", "목표 2"]

    def test_two_columns_are_read_down_the_left_one_first(self) -> None:
        page = CanvasBuilder()
        page.text(60, 60, "두 단을 가로지르는 제목 두 단을 가로지르는 제목 두 단을 가로지르는 제목")
        for line in range(14):
            page.text(60, 100 + 16 * line, "왼쪽 단의 글은 여기까지 이어지고 다음 줄로")
            page.text(320, 104 + 16 * line, "오른쪽 단의 글은 여기까지 이어지고 다음 줄")
        texts = kinds(page.canvas())
        assert [text[:2] for text in texts] == ["두 "] + ["왼쪽"] * 14 + ["오른"] * 14

    def test_of_two_columns_the_right_one_may_begin_a_little_higher(self) -> None:
        page = CanvasBuilder()
        for line in range(14):
            page.text(60, 103 + 16 * line, "왼쪽 단의 글은 여기까지 이어지고 다음 줄로")
            page.text(320, 98 + 16 * line, "오른쪽 단의 글은 여기까지 이어지고 다음 줄")
        assert [text[:2] for text in kinds(page.canvas())] == ["왼쪽"] * 14 + ["오른"] * 14

    def test_columns_of_short_lines_are_told_by_headings_of_sections_in_both(self) -> None:
        left = ["■ 현황", "○ 부지 매입", "○ 설계", "■ 목표", "○ 쉼터 2개소", "○ 이용 500명"]
        right = ["○ 2020년: 위탁", "■ 추진계획", "○ 2019년: 설계", "■ 추진실적", "○ 착공", "○ 준공"]
        page = CanvasBuilder()
        page.text(60, 60, "청년 창업 쉼터를 동네마다 조성하여 일자리를 늘리고 지역의 활력을 높임")
        for line, (one, other) in enumerate(zip(left, right, strict=True)):
            page.text(60, 100 + 16 * line, one)
            page.text(320, 100 + 16 * line, other)
        assert kinds(page.canvas())[1:] == [*left, *right]

    def test_columns_of_short_bullets_are_told_by_a_heading_beside_bullets(self) -> None:
        left = ["■ 현황", *["○ 왼쪽 회의: 2018. 9. 3."] * 5, "■ 추진실적", *["○ 왼쪽 회의"] * 5]
        right = ["○ 오른쪽 회의"] * 12
        page = CanvasBuilder()
        for line, (one, other) in enumerate(zip(left, right, strict=True)):
            page.text(60, 100 + 16 * line, one)
            page.text(320, 100 + 16 * line, other)
        assert kinds(page.canvas()) == [*left, *right]

    def test_a_frame_of_one_row_that_sets_tables_side_by_side_is_no_table_of_its_own(self) -> None:
        page = CanvasBuilder()
        page.grid((40, 300, 560), (100, 180))
        for x, label, value in ((50, "임기구분", "■ 임기내"), (310, "팀장", "홍길동")):
            page.grid((x, x + 80, x + 200), (110, 130, 150))
            for k in range(2):
                page.text(x + 5, 114 + 20 * k, label)
                page.text(x + 85, 114 + 20 * k, value)
        tables = [block for block in lay_out(page.canvas()).blocks if isinstance(block, Table)]
        assert [[cell.text for cell in table.cells] for table in tables] == [
            ["임기구분", "■ 임기내"] * 2,
            ["팀장", "홍길동"] * 2,
        ]

    @pytest.mark.parametrize("band", [True, False])
    def test_what_a_band_over_tables_side_by_side_holds_is_no_heading_of_one(self, band: bool) -> None:
        page = CanvasBuilder(width=842, height=595)
        if band:
            page.fill(30, 30, 810, 56, 0x37474F)
        page.text(40, 38, "공약카드 목록")
        page.text(600, 38, "예산의 목록")
        for x in (40, 460):
            page.grid((x, x + 100, x + 340), (70, 90, 110))
            page.text(x + 5, 74, "이름")
            page.text(x + 105, 74, "값")
        order = [block.text if isinstance(block, Line) else "표" for block in lay_out(page.canvas()).blocks]
        assert order == (
            ["공약카드 목록\t예산의 목록", "표", "표"] if band else ["공약카드 목록", "표", "예산의 목록", "표"]
        )

    def test_a_table_tells_no_gutter_that_longer_lines_of_its_column_cross(self) -> None:
        left = [f"○ 왼쪽 {line}" if line % 2 else "○ 왼쪽 단의 글은 여기까지 이어지고 다음 줄로" for line in range(16)]
        page = CanvasBuilder()
        page.grid((60, 120, 200), (60, 76, 92))
        for line, text in enumerate(left):
            page.text(60, 100 + 16 * line, text)
            if line < 12:
                page.text(340, 100 + 16 * line, "○ 오른쪽 단의 글은 여기까지")
        page.text(340, 400, "○ 오른쪽 단의 글은 여기까지")
        texts = kinds(page.canvas())
        assert [text for text in texts if text.startswith("○")] == [*left, *["○ 오른쪽 단의 글은 여기까지"] * 13]

    def test_a_frame_round_the_whole_page_hides_no_columns(self) -> None:
        page = CanvasBuilder()
        page.frame(40, 80, 560, 360)
        for line in range(14):
            page.text(60, 100 + 16 * line, "왼쪽 단의 글은 여기까지 이어지고 다음 줄로")
            page.text(320, 104 + 16 * line, "오른쪽 단의 글은 여기까지 이어지고 다음 줄")
        page.text(295, 380, "- 3 -")
        assert [text[:2] for text in kinds(page.canvas())] == ["왼쪽"] * 14 + ["오른"] * 14 + ["- "]

    def test_a_heading_of_tables_beside_text_may_stand_between_its_lines(self) -> None:
        page = CanvasBuilder()
        page.grid((60, 120, 200, 270), (100, 120, 140))
        page.text(60, 157, "■ 소요예산")
        page.grid((60, 120, 200, 270), (180, 200, 220))
        texts = ["■ 공약내용", "○ 쉼터 조성", "○ 설계 공모", "■ 추진실적", "○ 조례 제정", "○ 착공"]
        for line, text in enumerate(texts):
            page.text(320, 100 + 16 * line, text)
        assert kinds(page.canvas()) == ["표", "■ 소요예산", "표", *texts]

    @pytest.mark.parametrize("drawn", ["표", "상자"])
    def test_what_is_drawn_within_a_column_is_read_among_its_lines(self, drawn: str) -> None:
        page = CanvasBuilder()
        for line in range(14):
            if not 4 <= line < 7:
                page.text(60, 100 + 16 * line, "왼쪽 단의 글은 여기까지 이어지고 다음 줄로")
            page.text(320, 104 + 16 * line, "오른쪽 단의 글은 여기까지 이어지고 다음 줄")
        if drawn == "표":
            page.grid((60, 160, 270), (164, 184, 204))
        else:
            page.frame(60, 164, 270, 204)
        page.text(64, 169, "상자")
        assert [text[:2] for text in kinds(page.canvas())] == ["왼쪽"] * 4 + [drawn] + ["왼쪽"] * 7 + ["오른"] * 14

    @pytest.mark.parametrize("drawn", ["표", "상자"])
    def test_what_is_drawn_across_both_columns_parts_them(self, drawn: str) -> None:
        page = CanvasBuilder()
        for line in range(24):
            if not 10 <= line < 14:
                page.text(60, 100 + 16 * line, "왼쪽 단의 글은 여기까지 이어지고 다음 줄로")
                page.text(320, 104 + 16 * line, "오른쪽 단의 글은 여기까지 이어지고 다음 줄")
        if drawn == "표":
            page.grid((60, 240, 530), (270, 290, 310))
        else:
            page.frame(60, 270, 530, 310)
        page.text(64, 275, "상자")
        columns = ["왼쪽"] * 10 + ["오른"] * 10
        assert [text[:2] for text in kinds(page.canvas())] == [*columns, drawn, *columns]

    @pytest.mark.parametrize("lines", [5, 9])
    @pytest.mark.parametrize("drawn", ["표", "상자"])
    def test_what_is_drawn_below_a_band_is_read_among_its_lines_though_it_is_broader(
        self, drawn: str, lines: int
    ) -> None:
        page = CanvasBuilder()
        for x, heading in ((60, "추진실적"), (310, "향후계획")):
            page.fill(x, 100, x + 225, 120, 0x2F5597)
            page.text(x + 80, 105, heading, colour=0xFFFFFF)
        for line in range(lines):
            if not 1 <= line < 3:
                page.text(64, 130 + 18 * line, f"○ 착공 {line}: 2019. 3. 5.")
            page.text(314, 130 + 18 * line, f"○ 운영 {line}")
        if drawn == "표":
            page.grid((64, 120, 230), (146, 164, 182))
        else:
            page.frame(64, 146, 270, 182)
        page.text(66, 150, "상자")
        deeds = [f"○ 착공 {line}: 2019. 3. 5." for line in range(lines)]
        left = ["추진실적", deeds[0], drawn, *deeds[3:]]
        assert kinds(page.canvas()) == [*left, "향후계획", *[f"○ 운영 {line}" for line in range(lines)]]

    def test_marked_headings_of_sections_side_by_side_head_a_column_each(self) -> None:
        page = CanvasBuilder()
        for x, heading in ((60, "□ 추진실적"), (310, "□ 향후계획")):
            page.text(x, 100, heading)
        for line in range(4):
            page.text(60, 116 + 16 * line, f"○ 착공 {line}: 2019. 3. 5.")
        page.text(310, 116, "○ 개관: 2021. 3.")
        page.text(60, 180, "□ 추진일정")
        deeds = [f"○ 착공 {line}: 2019. 3. 5." for line in range(4)]
        assert kinds(page.canvas()) == ["□ 추진실적", *deeds, "□ 향후계획", "○ 개관: 2021. 3.", "□ 추진일정"]

    def test_names_of_sections_without_a_mark_side_by_side_are_no_headings_of_columns(self) -> None:
        page = CanvasBuilder()
        for line, texts in enumerate((("추진실적", "향후계획"), ("○ 착공", "○ 개관"), ("○ 준공", "○ 운영"))):
            for x, text in zip((60, 310), texts, strict=True):
                page.text(x, 100 + 16 * line, text)
        assert kinds(page.canvas())[0] == "추진실적\t향후계획"

    def test_three_fields_a_line_are_no_columns(self) -> None:
        page = CanvasBuilder()
        for line in range(12):
            for x, label in ((60, "분야"), (230, "담당"), (400, "상태")):
                page.text(x, 100 + 16 * line, f"{label} 가나다라마바사아자")
        fields = "분야 가나다라마바사아자\t담당 가나다라마바사아자\t상태 가나다라마바사아자"
        assert kinds(page.canvas()) == [fields] * 12

    def test_letters_that_climb_past_two_lines_join_them_not(self) -> None:
        page = CanvasBuilder()
        for line in range(3):
            page.text(60, 100 + 14 * line, f"해마다 늘려 간다 {line}")
        for place, letter in enumerate("견본사용금지문서"):
            page.text(500 + 9 * place, 100 + 2.2 * place, letter, colour=0xAAAAAA)
        texts = kinds(page.canvas())
        assert [text.split("\t")[0] for text in texts] == [f"해마다 늘려 간다 {line}" for line in range(3)]

    def test_labels_and_values_are_no_columns(self) -> None:
        page = CanvasBuilder()
        for line in range(14):
            page.text(60, 100 + 16 * line, "담당부서")
            page.text(320, 100 + 16 * line, "도시재생과 재생기획팀 담당 홍길동")
        assert kinds(page.canvas()) == ["담당부서\t도시재생과 재생기획팀 담당 홍길동"] * 14

    def test_days_at_the_right_end_of_lines_are_no_column(self) -> None:
        page = CanvasBuilder()
        for line in range(14):
            page.text(60, 100 + 16 * line, "- 왼쪽의 글은 여기까지 이어지는 실적을 적음")
            page.text(340, 100 + 16 * line, f"2019. {line % 12 + 1}. 5.")
        texts = kinds(page.canvas())
        assert texts == [
            f"- 왼쪽의 글은 여기까지 이어지는 실적을 적음\t2019. {line % 12 + 1}. 5." for line in range(14)
        ]

    def test_nor_are_labels_beside_options_on_a_page_of_short_lines(self) -> None:
        page = CanvasBuilder()
        for line in range(6):
            page.text(60, 100 + 16 * line, "임기구분")
            page.text(130, 100 + 16 * line, "임기내 임기후")
        for line in range(10):
            page.text(70, 220 + 16 * line, "- 이 쪽의 줄은 모두 이만큼으로 짧음")
        assert kinds(page.canvas())[:6] == ["임기구분\t임기내 임기후"] * 6

    def test_nor_are_two_labels_with_their_values_in_a_line(self) -> None:
        page = CanvasBuilder()
        for line in range(8):
            for x, text in (
                (60, "임기구분"),
                (130, "이행하는 값은 이만큼"),
                (320, "담당부서"),
                (400, "도시재생과의 기획팀"),
            ):
                page.text(x, 100 + 16 * line, text)
        assert kinds(page.canvas()) == ["임기구분\t이행하는 값은 이만큼\t담당부서\t도시재생과의 기획팀"] * 8


class TestTurned:
    @pytest.mark.parametrize("quarters", [1, 2, 3])
    def test_content_set_sideways_is_read_like_any_other(self, quarters: int) -> None:
        canvas = turned(sample().canvas(), quarters)
        assert kinds(canvas) == ["추진일정", "표", "- 아래 글"]
        laid = lay_out(canvas)
        (table,) = tables_of(laid)
        assert texts_of(table) == [["구분", "1분기", ""], ["설계", "", ""]]
        assert [cell.fill for cell in table.cells] == [None, None, None, None, 0x336699, None]
        assert (laid.width, laid.height, laid.turned) == (595, 842, quarters)

    @pytest.mark.parametrize(
        ("quarters", "box"), [(1, (60, 495, 70, 535)), (2, (495, 772, 535, 782)), (3, (772, 60, 782, 100))]
    )
    def test_places_are_those_of_the_page_as_it_reads(self, quarters: int, box: tuple[float, ...]) -> None:
        canvas = turned(sample().canvas(), quarters)
        upright, place = (next(lay_out(page).lines()).place for page in (sample().canvas(), canvas))
        assert (place.x0, place.top, place.x1, place.bottom) == pytest.approx(
            (upright.x0, upright.top, upright.x1, upright.bottom)
        )
        displayed = Turning(quarters, canvas.width, canvas.height)
        assert displayed.to_page(place.x0, place.top, place.x1, place.bottom) == pytest.approx(box)


class TestBehind:
    def test_a_slanted_watermark_is_furniture(self) -> None:
        page = sample()
        for index, char in enumerate("대외비"):
            page.glyph(
                char, (200 + 40 * index, 300 - 40 * index, 240 + 40 * index, 340 - 40 * index), 40, False, 0xCCCCCC, 45
            )
        laid = lay_out(page.canvas())
        assert lines_of(laid) == ["추진일정", "- 아래 글"]
        assert "".join(line.text for line in laid.furniture).replace(" ", "") in ("대외비", "비외대")
        assert laid.ink == ink_of(laid)

    def test_large_light_letters_are_one_too_but_not_on_a_dark_ground(self) -> None:
        page = sample()
        page.text(100, 300, "영등포구", size=60, colour=0xE0E0E0)
        assert [line.text for line in lay_out(page.canvas()).furniture] == ["영등포구"]
        page = sample()
        page.fill(50, 290, 545, 370, 0x1F3864)
        page.text(100, 300, "공약카드", size=60, colour=0xFFFFFF)
        assert lay_out(page.canvas()).furniture == ()


class TestIndents:
    def test_they_count_from_the_edge_of_their_area(self) -> None:
        page = CanvasBuilder()
        page.text(60, 60, "■ 제목")
        page.text(73, 80, "- 항목")
        page.grid((60, 160, 260), (100, 160))
        page.text(66, 105, "- 하나")
        page.text(78, 121, "· 둘")
        page.text(170, 105, "값")
        laid = lay_out(page.canvas())
        assert [line.indent for line in laid.lines()] == [0, 13]
        assert [line.indent for line in tables_of(laid)[0].cells[0].lines] == [6, 18]

    @pytest.mark.parametrize("share", [0.5, 1.0])
    def test_a_centred_or_right_aligned_cell_has_none(self, share: float) -> None:
        page = CanvasBuilder()
        page.grid((60, 260, 360), (100, 170))
        for line, words in enumerate(("○ 센터 건립", "- 기간: 2019년", "- 위치: 중앙동 일원", "○ 공원")):
            wide = page.text(0, -100, words)
            page.text(250 - (1 - share) * 90 - wide * share, 105 + 16 * line, words)
        (cell, *_) = tables_of(lay_out(page.canvas()))[0].cells
        assert len(cell.lines) == 4
        assert {line.indent for line in cell.lines} == {0}

    def test_a_page_of_deeper_bullets_keeps_the_files_edge(self) -> None:
        made = []
        for number, xs in enumerate(((60, 73, 60, 73), (60, 73, 86, 60), (73, 86, 73, 86)), start=1):
            page = CanvasBuilder(number=number)
            for line, x in enumerate(xs):
                page.text(x, 60 + 16 * line, f"- 항목 {number} {line}")
            made.append(lay_out(page.canvas()))
        assert [line.indent for line in settle(made)[2].lines()] == [13, 26, 13, 26]


def test_hostile_pages_are_read_in_bounded_time() -> None:
    """Thousands of rules, boxes and shapes: no blow-up, and the text is still there."""
    page = CanvasBuilder()
    for index in range(60):
        page.frame(20 + index * 2, 20 + index * 2, 575 - index * 2, 800 - index * 2)
        for column in range(20):
            page.fill(20 + 25 * column, 20 + 12 * index, 28 + 25 * column, 28 + 12 * index, 0x101010)
            page.shape("line", 20 + 25 * column, 20 + 12 * index, 40 + 25 * column, 30 + 12 * index)
    page.text(250, 400, "그래도 읽는 글")
    laid = lay_out(page.canvas())
    texts = [b.text for b in laid.blocks if isinstance(b, Line)]
    texts += [c.text for b in laid.blocks if isinstance(b, Table) for c in b.cells]
    assert "그래도 읽는 글" in texts


def test_a_line_with_a_gap_between_lines_across_the_gutter_is_one_line() -> None:
    page = CanvasBuilder()
    for row, y in enumerate(range(60, 160, 20)):
        if row == 2:
            page.text(60, y, "사업주체 ■ 영등포구가까이")
            page.text(215, y, "■ 정부와시 □ 민간")
        else:
            page.text(60, y, "목표 여러 해에 걸친 도시의 재생과 보육과 안전과 산책로")
    for y in range(200, 500, 15):
        page.text(60, y, "왼쪽 단의 글이 이어지는 줄")
        page.text(215, y, "오른쪽 단의 글이 이어지는 줄")
    found = [line for line in lines_of(lay_out(page.canvas())) if "사업주체" in line]
    assert len(found) == 1 and "민간" in found[0]
