"""Is a dataset what the contract says: its columns, its keys within and across tables, its text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pledgecards.batch.ranges import out_of_range
from pledgecards.language import _, ngettext
from pledgecards.schemas.arrow import arrow_schema
from pledgecards.schemas.codes import CODES
from pledgecards.schemas.datapackage import datapackage_text
from pledgecards.schemas.field import ForeignKey, Table
from pledgecards.schemas.stored import no_dataset
from pledgecards.schemas.tables import TABLES

_SHOWN = 3
_NFC: Any = pc.Utf8NormalizeOptions("NFC")


def validate(folder: Path) -> list[str]:
    """What is broken in the dataset at `folder`, one sentence each; empty if nothing is."""
    if not any((folder / f"{name}.parquet").exists() for name in TABLES):
        return [str(no_dataset(folder))]
    tables: dict[str, pa.Table] = {}
    faults: list[str] = []
    for name in TABLES:
        table, found = _load(folder / f"{name}.parquet", name)
        faults += found
        if table is not None:
            tables[name] = table
    for name, table in tables.items():
        faults += _columns(TABLES[name], table)
        faults += _primary_key(TABLES[name], table)
        for key in TABLES[name].foreign_keys:
            if key.table in tables:
                faults += _foreign_key(name, key, table, tables[key.table])
    if len(tables) == len(TABLES):
        faults += _agreement(tables)
        faults += [_strange(column, values) for column, values in out_of_range(tables)]
    return faults + _description(folder)


def _load(path: Path, name: str) -> tuple[pa.Table | None, list[str]]:
    try:
        with pq.ParquetFile(path.absolute(), page_checksum_verification=True) as file:
            table = file.read()
    except FileNotFoundError:
        return None, [_("{file} is missing.").format(file=path.name)]
    except (OSError, pa.ArrowException) as error:
        return None, [_("{file} cannot be read: {error}").format(file=path.name, error=error)]
    expected = arrow_schema(name)
    faults = [
        _("{table} has no column {column}.").format(table=name, column=column)
        for column in expected.names
        if column not in table.column_names
    ]
    faults += [
        _("{table} has an unknown column {column}.").format(table=name, column=column)
        for column in table.column_names
        if column not in expected.names
    ]
    if faults:
        return None, faults
    for field in expected:
        found = table.schema.field(field.name).type
        if found != field.type:
            message = _("{column} is {found}, not {expected}.")
            faults.append(message.format(column=f"{name}.{field.name}", found=found, expected=field.type))
    return (None if faults else table), faults


def _columns(entry: Table, table: pa.Table) -> Iterator[str]:
    for field in entry.fields:
        column, name = table.column(field.name), f"{entry.name}.{field.name}"
        if not field.nullable and column.null_count:
            yield _("{column} is null in {rows}.").format(column=name, rows=_rows(column.null_count))
        if field.values is not None:
            found = column.cast(pa.string()).unique().to_pylist()
            strange = sorted(str(value) for value in found if value is not None and value not in field.values)
            if strange:
                yield _strange(name, strange)
        elif field.type == "string":
            normal = pc.call_function("utf8_normalize", [column], _NFC)
            uneven = column.filter(pc.not_equal(column, normal)).length()
            if uneven:
                yield _("{column} is not NFC in {rows}.").format(column=name, rows=_rows(uneven))


def _primary_key(entry: Table, table: pa.Table) -> Iterator[str]:
    if not entry.primary_key:
        return
    keys = list(entry.primary_key)
    counts = table.select(keys).group_by(keys).aggregate([([], "count_all")])
    twice = counts.filter(pc.field("count_all") > 1)
    if twice.num_rows:
        message = _("{table} has rows with the same {columns}: {values}.")
        yield message.format(table=entry.name, columns=", ".join(keys), values=_examples(twice, keys))


def _foreign_key(name: str, key: ForeignKey, table: pa.Table, other: pa.Table) -> Iterator[str]:
    fields = list(key.fields)
    rows = table.select(fields).drop_null()
    reference = other.select(list(key.reference)).rename_columns(fields)
    lost = rows.join(reference.group_by(fields).aggregate([]), fields, join_type="left anti")
    if lost.num_rows:
        message = _("{table} points to rows of {other} that are not there, in {rows}: {values}.")
        yield message.format(table=name, other=key.table, rows=_rows(lost.num_rows), values=_examples(lost, fields))


def _agreement(tables: dict[str, pa.Table]) -> Iterator[str]:
    """What two tables say of the same thing."""
    documents = tables["documents"]
    cards = tables["cards"].group_by(["document_id"]).aggregate([([], "count_all")])
    found = dict(zip(cards.column("document_id").to_pylist(), cards.column("count_all").to_pylist(), strict=True))
    issues = set(tables["issues"].column("document_id").to_pylist())
    columns = (documents.column(name).to_pylist() for name in ("document_id", "path", "status", "cards"))
    for document_id, path, status, count in zip(*columns, strict=True):
        if status in ("ok", "partial") and found.get(document_id, 0) != count:
            message = _("documents.cards is {count} for {path}, but cards has {found} of it.")
            yield message.format(count=count, path=path, found=found.get(document_id, 0))
        if status != "ok" and document_id not in issues:
            yield _("{path} is {status}, but no issue says why.").format(path=path, status=status)
    yield from _identities(tables["cards"])
    yield from _reviews(tables["cards"], tables["issues"])


def _identities(cards: pa.Table) -> Iterator[str]:
    columns = (cards.column(name).to_pylist() for name in ("card_id", "document_id", "ordinal"))
    wrong = [card for card, document, ordinal in zip(*columns, strict=True) if card != f"{document[:12]}-{ordinal:03d}"]
    if wrong:
        yield _("cards.card_id does not follow from document_id and ordinal: {values}.").format(values=_some(wrong))


def _reviews(cards: pa.Table, issues: pa.Table) -> Iterator[str]:
    doubtful: set[str | None] = set()
    strange: set[str] = set()
    for issue in issues.select(["code", "severity", "card_id"]).to_pylist():
        code = CODES.get(issue["code"])
        if code is None or code.severity != issue["severity"]:
            strange.add(issue["code"])
        if issue["severity"] in ("error", "warning"):
            doubtful.add(issue["card_id"])
    if strange:
        yield _("issues.severity is not that of the code: {values}.").format(values=_some(sorted(strange)))
    columns = (cards.column(name).to_pylist() for name in ("card_id", "review"))
    wrong = [card for card, review in zip(*columns, strict=True) if review != (card in doubtful)]
    if wrong:
        yield _("cards.review does not agree with issues: {values}.").format(values=_some(wrong))


def _description(folder: Path) -> list[str]:
    try:
        text = (folder / "datapackage.json").read_text("utf-8")
    except (OSError, ValueError):
        return [_("datapackage.json is missing or cannot be read.")]
    if text != datapackage_text():
        return [_("datapackage.json is not that of this version.")]
    return []


def _strange(column: str, values: list[str]) -> str:
    return _("{column} holds values outside its vocabulary: {values}.").format(column=column, values=_some(values))


def _rows(count: int) -> str:
    return ngettext("{count:,} row", "{count:,} rows", count).format(count=count)


def _some(values: list[str]) -> str:
    return ", ".join(map(str, values[:_SHOWN])) + (" …" if len(values) > _SHOWN else "")


def _examples(table: pa.Table, fields: list[str]) -> str:
    return _some(sorted(" / ".join(map(str, row.values())) for row in table.select(fields).to_pylist()))
