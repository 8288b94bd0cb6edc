"""The lines of a table's body: one for each printed row, with the project that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.grids import Grid, grid_of
from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.periods import Period, read_period
from pledgecards.extract.grid.row_names import is_total
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.issue import Issue
from pledgecards.extract.page import Cell, Place
from pledgecards.extract.record import record
from pledgecards.normalize.tables.edge_years import edge_years
from pledgecards.normalize.tables.inner_names import inner_names
from pledgecards.normalize.tables.kept_rows import holds_something
from pledgecards.schemas.vocabulary import Vocabulary, fold, without_remark

_DASHES = re.compile(r"^[-–—―−－ㅡ‐‑]+$")
_NOTE = re.compile(r"^(?:[※*＊☞(（\[【]|주\s*[):])")
SUBTOTAL = "소계"
_FOOTNOTE = re.compile(r"(?<=[가-힣)])[⁰¹²³⁴-⁹]+[)⁾]?")
"""The mark of a footnote behind a word: no part of a name, which another table prints without it."""


def squeeze(text: str) -> str:
    """The text with every run of white space made one space, none at its edges."""
    return " ".join(text.split())


def is_nothing(text: str) -> bool:
    """Whether a cell holds nothing, or only a dash."""
    return not text or _DASHES.match(text) is not None


@record
class TableLine:
    """A printed row of a table's body.

    number   its `line_no`.
    cells    its cells by column; a merged cell stands at every place that it covers.
    texts    the texts of its cells, squeezed.
    project  the name of its project as printed, carried down over blank and merged cells; None where none is known and in the
             block of the grand total.
    named    the project's name stands in this very row.
    grand    it belongs to the block of the grand total: the project's cell says 계.
    year     the year that its key cell says with a month alone (`~2022.6.`), as the first or the last of those down the side.
    """

    number: int
    row: int
    cells: list[Cell]
    texts: list[str]
    project: str | None
    named: bool
    grand: bool
    year: int | None = None

    def text(self, column: Column | None) -> str:
        """The text of its cell in a column, squeezed; nothing where there is no such column."""
        return self.texts[column.index] if column is not None else ""

    def period(self, column: Column | None) -> Period | None:
        """The period that its key cell names, where the years stand down the side."""
        if self.year is not None:
            return Period("year", self.year)
        return read_period(self.text(column)) if column is not None else None


def table_lines(printed: PrintedTable, head: Head, vocabulary: Vocabulary, first: int = 1) -> list[TableLine]:
    """The body's rows, numbered from `first`; blank rows, notes and rows that head others are none.

    A row merged over the whole width names the project of the rows below it where the table has no column for projects; 계 is none.
    """
    column, source = head.first("project"), head.first("funding")
    side = next((one for one in head.of("year") if not one.on_axis), None)
    project, grand = printed.project, False
    group, of_group = _group_column(head, column), ""
    before = [one for one in head.of("number", "other") if column is not None and one.index < column.index]
    lines: list[TableLine] = []
    grid = grid_of(printed.table)
    inner = inner_names(grid, head)
    summed: str | None = None
    sums_all = column is not None and group is None and _sums_all(grid, head, column, vocabulary)
    for number, (row, texts) in enumerate(zip(grid.cells, grid.texts, strict=True)):
        if number < head.rows or number in head.repeats:
            continue
        if texts[0] and len(row) > 2 and row[0].col_span == len(row):
            if column is None and not _NOTE.match(texts[0]):
                grand = is_grand_total(texts[0], vocabulary)
                project = None if grand else texts[0]
            continue
        if texts[0].startswith("※") and not any(texts[1:]):
            continue
        if not holds_something(row, texts, number):
            continue
        named = False
        if column is not None and texts[column.index]:
            text = texts[column.index]
            named = row[column.index].row == number
            # `국비 | 소계` over `국비 | 도서관`: of a source or a year that stands before its projects, the sum is that of all projects.
            outer = any(key is not None and key.index < column.index and texts[key.index] for key in (source, side))
            grand = ((outer or sums_all) and fold(text) == SUBTOTAL) or is_grand_total(text, vocabulary)
            project = None if grand else _FOOTNOTE.sub("", text)
            if group is not None:
                of_group = texts[group.index] or of_group
                if named and fold(text) == SUBTOTAL and row[group.index] is not row[column.index] and of_group:
                    project = f"{of_group} {text}"
        elif column is not None and (
            _sums_keys(texts, (side, source), column, vocabulary)
            or (
                (summed == project if summed is not None else _is_edge(grid, head, column, number))
                and _sums_again(row, texts, column, source, number, vocabulary)
            )
        ):
            project, grand = None, True
        elif column is not None and (said := _sum_before(texts, before, vocabulary)):
            # `합계` in the column of numbers or groups, beside a blank cell for the name
            named, grand = True, is_grand_total(said, vocabulary)
            project = None if grand else f"{of_group} {said}".strip()
        name = project
        if inner is not None and column is not None and project and row[inner.index] is not row[column.index]:
            name, named = f"{project} {texts[inner.index]}", True
        if source is not None and is_total(texts[source.index], vocabulary):
            summed = project
        lines.append(TableLine(first + len(lines), number, row, texts, name, named, grand))
    years = edge_years([(line.project, line.text(side)) for line in lines]) if side is not None else {}
    return [replace(line, year=years.get(place)) for place, line in enumerate(lines)] if years else lines


def _sums_again(
    row: Sequence[Cell], texts: Sequence[str], names: Column, source: Column | None, number: int, vocabulary: Vocabulary
) -> bool:
    """Whether a line without a name of its own is of 총계, where the project above has its sum already, or none above: it is that of all."""
    if source is None or source.index < names.index or texts[names.index] or row[names.index].row != number:
        return False
    return is_grand_total(texts[source.index], vocabulary)


def _is_edge(grid: Grid, head: Head, names: Column, number: int) -> bool:
    """Whether a row is the first or the last one beside several projects, and the name next to it, which goes over all its lines, leaves it out."""
    beside = {head.rows: head.rows + 1, len(grid.cells) - 1: number - 1}.get(number, number)
    several = grid.cells[beside][names.index].row_span > 1
    return several and beside != number and len({row[names.index] for row in grid.texts[head.rows :]} - {""}) > 1


def _sums_all(grid: Grid, head: Head, column: Column, vocabulary: Vocabulary) -> bool:
    """Whether the first of the names is 소계 and no other is a sum: it is that of all projects below it."""
    rows = [row for row in range(head.rows, len(grid.texts)) if row not in head.repeats]
    names = [grid.texts[row][column.index] for row in rows if grid.cells[row][column.index].row == row]
    return fold("".join(names[:1])) == SUBTOTAL and not any(is_total(name, vocabulary) for name in names[1:])


def _group_column(head: Head, names: Column | None) -> Column | None:
    """The column right before the names, whose cells group them (`분야 | 사업명`): a 소계 among the names is that of its group."""
    before = head.columns[names.index - 1] if names is not None and names.index else None
    return before if before is not None and before.kind == "other" else None


def _sum_before(texts: Sequence[str], before: Sequence[Column], vocabulary: Vocabulary) -> str:
    """The word for a sum that a line has in a column before that of the names; nothing where it has none."""
    return next((texts[one.index] for one in before if is_total(texts[one.index], vocabulary)), "")


def _sums_keys(texts: Sequence[str], keys: Iterable[Column | None], names: Column, vocabulary: Vocabulary) -> bool:
    """Whether a line is that of 계 of the years or of the sources, which stand before the names: it goes on with no name from above."""
    before = [key for key in keys if key is not None and key.index < names.index]
    return any(is_grand_total(texts[key.index], vocabulary) for key in before)


def is_grand_total(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the name of a project is no name but 계; 소계 sums up some projects only."""
    return is_total(text, vocabulary) and not is_subtotal(text)


def is_subtotal(text: str) -> bool:
    """Whether a name is that of a sum of some projects (`소계`, `소계(문화)`, `문화 소계`)."""
    return SUBTOTAL[-1] in text and fold(without_remark(text)).endswith(SUBTOTAL)


def nameless(lines: Sequence[TableLine], head: Head, table: str) -> list[Issue]:
    """An issue where a table has a column for projects, but lines without a name: their project is not known."""
    column = head.first("project")
    found = [line for line in lines if line.project is None and not line.grand]
    if column is None or not found:
        return []
    message = f"표의 {len(found)}줄에 세부사업 이름이 없어 비워 두었습니다."
    return [Issue("project.missing", message, table, "project", found[0].cells[column.index].place)]


def rough_heads(head: Head, table: str, place: Place) -> list[Issue]:
    """An issue for each head that matched the vocabulary only roughly."""
    return [
        Issue(
            "label.fuzzy",
            f"머리글 「{column.word}」을(를) 비슷한 낱말로 읽었습니다({column.score:.0f}점).",
            table,
            None,
            place,
            column.word,
        )
        for column in head.columns
        if column.score < 100
    ]


def unplaced(columns: Iterable[Column], lines: Sequence[TableLine], table: str) -> list[Issue]:
    """An issue for each column that has text, but no place in the dataset."""
    issues = []
    for column in columns:
        # A 계 that is merged with the names beside it is read there.
        cells = {
            id(cell): cell
            for line in lines
            if (cell := line.cells[column.index]).col == column.index
            and not (line.grand and cell.col_span > 1)
            and not _in_name(line, squeeze(cell.text))
        }
        texts = [text for cell in cells.values() if not is_nothing(text := squeeze(cell.text))]
        if texts:
            label = column.label or f"{column.index + 1}번째"
            message = f"「{label}」 열은 자료에 옮길 자리가 없어 옮기지 않았습니다."
            place = next(cell.place for cell in cells.values() if cell.text)
            issues.append(Issue("table.unplaced", message, table, None, place, " | ".join(texts)[:200]))
    return issues


def _in_name(line: TableLine, text: str) -> bool:
    """Whether a cell's words end the name of the line's project, which stands in two columns."""
    return line.project is not None and text != "" and line.project.endswith(f" {text}")


def unreadable(printed: PrintedTable, table: str, what: str) -> Issue:
    """The issue of a table from which no row could be read."""
    return Issue("table.unreadable", what, table, None, printed.table.place)
