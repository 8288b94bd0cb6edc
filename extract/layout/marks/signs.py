"""Signs of figures that are drawn, a minus or a triangle: what stands right before the digits of a figure is of it, and cannot be read."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

import numpy as np

from pledgecards.extract.colours import white
from pledgecards.extract.layout.boxes import Box, table_of
from pledgecards.extract.pdf.canvas import Boxes, Canvas, Shape
from pledgecards.extract.pdf.shared import UNMAPPED

_LEAST, _MOST = 2.0, 12.0
"""The width of a sign in points."""
_SMALLEST, _LARGEST = 0.25, 1.1
"""In sizes of the digits behind it: how wide it is, and how high at most."""
_OFF, _REACH, _CLEAR = 0.2, 0.6, 0.8
"""In sizes of the digits: how far its middle lies off theirs, how far the first one is to its right, and how far nothing is to its left."""
_MEET = 1.0
"""Lines nearer to one another than this meet, in points."""
_MOST_DRAWN = 500
"""A page with more lines, or polygons, is a drawing: so many are looked at."""
_FIGURE = re.compile(r"\d[\d,.]*%?")


def with_drawn_signs(canvas: Canvas) -> Canvas:
    """The canvas with U+FFFD before each figure that stands alone and has a short level line in the middle of its height, or a polygon as large as a
    digit, right before it. Lines one beside the other are dashes, and a line that meets an upright one is a side of a cell."""
    rules, shapes = _short_rules(canvas.rules), list(islice(filter(_is_seen_polygon, canvas.shapes), _MOST_DRAWN))
    drawn = [*map(tuple, canvas.rules[rules].tolist()), *[(s.x0, s.top, s.x1, s.bottom) for s in shapes]]
    begun = [_figure_behind(canvas, box) for box in drawn]
    found = [(at, box) for at, box in zip(begun, drawn, strict=True) if at is not None]
    if not found:
        return canvas  # nearly every page
    places = [at for at, _ in found]
    behind = canvas.boxes[places].tolist()
    boxes = [(box[0], top, first, bottom) for (_, box), (first, top, _, bottom) in zip(found, behind, strict=True)]
    kept = np.ones(len(canvas.rules), dtype=np.bool_)
    kept[rules] = [at is None for at in begun[: len(rules)]]
    gone = {id(shape) for shape, at in zip(shapes, begun[len(rules) :], strict=True) if at is not None}
    return replace(
        canvas,
        text=canvas.text + chr(UNMAPPED) * len(found),
        boxes=np.concatenate((canvas.boxes, table_of(boxes).astype(np.float32))),
        style=np.concatenate((canvas.style, canvas.style[places])),
        turn=np.concatenate((canvas.turn, canvas.turn[places])),
        rules=canvas.rules[kept],
        rule_widths=canvas.rule_widths[kept],
        shapes=tuple(shape for shape in canvas.shapes if id(shape) not in gone),
    )


def _short_rules(rules: Boxes) -> list[int]:
    """The places of the short level lines that stand alone."""
    width, level = rules[:, 2] - rules[:, 0], rules[:, 1] == rules[:, 3]
    short = (level & (width >= _LEAST) & (width <= _MOST)).nonzero()[0]
    if not len(short):
        return []
    # Most are dashes: the next one on their level is near.
    short = short[np.lexsort((rules[short, 0], rules[short, 1]))]
    near = (np.diff(rules[short, 1]) < _MEET) & (abs(np.diff(rules[short, 0])) < 2 * _MOST)
    alone = short[~(np.append(near, False) | np.append(False, near))]
    found: list[int] = []
    for at in alone[:_MOST_DRAWN].tolist():
        x0, y, x1, _ = rules[at].tolist()
        beside = level & (rules[:, 0] <= x1 + _MOST) & (rules[:, 2] >= x0 - _MOST) & (abs(rules[:, 1] - y) < _MEET)
        upright = ~level & ((abs(rules[:, 0] - x0) < _MEET) | (abs(rules[:, 0] - x1) < _MEET))
        if beside.sum() == 1 and not (upright & (rules[:, 1] <= y + _MEET) & (rules[:, 3] >= y - _MEET)).any():
            found.append(at)
    return found


def _is_seen_polygon(shape: Shape) -> bool:
    shown = shape.stroke is not None or (shape.fill is not None and not white(shape.fill))
    return shape.kind == "polygon" and shown and _LEAST <= shape.x1 - shape.x0 <= _MOST


def _figure_behind(canvas: Canvas, box: Box) -> int | None:
    """The first digit of the figure right before which a drawing stands as its sign; None if it is none."""
    x0, top, x1, bottom = box
    y, boxes = (top + bottom) / 2, canvas.boxes
    on = ((boxes[:, 1] <= y) & (boxes[:, 3] >= y) & (canvas.turn == 0)).nonzero()[0]
    on = on[np.argsort(boxes[on, 0], kind="stable")]
    on = on[[not canvas.text[at].isspace() for at in on.tolist()]]
    behind = on[boxes[on, 0] >= (x0 + x1) / 2]
    if not len(behind):
        return None
    at = int(behind[0])
    first, upper, _, lower = boxes[at].tolist()
    size = lower - upper
    fits = _SMALLEST * size <= x1 - x0 <= _LARGEST * size and bottom - top <= _LARGEST * size
    if not fits or abs((upper + lower) / 2 - y) > _OFF * size or first - x1 > _REACH * size:
        return None
    edge, above, _, below = canvas.rules.T
    if ((edge >= (x0 + x1) / 2) & (edge <= first) & (above <= y) & (below >= y) & (below > above)).any():
        return None  # the side of a cell, or of the box in which a tick stands
    before = on[boxes[on, 0] < (x0 + x1) / 2]
    if len(before) and float(boxes[before, 2].max()) > x0 - _CLEAR * size:
        return None
    apart = np.flatnonzero(boxes[behind[1:], 0] - boxes[behind[:-1], 2] > size / 2)
    figure = behind[: int(apart[0]) + 1] if len(apart) else behind
    return at if _FIGURE.fullmatch("".join(canvas.text[place] for place in figure.tolist())) else None
