"""What a PDF reader sees on one page: glyphs, rules, fills and shapes, before any reading of them.

A canvas is the seam between PDF libraries and everything that understands a layout. Every reader
returns the same thing; nothing behind a canvas asks which library made it.

Coordinates are points from the top left of the page *as it is displayed*: a page turned by
`/Rotate` is already upright, and x grows to the right, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.record import record

Boxes = NDArray[np.float32]
"""An (n, 4) array: x0, top, x1, bottom."""

Cuts = tuple[float | None, float | None]
"""Where things are cut at their left and at their right; None where they are not."""


@record
class TextStyle:
    """How a run of glyphs is set. `colour` is 0xRRGGBB of the fill (0 is black)."""

    font: str
    size: float
    bold: bool
    colour: int


@record
class Fill:
    """A filled area: its box and its colour, 0xRRGGBB. In painting order: a later one covers an earlier one."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: int


@dataclass(frozen=True, slots=True)
class Shape:
    """Any other drawing: a tick, an arrow, a circle, a small box.

    kind: `line` (a single slanted segment), `curve` (has Bézier parts: circles, ellipses, rounded boxes), `polygon`
    (other straight sides, closed or open, that make no upright rectangle: arrow heads, ticks). A small stroked square is
    four rules. A path of very many subpaths (a picture, text turned into outlines) is one shape.
    """

    kind: str
    x0: float
    top: float
    x1: float
    bottom: float
    stroke: int | None
    fill: int | None


@dataclass(frozen=True, slots=True)
class Canvas:
    """One page as drawn.

    text    one character per glyph, in the order drawn; no line breaks. Space glyphs are kept as U+0020;
            a control or unmapped character that has a width is kept as U+0020 as well; a glyph that the font maps to
            several characters stands as several, its box divided among them. U+FFFD: a glyph without a Unicode value, or a
            digit that another one is printed over, or of which only a part is left.
            Glyphs drawn twice at the same place (fake bold) stand once, their style `bold`.
            Glyphs that cannot be seen (outside the page or clipped away, render mode 3, painted over, in the colour of what they
            stand on, smaller than a point) are left out.
    boxes   (n, 4) float32, the box of every glyph: advance width by 0.86 of the size above its baseline and 0.14 below it
            (the usual ascent and descent of Korean fonts, for all fonts alike: files and libraries disagree on theirs).
    style   (n,) int32, for every glyph the index of its style in `styles`.
    turn    (n,) int16, the direction of the glyph's baseline in degrees as displayed, counter-clockwise: 0 upright, 90 reads
            upwards, 180, 270 reads downwards, or what it is.
    rules   (m, 4) float32, horizontal (top == bottom) and vertical (x0 == x1) segments: stroked lines, the sides of stroked
            rectangles, and thin filled rectangles (thinner than 2.5 points), as centre lines. Dashes and dots that are drawn
            piece by piece are one rule. White ones count only on a coloured ground. Strokes of 5 points and more are fills.
    rule_widths  (m,) float32, the stroke width of each rule.
    fills   filled rectangles that are no rules, white ones included, in painting order.
    shapes  all other paths.
    images  (k, 4) float32, the boxes of raster images.
    cuts    where level rules end, most of them, that go on beyond what can be seen of them.
    back    None, or the matrix (see `affine`) from these coordinates to the page as displayed: of a page that was brought to the size of
            print, or set straight, before it was read (see `straightening`). All else is that of the page as it was brought.
    """

    number: int
    width: float
    height: float
    text: str
    boxes: Boxes
    style: NDArray[np.int32]
    styles: tuple[TextStyle, ...]
    turn: NDArray[np.int16]
    rules: Boxes
    rule_widths: NDArray[np.float32]
    fills: tuple[Fill, ...]
    shapes: tuple[Shape, ...]
    images: Boxes
    back: tuple[float, ...] | None = None
    cuts: Cuts = (None, None)
