"""Content set at a right angle to the page: coordinates turned so that it reads upright, and boxes turned back.

A table set sideways on an unturned page is read like any other once its coordinates are turned. Which way it
reads is taken from the order in which its glyphs are drawn, not from the sign of an angle.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.page import Page
from pledgecards.extract.pdf.affine import move_boxes
from pledgecards.extract.pdf.canvas import Boxes, Canvas, Fill, Shape

_MOST = 0.6
"""A page is turned when more than this share of its glyphs is."""


@dataclass(frozen=True, slots=True)
class Turning:
    """How reading coordinates stand to the page as displayed.

    quarters 0: as displayed, 1: the text runs up the page, 2: it stands on its head, 3: it runs down the page.
    width and height are those of the page as displayed.
    """

    quarters: int
    width: float
    height: float

    def to_reading(self, boxes: Boxes) -> Boxes:
        """Boxes of the page as displayed, in reading coordinates."""
        x0, top, x1, bottom = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
        width, height = np.float32(self.width), np.float32(self.height)
        if self.quarters == 1:
            return np.column_stack((height - bottom, x0, height - top, x1))
        if self.quarters == 2:
            return np.column_stack((width - x1, height - bottom, width - x0, height - top))
        if self.quarters == 3:
            return np.column_stack((top, width - x1, bottom, width - x0))
        return boxes

    def to_page(self, x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
        """A box in reading coordinates, as displayed."""
        if self.quarters == 1:
            return top, self.height - x1, bottom, self.height - x0
        if self.quarters == 2:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        if self.quarters == 3:
            return self.width - bottom, x0, self.width - top, x1
        return x0, top, x1, bottom


def place_on_page(page: Page, box: Box) -> Box:
    """A box in the places of a page that is turned or was straightened, on the page as displayed."""
    size = (page.height, page.width) if page.turned % 2 else (page.width, page.height)
    box = Turning(page.turned, *size).to_page(*box)
    if page.back is None:
        return box
    x0, top, x1, bottom = move_boxes(np.array(box), np.array(page.back)).tolist()
    return x0, top, x1, bottom


def turning_of(boxes: Boxes, degrees: int, width: float, height: float) -> Turning:
    """How glyphs that share a direction are turned, by which way their drawing proceeds."""
    quarters = 0
    if degrees in (90, 270):
        steps = np.diff((boxes[:, 1] + boxes[:, 3]) / 2)
        near = steps[np.abs(steps) < 4 * max(float(np.median(boxes[:, 3] - boxes[:, 1])), 1.0)]
        near = near[np.abs(near) > 0.01]
        downwards = float(np.median(near)) > 0 if len(near) else degrees == 270
        quarters = 3 if downwards else 1
    elif degrees == 180:
        quarters = 2
    return Turning(quarters, width, height)


def upright(canvas: Canvas) -> tuple[Canvas, Turning]:
    """The canvas in reading coordinates, and how it was turned; the canvas itself when most of its text is upright."""
    if not canvas.turn.any():
        return canvas, Turning(0, canvas.width, canvas.height)
    ink = np.fromiter((not char.isspace() for char in canvas.text), dtype=bool, count=len(canvas.text))
    total = int(ink.sum())
    for degrees in (90, 270, 180):
        turned = ink & (canvas.turn == degrees)
        if total and int(turned.sum()) > _MOST * total:
            turning = turning_of(canvas.boxes[turned], degrees, canvas.width, canvas.height)
            return _turn(canvas, turning, degrees), turning
    return canvas, Turning(0, canvas.width, canvas.height)


def _turn(canvas: Canvas, turning: Turning, degrees: int) -> Canvas:
    sideways = turning.quarters % 2 == 1
    return replace(
        canvas,
        width=canvas.height if sideways else canvas.width,
        height=canvas.width if sideways else canvas.height,
        boxes=turning.to_reading(canvas.boxes),
        turn=((canvas.turn - degrees) % 360).astype(np.int16),
        rules=turning.to_reading(canvas.rules),
        fills=tuple(Fill(*_box(turning, fill), fill.colour) for fill in canvas.fills),
        shapes=tuple(Shape(s.kind, *_box(turning, s), s.stroke, s.fill) for s in canvas.shapes),
        images=turning.to_reading(canvas.images),
    )


def _box(turning: Turning, drawn: Fill | Shape) -> tuple[float, float, float, float]:
    box = np.array([[drawn.x0, drawn.top, drawn.x1, drawn.bottom]], dtype=np.float32)
    x0, top, x1, bottom = turning.to_reading(box)[0].tolist()
    return x0, top, x1, bottom
