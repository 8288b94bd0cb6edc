"""Labels of a period, a day or a rate that stand among the people in charge."""

from __future__ import annotations

import re

from pledgecards.extract.forms.labels import LONGEST_LABEL, length
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.notation import SHORT_YEAR
from pledgecards.schemas.vocabulary import Match, Vocabulary

_DAY = re.compile(rf"{SHORT_YEAR}\s?[.년/-]\s?\d{{1,2}}\s?[.월/-]\s?\d{{1,2}}\s?[.일]?")
"""A day and nothing else (`2020. 6. 30.`)."""

_RATE = re.compile(r"\d{1,3}(?:\.\d+)?\s?%")
_OF_RATE = re.compile(r"[가-힣]\s?\(\s?%\s?\)$")
_OF_NO_PERSON = frozenset({"year", "rate"})


def period_label(table: Table, cell: Cell, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """A word for a period, a day or a rate among the people in charge (`협조부서 | 농업과 | 기간 | '19~'22`, `작성기준일 | 2020. 6. 30.`,
    `진도(%) | 65`): no office, and what follows it is none."""
    if not 0 < length(cell) <= LONGEST_LABEL:
        return None
    met = vocabulary.heads.match(cell.text, rough=False)
    beside = next((c.text for c in table.in_row(cell.row) if c.col == cell.col + cell.col_span), "")
    is_label = (met is not None and met.key in _OF_NO_PERSON) or _OF_RATE.search(cell.text) is not None
    is_label = is_label or any(told.fullmatch(beside) and not told.fullmatch(cell.text) for told in (_DAY, _RATE))
    return ("section", Match("other", cell.text, 100.0)) if is_label else None
