"""Tables without any rules, their cells told by fills set side by side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pledgecards.extract.layout.drawings import Drawing, white
from pledgecards.extract.layout.lattice import Grid, grid_of
from pledgecards.extract.layout.regions import Box
from pledgecards.extract.layout.segments import groups_of, segments_of

_LEAST = 8.0
_COVERED = 0.9


def tile(drawing: Drawing) -> bool:
    """Whether it is a fill large enough to be the ground of a cell."""
    return drawing.kind == "fill" and drawing.width >= _LEAST and drawing.height >= _LEAST


def inside(box: Box, grids: Sequence[Grid]) -> bool:
    """Whether the middle of a box lies in one of the grids; frames do not count."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(
        len(g.squares) > 1 and g.xs[0] - 1 <= x <= g.xs[-1] + 1 and g.ys[0] - 1 <= y <= g.ys[-1] + 1 for g in grids
    )


def tiled_grids(grids: Sequence[Grid], drawings: Sequence[Drawing], width: float, height: float) -> list[Grid]:
    """The grids of two or more rows and columns that fills make outside other grids, (nearly) every cell filled."""
    tiles = [d for d in drawings if tile(d) and d.width * d.height < 0.4 * width * height and not inside(d.box, grids)]
    coloured = sum(d.colour is not None and not white(d.colour) for d in tiles)
    if len(tiles) < 4 or coloured < 2:
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
        if len(group.across) < 3 or len(group.down) < 3:
            continue
        grid = grid_of(group)
        if grid is not None and grid.rows > 1 and grid.cols > 1 and _tiled(grid, tiles):
            found.append(grid)
    return found


def _tiled(grid: Grid, tiles: Sequence[Drawing]) -> bool:
    """Whether the cells are tiles, at least two of them in every row: lines of marked words are no table."""
    owners: list[int | None] = []
    for square in grid.squares:
        x0, top, x1, bottom = grid.box_of(square)
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        over = [i for i, d in enumerate(tiles) if d.box[0] <= x <= d.box[2] and d.box[1] <= y <= d.box[3]]
        owners.append(over[-1] if over else None)
    if sum(owner is not None for owner in owners) < _COVERED * len(owners):
        return False
    rows = [{owners[index] for index in set(row) if owners[index] is not None} for row in grid.owner.tolist()]
    return all(len(row) > 1 for row in rows)
