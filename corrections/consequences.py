"""What follows from a corrected value: columns that say the same again must not say something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pledgecards.normalize.budget.total import totals_of

Row = dict[str, Any]
Consequence = tuple[str, str, Row, Any]
"""Table, column, row, and the value that the column is to have."""

_PERIOD = ("start", "end", "start_precision", "end_precision", "open_start", "open_end", "approx")
_CHOICES = ("term", "lead", "novelty", "horizon", "budgeted", "stage")


def consequences(
    own: Mapping[str, Sequence[Row]], changed: frozenset[tuple[str, str]], before: Mapping[str, Sequence[Row]]
) -> Iterator[Consequence]:
    """The values of a card's other columns that its corrections change.

    own      the card's rows after the corrections; before: the same rows as they were read.
    changed  (table, column) of what was corrected; a column that was itself corrected stays as it was put.
    """
    (card,) = own["cards"] or ({},)
    if not card:
        return
    if changed & {("choices", "checked"), ("choices", "option")}:
        for name in _CHOICES:
            value = _checked(own["choices"], name)
            if ("cards", name) not in changed and value != _checked(before["choices"], name):
                yield from _differing("cards", name, card, value)
    if any(table == "budget" for table, _ in changed) and ("cards", "budget_total_won") not in changed:
        total = totals_of(own["budget"]).won
        if total != totals_of(before["budget"]).won:
            yield from _differing("cards", "budget_total_won", card, total)
    for table in ("events", "dates"):
        if (table, "edtf") in changed or not any(name == table for name, _ in changed):
            continue
        for row, was in zip(own[table], before[table], strict=True):
            if any(row.get(name) != was.get(name) for name in _PERIOD):
                yield from _differing(table, "edtf", row, edtf_of(row))


def _differing(table: str, column: str, row: Row, value: Any) -> Iterator[Consequence]:
    if row.get(column) != value:
        yield table, column, row, value


def _checked(choices: Sequence[Row], name: str) -> str | None:
    return ";".join(row["option"] for row in choices if row["field"] == name and row["checked"]) or None


def edtf_of(row: Mapping[str, Any]) -> str | None:
    """The period of a row as EDTF text; None where it has no date. A quarter's and a half's ends are written in months."""
    start, end = row.get("start"), row.get("end")
    if start is None and end is None:
        return None
    mark = "~" if row.get("approx") else ""
    left = ".." if start is None else _side(start, row.get("start_precision"))
    right = ".." if end is None else _side(end, row.get("end_precision"))
    if start is not None and left == right:
        return left + mark
    return f"{left}{mark}/{right}"


def _side(day: date, precision: str | None) -> str:
    return {"year": f"{day.year:04}", None: day.isoformat(), "day": day.isoformat()}.get(
        precision, f"{day.year:04}-{day.month:02}"
    )
