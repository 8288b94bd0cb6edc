"""Text in aligned columns, for a terminal."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pledgecards.terminal.width import fitted, width


def aligned(
    rows: Sequence[Sequence[str]], *, right: Collection[int] = (), widest: int = 60, gap: str = "  "
) -> list[str]:
    """The rows as lines, each column as wide as its widest cell (at most `widest`).

    right: numbers of the columns that are set flush right.
    """
    if not rows:
        return []
    count = max(len(row) for row in rows)
    filled = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [min(widest, max(width(row[column]) for row in filled)) for column in range(count)]
    return [
        gap.join(fitted(cell, widths[column], right=column in right) for column, cell in enumerate(row)).rstrip()
        for row in filled
    ]
