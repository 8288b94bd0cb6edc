"""Lines of a budget that add up all years so far (`누계` below `당해연도`): no amounts of the years that they stand under."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.row_names import is_total
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.budget.cell_figures import CellFigures
from pledgecards.normalize.budget.layout import RUNNING_SUMS, Layout
from pledgecards.normalize.tables.lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary, without_remark

_LEAST_YEARS = 2


def without_running_lines(
    lines: Sequence[TableLine], head: Head, layout: Layout, figures: CellFigures, vocabulary: Vocabulary
) -> tuple[list[TableLine], bool]:
    """The lines without those called 누계 or 누적 beside years, and whether there were such. One whose amounts are the sums of the lines beside
    it, year by year, is their 계 and stays."""
    years = [column for column in layout.amounts if column.year is not None]
    if len({column.year for column in years}) < _LEAST_YEARS:
        return list(lines), False
    names = head.of("project", "funding", "measure")
    running = [line for line in lines if any(_is_running(line, column) for column in names)]
    if not running:
        return list(lines), False
    plain = [line for line in lines if line not in running and not _is_sum(line, names, vocabulary)]
    whole = next((column for column in layout.amounts if column.kind == "total" and column.year is None), None)
    left = [
        line for line in running if not _adds_up(line, plain, years, figures) and _may_run(line, years, whole, figures)
    ]
    return [line for line in lines if line not in left], bool(left)


def _may_run(line: TableLine, years: Sequence[Column], whole: Column | None, figures: CellFigures) -> bool:
    """Whether the amounts of a line may be running ones: they never fall, and are not what its own 계 adds up (`국비(누계) | 200 | 100 | 100`)."""
    amounts = [figures.value(line.text(column)) for column in years]
    known = [amount for amount in amounts if amount]
    if any(later < earlier for earlier, later in pairwise(known)):
        return False
    total = figures.value(line.text(whole))
    return total is None or len(known) < _LEAST_YEARS or total != sum(known)


def _is_running(line: TableLine, column: Column) -> bool:
    text = line.text(column)
    if not text or line.cells[column.index].row != line.row:
        return False
    name = text.strip("()[] ") if text[0] in "([" else without_remark(text)
    remark = text[len(without_remark(text)) :].strip("()[] ")
    return name in RUNNING_SUMS or remark in RUNNING_SUMS


def _is_sum(line: TableLine, names: Sequence[Column], vocabulary: Vocabulary) -> bool:
    return any(is_total(line.text(column), vocabulary) for column in names)


def _adds_up(line: TableLine, plain: Sequence[TableLine], years: Sequence[Column], figures: CellFigures) -> bool:
    beside = [other for other in plain if line.grand or other.project == line.project] or plain
    for column in years:
        whole, *parts = [figures.value(one.text(column)) for one in (line, *beside)]
        if (whole or 0) != sum(part or 0 for part in parts):
            return False
    return bool(beside)
