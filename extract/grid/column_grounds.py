"""Fills of a Gantt table's columns that are no bars: the stripe of a year whose head has it too, and what is light behind signs in every row."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pledgecards.extract.colours import channels, lightness, white
from pledgecards.extract.page import Cell

_WHITEST = 0xFFFFFF
_PALE = 190_000
"""The least lightness, of 255,000, of a shade that columns are set on: orange and amber are bars."""
_LEAST_ROWS = 3
_NEAR_WHITE = 0xF5
"""The least of red, green and blue in a stripe that is told from the page only beside it: no bar is so faint."""


def is_white(fill: int | None) -> bool:
    """Whether a fill is the page's own white or so near to it that nobody sees it."""
    return fill is None or white(fill) or min(channels(fill)) >= _NEAR_WHITE


def is_pale(fill: int) -> bool:
    """Whether a fill is a shade that columns and rows are set on."""
    return lightness(fill) >= _PALE and not is_white(fill)


def column_grounds(
    grid: list[list[Cell]],
    rows: Sequence[int],
    columns: Sequence[int],
    head_rows: int,
    signed: Collection[tuple[int, int]],
) -> dict[int, int]:
    """The fills that are no bars by their columns. head_rows: how deep the head is, signed: the places of signs and of drawn bars."""
    return _headed(grid, rows, columns, head_rows) | _behind_signs(grid, rows, columns, signed)


def _headed(grid: list[list[Cell]], rows: Sequence[int], columns: Sequence[int], head_rows: int) -> dict[int, int]:
    """Columns that have one fill from their head (that of their year, or of their own) to the last row, but for darker bars, where other
    heads beside it have another."""
    if len(rows) < 2:
        return {}
    found = {}
    for level in grid[:head_rows]:
        heads = {col: level[col].fill for col in columns}
        if len(set(heads.values())) < 2:
            continue
        for col, fill in heads.items():
            if fill is None or is_white(fill):
                continue
            below = [grid[row][col].fill or _WHITEST for row in rows]
            if fill in below and all(other == fill or lightness(other) < lightness(fill) for other in below):
                found[col] = fill
    return found


def _behind_signs(
    grid: list[list[Cell]], rows: Sequence[int], columns: Sequence[int], signed: Collection[tuple[int, int]]
) -> dict[int, int]:
    """Columns that have one light fill in all of several rows, beside others, where signs or drawn bars stand on it."""
    found = {}
    for col in columns if signed and len(rows) >= _LEAST_ROWS else ():
        fills = {grid[row][col].fill for row in rows}
        fill = fills.pop()
        if not fills and fill is not None and is_pale(fill):
            found[col] = fill
    met = {found[col] for row, col in signed if col in found}
    return {col: fill for col, fill in found.items() if fill in met} if len(found) < len(columns) else {}
