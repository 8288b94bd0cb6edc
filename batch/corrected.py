"""Corrections on their way into the dataset: the part of a document with what people put right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from pledgecards.batch.parts import Summary
from pledgecards.corrections.apply import Row, apply_corrections, missing_record
from pledgecards.corrections.correction import Correction
from pledgecards.schemas.arrow import columns_of, rows_of

Tables = Mapping[str, pa.RecordBatch]
_PERSONAL = ("made_by", "reason")


class Corrector:
    """The corrections of a run, by the document that they belong to.

    redact  leave out who corrected and why, and the values of corrections that do not meet the redacted rows.
    """

    def __init__(self, corrections: Iterable[Correction], *, redact: bool = False) -> None:
        self._waiting: dict[str, list[Correction]] = {}
        self._redact = redact
        self.states: Counter[str] = Counter()
        for correction in corrections:
            self._waiting.setdefault(correction.document, []).append(correction)

    def correct(self, document_id: str, summary: Summary, tables: Tables) -> tuple[Summary, Tables]:
        """A document's summary and tables after its corrections; as they were given where it has none."""
        own = self._waiting.pop(document_id[:12], None)
        if own is None:
            return summary, tables
        rows = apply_corrections(
            {name: rows_of(name, batch) for name, batch in tables.items()}, own, redacted=self._redact
        )
        rows["corrections"] = self._recorded(rows["corrections"])
        issues = rows["issues"]
        severities = Counter(issue["severity"] for issue in issues)
        after = Summary(
            summary.document,
            {name: len(rows.get(name, ())) for name in summary.rows},
            dict(sorted(Counter(issue["code"] for issue in issues).items())),
            (severities["error"], severities["warning"]),
        )
        return after, {name: columns_of(name, part) for name, part in rows.items() if part}

    def missing(self) -> list[Row]:
        """The records of corrections whose document was not among the inputs, in the order in which they were given."""
        lost = [correction for own in self._waiting.values() for correction in own]
        self._waiting.clear()
        return self._recorded([missing_record(correction) for correction in lost])

    def _recorded(self, records: Sequence[Row]) -> list[Row]:
        self.states.update(record["state"] for record in records)
        return [self._redacted(record) for record in records] if self._redact else list(records)

    @staticmethod
    def _redacted(record: Row) -> Row:
        hidden: tuple[str, ...] = _PERSONAL
        if record["state"] != "applied" or record["table_name"] == "contacts":
            hidden += ("row_key", "old", "new")
        return record | dict.fromkeys(hidden)
