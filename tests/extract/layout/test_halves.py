"""Sheets on which two pages stand side by side."""

from __future__ import annotations

from canvas_builder import CanvasBuilder, lines_of

from pledgecards.extract.layout import lay_out
from pledgecards.extract.layout.columns.halves import split_halves
from pledgecards.extract.layout.regions import regions_of
from pledgecards.extract.layout.rows.assignment import assign
from pledgecards.extract.layout.rows.characters import characters_of

BODY = (
    "정책개요를 적은 한 줄의 글",
    "추진계획을 적은 한 줄의 글",
    "추진실적을 적은 한 줄의 글",
    "담당부서를 적은 한 줄의 글",
)


def sheet(*, title: str = "") -> CanvasBuilder:
    page = CanvasBuilder(width=842, height=595)
    if title:
        page.text(370, 20, title, size=10)
    for x, name in ((40, "왼쪽"), (460, "오른쪽")):
        page.text(x, 50, f"{name} 카드의 제목", size=14)
        for k, text in enumerate(BODY):
            page.text(x, 80 + 20 * k, f"{name} {text}")
        page.grid((x, x + 100, x + 200), (170, 190, 210))
        page.text(x + 5, 175, f"{name}표")
        page.text(x, 230, f"{name} 끝")
    return page


def test_the_left_page_is_read_before_the_right_one() -> None:
    lines = lines_of(lay_out(sheet().canvas()))
    assert [line[:2] for line in lines] == ["왼쪽"] * 6 + ["오른"] * 6


def test_a_title_over_both_stands_before_them() -> None:
    lines = lines_of(lay_out(sheet(title="두 쪽에 걸친 한 줄의 제목").canvas()))
    assert [line[:2] for line in lines] == ["두 ", *["왼쪽"] * 6, *["오른"] * 6]


def test_a_line_across_the_middle_further_down_makes_it_one_page() -> None:
    page = sheet()
    page.text(370, 300, "두 쪽에 걸친 한 줄의 글")
    glyphs = characters_of(page.canvas())
    regions = regions_of(842.0, 595.0, [])
    region = assign(glyphs, regions)
    assert split_halves(glyphs, region, regions) is region


def test_a_running_head_over_one_page_only_is_of_neither() -> None:
    page = sheet()
    page.text(700, 25, "안전한 도시", size=10)
    lines = lines_of(lay_out(page.canvas()))
    assert [line[:2] for line in lines] == ["안전", *["왼쪽"] * 6, *["오른"] * 6]


def test_a_title_over_labels_and_values_is_no_running_head() -> None:
    page = CanvasBuilder(width=842, height=595)
    page.text(40, 25, "골목 주차장 조성", size=14)
    for k in range(10):
        page.text(40, 80 + 20 * k, f"{k}째 항목의 이름")
        page.text(460, 80 + 20 * k, f"{k}째 항목의 내용")
    lines = lines_of(lay_out(page.canvas()))
    assert [line[:2] for line in lines[1:]] == [f"{k}째" for k in range(10)]


def test_a_title_in_larger_type_on_the_left_half_stands_over_one_card_in_two_columns() -> None:
    page = CanvasBuilder(width=842, height=595)
    page.text(40, 48, "공약 제목", size=16)
    page.text(460, 50, "소요예산", size=12)
    for x, name in ((40, "왼쪽"), (460, "오른쪽")):
        for k, text in enumerate(BODY):
            page.text(x, 80 + 20 * k, f"{name} {text}")
        page.grid((x, x + 100, x + 200), (170, 190, 210))
        page.text(x + 5, 175, f"{name}표")
        page.text(x, 230, f"{name} 끝")
    lines = lines_of(lay_out(page.canvas()))
    assert [line[:2] for line in lines] == ["공약", *["왼쪽"] * 5, "소요", *["오른"] * 5]


def columns(pitch: float) -> CanvasBuilder:
    page = CanvasBuilder(width=842, height=595)
    page.text(40, 50, "골목 주차장 조성", size=14)
    for k in range(12):
        page.text(40, 80 + 20 * k, f"왼쪽 {k}째 줄의 글")
        page.text(460, 60 + pitch * k, f"오른쪽 {k}째 줄의 글")
    return page


def test_a_page_that_goes_on_beside_its_first_has_lines_that_stand_beside_none() -> None:
    lines = lines_of(lay_out(columns(17).canvas()))
    assert [line[:2] for line in lines] == ["골목", *["왼쪽"] * 12, *["오른"] * 12]


def test_lines_beside_one_another_under_a_title_are_not_those_of_two_pages() -> None:
    glyphs = characters_of(columns(20).canvas())
    regions = regions_of(842.0, 595.0, [])
    region = assign(glyphs, regions)
    assert split_halves(glyphs, region, regions) is region


def test_a_table_that_goes_on_at_the_top_of_the_right_page_is_of_its_own_page() -> None:
    page = CanvasBuilder(width=842, height=595)
    page.text(40, 50, "골목 주차장 조성", size=14)
    for k, text in enumerate(BODY):
        page.text(40, 80 + 20 * k, f"왼쪽 {text}")
        page.text(460, 110 + 20 * k, f"오른쪽 {text}")
    page.grid((40, 140, 240), (170, 190, 210))
    page.text(45, 175, "왼쪽표")
    page.grid((460, 560, 660), (50, 70, 90))
    page.text(465, 55, "오른쪽표")
    lines = lines_of(lay_out(page.canvas()))
    assert [line[:2] for line in lines] == ["골목", *["왼쪽"] * 4, *["오른"] * 4]
