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
    return marked and fold(first.text) in map(fold, vocabulary.people.spellings["short_labels"])
