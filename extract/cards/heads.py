"""Tables and cells that head something: a card by its number and title, a table of data by a section's name in its first row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.captions import is_caption
from pledgecards.extract.fields import is_field
from pledgecards.extract.form_parts import Field
from pledgecards.extract.grid.tables import crop, is_filled, without_blank_end
from pledgecards.extract.markers import BARS, split_marker
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Cell, Line, Table
from pledgecards.extract.people.lines import LABELLED, is_office
from pledgecards.extract.sections.headings import heading_match
from pledgecards.extract.titles.documents import names_body
from pledgecards.extract.titles.labelled import is_title_label
from pledgecards.schemas.notation import COLON
from pledgecards.schemas.vocabulary import Vocabulary

_WORDS = re.compile(r"[가-힣]{2}")

_FIELD = re.compile(rf"^분\s?야\s*(?:[{BARS}]|{COLON})\s*")

_LARGER = 0.8
"""A heading's type is so many points larger than that of a table's cells."""

_NAMES = frozenset({"project", "funding", "category", "number", "year"})
"""Heads of the columns that a table begins with."""

_MUCH_LARGER = 2.0
"""A title's type is so many points larger than that of all fields beside it."""

_FIELD_AND_OFFICE = 2
_LEVEL = 0.3
"""Lines whose tops differ by less than this share of their size stand beside one another."""


def heads_data(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether the first row is the heading over a table of data: a section's name, and a unit note at most beside it, over a
    row that begins with the head of a column."""
    if table.rows < 3:
        return False
    below = [cell for cell in table.cells if cell.row == 1]
    if len(below) < 3:
        return False
    top = [cell for cell in table.cells if cell.row == 0]
    filled = [cell for cell in top if is_filled(cell)]
    if not 0 < len(filled) < len(below) or any(cell.row_span > 1 or cell.tables for cell in top):
        return False
    if heading_match(filled[0].lines[0], vocabulary) is None or len(filled[0].lines) > 1:
        return False
    if not all(is_caption(cell.text) for cell in filled[1:]):
        return False
    first = min(below, key=lambda cell: cell.col)
    return first.col == 0 and vocabulary.heads.match(first.text, rough=False) is not None


def cut_at_heading(table: Table, vocabulary: Vocabulary) -> tuple[Table, Line, Table] | None:
    """A table without a rule at the head of the next, whose heading stands in one of its rows: what is above, the heading, and the
    other table. The heading is a section's name above what the row's first cell says, set otherwise, or a row of its own (the last of these)."""
    for cell in reversed(table.cells):
        if cell.row and cell.col_span == table.cols and _heads_table(table, cell, vocabulary):
            under = crop(table, cell.row + cell.row_span, table.rows, 0, table.cols)
            return crop(table, 0, cell.row, 0, table.cols), cell.lines[0], under
    for cell in table.cells:
        if cell.col or not cell.row or len(cell.lines) < 2 or cell.row_span > 1:
            continue
        heading, first = cell.lines[0], cell.lines[1]
        set_apart = heading.size - first.size > _LARGER or _is_bold(heading) > _is_bold(first)
        beside = [other.lines[0] for other in table.in_row(cell.row) if other is not cell and other.lines]
        if set_apart and _stands_above(heading, first, beside) and heading_match(heading, vocabulary):
            below = [replace(other, lines=cell.lines[1:]) if other is cell else other for other in table.cells]
            rest = replace(table, cells=tuple(below))
            return crop(table, 0, cell.row, 0, table.cols), heading, crop(rest, cell.row, table.rows, 0, table.cols)
    return None


def _heads_table(table: Table, band: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a band across a table is the heading of a section, and what stands below it, but for a note of the unit, begins with the head of
    a column of names."""
    if len(band.lines) != 1 or band.tables or heading_match(band.lines[0], vocabulary) is None:
        return False
    below = (cell for cell in table.cells if cell.row > band.row and not cell.col)
    first = next((cell for cell in below if cell.col_span < table.cols or not is_caption(cell.text)), None)
    if first is None or first.col_span == table.cols:
        return False
    head = vocabulary.heads.match(first.text, rough=False)
    return head is not None and head.key in _NAMES


def _stands_above(heading: Line, first: Line, beside: Sequence[Line]) -> bool:
    """Whether all cells of a row begin beside the second line of its first cell: the line above it is of none of them (as it would be of
    a label in two lines, `사업비` over `(백만원)`)."""
    bottom, top = heading.place.bottom, first.place.top
    if bottom is None or top is None or not beside:
        return False
    tops = [line.place.top for line in beside if line.place.top is not None]
    return bool(tops) and all(abs(other - top) < _LEVEL * first.size and other > bottom - 1 for other in tops)


def _is_bold(line: Line) -> bool:
    return bool(line.runs) and all(run.bold for run in line.runs)


def heads_card(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a table is but the number and the title of a card side by side (`27 | 제목`), each in a cell of its own; the name of the body
    may stand with the number, or in its place; field and office may stand one below the other beside the two, or each behind its label in one
    cell (`분야 : 경제` / `주관 : 경제과` / `협조 : 교통과`)."""
    if not 2 <= table.cols <= 4 or any(
        cell.tables or not (len(cell.lines) <= 2 or _labels(cell)) for cell in table.cells
    ):
        return False
    if table.rows != 1 and not _beside_fields(table, vocabulary):
        return False
    texts = ["".join(line.text for line in cell.lines if not names_body(line.text)) for cell in table.cells]
    numbers = [numbered(text, vocabulary) for text in texts]
    bare = sum(number is not None and not number.title for number in numbers)
    words = sum(bool(_WORDS.search(text)) for text in texts)
    of_body = bare == 0 and table.cols == len(texts) == 2 and not texts[0] and bool(table.cells[0].lines)
    return words >= 1 and (bare == 1 or of_body or _beside_title(table, vocabulary))


def _beside_title(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether one cell holds a number that is one for sure with its title, and all others name fields or offices (`분야 | 안전` beside `11. 제목`)."""
    others = []
    for cell in table.cells:
        found = numbered(cell.text, vocabulary)
        if found is None or not (found.sure and found.title) or found.field:
            others.append(cell)
    return len(others) == len(table.cells) - 1 > 0 and all(_says_field(cell, vocabulary) for cell in others)


def _says_field(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds nothing but the name of a field, its label before it or not, or of an office."""
    words = _FIELD.sub("", cell.text)
    return is_field(words, vocabulary) or is_office(words)


def _labels(cell: Cell) -> bool:
    """Whether every line of a cell labels what it says."""
    return all(LABELLED.match(line.text) is not None for line in cell.lines)


def _beside_fields(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a number and words go down over both rows of a table that holds nothing else but the name of a field and an office."""
    if table.rows != _FIELD_AND_OFFICE:
        return False
    whole = [cell for cell in table.cells if cell.row_span == table.rows]
    others = [cell.text for cell in table.cells if cell.row_span == 1 and cell.lines]
    numbers = [cell for cell in whole if holds_number(cell, vocabulary)]
    said = all(is_field(text, vocabulary) or is_office(text) or names_body(text) for text in others)
    return len(whole) == _FIELD_AND_OFFICE and len(numbers) == 1 and bool(others) and said


def begins_with_card(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether the first row of a form is a number that says it is a pledge's, and the title (`공약 30 | 청년 월세 지원`)."""
    first = next((cell for cell in table.cells if cell.row == 0 and cell.col == 0), None)
    if first is None or first.row_span > 1 or len(first.lines) != 1 or not first.text[:1].isalpha():
        return False
    number = numbered(first.text, vocabulary)
    return number is not None and number.named and heads_card(crop(table, 0, 1, 0, table.cols), vocabulary)


def beside_head(table: Table, vocabulary: Vocabulary) -> tuple[Table, Table] | None:
    """The number and the title of a card, with what stands below the title, and what stands beside both (`7 | 제목 | 주관부서 | …`): two merged
    cells over all rows, or the title over a line that is as wide and set smaller, as all the rest is."""
    left = [cell for cell in table.cells if cell.row == 0][:2]
    if table.rows < 2 or len(left) < 2 or [cell.col for cell in left] != [0, left[0].col_span]:
        return None
    number, title = left
    edge = title.col + title.col_span
    if (
        edge >= table.cols
        or number.row_span < table.rows
        or not heads_card(Table(1, 2, (number, title), table.place, table.drawn), vocabulary)
    ):
        return None
    below = [cell for cell in table.cells if cell.row > 0 and cell.col < edge]
    if below:
        others = [line.size for cell in table.cells if cell not in left for line in cell.lines]
        alike = [(cell.col, cell.col_span) for cell in below] == [(title.col, title.col_span)] * len(below)
        larger = min((line.size for line in title.lines), default=0.0) > max(others, default=0.0) + _MUCH_LARGER
        if not (alike and larger and holds_number(number, vocabulary)):
            return None
    elif title.row_span < table.rows:
        return None
    return crop(table, 0, table.rows, 0, edge), crop(table, 0, table.rows, edge, table.cols)


def below_title(table: Table, vocabulary: Vocabulary) -> tuple[Table, Table] | None:
    """The number and the title of a card, and what stands below the title beside the number, which goes down over all rows (`7 | 제목` over
    `■ 신규 □ 계속 | 경제교통과`)."""
    number = next((cell for cell in table.cells if cell.row == cell.col == 0), None)
    if table.rows < 2 or number is None or number.row_span < table.rows or number.col_span >= table.cols:
        return None
    title = next((cell for cell in table.cells if cell.row == 0 and cell.col == number.col_span), None)
    if title is None or title.col + title.col_span < table.cols or title.row_span >= table.rows:
        return None
    head = Table(1, 2, (number, title), table.place, table.drawn)
    if not heads_card(head, vocabulary) or not holds_number(number, vocabulary):
        return None
    return head, crop(table, title.row_span, table.rows, title.col, table.cols)


def holds_number(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds a pledge number and nothing else."""
    found = numbered(cell.text, vocabulary)
    return found is not None and not found.title and cell.col_span == 1


def is_titled(part: Field, vocabulary: Vocabulary) -> bool:
    """`공약사항 | 45. 제목`: a label that heads a section elsewhere, beside one or two lines without a bullet."""
    content = without_blank_end(part.content)
    if not is_title_label(part.label.text, vocabulary) or content.rows * content.cols != 1:
        return False
    [cell] = content.cells
    if cell.tables or not 1 <= len(cell.lines) <= 2 or len(cell.text) > 60:
        return False
    number = numbered(cell.text, vocabulary)
    bulleted = split_marker(cell.lines[0].text, vocabulary).rank is not None
    return (number is not None and number.sure and bool(number.title)) or not bulleted
