"""본예산 and 추경 side by side under a year (`2019년: 본예산 | 추경`): both are amounts of it where the printed sums show that one adds to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.issue import Issue
from pledgecards.extract.page import Place
from pledgecards.normalize.budget.cell_figures import CellFigures
from pledgecards.normalize.budget.layout import Layout
from pledgecards.normalize.tables.lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary


def with_supplements(
    layout: Layout, leftover: list[Column], lines: Sequence[TableLine], figures: CellFigures
) -> tuple[Layout, list[Column]]:
    """The layout with the columns of 추경 among its amounts, and the columns that are left over.

    They are so where every line's 계 is the sum of its years and of these columns; elsewhere 추경 may as well be the whole as it is after it.
    """
    added = [column for column in leftover if column.kind == "supplement" and column.year is not None]
    total = next((column for column in layout.amounts if column.kind == "total" and column.group is None), None)
    years = [column for column in layout.amounts if column.year is not None]
    if not added or total is None or layout.sourced or not _add_up(total, [*years, *added], added, lines, figures):
        return layout, leftover
    dated = {column.year for column in added}
    amounts = [
        # What tells the two apart is part of their period.
        replace(column, period=column.label)
        if column.kind in ("former", "supplement") and column.year in dated
        else column
        for column in (*layout.amounts, *added)
    ]
    amounts.sort(key=lambda column: column.index)
    return replace(layout, amounts=tuple(amounts)), [column for column in leftover if column not in added]


def without_first_plans(
    layout: Layout,
    leftover: list[Column],
    lines: Sequence[TableLine],
    kept: list[TableLine],
    measure: Column | None,
    vocabulary: Vocabulary,
    place: Place,
) -> tuple[Layout, list[Column], list[TableLine], list[Issue]]:
    """The layout, the columns left over and the lines without what was planned at first, where what was added to it has no place beside it: the
    amount of its year is another by now, and how much is not said. With an issue for it.

    lines: all lines, of which those `kept` give rows; measure: the column that tells them apart, if any.
    """
    dated = {column.year for column in leftover if column.kind == "supplement"}
    first = [column for column in layout.amounts if column.kind == "former" and column.year in dated]
    rest = kept
    if measure is not None:
        keys = {line.number: _key(line.text(measure), vocabulary) for line in lines}
        added = {line.project for line in lines if keys[line.number] == "supplement"}
        rest = [line for line in kept if keys[line.number] != "former" or line.project not in added]
    if not first and len(rest) == len(kept):
        return layout, leftover, kept, []
    message = "소요예산 표의 추경이 본예산에 더한 금액인지 추경 뒤의 금액인지 알 수 없어 둘 다 옮기지 않았습니다."
    issue = Issue("table.unreadable", message, "budget", "amount_won", place)
    amounts = tuple(column for column in layout.amounts if column not in first)
    return replace(layout, amounts=amounts), [*leftover, *first], rest, [issue]


def _key(text: str, vocabulary: Vocabulary) -> str | None:
    match = vocabulary.heads.match(text, rough=False) if text else None
    return match.key if match is not None else None


def _add_up(
    total: Column, parts: Sequence[Column], added: Sequence[Column], lines: Sequence[TableLine], figures: CellFigures
) -> bool:
    """Whether the total of every line is the sum of its parts, and one at least takes in what was added."""
    told = False
    for line in lines:
        sums = [_value(line, column, figures) for column in parts]
        whole = _value(line, total, figures)
        if whole is None or any(value is None for value in sums) or sum(value or 0 for value in sums) != whole:
            return False
        told = told or any(_value(line, column, figures) for column in added)
    return told


def _value(line: TableLine, column: Column, figures: CellFigures) -> Decimal | None:
    """The figure of a cell, 0 where it holds none; None where it cannot be read."""
    cell = figures.cell(line.text(column))
    return Decimal(0) if cell.state in ("blank", "dash") else cell.value
