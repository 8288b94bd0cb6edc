"""What tells a form from a table of data: where its labels stand, and what stands beside and below them."""

from __future__ import annotations

import re

from pledgecards.extract.choices.cells import is_mark
from pledgecards.extract.forms.labels import Label, label_kind
from pledgecards.extract.forms.option_labels import counts, heads_marked_options
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.grid.tables import crop, is_filled
from pledgecards.extract.markers import DASH, DOT, ITEM, SECTION, split_marker
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.notation import APOSTROPHE
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LABEL_HEADS, _CONTENT_HEADS = frozenset({"항목", "구분"}), frozenset({"내용", "세부내용", "주요내용"})

_DATED = re.compile(rf"{APOSTROPHE}?\s?(?:19|20)?\d\d\s?[.년]")
_LISTED = (SECTION, ITEM, DASH, DOT)
_FEWEST_LABELS = 3
_OF_FORMS, _MEASURED = frozenset({"contacts", "overview"}), frozenset({"indicators", "goals"})

FIGURE = re.compile(r"[△▲+\-−]?\s*\d[\d,]*(?:\.\d+)?\s*(?:[%％]|[십백천만억]*원)?")


def heads_only(table: Table) -> bool:
    """Whether the first row only says that labels stand left and what they label right (`항목 | 내용`)."""
    texts = [fold(cell.text) for cell in table.in_row(0)]
    return len(texts) == 2 and texts[0] in _LABEL_HEADS and texts[1] in _CONTENT_HEADS


def counts_rows(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether the first column only counts the rows under its head (`연번 | 연도 | 추진내용` over `1 | 2019 | …`, `2 | 2020 | …`), and none of
    them begins with a label behind its number, as the fields of a form may; or a column under a head of dates dates
    them, or each is a plan and what was done of it."""
    if _dates_rows(table, vocabulary) or _sets_plans_beside(table, vocabulary):
        return True
    below = [cell for cell in table.cells if cell.col == 0 and cell.row > 0]
    if len(below) < 2 or any(cell.text.rstrip(".") != str(place) for place, cell in enumerate(below, start=1)):
        return False  # nearly every table
    head = next((cell for cell in table.cells if cell.row == cell.col == 0), None)
    match = vocabulary.heads.match(head.text, rough=False) if head is not None and head.row_span == 1 else None
    if match is None or match.key != "number":
        return False
    return not any(label_kind(cell, vocabulary) for cell in table.cells if cell.col == 1 and cell.row > 0)


def _dates_rows(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a column holds nothing but dates below a head that says so (`추진내용 | 추진시기 | 비고` over `사업설명회 | 2018. 10. 4. | `)."""
    if table.rows < 3:
        return False
    names = vocabulary.dates.folded("column_heads")
    for head in [cell for cell in table.in_row(0) if cell.row_span == 1 and fold(cell.text) in names]:
        texts = [cell.text for cell in table.cells if cell.col == head.col and cell.row > 0 and cell.text]
        if len(texts) > 1 and all(map(_DATED.match, texts)):
            return True
    return False


def _sets_plans_beside(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether bullets stand in two columns under 계획 and 실적, of which one alone labels a section (`추진계획 | 실적`); under labels of two, in
    several rows: none of them labels what stands beside it."""
    if table.cols != 2 or table.rows < 2 or len(table.in_row(0)) != 2:
        return False
    heads = sorted(table.in_row(0), key=lambda cell: cell.col)
    texts = [cell.text for cell in heads]
    short = [vocabulary.marked_sections.match(text, rough=False) if text else None for text in texts]
    named = [vocabulary.sections.match(text, rough=False) if text else None for text in texts]
    keys = {match.key for match in (*short, *named) if match is not None}
    if keys != {"plan", "performance"} or not (any(short) or table.rows > 2):
        return False
    below = [cell for cell in table.cells if cell.row > 0 and cell.lines]
    return bool(below) and all(split_marker(c.lines[0].text, vocabulary).rank in _LISTED for c in below)


def spans_head(table: Table, label: Label, vocabulary: Vocabulary) -> bool:
    """Whether the last row beside a merged label holds nothing but periods, or sources of funding that are no options: the label is the
    corner of a table's head, where that of a form's field would reach down beside the table's body."""
    corner, kind, _ = label
    if corner.row > 0 or corner.row_span < 2:
        return False
    texts = [cell.text for cell in table.cells if cell.row == corner.row_span - 1 and cell is not corner and cell.text]
    if len(texts) < 2:
        return False
    if kind != "choice" and all(vocabulary.funding.match(text, rough=False) is not None for text in texts):
        return True
    return all((period := read_period(text)) is not None and not period.rest for text in texts)


def heads_of_form(table: Table, heads: list[Label], vocabulary: Vocabulary) -> bool:
    """Whether head cells are those of a form: choices, also such as head sections elsewhere, or a title, not columns of data."""
    own = sum(kind in ("choice", "title", "number") for _, kind, _ in heads)
    if own < 2:
        own += sum(kind == "section" and heads_marked_options(table, cell, vocabulary) for cell, kind, _ in heads)
    return own >= 2


def labels_over_values(table: Table, heads: list[Label], vocabulary: Vocabulary) -> bool:
    """Whether a table is one row of labels and one of their values (`주관부서 | 사업기간 | 총사업비` over `문화예술과 | 2019~2022 | …`): offices
    or an overview among them, and nothing that is measured, which a line of figures would stand below. Labels of people alone are the heads of
    their table (`담당부서 | 담당팀 | 담당자 | 연락처`)."""
    keys = {match.key if kind == "section" else kind for _, kind, match in heads}
    if table.rows != 2 or len(heads) < _FEWEST_LABELS or keys.isdisjoint(_OF_FORMS) or not keys.isdisjoint(_MEASURED):
        return False
    if keys == {"contacts"}:
        return False
    values = [cell for cell in table.cells if cell.row == 1]
    return len(values) == len(heads) and not any(label_kind(cell, vocabulary) for cell in values)


def cut_at_label(table: Table, vocabulary: Vocabulary) -> tuple[Table, Table | None]:
    """A form under a head, and the fields behind it of another one, which a text sets apart by no more than a blank line: they begin with a
    label behind nothing, or a choice's, two rows below the head or more."""
    for row in range(2, table.rows):
        first = min((cell for cell in table.in_row(row) if cell.text), key=lambda cell: cell.col, default=None)
        kind = label_kind(first, vocabulary) if first is not None else None
        if first is not None and kind is not None and (first.col or kind[0] == "choice"):
            return crop(table, 0, row, 0, table.cols), crop(table, row, table.rows, first.col, table.cols)
    return table, None


def heads_title(table: Table, heads: list[Label], vocabulary: Vocabulary) -> bool:
    """Whether all cells over a single row are labels, one of them a title's, and none of the row is (`공약명 | 담당부서` over `골목 공원 |
    공원과`)."""
    if (
        table.rows != 2
        or [kind for _, kind, _ in heads].count("title") != 1
        or any(match.rough for _, _, match in heads)
    ):
        return False
    return all(cell.row_span == 1 and label_kind(cell, vocabulary) is None for cell in table.in_row(1))


def heads_sections(table: Table, stub: Cell | None, heads: list[Label]) -> bool:
    """Whether sections stand side by side, each over its text in the only row below (`구분 | 사업개요 | 추진실적` over `내용 | … | …`), not a
    measure over its figure (`확인지표 | 목표` over `교육(회) | 16`)."""
    if table.rows != 2 or len({match.key for _, kind, match in heads if kind == "section"}) < len(heads):
        return False
    measures = {cell.col for cell, _, match in heads if match.key in _MEASURED}
    if any(cell.col in measures and FIGURE.fullmatch(cell.text) for cell in table.in_row(1)):
        return False
    bare = stub is not None and fold(stub.text) in _LABEL_HEADS and stub.row_span == 1
    return len(heads) >= 2 and len(heads) == filled_in(table, 0) - bare


def marks_beneath(table: Table, stub: Cell, heads: list[Label]) -> bool:
    """Whether choices stand in columns beside a stub that heads their rows: labels, options, and the marks beneath (`해당`)."""
    labels = len(heads) >= 2 and len(heads) == filled_in(table, 0) - bool(stub.text)
    return labels and table.rows == 3 and all(kind == "choice" for _, kind, _ in heads) and stub.col_span == 1


def names_other(table: Table, label: Label, vocabulary: Vocabulary) -> bool:
    """Whether a label only says that marks stand beside it (`해당여부`), under the options of others, or what the figures beside it count."""
    cell, kind, match = label
    marks = kind == "choice" and match.key == "other" and cell.row > 1 and holds_marks(table, cell.row, vocabulary)
    return marks or (kind == "choice" and counts(table, cell))


def holds_marks(table: Table, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a row holds nothing but check marks behind its first cell, each under a cell with words: its label says what is marked."""
    marks = [cell for cell in table.in_row(row) if cell.col > 0]
    filled = [cell for cell in marks if is_filled(cell)]
    if not filled or any(cell.row_span > 1 or not is_mark(cell.text, vocabulary) for cell in filled):
        return False
    above = {(cell.col, cell.col_span) for cell in table.cells if cell.row + cell.row_span == row and is_filled(cell)}
    return all((cell.col, cell.col_span) in above for cell in marks)


def choice_under_options(table: Table, vocabulary: Vocabulary) -> Label | None:
    """The label before a row of marks whose options head their columns (`구분 | 국가 | 도` over `사업주체 | | ○`)."""
    stub = next((cell for cell in table.cells if cell.row == cell.col == 0), None)
    label = next((cell for cell in table.cells if cell.row == 1 and cell.col == 0), None)
    if table.rows != 2 or table.cols < 3 or stub is None or label is None or not holds_marks(table, 1, vocabulary):
        return None
    kind = label_kind(label, vocabulary)
    if kind is None or kind[0] != "choice" or label_kind(stub, vocabulary) is not None:
        return None
    return (label, *kind)


def lists_sources(table: Table, labels: list[Label], vocabulary: Vocabulary) -> bool:
    """Whether the first label is the head of a column that names sources of funding, and nothing else (`재원` over `국비`, `군비`, `기타`), be
    it beside two rows of heads; labels among the sources are sources too."""
    if not labels or labels[0][0].row > 0 or labels[0][1] != "choice" or table.rows < 2:
        return False
    match = vocabulary.heads.match(labels[0][0].text, rough=False)
    if match is None or match.key not in ("funding", "category"):
        return False
    below = [cell.text for cell in table.cells if cell.col == 0 and cell.row > 0]
    if len(labels) > 1:
        below = below[1:] if below and not below[0] else below
        if len(below) < len(labels):
            return False  # none of them but labels
    return all(vocabulary.funding.match(text, rough=False) is not None for text in below)


def blank_label(table: Table, row: int) -> bool:
    """Whether a row has no label: its first cell is blank, and no text over the whole row."""
    first = next((cell for cell in table.in_row(row) if cell.col == 0), None)
    return first is not None and not is_filled(first) and not first.tables and first.col_span < table.cols


def filled_in(table: Table, row: int) -> int:
    return len([cell for cell in table.in_row(row) if is_filled(cell)])
