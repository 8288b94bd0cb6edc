"""Glyphs in the colour of what they stand on: white on the white page, black in a black bar. Nobody sees them, whoever wrote them there.

What a glyph stands on is what was painted there last before it: a rectangle of one colour, or the page, which is white. Where that is
anything else (a picture, a pattern, a run of colours, another drawing, a glyph as large), it cannot be told, and the glyph is seen.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.canvas import Boxes
from pledgecards.extract.pdf.paths import NO_PAINT, PATTERN, WHITE, Paths
from pledgecards.extract.pdf.rectangles import rectangles

_NEAR = 10
"""Colours that differ by no more than this in red, green and blue (0 to 255) are the same to the eye."""

_NEARLY_WHITE = WHITE - _NEAR * 0x010101
"""Whatever is like white is no smaller a number."""

_THICK = 2.0
"""A stroke as thick as this may be the ground of a word."""

_MOST = 4_000_000
"""So many pairs of a glyph and a drawing of its page are looked at, at most."""


def like_their_ground(
    boxes: NDArray[np.float64],
    pages: NDArray[np.int64],
    order: NDArray[np.int64],
    runs: NDArray[np.int64],
    colour_of: NDArray[np.int64],
    sheer: NDArray[np.bool_],
    paths: Paths,
    images: Sequence[Boxes],
) -> NDArray[np.bool_] | None:
    """(n,) which of the glyphs have the colour of their ground; None where none of them can.

    boxes, pages, order, runs: where each glyph stands, on which page, when it is painted, and in which run. colour_of: the colour of
    each run (0xRRGGBB, -1 where it is not painted with one colour). sheer: which runs let their ground show through: only on white is
    their colour what is seen.
    """
    known = np.unique(colour_of)
    known = known[known >= 0]
    wanted = _like_any(known, np.unique(paths.fills))
    if len(wanted) and wanted[0] < _NEARLY_WHITE:
        # Rules are filled areas too, and black as the text is.
        wanted = _like_any(known, np.unique(paths.fills[rectangles(paths)]))
    if not len(wanted):
        return None
    colours = colour_of[runs]
    asked = np.flatnonzero(np.isin(colours, wanted))
    seen_on = _ground_of(boxes, pages, order, colours, asked, paths, images)
    found = np.zeros(len(boxes), bool)
    found[asked] = (seen_on >= 0) & _near(seen_on, colours[asked]) & ~(sheer[runs[asked]] & (seen_on != WHITE))
    return found


def _like_any(colours: NDArray[np.int64], grounds: NDArray[np.int64]) -> NDArray[np.int64]:
    """Those of the colours that the page or one of the grounds has."""
    grounds = np.append(grounds[grounds >= 0], WHITE)
    return np.asarray(colours[_near(colours[:, None], grounds[None, :]).any(axis=1)])


def _near(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.bool_]:
    parts = [np.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) <= _NEAR for shift in (16, 8, 0)]
    return np.asarray(parts[0] & parts[1] & parts[2])


def _ground_of(
    boxes: NDArray[np.float64],
    pages: NDArray[np.int64],
    order: NDArray[np.int64],
    colours: NDArray[np.int64],
    asked: NDArray[np.int64],
    paths: Paths,
    images: Sequence[Boxes],
) -> NDArray[np.int64]:
    """The colour of what each of the asked glyphs stands on; -1 where it cannot be told."""
    areas, fills = _drawn(paths)
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    ground = np.full(len(asked), -1)
    for page in np.unique(pages[asked]).tolist():
        mine = np.flatnonzero(pages[asked] == page)
        glyph = asked[mine]
        drawn = np.flatnonzero(paths.pages == page)
        others = np.flatnonzero(pages == page)
        if len(glyph) * max(len(drawn), len(others), 1) > _MOST:
            continue
        below = _holds(areas[drawn], x[glyph], y[glyph]) & (paths.order[drawn] < order[glyph][:, None])
        last = np.where(below, paths.order[drawn], -1)
        colour = np.full(len(glyph), WHITE)
        if len(drawn):
            top = last.argmax(axis=1)
            colour = np.where(below.any(axis=1), fills[drawn[top]], WHITE)
        doubt = _holds(images[page].astype(np.float64), x[glyph], y[glyph]).any(axis=1)
        # A sign as large as a disc may bear a white digit.
        under = _holds(boxes[others], x[glyph], y[glyph]) & (order[others] < order[glyph][:, None])
        under &= colours[others] != colours[glyph][:, None]
        ground[mine] = np.where(doubt | under.any(axis=1), -1, colour)
    return ground


def _drawn(paths: Paths) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The box of what can be seen of every path, nothing for one that hides nothing; and the colour of those that are rectangles, -1
    for what is not of one colour."""
    count = len(paths.fills)
    areas = np.tile([np.inf, np.inf, -np.inf, -np.inf], (count, 1))
    some = np.flatnonzero(np.diff(paths.starts) > 0)
    if len(some):
        low = np.minimum.reduceat(paths.points, paths.starts[some], axis=0)
        high = np.maximum.reduceat(paths.points, paths.starts[some], axis=0)
        half = np.where(paths.strokes != NO_PAINT, paths.widths / 2, 0)[some, None]
        areas[some] = np.concatenate((low - half, high + half), axis=1)
    areas[:, :2] = np.maximum(areas[:, :2], paths.clips[:, :2])
    areas[:, 2:] = np.minimum(areas[:, 2:], paths.clips[:, 2:])
    filled = paths.fills != NO_PAINT
    areas[~(filled | ((paths.strokes != NO_PAINT) & (paths.widths >= _THICK)))] = (np.inf, np.inf, -np.inf, -np.inf)
    fills = np.full(count, -1)
    even = rectangles(paths)
    fills[even] = np.where(paths.fills[even] == PATTERN, -1, paths.fills[even])
    return areas, fills


def _holds(areas: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(points, areas) whether each area holds each point."""
    across = (areas[:, 0] <= x[:, None]) & (x[:, None] <= areas[:, 2])
    return np.asarray(across & (areas[:, 1] <= y[:, None]) & (y[:, None] <= areas[:, 3]))
