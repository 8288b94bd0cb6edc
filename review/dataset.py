"""A published dataset as the site needs it: whole columns for the overview, and the rows of one card after the other."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from pledgecards.schemas.stored import DatasetError, Stored, find_dataset
from pledgecards.schemas.tables import TABLES

Row = dict[str, Any]


class Dataset:
    """The tables of a dataset, read once. The rows of a card are turned into dicts only when they are asked for.

    DatasetError: the folder holds no dataset of this version.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        stored = find_dataset(folder)
        self._tables = {name: _read(stored, name) for name in TABLES}
        self._ranges = {name: _by_card(table) for name, table in self._tables.items() if name != "documents"}
        self.record = _record(stored.folder / "run.json")

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


def _read(stored: Stored, name: str) -> pa.Table:
    with stored.open(name) as file:
        try:
            return file.read().combine_chunks()
        except (OSError, pa.ArrowException) as error:
            raise DatasetError(f"{stored.path(name)} cannot be read: {error}") from None


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
