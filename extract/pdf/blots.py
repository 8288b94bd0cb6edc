"""What hides like a rectangle and is none: boxes with round corners, and strokes as thick as a word is high."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.paths import CURVE, MOVE, NO_PAINT, PATTERN, Paths

THICKEST_RULE = 4.0
"""What is stroked thinner than this many points hides no word."""
_MOST_POINTS = 40
_MOST_BLOTS = 5_000
_FULL = 0.85
"""A box with round corners fills this share of the box around it at least, measured between the ends of its curves; an ellipse, half."""


def blots(paths: Paths) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The boxes of such shapes, and their paths."""
    counts = np.diff(paths.starts)
    curves = np.zeros(len(counts), bool)
    curves[np.searchsorted(paths.starts, np.flatnonzero(paths.kinds == CURVE), side="right") - 1] = True
    rounded = curves & paths.covers & (paths.fills != NO_PAINT) & (paths.fills != PATTERN) & (counts <= _MOST_POINTS)
    boxes: list[NDArray[np.float64]] = []
    found: list[int] = []
    for place in np.flatnonzero(rounded)[:_MOST_BLOTS].tolist():
        box = _round_box(paths, place)
        if box is not None:
            boxes.append(box)
            found.append(place)
    thick = paths.stroke_covers & (paths.widths >= THICKEST_RULE) & (counts == 2)
    for place in np.flatnonzero(thick)[:_MOST_BLOTS].tolist():
        ends = paths.points[paths.starts[place] : paths.starts[place] + 2]
        low, high = ends.min(axis=0), ends.max(axis=0)
        flat = np.argmin(high - low)
        if (high - low)[flat] < 0.1:
            low[flat] -= paths.widths[place] / 2
            high[flat] += paths.widths[place] / 2
            boxes.append(np.concatenate((low, high)))
            found.append(place)
    return np.array(boxes).reshape(-1, 4), np.array(found, np.int64)


def _round_box(paths: Paths, place: int) -> NDArray[np.float64] | None:
    """The box around a path that fills it but for its corners; None for any other path."""
    start, stop = paths.starts[place : place + 2]
    points, kinds = paths.points[start:stop], paths.kinds[start:stop].tolist()
    if MOVE in kinds[1:] or not np.isfinite(points).all():
        return None
    ends, run = [], 0
    for at, kind in enumerate(kinds):
        run = run + 1 if kind == CURVE else 0
        if run % 3 == 0:
            ends.append(at)
    x, y = points[ends].T
    low, high = points.min(axis=0), points.max(axis=0)
    area = abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2
    return np.concatenate((low, high)) if area >= _FULL * float(np.prod(high - low)) else None
