"""The rest of a form, which no label of a card names: what goes on beside a blank label, and a form nested beside another."""

from __future__ import annotations

from itertools import pairwise

from pledgecards.extract.choices.cells import one_option
from pledgecards.extract.forms.form import fields
from pledgecards.extract.grid.tables import crop, is_filled
from pledgecards.extract.page import Cell, Line, Table
from pledgecards.extract.tables.unknown import holds_outline
from pledgecards.schemas.vocabulary import Vocabulary


def beside_blank(table: Table) -> Table | None:
    """What stands beside a blank label: the field above goes on. None if the label is not blank."""
    label = next((cell for cell in table.cells if cell.row == 0 and cell.col == 0), None)
    if label is None or is_filled(label) or label.tables or label.col_span >= table.cols or label.row_span < table.rows:
        return None
    return crop(table, 0, table.rows, label.col_span, table.cols)


def rest_of_form(table: Table, vocabulary: Vocabulary) -> Table | None:
    """What stands beside a blank label down a whole table, if a cell as wide as all of that holds tables or an outline: the end of a form on
    another page. None of any other table."""
    inner = beside_blank(table)
    return inner if inner is not None and any(_holds_content(c, inner, vocabulary) for c in inner.cells) else None


def parts_of_content(content: Table, vocabulary: Vocabulary) -> list[Table]:
    """What stands beside a label, parted above and below each cell of its whole width that holds tables or an outline: a table whose sides lie
    on those of the form is drawn as rows of it."""
    cuts = {0, content.rows}
    for cell in content.cells:
        if _holds_content(cell, content, vocabulary):
            cuts |= {cell.row, cell.row + cell.row_span}
    return [crop(content, top, bottom, 0, content.cols) for top, bottom in pairwise(sorted(cuts))]


def _holds_content(cell: Cell, content: Table, vocabulary: Vocabulary) -> bool:
    return cell.col_span == content.cols and (bool(cell.tables) or holds_outline(cell, vocabulary))


def form_beside(row: Table, vocabulary: Vocabulary) -> tuple[Line, Table] | None:
    """A label that names no part of a card and the cell beside it, if a form is nested there: its fields say what they are."""
    inner = [cell for cell in row.cells if cell.tables]
    label = next((cell for cell in row.cells if cell.lines and not cell.tables), None)
    if row.rows > 1 or len(row.cells) != 2 or len(inner) != 1 or label is None or label.col > inner[0].col:
        return None
    if all(fields(table, vocabulary) is None for table in inner[0].tables):
        return None
    return one_option(label).lines[0], crop(row, 0, 1, inner[0].col, row.cols)
