"""The registry in Korean, for people: what each table, column and closed value is called and means, from `korean.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pledgecards.schemas.sections import SECTION_NAMES
from pledgecards.schemas.tables import TABLES

_SHARED = "shared"
_NAMES = "values"


@cache
def _texts() -> Mapping[str, Any]:
    return tomllib.loads(files("pledgecards.schemas").joinpath("korean.toml").read_text("utf-8"))


def table_meaning(table: str) -> str:
    """What the rows of a table are, in one Korean sentence; the registry's own description where none was written."""
    return str(_texts().get(table, {}).get("table", TABLES[table].description))


def column_meaning(table: str, column: str) -> str:
    """What a column says, in Korean: its own text, else that of columns of its name in all tables, else the registry's."""
    own = _texts().get(table, {}).get(column)
    shared = _texts().get(_SHARED, {}).get(column)
    return str(own or shared or TABLES[table].field(column).description)


def value_names(table: str, column: str) -> Mapping[str, str]:
    """The Korean name of each value of a closed vocabulary, in its order. Issue codes keep their own names, for they are
    looked up by them; tables are called as their sheets.
    """
    names: Mapping[str, str] = _texts().get(_NAMES, {}).get(column, {})
    if column == "table_name":
        names = {name: entry.label for name, entry in TABLES.items()}
    elif column == "section":
        names = SECTION_NAMES
    elif (table, column) == ("choices", "field"):
        names = {field.name: field.label for field in TABLES["cards"].fields} | {"other": SECTION_NAMES["other"]}
    return {value: names.get(value, value) for value in TABLES[table].field(column).values or ()}
