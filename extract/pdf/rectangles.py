"""Which painted paths are upright rectangles."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.paths import NO_PAINT, Paths

_CORNERS = (4, 5)
"""How many points a rectangle is drawn with, closed or led back."""

SMALLEST = 2.0
"""What is thinner than this many points is a rule."""


def rectangles(paths: Paths, among: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
    """The places of the filled paths that are upright rectangles, no rules; only `among` those that are marked, if any are."""
    wanted = paths.fills != NO_PAINT
    if among is not None:
        wanted &= among
    places = np.flatnonzero(wanted & np.isin(np.diff(paths.starts), _CORNERS))
    if not len(places):
        return places
    points = paths.points[paths.starts[places][:, None] + np.arange(_CORNERS[0])]
    low, high = points.min(axis=1), points.max(axis=1)
    # Each corner of the box is a point, and none lies elsewhere.
    near = 0.01 * (high - low)[:, None, :] + 0.01
    bordering = ((points - low[:, None, :] <= near) | (high[:, None, :] - points <= near)).all(axis=(1, 2))
    right, lower = points[:, :, 0] > (low + high)[:, None, 0] / 2, points[:, :, 1] > (low + high)[:, None, 1] / 2
    corners = np.bitwise_or.reduce(1 << (right + 2 * lower), axis=1) == 0b1111
    return np.asarray(places[bordering & corners & ((high - low) >= SMALLEST).all(axis=1)])
