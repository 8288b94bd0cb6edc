"""A value of the dataset as text, and text as a value of a column."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from typing import Any

from pledgecards.language import _
from pledgecards.normalize.places.gazetteer import official_name
from pledgecards.schemas.bounds import BOUNDS
from pledgecards.schemas.field import Field

_BOUNDS = {"int16": 1 << 15, "int32": 1 << 31, "int64": 1 << 63}
_TRUE, _FALSE = ("true", "1", "예"), ("false", "0", "아니오")
_INTEGER = re.compile(r"[-+]?(\d+|\d{1,3}(,\d{3})+)(\.0+)?")
_NUMBER = re.compile(r"[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class ValueProblem(ValueError):
    """A text is no value of a column; the message says what would be."""


def text_of(value: Any) -> str:
    """A value as `corrections.csv` writes it; null is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def value_of(field: Field, text: str) -> Any:
    """The value that a text means in a column; empty is null. ValueProblem: it means none there."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if not text:
        if not field.nullable:
            raise ValueProblem(_("{column} must not be empty").format(column=field.name))
        return None
    if field.values is not None:
        if text not in field.values:
            message = _("{column} is one of {values}, not {text!r}")
            raise ValueProblem(message.format(column=field.name, values=", ".join(field.values), text=text))
        return text
    if field.type == "string":
        return _body(text) if field.name == "municipality" else text
    if field.type == "bool":
        return _truth(field, text)
    if field.type == "date32":
        return _day(field, text)
    return _number(field, text)


def _truth(field: Field, text: str) -> bool:
    if text.casefold() in _TRUE:
        return True
    if text.casefold() in _FALSE:
        return False
    raise ValueProblem(_("{column} is true or false, not {text!r}").format(column=field.name, text=text))


def _day(field: Field, text: str) -> datetime.date:
    match = _DAY.fullmatch(text)
    try:
        if match is not None:
            return datetime.date(*(int(part) for part in match.groups()))
    except ValueError:
        pass
    raise ValueProblem(_("{column} is a day like 2020-12-31, not {text!r}").format(column=field.name, text=text))


def _body(text: str) -> str:
    try:
        return official_name(text)
    except ValueError as error:
        raise ValueProblem(str(error).rstrip(".")) from None


def _number(field: Field, text: str) -> int | float:
    if field.type.startswith("float"):
        if not _NUMBER.fullmatch(text):
            raise ValueProblem(_("{column} is a number, not {text!r}").format(column=field.name, text=text))
        return float(text.replace(",", ""))
    # 9.7E+10 is what a spreadsheet leaves of a long number: its last digits are lost.
    if not _INTEGER.fullmatch(text):
        raise ValueProblem(_("{column} is a whole number in digits, not {text!r}").format(column=field.name, text=text))
    number = int(text.replace(",", "").partition(".")[0])
    bound = _BOUNDS[field.type]
    if not -bound <= number < bound:
        message = _("{column} cannot hold a number as large as {number}")
        raise ValueProblem(message.format(column=field.name, number=text))
    least, most = BOUNDS.get(field.name, (-bound, bound))
    if not least <= number <= most:
        message = _("{column} is one of {values}, not {text!r}")
        raise ValueProblem(message.format(column=field.name, values=f"{least}~{most}", text=text))
    return number


def same(one: Any, other: Any) -> bool:
    """Whether two values of a column are the same; stored floats are as exact as their type."""
    if isinstance(one, float) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=1e-6)
    return bool(one == other)
