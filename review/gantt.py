"""The schedule as bars over years and quarters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgecards.review.cells import Cell, Row, in_order, row_id


@dataclass(frozen=True, slots=True)
class Gantt:
    """years: each with the quarters it has; lines: a project with a cell (`planned` as its mark) for each of them."""

    years: list[tuple[str, int]]
    quarters: list[str]
    lines: list[tuple[str, list[Cell | None]]]
    unknown: bool


def gantt(rows: Sequence[Row]) -> Gantt | None:
    """The rows of `schedule` of one card laid out, or None where it has none."""
    if not rows:
        return None
    columns = sorted({(row["year"] or 0, row["quarter"] or 0) for row in rows})
    years = [
        (str(year) if year else "", sum(y == year for y, _ in columns)) for year in in_order([y for y, _ in columns])
    ]
    lines = []
    for number in in_order([(row["page"], row["line_no"]) for row in rows]):
        own = [(n, row) for n, row in enumerate(rows) if (row["page"], row["line_no"]) == number]
        cells: list[Cell | None] = [None] * len(columns)
        for n, row in own:
            place = columns.index((row["year"] or 0, row["quarter"] or 0))
            mark = {True: "planned", False: "free", None: "unknown"}[row["planned"]]
            cells[place] = Cell(row_id("schedule", n), "planned", "", "", mark, _when(row))
        lines.append((own[0][1]["project"] or "", cells))
    unknown = all(row["planned"] is None for row in rows)
    return Gantt(years, [str(quarter) if quarter else "" for _, quarter in columns], lines, unknown)


def _when(row: Row) -> str:
    quarter = f" {row['quarter']}/4" if row["quarter"] is not None else ""
    return f"{row['year'] or ''}{quarter}"
