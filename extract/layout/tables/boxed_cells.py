"""Tables whose cells are boxes, each drawn on its own with a little room to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pledgecards.extract.colours import white
from pledgecards.extract.layout.boxes import Box, table_of
from pledgecards.extract.layout.ink.lattice import Grid
from pledgecards.extract.layout.ink.sorting import SMALL, Drawing
from pledgecards.extract.layout.tables.tiles import outside, tile_grids

_FEWEST, _MOST = 8, 1_000
_LEAST_COLUMNS = 4
"""Fewer boxes than this beside one another may be columns of text."""

_LEAST = 8.0
_ROOM = 8.0
"""Boxes further apart than this stand each on its own, in points."""


def boxed_grids(grids: Sequence[Grid], drawings: Sequence[Drawing]) -> tuple[list[Grid], list[Drawing]]:
    """The grids of a page, those that boxes side by side make in place of the boxes, and the drawings that are no such box. A coloured round
    box stays a drawing: it is the ground of a cell, or a bar in it."""
    boxes = [Drawing("frame", grid.box) for grid in grids if len(grid.squares) == 1]
    boxes += [drawing for drawing in drawings if drawing.kind == "curve" and drawing.height >= _LEAST]
    boxes = [box for box in boxes if box.width >= _LEAST]
    if not _FEWEST <= len(boxes) <= _MOST or sum(box.width > SMALL for box in boxes) < _FEWEST:
        return list(grids), list(drawings)
    found = [grid for grid in tile_grids(_grown(boxes)) if grid.rows > 1 and grid.cols >= _LEAST_COLUMNS]
    if not found:
        return list(grids), list(drawings)
    left = {id(box) for box in outside(boxes, found)}
    gone = {id(box) for box in boxes if id(box) not in left and (box.colour is None or white(box.colour))}
    cells = {box.box for box in boxes if id(box) in gone}
    kept = [grid for grid in grids if len(grid.squares) > 1 or grid.box not in cells]
    return kept + found, [drawing for drawing in drawings if id(drawing) not in gone]


def _grown(boxes: Sequence[Drawing]) -> list[Drawing]:
    """The boxes, grown by half the room that they mostly leave to the next one."""
    table = table_of([drawing.box for drawing in boxes])
    x, y = _room(table, 0), _room(table, 1)
    grown: list[Drawing] = []
    for drawing in boxes:
        x0, top, x1, bottom = drawing.box
        box: Box = (x0 - x, top - y, x1 + x, bottom + y)
        grown.append(replace(drawing, box=box))
    return grown


def _room(table: np.ndarray[tuple[int, int], np.dtype[np.float64]], axis: int) -> float:
    """Half the room that boxes mostly leave to the next one along an axis."""
    low, high = table[:, axis], table[:, axis + 2]
    across, along = table[:, 1 - axis], table[:, 3 - axis]
    beside = (across[:, None] < along[None, :]) & (along[:, None] > across[None, :])
    room = np.where(beside, low[None, :] - high[:, None], np.inf)
    nearest = np.where(room > 0, room, np.inf).min(axis=1)
    near = nearest[nearest <= _ROOM]
    return float(np.median(near)) / 2 if len(near) else 0.0
