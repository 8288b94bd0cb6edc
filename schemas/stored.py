"""A dataset on disk, for those who read it: is the folder one, and do its tables have the columns of this version?

The check reads only the ends of the files; nothing stays open.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pledgecards import __version__
from pledgecards.language import _
from pledgecards.schemas.arrow import arrow_schema
from pledgecards.schemas.datapackage import datapackage
from pledgecards.schemas.tables import TABLES


class DatasetError(Exception):
    """The folder holds no dataset that this version can read; the message is a sentence or two for a person."""


def unreadable(path: Path, error: Exception) -> DatasetError:
    """What to raise where a file of a dataset cannot be read because of `error`."""
    reason = getattr(error, "strerror", None) or str(error).rstrip(".")
    return DatasetError(_("{path} cannot be read: {reason}.").format(path=path, reason=reason))


def no_dataset(folder: Path) -> DatasetError:
    """What to raise where a folder has no table of cards, or is not there."""
    if not folder.is_dir():
        return DatasetError(_("There is no folder {folder}.").format(folder=folder))
    message = _("{folder} is no dataset: it has no cards.parquet. Give the folder that convert wrote.")
    return DatasetError(message.format(folder=folder))


class _Checked(pq.ParquetFile):
    """A table whose pages are checked against their sums as they are read: a bit that a disk turned must not pass for a figure."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, page_checksum_verification=True)
        self._place = path

    def read(self, *arguments: Any, **options: Any) -> pa.Table:
        try:
            return super().read(*arguments, **options)
        except (OSError, pa.ArrowException) as error:
            raise unreadable(self._place, error) from None

    def iter_batches(self, *arguments: Any, **options: Any) -> Iterator[pa.RecordBatch]:
        try:
            yield from super().iter_batches(*arguments, **options)
        except (OSError, pa.ArrowException) as error:
            raise unreadable(self._place, error) from None


@dataclass(frozen=True, slots=True)
class Stored:
    """A dataset whose tables are as the registry says.

    folder   where its files lie: of one and the same conversion, even if a later one takes its place meanwhile.
    version  the version of pledgecards that wrote it.
    """

    folder: Path
    version: str

    def path(self, table: str) -> Path:
        """The Parquet file of a table. KeyError: there is no such table."""
        return self.folder / f"{TABLES[table].name}.parquet"

    def open(self, table: str) -> pq.ParquetFile:
        """The table, to be read and closed by the caller. DatasetError, then or on reading: it has vanished, or cannot be read."""
        try:
            return _Checked(self.path(table))
        except FileNotFoundError:
            raise DatasetError(
                _("{path} has been removed or replaced; open the dataset again.").format(path=self.path(table))
            ) from None
        except (OSError, pa.ArrowException) as error:
            raise unreadable(self.path(table), error) from None


def find_dataset(folder: Path) -> Stored:
    """The dataset in a folder that `convert --out` wrote. DatasetError: there is none, or one with other columns."""
    cards = folder / "cards.parquet"
    if not cards.exists():
        raise no_dataset(folder)
    place = cards.resolve().parent
    package = _package(place / "datapackage.json")
    stored = Stored(place, str(package.get("version", "?")))
    strange = next(_differences(stored, package), None)
    if strange is not None:
        message = _(
            "{folder} was written by pledgecards {version} with other columns ({difference}); this is {own}. "
            "Convert again with this version, or install that one."
        )
        raise DatasetError(message.format(folder=folder, version=stored.version, difference=strange, own=__version__))
    return stored


def _package(path: Path) -> dict[str, Any]:
    try:
        package = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        message = _("{folder} is no whole dataset: {file} is missing. Convert again.")
        raise DatasetError(message.format(folder=path.parent, file=path.name)) from None
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    if not isinstance(package, dict) or package.get("name") != datapackage()["name"]:
        raise DatasetError(_("{path} describes no dataset of pledgecards.").format(path=path))
    return package


def _differences(stored: Stored, package: dict[str, Any]) -> Iterator[str]:
    """The columns that are not those of this version, closed vocabularies included; a table that is not there is an error."""
    for name in TABLES:
        if not stored.path(name).exists():
            if name in {resource.get("name") for resource in package.get("resources", ())}:
                message = _("{folder} is no whole dataset: {file} is missing. Convert again.")
                raise DatasetError(message.format(folder=stored.folder, file=f"{name}.parquet"))
            yield _("no table {table}").format(table=name)
            continue
        with stored.open(name) as file:
            found = file.schema_arrow
        for field in arrow_schema(name):
            if field.name not in found.names:
                yield _("{table} has no {column}").format(table=name, column=field.name)
            elif found.field(field.name).type != field.type:
                column = f"{name}.{field.name}"
                yield _("{column} is {type}").format(column=column, type=found.field(field.name).type)
        strange = [column for column in found.names if column not in TABLES[name].names]
        yield from (_("{table} has {column}").format(table=name, column=column) for column in strange)
    mine, theirs = _vocabularies(datapackage()), _vocabularies(package)
    other = [column for column in mine if theirs.get(column) != mine[column]]
    yield from (_("{column} has other values").format(column=column) for column in other)


def _vocabularies(package: dict[str, Any]) -> dict[str, list[str]]:
    """The closed vocabularies by column. Issue codes are left out: what they are called in changes no column."""
    found = {}
    for resource in package.get("resources", ()):
        for field in resource.get("schema", {}).get("fields", ()):
            values = field.get("constraints", {}).get("enum")
            if values is not None and field["name"] != "code":
                found[f"{resource['name']}.{field['name']}"] = list(values)
    return found
