"""What is behind and over a table's cells: their fill, and the share of their width that a drawn bar covers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.layout.drawings import Drawing, white
from pledgecards.extract.layout.lattice import Grid
from pledgecards.extract.layout.regions import Box
from pledgecards.extract.pdf.canvas import Fill

_COVERED = 0.8
"""A fill that covers this share of a cell's width and of its height is the cell's own."""

_LEAST_SHARE = 0.08
_LEAST_WIDTH = 1.5
_BORDER = 3.6


def boxes_of(grid: Grid) -> NDArray[np.float64]:
    """The boxes of a grid's cells, in the order of its squares."""
    xs, ys = np.array(grid.xs), np.array(grid.ys)
    corners = np.array([(s.col, s.row, s.col + s.col_span, s.row + s.row_span) for s in grid.squares], dtype=np.int64)
    return np.column_stack((xs[corners[:, 0]], ys[corners[:, 1]], xs[corners[:, 2]], ys[corners[:, 3]]))


def cell_fills(cells: NDArray[np.float64], fills: Sequence[Fill], areas: NDArray[np.float64]) -> list[int | None]:
    """The topmost colour that covers each cell, None for white or nothing. areas: the boxes of the fills."""
    if not len(fills):
        return [None] * len(cells)
    x0, top = float(cells[:, 0].min()), float(cells[:, 1].min())
    x1, bottom = float(cells[:, 2].max()), float(cells[:, 3].max())
    near = np.flatnonzero((areas[:, 0] < x1) & (areas[:, 2] > x0) & (areas[:, 1] < bottom) & (areas[:, 3] > top))
    if not len(near):
        return [None] * len(cells)
    across, down = _shares(cells, areas[near])
    covers = (across >= _COVERED) & (down >= _COVERED)
    last = len(near) - 1 - covers[:, ::-1].argmax(axis=1)
    found: NDArray[np.bool_] = np.any(covers, axis=1)
    result: list[int | None] = []
    for index, some in zip(near[last].tolist(), found.tolist(), strict=True):
        colour = fills[index].colour if some else None
        result.append(None if colour is None or white(colour) else colour)
    return result


def bars(
    grid: Grid, cells: NDArray[np.float64], fills: Sequence[int | None], drawings: Sequence[Drawing]
) -> list[float]:
    """The share of each cell's width that the given drawings cover, 0 to 1.

    A drawing counts in the rows that its middle or most of a row's height lies in; one that is the cell's own fill,
    a trimming along an edge, or a diagonal through a cell does not.
    """
    shares = [0.0] * len(cells)
    x0, top, x1, bottom = grid.box
    near = [
        d
        for d in drawings
        if d.box[0] < x1 - 1 and d.box[2] > x0 + 1 and top < (d.box[1] + d.box[3]) / 2 < bottom and _bar_like(d)
    ]
    if not near:
        return shares
    boxes = np.array([d.box for d in near])
    across, down = _shares(cells, boxes)
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    in_row = (cells[:, 1, None] <= middle) & (cells[:, 3, None] > middle) | (down > 0.5)
    wide = across * (cells[:, 2] - cells[:, 0])[:, None]
    counts = in_row & (across >= _LEAST_SHARE) & (wide >= _LEAST_WIDTH)
    counts &= ~((across >= _COVERED) & (down >= _COVERED) & np.array([d.kind == "fill" for d in near]))
    for cell, index in np.argwhere(counts).tolist():
        drawing, box = (
            near[index],
            (float(cells[cell, 0]), float(cells[cell, 1]), float(cells[cell, 2]), float(cells[cell, 3])),
        )
        if drawing.kind == "fill" and drawing.colour == fills[cell]:
            continue
        if _trimming(drawing, box) or _diagonal(drawing, box):
            continue
        shares[cell] = min(1.0, shares[cell] + float(across[cell, index]))
    return shares


def _bar_like(drawing: Drawing) -> bool:
    if drawing.kind in ("fill", "curve", "polygon") and drawing.colour is not None and white(drawing.colour):
        return False
    # An empty little box is a box to tick, and it is not ticked.
    return drawing.kind != "square" and drawing.width >= _LEAST_WIDTH


def _trimming(drawing: Drawing, cell: Box) -> bool:
    x0, top, x1, bottom = drawing.box
    low = bottom - top <= _BORDER and (abs(top - cell[1]) < 1.5 or abs(bottom - cell[3]) < 1.5)
    slim = (
        x1 - x0 <= 5
        and (abs(x0 - cell[0]) < 1.5 or abs(x1 - cell[2]) < 1.5)
        and bottom - top > 0.8 * (cell[3] - cell[1])
    )
    return low or slim


def _diagonal(drawing: Drawing, cell: Box) -> bool:
    return (
        drawing.kind == "line"
        and drawing.height > 0.6 * (cell[3] - cell[1])
        and drawing.width > 0.5 * (cell[2] - cell[0])
    )


def _shares(cells: NDArray[np.float64], boxes: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For every cell and box the shares of the cell's width and height that the box covers."""
    wide = np.maximum(cells[:, 2] - cells[:, 0], 0.1)[:, None]
    high = np.maximum(cells[:, 3] - cells[:, 1], 0.1)[:, None]
    across = np.minimum(cells[:, 2, None], boxes[:, 2]) - np.maximum(cells[:, 0, None], boxes[:, 0])
    down = np.minimum(cells[:, 3, None], boxes[:, 3]) - np.maximum(cells[:, 1, None], boxes[:, 1])
    return np.clip(across / wide, 0, 1), np.clip(down / high, 0, 1)
