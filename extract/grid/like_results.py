"""Columns under heads that are those of results in some company only (`추진`, `달성`)."""

from __future__ import annotations

from pledgecards.extract.grid.table_columns import Column
from pledgecards.schemas.vocabulary import Vocabulary


def without_like_results(columns: list[Column], vocabulary: Vocabulary) -> list[Column]:
    """The columns, those without a kind that are of results only beside targets (`추진` names a step as well) and not beside results
    (`목표 | 실적 | 달성`), where they are not."""
    steps = vocabulary.like_results["steps"]
    alike = steps | vocabulary.like_results["others"]
    aimed = any(column.kind in ("goal", "plan") for column in columns)
    told = {column.year for column in columns if column.kind == "result" and column.word not in alike}
    return [
        column.turned("other", None)
        if column.kind == "result"
        and column.word in alike
        and (column.year in told or (column.word in steps and not aimed))
        else column
        for column in columns
    ]
