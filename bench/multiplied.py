"""A large dataset out of a small one: its rows many times over, each time as the cards of another local government.

The rows are written by the project's own writers; documents and cards get identifiers of their own, and the card's body is
known, so that what the small dataset said of unknown bodies is left out.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pledgecards.batch.dataset import TableWriter
from pledgecards.normalize.places.gazetteer import gazetteer
from pledgecards.schemas.arrow import plain_schema
from pledgecards.schemas.stored import Stored, find_dataset
from pledgecards.schemas.tables import TABLES

_UNKNOWN_BODY = "municipality.ambiguous"


def multiply(source: Path, out: Path, cards: int) -> int:
    """Writes the dataset at `source` to `out` as often as it takes to hold so many cards; returns how many it holds."""
    stored = find_dataset(source)
    small = {name: _plain(stored, name) for name in TABLES}
    small["issues"] = _without_unknown_bodies(small["issues"])
    copies = -(-cards // small["cards"].num_rows)
    bodies = sorted(gazetteer().by_official)
    out.mkdir(parents=True)
    with ExitStack() as stack:
        writers = {name: stack.enter_context(TableWriter(name, out / f"{name}.parquet")) for name in TABLES}
        for copy in range(copies):
            body = bodies[copy % len(bodies)]
            for name, rows in _copy(small, copy, body).items():
                for batch in rows.to_batches():
                    writers[name].add(batch)
    for name in ("datapackage.json", "run.json"):
        shutil.copyfile(stored.folder / name, out / name)
    return copies * small["cards"].num_rows


def _plain(stored: Stored, name: str) -> pa.Table:
    """The table as workers build it: a value of a closed vocabulary is its place there."""
    with stored.open(name) as file:
        table = file.read()
    columns: list[Any] = []
    for column, field in zip(table.columns, TABLES[name].fields, strict=True):
        if field.values is None:
            columns.append(column)
        else:
            places = pc.index_in(column.cast(pa.string()), pa.array(field.values, pa.string()))
            columns.append(places.cast(pa.int16()))
    return pa.Table.from_arrays(columns, schema=plain_schema(name)).combine_chunks()


def _without_unknown_bodies(issues: pa.Table) -> pa.Table:
    values = TABLES["issues"].field("code").values or ()
    known = [place for place, code in enumerate(values) if code != _UNKNOWN_BODY]
    return issues.filter(pc.is_in(issues.column("code"), pa.array(known, pa.int16())))


def _copy(small: Mapping[str, pa.Table], copy: int, body: str) -> dict[str, pa.Table]:
    """All rows once more, of other files and another body."""
    old_documents = small["documents"].column("document_id")
    names = [str(name) for name in old_documents.to_pylist()]
    documents = [hashlib.sha256(f"{name} {copy}".encode()).hexdigest() for name in names]
    old_cards = small["cards"].column("card_id")
    places = dict(zip((name[:12] for name in names), documents, strict=True))
    cards = [places[name[:12]][:12] + name[12:] for name in map(str, old_cards.to_pylist())]
    made = {}
    for name, rows in small.items():
        for column, old, new in (("document_id", old_documents, documents), ("card_id", old_cards, cards)):
            if column in rows.schema.names:
                rows = _with(rows, column, pa.array(new).take(pc.index_in(rows.column(column), old)))
        made[name] = rows
    paths = made["documents"].column("path").to_pylist()
    made["documents"] = _with(made["documents"], "path", pa.array([f"{body}/{copy:03d}/{path}" for path in paths]))
    made["cards"] = _with(made["cards"], "municipality", pa.array([body] * len(cards)))
    doubtful = set(_cards_to_review(made["issues"]))
    made["cards"] = _with(made["cards"], "review", pa.array([card in doubtful for card in cards]))
    return made


def _cards_to_review(issues: pa.Table) -> list[Any]:
    grave = TABLES["issues"].field("severity").values or ()
    places = pa.array([grave.index("error"), grave.index("warning")], pa.int16())
    found: list[Any] = issues.filter(pc.is_in(issues.column("severity"), places)).column("card_id").to_pylist()
    return found


def _with(rows: pa.Table, column: str, values: Any) -> pa.Table:
    place = rows.schema.get_field_index(column)
    return rows.set_column(place, rows.schema.field(place), values)
