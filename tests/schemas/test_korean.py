"""Every table, column and closed value has its Korean words, once."""

import re
import tomllib
from importlib.resources import files

import pytest

from pledgecards.schemas.korean import column_meaning, table_meaning, value_names
from pledgecards.schemas.tables import TABLES

TEXTS = tomllib.loads(files("pledgecards.schemas").joinpath("korean.toml").read_text("utf-8"))
COLUMNS = [(table.name, field.name) for table in TABLES.values() for field in table.fields]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_explained_in_korean(table):
    assert re.search("[가-힣]", table_meaning(table))


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_every_column_is_explained_in_korean(table, column):
    assert re.search("[가-힣]", column_meaning(table, column))


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_every_closed_value_has_a_korean_name_of_its_own(table, column):
    names = value_names(table, column)
    assert tuple(names) == (TABLES[table].field(column).values or ())
    assert len(set(names.values())) == len(names)
    if column != "code":
        assert all(re.search("[가-힣]", name) for name in names.values())


def test_nothing_is_explained_that_is_not_there():
    for name, texts in TEXTS.items():
        known = {field.name for table in TABLES.values() for field in table.fields}
        if name in TABLES:
            known = {*TABLES[name].names, "table"}
        assert set(texts) <= known, name
    assert set(TEXTS) <= {*TABLES, "shared", "values"}
