"""The budget table as rows: an amount for each cell, with its project, its funding source and its year.

Any of the three may stand down the side or across the head: years across and funding down, funding across and years down, both
across, projects and funding mixed in one column. A row takes from its line what its column does not say.

Of 계획, 확보 and 집행 under a year, or one below the other, only 계획 gives rows: the contract has one amount for a project, a source and a year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.captions import is_caption
from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.page import Cell, Table
from pledgecards.normalize.amounts import CellAmount, parse_cell
from pledgecards.normalize.behind_names import planned_money
from pledgecards.normalize.budget.cell_texts import CellTexts, names_other_part
from pledgecards.normalize.budget.column_projects import column_projects, parts_of_total
from pledgecards.normalize.budget.funding import (
    FundingReader,
    centre_names,
    settle_lines,
    told_by_sources,
    without_axis_names,
)
from pledgecards.normalize.budget.gaps import sourceless, yearless
from pledgecards.normalize.budget.keys_below import keys_parted
from pledgecards.normalize.budget.layout import Layout, layout_of
from pledgecards.normalize.budget.period_lines import with_named_periods
from pledgecards.normalize.budget.remarked_lines import parted_note, remarked_lines, with_remarked_lines
from pledgecards.normalize.budget.running_lines import without_running_lines
from pledgecards.normalize.budget.running_tables import without_running_sums
from pledgecards.normalize.budget.sayings import LineSays, funding_of, in_one_unit, period_of, said_by
from pledgecards.normalize.budget.stacked_sources import unstacked
from pledgecards.normalize.budget.supplements import supplement_issues, with_supplements
from pledgecards.normalize.budget.unit_clash import without_clashing_units
from pledgecards.normalize.budget.units import BudgetUnits
from pledgecards.normalize.budget.unsaid_lines import unsaid_lines, with_measures
from pledgecards.normalize.changed_half import changed_half
from pledgecards.normalize.keys_above import with_keys_above
from pledgecards.normalize.lines_of_no_year import without_lines_of_no_year
from pledgecards.normalize.parts_of_years import parts_joined
from pledgecards.normalize.planned import lines_of_money, planned_lines, uncounted_lines
from pledgecards.normalize.rows import Issue, Row, place_columns
from pledgecards.normalize.said_of_tables import planned_bands
from pledgecards.normalize.struck import unstruck
from pledgecards.normalize.table_lines import (
    TableLine,
    is_nothing,
    nameless,
    rough_heads,
    table_lines,
    uncounted,
    unplaced,
    unreadable,
)
from pledgecards.normalize.year_bands import bands_as_measures, bands_as_years
from pledgecards.schemas.vocabulary import Vocabulary

_TABLE = "budget"
_BEGINS_WITH_FIGURE = re.compile(r"[(△▲+\-−]?\s*(?:약|총)?\s*\d[\d,.]*(?![\d,.]|\s*[년월일분])")
"""Words with a date or a count among them are no amounts (`착공('20. 4.)`)."""


def budget_rows(
    printed: PrintedTable,
    vocabulary: Vocabulary | None = None,
    *,
    city_is_local: bool | None,
    first_line: int = 1,
) -> tuple[list[Row], list[Issue]]:
    """The rows of one budget table, a row for each amount cell, blank ones included; and what a person should look at.

    city_is_local: what 시비 is: True, the body's own (the body is a 시); False, the metropolitan city's (a 구 or 군);
    None, not known: the sources beside it tell (구비 or 군비: the metropolitan city's; 도비: its own), else funding is null,
    with an issue. Lines are numbered from `first_line`.
    """
    words = vocabulary or Vocabulary.standard()
    table, halved = changed_half(printed.table, words, _TABLE)
    printed = replace(printed, table=table)
    table, spent = planned_money(keys_parted(_by_years(printed.table, words), words), words)
    if table is not printed.table:
        printed = replace(printed, table=table)
    head = with_measures(read_head(printed.table, words), grid_of(printed.table), words)
    layout, leftover, unsure = layout_of(head, words)
    lines = with_keys_above(table_lines(printed, head, words, first_line), head, words)
    lines, of_none = without_lines_of_no_year(lines, layout.side, words, _TABLE, long_times=True)
    lines, banded = planned_bands(lines, printed, words) if head.first("project") is None else (lines, False)
    lines, counted = uncounted_lines(lines, head.first("unit"), words)
    lines, unsaid = unsaid_lines(lines, head.first("measure"), words)
    measured = lines
    lines, done = planned_lines(measured, head.first("measure"), words)
    lines, other = lines_of_money(lines, head.of("project", "funding", "measure", "year"), words)
    done = done or other or banded or bool(spent)
    lines = [line for line in lines if line.row not in spent]
    if not layout.amounts or not lines:
        return [], [*unsaid, unreadable(printed, _TABLE, "소요예산 표에서 금액의 칸을 찾지 못했습니다.")]
    texts = CellTexts(lines, layout, head)
    layout, leftover = with_supplements(layout, leftover, lines, texts.separator)
    lines, running = without_running_lines(lines, head, layout, texts.separator, words)
    parts = parts_of_total(head, layout, unsure, lines, texts.separator)
    if parts:
        amounts = sorted([*layout.amounts, *unsure], key=lambda column: column.index)
        layout, unsure = replace(layout, amounts=tuple(amounts)), []
    issues = halved + of_none + unsaid + rough_heads(head, _TABLE, printed.table.place)
    unknown = [column for column in unsure if _has_figures(column, lines)]
    issues += [_unknown_column(column, printed) for column in unknown]
    leftover += [column for column in unsure if column not in unknown and not is_caption(column.label)]
    issues += supplement_issues(layout, leftover, measured, lines, head.first("measure"), words, printed.table.place)
    issues += uncounted(head, _TABLE, printed.table.place)
    named = head.first("funding") or head.first("project")
    sources = [*(column.word for column in head.of("source")), *(line.text(named) for line in lines)]
    funding = FundingReader(told_by_sources(sources) if city_is_local is None else city_is_local, words, sources)
    names = [*sources, *(line.project for line in lines)]
    periods = (period for line in lines if (period := line.period(layout.side)) is not None)
    years = [*(column.year for column in head.columns), *(period.year for period in periods)]
    note, of_lines = parted_note(printed.unit, names, words)
    remarks, of_all = remarked_lines((*printed.remarks, *of_lines), names, years, words)
    printed = replace(printed, remarks=of_all, unit=note)
    units = BudgetUnits(printed, head, words)
    lines = without_axis_names(lines, head, words)
    lines = centre_names(lines, head, funding)
    lines = settle_lines(lines, head, [column.index for column in layout.amounts], funding)
    units.see_names(lines)
    texts.see_brackets(lines, funding)
    rows = []
    across = column_projects(head) or parts
    if running:
        message = "소요예산 표의 누계 줄은 자료에 옮길 자리가 없어 옮기지 않았습니다."
        issues.append(Issue("table.unplaced", message, _TABLE, None, printed.table.place))
    if done or counted:
        message = "소요예산 표의 확보·집행·사업량 등의 줄은 자료에 옮길 자리가 없어 옮기지 않았습니다."
        issues.append(Issue("table.unplaced", message, _TABLE, None, printed.table.place))
    sayings = in_one_unit([said_by(line, head, layout, funding, units) for line in lines])
    for line, said in zip(lines, sayings, strict=True):
        for column in layout.amounts:
            row, trouble = _row(line, column, said, layout, funding, units, words, texts)
            rows.append(row | {"project": across[column.index]} if column.index in across else row)
            if trouble is not None:
                issues.append(trouble)
    rows, clash = without_clashing_units(with_named_periods(rows, layout.amounts, words), words)
    rows, doubted = with_remarked_lines(rows, remarks, words)
    rows, summed = without_running_sums(rows, printed)
    issues += clash + doubted + summed
    issues += nameless(lines, head, _TABLE)
    issues += sourceless(lines, sayings, layout)
    issues += yearless(lines, sayings, layout, words)
    issues += funding.issues
    issues += units.missing()
    issues += units.contradicted()
    issues += unplaced([*leftover, *head.of("note")], lines, _TABLE)
    return rows, issues


def _by_years(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with its sources in lines of their own, and its years in one column where they stand down the side."""
    by_bands = bands_as_measures(bands_as_years(unstacked(table, vocabulary), vocabulary), vocabulary)
    return parts_joined(by_bands, vocabulary)


def _has_figures(column: Column, lines: Sequence[TableLine]) -> bool:
    texts = [text for line in lines if not is_nothing(text := line.text(column))]
    return sum([_BEGINS_WITH_FIGURE.match(text) is not None for text in texts]) * 2 > len(texts)


def _unknown_column(column: Column, printed: PrintedTable) -> Issue:
    label = column.label or f"{column.index + 1}번째"
    message = f"소요예산 표의 「{label}」 열이 어느 해의 금액인지 알 수 없어 옮기지 않았습니다."
    return Issue("table.unreadable", message, _TABLE, "period_raw", printed.table.place, column.label)


def _row(
    line: TableLine,
    column: Column,
    said: LineSays,
    layout: Layout,
    funding: FundingReader,
    units: BudgetUnits,
    vocabulary: Vocabulary,
    texts: CellTexts,
) -> tuple[Row, Issue | None]:
    cell = line.cells[column.index]
    text = line.texts[column.index]
    unit = units.of_column(column) or said.unit
    said_still = unstruck(cell, text)
    amount = parse_cell(texts.plain(line, column, said_still or text), unit, vocabulary=vocabulary)
    funding_raw, source = funding_of(line, column, said, layout, funding)
    if text and (not said_still or names_other_part(text, source, funding)):
        # an amount that was taken back, or is gainsaid
        amount = CellAmount("unreadable", unit_raw=amount.unit_raw)
    trouble = None
    if amount.state == "amount" and not (cell.row_span == cell.col_span == 1) and _covers_several(cell, line, layout):
        # One figure for several years, sources or projects: how much falls to each is not said.
        amount = CellAmount("unreadable", unit_raw=amount.unit_raw)
        if cell.col == column.index and cell.row == line.row:
            message = f"소요예산 표의 「{text}」이(가) 여러 칸에 걸쳐 있어 어느 칸의 금액인지 알 수 없습니다."
            trouble = Issue("number.unreadable", message, _TABLE, "amount_won", cell.place, text)
    elif amount.state == "unreadable":
        message = f"소요예산 표의 「{text}」을(를) 금액으로 읽을 수 없습니다."
        trouble = Issue("number.unreadable", message, _TABLE, "amount_won", cell.place, text)
    elif amount.state == "amount" and amount.won is None:
        units.note_missing(cell.place)
    period_raw, year = period_of(column, said, layout)
    row = {
        "line_no": line.number,
        "project": line.project,
        "funding_raw": funding_raw,
        "funding": source,
        "period_raw": period_raw,
        "year": year,
        "amount_won": amount.won,
        "amount_raw": text,
        "unit_raw": amount.unit_raw or unit,
        **place_columns(cell.place),
    }
    return row, trouble


def _covers_several(cell: Cell, line: TableLine, layout: Layout) -> bool:
    """Whether a merged cell covers more than one place of the body that has an amount of its own."""
    return cell.row_span > 1 or sum(line.cells[column.index] is cell for column in layout.amounts) > 1
