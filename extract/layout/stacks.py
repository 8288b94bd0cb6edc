"""Grids that are several things on top of one another: tables, and bands of text as wide as the grid."""

from __future__ import annotations

from pledgecards.extract.layout.ink.lattice import Grid, Square, compact

_LEAST_ROWS, _LEAST_EDGES = 2, 2
_TALL = 60.0
"""A band higher than this holds running text; it is no row of the table around it."""


def part(grid: Grid, first: int, last: int) -> Grid:
    """The rows `first` to `last` (exclusive) as a grid of their own; no cell may reach beyond them."""
    chosen = [index for index, s in enumerate(grid.squares) if first <= s.row < last]
    renumber = {old: new for new, old in enumerate(chosen)}
    squares = [
        Square(grid.squares[i].row - first, grid.squares[i].col, grid.squares[i].row_span, grid.squares[i].col_span)
        for i in chosen
    ]
    owner = [[renumber[index] for index in row] for row in grid.owner[first:last]]
    return compact(grid.xs, grid.ys[first : last + 1], squares, owner)


def stack(grid: Grid) -> list[tuple[int, int, bool]]:
    """The grid as a stack of (first row, end row, is it a table).

    A cell as wide as the whole grid is a band. Bands above and below the columns hold a caption, a heading or running
    text, not a row of the table; a band in between parts two tables if the columns change there, else it is a row.
    """
    cols = grid.cols
    bands = [(row, row + high) for row, _, high, wide in grid.squares if wide == cols]
    pieces: list[tuple[int, int, bool]] = []
    row = 0
    for first, end in sorted(bands):
        if first > row:
            pieces += _parted(grid, row, first)
        pieces.append((first, end, False))
        row = end
    if row < grid.rows:
        pieces += _parted(grid, row, grid.rows)
    merged: list[tuple[int, int, bool]] = []
    for piece in pieces:
        at = len(merged) - 1
        while at >= 0 and not merged[at][2]:
            at -= 1
        between = merged[at + 1 :]
        one_row = len(between) <= 1 and all(grid.ys[end] - grid.ys[first] < _TALL for first, end, _ in between)
        if piece[2] and at >= 0 and one_row and _same_columns(grid, merged[at], piece):
            merged[at:] = [(merged[at][0], piece[1], True)]
        else:
            merged.append(piece)
    return merged


def _parted(grid: Grid, first: int, end: int) -> list[tuple[int, int, bool]]:
    """The rows as one table, or as two and more that touch: two rows of the same columns above two of others, which have hardly an edge
    in common, and not that of the first column."""
    if end - first < 2 * _LEAST_ROWS or grid.cols < 2 * _LEAST_EDGES + 1:
        return [(first, end, True)]
    if len({wide for row, col, high, wide in grid.squares if not col and row < end and row + high > first}) == 1:
        return [(first, end, True)]  # most tables: their first column has one edge
    edges: list[set[int]] = [set() for _ in range(end - first)]
    crossed = set()
    for s in grid.squares:
        for row in range(max(s.row, first), min(s.row + s.row_span, end)):
            edges[row - first] |= {s.col, s.col + s.col_span} - {0, grid.cols}
            if row > s.row:
                crossed.add(row)
    pieces: list[tuple[int, int, bool]] = []
    start = first
    for row in range(first + _LEAST_ROWS, end - _LEAST_ROWS + 1):
        above, below = edges[row - 1 - first], edges[row - first]
        same = above == edges[row - 2 - first] and below == edges[row + 1 - first]
        if (
            same
            and row not in crossed
            and row - start >= _LEAST_ROWS
            and min(len(above), len(below)) >= _LEAST_EDGES
            and 2 * len(above & below) < min(len(above), len(below))
            and min(above) != min(below)
        ):
            pieces.append((start, row, True))
            start = row
    return [*pieces, (start, end, True)]


def _same_columns(grid: Grid, one: tuple[int, int, bool], other: tuple[int, int, bool]) -> bool:
    def inner(piece: tuple[int, int, bool]) -> set[int]:
        squares = (s for s in grid.squares if piece[0] <= s.row < piece[1])
        return {line for s in squares for line in (s.col, s.col + s.col_span)} - {0, grid.cols}

    mine, theirs = inner(one), inner(other)
    return len(mine & theirs) * 2 >= max(len(mine), len(theirs))
