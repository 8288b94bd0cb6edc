"""The glyphs of a canvas as columns: code points, boxes, sizes and looks, ready for vectorised reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.canvas import Canvas
from pledgecards.extract.record import record

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.integer[Any]]
Flags = NDArray[np.bool_]

_SPACES = np.array([0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], dtype=np.uint32)
_UNSEEN = np.array([0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x202F), 0x2060, 0xFEFF], dtype=np.uint32)


@record
class Look:
    """What a reader sees of a style: two styles that differ only in their font look the same."""

    bold: bool
    colour: int
    size: float


@dataclass(frozen=True, slots=True)
class Characters:
    """The glyphs of a page, in the order drawn; every column has one entry a glyph.

    size is the height of an em in points; look is the index of its appearance in `looks`.
    """

    codes: NDArray[np.uint32]
    x0: Floats
    top: Floats
    x1: Floats
    bottom: Floats
    middle: Floats
    size: Floats
    look: Ints
    space: Flags
    turn: NDArray[np.int16]
    looks: tuple[Look, ...]

    def __len__(self) -> int:
        return len(self.codes)

    def take(self, which: Flags | Ints) -> Characters:
        """Some of the glyphs, in the same order."""
        return Characters(
            self.codes[which],
            self.x0[which],
            self.top[which],
            self.x1[which],
            self.bottom[which],
            self.middle[which],
            self.size[which],
            self.look[which],
            self.space[which],
            self.turn[which],
            self.looks,
        )


def characters_of(canvas: Canvas) -> Characters:
    """The glyphs of a canvas without control and zero-width characters; every kind of space is U+0020."""
    codes = np.frombuffer(canvas.text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).copy()
    codes[(codes >= 0xD800) & (codes < 0xE000)] = 0xFFFD
    space = (codes == 0x20) | ((codes > 0x7F) & np.isin(codes, _SPACES))
    codes[space] = 0x20
    kept = (codes >= 0x20) & ~((codes >= 0x7F) & (codes < 0xA0))
    if codes.size and int(codes.max()) >= 0xAD:
        kept &= ~np.isin(codes, _UNSEEN)
    looks: dict[Look, int] = {}
    by_style = [
        looks.setdefault(Look(style.bold, style.colour, round(style.size, 2)), len(looks)) for style in canvas.styles
    ]
    style = canvas.style
    boxes = canvas.boxes.astype(np.float32, copy=False)
    height = boxes[:, 3] - boxes[:, 1]
    named = np.array([style.size for style in canvas.styles] or [0.0], dtype=np.float32)[style]
    # A Type 3 font may name a size that says nothing (its matrix carries the scale); then the height of the box does.
    size = np.where((named > 0.4 * height) & (named < 2.5 * height), named, np.maximum(height * 0.85, 1.0))
    if not kept.all():
        codes, space, boxes, size, style = codes[kept], space[kept], boxes[kept], size[kept], style[kept]
    return Characters(
        codes,
        boxes[:, 0],
        boxes[:, 1],
        boxes[:, 2],
        boxes[:, 3],
        (boxes[:, 1] + boxes[:, 3]) / 2,
        size.astype(np.float32),
        np.array(by_style or [0], dtype=np.int64)[style],
        space,
        canvas.turn[kept],
        tuple(looks) or (Look(False, 0, 0.0),),
    )


def median(values: Floats) -> float:
    """The median of some values, for the few hundred of a page several times as fast as numpy's own."""
    ordered = np.sort(values)
    half = len(ordered) // 2
    return float(ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2)
