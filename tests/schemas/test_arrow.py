"""Rows into Arrow columns: what fits, and what is refused with a sentence that says where."""

import datetime

import pyarrow as pa
import pytest

from pledgecards.schemas.arrow import SchemaError, arrow_schema, columns_of, table_of
from pledgecards.schemas.tables import TABLES

ISSUE = {"document_id": "d", "severity": "error", "code": "file.empty", "message": "빈 파일입니다."}


@pytest.mark.parametrize("name", TABLES)
def test_every_table_can_be_empty(name):
    table = table_of(name, [])
    assert table.num_rows == 0
    assert table.schema.equals(arrow_schema(name), check_metadata=True)


def test_columns_that_a_row_does_not_name_are_null():
    assert table_of("issues", [ISSUE]).to_pylist() == [
        ISSUE | dict.fromkeys(["card_id", "table_name", "field", "page", "raw", "line"])
    ]


def test_closed_vocabularies_are_dictionary_encoded_in_a_fixed_order():
    column = table_of("issues", [ISSUE]).column("severity").chunk(0)
    assert isinstance(column, pa.DictionaryArray)
    assert column.dictionary.to_pylist() == ["error", "warning", "info"]


def test_a_column_carries_its_label_unit_and_description():
    metadata = arrow_schema("budget").field("amount_won").metadata
    assert metadata[b"label"].decode() == "금액"
    assert metadata[b"unit"] == b"won"
    assert b"null for" in metadata[b"description"]


def test_an_integer_may_stand_for_a_float():
    row = {"card_id": "a-001", "measure": "goal", "line_no": 1, "value": 80}
    assert table_of("indicators", [row]).column("value").to_pylist() == [80.0]


BUDGET = {"card_id": "a-001", "line_no": 1}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"colour": 1}, "budget has no column colour"),
        ({"line_no": None}, "budget.line_no must not be null"),
        ({"funding": "구비"}, "budget.funding: '구비' is none of total"),
        ({"amount_won": 1.5}, "budget.amount_won is int64, not float: 1.5"),
        ({"amount_won": True}, "budget.amount_won is int64, not bool: True"),
        ({"amount_won": 2**63}, "budget.amount_won cannot hold a value"),
        ({"year": 70_000}, "budget.year cannot hold a value"),
        ({"amount_raw": 12}, "budget.amount_raw is string, not int: 12"),
        ({"amount_raw": "\ud800"}, "budget.amount_raw cannot hold a value"),
        ({"x0": float("nan")}, "budget.x0 must be a finite number"),
    ],
)
def test_a_row_that_does_not_fit_is_refused(row, message):
    with pytest.raises(SchemaError, match=message.replace("(", r"\(")):
        columns_of("budget", [BUDGET, BUDGET | row])


def test_a_time_of_day_is_no_date():
    card = {"card_id": "a-001", "document_id": "a", "ordinal": 1, "review": False}
    with pytest.raises(SchemaError, match=r"cards.as_of is date32, not datetime"):
        columns_of("cards", [card | {"as_of": datetime.datetime(2020, 1, 1)}])
