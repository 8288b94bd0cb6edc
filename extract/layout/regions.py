"""The regions of a page in which text stands: its cells, boxes and the page itself.

A region's lines end up in its home: a table's cell is its own home, the content of a mere frame flows with what
is around the frame.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.lattice import Grid
from pledgecards.extract.layout.rows.characters import Flags, Floats, Ints
from pledgecards.extract.layout.stacks import part, stack

_WITHIN = 3.0
_DEEPEST = 8
"""Frames within frames beyond this depth are ornament."""


@dataclass(slots=True)
class Drawn:
    """A table as drawn: its grid, the region of its first cell (the others follow), the region in which it stands."""

    grid: Grid
    first: int
    parent: int


class Regions:
    """All regions of a page, by number; the first is the page, and a region stands after those around it.

    boxes: where each lies. parents: the region around each. homes: the region in whose text the lines of each stand: itself for
    the page and for a table's cell, else its parent's home. loose: frames that are no regions.
    """

    def __init__(self, page: Box) -> None:
        self.boxes: list[Box] = [page]
        self.parents = [0]
        self.homes = [0]
        self.tables: list[Drawn] = []
        self.loose: list[Box] = []
        self._pieces: list[_Piece] = []

    def add(self, box: Box, parent: int) -> int:
        """A new region without a home of its own."""
        self.boxes.append(box)
        self.parents.append(parent)
        self.homes.append(self.homes[parent])
        return len(self.boxes) - 1

    def take_in(self, column: int, reach: Box) -> None:
        """Makes what stands on the page itself within the reach of a column, tables and frames, the column's own: it is read among its
        lines."""
        left, top, right, bottom = reach

        def takes(box: Box) -> bool:
            inside = left <= box[0] and box[2] <= right and top <= box[1] and box[3] <= bottom
            if inside:
                own = self.boxes[column]
                self.boxes[column] = own[0], min(own[1], box[1]), own[2], max(own[3], box[3])
            return inside

        for drawn in self.tables:
            if drawn.parent == 0 and takes(drawn.grid.box):
                drawn.parent = column
                for cell in range(drawn.first, drawn.first + len(drawn.grid.squares)):
                    self.parents[cell] = column
        for frame in range(1, column):
            if self.parents[frame] == 0 and self.homes[frame] == 0 and takes(self.boxes[frame]):
                self.parents[frame] = column

    def add_piece(self, piece: Grid, parent: int, *, is_table: bool) -> None:
        """A region for every cell of a grid."""
        first, xs, ys = len(self.boxes), piece.xs, piece.ys
        self.boxes += [(xs[col], ys[row], xs[col + wide], ys[row + high]) for row, col, high, wide in piece.squares]
        count = len(piece.squares)
        self.parents += [parent] * count
        self.homes += range(first, first + count) if is_table else [self.homes[parent]] * count
        self._pieces.append(_Piece(piece, first))
        if is_table:
            self.tables.append(Drawn(piece, first, parent))

    def depth(self, region: int) -> int:
        """How many regions stand around a region."""
        depth = 0
        while region:
            region = self.parents[region]
            depth += 1
        return depth

    def at(self, x: float, y: float) -> int:
        """The region of a point."""
        for piece in reversed(self._pieces):
            xs, ys = piece.grid.xs, piece.grid.ys
            if xs[0] < x < xs[-1] and ys[0] < y < ys[-1]:
                return piece.first + piece.grid.owner[bisect_left(ys, y) - 1][bisect_left(xs, x) - 1]
        return 0

    def of_points(self, x: Floats, y: Floats) -> Ints:
        """The region of every point."""
        x, y = x.astype(np.float64, copy=False), y.astype(np.float64, copy=False)
        region = np.zeros(len(x), dtype=np.int64)
        for piece in self._pieces:
            left, top, right, bottom = piece.grid.box
            inside = ((x > left) & (x < right) & (y > top) & (y < bottom)).nonzero()[0]
            if len(inside):
                region[inside] = piece.owners_at(x[inside], y[inside])
        return region


class _Piece:
    """A grid of which every cell is a region; an outer one stands before those in its cells."""

    __slots__ = ("_owner", "_xs", "_ys", "first", "grid")

    def __init__(self, grid: Grid, first: int) -> None:
        self.grid, self.first = grid, first
        self._xs, self._ys = np.array(grid.xs), np.array(grid.ys)
        owner = np.fromiter(chain.from_iterable(grid.owner), dtype=np.int64, count=grid.rows * grid.cols)
        self._owner = owner.reshape(grid.rows, grid.cols) + first

    def owners_at(self, x: Floats, y: Floats) -> Ints:
        """The region of every point, all of which lie inside."""
        owners: Ints = self._owner[self._ys.searchsorted(y) - 1, self._xs.searchsorted(x) - 1]
        return owners


def regions_of(width: float, height: float, grids: Collection[Grid]) -> Regions:
    """The regions that the page's grids make, nested ones within their cells.

    A frame that lies over several cells of a table holds no text of its own: its box is put in `loose`.
    """
    regions = Regions((0.0, 0.0, width, height))
    outlines = _Outlines(len(grids))
    for grid in sorted(grids, key=lambda g: (g.box[0] - g.box[2]) * (g.box[3] - g.box[1])):
        box = grid.box
        parent = outlines.around(box, regions.boxes)
        if len(grid.squares) == 1:
            x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            centre = outlines.around((x, y, x, y), regions.boxes)
            if centre != parent and regions.homes[centre] == centre:
                regions.loose.append(box)
                continue
        if regions.depth(parent) > _DEEPEST:
            regions.loose.append(box)
            continue
        first = len(regions.boxes)
        for start, end, is_table in stack(grid):
            piece = part(grid, start, end) if (start, end) != (0, grid.rows) else grid
            regions.add_piece(piece, parent, is_table=is_table)
        outlines.add(box, range(first, len(regions.boxes)))
    return regions


class _Outlines:
    """The outlines of the grids of which regions were made so far: only in the cells of one that holds a box may the box lie."""

    def __init__(self, most: int) -> None:
        # x0, top, -x1, -bottom: one comparison tells which hold a box.
        self._boxes = np.zeros((most, 4))
        self._cells: list[range] = []

    def add(self, box: Box, cells: range) -> None:
        """Takes in a grid of which the cells are these regions."""
        self._boxes[len(self._cells)] = box[0], box[1], -box[2], -box[3]
        self._cells.append(cells)

    def around(self, box: Box, regions: Sequence[Box]) -> int:
        """The last (smallest) region that holds the whole box. regions: the boxes of all."""
        if not self._cells:
            return 0
        left, top, right, bottom = box[0] + _WITHIN, box[1] + _WITHIN, box[2] - _WITHIN, box[3] - _WITHIN
        limits = np.array((left, top, -right, -bottom))
        hold: Flags = np.less_equal(self._boxes[: len(self._cells)], limits).all(axis=1)
        for cells in reversed([self._cells[index] for index in hold.nonzero()[0].tolist()]):
            for region in reversed(cells):
                x0, upper, x1, lower = regions[region]
                if x0 <= left and upper <= top and x1 >= right and lower >= bottom:
                    return region
        return 0
