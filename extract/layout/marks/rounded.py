"""Boxes with round corners side by side, or one beside text, each of which holds lines of its own: frames as those with square corners
are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.lattice import Grid, Square
from pledgecards.extract.layout.ink.sorting import Drawing
from pledgecards.extract.layout.rows.characters import Characters

_LEVEL = 2.0
"""Boxes side by side begin and end at the same heights, in points."""

_LEAST_WIDTH = 50.0
_APART = -1.0


def rounded_frames(drawings: Sequence[Drawing], grids: Sequence[Grid], least: float, glyphs: Characters) -> list[Grid]:
    """The frames of round boxes that stand side by side, or one beside other text, higher than `least` (one line of text: an option may be
    set in a box of its own), and outside the grids."""
    boxes = sorted(
        {
            drawing.box
            for drawing in drawings
            if drawing.kind == "curve" and drawing.height > least and drawing.width >= _LEAST_WIDTH
        },
        key=lambda box: (box[1], box[0]),
    )
    found: list[Grid] = []
    row: list[Box] = []
    for box in boxes:
        if row and not (abs(box[1] - row[0][1]) <= _LEVEL and abs(box[3] - row[0][3]) <= _LEVEL):
            found += _frames(row, grids, glyphs)
            row = []
        row.append(box)
    return found + _frames(row, grids, glyphs)


def _frames(row: Sequence[Box], grids: Sequence[Grid], glyphs: Characters) -> list[Grid]:
    row = sorted(row)
    if (
        not row
        or (len(row) < 2 and not _beside_text(row[0], glyphs))
        or any(other[0] - one[2] < _APART for one, other in pairwise(row))
    ):
        return []
    if any(_cross(box, grid.box) for box in row for grid in grids):
        return []
    return [Grid((box[0], box[2]), (box[1], box[3]), (Square(0, 0, 1, 1),), [[0]]) for box in row]


def _beside_text(box: Box, glyphs: Characters) -> bool:
    """Whether a box holds text, and other text stands beside it in two lines at least, clear of it."""
    x0, top, x1, bottom = box
    level = ~glyphs.space & (glyphs.middle > top) & (glyphs.middle < bottom)
    inside = level & (glyphs.x0 >= x0) & (glyphs.x1 <= x1)
    outside = level & ((glyphs.x1 <= x0) | (glyphs.x0 >= x1))
    if not inside.any() or not outside.any() or (level & ~inside & ~outside).any():
        return False
    lines = glyphs.middle[outside]
    return bool(lines.max() - lines.min() > glyphs.size[outside].max())


def _cross(box: Box, other: Box) -> bool:
    """Whether a grid lies partly in a box and partly outside."""
    apart = box[0] >= other[2] or other[0] >= box[2] or box[1] >= other[3] or other[1] >= box[3]
    within = box[0] <= other[0] and other[2] <= box[2] and box[1] <= other[1] and other[3] <= box[3]
    return not (apart or within)
