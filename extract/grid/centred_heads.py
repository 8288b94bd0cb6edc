"""Heads that stand over the middle or the end of what they head, no cell merged for them (` | 2019 | ` over `계획 | 확보 | 집행`)."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.grids import Grid

_LEAST, _LONGEST = 2, 12
"""Of a year's parts there are no more than months."""


def spread_heads(grid: Grid, row: int, end: int) -> list[str]:
    """The texts of a row of a head (that ends before `end`), each head moved to the first of the columns that it stands over: the row below
    has the same heads time and again (the last time perhaps not all of them), and one cell that holds words over each time.

    The row as it is where any cell over them is merged.
    """
    texts = grid.texts[row]
    if row + 1 >= end:
        return texts
    below = grid.texts[row + 1]
    start = next((col for col, cell in enumerate(grid.cells[row + 1]) if cell.row > row and below[col]), len(below))
    size = _cycle(below[start:])
    if not size or any(cell.col_span > 1 for cell in grid.cells[row][start:]):
        return texts
    groups = [range(first, min(first + size, len(texts))) for first in range(start, len(texts), size)]
    held = [[col for col in group if texts[col]] for group in groups]
    if any(len(cols) != 1 for cols in held):
        return texts
    spread = [*texts[:start], *[""] * (len(texts) - start)]
    for [col], group in zip(held, groups, strict=True):
        spread[group[0]] = texts[col]
    return spread


def _cycle(texts: Sequence[str]) -> int:
    """After how many places all texts come again, twice at least but for the end of the last time; 0 where they do not, or one is blank."""
    if not all(texts):
        return 0
    for size in range(_LEAST, min(_LONGEST, len(texts) - 1) + 1):
        if len(set(texts[:size])) == size and all(text == texts[at % size] for at, text in enumerate(texts)):
            return size
    return 0
