"""How large glyphs are set, and which of them can be read."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LEGIBLE = 1.0
"""Glyphs smaller than this many points cannot be read, on paper or on a screen."""

_FARTHEST = 4.0
"""No font reaches from its lowest to its highest over more than so many times its size; one that does has a size that says nothing."""


def true_sizes(sizes: NDArray[np.float64] | float, reaches: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Font sizes as displayed, those that nobody could read by how far their font reaches (`reaches`, in multiples of the size) where that is
    far beyond any size: a Type 3 font that draws its glyphs in pixels is set at the size of a pixel."""
    return np.where((sizes <= LEGIBLE) & (reaches > _FARTHEST), sizes * reaches, sizes)
