"""Tables without any rules, their cells told by fills set side by side."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

import numpy as np

from pledgecards.extract.colours import white
from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.lattice import Grid, grid_of
from pledgecards.extract.layout.ink.segments import groups_of, segments_of
from pledgecards.extract.layout.ink.sorting import Drawing

_LEAST = 8.0
_COVERED = 0.9
_TOUCH = 3.0
_NEAR = 7.0
"""Sides further apart than this are never joined, in points: not even as dashes are."""

_NO_TILE = -1
_MOST_HEAD = 3
"""A head has at most so many rows."""


def tiles_of(drawings: Sequence[Drawing]) -> list[Drawing]:
    """The fills that are large enough to be the ground of a cell."""
    tiles: list[Drawing] = []
    for drawing in drawings:
        if drawing.kind == "fill":
            x0, top, x1, bottom = drawing.box
            if x1 - x0 >= _LEAST and bottom - top >= _LEAST:
                tiles.append(drawing)
    return tiles


def coloured(tiles: Sequence[Drawing]) -> list[Drawing]:
    """The tiles that can be told from the page."""
    return [d for d in tiles if d.colour is not None and not white(d.colour)]


def outside(drawings: Sequence[Drawing], grids: Sequence[Grid]) -> list[Drawing]:
    """The drawings whose middle lies in none of the grids; frames do not count."""
    outlines = [(g.xs[0] - 1, g.ys[0] - 1, g.xs[-1] + 1, g.ys[-1] + 1) for g in grids if len(g.squares) > 1]
    if not outlines:
        return list(drawings)
    found: list[Drawing] = []
    for drawing in drawings:
        x0, top, x1, bottom = drawing.box
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        for left, upper, right, lower in outlines:
            if left <= x <= right and upper <= y <= lower:
                break
        else:
            found.append(drawing)
    return found


def tiled_grids(tiles: Sequence[Drawing], width: float, height: float) -> list[Grid]:
    """The grids of two or more rows and columns that tiles make, (nearly) every cell filled. width, height: the page's."""
    tiles = [d for d in tiles if d.width * d.height < 0.4 * width * height]
    if len(tiles) < 4 or len(coloured(tiles)) < 2:
        return []
    return [grid for grid in tile_grids(tiles) if grid.rows > 1 and grid.cols > 1]


def with_filled_heads(grids: Sequence[Grid], tiles: Sequence[Drawing]) -> list[Grid]:
    """The grids, each with the head of fills that stands right on top of it: its rules begin below a coloured head without any."""
    if len(tiles) < 2:
        return list(grids)
    return [_under_head(grid, tiles) if grid.cols > 1 else grid for grid in grids]


def _under_head(grid: Grid, tiles: Sequence[Drawing]) -> Grid:
    left, top, right, _ = grid.box
    head: list[Box] = []
    edge = top
    for _ in range(_MOST_HEAD):
        row = [
            d.box
            for d in tiles
            if abs(d.box[3] - edge) <= _TOUCH and left - _TOUCH <= d.box[0] and d.box[2] <= right + _TOUCH
        ]
        if len(row) < 2:
            break
        if any(min([abs(x - line) for line in grid.xs]) > _TOUCH for box in row for x in (box[0], box[2])):
            break
        head += row
        edge = max(box[1] for box in row)
    width = sum(box[2] - box[0] for box in head if abs(box[3] - top) <= _TOUCH)
    if width < _COVERED * (right - left):
        return grid
    boxes = [_snapped(box, grid) for box in head] + [grid.box_of(square) for square in grid.squares]
    sides = [
        side
        for x0, y0, x1, y1 in boxes
        for side in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1))
    ]
    [group] = groups_of(*segments_of(np.array(sides, dtype=np.float32), np.full(len(sides), 0.5, dtype=np.float32)))[:1]
    whole = grid_of(group)
    return grid if whole is None or whole.cols != grid.cols else whole


def _snapped(box: Box, grid: Grid) -> Box:
    """A head's fill with its sides on the grid's lines, and its foot on the grid's top where it touches that."""
    x0, x1 = (min(grid.xs, key=lambda line: abs(line - x)) for x in (box[0], box[2]))
    return x0, box[1], x1, grid.ys[0] if abs(box[3] - grid.ys[0]) <= _TOUCH else box[3]


def tile_grids(tiles: Sequence[Drawing]) -> list[Grid]:
    """The grids, of whatever rows and columns, whose cells are tiles that touch one another."""
    # The bars behind a page's headings stand each on its own.
    if not _some_meet(tiles):
        return []
    boxes = np.array([d.box for d in tiles], dtype=np.float32)
    x0, top, x1, bottom = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
    sides = np.concatenate(
        [
            np.column_stack(side)
            for side in ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom))
        ]
    )
    found: list[Grid] = []
    for group in groups_of(*segments_of(sides, np.full(len(sides), 0.5, dtype=np.float32))):
        if len(group.across) < 2 or len(group.down) < 3:
            continue
        grid = grid_of(group)
        if grid is not None and _tiled(grid, tiles):
            found.append(grid)
    return found


def _some_meet(tiles: Sequence[Drawing]) -> bool:
    """Whether two of the tiles come so near to one another that their sides could be joined."""
    boxes = sorted([d.box for d in tiles], key=itemgetter(1))
    for index, (x0, _, x1, bottom) in enumerate(boxes, 1):
        for left, top, right, _ in boxes[index:]:
            if top > bottom + _NEAR:
                break
            if left <= x1 + _NEAR and right >= x0 - _NEAR:
                return True
    return False


def _tiled(grid: Grid, tiles: Sequence[Drawing]) -> bool:
    """Whether the cells are tiles, at least two of them in every row: lines of marked words are no table."""
    x0, top, x1, bottom = np.array([grid.box_of(square) for square in grid.squares], dtype=np.float64).T
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    owners = np.full(len(x), _NO_TILE)
    for number, tile in enumerate(tiles):
        left, upper, right, lower = tile.box
        owners[(left <= x) & (x <= right) & (upper <= y) & (y <= lower)] = number
    if np.count_nonzero(owners != _NO_TILE) < _COVERED * len(owners):
        return False
    tile_of = owners.tolist()
    rows = [{tile_of[index] for index in set(row)} - {_NO_TILE} for row in grid.owner]
    return all(len(row) > 1 for row in rows)
