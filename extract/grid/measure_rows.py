"""Tables that set a measure in each row (`구분 | 북카페` over `목표 | 22건`, `실적 | 19건`, `이행률 | 86.4%`): turned, they read like those with a measure in
each column. As they stand, 목표 would label a section."""

from __future__ import annotations

import re
from dataclasses import replace

from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import Vocabulary, fold

_MEASURES = frozenset({"goal", "result", "rate"})
_BESIDE = frozenset({"unit", "note"})
_FIGURE = re.compile(r"[△▲+\-−]?\s*\d[\d,]*(?:\.\d+)?\s*[^\d\s]{0,4}|[-–—－]?")
_WORDS = re.compile(r"[가-힣]{2}")
_CORNERS, _NAMELESS = (
    frozenset({"", "구분", "지표", "지표명", "세부사업", "사업명", "성과지표"}),
    frozenset({"내용", "수치", "값", "현황"}),
)
_MOST = 6


def measures_across(table: Table, vocabulary: Vocabulary) -> Table:
    """Such a table with its rows as columns; any other as it is. Nothing but figures stands beside its measures, and no year over them."""
    if not 1 < table.rows <= _MOST or table.cols < 2 or len(table.cells) != table.rows * table.cols:
        return table
    grid = {(cell.row, cell.col): cell for cell in table.cells}
    keys = [head_word(grid[row, 0].text, vocabulary) for row in range(table.rows)]
    head = 0 if keys[0].key in _MEASURES else 1
    told = [word.key for word in keys[head:] if word.period is None and word.score == 100]
    if len(told) < table.rows - head or not _MEASURES.union(_BESIDE).issuperset(told) or len({*told}) < len(told):
        return table
    if not {"goal", "result"}.issubset(told):
        return table
    figures = [
        grid[row, col].text
        for row in range(head, table.rows)
        if told[row - head] in _MEASURES
        for col in range(1, table.cols)
    ]
    if not all(map(_FIGURE.fullmatch, figures)) or (head and not _names_columns(grid, table.cols, vocabulary)):
        return table
    if head and table.cols == 2 and fold(grid[0, 1].text) in _NAMELESS:
        grid[0, 0] = replace(grid[0, 0], lines=grid[0, 0].lines + grid[0, 1].lines)
        grid[0, 1] = replace(grid[0, 1], lines=())
    turned = [replace(cell, row=cell.col, col=cell.row) for _, cell in sorted(grid.items(), key=lambda at: at[0][::-1])]
    return replace(table, rows=table.cols, cols=table.rows, cells=tuple(turned))


def _names_columns(grid: dict[tuple[int, int], Cell], cols: int, vocabulary: Vocabulary) -> bool:
    """Whether the first row names an indicator over each column."""
    if fold(grid[0, 0].text) not in _CORNERS:
        return False
    words = [head_word(grid[0, col].text, vocabulary) for col in range(1, cols)]
    return all(_WORDS.search(grid[0, col].text) and words[col - 1].period is None for col in range(1, cols))
