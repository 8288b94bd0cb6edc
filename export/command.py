"""`pledgecards export`: which files to write, and what to say of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pledgecards.language import _
from pledgecards.schemas.stored import Stored, find_dataset
from pledgecards.schemas.tables import TABLES

_MANY = 200_000


def export(
    folder: Path, xlsx: Path | None, csv: Path | None, *, tables: Sequence[str] = (), replace: bool = False
) -> Iterator[str]:
    """Writes what was asked for; a line of text for each thing written. Neither asked for: a workbook beside the folder.

    tables: those to be written, in any order; all if empty.

    DatasetError: the folder is no dataset. InTheWay: a file is there already. ExportError: the disk refuses.
    """
    stored = find_dataset(folder)
    wanted = [name for name in TABLES if not tables or name in tables]
    if xlsx is None and csv is None:
        place = folder.resolve()
        xlsx = place.with_name(place.name + ".xlsx")
    if xlsx is not None:
        from pledgecards.export.workbook import write_workbook

        if xlsx.suffix.lower() != ".xlsx":
            xlsx = xlsx.with_name(xlsx.name + ".xlsx")
        rows = _rows(stored, wanted)
        if rows > _MANY and not (xlsx.exists() and not replace):
            message = _(
                "{rows:,} rows take a while in a workbook; --table writes only some tables, --csv is much faster."
            )
            yield message.format(rows=rows)
        written = write_workbook(stored, xlsx, tables=wanted, replace=replace)
        message = _("{path}: {sheets} sheets, {rows:,} rows")
        yield message.format(path=xlsx, sheets=len(written.rows), rows=sum(written.rows.values()))
        if written.shortened:
            message = _(
                "{count:,} texts were too long for a cell of Excel; their ends are missing. CSV keeps them whole."
            )
            yield message.format(count=written.shortened)
    if csv is not None:
        from pledgecards.export.csvfiles import write_csv

        files = write_csv(stored, csv, tables=wanted, replace=replace)
        yield _("{path}: {count} files").format(path=csv, count=len(files))


def _rows(stored: Stored, tables: Sequence[str]) -> int:
    total = 0
    for name in tables:
        with stored.open(name) as file:
            total += file.metadata.num_rows
    return total
