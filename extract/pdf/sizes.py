"""How large glyphs are set, and which of them can be read."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LEGIBLE = 1.0
"""Glyphs smaller than this many points cannot be read, on paper or on a screen."""

NARROWEST = 0.05
"""Nobody reads text that is squeezed to less than this share of its width."""

_FARTHEST = 4.0
"""No font reaches from its lowest to its highest over more than so many times its size; one that does has a size that says nothing."""


_WIDTHS = np.full(0x1101, 0.55)
_WIDTHS[[ord(sign) for sign in " !'(),./:;[]`|·"]] = 0.3
_WIDTHS[0x1100] = 0.9
"""By code point, how wide a character usually is, as a share of the font size; the last is that of all East Asian ones."""


def usual_widths(codes: NDArray[np.uint32]) -> NDArray[np.float64]:
    """How wide characters usually are, as a share of the font size: of a font that was stripped of its widths, though each of its glyphs has
    its place, nothing else tells which of them make a word."""
    return np.asarray(_WIDTHS[np.minimum(codes, len(_WIDTHS) - 1)])


def true_sizes(sizes: NDArray[np.float64] | float, reaches: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Font sizes as displayed, those that nobody could read by how far their font reaches (`reaches`, in multiples of the size) where that is
    far beyond any size: a Type 3 font that draws its glyphs in pixels is set at the size of a pixel."""
    return np.where((sizes <= LEGIBLE) & (reaches > _FARTHEST), sizes * reaches, sizes)
