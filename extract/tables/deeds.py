"""Tables of deeds: what was done for each project, and what comes next, in columns of their own (`세부사업 | 추진실적 | 향후계획`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pledgecards.extract.choices.cells import one_option
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.items.outline import Draft, Outline
from pledgecards.extract.markers import BRACKET, DASH, DOT, ITEM, NOTE, NUMERAL, SECTION, split_marker
from pledgecards.extract.page import Cell, Line, Table
from pledgecards.extract.tables.unknown import holds_outline, lines_of_outline, row_line
from pledgecards.schemas.notation import APOSTROPHE, APOSTROPHES, TILDES, WEEKDAYS
from pledgecards.schemas.vocabulary import Vocabulary

_WORDS = re.compile(r"[가-힣]{2}")
_DATE = re.compile(rf"{APOSTROPHE}?\d{{2,4}}\s?[.년]\s?\d{{1,2}}[\d\s.년월일{TILDES}{APOSTROPHES}(){WEEKDAYS}]*")
_YEAR = re.compile(rf"(?:19|20)\d\d|{APOSTROPHE}\s?\d\d")
_LONGEST_DATE = 30
_LONGEST_NAME = 50
_BULLETS = (SECTION, ITEM, DASH, DOT)


@dataclass(frozen=True, slots=True)
class Part:
    """A line of such a table. kind: `project` (a row's name) | `deed` | `rest` (its other cells) | `note` (its remark) | `plan` (the head over what comes
    next); `whole`: the line is all that its cell says."""

    kind: str
    line: Line
    whole: bool = True


def parts_of_deeds(table: Table, vocabulary: Vocabulary) -> list[Part] | None:
    """The lines of a table of deeds: row by row what was done, then row by row what comes next; None for any other table."""
    heads = {cell.col: cell for cell in table.cells if cell.row == 0}
    if (dated := _dated_rows(table, heads, vocabulary)) is not None:
        return dated
    if (headless := _named_rows(table, vocabulary)) is not None:
        return headless
    keys = {col: section_of_head(cell, vocabulary) for col, cell in heads.items()}
    deeds, plans = ([col for col, key in keys.items() if key == name] for name in ("performance", "plan"))
    named = next((col for col in sorted(heads) if _names_projects(heads[col], vocabulary)), None)
    if len(deeds) != 1 or len(plans) > 1 or named not in (0, 1) or any(cell.row_span > 1 for cell in heads.values()):
        return None
    names = [cell for cell in table.cells if cell.col == named and cell.row > 0]
    done = [cell for cell in table.cells if cell.col == deeds[0] and cell.row > 0]
    if len(heads) != table.cols or any(cell.col_span > 1 for cell in (*names, *done)):
        return None
    if not names or not all(_WORDS.search(cell.text) and read_period(cell.text) is None for cell in names):
        return None
    if 2 * sum(_WORDS.search(cell.text) is not None for cell in done) <= len(done):
        return None
    apart = {named, deeds[0], *plans}
    # What heads a period is said of the whole project (`소요기간`), where the deeds have dates of their own.
    have_days = any(_YEAR.search(cell.text) for cell in done)
    periods = {col for col, cell in heads.items() if have_days and cell.text.replace(" ", "").endswith("기간")}
    if any(_DATE.fullmatch(cell.text) for cell in table.cells if cell.row > 0 and cell.col not in apart | periods):
        return None  # the dates of the deeds stand in a column of their own
    notes = {col for col, cell in heads.items() if col in periods or _key(cell, vocabulary) in ("note", "rate")} - apart
    return [*_rows(table, named, deeds[0], apart, notes, vocabulary), *_plans(table, named, plans, heads, vocabulary)]


def _dated_rows(table: Table, heads: dict[int, Cell], vocabulary: Vocabulary) -> list[Part] | None:
    """The rows of a table whose first column names projects, each over the rows of its deeds, and whose dates stand in a column of their
    own (`세부사업 | 추진일자 | 추진내용`): a row without its name is a deed of the project. None for any other table."""
    if len(heads) != table.cols or table.cols < 3 or any(cell.row_span > 1 for cell in heads.values()):
        return None
    if _key(heads[0], vocabulary) != "project":
        return None
    # A blank one is that of the page before, where the table goes on.
    names = [cell for cell in table.cells if cell.col == 0 and cell.row > 0 and cell.text]
    if not any(cell.row_span > 1 for cell in names) or any(cell.col_span > 1 for cell in names):
        return None
    if not all(_WORDS.search(cell.text) and read_period(cell.text) is None for cell in names):
        return None
    below = [cell for cell in table.cells if cell.row > 0 and cell.text]
    columns = [[cell.text for cell in below if cell.col == col] for col in range(1, table.cols)]
    days = [
        texts for texts in columns if texts and all(_DATE.match(text) and len(text) <= _LONGEST_DATE for text in texts)
    ]
    words = [texts for texts in columns if texts not in days and all(_WORDS.search(text) for text in texts)]
    if len(days) != 1 or not words:
        return None
    parts: list[Part] = []
    for row in range(1, table.rows):
        cells = {cell.col: cell for cell in table.cells if cell.row == row and cell.lines}
        if 0 in cells:
            parts.append(Part("project", one_option(cells.pop(0)).lines[0]))
        parts += [Part("rest", line) for line, _ in row_line([cell for _, cell in sorted(cells.items())])]
    return parts


def _named_rows(table: Table, vocabulary: Vocabulary) -> list[Part] | None:
    """The rows of a table without a head, each a project's name beside the bullets of its deeds; None for any other table. A name that the page
    break left behind is blank."""
    if table.cols != 2 or table.rows < 2 or len(table.cells) != 2 * table.rows:
        return None
    names = [cell for cell in table.cells if cell.col == 0 and cell.text]
    done = [cell for cell in table.cells if cell.col == 1]
    if len(names) < 2 or not all(_names_row(cell, vocabulary) for cell in names):
        return None
    if not all(cell.lines and split_marker(cell.lines[0].text, vocabulary).rank in _BULLETS for cell in done):
        return None
    return list(_rows(table, 0, 1, {0, 1}, set(), vocabulary, first=0))


def _names_row(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell may name a project: it is no bullet, no period, no section or label, nor what heads a column."""
    text = cell.text
    if len(text) > _LONGEST_NAME or not _WORDS.search(text) or read_period(text) is not None or _YEAR.search(text):
        return False
    if any(split_marker(line.text, vocabulary).rank not in (None, NUMERAL) for line in cell.lines):
        return False
    known = (vocabulary.heads, vocabulary.labels, vocabulary.cards)
    return section_of_head(cell, vocabulary) is None and all(words.match(text, rough=False) is None for words in known)


def add_deeds(parts: Iterable[Part], outline: Outline, vocabulary: Vocabulary) -> None:
    """Adds the lines to the outline, as if they stood below one another under the names of their rows."""
    opened: Draft | None = None
    for part in parts:
        marked = split_marker(part.line.text, vocabulary)
        if part.kind in ("project", "plan"):
            section = "plan" if part.kind == "plan" else outline.section
            outline.heading(part.line, marked, 1 if part.kind == "plan" else 2, section)
        elif part.kind == "rest":
            outline.row(part.line)
        elif part.kind == "note":
            outline.plain(part.line, marked, "note")
        elif marked.rank not in (None, NOTE, BRACKET):
            opened = outline.bullet(part.line, marked)
            continue
        elif opened is not None and not part.whole and marked.rank is None:
            opened.grow(part.line)
            continue
        else:
            outline.plain(part.line, marked, "note" if marked.rank == NOTE else "paragraph")
        opened = None


def _rows(
    table: Table, named: int, deeds: int, apart: set[int], notes: set[int], vocabulary: Vocabulary, first: int = 1
) -> Iterator[Part]:
    for row in range(first, table.rows):
        cells = {cell.col: cell for cell in table.in_row(row) if cell.lines}
        if named in cells:
            yield Part("project", one_option(cells[named]).lines[0])
        if deeds in cells:
            yield from lines_of_cell(cells[deeds], vocabulary)
        for kind in ("rest", "note"):
            rest = [
                cell for col, cell in sorted(cells.items()) if col not in apart and (col in notes) == (kind == "note")
            ]
            for line, _ in row_line(rest):
                yield Part(kind, line)


def _plans(
    table: Table, named: int, plans: list[int], heads: dict[int, Cell], vocabulary: Vocabulary
) -> Iterator[Part]:
    cells = [cell for cell in table.cells if cell.col in plans and cell.row > 0 and _WORDS.search(cell.text)]
    if not cells:
        return
    yield Part("plan", heads[plans[0]].lines[0])
    for cell in sorted(cells, key=lambda cell: cell.row):
        name = next((c for c in table.in_row(cell.row) if c.col == named and c.lines), None)
        if name is not None:
            yield Part("project", one_option(name).lines[0])
        yield from lines_of_cell(cell, vocabulary)


def lines_of_cell(cell: Cell, vocabulary: Vocabulary) -> Iterator[Part]:
    if holds_outline(cell, vocabulary):
        for line in lines_of_outline(cell, vocabulary):
            yield Part("deed", line, whole=False)
    else:
        yield Part("deed", one_option(cell).lines[0])


def section_of_head(cell: Cell, vocabulary: Vocabulary) -> str | None:
    for words in (vocabulary.sections, vocabulary.marked_sections):
        match = words.match(cell.text, rough=False) if cell.text else None
        if match is not None:
            return match.key
    return None


def _names_projects(cell: Cell, vocabulary: Vocabulary) -> bool:
    return _key(cell, vocabulary) in ("project", "category") and section_of_head(cell, vocabulary) != "performance"


def _key(cell: Cell, vocabulary: Vocabulary) -> str | None:
    match = vocabulary.heads.match(cell.text, rough=False) if cell.text else None
    return match.key if match is not None else None
