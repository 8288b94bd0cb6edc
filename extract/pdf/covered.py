"""Glyphs that an opaque area hides which is painted after them: what somebody painted over and wrote anew."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.blots import blots
from pledgecards.extract.pdf.paths import PATTERN, Paths
from pledgecards.extract.pdf.rectangles import SMALLEST, rectangles

_MOST = 0.7
"""What of a glyph's height, and half of its width, lies under an area that hides it: a line through a word does not."""

_FARTHEST = 1e6

_AT_ONCE, _MOST_PAIRS = 1_000_000, 30_000_000
"""So many pairs of an area and a glyph are looked at together, and at most."""


@dataclass(frozen=True, slots=True)
class Veils:
    """Areas that hide what was painted before them: (n, 4) boxes, the page of each, and when it is painted."""

    areas: NDArray[np.float64]
    pages: NDArray[np.int64]
    order: NDArray[np.int64]


def veils_of(paths: Paths, pictures: Veils | None) -> Veils:
    """All that may hide a glyph. pictures: those that hide, among what is no path."""
    areas, path = _areas(paths)
    shown_on, painted = paths.pages[path], paths.order[path]
    if pictures is not None:
        areas = np.concatenate((areas, pictures.areas))
        shown_on = np.concatenate((shown_on, pictures.pages))
        painted = np.concatenate((painted, pictures.order))
    return Veils(areas, shown_on, painted)


def covered(
    boxes: NDArray[np.float64], pages: NDArray[np.int64], order: NDArray[np.int64], veils: Veils
) -> NDArray[np.bool_] | None:
    """(n,) which of the glyphs are hidden; None where no area may hide any. boxes, pages, order: where each glyph stands, on which page,
    and when it is painted."""
    areas, shown_on, painted = veils.areas, veils.pages, veils.order
    if not len(areas) or not len(boxes):
        return None
    # Glyphs by their height on the page, page after page, so that those that an area reaches lie side by side.
    heights = (boxes[:, 1] + boxes[:, 3]) / 2 + pages * _FARTHEST
    sorted_by = np.argsort(heights, kind="stable")
    heights = heights[sorted_by]
    reach = areas[:, [1, 3]] + (shown_on * _FARTHEST)[:, None]
    hidden = np.zeros(len(boxes), bool)
    # The largest first: of pages with thousands of areas, what they hide need not be looked at again.
    left = np.argsort((areas[:, 0] - areas[:, 2]) * (areas[:, 3] - areas[:, 1]), kind="stable")
    pairs = 0
    while len(left) and pairs < _MOST_PAIRS:
        low, high = np.searchsorted(heights, reach[left, 0]), np.searchsorted(heights, reach[left, 1])
        counts = high - low
        take = max(1, int(np.searchsorted(np.cumsum(counts), _AT_ONCE)))
        counts, now, left = counts[:take], left[:take], left[take:]
        area = np.repeat(now, counts)
        glyph = sorted_by[np.arange(len(area)) - np.repeat(np.cumsum(counts) - counts - low[:take], counts)]
        hidden[glyph[_hides(areas, painted, boxes, order, area, glyph)]] = True
        pairs += len(area)
        seen = ~hidden[sorted_by]
        sorted_by, heights = sorted_by[seen], heights[seen]
    return hidden


def seen_beside(box: NDArray[np.float64], page: int, order: int, veils: Veils) -> float:
    """The widest part of a hidden glyph that is still seen beside the areas over it, as a share of its width."""
    down = np.minimum(veils.areas[:, 3], box[3]) - np.maximum(veils.areas[:, 1], box[1])
    over = veils.areas[(veils.pages == page) & (veils.order > order) & (down >= _MOST * (box[3] - box[1]))]
    widest, reached = 0.0, float(box[0])
    for begin, end in sorted(over[:, [0, 2]].tolist()):
        widest = max(widest, min(begin, box[2]) - reached)
        reached = max(reached, end)
    return float(max(widest, box[2] - reached) / max(box[2] - box[0], 0.1))


def _hides(
    areas: NDArray[np.float64],
    painted: NDArray[np.int64],
    boxes: NDArray[np.float64],
    order: NDArray[np.int64],
    area: NDArray[np.int64],
    glyph: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Which of the pairs of an area and a glyph are of one that hides the other. painted: when each area is."""
    under = np.flatnonzero(order[glyph] < painted[area])
    over, box = areas[area[under]], boxes[glyph[under]]
    across = np.minimum(over[:, 2], box[:, 2]) - np.maximum(over[:, 0], box[:, 0])
    down = np.minimum(over[:, 3], box[:, 3]) - np.maximum(over[:, 1], box[:, 1])
    hides = (across >= 0.5 * (box[:, 2] - box[:, 0])) & (down >= _MOST * (box[:, 3] - box[:, 1]))
    return under[hides & (across >= 0)]


def _areas(paths: Paths) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The rectangles, and what is like them, that hide what is below them, cut to what can be seen of them, and their paths."""
    places = rectangles(paths, paths.covers & (paths.fills != PATTERN))
    points = paths.points[paths.starts[places][:, None] + np.arange(4)]
    whole = np.concatenate((points.min(axis=1), points.max(axis=1)), axis=1)
    others, other_places = blots(paths)
    places = np.concatenate((places, other_places))
    whole, clips = np.concatenate((whole, others)), paths.clips[places]
    areas = np.concatenate((np.maximum(whole[:, :2], clips[:, :2]), np.minimum(whole[:, 2:], clips[:, 2:])), axis=1)
    kept = ((areas[:, 2:] - areas[:, :2]) >= SMALLEST).all(axis=1)
    return areas[kept], places[kept]
