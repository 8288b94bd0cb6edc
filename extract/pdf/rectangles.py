"""Which painted paths are upright rectangles."""

from __future__ import annotations

from functools import reduce

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.paths import NO_PAINT, Paths

_CORNERS = 4
"""How many points a rectangle is drawn with; one more where it is led back."""

SMALLEST = 2.0
"""What is thinner than this many points is a rule."""


def rectangles(paths: Paths, among: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
    """The places of the filled paths that are upright rectangles, no rules; only `among` those that are marked, if any are."""
    wanted = paths.fills != NO_PAINT
    if among is not None:
        wanted &= among
    counts = np.diff(paths.starts)
    places = np.flatnonzero(wanted & ((counts == _CORNERS) | (counts == _CORNERS + 1)))
    if not len(places):
        return places
    # Corner by corner: numpy takes several times as long to reduce an array along an axis of four.
    corners = [paths.points[paths.starts[places] + k] for k in range(_CORNERS)]
    low, high = reduce(np.minimum, corners), reduce(np.maximum, corners)
    middle, near = (low + high) / 2, 0.01 * (high - low) + 0.01
    # Each corner of the box is a point, and none lies elsewhere.
    bordering = reduce(np.logical_and, [(point - low <= near) | (high - point <= near) for point in corners])
    beyond = [point > middle for point in corners]
    met = reduce(np.bitwise_or, [1 << (right + 2 * lower) for right, lower in (one.T for one in beyond)])
    sound = bordering & (high - low >= SMALLEST)
    return np.asarray(places[sound[:, 0] & sound[:, 1] & (met == 0b1111)])
