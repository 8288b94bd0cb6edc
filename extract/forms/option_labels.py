"""Labels told by the options of a choice that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from pledgecards.extract.choices.cells import is_mark, one_option
from pledgecards.extract.choices.fields import field_of_all, looks_differ
from pledgecards.extract.choices.options import candidates_of, glyph_pattern, may_mark
from pledgecards.extract.choices.unnamed import known_behind_colon
from pledgecards.extract.forms.labels import (
    LONGEST_LABEL,
    Label,
    label_kind,
    labels_of_column,
    labels_of_row,
    length,
    other_label,
)
from pledgecards.extract.grid.tables import is_filled
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold

_FIGURES = re.compile(r"\d[\d,.]*%?(?:\s?[/→⇒(]\s?\d[\d,.]*%?\)?)?")
"""One, or what was planned beside what came of it (`3/2`, `3(2)`)."""

_LONGEST_OPTIONS = 60
"""No cell of options has more letters; one of prose need not be read through."""


def label_of_options(table: Table, cell: Cell, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """The choice that a cell labels whose own words do not tell it, by the options in the cell beside it (`구분 | 신규(○) 계속( )`)."""
    right = table.right_of(cell)
    if right is None or not right.lines or not 0 < length(cell) <= LONGEST_LABEL or length(right) > _LONGEST_OPTIONS:
        return None
    for text in dict.fromkeys((right.text, "".join(line.text for line in right.lines))):
        if not may_mark(text, 0, vocabulary):
            continue
        # A narrow cell may have broken an option over its lines (`○ 임기내 ● 임기` / `후`).
        choice = known_behind_colon(one_option(right, text).lines[0], 0, vocabulary)
        if choice is not None and not choice.label and choice.match is not None:
            return "choice", choice.match
    marked = _marked_behind(table, cell, vocabulary) if _begins_with_mark(right, vocabulary) else []
    field = _field_of_marked(marked, vocabulary)
    return ("choice", Match(field, cell.text, 100.0)) if field is not None else None


def labels_at_side(table: Table, vocabulary: Vocabulary) -> list[Label]:
    """The labels of the first column, those told by their options among them (`구분 | ☐ 신규 ☑ 지속` over `공약구분 | ☐ 완료 ☑ 추진중`); options
    below labels of their own tell none."""
    known = {cell.row: (cell, kind, match) for cell, kind, match in labels_of_column(table, vocabulary)}
    for cell in table.cells:
        if cell.col or (cell.row in known and known[cell.row][2].key != "classification"):
            continue
        told = label_of_options(table, cell, vocabulary)
        if told is not None and not (cell.row and _are_labelled_above(table, cell, vocabulary)):
            known[cell.row] = (cell, *told)
    return [known[row] for row in sorted(known)]


def _are_labelled_above(table: Table, cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether what stands right of a cell stands below labels of choices (`담당부서 | 임기구분` over `보건소 | ☑ 임기내 ☐ 임기후`)."""
    choices = {label.col for label, kind, _ in labels_of_row(table, cell.row - 1, vocabulary) if kind == "choice"}
    return bool(choices & {option.col for option in _marked_behind(table, cell, vocabulary)})


def _marked_behind(table: Table, label: Cell, vocabulary: Vocabulary) -> list[Cell]:
    """The cells right of one, up to the first that does not begin with a mark."""
    row = sorted((c for c in table.in_row(label.row) if c.lines and c.col > label.col), key=lambda c: c.col)
    return list(takewhile(lambda c: _begins_with_mark(c, vocabulary), row))


def _begins_with_mark(cell: Cell, vocabulary: Vocabulary) -> bool:
    return glyph_pattern(vocabulary).match(cell.text) is not None and not is_mark(cell.text, vocabulary)


def _field_of_marked(cells: list[Cell], vocabulary: Vocabulary) -> str | None:
    """The field of two or more options in a cell each, where it knows them all."""
    if len(cells) < 2:
        return None
    lines = [line for cell in cells for line in cell.lines]
    found = [one for line in lines for one in candidates_of(line, 0, len(line.text), vocabulary, one=True)]
    return field_of_all(found, vocabulary)


def _label_among_marked(table: Table, label: Cell, cell: Cell, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """An unknown label between options in cells of their own, each of which has its mark but it (`유형 | ☐ 신규 | ☑ 확대 | 성격 | ☑ 단기`):
    set as the label of the first is, where that is filled."""
    before = _marked_behind(table, label, vocabulary)
    behind = _marked_behind(table, cell, vocabulary)
    if len(before) < 2 or not behind or before[-1].col + before[-1].col_span != cell.col:
        return None
    if not _may_label(cell, vocabulary) or not _set_as(label, cell, [*before, *behind]):
        return None
    field = _field_of_marked(behind, vocabulary)
    return other_label(cell) if field is None else ("choice", Match(field, cell.text, 100.0))


def _may_label(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell is as long as a label is, and has no mark."""
    return len(fold(cell.text)) > 1 and length(cell) <= LONGEST_LABEL and not may_mark(cell.text, 0, vocabulary)


def _set_as(label: Cell, cell: Cell, values: Sequence[Cell]) -> bool:
    """Whether a cell has the ground of a label, none or one that no value beside them has."""
    return cell.fill == label.fill and (label.fill is None or all(value.fill != label.fill for value in values))


def label_behind_options(
    table: Table, label: Cell, match: Match, cell: Cell, vocabulary: Vocabulary
) -> tuple[str, Match] | None:
    """An unknown label behind the options of a choice: behind the one cell that holds them all, with a value of its own (`진행상태 | 착수 /
    추진중 / 완료 | 성격 | 신규사업`), or among marked ones in cells of their own; set as the label of the choice is, where that is filled."""
    among = _label_among_marked(table, label, cell, vocabulary)
    if among is not None:
        return among
    told = label_of_options(table, cell, vocabulary) if _may_label(cell, vocabulary) else None
    if told is not None and told[1].key != match.key and not _option_beside(cell, match, vocabulary):
        return told  # `임기 | ■ 내 □ 후 | 성격 | □ 단기 ■ 중기`
    options = next((c for c in table.in_row(cell.row) if c.col == label.col + label.col_span), None)
    value = table.right_of(cell)
    if options is None or value is None or cell.col != options.col + options.col_span:
        return None
    if not value.lines or not _may_label(cell, vocabulary) or not _set_as(label, cell, [options, value]):
        return None
    printed = [one for line in options.lines for one in candidates_of(line, 0, len(line.text), vocabulary)]
    known = vocabulary.options_by_field.get(match.key, frozenset())
    if len(printed) < 2 or not any(fold(option.text) in known for option in printed) or fold(cell.text) in known:
        return None
    return other_label(cell)


def _option_beside(cell: Cell, match: Match, vocabulary: Vocabulary) -> bool:
    return fold(cell.text) in vocabulary.options_by_field.get(match.key, frozenset())


def is_option_of(table: Table, label: Cell, match: Match, cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell right of a choice's label is one of its options, whatever else its words may head: known as one (`재정구분 | 예산 | 비예산`),
    the last of several (`재원 | 국비 | 도비 | 기타`), or with its own mark, as all cells between them are (`재원 | ☑ 국비 | ☐ 기타`)."""
    known = vocabulary.options_by_field.get(match.key, frozenset())
    if fold(cell.text) in known:
        return True
    row = sorted((c for c in table.in_row(cell.row) if c.lines and c.col > label.col), key=lambda c: c.col)
    between = [c.text for c in row if c.col < cell.col]
    if row[-1] is cell and vocabulary.options.match(cell.text, rough=False) is not None:
        lines = [c.lines[0] for c in row[:-1] if not is_mark(c.text, vocabulary)]
        words = [
            fold(one.text) for line in lines for one in candidates_of(line, 0, len(line.text), vocabulary, one=True)
        ]
        if len(words) > 1 and known.issuperset(words):
            return True
    glyph = glyph_pattern(vocabulary)
    first = glyph.match(cell.text)
    if first is None or glyph.match(label.text) is not None:
        return False
    return bool(between) and all(glyph.match(text) is not None and not is_mark(text, vocabulary) for text in between)


def lists_options(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell's line is two options of one field or more, though together they are a label as well (`신규 / 계속`)."""
    line = cell.lines[0]
    found = candidates_of(line, 0, len(line.text), vocabulary)
    return field_of_all(found, vocabulary) is not None


def inner_label(table: Table, row: int, vocabulary: Vocabulary) -> Label | None:
    """The first label of an office or a choice in a row of single cells, behind an unknown label and its value (`자치단체 | 아산시 |
    담당부서 | 관광과`); also one of a section that its options tell (`전화번호 | 000-0001 | 사업구분 | ☑ 신규 ☐ 계속`)."""
    cells = sorted(table.in_row(row), key=lambda cell: cell.col)
    if (
        len(cells) < 4
        or len(cells) % 2
        or cells[0].col > 0
        or any(cell.row_span > 1 or not is_filled(cell) for cell in cells)
    ):
        return None
    for cell in cells[2::2]:
        found = label_kind(cell, vocabulary)
        if found is not None and found[0] == "section" and found[1].key != "contacts":
            found = label_of_options(table, cell, vocabulary)
        if found is not None:
            return (cell, *found)
    return None


def heads_marked_options(table: Table, head: Cell, vocabulary: Vocabulary) -> bool:
    """Whether every line below a head, in its columns, is an option, with its mark or, where all are known to one field, with a mark at some
    or set otherwise (`사업구분` over `☑ 신규` over `☐ 계속`), or the second of two rows nothing but marks."""
    own = [c for c in table.cells if head.col <= c.col < head.col + head.col_span and c.row > head.row]
    lines = [line for cell in own for line in cell.lines]
    if len(lines) < 2:
        return False
    rows = sorted({cell.row for cell in own})
    if len(rows) == 2:
        options, marks = ([cell.text for cell in own if cell.row == row] for row in rows)
        if all(options) and any(marks) and all(not text or is_mark(text, vocabulary) for text in marks):
            return True
    each = [candidates_of(line, 0, len(line.text), vocabulary, one=True) for line in lines]
    found = [candidates[0] for candidates in each if len(candidates) == 1]
    marked = sum(candidate.glyph is not None for candidate in found)
    if len(found) < len(lines) or not (marked or looks_differ(found)):
        return False
    # One sign before them all is the bullet of a list (`추진실적` over `○ 용역 착수` and `○ 착공`).
    told = marked == len(found) and len({candidate.glyph for candidate in found}) > 1
    return told or field_of_all(found, vocabulary) is not None


def counts(table: Table, label: Cell) -> bool:
    """Whether the cells beside a label hold figures: it names what they count (`조례 제정 | 건 | 1 | 2`, `조례 제정(건) | 3/2`)."""
    rows = range(label.row, label.row + label.row_span)
    texts = [text for cell in table.cells if cell.row in rows and cell.col > label.col and (text := cell.text.strip())]
    return 0 < len(texts) <= 2 * sum(_FIGURES.fullmatch(text) is not None for text in texts)
