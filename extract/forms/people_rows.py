"""Rows and cells of a form that go on with who is in charge behind no label of an office (`전화번호 | 000-0001 | 팩스 | …`)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pledgecards.extract.form_parts import People, Rest
from pledgecards.extract.grid.tables import crop, is_filled
from pledgecards.extract.page import Cell, Table
from pledgecards.extract.people.lines import is_telephone
from pledgecards.extract.people.rows import is_only_people
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold

_OF_PEOPLE = ("phone", "name", "role")
_LONGEST_VALUE = 40


def people_or_rest(part: Table, vocabulary: Vocabulary) -> Iterator[People | Rest]:
    """The rows of a part of a form that no label owns: those that tell of people in charge, and the others."""
    for people, rows in groupby(range(part.rows), lambda row: _tells_people(part, row, vocabulary)):
        run = list(rows)
        piece = crop(part, run[0], run[-1] + 1, 0, part.cols)
        if piece.ink:
            yield People(piece) if people else Rest(piece)


def person_label(table: Table, cell: Cell, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """What a cell labels beside fields of other kinds that heads a telephone or a person, with one in the cell behind it (`사업구분 | ☑ 신규 |
    전화번호 | 000-0001`)."""
    value = table.right_of(cell) if _heads_person(cell, vocabulary) else None
    if value is None or not _is_of_person(value, vocabulary):
        return None
    return "section", Match("contacts", cell.text, 100.0)


def _tells_people(table: Table, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a row is pairs of a label and its value, the first of a person or a telephone, and each such value is one."""
    cells = sorted(table.in_row(row), key=lambda cell: cell.col)
    labels, values = cells[::2], cells[1::2]
    if not values or len(labels) != len(values) or any(cell.row_span > 1 for cell in cells):
        return False
    if not _heads_person(labels[0], vocabulary) or not any(map(is_filled, values)):
        return False
    for label, value in zip(labels, values, strict=True):
        if _heads_person(label, vocabulary):
            if is_filled(value) and not _is_of_person(value, vocabulary):
                return False
        elif fold(label.text) not in vocabulary.head_kinds["other"]:
            return False
    return True


def _heads_person(cell: Cell, vocabulary: Vocabulary) -> bool:
    word = fold(cell.text) if cell.lines else ""
    heads = vocabulary.head_kinds
    return word in vocabulary.people.spellings["roles"] or any(word in heads[kind] for kind in _OF_PEOPLE)


def _is_of_person(cell: Cell, vocabulary: Vocabulary) -> bool:
    text = cell.text.strip()
    return len(text) <= _LONGEST_VALUE and (is_telephone(text) or is_only_people(text, vocabulary))
