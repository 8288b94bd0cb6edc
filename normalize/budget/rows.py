"""The budget table as rows: an amount for each cell, with its project, its funding source and its year.

Any of the three may stand down the side or across the head: years across and funding down, funding across and years down, both
across, projects and funding mixed in one column. A row takes from its line what its column does not say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.page import Cell
from pledgecards.normalize.amounts import CellAmount, parse_cell
from pledgecards.normalize.budget.axis_names import without_axis_names
from pledgecards.normalize.budget.body import TABLE, Body, body_of
from pledgecards.normalize.budget.cell_texts import CellTexts, names_other_part
from pledgecards.normalize.budget.column_projects import column_projects
from pledgecards.normalize.budget.funding import (
    FundingReader,
    centre_names,
    settle_lines,
    told_by_sources,
)
from pledgecards.normalize.budget.gaps import sourceless, yearless
from pledgecards.normalize.budget.layout import Layout
from pledgecards.normalize.budget.period_lines import with_named_periods
from pledgecards.normalize.budget.remarked_lines import RemarkedLines, parted_note, remarked_lines, with_remarked_lines
from pledgecards.normalize.budget.running_tables import without_running_sums
from pledgecards.normalize.budget.sayings import LineSays, funding_of, in_one_unit, of_all_sources, period_of, said_by
from pledgecards.normalize.budget.unit_clash import without_clashing_units
from pledgecards.normalize.budget.units import BudgetUnits
from pledgecards.normalize.rows import Issue, Row, place_columns
from pledgecards.normalize.tables.heading_year import of_year
from pledgecards.normalize.tables.lines import (
    TableLine,
    nameless,
    unplaced,
)
from pledgecards.normalize.tables.struck import unstruck
from pledgecards.normalize.tables.year_words import untold_words
from pledgecards.schemas.vocabulary import Vocabulary


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
    body = body_of(printed, words, first_line)
    if not isinstance(body, Body):
        return [], body
    head, layout, texts, issues = body.head, body.layout, body.texts, body.issues
    named = head.first("funding") or head.first("project")
    sources = [*(column.word for column in head.of("source")), *(line.text(named) for line in body.lines)]
    beside = [line.text(column) for column in head.of("funding")[1:] for line in body.lines]
    of_city = told_by_sources([*sources, *beside], words) if city_is_local is None else city_is_local
    funding = FundingReader(of_city, words, sources)
    printed, remarks = _noted(body, sources, words)
    units = BudgetUnits(printed, head, words)
    lines = centre_names(without_axis_names(body.lines, head, words), head, funding)
    lines = settle_lines(lines, head, [column.index for column in layout.amounts], funding, texts.figures)
    units.see_names(lines)
    units.see_total([line.text(column) for line in lines for column in layout.amounts])
    texts.see_brackets(lines, funding)
    across = column_projects(head) or body.parts
    sayings = in_one_unit([said_by(line, head, layout, funding, units) for line in lines])
    sayings = of_all_sources(sayings, head, printed.heading, words)
    rows = []
    for line, said in zip(lines, sayings, strict=True):
        for column in layout.amounts:
            row, trouble = _row(line, column, said, layout, funding, units, words, texts)
            rows.append(row | {"project": across[column.index]} if column.index in across else row)
            if trouble is not None:
                issues.append(trouble)
    rows, clash = without_clashing_units(with_named_periods(rows, layout.amounts, words), words)
    rows, doubted = with_remarked_lines(rows, remarks, words)
    rows, summed = without_running_sums(of_year(rows, printed.heading), printed)
    issues += clash + doubted + summed + nameless(lines, head, TABLE)
    if head.first("measure") is None:
        told = [column for column in layout.amounts if column.index not in across]
        issues += untold_words(told, TABLE, printed.table.place, words)
    issues += sourceless(lines, sayings, layout, head) + yearless(lines, sayings, layout, words)
    issues += funding.issues + units.missing() + units.contradicted()
    issues += unplaced([*body.leftover, *head.of("note")], lines, TABLE)
    return rows, issues


def _noted(body: Body, sources: Sequence[str], vocabulary: Vocabulary) -> tuple[PrintedTable, list[RemarkedLines]]:
    """The table with what its note and its remarks say of all its amounts, and what they say of some lines or years."""
    names = [*sources, *(line.project for line in body.lines)]
    periods = (period for line in body.lines if (period := line.period(body.layout.side)) is not None)
    years = [*(column.year for column in body.head.columns), *(period.year for period in periods)]
    note, of_lines = parted_note(body.printed.unit, names, vocabulary)
    remarks, of_all = remarked_lines((*body.printed.remarks, *of_lines), names, years, vocabulary)
    return replace(body.printed, remarks=of_all, unit=note), remarks


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
            trouble = Issue("number.unreadable", message, TABLE, "amount_won", cell.place, text)
    elif amount.state == "unreadable":
        message = f"소요예산 표의 「{text}」을(를) 금액으로 읽을 수 없습니다."
        trouble = Issue("number.unreadable", message, TABLE, "amount_won", cell.place, text)
    elif amount.value == 0 and units.in_cells:
        amount = replace(amount, won=0)
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
