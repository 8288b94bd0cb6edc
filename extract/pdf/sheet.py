"""What either reader has gathered of a page, put together as its canvas."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pledgecards.extract.pdf.canvas import Boxes, Canvas
from pledgecards.extract.pdf.glyphs import Setting
from pledgecards.extract.pdf.strokes import THIN, Drawing

_FEWEST = 6
"""So many rules make a table."""


def canvas_of(
    number: int,
    width: float,
    height: float,
    setting: Setting,
    drawing: Drawing,
    images: Boxes,
    back: tuple[float, ...] | None = None,
) -> Canvas:
    """The canvas of page `number` from its set glyphs, its drawing and the boxes of its images; `back` as there."""
    drawing, images = _printed_rules(drawing, images)
    return Canvas(
        number=number,
        width=width,
        height=height,
        text=setting.text,
        boxes=setting.boxes,
        style=setting.style,
        styles=setting.styles,
        turn=setting.turn,
        rules=drawing.rules,
        rule_widths=drawing.rule_widths,
        fills=drawing.fills,
        shapes=drawing.shapes,
        images=images,
        back=back,
        cuts=drawing.cuts,
    )


def _printed_rules(drawing: Drawing, images: Boxes) -> tuple[Drawing, Boxes]:
    """The drawing with the rules that a printer driver wrote as pictures a pixel high or wide, and the other images.

    A few such pictures beside rules that are drawn may be anything, blanks of a web page as well.
    """
    sides = images[:, 2:] - images[:, :2]
    thin = (sides.min(axis=1) < THIN) & (sides.max(axis=1) > THIN)
    count = int(np.count_nonzero(thin))
    if count < _FEWEST or count <= len(drawing.rules):
        return drawing, images
    some, lying = images[thin], sides[thin, 0] >= sides[thin, 1]
    middles = (some[:, :2] + some[:, 2:]) / 2
    along = np.stack((lying, ~lying), axis=1)
    rules = np.concatenate((np.where(along, some[:, :2], middles), np.where(along, some[:, 2:], middles)), axis=1)
    drawing = replace(
        drawing,
        rules=np.concatenate((drawing.rules, rules)).astype(np.float32),
        rule_widths=np.concatenate((drawing.rule_widths, sides[thin].min(axis=1))).astype(np.float32),
    )
    return drawing, images[~thin]
