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
    fields = TABLES[table].fields
    _check_types(table, rows)
    free = _free_columns(table, rows)
    arrays = [free[field.name] if field.values is None else _indices(table, field, rows) for field in fields]
    for field, array in zip(fields, arrays, strict=True):
        if array.null_count and not field.nullable:
            raise SchemaError(f"{table}.{field.name} must not be null")
    return pa.RecordBatch.from_arrays(arrays, schema=plain_schema(table))


def _check_types(table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Arrow would take a float for an integer, and a column that nobody knows for nothing at all."""
    seen: set[tuple[str, type]] = set()
    for row in rows:
        seen.update(zip(row, map(type, row.values()), strict=True))
    fields = {field.name: field for field in TABLES[table].fields}
    unknown = {name for name, _ in seen} - fields.keys()
    if unknown:
        raise SchemaError(f"table {table} has no column {', '.join(sorted(unknown))}")
    for name, kind in seen:
        if kind is not NoneType and not _fits(kind, fields[name].type):
            value = next(row[name] for row in rows if name in row and type(row[name]) is kind)
            raise SchemaError(f"{table}.{name} is {fields[name].type}, not {kind.__name__}: {value!r}")
        if kind is not NoneType and fields[name].type.startswith("float"):
            _check_finite(table, name, rows)


@cache
def _fits(kind: type, name: str) -> bool:
    # bool is a subclass of int, and datetime of date; neither is meant.
    if name != "bool" and issubclass(kind, bool):
        return False
    return issubclass(kind, _PYTHON[name]) and not issubclass(kind, datetime.datetime)


def _check_finite(table: str, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    for row in rows:
        value = row.get(name)
        if value is not None and not math.isfinite(value):
            raise SchemaError(f"{table}.{name} must be a finite number, not {value!r}")


def _free_columns(table: str, rows: Sequence[Mapping[str, Any]]) -> dict[str, pa.Array[Any]]:
    """The columns without a closed vocabulary, by name: all in one go, which is several times faster than one by one."""
    kind = _struct(table)
    try:
        together: Any = pa.array(rows, kind)
        arrays = together.flatten()
    except (pa.ArrowException, OverflowError, UnicodeError):
        # Which column it was, only each by itself tells.
        for field in kind:
            try:
                pa.array([row.get(field.name) for row in rows], field.type)
            except (pa.ArrowException, OverflowError, UnicodeError) as error:
                raise SchemaError(f"{table}.{field.name} cannot hold a value: {error}") from error
        raise
    return {field.name: array for field, array in zip(kind, arrays, strict=True)}


@cache
def _struct(table: str) -> pa.StructType:
    return pa.struct([(field.name, _ARROW[field.type]) for field in TABLES[table].fields if field.values is None])


def _indices(table: str, field: Field, rows: Sequence[Mapping[str, Any]]) -> pa.Array[Any]:
    places = _places(table, field.name)
    try:
        return pa.array([places[row.get(field.name)] for row in rows], _INDEX)
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


def rows_of(table: str, plain: pa.RecordBatch) -> list[dict[str, Any]]:
    """Plain columns as rows again, with every column: what `columns_of` was given."""
    return pa.Table.from_batches([encode(table, plain)]).to_pylist()


def table_of(table: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """The rows as an Arrow table of the contract. SchemaError: some row does not fit."""
    return pa.Table.from_batches([encode(table, columns_of(table, rows))])
