"""The registry as Arrow: the schema of every table, and rows into checked columns.

A table is built in two steps. Workers turn rows into *plain* columns, where a value of a closed vocabulary is its
index (small, and no dictionary has to travel); the writer of the dataset turns those into the columns of the
contract, where it is a dictionary-encoded string.
"""

from __future__ import annotations

import datetime
import hashlib
import math
from collections.abc import Mapping, Sequence
from functools import cache
from types import NoneType
from typing import Any

import numpy as np
import pyarrow as pa

from pledgecards.schemas.field import Field
from pledgecards.schemas.tables import TABLES

_ARROW: Mapping[str, pa.DataType] = {
    "string": pa.string(),
    "bool": pa.bool_(),
    "int16": pa.int16(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float32": pa.float32(),
    "float64": pa.float64(),
    "date32": pa.date32(),
}
_ENCODED = pa.dictionary(pa.int32(), pa.string())
_INDEX = pa.int16()
_INTEGER = (int, np.integer)
_PYTHON: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "bool": (bool, np.bool_),
    "int16": _INTEGER,
    "int32": _INTEGER,
    "int64": _INTEGER,
    "float32": (float, np.floating, *_INTEGER),
    "float64": (float, np.floating, *_INTEGER),
    "date32": (datetime.date,),
}


class SchemaError(ValueError):
    """Rows do not fit the registry; the message names the table, the column and the value."""


@cache
def arrow_schema(table: str) -> pa.Schema:
    """The schema of a table's Parquet file: closed vocabularies dictionary-encoded; each column with its label, unit and
    description as metadata."""
    entry = TABLES[table]
    fields = [
        pa.field(field.name, _ARROW[field.type] if field.values is None else _ENCODED, field.nullable, _metadata(field))
        for field in entry.fields
    ]
    return pa.schema(fields, {"label": entry.label, "description": entry.description})


def _metadata(field: Field) -> dict[str | bytes, str | bytes]:
    metadata: dict[str | bytes, str | bytes] = {"label": field.label, "description": field.description}
    if field.unit is not None:
        metadata["unit"] = field.unit
    return metadata


@cache
def plain_schema(table: str) -> pa.Schema:
    """The schema of the columns that workers build: a value of a closed vocabulary is its index in `Field.values`."""
    return pa.schema(
        [
            pa.field(field.name, _ARROW[field.type] if field.values is None else _INDEX, field.nullable)
            for field in TABLES[table].fields
        ]
    )


def fingerprint() -> str:
    """A short hash of all schemas, closed vocabularies included: it changes when stored columns could no longer be read."""
    text = "\n".join(
        f"{table.name}.{field.name} {field.type} {field.nullable} {field.values}"
        for table in TABLES.values()
        for field in table.fields
    )
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def columns_of(table: str, rows: Sequence[Mapping[str, Any]]) -> pa.RecordBatch:
    """The rows as plain columns; a column that a row does not name is null. SchemaError: some row does not fit."""
    entry = TABLES[table]
    known = frozenset(entry.names)
    for row in rows:
        if not row.keys() <= known:
            raise SchemaError(f"table {table} has no column {', '.join(sorted(row.keys() - known))}")
    schema = plain_schema(table)
    arrays = [_column(table, field, [row.get(field.name) for row in rows]) for field in entry.fields]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _column(table: str, field: Field, values: list[Any]) -> pa.Array[Any]:
    allowed = _PYTHON[field.type]
    for kind in set(map(type, values)):
        if kind is NoneType:
            if not field.nullable:
                raise SchemaError(f"{table}.{field.name} must not be null")
        elif not _fits(kind, field.type, allowed):
            value = next(value for value in values if type(value) is kind)
            raise SchemaError(f"{table}.{field.name} is {field.type}, not {kind.__name__}: {value!r}")
    if field.values is not None:
        return _indices(table, field, values)
    if field.type.startswith("float"):
        for value in values:
            if value is not None and not math.isfinite(value):
                raise SchemaError(f"{table}.{field.name} must be a finite number, not {value!r}")
    try:
        return pa.array(values, _ARROW[field.type])
    except (pa.ArrowException, OverflowError, UnicodeError) as error:
        raise SchemaError(f"{table}.{field.name} cannot hold a value: {error}") from error


def _fits(kind: type, name: str, allowed: tuple[type, ...]) -> bool:
    # bool is a subclass of int, and datetime of date; neither is meant.
    if name != "bool" and issubclass(kind, bool):
        return False
    if issubclass(kind, datetime.datetime):
        return False
    return issubclass(kind, allowed)


def _indices(table: str, field: Field, values: list[Any]) -> pa.Array[Any]:
    places = _places(table, field.name)
    try:
        return pa.array([places[value] for value in values], _INDEX)
    except KeyError as error:
        known = ", ".join(field.values or ())
        raise SchemaError(f"{table}.{field.name}: {error.args[0]!r} is none of {known}") from None


@cache
def _places(table: str, column: str) -> Mapping[Any, int | None]:
    values = TABLES[table].field(column).values or ()
    return {None: None} | {value: place for place, value in enumerate(values)}


def encode(table: str, plain: pa.RecordBatch) -> pa.RecordBatch:
    """Plain columns as the contract has them: indices become dictionary-encoded strings."""
    schema = arrow_schema(table)
    arrays: list[pa.Array[Any]] = []
    for number, field in enumerate(TABLES[table].fields):
        column = plain.column(number)
        if field.values is not None:
            column = pa.DictionaryArray.from_arrays(column.cast(pa.int32()), pa.array(field.values, pa.string()))
        arrays.append(column)
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def table_of(table: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """The rows as an Arrow table of the contract. SchemaError: some row does not fit."""
    return pa.Table.from_batches([encode(table, columns_of(table, rows))])
