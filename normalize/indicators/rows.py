"""The tables of targets and results as rows: goal, yearly targets, result, yearly results, rate of fulfilment.

A line's figures may have their milestones in the same cell (`20 설계 현황조사`) or in a second row below them (or above). 목표 and
실적 may head columns, stand under every year, or name the lines of a pair.
"""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.heads import Head, read_head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.page import Cell
from pledgecards.normalize.broken_figures import whole_figure
from pledgecards.normalize.indicators.cells import CellReader, IndicatorValue, cell_reader
from pledgecards.normalize.indicators.checks import indicator_issues
from pledgecards.normalize.indicators.contents import as_milestone, tells_contents
from pledgecards.normalize.indicators.figure_lines import words_over_figure
from pledgecards.normalize.indicators.last_year import line_text
from pledgecards.normalize.indicators.line_units import is_of_figures
from pledgecards.normalize.indicators.measure_lines import measure_lines
from pledgecards.normalize.indicators.measures import Measures
from pledgecards.normalize.indicators.noted_units import UNIT_BEHIND, unit_noted, unit_of_head
from pledgecards.normalize.indicators.pairs import Pair, pairs_of, unsaid
from pledgecards.normalize.indicators.running_lines import is_running, without_running_lines
from pledgecards.normalize.indicators.turned import by_indicators
from pledgecards.normalize.indicators.worded_lines import worded_lines
from pledgecards.normalize.rows import Issue, Row, place_columns
from pledgecards.normalize.tables.counted_years import uncounted
from pledgecards.normalize.tables.lines import (
    TableLine,
    is_nothing,
    nameless,
    rough_heads,
    squeeze,
    table_lines,
    unplaced,
    unreadable,
)
from pledgecards.normalize.tables.lines_of_no_year import without_lines_of_no_year
from pledgecards.normalize.tables.struck import unstruck
from pledgecards.normalize.tables.year_words import untold_words, year_among_names
from pledgecards.schemas.vocabulary import Vocabulary

__all__ = ["indicator_issues", "indicator_rows"]

_TABLE = "indicators"
_RUNNING = "지표 표의 누계 줄은 자료에 옮길 자리가 없어 옮기지 않았습니다."


def indicator_rows(
    printed: PrintedTable, vocabulary: Vocabulary | None = None, *, first_line: int = 1
) -> tuple[list[Row], list[Issue]]:
    """The rows of one table of targets or results, a row for each filled cell; and what a person should look at.

    Lines are numbered from `first_line`, a line and its milestones as one.
    """
    words = vocabulary or Vocabulary.standard()
    table, left = by_indicators(printed.table, words)
    printed, head = replace(printed, table=table), read_head(table, words)
    side = next((column for column in head.of("year") if not column.on_axis), None)
    lines, of_none = without_lines_of_no_year(table_lines(printed, head, words), side, words, _TABLE, long_times=False)
    lines, running = without_running_lines(lines, head, words)
    lines, beside, doubts = worded_lines(lines, head, words)
    lines, told = measure_lines(lines, head, words)
    told |= beside
    reader = cell_reader(words)
    measures = Measures(printed, head, lines, reader, words, told)
    if not measures.columns or not lines:
        return [], doubts or [unreadable(printed, _TABLE, "지표 표에서 목표나 실적의 칸을 찾지 못했습니다.")]
    issues = left + of_none + doubts + rough_heads(head, _TABLE, printed.table.place) + measures.issues
    issues += uncounted(head, lines, side, _TABLE, table.place) + year_among_names(head.columns, _TABLE, table.place)
    if head.first("measure") is None:
        issues += untold_words(measures.columns, _TABLE, printed.table.place, words)
    if running:
        issues.append(Issue("table.unplaced", _RUNNING, _TABLE, None, printed.table.place))
    rows: list[Row] = []
    unit: str | None = None
    said: set[tuple[int, str | None, str]] = set()
    noted = unit_noted(head, printed, words)
    for number, pair in enumerate(pairs_of(lines, head, measures.columns, reader), first_line):
        if pair.unsaid:
            issues.append(unsaid(pair.line, measures.columns))
        own = _unit(pair.line, head, words)
        unit = own or (unit if pair.line.number in told or _is_of_above(pair.line, head) else None)
        for column in measures.columns:
            row, trouble = _row(number, pair, column, unit or unit_of_head(column, words) or noted, measures, reader)
            if row and pair.line.cells[column.index].row_span > 1:
                # One cell beside a line of 목표 and one of 실적 says what it says once.
                key = (id(pair.line.cells[column.index]), pair.line.project, row[0]["measure"])
                if key in said:
                    continue
                said.add(key)
            rows += row
            issues += trouble
    if tells_contents(lines, head):
        rows = [as_milestone(row) for row in rows]
    issues += nameless(lines, head, _TABLE)
    issues += unplaced([*measures.leftover, *head.of("other", "note")], lines, _TABLE)
    return rows, issues


def _unit(line: TableLine, head: Head, vocabulary: Vocabulary) -> str | None:
    """The unit of a line: that of its own cell, else of the brackets behind its measure or its project."""
    column = head.first("unit")
    own = line.text(column)
    if not is_nothing(own):
        return own
    measured = UNIT_BEHIND.search(line.text(head.first("measure")))
    if measured is not None and _may_be_unit(measured.group(1).strip(), vocabulary):
        return measured.group(1).strip()
    for beside in head.of("other"):
        named = UNIT_BEHIND.search(line.text(beside))
        if named is not None and named[1].strip() in vocabulary.count_units:
            return named[1].strip()  # `교육(회)` beside the name of its project
    behind = UNIT_BEHIND.search(line.project or line.text(head.first("project")))
    if behind is not None:
        counted, comma, how = behind[1].partition(",")  # `(개소, 누계)`
        counted = counted.strip() if comma and is_running(how.strip()) else ""
        # A narrow cell may break it over two lines (`쉼터(개` / `소)`).
        unit = next(
            (
                word
                for word in (behind[1].strip(), "".join(behind[1].split()), counted)
                if _is_unit(
                    word,
                    head,
                    vocabulary,
                    counted=(line.project or "")[: behind.start()].rstrip().endswith("수") or is_of_figures(line, head),
                )
            ),
            None,
        )
        if unit is not None:
            return unit
    return None


def _may_be_unit(text: str, vocabulary: Vocabulary) -> bool:
    """Whether words in brackets behind a measure are its unit: `목표(건)`, but neither `목표(누계)` nor `실적(2019)`."""
    if any(map(str.isdigit, text)) or is_running(text):
        return False
    return text in vocabulary.count_units or vocabulary.heads.match(text, rough=False) is None


def _is_of_above(line: TableLine, head: Head) -> bool:
    """Whether a line of 실적 under one of 목표 leaves the cells of its project and of its unit blank, so that both hold from above."""
    project, measure = head.first("project"), head.first("measure")
    blank = project is not None and not line.text(project) and not line.text(head.first("unit"))
    return blank and bool(line.text(measure))


def _is_unit(text: str, head: Head, vocabulary: Vocabulary, *, counted: bool) -> bool:
    """Whether words in brackets behind a name are its unit; counted: it says that it is a number of something (`농가수(호)`)."""
    name = head.first("project")
    if name is not None and "단위" in name.label:
        return True
    known = text in vocabulary.count_units or text in vocabulary.money
    return known and (counted or text not in vocabulary.figure_rules["ordinal"]["words"])


def _row(
    number: int, pair: Pair, column: Column, unit: str | None, measures: Measures, reader: CellReader
) -> tuple[list[Row], list[Issue]]:
    if pair.words is None and not pair.line.texts[column.index]:
        return [], []
    cell = pair.line.cells[column.index]
    below = _milestone_cell(pair, column)
    text = line_text(pair.line, column)
    words = squeeze(below.text) if below is not None else ""
    if is_nothing(text) and is_nothing(words):
        return [], []
    measure, period_raw, year = measures.of(pair.line, column)
    if measure is None:
        return [], []
    found = reader.read(text, "%" if measure == "rate" else unit)
    if found.value is None and not words and (stacked := words_over_figure(cell)) is not None:
        below_words = reader.read(stacked[1], "%" if measure == "rate" else unit)
        found = replace(below_words, words=_joined(stacked[0], below_words.words or ""))
    if pair.unsaid:
        found = IndicatorValue(None, found.words, found.unit)
    if (said_still := unstruck(cell, text)) != text:
        left = reader.read(said_still, "%" if measure == "rate" else unit)
        found = left if said_still else IndicatorValue(None, text, doubt=found.value is not None)
    issues: list[Issue] = []
    if found.doubt:
        whole = whole_figure(cell, [pair.line.cells[other.index] for other in measures.columns], reader)
        if whole is not None:
            message = f"두 줄에 나뉜 「{text}」를 한 숫자 {whole}(으)로 읽었습니다."
            issues.append(Issue("number.joined", message, _TABLE, "value", cell.place, text))
            text, found = whole, reader.read(whole, "%" if measure == "rate" else unit)
    if found.value is not None and (over := _columns_over(cell, column, unit or found.unit, measures)):
        if column is over[0]:
            several, one = ("여러 해", "해") if len({other.year for other in over}) > 1 else ("목표와 실적", "것")
            message = f"지표 표의 「{text}」이(가) {several}의 칸에 걸쳐 있어 어느 {one}의 값인지 알 수 없습니다."
            issues.append(Issue("number.unreadable", message, _TABLE, "value", cell.place, text))
        found = IndicatorValue(None, text, found.unit)
    row = {
        "measure": measure,
        "line_no": number,
        "project": pair.line.project,
        # A rate is in per cent, whatever its line counts.
        "unit": "%" if measure == "rate" else unit or found.unit,
        "period_raw": period_raw,
        "year": year,
        "value": found.value,
        "milestone": _milestone(found, words, pair.words_first),
        "value_raw": _joined(words, text) if pair.words_first else _joined(text, words),
        **place_columns(cell.place if below is None else cell.place.union(below.place)),
    }
    if found.doubt:
        message = f"지표 표의 「{text}」에서 값을 하나로 정할 수 없습니다."
        issues.append(Issue("number.unreadable", message, _TABLE, "value", cell.place, text))
    return [row], issues


def _columns_over(cell: Cell, column: Column, unit: str | None, measures: Measures) -> list[Column]:
    """The columns of several years, or of 목표 and 실적, that one cell stands over: whether its figure is of each of them or of all
    together is not said. A share of all years (`100%`) is of each."""
    if cell.col_span == 1:
        return []
    over = [other for other in measures.columns if cell.col <= other.index < cell.col + cell.col_span]
    years = [other for other in measures.columns if other.kind == column.kind and other.year is not None]
    if unit == "%" and years and [other for other in over if other.year is not None] == years:
        return []
    return over if len({(other.kind, other.year) for other in over}) > 1 else []


def _milestone_cell(pair: Pair, column: Column) -> Cell | None:
    if pair.words is None:
        return None
    cell = pair.words.cells[column.index]
    return cell if cell is not pair.line.cells[column.index] and cell.text else None


def _milestone(found: IndicatorValue, words: str, words_first: bool) -> str | None:
    parts = (found.words or "", "" if is_nothing(words) else words)
    return _joined(*parts[::-1] if words_first else parts) or None


def _joined(first: str, second: str) -> str:
    return f"{first} {second}" if first and second else first or second
