"""What a line or a column of a budget table says of its amounts: the source, the period, the unit."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.record import record
from pledgecards.normalize.budget.funding import FundingReader
from pledgecards.normalize.budget.layout import PERIODS, Layout
from pledgecards.normalize.budget.units import BudgetUnits
from pledgecards.normalize.tables.lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary, fold


@record
class LineSays:
    """What a line says of all its cells: the funding source and the period as printed, what they mean, and the bare unit."""

    funding_raw: str | None
    source: str | None
    period_raw: str | None
    year: int | None
    unit: str | None


def said_by(line: TableLine, head: Head, layout: Layout, funding: FundingReader, units: BudgetUnits) -> LineSays:
    """What a line says of all its cells (see `LineSays`)."""
    funding_raw, source = funding.of_line(line, head)
    period = line.period(layout.side)
    period_raw, year = line.text(layout.side) or None, period.year if period is not None else None
    sourced = layout.sourced or (funding_raw is not None and funding.known(funding_raw) is not None)
    unit = units.of_line(line, sourced=sourced)
    return LineSays(funding_raw, source, period_raw, year, unit)


def in_one_unit(sayings: list[LineSays]) -> list[LineSays]:
    """The lines of sources in the unit that the line of their sum names (`계(백만원)` over `국비`, `도비`), where no other is printed."""
    told = {said.unit for said in sayings if said.unit is not None}
    of_sum = all((said.source == "total") == (said.unit is not None) and said.source is not None for said in sayings)
    if len(told) != 1 or not of_sum:
        return sayings
    [unit] = told
    return [replace(said, unit=unit) for said in sayings]


def names_nothing(head: Head) -> bool:
    """Whether a head has no place for the names of projects or sources (`계 | 2019년 | 2020년`)."""
    return not head.of("project", "funding", "measure", "category", "source")


def of_all_sources(sayings: list[LineSays], head: Head, heading: str | None, vocabulary: Vocabulary) -> list[LineSays]:
    """The one line below a head that names nothing as that of the total, unless the heading over the table names a source (`국비 확보계획`)."""
    if len(sayings) != 1 or not names_nothing(head):
        return sayings
    words = fold(heading or "")
    if any(key != "total" and fold(spelling) in words for key, spelling in vocabulary.funding):
        return sayings
    return [replace(said, source="total") for said in sayings]


def period_of(column: Column, said: LineSays, layout: Layout) -> tuple[str | None, int | None]:
    """The period of a cell as printed, and its year."""
    own = column.group or (column.kind if column.kind in PERIODS else None)
    if own is not None and not (own == "total" and (layout.side is not None or layout.crossed)):
        return column.period, column.year
    return said.period_raw, said.year


def funding_of(
    line: TableLine, column: Column, said: LineSays, layout: Layout, funding: FundingReader
) -> tuple[str | None, str | None]:
    """The funding source of a cell as printed, and its key."""
    if column.kind == "source":
        return column.word, funding.key(column.word, line.cells[column.index].place)
    if column.kind == "total" and (layout.crossed or column.group is not None):
        # `2019년: 금액 | 비율` beside the names of sources: the amount of its line's source.
        own = not layout.sourced and said.funding_raw is not None
        return (said.funding_raw, said.source) if own else (column.word, "total")
    if layout.crossed and column.group == "total":
        return column.period, "total"  # `예산액: 계 | 국비 | 구비`
    if layout.crossed and said.funding_raw is None and column.kind == "plan" and column.group is None:
        return column.word, "total"  # `연도 | 소요액 | 국비 | 구비`
    if layout.crossed and said.funding_raw is None and column.kind in PERIODS and line.project is not None:
        return None, "total"  # `국비 | 구비 | 기집행 | 향후` beside a project: of all its sources
    return said.funding_raw, said.source
