"""Bands of a form in which sections stand side by side, each over its text."""

from __future__ import annotations

from pledgecards.extract.forms.labels import Label, label_kind
from pledgecards.extract.grid.tables import is_filled
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import Match, Vocabulary


def band_of_sections(table: Table, vocabulary: Vocabulary) -> tuple[int, list[Label]] | None:
    """The row of the first such band, and its labels (`사업개요 | 현황` over their texts, before `추진계획 | 추진실적` over theirs); None where
    the table has none, or is that band and nothing else (see `heads_sections`).

    A row of more text under the same heads is that of a table.
    """
    if table.rows < 3:
        return None
    # The rows whose first cell is a section: none of most tables.
    for row in [cell.row for cell in table.cells if cell.col == 0 and _section_of(cell, vocabulary) is not None]:
        labels = _labels_of_band(table, row, vocabulary) if row < table.rows - 1 else []
        if labels and _ends(table, row + 2, vocabulary):
            return row, labels
    return None


def _labels_of_band(table: Table, row: int, vocabulary: Vocabulary) -> list[Label]:
    """The labels that are all of a row, each over a cell as wide that is none; [] where they are not."""
    heads = sorted([cell for cell in table.in_row(row) if is_filled(cell)], key=lambda cell: cell.col)
    if len(heads) < 2 or any(cell.row_span > 1 for cell in heads):
        return []
    below = {(cell.col, cell.col_span): cell for cell in table.in_row(row + 1)}
    labels: list[Label] = []
    for cell in heads:
        kind, text = _section_of(cell, vocabulary), below.get((cell.col, cell.col_span))
        if kind is None:
            return []
        if text is None or text.row_span > 1 or label_kind(text, vocabulary) is not None:
            return []
        labels.append((cell, *kind))
    return labels if len({match.key for _, _, match in labels}) == len(labels) else []


def _section_of(cell: Cell, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """The kind of a cell that names a section exactly; None of any other."""
    kind = label_kind(cell, vocabulary)
    return kind if kind is not None and kind[0] == "section" and not kind[1].rough else None


def _ends(table: Table, row: int, vocabulary: Vocabulary) -> bool:
    """Whether the table ends before a row, or that row begins with a label of its own."""
    if row == table.rows:
        return True
    first = min(table.in_row(row), key=lambda cell: cell.col, default=None)
    return first is not None and first.row == row and label_kind(first, vocabulary) is not None
