"""The glyphs of a canvas as columns: code points, boxes, sizes and looks, ready for vectorised reading."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.canvas import Canvas

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.integer[Any]]
Flags = NDArray[np.bool_]

_LOWER = 0.4
_SPACE, _UNSEEN, _LONE, _TWIN = 1, 2, 3, 4


def _kinds() -> NDArray[np.uint8]:
    """By code point: a space, a character that shows nothing, half a surrogate pair, one drawn like another, or (0) anything else."""
    kinds = np.zeros(0x10000, dtype=np.uint8)
    kinds[[0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]] = _SPACE
    kinds[[*range(0x20), *range(0x7F, 0xA0), *range(0x200B, 0x2010), *range(0x2028, 0x202F), 0x2060]] = _UNSEEN
    kinds[0xFEFF] = _UNSEEN
    kinds[0xD800:0xE000] = _LONE
    kinds[[0xAD, 0x203E, *range(0x2F00, 0x2FD6)]] = _TWIN
    return kinds


def _same_looking(code: int) -> int:
    """What a twin shows. A font may have one glyph for a hyphen and a soft hyphen, for a character and its radical (⽇, 日), and a
    printer may name the wrong one: what is drawn is seen. The tilde of KS X 1003 is called an overline."""
    return _PLAIN.get(code) or ord(unicodedata.normalize("NFKC", chr(code)))


_KINDS = _kinds()
_PLAIN = {0xAD: 0x2D, 0x203E: 0x7E}


class Look(NamedTuple):
    """What a reader sees of a style: two styles that differ only in their font look the same."""

    bold: bool
    colour: int
    size: float


@dataclass(frozen=True, slots=True)
class Characters:
    """The glyphs of a page, in the order drawn; every column has one entry a glyph.

    size is the height of an em in points; look is the index of its appearance in `looks`. ink and spaces are the indices of the
    glyphs that are no spaces, and of those that are.
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
    ink: Ints
    spaces: Ints

    def __len__(self) -> int:
        return len(self.codes)

    def take(self, which: Flags | Ints) -> Characters:
        """Some of the glyphs, in the same order."""
        space = self.space[which]
        return Characters(
            self.codes[which],
            self.x0[which],
            self.top[which],
            self.x1[which],
            self.bottom[which],
            self.middle[which],
            self.size[which],
            self.look[which],
            space,
            self.turn[which],
            self.looks,
            (~space).nonzero()[0],
            space.nonzero()[0],
        )


def characters_of(canvas: Canvas) -> Characters:
    """The glyphs of a canvas without control and zero-width characters; every kind of space is U+0020."""
    codes = np.frombuffer(canvas.text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).copy()
    # Beyond the table stands no character of a kind of its own, nor at its end.
    kind = _KINDS.take(codes, mode="clip")
    space = kind == _SPACE
    codes[space] = 0x20
    # Most pages have letters and spaces only.
    special = len(kind) > 0 and int(kind.max()) > _SPACE
    if special:
        codes[kind == _LONE] = 0xFFFD
        for place in (kind == _TWIN).nonzero()[0].tolist():
            codes[place] = _same_looking(int(codes[place]))
    looks: dict[Look, int] = {}
    by_style = [
        looks.setdefault(Look(style.bold, style.colour, round(style.size, 2)), len(looks)) for style in canvas.styles
    ]
    style = canvas.style
    boxes = canvas.boxes.astype(np.float32, copy=False)
    turn = canvas.turn
    height = boxes[:, 3] - boxes[:, 1]
    named = np.array([style.size for style in canvas.styles] or [0.0], dtype=np.float32)[style]
    # A Type 3 font may name a size that says nothing (its matrix carries the scale); then the height of the box does.
    size = np.where((named > 0.4 * height) & (named < 2.5 * height), named, np.maximum(height * 0.85, 1.0))
    if special:
        kept = kind != _UNSEEN
        codes, space, boxes, size, style = codes[kept], space[kept], boxes[kept], size[kept], style[kept]
        turn = turn[kept]
    x0, top, x1, bottom = np.ascontiguousarray(boxes.T)
    return Characters(
        codes,
        x0,
        top,
        x1,
        bottom,
        (top + bottom) / 2,
        size,
        np.array(by_style or [0], dtype=np.int64)[style],
        space,
        turn,
        tuple(looks) or (Look(False, 0, 0.0),),
        (~space).nonzero()[0],
        space.nonzero()[0],
    )


def median(values: Floats) -> float:
    """The median of some values, for the few hundred of a page several times as fast as numpy's own."""
    ordered = np.sort(values)
    half = len(ordered) // 2
    return float(ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2)


def by_group(groups: Ints, values: Floats) -> Ints:
    """The order by group (-1: none), and by value within each; as `np.lexsort` tells it, but sooner: small numbers are sorted by radix."""
    order = values.argsort(kind="stable")
    if len(groups) and groups.max() >= 0xFFFF:
        return order[groups[order].argsort(kind="stable")]
    return order[groups[order].astype(np.uint16).argsort(kind="stable")]


def lengths_of(starts: Ints, total: int) -> Ints:
    """How long the stretches are that begin at these places, of `total` entries; as `np.diff` tells it, but sooner."""
    lengths = np.empty(len(starts), dtype=np.int64)
    np.subtract(starts[1:], starts[:-1], out=lengths[:-1])
    lengths[-1] = total - starts[-1]
    return lengths


def lines_down(glyphs: Characters, some: Ints) -> Iterator[Ints]:
    """The lines that some glyphs make, from the top down: each the places of its glyphs. A line ends where the next one's middle is lower by
    two fifths of its size."""
    order = some[np.argsort(glyphs.middle[some], kind="stable")]
    cuts = np.flatnonzero(np.diff(glyphs.middle[order]) > _LOWER * glyphs.size[order][1:]) + 1
    bounds = [0, *cuts.tolist(), len(order)] if len(order) else []
    for start, end in pairwise(bounds):
        yield order[start:end]
