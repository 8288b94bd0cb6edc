"""Glyphs to lines: rows, spaces, tabs, runs."""

from __future__ import annotations

import unicodedata

import pytest
from canvas_builder import CanvasBuilder, cell_at, first_line, ink_of, lines_of, tables_of
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgecards.extract.layout import lay_out
from pledgecards.extract.page import Run


def read(page: CanvasBuilder) -> list[str]:
    return lines_of(lay_out(page.canvas()))


class TestSpaces:
    @pytest.mark.parametrize("spaces", [True, False])
    def test_a_space_is_a_glyph_or_a_gap(self, spaces: bool) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "추진실적 및 향후 계획", spaces=spaces)
        assert read(page) == ["추진실적 및 향후 계획"]

    def test_a_narrow_gap_without_space_glyphs_is_a_space(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "추진실적 및 향후계획", spaces=False, space=2.5)
        assert read(page) == ["추진실적 및 향후계획"]

    def test_spaces_of_condensed_type_set_closely_are_narrow(self) -> None:
        # Letters that overlap by 0.8 points with 0.7 points between the words: these stand 1.5 points further apart than they do.
        page = CanvasBuilder()
        page.text(50, 100, "건설교통과 대중교통팀", spread=-0.8, spaces=False, space=2.3)
        page.text(50, 120, "1-1 마을 버스 노선", spread=-0.8, spaces=False, space=2.3)
        assert read(page) == ["건설교통과 대중교통팀", "1-1 마을 버스 노선"]

    def test_letters_that_stand_apart_unevenly_have_no_narrow_spaces(self) -> None:
        page = CanvasBuilder()
        for x, char in zip((50, 60, 70.8, 81.0, 92.4, 102.4, 113.2), "도시재생사업단", strict=True):
            page.text(x, 100, char)
        assert read(page) == ["도시재생사업단"]

    def test_figures_set_a_little_apart_from_hangul_are_not_parted_from_it(self) -> None:
        page = CanvasBuilder()
        end = page.text(50, 100, "민선", spread=-0.5)
        end = page.text(end + 0.8, 100, "7")
        page.text(end + 0.8, 100, "기 공약 사업", spread=-0.5, spaces=False, space=2.0)
        assert read(page) == ["민선7기 공약 사업"]

    def test_letters_spread_evenly_have_no_spaces(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "추진실적", spread=10)
        assert read(page) == ["추진실적"]

    def test_wider_letter_spacing_is_no_row_of_spaces(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "영등포구 도시재생과 담당", spread=2, spaces=False)
        assert read(page) == ["영등포구 도시재생과 담당"]

    def test_a_short_row_of_letters_set_apart_keeps_what_the_page_does(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "국비와시비를함께", spread=4)
        page.text(50, 120, "구비만으로", spread=4)
        page.text(50, 140, "400", spread=4)
        assert lines_of(lay_out(page.canvas())) == ["국비와시비를함께", "구비만으로", "400"]

    def test_numbers_apart_stay_apart(self) -> None:
        page = CanvasBuilder()
        for index in range(4):
            page.text(50 + 15 * index, 100, str(index + 1))
        assert read(page) == ["1 2 3 4"]

    def test_a_wide_gap_is_a_tab(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "주관부서")
        page.text(150, 100, "도시재생과")
        assert read(page) == ["주관부서\t도시재생과"]

    def test_runs_of_space_are_one_and_edges_have_none(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "  현   황  ", space=3)
        assert read(page) == ["현 황"]


class TestRows:
    def test_drawing_order_does_not_matter(self) -> None:
        page = CanvasBuilder()
        page.text(70, 120, "둘째")
        page.text(80, 100, "째")
        page.text(70, 100, "첫")
        assert read(page) == ["첫째", "둘째"]

    def test_displaced_digits_stay_on_their_line(self) -> None:
        page = CanvasBuilder()
        x = page.text(50, 100, "면적 ")
        x = page.text(x, 103, "185")
        x = page.text(x, 100, ",385")
        page.text(x, 97.5, "2", size=6)
        page.text(50, 115, "다음 줄")
        assert read(page) == ["면적 185,385²", "다음 줄"]

    def test_a_small_digit_right_behind_a_digit_is_the_mark_of_a_footnote(self) -> None:
        page = CanvasBuilder()
        x = page.text(50, 100, "1,200")
        x = page.text(x, 98, "12", size=6)
        page.text(x, 98, ")", size=6)
        x = page.text(50, 130, "2019")
        page.text(x, 130, "년", size=7)
        x = page.text(50, 160, "제")
        page.text(x, 160, "12", size=7)
        page.text(50, 190, "7", size=6)
        assert read(page) == ["1,200¹²)", "2019년", "제12", "7"]

    def test_small_digits_on_the_baseline_of_a_digit_are_no_mark_and_cannot_be_read(self) -> None:
        page = CanvasBuilder()
        x = page.text(50, 100, "5")
        page.text(x, 103.44, "00", size=6)  # 5 and 500 are as likely; both stand on 108.6
        x = page.text(50, 130, "5")
        page.text(x, 131, "1", size=6)
        assert read(page) == ["5\ufffd\ufffd", "5¹"]

    def test_a_small_digit_with_a_bracket_right_behind_a_word_is_the_mark_of_a_footnote(self) -> None:
        page = CanvasBuilder()
        x = page.text(50, 100, "국비")
        page.text(x, 98, "1)", size=6)
        x = page.text(50, 130, "국비")
        page.text(x, 130, "1)")
        x = page.text(50, 160, "국비")
        x = page.text(x, 158, "1", size=6)
        page.text(x, 160, ")")
        assert read(page) == ["국비¹)", "국비1)", "국비1)"]

    def test_a_row_that_begins_small_is_no_footnote_of_the_row_above(self) -> None:
        page = CanvasBuilder()
        x = page.text(50, 100, "600")
        page.text(x, 98, "1", size=6)
        page.text(50, 120, "2", size=6)
        page.text(50, 140, "300")
        page.text(50, 160, "4", size=6)
        assert read(page) == ["600¹", "2", "300", "4"]

    def test_sizes_mix_on_a_baseline(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "25.", size=20)
        page.text(85, 100 + 0.86 * 10, "제목")
        assert read(page) == ["25. 제목"]

    def test_close_lines_are_not_joined(self) -> None:
        page = CanvasBuilder()
        for line in range(5):
            page.text(50, 100 + 10 * line, f"가나다{line}")
        assert read(page) == [f"가나다{line}" for line in range(5)]

    def test_text_that_runs_over_its_cell_stays_whole(self) -> None:
        page = CanvasBuilder()
        page.grid((50, 100, 120, 140), (100, 120))
        page.text(60, 105, "구분")
        page.text(98, 105, "1,234")
        page.text(126, 105, "5")
        (table,) = tables_of(lay_out(page.canvas()))
        assert [cell.text for cell in table.cells] == ["구분", "1,234", "5"]


class TestLooks:
    def test_runs_cover_the_text_and_a_space_goes_with_what_is_before_it(self) -> None:
        page = CanvasBuilder()
        x = page.text(50, 100, "임기내", bold=True)
        page.text(x, 100, " / 임기외", colour=0x808080)
        line = first_line(lay_out(page.canvas()))
        assert line.runs == (Run(0, 4, True, 0, 10.0), Run(4, 9, False, 0x808080, 10.0))
        assert line.size == 10

    def test_size_is_that_of_most_of_the_line(self) -> None:
        page = CanvasBuilder()
        x = page.text(50, 100, "가나다라마")
        page.text(x, 102, "2", size=6)
        assert first_line(lay_out(page.canvas())).size == 10

    def test_places_are_boxes_on_the_page(self) -> None:
        page = CanvasBuilder(number=3)
        page.text(50, 100, "가나 다")
        place = first_line(lay_out(page.canvas())).place
        assert (place.page, place.x0, place.top, place.x1, place.bottom) == (3, 50, 100, 85, 110)


class TestCharacters:
    def test_letters_printed_apart_are_composed(self) -> None:
        page = CanvasBuilder()
        for char in unicodedata.normalize("NFD", "한글"):
            page.glyph(
                char, (50 + 10 * (len(page.chars) >= 3), 100, 60 + 10 * (len(page.chars) >= 3), 110), 10, False, 0
            )
        laid = lay_out(page.canvas())
        assert lines_of(laid) == ["한글"]
        assert laid.ink == ink_of(laid) == 2

    def test_a_letter_in_pieces_may_be_all_that_a_cell_holds(self) -> None:
        page = CanvasBuilder()
        for char in unicodedata.normalize("NFD", "계"):
            page.glyph(char, (50, 100, 60, 110), 10, False, 0)
        assert read(page) == ["계"]

    def test_the_overline_of_korean_fonts_is_a_tilde(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "3\u203e5월")
        assert read(page) == ["3~5월"]

    def test_what_cannot_be_seen_is_left_out(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "가\u200b나\u2060다\x07")
        assert read(page) == ["가나다"]

    def test_unmapped_and_private_glyphs_are_kept(self) -> None:
        page = CanvasBuilder()
        page.text(50, 100, "\uf0a1가\ufffd")
        assert read(page) == ["\uf0a1가\ufffd"]

    def test_an_empty_page_is_empty(self) -> None:
        laid = lay_out(CanvasBuilder().canvas())
        assert (laid.blocks, laid.furniture, laid.ink) == ((), (), 0)


class TestVertical:
    def test_syllables_one_below_the_other_are_a_word(self) -> None:
        page = CanvasBuilder()
        page.grid((50, 66, 200), (100, 160))
        for index, char in enumerate("추진실적"):
            page.text(53, 104 + 13 * index, char)
        page.text(80, 120, "내용")
        (table,) = tables_of(lay_out(page.canvas()))
        assert cell_at(table, 0, 0).text == "추진실적"

    @pytest.mark.parametrize("turn", [90, 270])
    def test_text_that_runs_up_its_cell_is_read(self, turn: int) -> None:
        page = CanvasBuilder()
        page.grid((50, 70, 300), (100, 200))
        page.upwards(55, 190, "추진 계획", turn=turn)
        for line in range(6):
            page.text(80, 105 + 15 * line, "나란히 선 글자들이 더 많다")
        (table,) = tables_of(lay_out(page.canvas()))
        (line,) = cell_at(table, 0, 0).lines
        assert line.text == "추진 계획"
        assert (line.place.x0, line.place.top, line.place.x1, line.place.bottom) == (55, 145, 65, 190)

    @pytest.mark.filterwarnings("error")
    def test_turned_spaces_between_upright_letters_say_nothing(self) -> None:
        page = CanvasBuilder()
        page.text(60, 60, "추진")
        page.upwards(60, 85, " ", turn=270)
        page.text(60, 90, "계획")
        assert lines_of(lay_out(page.canvas())) == ["추진", "계획"]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(20, 500), st.floats(20, 800), st.text("가나다18.-■ ", min_size=1, max_size=12), st.integers(7, 18)
        ),
        max_size=25,
    ),
    st.booleans(),
)
def test_every_glyph_stands_in_exactly_one_line(texts: list[tuple[float, float, str, int]], ruled: bool) -> None:
    page = CanvasBuilder()
    if ruled:
        page.grid((40, 200, 300, 420), (100, 250, 400, 600))
        page.frame(210, 110, 290, 240)
    for x, y, text, size in texts:
        page.text(x, y, text, size=float(size))
    laid = lay_out(page.canvas())
    assert laid.ink == ink_of(laid) == sum(char != " " for char in page.chars)


def test_a_soft_hyphen_that_is_drawn_is_a_hyphen() -> None:
    page = CanvasBuilder()
    page.text(60, 60, "'20. 4.\u00ad11.")
    page.text(60, 90, "6. 30.(\u2f47)")
    assert lines_of(lay_out(page.canvas())) == ["'20. 4.-11.", "6. 30.(日)"]
