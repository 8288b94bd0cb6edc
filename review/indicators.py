"""Targets and results as tables, and as a line for each project that shows how far it came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pledgecards.review.cells import Cell, Row, in_order, row_id, shown
from pledgecards.schemas.captions import value_caption

_TARGETS, _RESULTS = ("goal", "target"), ("result", "actual", "rate")


@dataclass(frozen=True, slots=True)
class Curve:
    """Target (dashed) and actual values over the years, as points of a drawing 120 by 32; what they say."""

    target: str
    actual: str
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: the project, its unit, a cell for each period, and its curve."""

    project: str
    unit: str
    cells: list[Cell | None]
    curve: Curve | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: `targets` or `results`."""

    name: str
    periods: list[str]
    lines: list[Line]


def indicators(rows: Sequence[Row]) -> list[Sheet]:
    """The rows of `indicators` of one card as its tables of targets and of results."""
    curves = _curves(rows)
    sheets = [_sheet("targets", _TARGETS, rows, {}), _sheet("results", _RESULTS, rows, curves)]
    found = [sheet for sheet in sheets if sheet.lines]
    if len(found) == 1:
        return [_sheet(found[0].name, _TARGETS if found[0].name == "targets" else _RESULTS, rows, curves)]
    return found


def _sheet(name: str, measures: tuple[str, ...], rows: Sequence[Row], curves: dict[Any, Curve]) -> Sheet:
    own = [(n, row) for n, row in enumerate(rows) if row["measure"] in measures]
    periods = in_order([_period(row) for _, row in own])
    lines = []
    for number in in_order([row["line_no"] for _, row in own]):
        cells: list[Cell | None] = [None] * len(periods)
        part = [(n, row) for n, row in own if row["line_no"] == number]
        for n, row in part:
            cells[periods.index(_period(row))] = Cell(
                row_id("indicators", n),
                "value" if row["value"] is not None else "milestone",
                shown(row["value"]) + ("%" if row["measure"] == "rate" and row["value"] is not None else ""),
                row["value_raw"] or "",
                detail=row["milestone"] or "",
            )
        row = part[0][1]
        lines.append(Line(row["project"] or "", row["unit"] or "", cells, curves.get(row["project"])))
    return Sheet(name, periods, lines)


def _period(row: Row) -> str:
    return row["period_raw"] or (
        str(row["year"]) if row["year"] is not None else value_caption("indicators", "measure", row["measure"])
    )


def _curves(rows: Sequence[Row]) -> dict[Any, Curve]:
    points: dict[Any, dict[str, dict[int, float]]] = {}
    for row in rows:
        if row["measure"] in ("target", "actual") and row["year"] is not None and row["value"] is not None:
            points.setdefault(row["project"], {}).setdefault(row["measure"], {})[row["year"]] = row["value"]
    return {project: curve for project, by in points.items() if (curve := _curve(by)) is not None}


def _curve(by: dict[str, dict[int, float]]) -> Curve | None:
    years = sorted({year for values in by.values() for year in values})
    most = max((value for values in by.values() for value in values.values()), default=0.0)
    if len(years) < 2 or most <= 0:
        return None

    def path(values: dict[int, float]) -> str:
        span = years[-1] - years[0]
        return " ".join(
            f"{4 + 112 * (year - years[0]) / span:.1f},{28 - 24 * max(value, 0.0) / most:.1f}"
            for year, value in sorted(values.items())
        )

    note = " · ".join(
        f"{year}: " + " / ".join(shown(by.get(measure, {}).get(year)) or "-" for measure in ("target", "actual"))
        for year in years
    )
    return Curve(path(by.get("target", {})), path(by.get("actual", {})), note)
