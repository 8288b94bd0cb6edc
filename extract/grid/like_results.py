"""Columns under heads that are those of results in some company only (`추진`, `달성`)."""

from __future__ import annotations

from pledgecards.extract.grid.table_columns import Column

_STEPS = frozenset({"추진", "추진량"})
_LIKE_RESULTS = _STEPS | {"달성"}


def without_like_results(columns: list[Column]) -> list[Column]:
    """The columns, those without a kind that are of results only beside targets (`추진` names a step as well) and not beside results
    (`목표 | 실적 | 달성`), where they are not."""
    aimed = any(column.kind in ("goal", "plan") for column in columns)
    told = {column.year for column in columns if column.kind == "result" and column.word not in _LIKE_RESULTS}
    return [
        column.turned("other", None)
        if column.kind == "result"
        and column.word in _LIKE_RESULTS
        and (column.year in told or (column.word in _STEPS and not aimed))
        else column
        for column in columns
    ]
