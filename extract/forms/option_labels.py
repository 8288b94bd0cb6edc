"""Labels told by the options of a choice that stand beside them."""

from __future__ import annotations

from pledgecards.extract.choices.options import candidates_of, may_mark
from pledgecards.extract.choices.unnamed import known_behind_colon
from pledgecards.extract.forms.labels import LONGEST_LABEL, length
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold


def label_of_options(table: Table, cell: Cell, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """The choice that a cell labels whose own words do not tell it, by the options in the cell beside it (`구분 | 신규(○) 계속( )`)."""
    right = next((c for c in table.in_row(cell.row) if c.col == cell.col + cell.col_span), None)
    if right is None or len(right.lines) != 1 or not 0 < length(cell) <= LONGEST_LABEL:
        return None
    line = right.lines[0]
    choice = known_behind_colon(line, 0, vocabulary) if may_mark(line.text, 0, vocabulary) else None
    return None if choice is None or choice.label or choice.match is None else ("choice", choice.match)


def label_behind_options(
    table: Table, label: Cell, match: Match, cell: Cell, vocabulary: Vocabulary
) -> tuple[str, Match] | None:
    """An unknown label behind the one cell that holds all options of a choice, with a value of its own (`진행상태 | 착수 / 추진중 / 완료 |
    성격 | 신규사업`): set as the label of the choice is, where that is filled."""
    options = next((c for c in table.in_row(cell.row) if c.col == label.col + label.col_span), None)
    value = next((c for c in table.in_row(cell.row) if c.col == cell.col + cell.col_span), None)
    if options is None or value is None or cell.col != options.col + options.col_span or len(options.lines) != 1:
        return None
    if (
        len(fold(cell.text)) < 2
        or length(cell) > LONGEST_LABEL
        or not value.lines
        or may_mark(cell.text, 0, vocabulary)
    ):
        return None
    if label.fill != cell.fill or (label.fill is not None and label.fill in (options.fill, value.fill)):
        return None
    printed = candidates_of(options.lines[0], 0, len(options.text), vocabulary)
    known = vocabulary.options_by_field.get(match.key, frozenset())
    if len(printed) < 2 or not any(fold(option.text) in known for option in printed) or fold(cell.text) in known:
        return None
    return "section", Match("other", cell.text, 100.0)
