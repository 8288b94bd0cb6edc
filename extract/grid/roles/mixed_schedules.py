"""Tables that hold a schedule and money side by side: bars under quarters or months, and behind them `계 | 국비 | 시비`."""

from __future__ import annotations

from pledgecards.extract.grid.blank_columns import without_columns
from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.grid.roles.mixed_columns import is_money
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary

_MONEY = frozenset({"source", "total", "plan"})
_TIMES = frozenset({"quarter", "half", "month", "axis", "year"})


def parted_schedule(table: Table, vocabulary: Vocabulary) -> tuple[Table, Table] | None:
    """The schedule without the columns of money and the money without those of times; None where it has no such columns, or no figures in
    them."""
    head = read_head(table, vocabulary)
    money = {column.index for column in head.of(*_MONEY) if column.year is None and column.part is None}
    times = {column.index for column in head.of(*_TIMES) if column.on_axis or column.kind == "axis"}
    said = any(
        is_money(column, vocabulary) and len(column.word) > 1 for column in head.columns if column.index in money
    )
    if not said or not times or min(money) < max(times):
        return None
    texts = [row[column] for row in grid_of(table).texts[head.rows :] for column in money if row[column]]
    if 2 * sum(text[0].isdigit() for text in texts) <= len(texts):
        return None
    return without_columns(table, money), without_columns(table, times)
