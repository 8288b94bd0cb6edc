"""Headings in boxes, tables folded under heads of further years, and ditto marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.extract.cards.boxed import boxed_heading
from pledgecards.extract.grid.ditto import without_dittos
from pledgecards.extract.grid.years_folded import unfolded
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary

TableMaker = Callable[..., Table]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.grid()]


@pytest.mark.parametrize("row", ["1 | 사업개요", "Ⅱ | | 투자계획", "03. | 추진일정"])
def test_a_number_and_a_section_in_boxes_of_their_own_are_one_heading(table: TableMaker, row: str) -> None:
    found = boxed_heading(table(row), Vocabulary.standard(), None)
    assert found is not None and found.match is None
    assert found.line.text == " ".join(row.replace("|", " ").split())


def test_unknown_words_head_a_section_only_behind_the_number_before(table: TableMaker) -> None:
    row = table("6 | 해외 우수사례")
    found = boxed_heading(row, Vocabulary.standard(), "5")
    assert found is not None and found.match is not None and found.match.key == "other"
    assert boxed_heading(row, Vocabulary.standard(), "3") is None
    assert boxed_heading(row, Vocabulary.standard(), None) is None
    assert boxed_heading(table("27 | 청년 월세 지원"), Vocabulary.standard(), "5") is None


def test_years_that_stand_below_are_set_beside_the_first(table: TableMaker) -> None:
    folded = table(
        "구분 | 계 | 2018 | 2019",
        "계 | 9 | 2 | 3",
        "국비 | 5 | 1 | 2",
        "구분 | 2020 | 2021 |",
        "계 | 3 | 1 |",
        "국비 | 1 | 1 |",
    )
    [whole] = unfolded(folded, "budget")
    assert texts(whole) == [
        ["구분", "계", "2018", "2019", "2020", "2021"],
        ["계", "9", "2", "3", "3", "1"],
        ["국비", "5", "1", "2", "1", "1"],
    ]


def test_other_lines_below_further_years_are_a_table_of_their_own(table: TableMaker) -> None:
    folded = table("구분 | 2018 | 2019", "국비 | 1 | 2", "구분 | 2020 | 2021", "도비 | 3 | 4")
    assert [part.rows for part in unfolded(folded, "budget")] == [2, 2]


def test_a_head_that_repeats_its_years_folds_nothing(table: TableMaker) -> None:
    repeated = table("구분 | 2018 | 2019", "국비 | 1 | 2", "구분 | 2018 | 2019", "도비 | 3 | 4")
    assert unfolded(repeated, "budget") == [repeated]


def test_a_ditto_mark_holds_what_stands_above(table: TableMaker) -> None:
    marked = table("지표 | 단위", "쉼터 | 개소", "텃밭 | 〃", "숲길 | ″")
    assert [row[1] for row in texts(without_dittos(marked, Vocabulary.standard()))] == ["단위", "개소", "개소", "개소"]


def test_a_ditto_mark_below_a_head_stands_for_none_of_its_words(table: TableMaker) -> None:
    marked = table("사업명 | 재원 | 2018년", "도서관 | 〃 | 〃", "책 | 구비 | 〃")
    assert texts(without_dittos(marked, Vocabulary.standard()))[1] == ["도서관", "〃", "〃"]


def test_the_name_of_a_place_is_no_ditto_mark(table: TableMaker) -> None:
    words = Vocabulary.standard()
    for rows in (("지표 | 목표", "중동 | 3", "상동 | 5"), ("구간 | 목표", "상동 | 3", "역곡2동 도로 | 5")):
        places = table(*rows)
        assert without_dittos(places, words) == places
    said = table("사업 | 장소", "쉼터 | 시청 앞", "텃밭 | 상동")
    assert texts(without_dittos(said, words))[2][1] == "시청 앞"


def test_a_head_of_other_words_over_years_begins_a_table_that_touches_the_one_above(table: TableMaker) -> None:
    below = ("(단위: 천원) | < | < | <", "사업명 | 2018 | 2019 | 계", "공원 | 30 | 40 | 70")
    touching = table("구분 | 2019 | 2020 | 향후", "도서관 | 1 | 2 | 3", *below)
    assert [texts(part)[0][0] for part in unfolded(touching, "budget")] == ["구분", "(단위: 천원)"]
    longer = table("구분 | 2018 | 2019 | 계", "국비 | 1 | 2 | 3", "구분 | 2018 | 2019 | 2020", "도비 | 3 | 4 | 5")
    assert [part.rows for part in unfolded(longer, "budget")] == [2, 2]
    lines = table("구분 | 2019 | 2020 | 향후", "도서관 | 2018 | 2100 | 3", "공원 | 2,018 | 2,019 | 1")
    assert unfolded(lines, "budget") == [lines]
