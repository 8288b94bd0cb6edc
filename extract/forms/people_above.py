"""Rows of people in charge at the top of a table of data: drawn as one, they are two."""

from __future__ import annotations

from pledgecards.extract.form_parts import People, Rest
from pledgecards.extract.grid.roles.role import table_role
from pledgecards.extract.grid.tables import crop, is_filled
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary, fold

_MOST = 3
_OF_FIGURES = frozenset({"budget", "indicators", "schedule"})


def people_above(table: Table, vocabulary: Vocabulary) -> list[People | Rest] | None:
    """The people and the table below them (`담당부서 | 도로과 | 담당자 | 홍길동` over `구분 | 계 | 2018 | 2019`); None where the table is no such."""
    rows = 0
    while rows < min(_MOST, table.rows - 2) and _names_people(table, rows, vocabulary):
        rows += 1
    if not rows or any(cell.row < rows < cell.row + cell.row_span for cell in table.cells):
        return None
    below = crop(table, rows, table.rows, 0, table.cols)
    if table_role(below, None, vocabulary)[0] not in _OF_FIGURES:
        return None
    return [People(crop(table, 0, rows, 0, table.cols)), Rest(below)]


def _names_people(table: Table, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a row is labels of people in charge, and of what is told beside them (`작성일`), each before what it labels."""
    cells = sorted(table.in_row(row), key=lambda cell: cell.col)
    labels, values = cells[::2], cells[1::2]
    if len(labels) != len(values) or len(labels) < 2 or not any(map(is_filled, values)):
        return False
    heads = vocabulary.people.folded("heads")
    if fold(labels[0].text) not in heads:
        return False  # nearly every row
    beside = heads | vocabulary.head_kinds["other"]
    if any(fold(cell.text) not in beside for cell in labels):
        return False
    return all(fold(cell.text) not in beside for cell in values)
