"""Cells that label a part of a form: what kind of label each is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from pledgecards.extract.choices.cells import is_mark
from pledgecards.extract.choices.letters import LONE_LETTER
from pledgecards.extract.choices.options import glyph_pattern
from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.grid.tables import crop
from pledgecards.extract.numbers import number_words, numbered
from pledgecards.extract.page import Cell, Table
from pledgecards.extract.sections.headings import compound, names_office_of
from pledgecards.extract.titles.labelled import is_title_label
from pledgecards.schemas.notation import APOSTROPHES, COLONS, SHORT_YEAR
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold

Label = tuple[Cell, str, Match]
"""A cell that is a label, its kind (section | choice | title | number), and its match."""

LONGEST_LABEL = 30
"""No label has more letters."""

_FEWEST_MARKED = 4
"""Two options and a mark for each."""

_LONGEST_MARK = 5
"""No mark has more letters (`[ v ]`)."""

_BEFORE = re.compile(r"^[■□▣◆◇○●▶Ⅰ-Ⅻ0-9.\s]+")
_LETTER = re.compile(r"[가-힣A-Za-z]")
_YEAR = re.compile(rf"{SHORT_YEAR}\s*(?:년|\.\s*\d{{1,2}}\s*\.?|\.)?")


def label_kind(cell: Cell, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """What a cell labels, if its whole text is a label: (section | choice | title | number, the match)."""
    # A cell of prose is told by its length: its lines need not be joined.
    if cell.tables or not 0 < length(cell) <= LONGEST_LABEL or len(printed := cell.text) > LONGEST_LABEL:
        return None
    return None if _lists_options(cell, vocabulary) else kind_of_label(printed, vocabulary)


def _lists_options(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether each line of a cell is an option (`단기` / `중기` / `장기`), though together they are a label as well; not one that goes on behind
    a sign (`신규·` / `계속`) or is an option as a whole (`예산` / `수반`)."""
    texts = [line.text.strip() for line in cell.lines]
    if len(texts) < 2 or not all((text[-1:].isalnum() or text[-1:] == ")") and text[:1].isalnum() for text in texts):
        return False
    match = vocabulary.options.match
    return all(match(text, rough=False) is not None for text in texts) and match("".join(texts), rough=False) is None


def other_label(cell: Cell) -> tuple[str, Match]:
    """The kind and the match of a cell that labels something else than what the vocabulary knows."""
    return "section", Match("other", cell.text, 100.0)


def names_body_of(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell is the label of the body itself (`지자체`)."""
    return length(cell) <= LONGEST_LABEL and fold(cell.text) in vocabulary.people.folded("body_labels")


def length(cell: Cell) -> int:
    """How long the lines of a cell are together."""
    return sum([len(line.text) for line in cell.lines])


@lru_cache(maxsize=4096)
def kind_of_label(printed: str, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """The kind and the match of a text that is a label; the same labels stand in every card, and in a form many times asked."""
    glyph = glyph_pattern(vocabulary)
    first = glyph.match(printed)
    lone = LONE_LETTER.search(printed) is not None
    if lone or glyph.search(printed, 1) is not None or (first is not None and first.end() > 1):
        return None  # `□신규 ■계속`, `신규 V 계속`, `[ ] 기타`: options, though `신규·계속` and `기타` are labels
    text = _BEFORE.sub("", printed).strip(f" {COLONS}")
    if not _LETTER.search(text):
        return None
    choice = vocabulary.labels.match(text, rough=False)
    card = vocabulary.cards.match(text, rough=False)
    section = vocabulary.sections.match(text, rough=False)
    if card is not None and card.key == "title_labels" and fold(text) not in {"공약", "공약사항"}:
        return "title", card
    if card is not None and card.key == "number_words" and "번호" in fold(text) or fold(text) in {"연번", "no"}:
        return "number", card or Match("number_words", text, 100.0)
    if choice is not None and choice.key != "other":
        return "choice", choice
    if section is not None:
        return "section", section
    if choice is not None:
        return "choice", choice
    if vocabulary.periods.match(text, rough=False) is not None and not text.endswith("계획"):
        return None  # `기투자액` among sources of money
    rough = vocabulary.labels.match(text) if len(fold(text)) >= 4 else None
    if rough is not None:
        return "choice", rough
    rough = vocabulary.sections.match(text) if len(fold(text)) >= 4 else None
    return None if rough is None or names_office_of(rough, text) else ("section", rough)


def labels_of_row(table: Table, row: int, vocabulary: Vocabulary) -> list[Label]:
    found = []
    for cell in sorted(table.in_row(row), key=lambda c: c.col):
        kind = label_kind(cell, vocabulary)
        if kind is not None:
            found.append((cell, *kind))
    return found


def labels_of_column(table: Table, vocabulary: Vocabulary) -> Iterator[Label]:
    """The labels of the first column. Words that alone may be of a table (`실적`), and a section's name behind words that only say which (`그간의
    추진상황`), are labels below others that are set as they are."""
    known: list[Cell] = []
    # Of a name and a mark beside each other, the mark stands in one of the two columns behind the label.
    marked = {
        c.row for c in table.cells if 0 < c.col < 3 and len(c.lines) == 1 and _is_mark(c.lines[0].text, vocabulary)
    }
    for cell in sorted((c for c in table.cells if c.col == 0), key=lambda c: c.row):
        kind = label_kind(cell, vocabulary) or _number_label(table, cell, vocabulary)
        if cell.row in marked:
            kind = _label_of_marks(table, cell, kind, vocabulary)
        if kind is not None:
            known.append(cell)
        elif len(known) > 1 and 0 < length(cell) <= LONGEST_LABEL:
            match = vocabulary.marked_sections.match(cell.text, rough=False) or compound(cell.text, vocabulary)
            alike = all((other.fill, other.col_span) == (cell.fill, cell.col_span) for other in known[-2:])
            kind = ("section", match) if match is not None and alike else None
        if kind is not None:
            yield (cell, *kind)


@lru_cache(maxsize=1024)
def _is_mark(text: str, vocabulary: Vocabulary) -> bool:
    return len(text) <= _LONGEST_MARK and is_mark(text, vocabulary)


def _number_label(table: Table, cell: Cell, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """A word that stands before pledge numbers, in the cell before a bare number (`공약 | 24`), before one and its title
    (`공약 | 18. 청소년 문화의집 건립`), or, at the top of a form, before a title alone (`공약 | 청소년 문화의집 건립`)."""
    if length(cell) > LONGEST_LABEL or fold(cell.text) not in number_words(vocabulary):
        return None
    right = table.right_of(cell)
    found = numbered(right.text, vocabulary) if right is not None else None
    if found is not None and not found.title:
        return "number", Match("number_words", cell.text, 100.0)
    if (found is not None and found.sure) or (right is not None and _heads_title(table, cell, right, vocabulary)):
        return "title", Match("title_labels", cell.text, 100.0)
    return None


def _heads_title(table: Table, cell: Cell, right: Cell, vocabulary: Vocabulary) -> bool:
    """Whether the first row of a table is nothing but a word for a pledge and, beside it, words that label nothing."""
    alone = cell.row == 0 and len(table.in_row(0)) == 2 and is_title_label(cell.text, vocabulary)
    return alone and _LETTER.search(right.text) is not None and label_kind(right, vocabulary) is None


def has_year_head(table: Table, rows: Iterable[int], vocabulary: Vocabulary) -> bool:
    """Whether one of these rows carries two or more year labels, a unit, a head or a half behind them or not (`2018(천원)`, `2018 목표`, `'18.상`): then it heads
    a table of data."""
    for row in rows:
        dated = False
        for cell in table.in_row(row):
            if length(cell) < LONGEST_LABEL and _names_year(cell.text, vocabulary):
                if dated:
                    return True
                dated = True
    return False


def _names_year(text: str, vocabulary: Vocabulary) -> bool:
    if not text or ("2" not in text and text[0] not in APOSTROPHES):
        return False
    if _YEAR.fullmatch(text):
        return True
    # The year may stand in brackets behind its order (`1단계(2019)`).
    period = head_word(text, vocabulary).period if text[-1] == ")" or _YEAR.match(text) else None
    return period is not None and period.year is not None


def parts_of_table(table: Table, vocabulary: Vocabulary) -> list[Table]:
    """The forms of several cards that stand in one table, each from the label of its number or title on, and the table of figures that
    stands before the first. The table itself where it is one."""
    first = {cell.row: cell for cell in table.cells if cell.col == 0}
    begins = [row for row, cell in sorted(first.items()) if _begins_form(table, cell, vocabulary)]
    if not begins:
        return [table]
    label = fold(first[begins[0]].text)
    starts = [row for row in begins if fold(first[row].text) == label]
    if starts[0] > 0:
        if not has_year_head(table, range(1), vocabulary):
            return [table]
        starts.insert(0, 0)
    return [crop(table, top, end, 0, table.cols) for top, end in pairwise([*starts, table.rows])]


def _begins_form(table: Table, cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell is the label of a number or a title, with a value beside it: no head of a column."""
    kind = label_kind(cell, vocabulary)
    if kind is None or kind[0] not in ("number", "title"):
        return False  # nearly every cell
    beside = table.right_of(cell)
    if beside is None or not beside.text or label_kind(beside, vocabulary) is not None:
        return False
    return kind[0] == "number" or head_word(beside.text, vocabulary).sort not in ("period", "number")


def _label_of_marks(
    table: Table, cell: Cell, kind: tuple[str, Match] | None, vocabulary: Vocabulary
) -> tuple[str, Match] | None:
    """The choice that the first cell of a row labels whose own words do not tell it, by options in a cell each, all known to one field,
    with a mark beside each (`구분 | 신규 | ■ | 계속 | □`); else what the cell is without them."""
    if kind is not None and kind[0] != "section":
        return kind
    if table.cols <= _FEWEST_MARKED or cell.row_span > 1 or not 0 < length(cell) <= LONGEST_LABEL:
        return kind
    beside = sorted((c for c in table.in_row(cell.row) if c.col > cell.col), key=lambda c: c.col)
    if len(beside) < _FEWEST_MARKED:
        return kind
    texts = [c.text for c in beside if c.text]
    if not any(is_mark(text, vocabulary) for text in texts[:2]):
        return kind  # most rows; marks and options take turns
    marks = [is_mark(text, vocabulary) for text in texts]
    if any(one == other for one, other in pairwise(marks)):
        return kind
    options = [fold(text) for text, mark in zip(texts, marks, strict=True) if not mark]
    if len(options) < 2:
        return kind
    fields = [key for key, known in vocabulary.options_by_field.items() if key != "other" and known.issuperset(options)]
    return ("choice", Match(fields[0], cell.text, 100.0)) if len(fields) == 1 else kind
