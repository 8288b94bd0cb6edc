"""Tables with rules between their rows, but only some between their columns: the others are told by the gaps in their lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pledgecards.extract.layout.ink.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.regions import Drawn
from pledgecards.extract.layout.rows.row import Row
from pledgecards.schemas.notation import APOSTROPHE

_FEWEST_ROWS, _FEWEST_PARTS = 3, 3
_FIGURE = re.compile(rf"{APOSTROPHE}?[-–—△▲+]?[\d,.]+\s?[%년]?|[-–—·]")


def with_columns(tables: Sequence[Drawn], rows: Mapping[int, Sequence[Row]]) -> dict[int, Grid]:
    """The grids of which one column turns out to be several, each (by its `id`) with its finer grid.

    rows: the lines of text in every region. Every cell of such a column holds one line, most of them as many parts as the others with
    wide gaps between them, that stand below one another; and most of what stands there are figures or signs.
    """
    found = {}
    for drawn in tables:
        grid = drawn.grid
        if grid.rows < _FEWEST_ROWS or grid.cols < 2:
            continue
        for col in range(1, grid.cols):
            gutters = _gutters(drawn, col, rows)
            if gutters:
                found[id(grid)] = _parted(grid, col, gutters)
                break
    return found


def _gutters(drawn: Drawn, col: int, rows: Mapping[int, Sequence[Row]]) -> list[float]:
    """Where the parts of a column's lines are parted, from the left; none where it is one column."""
    squares = [(index, square) for index, square in enumerate(drawn.grid.squares) if square.col == col]
    if len(squares) != drawn.grid.rows or any(square.row_span > 1 or square.col_span > 1 for _, square in squares):
        return []
    lines = [rows.get(drawn.first + index, ()) for index, _ in squares]
    if any(len(line) != 1 or "\t" not in line[0].text for line in lines):
        return []
    parts = [part for line in lines for part in _parts(line[0])]
    counts = [line[0].text.count("\t") + 1 for line in lines]
    most = max(counts)
    figures = sum(_FIGURE.fullmatch(text) is not None for _, _, text in parts)
    if most < _FEWEST_PARTS or sum(count == most for count in counts) < len(counts) - 1 or 2 * figures < len(parts):
        return []
    columns: list[tuple[float, float]] = []
    for x0, x1, _ in sorted(parts):
        if columns and x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return [(one[1] + other[0]) / 2 for one, other in pairwise(columns)] if len(columns) == most else []


def _parts(row: Row) -> list[tuple[float, float, str]]:
    """The parts of a line between its wide gaps, each with its edges."""
    left, right = row.left, row.right
    parts, start = [], 0
    for text in row.text.split("\t"):
        end = start + len(text)
        if text.strip():
            parts.append((left[start], right[end - 1], text.strip()))
        start = end + 1
    return parts


def _parted(grid: Grid, col: int, gutters: Sequence[float]) -> Grid:
    """The grid with more columns in place of one."""
    more = len(gutters)
    squares: list[Square] = []
    for square in grid.squares:
        row, at, high, wide = square
        if at == col and wide == 1:
            squares += [Square(row, col + k, high, 1) for k in range(more + 1)]
        elif at > col:
            squares.append(Square(row, at + more, high, wide))
        else:
            squares.append(Square(row, at, high, wide + more if at + wide > col else wide))
    xs = (*grid.xs[: col + 1], *gutters, *grid.xs[col + 1 :])
    return Grid(xs, grid.ys, tuple(squares), owner_of(squares, grid.rows, grid.cols + more))
