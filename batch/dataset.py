"""The parts of all files, in path order, as the tables of the dataset.

Rows are written in groups of a fixed size, whatever the sizes of the parts, so that the bytes depend on the rows alone
and no more than a group of each table is in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from pledgecards.batch.corrected import Corrector
from pledgecards.batch.errors import RunError
from pledgecards.batch.ledger import Ledger
from pledgecards.batch.parts import Summary, read_tables
from pledgecards.language import _
from pledgecards.schemas.arrow import arrow_schema, columns_of, encode, plain_schema
from pledgecards.schemas.codes import severity_of
from pledgecards.schemas.datapackage import datapackage_text
from pledgecards.schemas.tables import TABLES

GROUP_ROWS = 32_768
_MOST_WAITING = 256


@dataclass(frozen=True, slots=True)
class Receipt:
    """A file that is done: where it stands, whose bytes it has, and what they gave."""

    path: str
    document_id: str
    summary: Summary


@dataclass(slots=True)
class Counts:
    """What the dataset holds: documents by status, rows by table, issues by code, corrections by state."""

    documents: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    issues: Counter[str] = field(default_factory=Counter)
    worst: tuple[tuple[int, int], str] | None = None
    corrections: Counter[str] = field(default_factory=Counter)

    def compare(self, path: str, worst: tuple[int, int]) -> None:
        """Remembers the file with the most errors (then warnings); of equals the first."""
        if any(worst) and (self.worst is None or worst > self.worst[0]):
            self.worst = (worst, path)


class TableWriter:
    """One Parquet file that grows by batches of plain columns, in row groups of GROUP_ROWS."""

    def __init__(self, table: str, path: Path) -> None:
        self._table = table
        self._waiting: list[pa.RecordBatch] = []
        self._rows = 0
        # A relative path with a colon in it would pass for an address.
        self._writer = pq.ParquetWriter(
            path.absolute(), arrow_schema(table), compression="zstd", version="2.6", write_page_checksum=True
        )

    def add(self, batch: pa.RecordBatch) -> None:
        """Takes rows in; writes whenever a group is full."""
        self._waiting.append(batch)
        self._rows += batch.num_rows
        if len(self._waiting) > _MOST_WAITING:
            # A batch of a row or two takes more memory than its rows, and keeps that of its whole part.
            self._waiting = (
                pa.Table.from_batches(self._waiting, plain_schema(self._table)).combine_chunks().to_batches()
            )
        while self._rows >= GROUP_ROWS:
            self._write(GROUP_ROWS)

    def _write(self, count: int) -> None:
        plain = pa.Table.from_batches(self._waiting, plain_schema(self._table))
        for group in plain.slice(0, count).combine_chunks().to_batches():
            self._writer.write_table(pa.Table.from_batches([encode(self._table, group)]), row_group_size=GROUP_ROWS)
        self._waiting = plain.slice(count).to_batches()
        self._rows -= count

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None and self._rows:
                self._write(self._rows)
        finally:
            self._writer.close()


def assemble(receipts: Iterable[Receipt], ledger: Ledger, folder: Path, corrector: Corrector | None = None) -> Counts:
    """Writes every table and `datapackage.json` into the folder. receipts: in path order; corrector: what people put right.

    RunError: a part has vanished since it was made. OSError: the disk refuses.
    """
    counts = Counts()
    corrector = corrector or Corrector(())
    first_paths: dict[str, str] = {}
    with ExitStack() as stack:
        writers = {name: stack.enter_context(TableWriter(name, folder / f"{name}.parquet")) for name in TABLES}
        for receipt in receipts:
            first = first_paths.setdefault(receipt.document_id, receipt.path)
            if first != receipt.path:
                _add_rows(writers, counts, _duplicate(receipt, first))
                continue
            document = receipt.summary.document | {"path": receipt.path}
            _add_rows(writers, counts, {"documents": [document]})
            _add_part(writers, counts, receipt, ledger, corrector)
        lost = corrector.missing()
        writers["corrections"].add(columns_of("corrections", lost))
        counts.rows["corrections"] += len(lost)
        counts.corrections = corrector.states
    (folder / "datapackage.json").write_text(datapackage_text(), "utf-8", newline="\n")
    return counts


def _add_part(
    writers: Mapping[str, TableWriter], counts: Counts, receipt: Receipt, ledger: Ledger, corrector: Corrector
) -> None:
    tables = read_tables(ledger.place(receipt.document_id))
    if tables is None:
        message = _("What was read from {path} has vanished from {folder}; run the command again.")
        raise RunError(message.format(path=receipt.path, folder=ledger.folder))
    summary, corrected = corrector.correct(receipt.document_id, receipt.summary, tables)
    for name, batch in corrected.items():
        writers[name].add(batch)
        counts.rows[name] += batch.num_rows
    counts.issues.update(summary.issues)
    counts.compare(receipt.path, summary.worst)


def _add_rows(writers: Mapping[str, TableWriter], counts: Counts, rows: Mapping[str, list[dict[str, Any]]]) -> None:
    for name, part in rows.items():
        writers[name].add(columns_of(name, part))
        counts.rows[name] += len(part)
    counts.documents[rows["documents"][0]["status"]] += 1
    counts.issues.update(issue["code"] for issue in rows.get("issues", ()))


def _duplicate(receipt: Receipt, first: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of a file with the bytes of a file before it: its cards stand once, under the first path."""
    message = f"'{first}'와 내용이 같은 파일입니다; 공약카드는 그 경로에만 있습니다."
    document = receipt.summary.document
    return {
        "documents": [
            {
                "document_id": receipt.document_id,
                "path": receipt.path,
                "media_type": document.get("media_type"),
                "size_bytes": document.get("size_bytes"),
                "pages": document.get("pages"),
                "status": "skipped",
                "error": message,
                "cards": 0,
            }
        ],
        "issues": [
            {
                "document_id": receipt.document_id,
                "severity": severity_of("file.duplicate"),
                "code": "file.duplicate",
                "table_name": "documents",
                "field": "path",
                "message": message,
                "raw": receipt.path,
            }
        ],
    }
