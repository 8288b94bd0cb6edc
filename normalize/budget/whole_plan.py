"""A column of what is planned, no year over it, that holds what the pledge costs in all (`재원 | 예산액 | 확보액`, `재원 | 소요예산 | 2018 | 2019`)."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.budget.cell_figures import CellFigures
from pledgecards.normalize.tables.lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary, without_remark

_ADDED = frozenset({"year", "before_term", "after_term"})


def whole_plan(unsure: Sequence[Column], vocabulary: Vocabulary) -> Column | None:
    """The only one of what is planned among columns of which nothing else is known, where its word may be of all of it."""
    plans = [column for column in unsure if column.kind == "plan"]
    if len(plans) != 1 or without_remark(plans[0].word) not in vocabulary.whole_plans:
        return None
    return plans[0]


def sums_years(column: Column, amounts: Sequence[Column], lines: Sequence[TableLine], figures: CellFigures) -> bool:
    """Whether in every line a column holds the sum of the years and of the times before and after them; nothing else of all years may stand
    beside them."""
    parts = [other for other in amounts if other.kind in _ADDED]
    if len(parts) < 2 or any(other.kind == "total" for other in amounts):
        return False
    return bool(lines) and all(adds_up(line, column, parts, figures) for line in lines)


def adds_up(line: TableLine, total: Column, parts: Sequence[Column], figures: CellFigures) -> bool:
    """Whether the figures of some columns add up to that of another in a line."""
    whole, *shares = [figures.value(line.text(column)) for column in (total, *parts)]
    return whole is not None and sum(share or 0 for share in shares) == whole
