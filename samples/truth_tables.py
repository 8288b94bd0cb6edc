"""The rows that a card's tables must give: schedule, budget, indicators, contacts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from pledgecards.samples.card import Budget, Contacts, Figure, IndicatorLine, Indicators, Period, Schedule

Row = dict[str, Any]


def schedule_rows(table: Schedule, bars: bool) -> Iterator[Row]:
    """A row a cell of the Gantt table; bars: whether its bars are printed."""
    for number, line in enumerate(table.lines, 1):
        for period in table.years:
            for part in range(1, table.parts + 1):
                row: Row = {"line_no": number, "project": line.project, "year": period.year}
                if table.parts >= 4:
                    row["quarter"] = table.quarter(part)
                row["planned"] = (period.year, part) in line.bars if bars else None
                yield row


def budget_rows(table: Budget) -> Iterator[Row]:
    """A row an amount cell, `-` and empty ones included."""
    for number, line in enumerate(table.lines, 1):
        for period, cell in zip(table.periods, line.cells, strict=True):
            row: Row = {"line_no": number, "project": line.project, "funding": line.funding}
            row |= {"funding_raw": line.funding_raw, "period_raw": period.raw, "year": period.year}
            yield row | {"amount_won": cell.won, "amount_raw": cell.raw, "unit_raw": table.unit}


def indicator_rows(table: Indicators) -> Iterator[Row]:
    """A row a cell that holds something."""
    whole = "result" if table.results else "goal"
    yearly = "actual" if table.results else "target"
    for number, line in enumerate(table.lines, 1):
        cells: list[tuple[str, Period, Figure]] = [(whole, Period(table.whole_head, None), line.whole)]
        cells += [(yearly, period, cell) for period, cell in zip(table.periods, line.cells, strict=True)]
        if line.rate is not None and table.rate_head is not None:
            cells.append(("rate", Period(table.rate_head, None), line.rate))
        for measure, period, figure in cells:
            if _filled(figure):
                yield {"line_no": number, **_indicator(line, measure, period, figure)}


def _filled(figure: Figure) -> bool:
    return any(text not in ("", "-") for text in (figure.raw, figure.milestone))


def _indicator(line: IndicatorLine, measure: str, period: Period, figure: Figure) -> Row:
    words = figure.milestone if figure.milestone not in ("", "-") else None
    row: Row = {"measure": measure, "project": line.project, "period_raw": period.raw, "year": period.year}
    # The unit of a rate is its own: a line that counts 개소 has a rate in %.
    if measure != "rate" or line.unit == "%":
        row["unit"] = line.unit
    raw = " ".join(part for part in (figure.raw, figure.milestone) if part)
    return row | {"value": figure.value, "milestone": words, "value_raw": raw}


def contact_rows(table: Contacts) -> Iterator[Row]:
    """A row a person."""
    people = [person for cell in table.cells for person in cell]
    for number, person in enumerate(people, 1):
        row = asdict(person)
        # In a table with a head row a person's words stand in several cells: how they are joined is open.
        if table.heads:
            del row["raw"]
        yield {"contact_no": number, **row}
