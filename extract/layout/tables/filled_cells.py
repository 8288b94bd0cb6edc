"""Cells told by their grounds where a rule between two of them is missing: a browser draws none beside the end of a merged cell that goes on
over the page break for less than a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.lattice import Grid, Square
from pledgecards.extract.layout.ink.sorting import Drawing

_NEAR = 2.0
_FEWEST = 2
"""So many other cells of the row have grounds of their own, before a ground tells where a cell begins."""


def parted_by_grounds(grids: Sequence[Grid], tiles: Sequence[Drawing]) -> list[Grid]:
    """The grids, in which a leading cell of one row that is merged over columns is two where a ground begins within it at a line of the grid and
    fills the rest of it, as the grounds of all other cells in the row fill theirs."""
    return [_parted(grid, tiles) if grid.cols > _FEWEST and any(map(_leads, grid.squares)) else grid for grid in grids]


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
    return any(all(abs(a - b) <= _NEAR for a, b in zip(tile.box, box, strict=True)) for tile in tiles)
