"""Tables of indicators with the years down their side and an indicator heading each column, turned so that each is a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.grid.row_names import RUNNING
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.grid.tables import crop
from pledgecards.extract.issue import Issue
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import Vocabulary

_NAMES_AND_MEASURES = 2
"""Rows of such a head."""
_MONEY = frozenset({"former", "secured", "spent", "base", "change"})
_MEASURES = frozenset({"goal", "plan", "result", "rate"})


def with_lines_of_indicators(table: Table, vocabulary: Vocabulary) -> tuple[Table, list[Issue]]:
    """The table, turned where its rows are years and its heads name indicators: alone (`연도 | 노선(개) | 정류소(개소)`), over 목표 and 실적
    of each, or beside a column that says which of the two each line is; and an issue for the remarks beside them (`비고`), which go."""
    head = read_head(table, vocabulary)
    side = next((column for column in head.of("year") if not column.on_axis), None)
    # `연도 | 공급호수 | 누계`: the running figures become the line below theirs.
    others = [
        column
        for column in head.columns
        if column is not side and not (column.kind == "total" and column.word in RUNNING)
    ]
    if side is None or not others or head.repeats or not all(column.label for column in others):
        return table, []
    issues: list[Issue] = []
    if head.rows == 1:
        keys = [side, *(column for column in others[:1] if column.kind == "measure")]
        named = [column for column in others if column not in keys]
        if len(keys) > 1 and named and named[-1].kind == "note":
            issues = _left_out(table, named.pop())
            table = crop(table, 0, table.rows, 0, table.cols - 1)
        turns = bool(named) and side.index < len(keys) and all(column.kind in ("other", "project") for column in named)
    else:
        turns = not side.index and head.rows == _NAMES_AND_MEASURES and _names_over_measures(table, others, vocabulary)
    if not turns:
        return table, issues
    cells = [
        replace(cell, row=cell.col, col=cell.row, row_span=cell.col_span, col_span=cell.row_span)
        for cell in table.cells
    ]
    cells.sort(key=lambda cell: (cell.row, cell.col))
    cells = _with_one_corner(cells, vocabulary)
    return replace(table, rows=table.cols, cols=table.rows, cells=tuple(cells)), issues


def _left_out(table: Table, column: Column) -> list[Issue]:
    texts = [cell.text for cell in table.cells if cell.col == column.index and cell.row and cell.lines]
    message = f"지표 표의 「{column.label}」 열은 자료에 옮길 자리가 없어 옮기지 않았습니다."
    return [Issue("table.unplaced", message, "indicators", None, table.place, " | ".join(texts))] if texts else []


def _with_one_corner(cells: list[Cell], vocabulary: Vocabulary) -> list[Cell]:
    """The cells with what heads the years (`연도`) and what heads the measures below or beside it (`구분`) as one, where the measures stand:
    the names below, or the years beside, have no other."""
    corner, below = cells[0], next((cell for cell in cells[1:] if cell.col == 0), None)
    if corner.col_span == _NAMES_AND_MEASURES:
        blank = replace(corner, col=1, col_span=1, lines=())
        return [replace(corner, col_span=1), blank, *cells[1:]]
    if below is not None and below.row == 1:
        over = next(
            (row for row in (0, 1) if any(cell.row == row and _is_measure(cell, vocabulary) for cell in cells)), None
        )
        if over is not None:
            lines = corner.lines if over == 0 else below.lines
            return [replace(corner, row_span=2, lines=lines), *(cell for cell in cells[1:] if cell is not below)]
    return cells


def _is_measure(cell: Cell, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heads.match(cell.text, rough=False)
    return match is not None and match.key in _MEASURES


def _names_over_measures(table: Table, columns: Sequence[Column], vocabulary: Vocabulary) -> bool:
    """Whether a name that is no measure stands over one column or more of each, which differ in what they measure."""
    if any(column.kind not in _MEASURES or column.year is not None for column in columns):
        return False
    names = [cell for cell in table.in_row(0) if cell.col and cell.lines]
    spans = [high - cell.col for cell, high in zip(names, [*(cell.col for cell in names[1:]), table.cols], strict=True)]
    if not names or names[0].col != 1:
        return False
    for name, span in zip(names, spans, strict=True):
        match = vocabulary.heads.match(name.text, rough=False)
        kinds = [column.kind for column in columns if name.col <= column.index < name.col + span]
        if (match is not None and match.key in _MEASURES | _MONEY) or len(set(kinds)) < len(kinds):
            return False
    return True
