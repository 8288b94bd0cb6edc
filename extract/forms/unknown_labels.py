"""Rows of a form whose label, in the column of those that name sections, is none that the vocabulary knows (`하려는 일 | ○ 2021. 3. …`)."""

from __future__ import annotations

import re

from pledgecards.extract.form_parts import Field, Rest
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.grid.tables import crop, is_filled
from pledgecards.extract.markers import split_marker
from pledgecards.extract.page import Cell, Table
from pledgecards.extract.tables.unknown import holds_outline
from pledgecards.schemas.notation import MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary

_LABEL = re.compile(rf"(?:[가-힣]{{2,}}[가-힣 {MIDDOTS}]*|(?:[가-힣] +){{1,5}}[가-힣])")
_LONGEST = 15
_LONGEST_NAME = 40
_DEEDS = "performance"


def names_beside(content: Table, vocabulary: Vocabulary) -> list[tuple[Cell, Table]]:
    """The name and the content of each row of a section, where every row is a name beside an outline or tables (`추진계획 | 경로당 | ○ …` over
    `쉼터 | ○ …`); else none. A time names no part of a section: it is when what stands beside it was done."""
    labels = [cell for cell in content.cells if cell.col == 0]
    beside = [cell for cell in content.cells if cell.col == 1]
    if content.cols != 2 or len(labels) < 2 or len(labels) != len(beside) or len(labels) != content.rows:
        return []
    if not all(cell.tables or holds_outline(cell, vocabulary) or _is_bullet(cell, vocabulary) for cell in beside):
        return []
    names = (cell for cell in labels if cell.lines and not cell.tables and len(cell.text) <= _LONGEST_NAME)
    if sum(read_period(cell.text) is None for cell in names) < len(labels):
        return []
    return [(label, crop(content, label.row, label.row + 1, 1, 2)) for label in sorted(labels, key=lambda c: c.row)]


def rows_of_labels(rest: Rest, above: Field | None) -> list[tuple[Cell, Table]]:
    """The label and the content of each row, where every row is a label set as that of the section of deeds above it is, and what it labels;
    else none. Under any other section it may as well be a part of it (`사업개요` over `규모 | …` and `기간 | …`).

    Nothing but words is a label: neither a date, which may head a deed of the section above, nor a number.
    """
    table = rest.content
    if (
        above is None
        or above.kind != "section"
        or above.match.key != _DEEDS
        or not above.content.ink
        or any(cell.tables for cell in table.cells)
    ):
        return []
    rows: list[tuple[Cell, Table]] = []
    row = 0
    while row < table.rows:
        cells = sorted(table.in_row(row), key=lambda cell: cell.col)
        label = cells[0] if cells else None
        if label is None or label.row != row or not _is_label(label, above.label):
            return []
        end = row + label.row_span
        content = crop(table, row, end, label.col + label.col_span, table.cols)
        if not any(map(is_filled, content.cells)):
            return []
        rows.append((label, content))
        row = end
    return rows


def _is_bullet(cell: Cell, vocabulary: Vocabulary) -> bool:
    return len(cell.lines) == 1 and split_marker(cell.text, vocabulary).rank is not None


def _is_label(cell: Cell, above: Cell) -> bool:
    alike = cell.col == 0 and cell.col_span == above.col_span
    return alike and len(cell.text) <= _LONGEST and _LABEL.fullmatch(" ".join(cell.text.split())) is not None
