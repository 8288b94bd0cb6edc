"""Bullets that are drawn, as browsers print those of lists, set as the signs that they show.

A small disc, ring or square close before the first letter of a line is a bullet. A box to tick is nearly as large as a letter, and a dot
within one is its check.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pledgecards.extract.colours import white
from pledgecards.extract.layout.boxes import Box, table_of
from pledgecards.extract.layout.ink.sorting import SMALL
from pledgecards.extract.pdf.canvas import Canvas, Fill, Shape

_DISC, _RING, _SQUARE = "•", "◦", "▪"
_LEAST, _MOST = 1.5, 9.0
_SMALLEST, _LARGEST = 0.2, 0.5
"""In sizes of the letters beside it: how large a bullet is."""
_ROUND = 1.25
_SPACE = 0.3
"""As wide is the space behind it: a bullet's glyph takes up the rest of the way to the text."""
_OFF, _REACH, _CLEAR = 0.3, 1.6, 4.0
"""In sizes of the letters: how far its middle lies off theirs, how far the first one is to its right, and how far none is to its left."""


def with_drawn_bullets(canvas: Canvas) -> Canvas:
    """The canvas with its drawn bullets as glyphs, each with a space behind it."""
    every: tuple[Shape | Fill, ...] = (*canvas.shapes, *canvas.fills)
    drawn = [one for one in every if _sign(one)]
    if not drawn or not canvas.text:
        return canvas
    letters = _Letters(canvas)
    drawings = [_box(one) for one in every if _small(one)]
    bullets = {id(one): at for one in drawn if (at := letters.begun_by(_box(one), drawings)) is not None}
    if not bullets:
        return canvas
    text, boxes, style = [canvas.text], [canvas.boxes], canvas.style.tolist()
    for one in drawn:
        at = bullets.get(id(one))
        if at is None:
            continue
        first, top, _, bottom = canvas.boxes[at].tolist()
        end = max(one.x1, first - _SPACE * (bottom - top))
        text.append(_sign(one) + " ")
        boxes.append(table_of([(one.x0, top, end, bottom), (end, top, first, bottom)]).astype(np.float32))
        style += [style[at], style[at]]
    return replace(
        canvas,
        text="".join(text),
        boxes=np.concatenate(boxes),
        style=np.array(style, dtype=np.int32),
        turn=np.concatenate((canvas.turn, np.zeros(2 * len(bullets), dtype=np.int16))),
        shapes=tuple(shape for shape in canvas.shapes if id(shape) not in bullets),
        fills=tuple(fill for fill in canvas.fills if id(fill) not in bullets),
    )


class _Letters:
    """The letters of a page, and the upright rules between them."""

    def __init__(self, canvas: Canvas) -> None:
        self._inked = np.array([not char.isspace() for char in canvas.text]) & (canvas.turn == 0)
        self._boxes = canvas.boxes
        rules = canvas.rules
        self._upright = rules[rules[:, 3] - rules[:, 1] > rules[:, 2] - rules[:, 0]]

    def begun_by(self, box: Box, drawings: Sequence[Box]) -> int | None:
        """The letter before which a small drawing stands as a bullet; None if it is none. drawings: all small ones of the page."""
        x0, top, x1, bottom = box
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        if any(
            left <= x <= right and upper <= y <= lower and right - left > _ROUND * (x1 - x0)
            for left, upper, right, lower in drawings
        ):
            return None
        on = (self._inked & (self._boxes[:, 1] <= y) & (self._boxes[:, 3] >= y)).nonzero()[0]
        behind = on[self._boxes[on, 0] >= x]
        if not len(behind):
            return None
        at = int(behind[self._boxes[behind, 0].argmin()])
        first, upper, _, lower = self._boxes[at].tolist()
        size = lower - upper
        if not (
            _SMALLEST * size <= x1 - x0 <= _LARGEST * size
            and abs((upper + lower) / 2 - y) <= _OFF * size
            and first - x1 <= _REACH * size
        ):
            return None
        before = on[self._boxes[on, 0] < x]
        last = float(self._boxes[before, 2].max()) if len(before) else -np.inf
        if self._ruled(x, first, y) or (last > x0 - _CLEAR * size and not self._ruled(last - 0.2 * size, x0, y)):
            return None
        return at

    def _ruled(self, left: float, right: float, y: float) -> bool:
        """Whether an upright rule parts two places of a line."""
        x, top, _, bottom = self._upright.T
        return bool(((x >= left) & (x <= right) & (top <= y) & (bottom >= y)).any())


def _box(one: Shape | Fill) -> Box:
    return one.x0, one.top, one.x1, one.bottom


def _small(one: Shape | Fill) -> bool:
    return one.x1 - one.x0 <= SMALL and one.bottom - one.top <= SMALL


def _sign(one: Shape | Fill) -> str:
    """The bullet that a drawing shows; empty where it is none."""
    wide, high = one.x1 - one.x0, one.bottom - one.top
    if not (_LEAST <= wide <= _MOST and wide <= _ROUND * high and high <= _ROUND * wide):
        return ""
    if isinstance(one, Fill):
        return "" if white(one.colour) else _SQUARE
    if one.kind != "curve" or (one.stroke is None and (one.fill is None or white(one.fill))):
        return ""
    return _RING if one.fill is None or white(one.fill) else _DISC
