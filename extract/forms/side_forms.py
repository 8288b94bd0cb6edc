"""Forms whose labels stand at the side: what tells them from a table of data whose first column names its rows."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.forms.labels import Label, has_year_head, label_kind
from pledgecards.extract.forms.shapes import FIGURE
from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.grid.tables import is_filled
from pledgecards.extract.markers import split_marker
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import Vocabulary, fold

_TALLEST_HEAD = 3
"""A head of more rows than this is none: a blank cell that tall is a label that goes on over a page break."""


def is_side_form(table: Table, labels: list[Label], vocabulary: Vocabulary) -> bool:
    """Whether the labels in the first column make a form of the table: each stands beside what it labels."""
    if not labels or table.cols < 2:
        return False
    strong = [match for _, kind, match in labels if kind in ("choice", "title", "number")]
    sections = {match.key for _, kind, match in labels if kind == "section"}
    # 주관부서 and 협조부서 one under the other are a list of people, not a form.
    if len(strong) + len(sections) >= 2 and (strong or sections != {"contacts"}):
        return True
    own = [cell.row_span for cell, kind, match in labels if kind == "section" and not match.rough]
    blank = sum(cell.row_span for cell in table.cells if cell.col == 0 and not cell.text)  # behind a page break
    if len(own) > 1 and sum(own) + blank == table.rows and sections - {"contacts", "other"}:
        return not _heads_figures(table, vocabulary)  # 사업개요 over 추진배경: both say what the pledge is
    if len(strong) == 1 and table.rows <= 3:
        return not _heads_figures(table, vocabulary) and not _title_heads_column(labels[0], table, vocabulary)
    if sections and _begins_with_rest(table, labels, vocabulary):
        return True
    # One labelled row: a section beside its text.
    return len(sections - {"contacts"}) == 1 and len(labels) == 1 and labels[0][0].row_span == table.rows


def _title_heads_column(label: Label, table: Table, vocabulary: Vocabulary) -> bool:
    """Whether what stands beside the label of a title is a label, or heads a column, itself (`사업명 | 추진실적` over the names of projects): no
    title is called so."""
    cell, kind, _ = label
    beside = table.right_of(cell)
    if kind != "title" or cell.row or beside is None or not beside.text:
        return False
    return label_kind(beside, vocabulary) is not None or vocabulary.heads.match(beside.text, rough=False) is not None


def _begins_with_rest(table: Table, labels: list[Label], vocabulary: Vocabulary) -> bool:
    """Whether labels own every row but the first ones, whose label is blank: the rest of a field that began on the page before. A single row
    holds one cell with text under bullets or a table in it; several are rows of a table that went on, without a head, and below them a label
    stands beside a cell with such text that is as wide as they all are, or beside a table with a head of years."""
    blank, *others = sorted(table.in_row(0), key=lambda cell: cell.col)
    tall = blank.row_span
    if is_filled(blank) or blank.tables or sum(c.row_span for c, _, _ in labels) != table.rows - tall:
        return False
    if tall == 1:
        beside = [cell for cell in others if is_filled(cell) or cell.tables]
        return len(beside) == 1 and _holds_text(beside[0], vocabulary)
    if tall <= _TALLEST_HEAD and has_year_head(table, range(tall), vocabulary):
        return False
    wide = [table.right_of(label) for label, _, _ in labels]
    if any(cell and cell.col + cell.col_span == table.cols and _holds_text(cell, vocabulary) for cell in wide):
        return True
    return any(has_year_head(table, range(c.row, c.row + 2), vocabulary) for c, _, _ in labels if c.row_span > 1)


def _holds_text(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds a table, or text under bullets."""
    return bool(cell.tables) or any(split_marker(line.text, vocabulary).rank is not None for line in cell.lines)


def _heads_figures(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether two columns hold nothing but figures below their heads, one of which is known (`사업명 | 총사업비 | 국비` over a line or two): a
    title beside its label has no such columns behind it."""
    known: list[bool] = []
    for col in range(1, table.cols):
        column = sorted((cell for cell in table.cells if cell.col == col), key=lambda cell: cell.row)
        texts = [cell.text for cell in column[1:] if cell.text.strip("-–—－ ")]
        if not column or column[0].row or FIGURE.fullmatch(column[0].text) or not texts:
            continue
        if all(map(FIGURE.fullmatch, texts)):
            known.append(head_word(column[0].text, vocabulary).sort in ("word", "source", "period"))
    return len(known) > 1 and any(known)


def has_choice_beside(table: Table, labels: list[Label], vocabulary: Vocabulary) -> bool:
    """Whether a label of a choice, with its value, stands further right in a row, behind the office in charge (`담당부서 | 건설과 | 임기구분 |
    ■ 임기내 □ 임기후`), in a table whose rows all begin with the label of an office or a person."""
    if not labels or any(match.key != "contacts" for _, _, match in labels):
        return False
    known = {cell.row for cell, _, _ in labels}
    heads = vocabulary.people.folded("heads")
    first = [cell for cell in table.cells if cell.col == 0 and cell.row not in known]
    if any(fold(cell.text) not in heads for cell in first):
        return False
    further = [c for row in range(table.rows) for c in sorted(table.in_row(row), key=lambda c: c.col)[2::2]]
    for cell in further:
        kind, value = label_kind(cell, vocabulary), table.right_of(cell)
        if kind is not None and kind[0] == "choice" and not kind[1].rough and value is not None and value.lines:
            return True
    return False


def rows_beside(table: Table, by_column: Sequence[Label]) -> set[int]:
    """The rows beside which labels of several rows stand, or the blank cell of one that goes on over a page break: it is taller than a head."""
    tall = [cell for cell, _, _ in by_column if cell.row_span > 1]
    tops = [cell for cell in table.cells if cell.row == cell.col == 0] if by_column else []
    tall += [top for top in tops if top.row_span > _TALLEST_HEAD and not is_filled(top)]
    return {row for cell in tall for row in range(cell.row, cell.row + cell.row_span)}
