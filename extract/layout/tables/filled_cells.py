"""Cells told by their grounds where a rule between two of them is missing: a browser draws none beside the end of a merged cell that goes on
over the page break for less than a row, and one in white below a dark head is seen by nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.ink.sorting import Drawing

_NEAR = 2.0
_LEAST = 8.0
"""Two rows are each at least so high, in points: one line of small type."""

_FEWEST = 2
"""So many other cells of the row have grounds of their own, before a ground tells where a cell begins."""


def parted_by_grounds(grids: Sequence[Grid], tiles: Sequence[Drawing]) -> list[Grid]:
    """The grids, in which a leading cell of one row that is merged over columns is two where a ground begins within it at a line of the grid and
    fills the rest of it, as the grounds of all other cells in the row fill theirs; and a first row whose cells are all filled down to one level
    and no further is two rows."""
    grids = [_with_head_apart(grid, tiles) for grid in grids]
    return [_parted(grid, tiles) if grid.cols > _FEWEST and any(map(_leads, grid.squares)) else grid for grid in grids]


def _with_head_apart(grid: Grid, tiles: Sequence[Drawing]) -> Grid:
    """The grid, its merged cells of the first row parted where their grounds end at a line of the grid, and its first row where the grounds of
    all cells end at one level."""
    first = [square for square in grid.squares if square.row == 0]
    if len(first) < _FEWEST:
        return grid
    top = grid.ys[0]
    # A page may have a thousand tiles, and few begin with the table.
    grounds = [tile.box for tile in tiles if -_NEAR <= tile.box[1] - top <= _NEAR]
    if not grounds:
        return grid
    if all(square.row_span == 1 for square in first):
        return _with_row_apart(grid, grounds)
    squares = list(grid.squares)
    for index, square in enumerate(grid.squares):
        end = _ground_end(grid.box_of(square), grounds) if square.row == 0 and square.row_span > 1 else None
        rows = next((k for k in range(1, square.row_span) if end is not None and abs(grid.ys[k] - end) <= _NEAR), None)
        if rows is not None:
            squares[index] = square._replace(row_span=rows)
            squares.append(square._replace(row=rows, row_span=square.row_span - rows))
    if len(squares) == len(grid.squares):
        return grid
    return replace(grid, squares=tuple(squares), owner=owner_of(squares, grid.rows, grid.cols))


def _with_row_apart(grid: Grid, grounds: Sequence[Box]) -> Grid:
    first = [square for square in grid.squares if square.row == 0]
    top, bottom = grid.ys[:2]
    ends = [_ground_end(grid.box_of(square), grounds) for square in first]
    known = [end for end in ends if end is not None and top + _LEAST < end < bottom - _LEAST]
    if len(known) < len(first) or max(known) - min(known) > 1:
        return grid
    squares = [*first, *[square._replace(row=square.row + 1) for square in grid.squares]]
    ys = (top, max(known), *grid.ys[1:])
    return replace(grid, ys=ys, squares=tuple(squares), owner=owner_of(squares, len(ys) - 1, grid.cols))


def _ground_end(cell: Box, grounds: Sequence[Box]) -> float | None:
    """Where the one ground ends, of those that begin with the table, that fills a cell from side to side."""
    ends = [ground[3] for ground in grounds if _beside(ground, cell)]
    return ends[0] if len(ends) == 1 else None


def _leads(square: Square) -> bool:
    return square.col == 0 and square.row_span == 1 < square.col_span


def _parted(grid: Grid, tiles: Sequence[Drawing]) -> Grid:
    for index, square in enumerate(grid.squares):
        if not _leads(square):
            continue
        others = {grid.squares[i] for i in grid.owner[square.row]} - {square}
        if len(others) < _FEWEST or not all(_filled(grid.box_of(other), tiles) for other in others):
            continue
        _, top, right, bottom = grid.box_of(square)
        cut = next(
            (k for k in range(1, square.col_span) if _filled((grid.xs[k], top, right, bottom), tiles)),
            None,
        )
        if cut is None or _filled(grid.box_of(square), tiles):
            continue
        row = list(grid.owner[square.row])
        row[cut : square.col_span] = [len(grid.squares)] * (square.col_span - cut)
        squares = list(grid.squares)
        squares[index] = square._replace(col_span=cut)
        squares.append(Square(square.row, cut, 1, square.col_span - cut))
        owner = [row if at == square.row else list(own) for at, own in enumerate(grid.owner)]
        return _parted(replace(grid, squares=tuple(squares), owner=owner), tiles)
    return grid


def _filled(box: Box, tiles: Sequence[Drawing]) -> bool:
    """Whether a fill covers a cell, and no more."""
    _, top, _, bottom = box
    return any(
        abs(tile.box[1] - top) <= _NEAR and abs(tile.box[3] - bottom) <= _NEAR and _beside(tile.box, box)
        for tile in tiles
    )


def _beside(ground: Box, cell: Box) -> bool:
    """Whether a ground begins and ends, from left to right, where a cell does."""
    return abs(ground[0] - cell[0]) <= _NEAR and abs(ground[2] - cell[2]) <= _NEAR
