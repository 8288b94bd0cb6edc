"""Funding sources, or measures, that stand one below the other in one cell, their figures in the cells beside: a row for each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

from pledgecards.extract.grid.row_names import is_total
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import Vocabulary

_FIGURE = re.compile(r"[-–—△▲+]?\s?[\d,.]+\s?%?|[-–—ㅡ―]")
_BRACKETED = re.compile(r"\(.+\)")
_PLANNED = frozenset({"goal", "plan"})
_MEASURES = _PLANNED | {"result", "rate"}


def with_sources_apart(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with every row parted whose sources share one cell (`계 / 도비 / 시비`): each line of the cell is a source, or their sum before
    them; in brackets are the amounts of a source in brackets (`사업비 / (국비) / (시비)`)."""
    return _unstacked(table, lambda cell: _stacks_sources(cell, vocabulary))


def with_measures_apart(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with every row parted whose measures share one cell (`목표 / 실적`): each line of the cell is another one."""
    return _unstacked(table, lambda cell: _stacks_measures(cell, vocabulary))


def _unstacked(table: Table, is_stacked: Callable[[Cell], bool]) -> Table:
    """The table with every row parted that has a cell of stacked keys.

    Only where nothing else is possible: every cell right of it holds as many lines, each a figure or a dash, or nothing. Cells left of it,
    which name the project, go down beside all of them.
    """
    tall = [cell for cell in table.cells if len(cell.lines) > 1]
    if not any(map(is_stacked, tall)):
        return table
    counts = [_keys(table, row, is_stacked) for row in range(table.rows)]
    if all(count is None for count in counts):
        return table
    starts = [0, *accumulate(count[1] if count else 1 for count in counts)]
    cells: list[Cell] = []
    for cell in table.cells:
        count = counts[cell.row] if cell.row_span == 1 else None
        start, span = starts[cell.row], starts[cell.row + cell.row_span] - starts[cell.row]
        if count is None or cell.col < count[0]:
            cells.append(replace(cell, row=start, row_span=span))
            continue
        for k in range(count[1]):
            line = cell.lines[k : k + 1]
            place = line[0].place if line else cell.place
            cells.append(replace(cell, row=start + k, lines=line, place=place, bar=0.0))
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return replace(table, rows=starts[-1], cells=tuple(cells))


def _keys(table: Table, row: int, is_stacked: Callable[[Cell], bool]) -> tuple[int, int] | None:
    """The column of a row's stacked keys and how many there are; None where there are none for sure."""
    here = [cell for cell in table.cells if cell.row <= row < cell.row + cell.row_span]
    stacked = [cell for cell in here if len(cell.lines) > 1 and is_stacked(cell)]
    if len(stacked) != 1 or stacked[0].row_span > 1:
        return None
    column, count = stacked[0].col, len(stacked[0].lines)
    beside = [cell for cell in here if cell.col > column]
    if any(cell.row_span > 1 or cell.tables or len(cell.lines) not in (0, count) for cell in beside):
        return None
    names = [line.text.strip() for line in stacked[0].lines]
    figures = [
        _figure(line.text.strip(), name) for cell in beside for line, name in zip(cell.lines, names, strict=False)
    ]
    return (column, count) if figures and all(map(_FIGURE.fullmatch, figures)) else None


def _figure(text: str, name: str) -> str:
    """The text of a figure, without the brackets that the name of its source has as well."""
    both = _BRACKETED.fullmatch(text) is not None and _BRACKETED.fullmatch(name) is not None
    return text[1:-1].strip() if both else text


def _stacks_sources(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether every line of a cell is a funding source, but that the first may be their sum."""
    first, *rest = cell.lines
    named = [vocabulary.funding.match(line.text, rough=False) is not None for line in rest]
    summed = vocabulary.funding.match(first.text, rough=False) is not None or is_total(first.text, vocabulary)
    return summed and bool(named) and all(named)


def _stacks_measures(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether every line of a cell is a measure, one of them of what is planned and no two the same."""
    matches = [vocabulary.heads.match(line.text, rough=False) for line in cell.lines]
    keys = [match.key for match in matches if match is not None and match.key in _MEASURES]
    return len(keys) == len(set(keys)) == len(cell.lines) > 1 and bool(_PLANNED.intersection(keys))
