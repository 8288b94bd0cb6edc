"""Projects of a card's other budget tables, which the 계 of one table leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pledgecards.normalize.budget.entries import Entry
from pledgecards.normalize.budget.partial_sums import unit_rounds, whole_years
from pledgecards.normalize.budget.total import Totals
from pledgecards.normalize.rows import Issue, Row
from pledgecards.normalize.tables.lines import is_subtotal


def left_out_of(totals: Totals, entries: Sequence[Entry], tables: Iterable[Sequence[Row]]) -> Issue | None:
    """That the card's 계 is of the projects of its own table alone, and another table of the same years has others, so that it is not of all.

    What may be a detail of the first table is no other: its sum, that of one project or of all, is printed there, but for rounding.
    entries: all amounts of the card's budget; tables: their rows, table by table.
    """
    if totals.won is None:
        return None
    grand = totals.grand[0]
    of_row = {id(entry.row): entry for entry in entries}
    parted = [[of_row[id(row)] for row in rows] for rows in tables]
    own = next((table for table in parted if any(entry is grand for entry in table)), [])
    costs = _costs(own)
    if sum(won or 0 for won in costs.values()) != totals.won:
        return None
    printed = {entry.won for entry in own if entry.won is not None}
    for other in parted:
        beside = _costs(other)
        wons = list(beside.values())
        if not beside or beside.keys() & costs.keys() or _years(other) != _years(own) or None in wons:
            continue
        more = sum(won or 0 for won in wons)
        unit = max(entry.unit.factor for entry in [*own, *other])
        if more and not any(unit_rounds(won, more, unit, len(wons)) for won in printed):
            [first, *_] = beside
            message = f"총계에 다른 표에 있는 「{first}」의 금액이 들어 있지 않아 총 소요예산을 비워 두었습니다."
            return Issue(
                "budget.totals_differ",
                message,
                "cards",
                "budget_total_won",
                grand.place,
                grand.unit.printed(totals.won),
            )
    return None


def _costs(table: Sequence[Entry]) -> dict[str, int | None]:
    """What each project of a table costs, by its 계 or by its years; None where an amount was not read."""
    blocks: dict[str, list[Entry]] = {}
    for entry in table:
        if entry.project is not None and not is_subtotal(entry.project):
            blocks.setdefault(entry.project, []).append(entry)
    return {project: _cost(block) for project, block in blocks.items()}


def _cost(block: Sequence[Entry]) -> int | None:
    parts = [entry for entry in block if entry.whole] or whole_years(
        [entry for entry in block if entry.year is not None]
    )
    parts = [entry for entry in parts if entry.sums_sources] or parts
    return None if any(entry.won is None for entry in parts) else sum(entry.won or 0 for entry in parts)


def _years(table: Sequence[Entry]) -> set[int]:
    return {entry.year for entry in table if entry.year is not None}
