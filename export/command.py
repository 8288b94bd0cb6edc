"""`pledgecards export`: which files to write, and what to say of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pledgecards.schemas.stored import find_dataset
from pledgecards.schemas.tables import TABLES


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
        written = write_workbook(stored, xlsx, tables=wanted, replace=replace)
        yield f"{xlsx}: {len(written.rows)} sheets, {sum(written.rows.values()):,} rows"
        if written.shortened:
            yield f"{written.shortened:,} texts were too long for a cell of Excel; their ends are missing. CSV keeps them whole."
    if csv is not None:
        from pledgecards.export.csvfiles import write_csv

        yield f"{csv}: {len(write_csv(stored, csv, tables=wanted, replace=replace))} files"
