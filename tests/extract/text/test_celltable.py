"""Tables whose cells stand each on a line."""

from __future__ import annotations

import pytest

from pledgecards.extract.text.lines.textline import split_lines
from pledgecards.extract.text.tables.celltable import read_cells
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()

HEAD = "구분\n단위\n2019\n2020\n2021\n"
FIRST = "도서관 수\n개\n10\n20\n30\n"


def rows(text: str) -> int | None:
    found = read_cells(split_lines(text), 0, WORDS)
    return None if found is None else found[1].rows


def test_rows_that_are_full_are_read() -> None:
    assert rows(HEAD + FIRST + "이용자\n명\n100\n200\n300\n□ 향후계획\n") == 3


@pytest.mark.parametrize("below", ["12", "\n12\n\n□ 향후계획", "12\n\f다음 쪽"])
def test_what_may_be_the_number_of_the_page_is_no_figure_of_a_blank_last_cell(below: str) -> None:
    assert rows(HEAD + FIRST + "이용자\n명\n100\n200\n" + below) is None


def test_a_last_figure_that_adds_up_is_one_wherever_it_stands() -> None:
    assert rows("구분\n2019\n2020\n계\n국비\n5\n7\n12\n") == 2


HEAD_OF_MERGED = "재원\n계\n2019\n2020\n"
SOURCES = "소계\n30\n10\n20\n국비\n30\n10\n20\n소계\n7\n3\n4\n시비\n7\n3\n4\n"


def test_names_merged_over_rows_and_copied_before_them_stand_at_their_sums() -> None:
    found = read_cells(split_lines("세부사업\n도로\n공원\n" + HEAD_OF_MERGED + SOURCES), 0, WORDS)
    assert found is not None
    first = [row[0].text for row in found[1].grid()]
    assert first == ["세부사업", "도로", "", "공원", ""] or first == ["세부사업", "도로", "도로", "공원", "공원"]


def test_names_that_are_more_than_the_sums_leave_no_table() -> None:
    lines = split_lines("세부사업\n도로\n공원\n하천\n" + HEAD_OF_MERGED + SOURCES)
    assert read_cells(lines, 0, WORDS) is None
    assert read_cells(lines, 4, WORDS) is None


def test_a_rate_under_a_year_leaves_no_table() -> None:
    # The head of 2022 and that of the rate stand elsewhere on the page, and the cells of two years were blank.
    head = "세부사업\n단위\n실적\n2018\n2019\n2020\n2021\n"
    assert rows(head + "도서관 건립\n%\n44\n5\n40\n44\n44%\n") is None
    assert rows(head + "도서관 이용\n명\n1,044\n5\n40\n44\n1,044\n") == 2


def test_a_projects_total_without_its_name_leaves_no_table() -> None:
    head = "세부사업\n재원\n계\n2018\n2019\n"
    assert rows(head + "소계\n30\n10\n20\n국비 확보\n국비\n30\n10\n20\n") is None
    assert rows(head + "합계\n30\n10\n20\n도서관 건립\n국비\n30\n10\n20\n") == 3


def test_a_head_with_two_totals_is_none() -> None:
    # The first 계 is the name of the first row, merged over its sources and copied before the head's own: 2020 heads a column, and no row.
    head = "세부사업\n재원\n계\n계\n2018\n2019\n2020\n"
    assert rows(head + "계\n35\n10\n20\n5\n국비\n35\n10\n20\n5\n") is None


def test_a_column_of_names_and_sources_leaves_no_table() -> None:
    assert rows("구분\n계\n2018\n2019\n쉼터 조성 국비\n30\n10\n20\n도비\n7\n3\n4\n") is None
