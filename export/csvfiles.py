"""A dataset as CSV files that Excel opens as they are: UTF-8 with a byte order mark, Korean heads, a file for each table.

Every text is quoted, so that no separator of another locale parts it; an empty value is nothing between two commas.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pv

from pledgecards.export.errors import InTheWay, cannot_write
from pledgecards.export.formulas import disarmed
from pledgecards.export.guide import HEADS, NAME, NOTES, entries
from pledgecards.export.sheets import Rows, Sheet, sheet_of
from pledgecards.language import _
from pledgecards.schemas.stored import Stored
from pledgecards.schemas.tables import TABLES

_MARK = b"\xef\xbb\xbf"
_STYLE = pv.WriteOptions(include_header=True, batch_size=1024, quoting_style="needed")


def write_csv(
    stored: Stored, folder: Path, *, tables: Sequence[str] = tuple(TABLES), replace: bool = False
) -> list[Path]:
    """Writes 안내.csv and a file for each of the tables into the folder, which is made if need be; returns the files.

    InTheWay: a file is there already and `replace` is not set. ExportError: the disk refuses. DatasetError: a table has vanished.
    """
    sheets = tuple(sheet_of(table) for table in tables)
    paths = [folder / f"{name}.csv" for name in (NAME, *(sheet.name for sheet in sheets))]
    for path in paths:
        if path.exists() and not replace:
            raise InTheWay(_("{path} is there already.").format(path=path))
    rows = Rows(stored)
    made = [path.with_name(path.name + ".new") for path in paths]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(made[0], _guide_schema(), [_guide(sheets, rows)])
        for sheet, place in zip(sheets, made[1:], strict=True):
            _write(place, rows.schema(sheet), rows.batches(sheet))
        _put_in_place(made, paths)
    except OSError as error:
        raise cannot_write(folder, error) from error
    finally:
        for place in made:
            with suppress(OSError):
                place.unlink()
    return paths


def _put_in_place(made: Sequence[Path], paths: Sequence[Path]) -> None:
    """Puts all files in their places once all are whole, so that tables of two exports never lie side by side. ExportError: one of those
    that are there is open in another program, or may not be changed."""
    for path in paths:
        if path.exists():
            try:
                path.open("r+b").close()
            except OSError as error:
                raise cannot_write(path, error) from error
    for place, path in zip(made, paths, strict=True):
        os.replace(place, path)


def _write(path: Path, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> None:
    with open(path, "wb") as file:
        file.write(_MARK)
        with pv.CSVWriter(file, schema, write_options=_STYLE) as writer:
            for batch in batches:
                writer.write(_disarm(batch))


def _disarm(batch: pa.RecordBatch) -> pa.RecordBatch:
    arrays = [disarmed(column) if pa.types.is_string(column.type) else column for column in batch.columns]
    return pa.RecordBatch.from_arrays(arrays, schema=batch.schema)


def _guide_schema() -> pa.Schema:
    return pa.schema([(head, pa.string()) for head in HEADS])


def _guide(sheets: tuple[Sheet, ...], rows: Rows) -> pa.RecordBatch:
    counts = {sheet.table: rows.count(sheet.table) for sheet in sheets}
    lines: list[tuple[str, ...]] = [("", "", note, "", "", "", "") for note in NOTES]
    lines += [entry.cells for entry in entries(sheets, counts)]
    return pa.RecordBatch.from_pylist([dict(zip(HEADS, line, strict=True)) for line in lines], _guide_schema())
