"""Choices side by side, each under a head of its own, and a stub before them that says nothing (`구분` over `유형 | 이행단계 | 재정`)."""

from __future__ import annotations

from pledgecards.extract.choices.candidate import Candidate
from pledgecards.extract.choices.cells import is_mark
from pledgecards.extract.choices.fields import field_of_all
from pledgecards.extract.choices.options import candidates_of, glyph_pattern
from pledgecards.extract.forms.labels import LONGEST_LABEL, Label, label_kind, length
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold

_STUBS = frozenset({"", "구분", "항목"})
_FEWEST = 2


def choices_under_heads(table: Table, vocabulary: Vocabulary) -> list[Label]:
    """The labels of a table whose heads, all but the stub, stand each over the options of one choice, in one row, or over the row of their
    marks; else none. A head that is no known label, or whose options have no marks, is told by options that all are known to one field;
    one head at least is a known label."""
    if table.rows not in (2, 3) or table.cols < _FEWEST:
        return []
    heads = sorted((cell for cell in table.cells if cell.row == 0), key=lambda cell: cell.col)
    if heads and fold(heads[0].text) in _STUBS:
        heads = heads[1:]
    if len(heads) < _FEWEST or any(cell.row_span > 1 or not 0 < length(cell) <= LONGEST_LABEL for cell in heads):
        return []
    kinds = [label_kind(cell, vocabulary) for cell in heads]
    if not any(kind is not None and kind[0] == "choice" for kind in kinds):
        return []  # most tables
    if any(len(glyph_pattern(vocabulary).findall(cell.text)) > 1 for cell in heads):
        return []  # `임기 | ■ 임기내 □ 임기외` over `신규/계속 | ■ 신규 □ 계속`
    labels: list[Label] = []
    for cell, kind in zip(heads, kinds, strict=True):
        options, marked = _options_below(table, cell, vocabulary)
        if len(options) < _FEWEST:
            return []
        if kind is not None and kind[0] == "choice" and marked:
            labels.append((cell, *kind))
            continue
        key = field_of_all(options, vocabulary)
        if key is None:
            return []
        labels.append((cell, "choice", Match(key, cell.text, 100.0)))
    return labels


def _options_below(table: Table, head: Cell, vocabulary: Vocabulary) -> tuple[list[Candidate], bool]:
    """The options in the columns of a head, and whether each has its mark, or the row below theirs holds nothing else; none where other
    cells stand there."""
    columns = range(head.col, head.col + head.col_span)
    own = [cell for cell in table.cells if cell.col in columns and cell.row > 0]
    if any(cell.row_span > 1 or cell.tables or cell.col + cell.col_span > columns.stop for cell in own):
        return [], False
    beneath = [cell.text for cell in own if cell.row > 1]
    if any(text and not is_mark(text, vocabulary) for text in beneath):
        return [], False
    first = [cell for cell in own if cell.row == 1]
    one = len(first) > 1
    found = [
        option
        for cell in first
        for line in cell.lines
        for option in candidates_of(line, 0, len(line.text), vocabulary, one=one)
    ]
    if beneath:
        return (found, True) if len(found) == len(first) else ([], False)
    return found, all(option.glyph is not None for option in found)
