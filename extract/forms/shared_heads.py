"""Fields of a form whose figures stand under the years of the field above them: the head is printed once, for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pledgecards.extract.form_parts import Field, People, Rest
from pledgecards.extract.forms.labels import has_year_head
from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.grid.tables import crop, is_filled
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import Vocabulary

_OF_FIGURES = frozenset({"budget", "indicators", "goals", "achievement", "schedule"})


def under_shared_heads(
    parts: Iterable[Field | Rest | People], table: Table, vocabulary: Vocabulary
) -> Iterator[Field | Rest | People]:
    """The fields of a form set at the side; rows of figures that have no years of their own stand under those of the field above them, where
    each of their cells stands below one of that head (`투자계획 | 재원 | 계 | 2019` over `추진목표 | 설치(개소) | 4 | 1`)."""
    head: list[Cell] = []
    for part in parts:
        if not isinstance(part, Field) or part.kind != "section":
            yield part
            continue
        label = part.label
        rows = range(label.row, label.row + label.row_span)
        if has_year_head(table, rows[:2], vocabulary):
            head = _head(table, label, vocabulary)
        elif head and part.match.key in _OF_FIGURES and _stands_under(table, rows, head, label):
            yield replace(part, content=_headed(table, rows, head, label))
            continue
        elif head and not all(_stands_under(table, [row], head, label) for row in rows):
            head = []  # text over the whole width parts what is below from the head
        yield part


def _head(table: Table, label: Cell, vocabulary: Vocabulary) -> list[Cell]:
    """The cells of times and sums in the row of a label; none where they are not the whole head."""
    row = [cell for cell in table.in_row(label.row) if cell.col > label.col]
    if not has_year_head(table, {label.row}, vocabulary) or any(cell.row_span > 1 for cell in row):
        return []
    words = ((cell, head_word(cell.text, vocabulary)) for cell in row)
    return [cell for cell, word in words if word.period is not None or word.key == "total"]


def _stands_under(table: Table, rows: Iterable[int], head: list[Cell], label: Cell) -> bool:
    """Whether each of these rows has a name, and a cell of its own, as wide, below each cell of the head."""
    first = min((cell.col for cell in head), default=0)
    for row in rows:
        places = {(cell.col, cell.col_span) for cell in table.in_row(row) if cell.row_span == 1}
        named = any(is_filled(cell) for cell in table.in_row(row) if label.col < cell.col < first)
        if not named or not all((cell.col, cell.col_span) in places for cell in head):
            return False
    return True


def _headed(table: Table, rows: range, head: list[Cell], label: Cell) -> Table:
    """The rows of a field under the cells of a head; what else stands in the row of that head says nothing of them."""
    over = [
        replace(cell, row=0) if cell in head else replace(cell, row=0, lines=(), tables=())
        for cell in table.in_row(head[0].row)
    ]
    body = [replace(cell, row=cell.row - rows.start + 1) for row in rows for cell in table.in_row(row)]
    left = label.col + label.col_span
    whole = Table(
        len(rows) + 1, table.cols, (*(cell for cell in over if cell.col >= left), *body), table.place, table.drawn
    )
    return crop(whole, 0, whole.rows, left, table.cols)
