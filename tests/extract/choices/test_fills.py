"""Options told by the ground behind them."""

from __future__ import annotations

import pytest

from pledgecards.extract.choices.candidate import Candidate
from pledgecards.extract.choices.fills import by_fill, checked_by_lack, checked_fills
from pledgecards.extract.choices.marks import judge
from pledgecards.extract.page import Place
from pledgecards.schemas.vocabulary import Vocabulary

BLUE, GREY, YELLOW = 0x1F4E79, 0xEDEDED, 0xFFF2CC


@pytest.mark.parametrize(
    ("fills", "told"),
    [
        ([BLUE, None], [True, False]),
        ([BLUE, GREY], [True, False]),
        ([GREY, BLUE, GREY], [False, True, False]),
        ([YELLOW, GREY, GREY], [True, False, False]),
        ([GREY, GREY], [True, True]),  # all alike: nothing is told
        ([YELLOW, GREY], [True, True]),  # neither is strong
    ],
)
def test_a_fill_tells_an_option_from_others(fills: list[int | None], told: list[bool]) -> None:
    assert by_fill(fills) == told


def test_where_most_are_checked_the_other_rows_say_what_the_colour_means() -> None:
    rows: list[list[int | None]] = [[BLUE, GREY], [BLUE, BLUE, GREY]]
    known = checked_fills(rows)
    assert known == {BLUE}
    assert by_fill(rows[1], known) == [True, True, False]


@pytest.mark.parametrize(
    ("rows", "lack"),
    [
        ([[None, GREY], [GREY, None, GREY]], True),
        ([[None, GREY], [GREY, None]], False),  # of two nobody can tell which is meant
        ([[None, GREY], [GREY, GREY, None], [None, None, GREY]], False),
        ([[None, BLUE], [BLUE, None, BLUE]], False),
        ([[GREY, None, GREY]], False),  # several may be checked
    ],
)
def test_a_pale_ground_of_all_options_but_one_greys_out(rows: list[list[int | None]], lack: bool) -> None:
    assert checked_by_lack(rows) is lack


@pytest.mark.parametrize(
    ("fill", "checked"),
    [(0x0B7A75, [True, False, False]), (0xD8F0E4, [True, False, False]), (0xE8E8E8, [None, None, None])],
    ids=["dark", "pale", "grey"],
)
def test_of_chips_the_filled_one_is_checked_and_none_by_its_outline(fill: int, checked: list[bool | None]) -> None:
    row = [
        Candidate("완료", Place(), None, fill=fill),
        Candidate("정상추진", Place(), None, drawn=frozenset({"circle"})),
        Candidate("보류", Place(), None, drawn=frozenset({"circle"})),
    ]
    (told,) = judge([row], Vocabulary.standard())
    assert [option.checked for option in told] == checked
