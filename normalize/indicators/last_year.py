"""Whether the bare years of a table are those of its 목표 or of its 실적, as its figures tell."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.indicators.cells import CellReader
from pledgecards.normalize.indicators.figure_lines import cell_text
from pledgecards.normalize.tables.lines import TableLine

_AXIS = frozenset({"year", "quarter", "half", "month"})


def line_text(line: TableLine, column: Column) -> str:
    """The text of a line's cell (see `cell_text`)."""
    return cell_text(line.cells[column.index], line.texts[column.index])


def told_by_last_year(head: Head, lines: Sequence[TableLine], reader: CellReader) -> str | None:
    """Where a table has 목표 and 실적 beside bare years, the years add up to the one or the other, or else the last filled one equals
    it; None if that tells nothing."""
    goal, result = head.first("goal"), head.first("result")
    years = [column for column in head.columns if column.kind in _AXIS and column.on_axis]
    if goal is None or result is None or not years:
        return None
    sums = {"target": 0, "actual": 0}
    votes = {"target": 0, "actual": 0}
    for line in lines:
        values = [reader.read(line_text(line, column), None).value for column in (goal, result, *years)]
        filled = [value for value in values[2:] if value is not None]
        if filled and values[0] != values[1]:
            sums["target"] += len(filled) > 1 and math.isclose(sum(filled), values[0] or math.inf)
            sums["actual"] += len(filled) > 1 and math.isclose(sum(filled), values[1] or math.inf)
            votes["target"] += filled[-1] == values[0]
            votes["actual"] += filled[-1] == values[1]
    told = next((found for found in (sums, votes) if (found["target"] > 0) != (found["actual"] > 0)), None)
    return None if told is None else "target" if told["target"] else "actual"


def follow_results(head: Head) -> bool:
    """Whether years stand bare behind others that have 목표 and 실적 each: they are still to come (`2019: 계획 | 실적`, `2020`)."""
    results = [column.year for column in head.of("result", "spent") if column.year is not None]
    plans = {column.year for column in head.of("goal", "plan") if column.year is not None}
    bare = [column.year for column in head.of("year") if column.on_axis and column.year is not None]
    return bool(results and bare) and plans >= set(results) and min(bare) > max(results)
