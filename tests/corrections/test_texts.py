"""Values as text and text as values: what a person writes into a corrections file, and what is refused."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgecards.corrections.texts import ValueProblem, same, text_of, value_of
from pledgecards.schemas.tables import TABLES

AMOUNT = TABLES["budget"].field("amount_won")
VALUE = TABLES["indicators"].field("value")
START = TABLES["events"].field("start")
CHECKED = TABLES["choices"].field("checked")
FUNDING = TABLES["budget"].field("funding")
OPTION = TABLES["choices"].field("option")
BODY = TABLES["cards"].field("municipality")
YEAR = TABLES["budget"].field("year")
QUARTER = TABLES["schedule"].field("quarter")
NUMBER = TABLES["cards"].field("pledge_no")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (AMOUNT, "3146000000", 3_146_000_000),
        (AMOUNT, "3,146,000,000", 3_146_000_000),
        (AMOUNT, "-5", -5),
        (AMOUNT, "12.0", 12),
        (AMOUNT, " ", None),
        (VALUE, "33.5", 33.5),
        (VALUE, "1,200", 1200.0),
        (START, "2020-02-29", datetime.date(2020, 2, 29)),
        (START, "2020-2-9", datetime.date(2020, 2, 9)),
        (CHECKED, "TRUE", True),
        (CHECKED, "아니오", False),
        (FUNDING, "national", "national"),
        (OPTION, "  지속   사업 ", "지속 사업"),
        (BODY, "서울시 영등포구", "서울특별시 영등포구"),
        (YEAR, "2019", 2019),
    ],
)
def test_a_text_means_a_value_of_its_column(field, text, value):
    assert value_of(field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        (AMOUNT, "9.7E+10", "whole number in digits"),  # what a spreadsheet leaves of a long number
        (AMOUNT, "1.5", "whole number in digits"),
        (BODY, "없는구", "name of none"),
        (YEAR, "19", "1900~2100"),
        (QUARTER, "5", "1~4"),
        (AMOUNT, "3,14", "whole number in digits"),
        (AMOUNT, "97,000천원", "whole number in digits"),
        (AMOUNT, "9" * 19, "as large as"),
        (NUMBER, "3000000000", "as large as"),
        (VALUE, "nan", "is a number"),
        (START, "2019-02-30", "is a day like 2020-12-31"),
        (START, "'19. 2.", "is a day like 2020-12-31"),
        (CHECKED, "maybe", "true or false"),
        (FUNDING, "구비", "is one of total"),
        (OPTION, "", "must not be empty"),
    ],
)
def test_what_is_no_value_of_the_column_is_refused_with_a_reason(field, text, message):
    with pytest.raises(ValueProblem, match=message):
        value_of(field, text)


@given(st.integers(-(2**63), 2**63 - 1))
def test_an_amount_comes_back_from_its_text(amount):
    assert value_of(AMOUNT, text_of(amount)) == amount


@given(st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 3)))
def test_a_number_comes_back_from_its_text(value):
    assert same(value_of(VALUE, format(value, "f")), round(value, 6))


@given(st.dates())
def test_a_day_comes_back_from_its_text(day):
    assert value_of(START, text_of(day)) == day
