"""The body of a budget table: its lines and columns of money, and what of it has no place in the dataset.

Of 계획, 확보 and 집행 under a year, or one below the other, only 계획 gives rows: the contract has one amount for a project, a source and a year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.captions import is_caption
from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.heads import Head, read_head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.page import Place, Table
from pledgecards.extract.record import record
from pledgecards.normalize.budget.cell_texts import CellTexts
from pledgecards.normalize.budget.column_projects import parts_of_total
from pledgecards.normalize.budget.keys_below import keys_parted
from pledgecards.normalize.budget.layout import Layout, layout_of
from pledgecards.normalize.budget.running_lines import without_running_lines
from pledgecards.normalize.budget.source_sums import with_source_sums
from pledgecards.normalize.budget.sources_in_cells import with_sources_in_cells
from pledgecards.normalize.budget.supplements import with_supplements, without_first_plans
from pledgecards.normalize.budget.unsaid_lines import unsaid_lines, with_measures
from pledgecards.normalize.budget.whole_plan import sums_years, whole_plan
from pledgecards.normalize.rows import Issue
from pledgecards.normalize.tables.behind_names import planned_money
from pledgecards.normalize.tables.changed_half import changed_half
from pledgecards.normalize.tables.counted_years import uncounted
from pledgecards.normalize.tables.keys_above import with_keys_above
from pledgecards.normalize.tables.lines import TableLine, is_nothing, rough_heads, table_lines, unreadable
from pledgecards.normalize.tables.lines_of_no_year import without_lines_of_no_year
from pledgecards.normalize.tables.parts_of_years import parts_joined
from pledgecards.normalize.tables.planned import lines_of_money, planned_lines, planned_years, uncounted_lines
from pledgecards.normalize.tables.said import planned_bands
from pledgecards.normalize.tables.stacked_keys import with_sources_apart
from pledgecards.normalize.tables.year_bands import bands_as_measures, bands_as_years
from pledgecards.normalize.tables.year_words import year_among_names
from pledgecards.schemas.vocabulary import Vocabulary

TABLE = "budget"
_BEGINS_WITH_FIGURE = re.compile(r"[(△▲+\-−]?\s*(?:약|총)?\s*\d[\d,.]*(?![\d,.]|\s*[년월일분])")
"""Words with a date or a count among them are no amounts (`착공('20. 4.)`)."""

_RUNNING = "누계 줄은"
_OF_PLAN = "확보·집행·사업량 등의 줄은"


@record
class Body:
    """The lines and columns of a budget table that hold money.

    printed   the table, its sources and years brought to lines and columns of their own.
    layout    what its columns are; without amounts, or without lines, it cannot be read.
    leftover  its columns that have no place in the dataset.
    parts     the project of each column, by index, where its columns of projects add up to a total.
    issues    what was left out or is not sure, so far.
    """

    printed: PrintedTable
    head: Head
    layout: Layout
    lines: list[TableLine]
    leftover: list[Column]
    parts: dict[int, str]
    texts: CellTexts
    issues: list[Issue]


def body_of(printed: PrintedTable, vocabulary: Vocabulary, first_line: int) -> Body | list[Issue]:
    """The body of a table, its lines numbered from `first_line`; the issues where it has none that can be read."""
    table, issues = changed_half(printed.table, vocabulary, TABLE)
    table, spent = planned_money(keys_parted(_by_years(table, vocabulary), vocabulary), vocabulary)
    printed = replace(printed, table=table)
    head = with_measures(with_source_sums(read_head(table, vocabulary), vocabulary), grid_of(table), vocabulary)
    layout, leftover, unsure = layout_of(head, vocabulary)
    lines = with_keys_above(table_lines(printed, head, vocabulary, first_line), head, vocabulary)
    lines, of_none = without_lines_of_no_year(lines, layout.side, vocabulary, TABLE, long_times=True)
    lines, banded = planned_bands(lines, printed, vocabulary) if head.first("project") is None else (lines, False)
    lines, counted = uncounted_lines(lines, head.first("unit"), vocabulary)
    lines, unsaid = unsaid_lines(lines, head.first("measure"), vocabulary)
    measured = lines
    lines, done = planned_lines(measured, head.first("measure"), vocabulary)
    lines, beside = planned_years(lines, layout.side, vocabulary)
    lines, other = lines_of_money(lines, head.of("project", "funding", "measure", "year"), vocabulary)
    lines = [line for line in lines if line.row not in spent]
    if not layout.amounts or not lines:
        return [*unsaid, unreadable(printed, TABLE, "소요예산 표에서 금액의 칸을 찾지 못했습니다.")]
    if head.first("measure") is None and _named_after_plans(lines, vocabulary):
        message = "소요예산 표에서 이름과 당초·변경 등의 구분을 가를 수 없어 옮기지 않았습니다."
        return [*unsaid, unreadable(printed, TABLE, message)]
    texts = CellTexts(lines, layout, head, vocabulary)
    layout, leftover = with_supplements(layout, leftover, lines, texts.figures)
    measure = head.first("measure")
    layout, leftover, lines, added = without_first_plans(
        layout, leftover, measured, lines, measure, vocabulary, table.place
    )
    if not layout.amounts or not lines:
        return [*unsaid, *added]
    lines, running = without_running_lines(lines, head, layout, texts.figures, vocabulary)
    parts = parts_of_total(head, layout, unsure, lines, texts.figures)
    if parts:
        amounts = sorted([*layout.amounts, *unsure], key=lambda column: column.index)
        layout, unsure = replace(layout, amounts=tuple(amounts)), []
    whole = whole_plan(unsure, vocabulary)
    if whole is not None and sums_years(whole, layout.amounts, lines, texts.figures):
        amounts = sorted([*layout.amounts, whole], key=lambda column: column.index)
        layout, unsure = replace(layout, amounts=tuple(amounts)), [column for column in unsure if column is not whole]
    unknown = [column for column in unsure if _has_figures(column, lines)]
    leftover += [column for column in unsure if column not in unknown and not is_caption(column.label)]
    issues += of_none + unsaid + added + rough_heads(head, TABLE, table.place)
    issues += [_unknown_column(column, table.place) for column in unknown]
    issues += uncounted(head, lines, layout.side, TABLE, table.place) + year_among_names(
        head.columns, TABLE, table.place
    )
    issues += [_left_out(_RUNNING, table.place)] * bool(running)
    issues += [_left_out(_OF_PLAN, table.place)] * bool(done or beside or other or banded or spent or counted)
    return Body(printed, head, layout, lines, leftover, parts, texts, issues)


def _by_years(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with its sources in lines of their own, and its years in one column where they stand down the side."""
    apart = with_sources_in_cells(with_sources_apart(table, vocabulary), vocabulary)
    by_bands = bands_as_measures(bands_as_years(apart, vocabulary), vocabulary)
    return parts_joined(by_bands, vocabulary)


def _named_after_plans(lines: Sequence[TableLine], vocabulary: Vocabulary) -> bool:
    """Whether several lines have no name but that of what was planned at first (`기정`): of which source or project, stands beside it."""
    found = [vocabulary.heads.match(line.project, rough=False) for line in lines if line.project and line.named]
    return sum(match is not None and match.key == "former" for match in found) > 1


def _has_figures(column: Column, lines: Sequence[TableLine]) -> bool:
    texts = [text for line in lines if not is_nothing(text := line.text(column))]
    return sum([_BEGINS_WITH_FIGURE.match(text) is not None for text in texts]) * 2 > len(texts)


def _unknown_column(column: Column, place: Place) -> Issue:
    label = column.label or f"{column.index + 1}번째"
    message = f"소요예산 표의 「{label}」 열이 어느 해의 금액인지 알 수 없어 옮기지 않았습니다."
    return Issue("table.unreadable", message, TABLE, "period_raw", place, column.label)


def _left_out(lines: str, place: Place) -> Issue:
    message = f"소요예산 표의 {lines} 자료에 옮길 자리가 없어 옮기지 않았습니다."
    return Issue("table.unplaced", message, TABLE, None, place)
