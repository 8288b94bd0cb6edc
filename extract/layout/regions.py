"""The regions of a page in which text stands: its cells, boxes and the page itself, and which glyph belongs to which.

A region's lines end up in its home: a table's cell is its own home, the content of a mere frame flows with what
is around the frame.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.layout.characters import Characters, Floats, Ints, lengths_of
from pledgecards.extract.layout.lattice import Grid
from pledgecards.extract.layout.stacks import part, stack

Box = tuple[float, float, float, float]

_WITHIN = 3.0
_DEEPEST = 8
"""Frames within frames beyond this depth are ornament."""

_APART = 0.12
"""Characters of one word stand closer together than this share of their size."""


@dataclass(slots=True)
class Region:
    """A stretch of the page with its own lines. parent: the region around it; home: the one in whose text its lines
    stand: itself for the page and for a table's cell, else its parent's home."""

    box: Box
    parent: int
    home: int


@dataclass(slots=True)
class Drawn:
    """A table as drawn: its grid, the region of its first cell (the others follow), the region in which it stands."""

    grid: Grid
    first: int
    parent: int


@dataclass(slots=True)
class Regions:
    """All regions of a page; the first is the page, and a region stands after those around it."""

    items: list[Region]
    tables: list[Drawn] = field(default_factory=list)
    loose: list[Box] = field(default_factory=list)
    _grids: list[tuple[Floats, Floats, Ints]] = field(default_factory=list)
    """Of every grid its grid lines and the region at each of its places, an outer grid before those in its cells."""

    def depth(self, region: int) -> int:
        """How many regions stand around a region."""
        depth = 0
        while region:
            region = self.items[region].parent
            depth += 1
        return depth

    def of_points(self, x: Floats, y: Floats) -> Ints:
        """The region of every point."""
        x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        region = np.zeros(len(x), dtype=np.int64)
        for xs, ys, owner in self._grids:
            inside = ((x > xs[0]) & (x < xs[-1]) & (y > ys[0]) & (y < ys[-1])).nonzero()[0]
            if len(inside):
                region[inside] = owner[ys.searchsorted(y[inside]) - 1, xs.searchsorted(x[inside]) - 1]
        return region


def regions_of(width: float, height: float, grids: list[Grid]) -> Regions:
    """The regions that the page's grids make, nested ones within their cells.

    A frame that lies over several cells of a table holds no text of its own: its box is put in `loose`.
    """
    regions = Regions([Region((0.0, 0.0, width, height), 0, 0)])
    boxes = np.zeros((1 + sum(len(grid.squares) for grid in grids), 4))
    boxes[0] = (-1e9, -1e9, 1e9, 1e9)
    for grid in sorted(grids, key=lambda g: (g.box[0] - g.box[2]) * (g.box[3] - g.box[1])):
        count = len(regions.items)
        parent = _around(boxes[:count], grid.box)
        x0, top, x1, bottom = grid.box
        if len(grid.squares) == 1:
            centre = _around(boxes[:count], ((x0 + x1) / 2, (top + bottom) / 2) * 2)
            if centre != parent and regions.items[centre].home == centre:
                regions.loose.append(grid.box)
                continue
        if regions.depth(parent) > _DEEPEST:
            regions.loose.append(grid.box)
            continue
        home = regions.items[parent].home
        for first, end, is_table in stack(grid):
            piece = part(grid, first, end) if (first, end) != (0, grid.rows) else grid
            start = len(regions.items)
            found = [piece.box_of(square) for square in piece.squares]
            boxes[start : start + len(found)] = found
            regions.items += [
                Region(box, parent, place if is_table else home) for place, box in enumerate(found, start)
            ]
            regions._grids.append((np.array(piece.xs), np.array(piece.ys), np.array(piece.owner) + start))
            if is_table:
                regions.tables.append(Drawn(piece, start, parent))
    return regions


def _around(boxes: NDArray[np.float64], box: Box) -> int:
    """The last (smallest) region that holds the whole box."""
    x0, top, x1, bottom = box
    holds = (
        (boxes[:, 0] <= x0 + _WITHIN)
        & (boxes[:, 1] <= top + _WITHIN)
        & (boxes[:, 2] >= x1 - _WITHIN)
        & (boxes[:, 3] >= bottom - _WITHIN)
    )
    return int(holds.nonzero()[0][-1])


def assign(glyphs: Characters, regions: Regions) -> Ints:
    """The region of every glyph. A word stands where its middle is, so that one that runs over its cell stays whole."""
    region = np.zeros(len(glyphs), dtype=np.int64)
    ink = (~glyphs.space).nonzero()[0]
    if not len(ink):
        return region
    x0, x1, middle, size = glyphs.x0[ink], glyphs.x1[ink], glyphs.middle[ink], glyphs.size[ink]
    gap, own = x0[1:] - x1[:-1], size[1:]
    fresh = np.ones(len(ink), dtype=bool)
    fresh[1:] = (
        (gap > _APART * own)
        | (gap < -0.6 * own)
        | (np.abs(middle[1:] - middle[:-1]) > 0.4 * own)
        | (ink[1:] > ink[:-1] + 1)
    )
    first = fresh.nonzero()[0]
    centre = (np.minimum.reduceat(x0, first) + np.maximum.reduceat(x1, first)) / 2
    height = np.add.reduceat(middle, first) / lengths_of(first, len(ink))
    region[ink] = regions.of_points(centre, height)[fresh.cumsum() - 1]
    _place_spaces(glyphs, ink, region, regions)
    return region


def _place_spaces(glyphs: Characters, ink: Ints, region: Ints, regions: Regions) -> None:
    """A space belongs to the glyph that was drawn before it if it follows it, else it stands where its middle is."""
    spaces = glyphs.space.nonzero()[0]
    if not len(spaces):
        return
    before = ink[np.maximum(ink.searchsorted(spaces) - 1, 0)]
    follows = (
        (before < spaces)
        & (np.abs(glyphs.middle[spaces] - glyphs.middle[before]) < 0.6 * glyphs.size[spaces])
        & (np.abs(glyphs.x0[spaces] - glyphs.x1[before]) < 1.5 * glyphs.size[spaces])
    )
    region[spaces] = region[before]
    if not follows.all():
        alone = spaces[~follows]
        region[alone] = regions.of_points((glyphs.x0[alone] + glyphs.x1[alone]) / 2, glyphs.middle[alone])
