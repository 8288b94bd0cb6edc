"""Numbers that follow one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgecards.extract.titles.numbering import follows, number_key, parts_of, same_number

PARTS = st.lists(st.integers(1, 99), min_size=1, max_size=4).map(tuple)


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("7.", (7,)),
        ("1-12", (1, 12)),
        ("공약 3-2.", (3, 2)),
        ("III-①-2", (3, 1, 2)),
        ("Ⅳ-3", (4, 3)),
        ("IX.2", (9, 2)),
        ("공약", ()),
    ],
)
def test_the_parts_of_a_number(printed: str, parts: tuple[int, ...]) -> None:
    assert parts_of(printed) == parts


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((7,), (8,), True),
        ((1, 1), (1, 2), True),
        ((1, 9), (2, 1), True),
        ((1, 2, 3), (2, 1, 1), True),
        ((1, 1), (1, 3), False),
        ((1, 9), (2, 2), False),
        ((1, 2), (1, 2), False),
        ((1, 2), (1, 1), False),
        ((1,), (1, 1), False),
        ((), (), False),
    ],
)
def test_which_number_follows(before: tuple[int, ...], after: tuple[int, ...], told: bool) -> None:
    assert follows(after, before) is told


@given(PARTS)
def test_what_is_printed_is_read(parts: tuple[int, ...]) -> None:
    assert parts_of("-".join(map(str, parts))) == parts


@given(PARTS, PARTS)
def test_no_two_numbers_follow_each_other(one: tuple[int, ...], other: tuple[int, ...]) -> None:
    assert not (follows(one, other) and follows(other, one))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1-1.", "1 - 1", True),
        ("Ⅰ-①", "I-1", True),
        ("❷", "2", True),
        ("Ⅰ-①", "Ⅰ-②", False),
        ("Ⅰ-①", "Ⅱ-①", False),
        ("1-1", "11", False),
        ("가-1", "나-1", False),
        (None, "1", False),
    ],
)
def test_numbers_are_the_same_whatever_signs_they_are_printed_in(one: str | None, other: str, *, same: bool) -> None:
    assert same_number(one, other) is same


@given(PARTS)
def test_the_key_of_a_number_keeps_its_parts(parts: tuple[int, ...]) -> None:
    assert number_key("-".join(map(str, parts)) + ".") == "-".join(map(str, parts))
