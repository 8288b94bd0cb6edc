"""Tables that a page break cuts in the middle of a row, of a merged cell or of their head."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pledgecards.extract.document import Document
from pledgecards.extract.page import Block, Line, Page, Place, Table
from pledgecards.extract.paging.breaks import joined
from pledgecards.extract.paging.printed_words import PrintedWords
from pledgecards.schemas.vocabulary import Vocabulary

TableMaker = Callable[..., Table]

LEFT, WIDTH, HIGH = 50.0, 60.0, 20.0


def put_together(pages: tuple[Page, ...]) -> tuple[list[Block], int]:
    return joined(Document("application/pdf", pages), PrintedWords(pages), Vocabulary.standard())


@pytest.fixture
def over_pages(table: TableMaker) -> Callable[..., list[list[list[str]]]]:
    """The texts of the tables that two pages hold, put together; each part given as its rows and the widths of its columns in columns."""

    def read(
        first: list[str], second: list[str], wide: list[int] | None = None, named: str = ""
    ) -> list[list[list[str]]]:
        above, below = drawn(table(*blank(first)), 1, wide), drawn(table(*blank(second)), 2, None)
        heading: tuple[Block, ...] = (Line(named, Place(1, LEFT, 50, 200, 60), size=10),) if named else ()
        pages = (Page(1, 595, 842, (*heading, above), (), 0), Page(2, 595, 842, (below,), (), 0))
        blocks, _ = put_together(pages)
        return [[[cell.text for cell in row] for row in block.grid()] for block in blocks if isinstance(block, Table)]

    return read


def blank(rows: list[str]) -> list[str]:
    """The rows where a lone full stop stands for a blank cell."""
    return [" | ".join("" if text == "." else text for text in row.split(" | ")) for row in rows]


def drawn(table: Table, page: int, wide: list[int] | None) -> Table:
    """The table with boxes; `wide` says how many columns of the other part each of its own is wide."""
    starts = [0]
    for width in wide or [1] * table.cols:
        starts.append(starts[-1] + width)
    cells = []
    for cell in table.cells:
        x0, x1 = LEFT + WIDTH * starts[cell.col], LEFT + WIDTH * starts[cell.col + cell.col_span]
        place = Place(page, x0, 100 + HIGH * cell.row, x1, 100 + HIGH * (cell.row + cell.row_span))
        lines = tuple(
            Line(line.text, Place(page, x0 + 2, place.top, x1 - 2, place.bottom), size=10, soft=len(line.text) > 7)
            for line in cell.lines
        )
        cells.append(replace(cell, place=place, lines=lines))
    place = Place(page, LEFT, 100, LEFT + WIDTH * starts[-1], 100 + HIGH * table.rows)
    return replace(table, cells=tuple(cells), place=place, drawn=True)


Reader = Callable[..., list[list[list[str]]]]


def test_a_name_pushed_to_the_next_page_is_that_of_the_row_above(over_pages: Reader) -> None:
    assert over_pages(
        ["사업 | 재원 | 2018년", "상담 | 시비 | 500", ". | 구비 | 250"], ["배치 지원사업 | . | .", "부엌 | 구비 | 150"]
    ) == [
        [["사업", "재원", "2018년"], ["상담", "시비", "500"], ["배치 지원사업", "구비", "250"], ["부엌", "구비", "150"]]
    ]


def test_where_other_rows_leave_their_name_blank_a_name_alone_is_a_row(over_pages: Reader) -> None:
    (found,) = over_pages(
        ["사업 | 재원 | 2018년", "상담 | 시비 | 500", ". | 도비 | 100", ". | 구비 | 250"], ["배치 지원사업 | . | ."]
    )
    assert found[-2:] == [["", "구비", "250"], ["배치 지원사업", "", ""]]


def test_the_rest_of_a_name_goes_on_where_it_is_printed_whole_elsewhere(over_pages: Reader) -> None:
    first, second = ["사업 | 2018년", "찾아가는 상담 서비 | 500"], ["스 | .", "부엌 | 150"]
    whole = over_pages(first, second, named="찾아가는 상담 서비스")
    assert whole == [[["사업", "2018년"], ["찾아가는 상담 서비스", "500"], ["부엌", "150"]]]


def test_the_rest_of_a_name_goes_on_beside_the_same_filled_cells(over_pages: Reader) -> None:
    bar, first = "#5B9BD5", "찾아가는 상담 서비 | #5B9BD5 | ."
    (found,) = over_pages(
        ["사업 | 2018년 | 2019년", first], [f"스 | {bar} | .", f"부엌 | . | {bar}"], named="찾아가는 상담 서비스"
    )
    assert [row[0] for row in found] == ["사업", "찾아가는 상담 서비스", "부엌"]
    (found,) = over_pages(
        ["사업 | 2018년 | 2019년", first], [f"스 | . | {bar}", f"부엌 | . | {bar}"], named="찾아가는 상담 서비스"
    )
    assert [row[0] for row in found] == ["사업", "찾아가는 상담 서비", "스", "부엌"]


def test_the_rest_of_a_step_beside_other_filled_cells_is_a_step_of_its_own(over_pages: Reader) -> None:
    first = ["사업 | 단계 | 2019 | 2020 | 2021", "도서관 | 기본 계획 수립 | #5B9BD5 | . | ."]
    other = [" | 시범 운영 | . | #5B9BD5 | #5B9BD5", "공원 | 조성 | . | . | #5B9BD5"]
    (table,) = over_pages(first, other)
    assert [row[1] for row in table] == ["단계", "기본 계획 수립", "시범 운영", "조성"]
    same = [" | 시범 운영 | #5B9BD5 | . | .", "공원 | 조성 | . | . | #5B9BD5"]
    (table,) = over_pages(first, same)
    assert [row[1] for row in table] == ["단계", "기본 계획 수립 시범 운영", "조성"]


def test_a_name_without_figures_below_a_full_one_is_a_row_of_its_own(over_pages: Reader) -> None:
    (found,) = over_pages(["사업 | 2018년", "찾아가는 상담 서비스 | 500"], ["돌봄거점 조성 | .", "부엌 | 150"])
    assert found[1:3] == [["찾아가는 상담 서비스", "500"], ["돌봄거점 조성", ""]]


def test_texts_pushed_over_are_of_the_row_above(over_pages: Reader) -> None:
    assert over_pages(
        ["사업 | 단위 | 2018년 | 2019년", "상담 | 회 | . | 확대"], [". | . | 시범운영 | .", "부엌 | 개소 | . | 공사"]
    ) == [[["사업", "단위", "2018년", "2019년"], ["상담", "회", "시범운영", "확대"], ["부엌", "개소", "", "공사"]]]


def test_the_first_line_of_a_field_goes_with_the_label_that_stands_in_the_middle_of_it_on_the_next_page(
    over_pages: Reader,
) -> None:
    assert over_pages(
        ["추진실적 | 공사 착공", ". | 주차장 확충"], ["문제점 | 주민 설명 미흡", "기대효과 | 주차난 해소"]
    ) == [[["추진실적", "공사 착공"], ["문제점", "주차장 확충 주민 설명 미흡"], ["기대효과", "주차난 해소"]]]


def test_figures_below_no_figures_are_no_texts_pushed_over(over_pages: Reader) -> None:
    (found,) = over_pages(["사업 | 재원 | 2018년 | 2019년", "상담 | 시비 | . | 20"], [". | . | 10 | ."])
    assert found[1:] == [["상담", "시비", "", "20"], ["", "", "10", ""]]


def test_a_merged_name_below_the_break_is_of_the_rows_on_both_pages(over_pages: Reader) -> None:
    (found,) = over_pages(
        ["사업 | 단위 | 2018년", "상담 | 회 | 600", "^ | ^ | 시범", ". | % | 10"],
        ["활동가 양성 | . | 과정 개발", "부엌 | 개소 | 1", "^ | ^ | 공사"],
    )
    assert found[3:5] == [["활동가 양성", "%", "10"], ["활동가 양성", "%", "과정 개발"]]


def test_a_merged_name_printed_whole_elsewhere_goes_on_over_the_break(over_pages: Reader) -> None:
    first = ["사업 | 재원 | 2018년", "찾아가는 | 국비 | 1", "^ | 시비 | 2"]
    second = ["상담 서비스 | 도비 | 3", "^ | 구비 | 4", "부엌 | 국비 | 5"]
    (found,) = over_pages(first, second, named="찾아가는 상담 서비스")
    assert [row[0] for row in found] == ["사업", *["찾아가는 상담 서비스"] * 4, "부엌"]
    (found,) = over_pages(first, second)
    assert [row[0] for row in found] == ["사업", *["찾아가는"] * 2, *["상담 서비스"] * 2, "부엌"]


def test_a_name_that_fills_a_whole_page_is_not_the_next_one(table: TableMaker) -> None:
    parts = (
        drawn(table("사업 | 재원 | 2018년", "상담 | 국비 | 1", "^ | 시비 | 2"), 1, None),
        drawn(table(*blank([". | 도비 | 3", "^ | 구비 | 4"])), 2, None),
        drawn(table("부엌 | 국비 | 5", "^ | 시비 | 6"), 3, None),
    )
    pages = tuple(Page(number, 595, 842, (part,), (), 0) for number, part in enumerate(parts, 1))
    (whole,), _ = put_together(pages)
    assert isinstance(whole, Table)
    assert [row[0].text for row in whole.grid()] == ["사업", "상담", "상담", "", "", "부엌", "부엌"]


def test_a_sum_of_merged_cells_alone_on_a_page_stands_in_the_columns_of_its_table(table: TableMaker) -> None:
    first = drawn(table("분야 | 사업 | 계 | 2018년 | 2019년", "복지 | 상담 | 3 | 1 | 2"), 1, None)
    second = drawn(table("합계 | 3 | 1 | 2"), 2, [2, 1, 1, 1])
    pages = (Page(1, 595, 842, (first,), (), 0), Page(2, 595, 842, (second,), (), 0))
    (whole,), _ = put_together(pages)
    assert isinstance(whole, Table)
    assert [cell.text for cell in whole.grid()[2]] == ["합계", "합계", "3", "1", "2"]


def test_a_head_cut_between_its_rows_is_one(over_pages: Reader) -> None:
    (found,) = over_pages(["사업 | 2018년 | 2019년"], [". | 1 | 2 | 1 | 2", "상담 | ■ | ■ | . | ."], wide=[1, 2, 2])
    assert found[:2] == [["사업", "2018년", "2018년", "2019년", "2019년"], ["사업", "1", "2", "1", "2"]]


def test_what_a_cut_row_of_a_head_leaves_is_no_row(over_pages: Reader) -> None:
    (found,) = over_pages(
        ["사업 | 2018년 | 2019.6"],
        [". | . | < | . | <", "^ | 1 | 2 | 1 | 2", "상담 | ■ | ■ | . | ."],
        wide=[1, 2, 2],
    )
    assert found[:2] == [["사업", "2018년", "2018년", "2019.6", "2019.6"], ["사업", "1", "2", "1", "2"]]


def test_other_columns_on_the_next_page_are_another_table(over_pages: Reader) -> None:
    assert (
        len(
            over_pages(
                ["사업 | 2018년 | 2019년"],
                ["부서 | 성명 | 직위 | 전화 | 비고", "가 | 나 | 다 | 라 | 마"],
                wide=[1, 2, 2],
            )
        )
        == 2
    )


def test_a_head_again_without_a_rule_below_it_is_taken_out(table: TableMaker) -> None:
    first = drawn(table("사업 | 재원 | 2018년", "상담 | 시비 | 500"), 1, None)
    second = drawn(table("사업 | 재원 | 2018년", "부엌 | 구비 | 150"), 2, None)
    head, row = second.in_row(0), second.in_row(1)
    cells = tuple(replace(one, lines=one.lines + other.lines) for one, other in zip(head, row, strict=True))
    pages = (
        Page(1, 595, 842, (first,), (), 0),
        Page(2, 595, 842, (replace(second, rows=1, cells=cells),), (), 0),
    )
    blocks, repeated = put_together(pages)
    assert isinstance(blocks[0], Table) and len(blocks) == 1
    assert [cell.text for cell in blocks[0].in_row(2)] == ["부엌", "구비", "150"]
    assert repeated == len("사업재원2018년")


def test_rows_that_no_rule_closes_are_of_the_table_above_if_it_goes_on(table: TableMaker) -> None:
    first = drawn(table("부서 | 직위 | 성명"), 1, None)
    second = drawn(table(*blank(["부서 | 직위 | 성명", ". | 팀장 | 김가나", "^ | 담당 | 박다라"])), 2, None)
    row = Line("복지정책과\t과장\t홍길동", Place(1, LEFT + 4, 124, LEFT + 170, 134), size=10)
    pages = (Page(1, 595, 842, (first, row), (), 0), Page(2, 595, 842, (second,), (), 0))
    (whole,), _ = put_together(pages)
    assert isinstance(whole, Table)
    assert [cell.text for cell in whole.in_row(1)] == ["복지정책과", "과장", "홍길동"]
    fewer = replace(row, text="복지정책과\t홍길동")
    pages = (Page(1, 595, 842, (first, fewer), (), 0), pages[1])
    assert len(put_together(pages)[0]) == 3


def test_words_below_the_rule_of_a_merged_cell_are_its_own(table: TableMaker) -> None:
    first = drawn(table("사업 | 2018년", "활동가 양성 배치 지원 | 10"), 1, None)
    second = drawn(table(*blank([". | 과정 개발", "부엌 | 1"])), 2, None)
    rest = Line("사업", Place(1, LEFT + 2, 143, LEFT + 30, 153), size=10)
    pages = (Page(1, 595, 842, (first, rest), (), 0), Page(2, 595, 842, (second,), (), 0))
    (whole,), _ = put_together(pages)
    assert isinstance(whole, Table)
    assert whole.in_row(1)[0].text == "활동가 양성 배치 지원 사업"


def test_words_below_the_rule_of_a_merged_cell_are_its_own_where_the_head_is_printed_again(table: TableMaker) -> None:
    head = "사업 | 재원 | 2018년"
    first = drawn(table(head, "활동가 양성 배치 지원 | 국비 | 10"), 1, None)
    second = drawn(table(head, *blank([". | 군비 | 20", "부엌 | 국비 | 1"])), 2, None)
    rest = Line("사업", Place(1, LEFT + 2, 143, LEFT + 30, 153), size=10)
    pages = (Page(1, 595, 842, (first, rest), (), 0), Page(2, 595, 842, (second,), (), 0))
    (whole,), _ = put_together(pages)
    assert isinstance(whole, Table)
    assert (whole.rows, whole.in_row(1)[0].text) == (4, "활동가 양성 배치 지원 사업")


def test_a_label_whose_ground_only_the_first_page_paints_goes_on(over_pages: Reader) -> None:
    first = ["추진실적 #1F3864 | 공원 #1F3864 | 안내판을 새로 세우고 산책로를"]
    (found,) = over_pages(first, [" | #1F3864 | 정비하였다"])
    assert found == [["추진실적", "공원", "안내판을 새로 세우고 산책로를 정비하였다"]]
