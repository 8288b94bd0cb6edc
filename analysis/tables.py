"""The tables of a dataset, opened: as frames, as Arrow, as SQL."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self, overload

import pandas as pd
import pyarrow as pa

from pledgecards.analysis.frames import frame_of
from pledgecards.schemas.stored import find_dataset
from pledgecards.schemas.tables import TABLES

if TYPE_CHECKING:
    import duckdb

By = Literal["body", "card"]
Period = Literal["whole", "year"]


class _TableFrame:
    """A table as an attribute; it is read when it is first asked for."""

    def __set_name__(self, owner: type[Tables], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, dataset: None, owner: type[Tables]) -> Self: ...
    @overload
    def __get__(self, dataset: Tables, owner: type[Tables]) -> pd.DataFrame: ...
    def __get__(self, dataset: Tables | None, owner: type[Tables]) -> pd.DataFrame | Self:
        return self if dataset is None else dataset.frame(self._name)


class Tables:
    """The tables of the dataset in a folder, each an attribute: `ds.cards`, `ds.budget` …

    All columns are Arrow-backed, so a null is `<NA>` in a column of any type and whole numbers stay whole.
    `DatasetError`: the folder holds no dataset, or one whose columns are not those of this version.
    """

    documents = _TableFrame()
    cards = _TableFrame()
    choices = _TableFrame()
    items = _TableFrame()
    schedule = _TableFrame()
    budget = _TableFrame()
    indicators = _TableFrame()
    events = _TableFrame()
    dates = _TableFrame()
    quantities = _TableFrame()
    contacts = _TableFrame()
    issues = _TableFrame()
    corrections = _TableFrame()

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self._stored = find_dataset(Path(folder))
        self._given = Path(folder)
        self._frames: dict[str, pd.DataFrame] = {}
        self._database: duckdb.DuckDBPyConnection | None = None

    def __repr__(self) -> str:
        return f"pledgecards.open({str(self._given)!r})"

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of all tables."""
        return tuple(TABLES)

    def arrow(self, table: str) -> pa.Table:
        """A table as Arrow, closed vocabularies dictionary-encoded, labels and units in the fields' metadata.

        KeyError: there is no such table.
        """
        with self._stored.open(table) as file:
            return file.read()

    def frame(self, table: str) -> pd.DataFrame:
        """A table as a frame: a shallow copy, so that columns that you add are your own."""
        if table not in self._frames:
            self._frames[table] = frame_of(self.arrow(table))
        return self._frames[table].copy(deep=False)

    def sql(self, query: str, **frames: pd.DataFrame) -> duckdb.DuckDBPyRelation:
        """A query over all tables by their names, as a DuckDB relation (`.df()`, `.fetchall()`, `.show()`).

        frames: further tables for the query: `ds.sql("select * from sums join cards using (card_id)", sums=frame)`.
        Tables are read from their files as far as the query needs them. Needs the extra `duckdb`.
        """
        database = self._connected()
        for name, frame in frames.items():
            database.register(name, pa.Table.from_pandas(frame, preserve_index=False))
        return database.sql(query)

    def _connected(self) -> duckdb.DuckDBPyConnection:
        if self._database is None:
            try:
                import duckdb
            except ImportError:
                raise ImportError("ds.sql needs DuckDB: pip install 'pledgecards[duckdb]'") from None
            self._database = duckdb.connect(":memory:")
            for name in TABLES:
                path = str(self._stored.path(name)).replace("'", "''")
                self._database.execute(f"create view \"{name}\" as select * from read_parquet('{path}')")
        return self._database
