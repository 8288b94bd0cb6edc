"""Glyphs that an opaque area hides which is painted after them: what somebody painted over and wrote anew."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.paths import PATTERN, Paths

_CORNERS = (4, 5)
"""How many points a rectangle is drawn with, closed or led back."""

_SMALLEST = 2.0
_MOST = 0.7
"""What of a glyph's height, and half of its width, lies under an area that hides it: a line through a word does not."""

_FARTHEST = 1e6


def covered(
    boxes: NDArray[np.float64], pages: NDArray[np.int64], order: NDArray[np.int64], paths: Paths
) -> NDArray[np.bool_] | None:
    """(n,) which of the glyphs are hidden; None where no area may hide any. boxes, pages, order: where each glyph stands, on which page,
    and when it is painted."""
    areas, path = _areas(paths)
    if not len(path) or not len(boxes):
        return None
    # Glyphs by their height on the page, page after page, so that those that an area reaches lie side by side.
    heights = (boxes[:, 1] + boxes[:, 3]) / 2 + pages * _FARTHEST
    sorted_by = np.argsort(heights, kind="stable")
    heights = heights[sorted_by]
    shift = paths.pages[path] * _FARTHEST
    low, high = np.searchsorted(heights, areas[:, 1] + shift), np.searchsorted(heights, areas[:, 3] + shift)
    counts = high - low
    area = np.repeat(np.arange(len(path)), counts)
    glyph = sorted_by[np.arange(len(area)) - np.repeat(np.cumsum(counts) - counts - low, counts)]
    under = order[glyph] < paths.order[path][area]
    area, glyph = area[under], glyph[under]
    over, box = areas[area], boxes[glyph]
    across = np.minimum(over[:, 2], box[:, 2]) - np.maximum(over[:, 0], box[:, 0])
    down = np.minimum(over[:, 3], box[:, 3]) - np.maximum(over[:, 1], box[:, 1])
    hides = (across >= 0.5 * (box[:, 2] - box[:, 0])) & (down >= _MOST * (box[:, 3] - box[:, 1]))
    hidden = np.zeros(len(boxes), bool)
    hidden[glyph[hides & (across >= 0)]] = True
    return hidden


def _areas(paths: Paths) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The rectangles that hide what is below them, cut to what can be seen of them, and their paths."""
    counts = np.diff(paths.starts)
    places = np.flatnonzero(paths.covers & (paths.fills != PATTERN) & np.isin(counts, _CORNERS))
    if not len(places):
        return np.empty((0, 4)), places
    points = paths.points[paths.starts[places][:, None] + np.arange(_CORNERS[0])]
    low, high = points.min(axis=1), points.max(axis=1)
    # Each corner of the box is a point, and none lies elsewhere.
    near = 0.01 * (high - low)[:, None, :] + 0.01
    bordering = ((points - low[:, None, :] <= near) | (high[:, None, :] - points <= near)).all(axis=(1, 2))
    right, lower = points[:, :, 0] > (low + high)[:, None, 0] / 2, points[:, :, 1] > (low + high)[:, None, 1] / 2
    corners = np.bitwise_or.reduce(1 << (right + 2 * lower), axis=1) == 0b1111
    clips = paths.clips[places]
    areas = np.concatenate((np.maximum(low, clips[:, :2]), np.minimum(high, clips[:, 2:])), axis=1)
    kept = bordering & corners & ((areas[:, 2:] - areas[:, :2]) >= _SMALLEST).all(axis=1)
    return areas[kept], places[kept]
