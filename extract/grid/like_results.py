"""Columns under heads that are those of results in some company only (`추진`, `달성`, `사업 추진율`)."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.grid.table_columns import Column
from pledgecards.schemas.vocabulary import Vocabulary

_TELLING = frozenset({"result", "measure", "source", "total", "spent", "secured"})


def without_like_results(columns: list[Column], vocabulary: Vocabulary) -> list[Column]:
    """The columns, those without a kind that are nearly called a rate where nothing is aimed at or reached (`연도 | 교육 횟수 | 사업 추진율`), and that are of results only beside targets (`추진` names a step as well) and not beside results
    (`목표 | 실적 | 달성`), where they are not."""
    steps = vocabulary.like_results["steps"]
    alike = steps | vocabulary.like_results["others"]
    aimed = any(column.kind in ("goal", "plan") for column in columns)
    if not aimed and not any(column.year is not None or column.kind in _TELLING for column in columns):
        columns = [
            replace(column, kind="other", score=100.0) if column.kind == "rate" and column.score < 100 else column
            for column in columns
        ]
    told = {column.year for column in columns if column.kind == "result" and column.word not in alike}
    return [
        column.turned("other", None)
        if column.kind == "result"
        and column.word in alike
        and (column.year in told or (column.word in steps and not aimed))
        else column
        for column in columns
    ]
