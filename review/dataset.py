"""A published dataset as the site needs it: whole columns for the overview, and the rows of one card after the other."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from pledgecards.schemas.stored import Stored, find_dataset, unreadable
from pledgecards.schemas.tables import TABLES

Row = dict[str, Any]
_GROUPS_HELD = 2


class Dataset:
    """The tables of a dataset. Only the rows around those that are asked for are in memory, so that it does not matter how
    many there are; cards are best asked for in the order of the dataset.

    DatasetError: the folder holds no dataset of this version.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        stored = find_dataset(folder)
        self._tables = {name: _Table(stored, name) for name in TABLES}
        self.record = _record(stored.folder / "run.json")

    def rows(self, table: str) -> list[Row]:
        """All rows of a table; for the small ones."""
        return list(self._tables[table].read().to_pylist())

    def column(self, table: str, name: str) -> list[Any]:
        """One column of a table."""
        return list(self._tables[table].read(name).column(name).to_pylist())

    def of_card(self, card_id: str) -> dict[str, list[Row]]:
        """The rows of a card in every table but `documents`, in the order of the tables."""
        return {name: table.of_card(card_id) for name, table in self._tables.items() if name != "documents"}


class _Table:
    """One table: which of its rows belong to which card, and the row groups that were used last."""

    def __init__(self, stored: Stored, name: str) -> None:
        self._path = stored.path(name)
        self._file = stored.open(name)
        groups = [self._file.metadata.row_group(n).num_rows for n in range(self._file.num_row_groups)]
        self._starts = np.cumsum([0, *groups])
        self._held: OrderedDict[int, pa.Table] = OrderedDict()
        if name != "documents":
            self._order, self._ranges = _by_card(self.read("card_id").column("card_id"))

    def read(self, *columns: str) -> pa.Table:
        """Whole columns; all of them if none is named."""
        with _told(self._path):
            return self._file.read(columns=list(columns) or None)

    def of_card(self, card_id: str) -> list[Row]:
        """The rows of a card, in their order."""
        places = self._order[slice(*self._ranges.get(card_id, (0, 0)))]
        rows: list[Row] = []
        groups = np.searchsorted(self._starts, places, side="right") - 1
        for group in np.unique(groups).tolist():
            own = places[groups == group] - self._starts[group]
            table = self._group(group)
            together = own[-1] - own[0] == len(own) - 1
            part = table.slice(int(own[0]), len(own)) if together else table.take(pa.array(own))
            rows += part.to_pylist()
        return rows

    def _group(self, number: int) -> pa.Table:
        if number not in self._held:
            with _told(self._path):
                self._held[number] = self._file.read_row_group(number)
            if len(self._held) > _GROUPS_HELD:
                self._held.popitem(last=False)
        self._held.move_to_end(number)
        return self._held[number]


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, pa.ArrowException) as error:
        raise unreadable(path, error) from None


def _by_card(column: pa.ChunkedArray[Any]) -> tuple[np.ndarray[Any, Any], Mapping[str, tuple[int, int]]]:
    """The places of the rows, card by card and otherwise in their order; and where in them each card stands."""
    encoded = column.combine_chunks().dictionary_encode()
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
