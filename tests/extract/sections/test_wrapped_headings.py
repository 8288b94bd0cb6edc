"""Headings in boxes too narrow for them."""

from __future__ import annotations

import pytest

from pledgecards.extract.page import Line, Place, Run
from pledgecards.extract.sections.wrapped import with_headings_whole
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def line(text: str, top: float, x0: float = 40.0, *, soft: bool = False, glue: bool = False, bold: bool = True) -> Line:
    place = Place(1, x0, top, x0 + 10.0 * len(text), top + 10.0)
    return Line(text, place, size=10.0, runs=(Run(0, len(text), bold, 0, 10.0),), soft=soft, glue=glue)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("■ 사업내", "용", "■ 사업내용"),
        ("세부 추진계", "획", "세부 추진계획"),
        ("❍ 기대", "효과", "❍ 기대효과"),
    ],
)
def test_two_lines_are_one_heading_where_only_both_are_the_name_of_a_section(
    first: str, second: str, whole: str
) -> None:
    above = line(first, 100.0, soft=True, glue=len(second) < 3)
    (found,) = with_headings_whole([above, line(second, 114.0)], WORDS)
    assert isinstance(found, Line)
    assert (found.text, found.bold, found.soft) == (whole, True, False)
    assert found.place == Place(1, 40.0, 100.0, found.place.x1, 124.0)
    assert [(run.start, run.end) for run in found.runs][-1] == (len(whole) - len(second), len(whole))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (line("■ 추진계획", 100.0, soft=True), line("용역", 114.0)),  # a heading, and what stands under it
        (line("■ 사업내", 100.0), line("용", 114.0)),  # a line that its column did not end
        (line("■ 사업내", 100.0, soft=True, glue=True), line("용", 114.0, 90.0)),  # another column
        (line("■ 사업내", 100.0, soft=True, glue=True), line("용", 114.0, bold=False)),
    ],
)
def test_other_lines_stay_two(above: Line, below: Line) -> None:
    assert with_headings_whole([above, below], WORDS) == [above, below]


def test_the_last_letter_of_a_title_beside_its_number_belongs_to_it() -> None:
    title = line("45\t도서관 운영 활성", 100.0)
    (found,) = with_headings_whole([title, line("화", 116.0, 120.0)], WORDS)
    assert isinstance(found, Line)
    assert found.text == "45\t도서관 운영 활성화"
    for other in (
        line("화", 116.0),
        line("화", 125.0, 120.0),
        line("화", 116.0, 120.0, bold=False),
        line("7", 116.0, 120.0),
    ):
        assert len(with_headings_whole([title, other], WORDS)) == 2
