"""Forms of a single row that begins with who is in charge under a short label (`주관 | 여성과 | 협조 | 회계과 | 임기구분 | ☑ 임기내`)."""

from __future__ import annotations

from pledgecards.extract.choices.options import may_mark
from pledgecards.extract.forms.labels import Label, length
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LONGEST = 10


def begins_with_people(table: Table, inner: Label, vocabulary: Vocabulary) -> bool:
    """Whether the only row of a table begins with a short label of who is in charge, and the label of a choice, with marked options beside it,
    stands further right."""
    cell, kind, match = inner
    first = min(table.cells, key=lambda one: one.col)
    if table.rows > 1 or kind != "choice" or match.rough or length(first) > _LONGEST:
        return False
    value = next((one for one in table.cells if one.col == cell.col + cell.col_span), None)
    marked = value is not None and any(may_mark(line.text, 0, vocabulary) for line in value.lines)
    return marked and fold(first.text) in vocabulary.people.folded("short_labels")


def with_first_role(table: Table, row: int, inner: Label, vocabulary: Vocabulary) -> Label:
    """The label that divides a row; that of its first cell where this is a person's role before others (`과장 | 홍길동 | 담당자 | 김가나`)."""
    first = min(table.in_row(row), key=lambda cell: cell.col, default=inner[0])
    heads = vocabulary.people.folded("heads")
    return (first, *inner[1:]) if inner[2].key == "contacts" and fold(first.text) in heads else inner
