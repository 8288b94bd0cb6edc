"""Clips that let through only what lies around a box: what is painted there is the shadow of the box, and no ground of what stands in it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

POINTS = (8, 10)
"""How many points a clip of two rectangles has, closed or led back."""

_RULE = 3.0
"""What is no broader than this many points around a box is a rule."""


def is_ring(points: Sequence[tuple[float, float]] | NDArray[np.float64]) -> bool:
    """Whether the points of a clip, as displayed, are those of two upright rectangles, one within the other, with more room between them on
    all sides than a rule takes."""
    if len(points) not in POINTS:
        return False
    parts = np.split(np.asarray(points, float), 2)
    if any(np.minimum(part - part.min(axis=0), part.max(axis=0) - part).max() > 0.01 for part in parts):
        return False  # a point lies on no side of its box
    (low, high), (inner_low, inner_high) = sorted(
        [(part.min(axis=0), part.max(axis=0)) for part in parts], key=lambda box: float(box[0][0])
    )
    room = np.concatenate((inner_low - low, high - inner_high))
    return bool((room > _RULE).all() and (inner_high > inner_low).all())
