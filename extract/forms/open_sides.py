"""Forms ruled on the side of their labels only: what stands beside several labels is one cell there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.page import Cell, Line, Place, Table

_SLACK = 1.5


def ruled_at_labels(table: Table) -> Table:
    """The table with every text beside several labels of its first column parted at their edges, where lines of its own stand beside each.

    Left whole, it would be the content of all of them.
    """
    labels = [cell for cell in table.cells if cell.col == 0 and cell.lines]
    cells: list[Cell] = []
    for cell in table.cells:
        end = cell.row + cell.row_span
        beside = [label for label in labels if cell.row <= label.row and label.row + label.row_span <= end]
        whole = sum(label.row_span for label in beside) == cell.row_span
        cells += _parted(cell, beside) if cell.col and whole and len(beside) > 1 and not cell.tables else [cell]
    return table if len(cells) == len(table.cells) else replace(table, cells=tuple(cells))


def _parted(cell: Cell, labels: Sequence[Cell]) -> list[Cell]:
    """The cell as one for each label; whole where a line stands beside none of them, or none beside one."""
    parts = [tuple(line for line in cell.lines if _stands_beside(line.place, label.place)) for label in labels]
    if not all(parts) or sum(map(len, parts)) < len(cell.lines):
        return [cell]
    return [_beside(cell, label, lines) for label, lines in zip(labels, parts, strict=True)]


def _beside(cell: Cell, label: Cell, lines: tuple[Line, ...]) -> Cell:
    place = replace(cell.place, top=label.place.top, bottom=label.place.bottom)
    return replace(cell, row=label.row, row_span=label.row_span, lines=lines, place=place)


def _stands_beside(line: Place, label: Place) -> bool:
    if line.top is None or line.bottom is None or label.top is None or label.bottom is None:
        return False
    return line.page == label.page and label.top - _SLACK <= line.top and line.bottom <= label.bottom + _SLACK
