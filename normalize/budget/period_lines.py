"""Lines called by a time among lines of sources (`국비`, `시비`, `기투자액`): amounts of that time, not of a project."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.rows import Row
from pledgecards.schemas.vocabulary import Vocabulary


def with_named_periods(rows: list[Row], amounts: Sequence[Column], vocabulary: Vocabulary) -> list[Row]:
    """The rows with the time as their period, where the table has one column of amounts and others of its lines are of sources."""
    if (
        len(amounts) != 1
        or amounts[0].kind != "total"
        or not any(row["funding"] not in (None, "total") for row in rows)
    ):
        return rows
    return [
        row | {"project": None, "period_raw": row["project"]}
        if row["project"] and vocabulary.periods.match(row["project"], rough=False) is not None
        else row
        for row in rows
    ]
