"""What is drawn on a sketch pad: glyphs and painted paths."""

from __future__ import annotations

from dataclasses import dataclass

from pledgecards.extract.pdf.canvas import TextStyle
from pledgecards.extract.pdf.plumber.ink import Point

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as displayed; `shares`: it stands for the same glyph as the one before it."""

    code: int
    origin: Point
    advance: float
    shares: bool
    style: TextStyle
    heading: Point
    clip: Box
    order: int = 0
    outlined: bool = False
    sheer: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A painted path as displayed: its points, how each is reached, after which the subpath closes, and its paint."""

    points: list[Point]
    kinds: list[int]
    closes: list[bool]
    stroke: int
    fill: int
    width: float
    clip: Box
    even_odd: bool
    order: int = 0
    covers: bool = False
    stroke_covers: bool = False
