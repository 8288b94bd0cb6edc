"""Titles whose words a copy set far apart."""

from __future__ import annotations

import pytest

from pledgecards.extract.text.lines.textline import split_lines
from pledgecards.extract.text.lines.widewords import with_titles_close
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def close(*lines: str) -> list[str]:
    return [line.text for line in with_titles_close(split_lines("\n".join(lines)), WORDS)]


@pytest.mark.parametrize("number", ["공약  79.", "79.", "공약 79", "공약 3-2."])
def test_words_that_wide_gaps_part_are_one_title(number: str) -> None:
    assert close(f"  {number}     숲세권       도시    조성") == [f"{' '.join(number.split())} 숲세권 도시 조성"]


@pytest.mark.parametrize(
    "line",
    [
        "12.    도서관건립      문화관광과",  # an office in a column of its own
        "12.    교육      도서관건립",  # a field
        "12.    도서관건립      완료",  # how far it is
        "12.    도서관 건립      확대",  # the words of a title stand a space apart
        "12     도서관건립      확대",  # it may be the first column of a table
        "12.    도서관건립      1,200",
        "공약 12. 도서관건립      홍길동",
        "공약 12.   도서관건립      홍길동",
        "공약 12. 도서관건립      경제과",
    ],
)
def test_columns_beside_a_title_stay_apart(line: str) -> None:
    assert close(line) == [line]


def test_a_number_that_says_whose_it_is_may_stand_near_the_first_word() -> None:
    assert close("공약 1. 전통시장    활성화") == ["공약 1. 전통시장 활성화"]
    assert close("1. 전통시장    활성화") == ["1. 전통시장    활성화"]


def test_rows_of_a_list_stay_apart() -> None:
    named = ["공약 1. 전통시장    활성화", "공약 2. 도서관    확충"]
    assert close(*named) == named
    rows = ["1.   도서관건립    추진", "2.   공원조성    추진"]
    assert close(*rows) == rows
