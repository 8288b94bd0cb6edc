"""Labels of other fields that stand among the people in charge: of a period, a day or a rate, or unknown ones told by their ground."""

from __future__ import annotations

import re

from pledgecards.extract.forms.labels import LONGEST_LABEL, length, other_label
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.notation import SHORT_YEAR
from pledgecards.schemas.vocabulary import Match, Vocabulary

_DAY = re.compile(rf"{SHORT_YEAR}\s?[.년/-]\s?\d{{1,2}}\s?[.월/-]\s?\d{{1,2}}\s?[.일]?")
"""A day and nothing else (`2020. 6. 30.`)."""

_RATE = re.compile(r"\d{1,3}(?:\.\d+)?\s?%")
_OF_RATE = re.compile(r"[가-힣]\s?\(\s?%\s?\)$")
_OF_NO_PERSON = frozenset({"year", "rate"})


def label_among_people(table: Table, label: Cell, cell: Cell, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """What a cell right of the label of an office labels, if it is no office and heads none."""
    return _period_label(table, cell, vocabulary) or _label_by_ground(table, label, cell, vocabulary)


def _label_by_ground(table: Table, label: Cell, cell: Cell, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """An unknown label between values, on the ground of the label of the office, as no value is (`담당부서 | 도시과 | 우선순위등급 | 상`); nothing
    that ends like an office or a person's role."""
    row = {c.col: c for c in table.in_row(cell.row)}
    before = next((c for c in row.values() if c.col + c.col_span == cell.col), None)
    behind = row.get(cell.col + cell.col_span)
    if label.fill is None or cell.fill != label.fill or before is None or behind is None or not behind.lines:
        return None
    if (
        label.fill in (before.fill, behind.fill)
        or not 1 < length(cell) <= LONGEST_LABEL
        or any(map(str.isdigit, cell.text))
    ):
        return None
    people = vocabulary.people.spellings
    ends = tuple(people["roles"]) + tuple(people["units"])
    known = vocabulary.people.match(cell.text) is not None or vocabulary.sections.match(cell.text) is not None
    return None if known or cell.text.endswith(ends) else other_label(cell)


def _period_label(table: Table, cell: Cell, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """A word for a period, a day or a rate among the people in charge (`협조부서 | 농업과 | 기간 | '19~'22`, `작성기준일 | 2020. 6. 30.`, `진도(%) | 65`): no
    office, and what follows it is none."""
    if not 0 < length(cell) <= LONGEST_LABEL:
        return None
    met = vocabulary.heads.match(cell.text, rough=False)
    right = table.right_of(cell)
    beside = right.text if right is not None else ""
    is_label = (met is not None and met.key in _OF_NO_PERSON) or _OF_RATE.search(cell.text) is not None
    is_label = is_label or any(told.fullmatch(beside) and not told.fullmatch(cell.text) for told in (_DAY, _RATE))
    return other_label(cell) if is_label else None
