"""Values as a page shows them: each a cell with the row it comes from, so that its box can be found and it can be put right."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pledgecards.language import _, chosen

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value on the page.

    id      the row it comes from, `table-number`, or `cards-column`; what carries the same id lights up together.
    column  the column that a correction of it changes.
    text    as it is shown; empty where there is nothing.
    raw     as the source prints it, or "".
    mark    `ok` or `bad` where it was checked against other values, else ""; `note` says how.
    """

    id: str
    column: str
    text: str
    raw: str = ""
    mark: str = ""
    note: str = ""
    detail: str = ""


@dataclass(slots=True)
class Boxes:
    """Where the rows of a card stand: on pages as rectangles in points, in text as lines."""

    on_pages: dict[int, dict[tuple[float, ...], list[str]]] = field(default_factory=dict)
    on_lines: dict[int, list[str]] = field(default_factory=dict)

    def add(self, name: str, row: Row) -> None:
        """Takes in the place of a row; rows at the same place share a box."""
        page, line = row.get("page"), row.get("line")
        box = tuple(row.get(edge) for edge in ("x0", "top", "x1", "bottom"))
        if page is not None and None not in box:
            rounded = tuple(round(float(edge), 2) for edge in box if edge is not None)
            self.on_pages.setdefault(page, {}).setdefault(rounded, []).append(name)
        elif line is not None:
            self.on_lines.setdefault(line, []).append(name)


def row_id(table: str, number: int) -> str:
    """The id of a row on its card's page. number: its place among the card's rows of the table, from 0."""
    return f"{table}-{number}"


def card_id(column: str) -> str:
    """The id of a value of the card itself: each stands alone, though they are of one row."""
    return f"cards-{column}"


def shown(value: Any) -> str:
    """A value as people read it; null is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float):
        return f"{value:,.6g}" if not value.is_integer() else f"{value:,.0f}"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def won(amount: int | None) -> str:
    """An amount as it is said: 6,268,000,000 is `62억 6,800만원` in Korean, which counts in 억 and 만."""
    if amount is None:
        return ""
    if chosen() != "ko":
        return _("{amount:,} won").format(amount=amount)
    rest, parts = abs(amount), []
    for size, name in ((10**12, "조"), (10**8, "억"), (10**4, "만")):
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count:,}{name}")
    if rest or not parts:
        parts.append(f"{rest:,}")
    return ("△" if amount < 0 else "") + " ".join(parts) + "원"


def in_order(values: Sequence[Any]) -> list[Any]:
    """Each value once, in the order in which it first stands."""
    return list(dict.fromkeys(values))
