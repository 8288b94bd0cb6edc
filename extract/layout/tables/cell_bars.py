"""What is behind and over a table's cells: their fill, and the share of their width that a drawn bar covers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from pledgecards.extract.colours import white
from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.lattice import Grid
from pledgecards.extract.layout.ink.sorting import COVERED, Drawing
from pledgecards.extract.page import LEAST_BAR
from pledgecards.extract.pdf.canvas import Fill

_HIGHEST = 1.6
"""A drawing higher than so many rows is no bar of one of them."""

_LEAST_SHARE = 0.08
_LEAST_WIDTH = 1.5
_BORDER = 3.6
_NO_GROUND = -1
_CLEAR, _LEAST_MARK = 1.5, 3.0
_SEAT = 0.15
"""Bars whose middles are no further apart than this share of their cells' heights run at one height."""


def cell_fills(grid: Grid, cells: Sequence[Box], fills: Sequence[Fill]) -> list[int | None]:
    """The topmost colour that covers each cell, None for white or nothing. cells: the boxes of the grid's squares."""
    colours: list[int | None] = [None] * len(cells)
    columns = [(one + other) / 2 for one, other in pairwise(grid.xs)]
    rows = [(one + other) / 2 for one, other in pairwise(grid.ys)]
    for fill in fills:
        if fill.bottom < rows[0] or fill.top > rows[-1] or fill.x1 < columns[0] or fill.x0 > columns[-1]:
            continue
        # Of a cell of which most is covered, the middle of some row and column that it spans is.
        begin, end = bisect_left(columns, fill.x0), bisect_right(columns, fill.x1)
        colour = None if white(fill.colour) else fill.colour
        for owners in grid.owner[bisect_left(rows, fill.top) : bisect_right(rows, fill.bottom)]:
            for index in owners[begin:end]:
                if colours[index] != colour and _covers(fill, cells[index]):
                    colours[index] = colour
    return colours


def _covers(fill: Fill, cell: Box) -> bool:
    x0, top, x1, bottom = cell
    across = min(x1, fill.x1) - max(x0, fill.x0)
    down = min(bottom, fill.bottom) - max(top, fill.top)
    return across / max(x1 - x0, 0.1) >= COVERED and down / max(bottom - top, 0.1) >= COVERED


def bars(grid: Grid, cells: Sequence[Box], fills: Sequence[int | None], drawings: Sequence[Drawing]) -> list[float]:
    """The share of each cell's width that the given drawings cover, 0 to 1; negative where only one of the two bars covers it that run
    one above the other, and it may be what was done (see `_alone`).

    A drawing counts in the rows that its middle or most of a row's height lies in; one that is the cell's own fill,
    a trimming along an edge, or a diagonal through a cell does not.
    """
    shares = [0.0] * len(cells)
    covering: dict[int, list[Drawing]] = {}
    x0, top, x1, bottom = grid.box
    for drawing in drawings:
        left, upper, right, lower = drawing.box
        if not (left < x1 - 1 and right > x0 + 1 and top < (upper + lower) / 2 < bottom and _bar_like(drawing)):
            continue
        ground = drawing.colour if drawing.kind == "fill" else _NO_GROUND
        for index in _touched(grid, drawing.box):
            if ground != fills[index] and _bars(drawing, cells[index]):
                covering.setdefault(index, []).append(drawing)
    for index, over in covering.items():
        shares[index] = _covered(over, cells[index])
    for index in _alone(cells, covering):
        shares[index] = -shares[index]
    return shares


def _alone(cells: Sequence[Box], covering: Mapping[int, Sequence[Drawing]]) -> list[int]:
    """The cells that one bar covers in rows where two of different colours run one above the other: what is planned and what was done,
    and which is which is not said. In any row, the lower of the two without the upper one may be what was done without a plan."""
    doubled = [index for index, over in covering.items() if len(over) > 1 and _one_above_other(over)]
    if not doubled:
        return []
    rows = {cells[index][1] for index in doubled}
    lower = [(index, max(covering[index], key=lambda bar: bar.box[1])) for index in doubled]
    seats = [(bar.colour, _height(bar, cells[index])) for index, bar in lower]
    return [
        index
        for index, over in covering.items()
        if len({drawing.colour for drawing in over}) == 1
        and (cells[index][1] in rows or _sits(over[0].colour, _height(over[0], cells[index]), seats))
    ]


def _height(bar: Drawing, cell: Box) -> float:
    """How far down a cell the middle of a bar is, 0 to 1."""
    return ((bar.box[1] + bar.box[3]) / 2 - cell[1]) / max(cell[3] - cell[1], 0.1)


def _sits(colour: int | None, height: float, seats: Sequence[tuple[int | None, float]]) -> bool:
    return any(colour == other and abs(height - at) <= _SEAT for other, at in seats)


def _one_above_other(drawings: Sequence[Drawing]) -> bool:
    bars = [drawing for drawing in drawings if drawing.kind == "fill"]
    return any(
        one.colour != other.colour and (one.box[3] <= other.box[1] + 0.5 or other.box[3] <= one.box[1] + 0.5)
        for one, other in combinations(bars, 2)
    )


def _touched(grid: Grid, box: Box) -> Iterable[int]:
    """The cells that a box may lie in."""
    x0, top, x1, bottom = box
    row, col = max(bisect_right(grid.ys, top) - 1, 0), max(bisect_right(grid.xs, x0) - 1, 0)
    below, beside = bisect_left(grid.ys, bottom), bisect_left(grid.xs, x1)
    if below <= row + 1:
        return dict.fromkeys(grid.owner[row][col:beside])
    return dict.fromkeys([owner for line in grid.owner[row:below] for owner in line[col:beside]])


def _bars(drawing: Drawing, cell: Box) -> bool:
    """Whether a drawing is a bar over a cell, or over a part of it that can be seen."""
    left, upper, right, lower = drawing.box
    x0, top, x1, bottom = cell
    across = min(max((min(x1, right) - max(x0, left)) / max(x1 - x0, 0.1), 0.0), 1.0)
    if across < _LEAST_SHARE or across * (x1 - x0) < _LEAST_WIDTH:
        return False
    if drawing.kind != "fill" and lower - upper > _HIGHEST * (bottom - top):
        return False  # a frame round the table
    down = (min(bottom, lower) - max(top, upper)) / max(bottom - top, 0.1)
    if not (top <= (upper + lower) / 2 < bottom or down > 0.5):
        return False
    if drawing.kind == "fill" and across >= COVERED and down >= COVERED:
        return False
    return not (_trimming(drawing, cell) or _diagonal(drawing, cell))


def _covered(drawings: Sequence[Drawing], cell: Box) -> float:
    """The share of a cell's width that drawings cover together; what lies over another one adds nothing (a bar and its shadow). What stands clear of
    all sides of the cell is its mark, however small."""
    covered, reached = 0.0, cell[0]
    for left, right in sorted((drawing.box[0], drawing.box[2]) for drawing in drawings):
        end = min(right, cell[2])
        covered += max(end - max(left, reached), 0.0)
        reached = max(reached, end)
    least = LEAST_BAR if any(_stands_within(drawing.box, cell) for drawing in drawings) else 0.0
    return min(max(covered / max(cell[2] - cell[0], 0.1), least), 1.0)


def _stands_within(box: Box, cell: Box) -> bool:
    return (
        min(box[0] - cell[0], box[1] - cell[1], cell[2] - box[2], cell[3] - box[3]) >= _CLEAR
        and min(box[2] - box[0], box[3] - box[1]) >= _LEAST_MARK
    )


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
