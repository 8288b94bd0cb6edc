"""Tables that hold targets and money at once: lines of 목표, 실적 or 공정률 among lines of 예산 or of its sources, told apart down one side,
or (see `mixed_columns`) across the head."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.grid.roles.mixed_columns import RATE_OF_MONEY, parted_by_columns
from pledgecards.extract.grid.roles.money_words import speaks_of_money
from pledgecards.extract.grid.row_names import is_total
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary, without_remark

_MEASURED = frozenset({"goal", "result", "rate"})
_UNIT = re.compile(r"[(\[（]\s*([^()\[\]（）\s,]{1,4})\s*(?:,[^()\[\]（）]{1,6})?[)\]）]$")
_PAID = frozenset({"secured", "spent"})


def parted(table: Table, vocabulary: Vocabulary, role: str = "indicators") -> tuple[Table, Table] | None:
    """The lines of targets and results, and those of money, as a table each under the head of both, or their columns, as a table each
    beside the names of both; None where a table holds only one of them.

    A line that says neither (a blank, `계`) is of what the line above it is, a 계 at the top of what is below it; but a 계 below sources of money (`국비 | 시비 | 인원(명) | 소계`)
    is that of money.
    """
    head = read_head(table, vocabulary)
    texts = grid_of(table).texts
    body = [row for row in range(head.rows, table.rows) if row not in head.repeats]
    axis = [column.index for column in head.axis]
    for column in range(min(axis, default=0)):
        cells = grid_of(table).cells
        kinds = [_kind(texts[row][column], vocabulary, block=cells[row][column].row_span > 1) for row in body]
        if "money" not in kinds or not {"goal", "rate"}.intersection(kinds):
            continue
        money: list[int] = []
        measured: list[int] = []
        first = next(kind for kind in kinds if kind is not None)
        rows = money if first == "money" and is_total(texts[body[0]][column], vocabulary) else measured
        paid = False
        for row, kind in zip(body, kinds, strict=True):
            sums = kind is None and is_total(texts[row][column], vocabulary)
            if kind is not None or (sums and paid):
                rows = money if kind in ("money", None) else measured
            paid = not sums and (paid or kind == "money")
            rows.append(row)
        above = [row for row in range(table.rows) if row not in body]
        return _with_rows(table, above + measured), _with_rows(table, above + money)
    return parted_by_columns(table, vocabulary, role)


def unit_of_targets(unit: str | None, vocabulary: Vocabulary) -> str | None:
    """The unit note of a table that holds targets and money as it holds for the targets: not at all where it speaks of money."""
    return None if unit is not None and speaks_of_money(unit, vocabulary) else unit


@lru_cache(maxsize=4096)
def _kind(text: str, vocabulary: Vocabulary, *, block: bool) -> str | None:
    """`money`, `goal`, `result` or `rate`: what the name of a line, or of a block of lines, says that it holds. The same names (`국비`, `계`)
    stand in every card."""
    if without_remark(text) in vocabulary.figure_rules["share"]["words"]:
        return None  # `비율(%)` too
    head = vocabulary.heads.match(text, rough=False)
    if head is not None and head.key == "rate" and text.startswith(RATE_OF_MONEY):
        return None  # `집행률` is of the lines above it
    if head is not None and head.key in _MEASURED:
        return head.key
    if head is not None and head.key in _PAID:
        return "money"
    section = vocabulary.sections.match(text, rough=False)
    if section is not None and section.key == "budget":
        return "money"
    unit = _UNIT.search(text)
    if unit is not None and unit[1] in vocabulary.count_units and (block or head is None or head.key != "quantity"):
        return "goal"  # `등록 시민(명)` among lines of money, `물량(개소)` over 계획 and 실적
    source = vocabulary.funding.match(text, rough=False)
    return "money" if source is not None and source.key != "total" else None


def _with_rows(table: Table, rows: Sequence[int]) -> Table:
    """The table with these rows only; a merged cell covers those of its rows that are left."""
    kept = sorted(rows)
    cells = []
    for cell in table.cells:
        first, end = bisect_left(kept, cell.row), bisect_left(kept, cell.row + cell.row_span)
        if first < end:
            cells.append(replace(cell, row=first, row_span=end - first))
    return replace(table, rows=len(kept), cells=tuple(cells))
