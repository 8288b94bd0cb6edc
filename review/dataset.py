"""A published dataset as the site needs it: whole columns for the overview, and the rows of one card after the other."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from pledgecards.schemas.tables import TABLES

Row = dict[str, Any]


class DatasetError(Exception):
    """The folder holds no dataset that can be shown; the message is a sentence for a person."""


class Dataset:
    """The tables of a dataset, read once. The rows of a card are turned into dicts only when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # All tables of one version, even if a run replaces it meanwhile.
        place = (folder / "cards.parquet").resolve().parent
        self._tables = {name: _read(place / f"{name}.parquet", name) for name in TABLES}
        self._ranges = {name: _by_card(table) for name, table in self._tables.items() if name != "documents"}
        self.record = _record(place / "run.json")

    def rows(self, table: str) -> list[Row]:
        """All rows of a table; for the small ones."""
        return list(self._tables[table].to_pylist())

    def column(self, table: str, name: str) -> list[Any]:
        """One column of a table."""
        return list(self._tables[table].column(name).to_pylist())

    def of_card(self, card_id: str) -> dict[str, list[Row]]:
        """The rows of a card in every table but `documents`, in the order of the tables."""
        found = {}
        for name, (order, ranges) in self._ranges.items():
            places = order[slice(*ranges.get(card_id, (0, 0)))]
            found[name] = self._tables[name].take(pa.array(places)).to_pylist() if len(places) else []
        return found


def _read(path: Path, name: str) -> pa.Table:
    try:
        with pq.ParquetFile(path) as file:
            table = file.read()
    except FileNotFoundError:
        raise DatasetError(f"{path.parent} is no dataset: {path.name} is missing.") from None
    except (OSError, pa.ArrowException) as error:
        raise DatasetError(f"{path} cannot be read: {error}") from None
    missing = [field.name for field in TABLES[name].fields if field.name not in table.column_names]
    if missing:
        raise DatasetError(f"{path.name} has no column {', '.join(missing)}; convert again with this version.")
    return table.combine_chunks()


def _by_card(table: pa.Table) -> tuple[np.ndarray[Any, Any], Mapping[str, tuple[int, int]]]:
    """The places of the rows, card by card and otherwise in their order; and where in them each card stands."""
    encoded = table.column("card_id").combine_chunks().dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.unify_dictionaries().combine_chunks()
    codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    order = np.argsort(codes, kind="stable")
    names = [str(name) for name in encoded.dictionary.to_pylist()]
    starts = np.searchsorted(codes[order], np.arange(len(names)), side="left")
    ends = np.searchsorted(codes[order], np.arange(len(names)), side="right")
    return order, {name: (int(starts[n]), int(ends[n])) for n, name in enumerate(names)}


def _record(path: Path) -> Mapping[str, Any]:
    try:
        record = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
