"""Tables of deeds whose rows are times: what was planned for each beside what was done in it (`분기 | 추진계획 | 추진실적`), or a list of what was done
in it (`연도 | 추진내용`), in rows or in columns; and what was planned beside what was done without a time."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.markers import DASH, DOT, ITEM, SECTION, split_marker
from pledgecards.extract.page import Cell, Line, Table
from pledgecards.extract.tables.deeds import Part, lines_of_cell, section_of_head
from pledgecards.extract.tables.unknown import holds_outline, lines_apart, lines_of_outline, row_line
from pledgecards.extract.tables.years_beside import months_of_year
from pledgecards.schemas.notation import APOSTROPHE
from pledgecards.schemas.vocabulary import Vocabulary

_WORDS = re.compile(r"[가-힣]{2}")
_DATE = re.compile(rf"{APOSTROPHE}?(?:19|20)?\d\d\s?[.년]")
_OWN_YEAR = re.compile(rf"(?:(?:19|20)\d\d|{APOSTROPHE}\s?\d\d)\s?[.년]")
_PARTS_OF_YEAR = frozenset({"quarter", "half", "month"})
_BULLETS = (SECTION, ITEM, DASH, DOT)


def parts_of_times(table: Table, vocabulary: Vocabulary) -> list[Part] | None:
    """The lines of such a table: a row for each deed, beside its time; then, under its head, a row for each plan. None for any other table, and
    where the lists have lists below them or their bullets are all dated."""
    table = _upright(table, vocabulary)
    heads = {cell.col: cell for cell in table.cells if cell.row == 0}
    if len(heads) != table.cols or table.cols < 2 or any(cell.row_span > 1 or cell.tables for cell in heads.values()):
        return None
    if table.cols == 2 and (halves := _halves(table, heads, vocabulary)) is not None:
        return halves
    table, lead = _with_years_told(table)
    times = [cell for cell in table.cells if cell.col < lead and cell.row > 0]
    if not times or not all(_is_time(cell) and cell.row_span == 1 for cell in times):
        return None
    if any(cell.col_span > 1 or cell.row_span > 1 or cell.tables for cell in table.cells):
        return None
    keys = {col: _section(cell, vocabulary) for col, cell in heads.items() if col >= lead}
    deeds, plans = ([col for col, key in keys.items() if key == name] for name in ("performance", "plan"))
    lists = {cell: _list(cell, vocabulary) for cell in table.cells if holds_outline(cell, vocabulary)}
    if None in lists.values():
        return None
    told = {cell: lines for cell, lines in lists.items() if lines is not None}
    if not any(months_of_year(table.in_row(row)) for row in range(1, table.rows)):
        of_times = [cell for cell in table.cells if cell.col >= lead and cell.row > 0 and cell not in lists]
        told |= {cell: lines for cell in of_times if (lines := lines_apart(cell))}
    if len(deeds) == len(plans) == 1:
        done, planned = ({*range(lead), *keys} - {plans[0]}, {*range(lead), plans[0]})
        return [
            *_rows(table, done, told, deeds[0], lead=lead),
            Part("plan", heads[plans[0]].lines[0]),
            *_rows(table, planned, told, lead=lead)[1:],
        ]
    if table.cols != lead + 1 or plans or all(_OWN_YEAR.search(line.text) for lines in told.values() for line in lines):
        return None  # no bullet needs the time beside it
    return _rows(table, set(range(lead + 1)), told, lead=lead)


def _with_years_told(table: Table) -> tuple[Table, int]:
    """A table whose first two columns are years, each over the rows of its quarters, halves or months, with the year in each of these rows; and
    how many columns of times it has."""
    below = [cell for cell in table.cells if cell.row > 0 and cell.col < 2]
    years = {cell.row: cell for cell in below if cell.col == 0 and cell.lines}
    parts = [cell for cell in below if cell.col == 1]
    periods = [read_period(cell.text) for cell in parts]
    if table.cols < 3 or 1 not in years or not all(map(_is_time, years.values())) or len(parts) != table.rows - 1:
        return table, 1
    if any(period is None or period.kind not in _PARTS_OF_YEAR or period.rest for period in periods):
        return table, 1
    told: list[Cell] = []
    for part in sorted(parts, key=lambda cell: cell.row):
        year = years.get(part.row) or replace(told[-1], row=part.row)
        told.append(replace(year, row_span=1))
    others = [cell for cell in table.cells if cell.row == 0 or cell.col > 0]
    return replace(table, cells=tuple(sorted((*others, *told), key=lambda cell: (cell.row, cell.col)))), 2


def _upright(table: Table, vocabulary: Vocabulary) -> Table:
    """A table whose columns are times over their deeds in a single row below (`구분 | 2018년 | 2019년` over `추진실적 | … | …`) with those in its
    rows; any other as it is."""
    heads = [cell for cell in table.cells if cell.row == 0 and cell.col > 0]
    names = [cell for cell in table.cells if cell.col == 0]
    if table.rows != 2 or len(table.cells) != 2 * table.cols or len(heads) < 2 or not all(map(_is_time, heads)):
        return table
    if section_of_head(names[-1], vocabulary) != "performance":
        return table
    cells = sorted((cell.col, cell.row, cell) for cell in table.cells)
    turned = [replace(cell, row=row, col=col) for row, col, cell in cells]
    return replace(table, rows=table.cols, cols=2, cells=tuple(turned))


def _halves(table: Table, heads: dict[int, Cell], vocabulary: Vocabulary) -> list[Part] | None:
    """Bullets planned beside bullets done, row by row without a time (`추진계획 | 실적`): the deeds, then the plans under their head."""
    keys = [_section(heads[col], vocabulary) for col in (0, 1)]
    below = [cell for cell in table.cells if cell.row > 0 and cell.lines]
    if {*keys} != {"plan", "performance"} or not below:
        return None
    if any(cell.tables or split_marker(cell.lines[0].text, vocabulary).rank not in _BULLETS for cell in below):
        return None
    done, planned = (
        [part for cell in below if keys[cell.col] == key for part in lines_of_cell(cell, vocabulary)]
        for key in ("performance", "plan")
    )
    return [*done, Part("plan", heads[keys.index("plan")].lines[0]), *planned]


def _section(head: Cell, vocabulary: Vocabulary) -> str | None:
    key = section_of_head(head, vocabulary)
    if key is not None or not head.text:
        return key
    last = vocabulary.sections.match(head.text.split()[-1], rough=False)  # `세부 이행계획`, `주요 추진계획`
    if last is not None and last.key == "plan":
        return "plan"
    word = vocabulary.heads.match(head.text, rough=False)
    # Of the words for what was planned, those for money head no column of plans.
    return "plan" if word is not None and word.key in ("plan", "former") and "계획" in head.text else key


def _is_time(cell: Cell) -> bool:
    period = read_period(cell.text)
    return (period is not None and not period.rest) or _DATE.match(cell.text) is not None


def _list(cell: Cell, vocabulary: Vocabulary) -> list[Line] | None:
    """The bullets of a cell that holds nothing but bullets of one rank."""
    lines = list(lines_of_outline(cell, vocabulary))
    ranks = {split_marker(line.text, vocabulary).rank for line in lines}
    return lines if len(ranks) == 1 and ranks.issubset(_BULLETS) else None


def _rows(
    table: Table, cols: Collection[int], lists: dict[Cell, list[Line]], deeds: int | None = None, lead: int = 1
) -> list[Part]:
    """The rows of these columns, the head among them; one for each bullet of the first list in a row. lead: how many columns are of times. What stands beside a blank in the column
    of the deeds is a note: nothing was done (`2021 |  | 예정`)."""
    parts: list[Part] = []
    for row in range(table.rows):
        cells = [c for c in sorted(table.in_row(row), key=lambda cell: cell.col) if c.col in cols and c.lines]
        listed = next((cell for cell in cells if cell in lists), None)
        for line in lists[listed] if listed is not None else (None,):
            beside = [replace(c, lines=(line,)) if c is listed and line is not None else c for c in cells]
            if any(_WORDS.search(cell.text) for cell in beside if cell.col >= lead):
                kind = "rest" if deeds is None or any(cell.col == deeds for cell in beside) else "note"
                parts += [Part(kind, whole) for whole, _ in row_line(beside)]
    return parts
