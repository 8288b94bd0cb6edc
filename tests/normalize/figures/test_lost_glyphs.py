"""A glyph without a Unicode value may be a digit: a figure or a date that it stands in is not read, whatever is left of it."""

from __future__ import annotations

import pytest

from pledgecards.normalize.amounts import find_amounts, parse_cell
from pledgecards.normalize.dates import find_dates


@pytest.mark.parametrize(
    "text",
    [
        "1\ufffd200",
        "\ufffd200",
        "200\ufffd",
        "1\ue000200",
        "1,200\ue000",
        "9\ue000,835",
        "12\uf0a03",
        "1□200",
        "?200",
        "(?200)",
        "1?200",
        "\u066365",
        "1,\U0001d7d12",
        "\U000e003365",
        "l,260",
        "2A,500",
        "3O0",
        "Ⅻ0",
    ],
)
def test_no_figure_is_read_beside_a_lost_digit(text: str) -> None:
    assert parse_cell(text, "백만원").state == "unreadable"
    assert find_amounts(f"사업비 {text}백만원 투입") == []


def test_no_part_of_an_amount_is_read_without_the_lost_one() -> None:
    assert find_amounts("총 3억 5\ufffd00만원 투입") == []


@pytest.mark.parametrize(
    ("text", "read"),
    [("15\uf0e020명", "20명"), ("\uf0a8200백만원", "200백만원"), ("\ufffd 200백만원", "200백만원")],
)
def test_arrows_bullets_and_boxes_are_no_digits(text: str, read: str) -> None:
    assert [found.raw for found in find_amounts(text)] == [read]


@pytest.mark.parametrize(
    "text",
    [
        "2019. 1\ufffd. 5. 착공",
        "2019. 3. 1\ufffd. 착공",
        "2019. \ufffd. 5. 착공",
        "201\ue0009. 3. 착공",
        "2019. 3. ~ 1\ufffd. 준공",
        "'19. 9. 26. ~ 1O. 28.",
        "2O19. 1l. 5. 착공",
        "20l9년 3월 착공",
        "'20. 2. ~ l1. 준공",
    ],
)
def test_no_date_is_read_around_a_lost_digit(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"), [("I. 2019. 3. 5. 착공", "2019-03-05"), ("O2O 2019. 3.", "2019-03"), ("5l 2019. 3.", "2019-03")]
)
def test_letters_beside_a_date_are_no_digits_of_it(text: str, edtf: str) -> None:
    assert [found.edtf for found in find_dates(text)] == [edtf]


def test_signs_that_look_like_the_comma_part_thousands() -> None:
    assert [found.value for found in find_amounts("목욕권 108‚516매, 9٬800여 명")] == [108_516, 9_800]
    assert [found.raw for found in find_amounts("CCTV,25대")] == ["25대"]


def test_a_lost_bullet_before_a_date_is_no_part_of_it() -> None:
    assert [found.edtf for found in find_dates("\ufffd 2019. 3. 5. 착공")] == ["2019-03-05"]
    assert [found.edtf for found in find_dates("\uf0a02019. 3. 5. 착공")] == ["2019-03-05"]
