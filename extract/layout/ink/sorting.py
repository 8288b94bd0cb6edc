"""What is drawn on a page besides text, sorted into kinds that mean something near text or in a table's cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pledgecards.extract.colours import dark, white
from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.lattice import Grid, grid_of
from pledgecards.extract.layout.ink.outlined import without_outlines
from pledgecards.extract.layout.ink.segments import Group, groups_of, segments_of
from pledgecards.extract.layout.ink.set_in import boxes_set_in
from pledgecards.extract.layout.ink.strays import strays
from pledgecards.extract.pdf.canvas import Boxes, Canvas, Fill, Shape

SMALL = 17.0
"""Boxes and ticks are at most this large, in points."""

_RING = 0.7
"""A round shape of this share of the width of another round it is the ring's edge or its tinted ground, and no dot in it."""

_ABOUT_SQUARE = 1.35
_MOST_OF = 0.8
_PAIR_OF_PAIRS = 4

COVERED = 0.8
"""A fill that covers this share of a cell's width and of its height is the cell's own."""

_THICK = 4.5
"""A stroke of this width is a bar, not a rule."""

_THIN = 3.6
"""A fill less thick than this may be a rule."""


@dataclass(slots=True)
class Drawing:
    """Something drawn. kind: square (small, closed) · frame (closed, empty or round text) · rule (a level line
    on its own) · fill · curve · polygon · line · image. colour: of its fill.
    used: it has been given a meaning. region: where its middle lies."""

    kind: str
    box: Box
    colour: int | None = None
    used: bool = False
    region: int = 0

    @property
    def width(self) -> float:
        """Its width in points."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """Its height in points."""
        return self.box[3] - self.box[1]


def marks_box(inner: Drawing, box: Drawing) -> bool:
    """Whether what lies within a small box or ring checks it: a dark filling, or any stroke or dot that is not its own edge."""
    ground = inner.kind == box.kind == "curve" and inner.width > _RING * box.width
    if ground or inner.kind in ("fill", "square"):
        return inner.colour is not None and dark(inner.colour)
    return True


def sort_drawings(canvas: Canvas) -> tuple[list[Grid], list[Drawing]]:
    """The grids of a page's rules (frames among them, as grids of one cell), and everything else that is drawn."""
    grids: list[Grid] = []
    drawings: list[Drawing] = []
    heads = [(s.x0, s.top, s.x1, s.bottom) for s in canvas.shapes if s.kind == "polygon" and s.x1 - s.x0 <= SMALL]
    heads = [head for head in heads if head[3] - head[1] <= SMALL]
    coloured = [fill for fill in canvas.fills if not white(fill.colour)]
    rules, widths = without_outlines(*_with_thin_fills(canvas), coloured)
    thick = widths >= _THICK
    if thick.any():
        thick &= rules[:, 3] - rules[:, 1] < 0.1
        for (x0, top, x1, bottom), width in zip(rules[thick].tolist(), widths[thick].tolist(), strict=True):
            drawings.append(Drawing("rule", (x0, top - width / 2, x1, bottom + width / 2), 0))
        rules, widths = rules[~thick], widths[~thick]
    rules, widths, boxes = boxes_set_in(rules, widths)
    for group in (*groups_of(*segments_of(rules, widths)), *boxes):
        _sort_group(group, grids, drawings, heads)
    drawings += [Drawing("fill", (f.x0, f.top, f.x1, f.bottom), f.colour) for f in canvas.fills]
    drawings += [Drawing(s.kind, (s.x0, s.top, s.x1, s.bottom), s.fill) for s in canvas.shapes if not _blank(s)]
    return grids, drawings


def _blank(shape: Shape) -> bool:
    """Whether a shape is nothing but white: the ground of an empty box is no tick in it."""
    return shape.stroke is None and shape.fill is not None and white(shape.fill)


def _sort_group(group: Group, grids: list[Grid], drawings: list[Drawing], heads: list[Box]) -> None:
    if not group.down:
        for at, low, high, width in group.across:
            half = max(width, 0.5) / 2
            drawings.append(Drawing("rule", (low, at - half, high, at + half)))
        return
    if not group.across:
        return
    box = x0, top, x1, bottom = group.box
    if x1 - x0 <= SMALL and (stacked := _stacked_squares(group)):
        drawings += [Drawing("square", square) for square in stacked]
        return
    if x1 - x0 <= SMALL and bottom - top <= SMALL:
        if len(group.across) >= 2 and len(group.down) >= 2:
            drawings.append(Drawing("square", box))
        return
    group, loose = strays(group, x0, x1, heads)
    drawings += [Drawing("rule", rule) for rule in loose]
    grid = grid_of(group)
    if grid is None:
        return
    if len(grid.squares) > 1 or (len(group.across) >= 2 and len(group.down) >= 2):
        grids.append(grid)


def _stacked_squares(group: Group) -> list[Box]:
    """Small squares one below the other with little between, as the boxes at the options of lines set close: their level rules come in pairs,
    each as far apart as the upright ones; none where the group is anything else."""
    x0, _, x1, _ = group.box
    levels = sorted(at for at, low, high, _ in group.across if high - low > _MOST_OF * (x1 - x0))
    if len(levels) < _PAIR_OF_PAIRS or len(levels) != len(group.across) or len(levels) % 2:
        return []
    squares = [(x0, top, x1, bottom) for top, bottom in zip(levels[::2], levels[1::2], strict=True)]
    least, most = (x1 - x0) / _ABOUT_SQUARE, (x1 - x0) * _ABOUT_SQUARE
    return squares if all(least <= bottom - top <= most for _, top, _, bottom in squares) else []


def _with_thin_fills(canvas: Canvas) -> tuple[Boxes, np.ndarray[tuple[int], np.dtype[np.float32]]]:
    """The rules, and the fills that are as thin and long as only thick rules are, as centre lines."""
    more: list[Box] = []
    width: list[float] = []
    for fill in canvas.fills:
        if _rule_like(fill):
            x, y = (fill.x0 + fill.x1) / 2, (fill.top + fill.bottom) / 2
            level = fill.x1 - fill.x0 > fill.bottom - fill.top
            more.append((fill.x0, y, fill.x1, y) if level else (x, fill.top, x, fill.bottom))
            width.append(min(fill.x1 - fill.x0, fill.bottom - fill.top))
    if not more:
        return canvas.rules, canvas.rule_widths
    return (
        np.concatenate((canvas.rules, np.array(more, dtype=np.float32))),
        np.concatenate((canvas.rule_widths, np.array(width, dtype=np.float32))),
    )


def _rule_like(fill: Fill) -> bool:
    wide, high = fill.x1 - fill.x0, fill.bottom - fill.top
    if wide >= _THIN and high >= _THIN:
        return False
    thin, long = (wide, high) if wide < high else (high, wide)
    return long > 25 * thin and not white(fill.colour)


def fills_region(drawing: Drawing, regions: Sequence[Box]) -> bool:
    """Whether a drawing is the ground of the cell or frame that it lies in, and none of words in it. regions: the boxes of all regions."""
    if drawing.kind != "fill" or not drawing.region:
        return False
    x0, top, x1, bottom = drawing.box
    left, upper, right, lower = regions[drawing.region]
    return x1 - x0 >= COVERED * (right - left) and bottom - top >= COVERED * (lower - upper)
