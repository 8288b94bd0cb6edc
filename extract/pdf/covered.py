"""Glyphs that an opaque area hides which is painted after them: what somebody painted over and wrote anew."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.paths import PATTERN, Paths
from pledgecards.extract.pdf.rectangles import SMALLEST, rectangles

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
    places = rectangles(paths, paths.covers & (paths.fills != PATTERN))
    if not len(places):
        return np.empty((0, 4)), places
    points = paths.points[paths.starts[places][:, None] + np.arange(4)]
    clips = paths.clips[places]
    areas = np.concatenate(
        (np.maximum(points.min(axis=1), clips[:, :2]), np.minimum(points.max(axis=1), clips[:, 2:])), axis=1
    )
    kept = ((areas[:, 2:] - areas[:, :2]) >= SMALLEST).all(axis=1)
    return areas[kept], places[kept]
