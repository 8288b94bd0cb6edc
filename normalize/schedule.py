"""The Gantt table as rows: for each printed cell a project, a year, a quarter, and whether a bar stands there.

A month's cell has the quarter that it lies in, so that a quarter is planned if any of its rows is. A half-year's cell lies
in no one quarter: `quarter` is None. Without a bar anywhere in the table nothing is known, and `planned` is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.cut_columns import without_cuts
from pledgecards.extract.grid.gantt import Bars, read_bars
from pledgecards.extract.grid.heads import Head, read_head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.page import LEAST_BAR
from pledgecards.normalize.rows import Issue, Row, place_columns
from pledgecards.normalize.tables.heading_year import within_year
from pledgecards.normalize.tables.legends import deed_signs, without_deed_lines, without_deeds
from pledgecards.normalize.tables.lines import TableLine, nameless, rough_heads, table_lines, unplaced, unreadable
from pledgecards.normalize.tables.planned import planned_lines
from pledgecards.schemas.vocabulary import Vocabulary

_TABLE = "schedule"
_UNPARTED = re.compile(r"(?:\s(?:1\s+2\s+3\s+4|Ⅰ\s+Ⅱ\s+Ⅲ\s+Ⅳ)|\s1분기\s.*4분기|\s1/4\s.*4/4)$")
"""Quarters in the one cell of their year."""
_BESIDE = ("before_term", "after_term")
"""Columns beside the years, which have no year of their own: what is marked there has no row."""


def schedule_rows(
    printed: PrintedTable, vocabulary: Vocabulary | None = None, *, first_line: int = 1
) -> tuple[list[Row], list[Issue]]:
    """The rows of one Gantt table: line_no, project, year, quarter, planned and their places; and what a person should look at.

    Lines are numbered from `first_line`.
    """
    words = vocabulary or Vocabulary.standard()
    printed = replace(printed, table=without_cuts(printed.table))
    head = read_head(printed.table, words)
    columns = [column for column in head.columns if column.on_axis or column.kind in ("axis", "ordinal")]
    lines = table_lines(printed, head, words, first_line)
    side = next((column for column in head.of("year") if not column.on_axis), None)
    if not columns or not lines:
        return [], [unreadable(printed, _TABLE, "추진일정 표에서 연도나 분기의 칸을 찾지 못했습니다.")]
    issues = rough_heads(head, _TABLE, printed.table.place)
    lines, done = planned_lines(lines, head.first("measure"), words)
    signs = deed_signs((printed.heading, printed.legend, *head.notes))
    kept = without_deed_lines(lines, columns, signs)
    lines, done = kept, done or len(kept) < len(lines)
    name = head.first("project")
    rows_read = [line.row for line in lines]
    bars = read_bars(
        printed.table, rows_read, [column.index for column in columns], head.rows, name.index if name else None
    )
    whole, (bars, untold) = bars, without_deeds(bars, lines, columns, signs, printed.legend)
    done = done or any(whole.marked[place] and yes is False for place, yes in bars.marked.items())
    if done:
        message = "추진일정 표의 실적 줄은 자료에 옮길 자리가 없어 옮기지 않았습니다."
        issues.append(Issue("table.unplaced", message, _TABLE, None, printed.table.place))
    if untold is not None:
        issues.append(Issue("schedule.unsure", untold, _TABLE, "planned", printed.table.place, printed.legend))
    if side is None:
        columns = within_year(columns, (printed.heading, *head.notes, *[column.label for column in columns]))
    lines = [_named(line, name) for line in lines]
    rows = [row for line in lines for row in _line_rows(line, columns, bars, side)]
    issues += nameless(lines, head, _TABLE)
    issues += _doubts(printed, head, bars, lines, rows)
    issues += unplaced(head.of("other", "note", "result", "rate", "goal", *_BESIDE), lines, _TABLE)
    issues += _bars_beside(head, bars, lines)
    return rows, issues


def _named(line: TableLine, name: Column | None) -> TableLine:
    """The line; one that is called as sums are (`전체`) under that name, for bars have no sum."""
    return replace(line, project=line.text(name)) if line.grand and line.named and name is not None else line


def _line_rows(line: TableLine, columns: Sequence[Column], bars: Bars, side: Column | None) -> list[Row]:
    """The rows of one line: one for each place of the time axis; a merged cell stands at each that it covers."""
    period = line.period(side)
    aside = period.year if period is not None else None
    return [
        {
            "line_no": line.number,
            "project": line.project,
            "year": column.year if column.year is not None else aside,
            "quarter": _quarter(column),
            "planned": bars.marked[line.row, column.index],
            **place_columns(line.cells[column.index].place),
        }
        for column in columns
    ]


def _bars_beside(head: Head, bars: Bars, lines: Sequence[TableLine]) -> list[Issue]:
    """An issue for each column beside the years in which a bar stands: of the colour of those in the years, or drawn."""
    colours = {
        line.cells[col].fill for line in lines for (row, col), yes in bars.marked.items() if row == line.row and yes
    }
    issues = []
    for column in head.of(*_BESIDE):
        cells = [line.cells[column.index] for line in lines]
        barred = [cell for cell in cells if cell.bar >= LEAST_BAR or cell.fill in colours - {None}]
        if barred:
            message = f"「{column.label}」 열의 막대는 자료에 옮길 자리가 없어 옮기지 않았습니다."
            issues.append(Issue("table.unplaced", message, _TABLE, None, barred[0].place))
    return issues


def _quarter(column: Column) -> int | None:
    if column.kind == "quarter":
        return column.part
    return (column.part - 1) // 3 + 1 if column.kind == "month" and column.part is not None else None


def _doubts(
    printed: PrintedTable, head: Head, bars: Bars, lines: Sequence[TableLine], rows: Sequence[Row]
) -> list[Issue]:
    issues = []
    place = printed.table.place

    def doubt(code: str, message: str, field: str, raw: str | None = None) -> None:
        issues.append(Issue(code, message, _TABLE, field, place, raw))

    untold = (
        (bars.murky, "추진일정 표의 색이 모두 같아 막대와 바탕을 가릴 수 없습니다."),
        (bars.adrift, "추진일정 표의 막대가 글로 옮겨지며 좁아져 어느 칸까지 닿는지 알 수 없습니다."),
        (
            bars.partial,
            "추진일정 표의 막대가 여러 칸을 합친 칸의 일부에만 걸쳐 있어 어느 칸을 뜻하는지 알 수 없습니다.",
        ),
        (bars.stacked, "추진일정 표의 한 줄에 빛깔이 다른 막대가 위아래로 있어 어느 것이 계획인지 알 수 없습니다."),
        (bars.shaded, "추진일정 표에서 한 해나 한 줄에 걸친 옅은 색이 바탕인지 막대인지 가릴 수 없습니다."),
        (bars.cut, "추진일정 표의 일부 칸만 가로줄로 나뉘어 있어 그 줄이 막대인지 알 수 없습니다."),
    )
    if not bars.shown and not printed.table.drawn and not bars.words:
        doubt("schedule.unmarked", "글로만 된 추진일정 표라서 언제 추진하는지 알 수 없습니다.", "planned")
    elif (message := next((says for so, says in untold if so), None)) is not None:
        doubt("schedule.unsure", message, "planned")
    elif bars.words:
        by_row = {line.row: line for line in lines}
        texts = list(dict.fromkeys(by_row[row].cells[col].text for row, col in bars.words))
        message = f"추진일정 표의 {len(texts)}칸에 막대 없이 글만 있어 추진 여부를 알 수 없습니다."
        doubt("schedule.unsure", message, "planned", " | ".join(texts)[:200])
    elif not bars.shown:
        doubt("schedule.unsure", "추진일정 표에서 막대를 하나도 찾지 못해 추진 여부를 비워 두었습니다.", "planned")
    years = [column.year for column in head.axis if column.kind == "year" and column.year is not None]
    if len(set(years)) < len(years) or any(
        column.kind == "axis" or (column.kind == "year" and _UNPARTED.search(column.label)) for column in head.columns
    ):
        doubt("schedule.unsure", "추진일정 표의 칸이 어느 분기인지 알 수 없어 분기를 비워 두었습니다.", "quarter")
    elif head.guessed:
        doubt("section.unsure", "추진일정 표의 분기를 한 해의 칸 수로 짐작했습니다.", "quarter")
    if None in [row["year"] for row in rows]:
        counted = " | ".join(column.period for column in head.of("ordinal")) or None
        doubt("schedule.unsure", "추진일정 표의 칸이 어느 해인지 알 수 없어 연도를 비워 두었습니다.", "year", counted)
    return issues
