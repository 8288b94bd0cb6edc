"""The budget as a table with its sums checked, and as a chart by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pledgecards.language import N_, _
from pledgecards.normalize.budget.checks import budget_issues
from pledgecards.review.cells import Cell, Row, in_order, row_id, won
from pledgecards.schemas.captions import value_caption
from pledgecards.schemas.vocabulary import Vocabulary

_UNITS = ((10**6, N_("million won")), (10**3, N_("thousand won")), (1, N_("won")))
_SOURCES = ("national", "metro", "local", "private", "other", "total")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: its project, its source of funding, and a cell for each period (None: not printed)."""

    project: str
    first: bool
    source: Cell
    total: bool
    cells: list[Cell | None]


@dataclass(frozen=True, slots=True)
class Bar:
    """A year's bar: its parts from the bottom as (funding, y, height), in a drawing 100 high; what it says."""

    label: str
    note: str
    parts: list[tuple[str, float, float]]


@dataclass(frozen=True, slots=True)
class Budget:
    """The whole table. unit: what its figures count; wrong: what the check of the sums found, one sentence each;
    sources: the key and the printed name of each colour of the bars."""

    unit: str
    periods: list[str]
    lines: list[Line]
    wrong: list[str]
    bars: list[Bar]
    sources: list[tuple[str, str]]


def budget(rows: Sequence[Row]) -> Budget | None:
    """The rows of `budget` of one card laid out, or None where it has none."""
    if not rows:
        return None
    amounts = [row["amount_won"] for row in rows if row["amount_won"] is not None]
    factor, unit = next((f, name) for f, name in _UNITS if all(amount % f == 0 for amount in amounts))
    issues = budget_issues([dict(row) for row in rows])
    unread = any(row["amount_won"] is None and (row["amount_raw"] or "").strip(" -–—") for row in rows)
    marks = {n: _mark(row, issues, unread) for n, row in enumerate(rows)}
    periods = in_order([_period(row) for row in rows])
    lines = []
    before: Any = object()
    for number in in_order([_line(row) for row in rows]):
        own = [(n, row) for n, row in enumerate(rows) if _line(row) == number]
        cells: list[Cell | None] = [None] * len(periods)
        for n, row in own:
            cells[periods.index(_period(row))] = _cell(n, row, factor, marks[n])
        n, row = own[0]
        source = Cell(
            row_id("budget", n),
            "funding",
            row["funding_raw"] or "",
            row["funding_raw"] or "",
            note=_funding(row["funding"]) if row["funding"] else "",
        )
        first = row["project"] != before
        before = row["project"]
        lines.append(Line(row["project"] or "", first, source, row["funding"] == "total", cells))
    bars = _bars(rows)
    return Budget(_(unit), periods, lines, [issue.message for issue in issues], bars, _names(rows, bars))


def _line(row: Row) -> tuple[Any, ...]:
    return row["page"], row["line_no"], row["project"], row["funding_raw"]


def _period(row: Row) -> str:
    return row["period_raw"] or (str(row["year"]) if row["year"] is not None else "")


def _cell(number: int, row: Row, factor: int, mark: tuple[str, str]) -> Cell:
    amount = row["amount_won"]
    text = f"{amount // factor:,}" if amount is not None else (row["amount_raw"] or "")
    return Cell(row_id("budget", number), "amount_won", text, row["amount_raw"] or "", *mark, detail=won(amount))


def _mark(row: Row, issues: Sequence[Any], unread: bool) -> tuple[str, str]:
    if row["amount_won"] is None or not (row["funding"] == "total" or _whole(row)):
        return "", ""
    own = [issue.message for issue in issues if _meant(row, issue)]
    if own:
        return "bad", "\n".join(own)
    return ("", "") if unread else ("ok", "")


def _whole(row: Row) -> bool:
    match = Vocabulary.standard().heads.match(row["period_raw"] or "", rough=False)
    return row["year"] is None and match is not None and match.key == "total"


def _meant(row: Row, issue: Any) -> bool:
    place = issue.place
    if place is None or (place.page, place.line) != (row["page"], row["line"]):
        return False
    same_box = place.x0 is None or (abs(place.x0 - row["x0"]) < 0.1 and abs(place.top - row["top"]) < 0.1)
    return same_box and (issue.raw or "").startswith(row["amount_raw"] or "\0")


def _bars(rows: Sequence[Row]) -> list[Bar]:
    """By year the amounts of each source, from the grand total where one is printed, else from the projects."""
    with_year = [row for row in rows if row["year"] is not None and row["amount_won"]]
    block = [row for row in with_year if row["project"] is None] or with_year
    parts = [row for row in block if row["funding"] != "total"] or block
    years = sorted({row["year"] for row in rows if row["year"] is not None})
    sums = {year: {s: 0 for s in _SOURCES} for year in years}
    for row in parts:
        sums[row["year"]][row["funding"] or "other"] += max(row["amount_won"], 0)
    most = max((sum(by.values()) for by in sums.values()), default=0)
    if not most or len(years) < 2:
        return []
    bars = []
    for year in years:
        y, drawn = 100.0, []
        for source, amount in sums[year].items():
            height = 100.0 * amount / most
            y -= height
            if amount:
                drawn.append((source, round(y, 2), round(height, 2)))
        bars.append(Bar(str(year), won(sum(sums[year].values())), drawn))
    return bars


def _funding(source: str) -> str:
    return value_caption("budget", "funding", source)


def _names(rows: Sequence[Row], bars: Sequence[Bar]) -> list[tuple[str, str]]:
    drawn = {source for bar in bars for source, _, _ in bar.parts}
    printed = {
        row["funding"] or "other": row["funding_raw"] or _funding(row["funding"] or "other") for row in reversed(rows)
    }
    return [(source, printed.get(source, _funding(source))) for source in _SOURCES if source in drawn]
