"""What either reader has gathered of a page, put together as its canvas."""

from __future__ import annotations

from pledgecards.extract.pdf.canvas import Boxes, Canvas
from pledgecards.extract.pdf.glyphs import Setting
from pledgecards.extract.pdf.strokes import Drawing


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
    )
