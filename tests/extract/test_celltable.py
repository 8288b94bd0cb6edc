"""Tables whose cells stand each on a line."""

from __future__ import annotations

import pytest

from pledgecards.extract.text.celltable import read_cells
from pledgecards.extract.text.textline import split_lines

HEAD = "구분\n단위\n2019\n2020\n2021\n"
FIRST = "도서관 수\n개\n10\n20\n30\n"


def rows(text: str) -> int | None:
    found = read_cells(split_lines(text), 0)
    return None if found is None else found[1].rows


def test_rows_that_are_full_are_read() -> None:
    assert rows(HEAD + FIRST + "이용자\n명\n100\n200\n300\n□ 향후계획\n") == 3


@pytest.mark.parametrize("below", ["12", "\n12\n\n□ 향후계획", "12\n\f다음 쪽"])
def test_what_may_be_the_number_of_the_page_is_no_figure_of_a_blank_last_cell(below: str) -> None:
    assert rows(HEAD + FIRST + "이용자\n명\n100\n200\n" + below) is None


def test_a_last_figure_that_adds_up_is_one_wherever_it_stands() -> None:
    assert rows("구분\n2019\n2020\n계\n국비\n5\n7\n12\n") == 2
