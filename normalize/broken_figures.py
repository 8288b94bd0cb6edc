"""Figures that a narrow column broke over two lines: `10` over `0`. One is read as a whole only where its row confirms it."""

from __future__ import annotations

import re

from pledgecards.extract.page import Cell
from pledgecards.normalize.indicators.cells import CellReader

_PART = re.compile(r"[\d,.]+%?")


def whole_figure(cell: Cell, others: list[Cell], reader: CellReader) -> str | None:
    """The text of a cell of several lines as one figure; None where it is none, or nothing beside it says so.

    `10` over `0` may be two figures. They are one if another cell of the row (the target's last year, the result whose rate it
    is) holds the same figure unbroken.

    others: the other cells of the row that hold figures.
    """
    parts = [line.text.strip() for line in cell.lines]
    if len(parts) < 2 or not all(map(_PART.fullmatch, parts)) or any(part.endswith("%") for part in parts[:-1]):
        return None
    whole = "".join(parts)
    value = reader.read(whole, "%").value
    if value is None:
        return None
    unbroken = (other for other in others if other is not cell)
    return whole if any(_figure(other, reader) == value for other in unbroken) else None


def _figure(cell: Cell, reader: CellReader) -> float | None:
    """The figure on the first line of a cell, whatever its unit."""
    first = cell.lines[0].text.strip() if cell.lines else ""
    return reader.read(first, "%").value if _PART.fullmatch(first) else None
