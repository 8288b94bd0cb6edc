"""Corrections applied to the rows of a document. Pure: rows and corrections in, rows and a record of each out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pledgecards.corrections.consequences import consequences
from pledgecards.corrections.correction import ACCEPTED, FOLLOWED, Correction
from pledgecards.corrections.row_keys import correctable, row_keys
from pledgecards.corrections.texts import ValueProblem, same, text_of, value_of
from pledgecards.normalize.particles import settled
from pledgecards.schemas.codes import severity_of
from pledgecards.schemas.tables import TABLES

Row = dict[str, Any]
Rows = dict[str, list[Row]]

_STALE = "correction.stale"
_NOT_TOLD = "고친 값 하나를 적용하지 않았습니다: 담당자를 가린 이 자료에는 고칠 때의 값이 없습니다."


def apply_corrections(
    rows: Mapping[str, Sequence[Mapping[str, Any]]], corrections: Sequence[Correction], *, redacted: bool = False
) -> Rows:
    """The rows of a document after its corrections, with its rows of `corrections` and the issues that they gave.

    rows         every table of the document but `documents`; not changed.
    corrections  those of its cards, in the order in which they are to be applied: a later one may build on an earlier.
    redacted     the rows tell nothing of people: nothing of them is put in again, and no issue quotes a correction.
    A correction whose old value is no longer there is not applied: it is recorded as `stale` and has a `correction.stale`.
    A card or row that is not there is recorded as `missing`, with an issue too where the card is there.
    Columns that follow from a corrected one are set as well and recorded; `cards.review` follows the issues.
    """
    result: Rows = {name: [dict(row) for row in part] for name, part in rows.items()}
    for name in ("cards", "issues", "corrections"):
        result.setdefault(name, [])
    for card_id in dict.fromkeys(correction.card_id for correction in corrections):
        own = [correction for correction in corrections if correction.card_id == card_id]
        _Card(card_id, result, redacted).correct(own)
    return result


def missing_record(correction: Correction) -> Row:
    """The row of `corrections` for one whose document is not there."""
    return _record(correction, "missing")


class _Card:
    """One card's rows, where they stand in the tables of the document."""

    def __init__(self, card_id: str, rows: Rows, redacted: bool) -> None:
        self._redacted = redacted
        self._card_id = card_id
        self._rows = rows
        self._own = {
            name: [row for row in part if row.get("card_id") == card_id]
            for name, part in rows.items()
            if name in TABLES and name not in ("documents", "corrections")
        }
        self._before = {name: [dict(row) for row in part] for name, part in self._own.items()}
        # Keys name rows as they were read: correcting one row must not rename another.
        self._places = {name: dict(zip(row_keys(name, part), part, strict=True)) for name, part in self._own.items()}

    def correct(self, corrections: Sequence[Correction]) -> None:
        changed: set[tuple[str, str]] = set()
        for correction in corrections:
            state, reason = self._apply(correction)
            self._rows["corrections"].append(_record(correction, state))
            if state == "applied":
                changed.add((correction.table, correction.column))
            elif self._own["cards"]:
                self._rows["issues"].append(self._stale(correction, reason))
        for table, column, row, value in consequences(self._own, frozenset(changed), self._before):
            key = row_keys(table, self._own[table])[next(n for n, own in enumerate(self._own[table]) if own is row)]
            follow = Correction(self._card_id, table, key, column, text_of(row[column]), text_of(value))
            row[column] = value
            record = _record(follow, "applied")
            self._rows["corrections"].append(record | {"reason": FOLLOWED})
        for card in self._own["cards"]:
            issues = (issue for issue in self._rows["issues"] if issue.get("card_id") == self._card_id)
            card["review"] = any(issue["severity"] in ("error", "warning") for issue in issues)

    def _apply(self, correction: Correction) -> tuple[str, str]:
        """The state, and (where it is not applied) what is the matter, as the end of a Korean sentence."""
        if self._redacted and correction.table == "contacts":
            return "stale", "담당자를 가린 자료입니다"
        row = self._places.get(correction.table, {}).get(correction.row_key)
        if row is None:
            return "missing", "고치려던 행이 없습니다"
        field = next(field for field in correctable(correction.table) if field.name == correction.column)
        current = row.get(correction.column)
        try:
            matches = same(current, value_of(field, correction.old) if correction.old else None)
        except ValueProblem:
            matches = False
        if not matches:
            return "stale", f"고칠 때의 값은 '{correction.old}'인데 지금은 '{text_of(current)}'입니다"
        if correction.table == "issues":
            _accept(row)
        else:
            row[correction.column] = value_of(field, correction.new)
        return "applied", ""

    def _stale(self, correction: Correction, reason: str) -> Row:
        (card,) = self._own["cards"]
        row = self._places.get(correction.table, {}).get(correction.row_key, {})
        message = settled(f"고친 값 '{correction.new}'을(를) 적용하지 않았습니다: {reason}.")
        return {
            "document_id": card["document_id"],
            "card_id": self._card_id,
            "severity": severity_of(_STALE),
            "code": _STALE,
            "table_name": correction.table,
            "field": correction.column,
            "message": _NOT_TOLD if self._redacted else message,
            "page": row.get("page"),
            "line": row.get("line"),
            "raw": None if self._redacted else correction.old or None,
        }


def _accept(issue: Row) -> None:
    issue |= {
        "code": ACCEPTED,
        "severity": severity_of(ACCEPTED),
        "message": f"사람이 확인한 사항입니다: {issue['message']}",
    }


def _record(correction: Correction, state: str) -> Row:
    return {
        "card_id": correction.card_id,
        "table_name": correction.table,
        "row_key": correction.row_key,
        "field": correction.column,
        "old": correction.old or None,
        "new": correction.new or None,
        "made_by": correction.by or None,
        "made_at": correction.when or None,
        "reason": correction.why or None,
        "state": state,
    }
