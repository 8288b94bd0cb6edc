"""The text of tables that are none of the contract's."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.tables.unknown import lines_of_table
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def test_a_deed_in_every_line_of_a_cell_is_a_line_each(table) -> None:
    found = table("공원 조성 | 설계 완료('19. 8. 30.)/보상 착수('20. 1.) | 구비")
    assert [(line.text, of_cells) for line, of_cells in lines_of_table(found, WORDS)] == [
        ("공원 조성", True),
        ("설계 완료('19. 8. 30.)", False),
        ("보상 착수('20. 1.)", False),
        ("구비", True),
    ]


def test_a_period_over_two_lines_stays_in_its_row(table) -> None:
    found = table("'19. 8. 30./~ '20. 1. 5. | 보상")
    assert [line.text for line, _ in lines_of_table(found, WORDS)] == ["'19. 8. 30. ~ '20. 1. 5. | 보상"]


def test_a_year_at_the_side_is_of_every_row_beside_it(table) -> None:
    found = table(
        "연도 | 일자 | 내용", "2019년 | 3. 12. | 착공", " | 9. 2. | 준공", "2020년 | 2. 1. | 개소", " | 그 밖의 일 | "
    )
    assert [line.text for line, _ in lines_of_table(found, WORDS)] == [
        "연도 | 일자 | 내용",
        "2019년 | 3. 12. | 착공",
        "2019년 | 9. 2. | 준공",
        "2020년 | 2. 1. | 개소",
        "그 밖의 일",
    ]


def test_a_bullet_that_is_too_long_for_its_cell_is_one(table) -> None:
    found = table("2019 | - 센터 개소식(2020./1. 17.)/- 교육 4회,/86명 수료 | ")
    soft = replace(
        found,
        cells=tuple(
            replace(cell, lines=tuple(replace(line, soft=True) for line in cell.lines)) for cell in found.cells
        ),
    )
    assert [line.text for line, _ in lines_of_table(soft, WORDS)] == [
        "2019",
        "- 센터 개소식(2020. 1. 17.)",
        "- 교육 4회, 86명 수료",
    ]


def test_a_table_within_a_cell_gives_its_own_rows(table) -> None:
    outer, inner = table("위치도 | 설명", "붙임 | 참고"), table("구간 | 연장", "1공구 | 2km")
    cells = tuple(replace(cell, tables=(inner,)) if cell.text == "설명" else cell for cell in outer.cells)
    assert [line.text for line, _ in lines_of_table(replace(outer, cells=cells), WORDS)] == [
        "위치도 | 설명",
        "구간 | 연장",
        "1공구 | 2km",
        "붙임 | 참고",
    ]
