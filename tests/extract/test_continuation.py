"""Which lines of a page go on from the one above."""

from __future__ import annotations

import pytest

from pledgecards.extract.continuation import goes_on
from pledgecards.extract.markers import split_marker
from pledgecards.extract.outline import Draft
from pledgecards.extract.page import Line, Place
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def joined(above: str, below: str, *, soft: bool = False) -> bool:
    """Whether `below` goes on from a bullet `above` it; both begin at the same edge."""
    first = Line(above, Place(1, 60.0, 100.0, 400.0, 112.0), indent=10.0, size=11.0, soft=soft)
    second = Line(below, Place(1, 60.0, 114.0, 300.0, 126.0), indent=10.0, size=11.0)
    draft = Draft(1, None, "bullet", 1, "performance", "-", above, above, first.place, first, indent=10.0)
    return goes_on(second, split_marker(below, WORDS), draft)


@pytest.mark.parametrize("end", ["2020. 3.", "'20. 3.", "현재", "계속"])
def test_a_range_goes_on_to_its_end(end: str) -> None:
    assert joined("- 부지매입 협의: '18. 9. ~", end)


def test_an_open_range_ends_its_line() -> None:
    assert not joined("- 부지매입 협의: '18. 9.~", "작은도서관 시설 개선")


def test_a_line_that_ends_with_its_column_goes_on() -> None:
    assert joined("- 부지매입 협의와 실시설계 용역, 주민 설명회를 차례로", "마침", soft=True)


def test_a_bracket_that_stands_open_is_shut_in_the_next_line() -> None:
    assert joined("- 부지매입 협의(토지 소유자", "12명)")
