"""Rows of a form whose label, in the column of those that name sections, is none that the vocabulary knows (`하려는 일 | ○ 2021. 3. …`)."""

from __future__ import annotations

import re

from pledgecards.extract.forms.parts import Field, Rest
from pledgecards.extract.grid.tables import crop, is_filled
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.notation import MIDDOTS

_LABEL = re.compile(rf"(?:[가-힣]{{2,}}[가-힣 {MIDDOTS}]*|(?:[가-힣] +){{1,5}}[가-힣])")
_LONGEST = 15
_DEEDS = "performance"


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


def _is_label(cell: Cell, above: Cell) -> bool:
    alike = cell.col == 0 and cell.col_span == above.col_span
    return alike and len(cell.text) <= _LONGEST and _LABEL.fullmatch(" ".join(cell.text.split())) is not None
