"""What an export shows of each table: its sheet, its columns with Korean heads, and its rows as streams of batches.

Rows that belong to a card get its local government, number and title beside its identifier, and rows that belong to a file
its path: a spreadsheet has no joins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pledgecards.schemas.arrow import arrow_schema
from pledgecards.schemas.field import Field
from pledgecards.schemas.korean import value_names
from pledgecards.schemas.stored import Stored
from pledgecards.schemas.tables import TABLES

BATCH_ROWS = 8192
YES, NO = "예", "아니오"
_OF_CARD = ("municipality", "pledge_no", "title")
_OF_FILE = ("path",)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet. `lent`: it is another table's, shown here for reading; `table` is the table that it is of."""

    table: str
    field: Field
    lent: bool = False

    @property
    def head(self) -> str:
        """Its Korean head."""
        return self.field.label


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it is shown. `name` is its Korean name."""

    table: str
    name: str
    columns: tuple[Column, ...]


def sheet_of(table: str) -> Sheet:
    """How a table is shown. KeyError: there is no such table."""
    entry = TABLES[table]
    columns: list[Column] = []
    for field in entry.fields:
        columns.append(Column(table, field))
        if field.name == "card_id" and table != "cards":
            columns += [Column("cards", TABLES["cards"].field(name), lent=True) for name in _OF_CARD]
        if field.name == "document_id" and table != "documents":
            columns += [Column("documents", TABLES["documents"].field(name), lent=True) for name in _OF_FILE]
    return Sheet(table, entry.label, tuple(columns))


class Rows:
    """The rows of a dataset's sheets. What is lent to other tables is read once: a few short texts per card and file."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._lent = {
            "cards": _Lookup(stored, "cards", "card_id", _OF_CARD),
            "documents": _Lookup(stored, "documents", "document_id", _OF_FILE),
        }

    def count(self, table: str) -> int:
        """How many rows the table has."""
        with self._stored.open(table) as file:
            return int(file.metadata.num_rows)

    def schema(self, sheet: Sheet) -> pa.Schema:
        """The schema of the batches of a sheet, its columns named by their heads."""
        return pa.schema([(column.head, _shown_type(column)) for column in sheet.columns])

    def batches(self, sheet: Sheet) -> Iterator[pa.RecordBatch]:
        """The rows of a sheet, a batch at a time, a column for each of its columns.

        Closed vocabularies are Korean strings, booleans 예 and 아니오; all else has the type of its field.
        """
        schema = self.schema(sheet)
        with self._stored.open(sheet.table) as file:
            for batch in file.iter_batches(BATCH_ROWS):
                arrays = [self._array(batch, column) for column in sheet.columns]
                yield pa.RecordBatch.from_arrays(arrays, schema=schema)

    def _array(self, batch: pa.RecordBatch, column: Column) -> pa.Array[Any]:
        if column.lent:
            lookup = self._lent[column.table]
            return lookup.column(batch.column(lookup.key), column.field.name)
        array = batch.column(column.field.name)
        if column.field.type == "bool":
            shown: pa.Array[Any] = pc.if_else(array, YES, NO)
            return shown
        if column.field.values is not None:
            return _named(array, value_names(column.table, column.field.name))
        return array


class _Lookup:
    """Columns of a table by its key; of equal keys the first row counts."""

    def __init__(self, stored: Stored, table: str, key: str, columns: tuple[str, ...]) -> None:
        with stored.open(table) as file:
            self._rows = file.read(columns=[key, *columns])
        self.key = key

    def column(self, keys: pa.Array[Any], name: str) -> pa.Array[Any]:
        """The column's value for each key; null for a key that is null or not there."""
        places = pc.index_in(keys, self._rows.column(self.key), skip_nulls=True)
        found = self._rows.column(name).take(places)
        return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found


def _shown_type(column: Column) -> pa.DataType:
    if column.field.type == "bool" or column.field.values is not None:
        return pa.string()
    kind: pa.DataType = arrow_schema(column.table).field(column.field.name).type
    return kind


def _named(array: Any, names: Mapping[str, str]) -> pa.Array[Any]:
    words = pa.array([names.get(value, value) for value in array.dictionary.to_pylist()], pa.string())
    return words.take(array.indices)
