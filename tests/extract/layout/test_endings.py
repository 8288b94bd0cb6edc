"""Where lines end: `soft` because their column ended, `glue` within a word."""

from __future__ import annotations

import pytest
from canvas_builder import CanvasBuilder, tables_of

from pledgecards.extract.layout import lay_out, settle
from pledgecards.extract.layout.rows.breaks import certain, tail_of, vote, words_of
from pledgecards.extract.page import Cell, Line, join


def cell_of(*texts: str, width: float = 110, space: float | None = None, before: tuple[str, ...] = ()) -> Cell:
    """A cell with five points of padding, its lines set in syllables of ten; `before`: lines above the table."""
    page = CanvasBuilder()
    for index, text in enumerate(before):
        page.text(50, 40 + 12 * index, text)
    page.grid((50, 50 + width, 400), (100, 300))
    for index, text in enumerate(texts):
        page.text(55, 105 + 14 * index, text, space=space)
    page.text(50 + width + 5, 105, "내용")
    (laid,) = settle([lay_out(page.canvas())])
    return tables_of(laid)[0].cells[0]


def softness(cell: Cell) -> list[bool]:
    return [line.soft for line in cell.lines]


class TestSoft:
    def test_a_line_that_leaves_no_room_for_the_next_word_goes_on(self) -> None:
        assert softness(cell_of("도시공간구조 개편", "방안마련"))[0] is True

    def test_a_line_that_leaves_room_ends(self) -> None:
        assert softness(cell_of("기본계획", "용역 착수"))[0] is False

    def test_the_last_line_of_a_cell_ends_unless_it_is_full(self) -> None:
        assert softness(cell_of("기본계획"))[-1] is False
        assert softness(cell_of("도시공간구조개편방안"))[-1] is True

    def test_a_numeral_alone_does_not_go_on(self) -> None:
        page = CanvasBuilder()
        page.grid((50, 150, 400), (100, 120))
        page.text(55, 105, "국비")
        page.text(365, 105, "1,889")
        (table,) = tables_of(lay_out(page.canvas()))
        assert [cell.lines[0].soft for cell in table.cells] == [False, False]

    def test_running_text_goes_on_to_the_width_of_the_page(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "- " + "가" * 47)
        page.text(60, 116, "나머지")
        page.text(50, 132, "- 짧은 줄")
        page.text(50, 148, "- 짧은 줄")
        assert [line.soft for line in lay_out(page.canvas()).lines()] == [True, False, False, False]

    def test_a_gap_between_paragraphs_ends_a_line(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "가" * 49)
        page.text(50, 160, "나머지")
        assert next(lay_out(page.canvas()).lines()).soft is False

    def test_a_full_line_of_a_deep_bullet_goes_on_over_the_page_break(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "- " + "가" * 20)
        page.text(90, 116, "· " + "가" * 44)
        assert [line.soft for line in lay_out(page.canvas()).lines()] == [False, True]

    def test_a_short_line_at_the_right_ends(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "- " + "가" * 20)
        page.text(465, 116, "(2020. 12. 현재)")
        assert [line.soft for line in lay_out(page.canvas()).lines()] == [False, False]

    def test_a_full_line_over_the_foot_of_the_page_goes_on(self) -> None:
        page = CanvasBuilder()
        page.text(50, 740, "- " + "가" * 20)
        page.text(50, 756, "- " + "가" * 47)
        page.text(280, 800, "가람군 2")
        assert [line.soft for line in lay_out(page.canvas()).lines()] == [False, True, False]


class TestGlue:
    def test_the_documents_own_words_join_a_broken_word(self) -> None:
        cell = cell_of("운영 위원회 활성", "화를 통한 발전", width=85, before=("활성화를 위하여",))
        assert cell.text == "운영 위원회 활성화를 통한 발전"

    def test_the_documents_own_words_keep_two_words_apart(self) -> None:
        cell = cell_of("문화예술회관 운영", "방안 마련", width=95, before=("운영 계획", "방안 검토", "마련 계획"))
        assert cell.text == "문화예술회관 운영 방안 마련"

    def test_a_particle_never_heads_a_line(self) -> None:
        assert cell_of("주민참여예산제도", "를 확대", width=90).text == "주민참여예산제도를 확대"

    def test_room_for_a_syllable_means_it_was_wrapped_between_words(self) -> None:
        # Two syllables of room: 발전계획 would not fit, 발 would.
        cell = cell_of("운영 위원회", "발전계획", width=85)
        assert (cell.lines[0].soft, cell.text) == (True, "운영 위원회 발전계획")

    def test_a_printed_space_at_the_end_parts_words(self) -> None:
        cell = cell_of("문화예술회관 활성 ", "화를 통한", width=95, before=("활성화를",))
        assert cell.text == "문화예술회관 활성 화를 통한"

    def test_a_column_that_fills_its_lines_breaks_words(self) -> None:
        cell = cell_of("도시공간구조개편방안마", "련을위하여다함께노력하", "여성과를거두고자하는뜻", "으로", width=120)
        assert cell.text == "도시공간구조개편방안마련을위하여다함께노력하여성과를거두고자하는뜻으로"

    def test_digits_are_joined_only_where_a_number_is_incomplete(self) -> None:
        assert cell_of("1,88", "9", width=30).text == "1,889"
        assert cell_of("2019", "20", width=30).text == "2019 20"

    def test_over_a_page_break_too(self) -> None:
        first, second = CanvasBuilder(number=1), CanvasBuilder(number=2)
        first.text(50, 60, "활성화를 위하여")
        first.text(50, 700, "가나 " * 19 + "활성")
        second.text(50, 60, "화를 통한 발전")
        lines = [line for page in settle([lay_out(first.canvas()), lay_out(second.canvas())]) for line in page.lines()]
        assert join(lines[1:]).endswith("가나 활성화를 통한 발전")


@pytest.mark.parametrize(
    ("tail", "head", "answer"),
    [
        ("「문래동", "일대」", None),
        ("사업(", "2018년)", True),
        ("사업", ")을", True),
        ("97", "%", True),
        ("도시·", "주거", True),
        ("1,88", "9", True),
        ("1,", "889", True),
        ("1", ",889천원", True),
        ("1,889", "2,200", False),
        ("2018", "2019", False),
        ("1,88", "90", False),
        ("추진", "- 기간", False),
        ("추진", "가. 개요", False),
        ("추진", "1. 개요", False),
        ("(MOU)", "체결", None),
        ("plan", "ning", False),
        ("설계", "및 공사", False),
    ],
)
def test_what_the_characters_at_a_break_decide(tail: str, head: str, answer: bool | None) -> None:
    assert certain(tail, head) is answer


def test_words_vote_by_whole_words_first() -> None:
    words = words_of(["재생 활성화 사업,", "활성 물질", "'18년 재생사업을"])
    assert words["사업"] == 1
    assert vote("재생", "사업을", words) is True
    assert vote("재생", "사업", words) is False
    assert vote("활성", "화로", words) is True
    assert vote("가나", "다라", words) is None
    assert tail_of("가나 다라\t마바") == "마바"


def test_the_name_of_a_local_government_is_one_word() -> None:
    words = words_of(["영등포 일대", "구 청사"])
    assert vote("영등포", "구", words) is True
    # 중구, 서구 may be anything.
    assert vote("중", "구", words) is None


def test_lines_that_nothing_follows_break_no_word() -> None:
    page = CanvasBuilder()
    page.text(50, 100, "가" * 49)
    (laid,) = settle([lay_out(page.canvas())])
    assert [line.glue for line in laid.blocks if isinstance(line, Line)] == [False]


def test_a_word_broken_over_three_lines_is_judged_whole() -> None:
    cell = cell_of("기본", "계획", "수립", width=30, before=("기본계획 수립 완료",))
    assert join(cell.lines) == "기본계획 수립"
