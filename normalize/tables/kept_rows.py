"""Which rows of a table's body are lines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.page import Cell


def holds_something(row: Sequence[Cell], texts: Sequence[str], number: int) -> bool:
    """Whether a cell that begins in this row holds text, or something is drawn in it."""
    own = [(cell, text) for cell, text in zip(row, texts, strict=True) if cell.row == number]
    return any(text or cell.fill is not None or cell.bar != 0 for cell, text in own)
