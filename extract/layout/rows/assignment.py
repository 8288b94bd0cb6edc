"""Which glyph belongs to which region of its page."""

from __future__ import annotations

import numpy as np

from pledgecards.extract.layout.regions import Regions
from pledgecards.extract.layout.rows.characters import Characters, Floats, Ints, lengths_of

_APART = 0.12
"""Characters of one word stand closer together than this share of their size."""


def assign(glyphs: Characters, regions: Regions) -> Ints:
    """The region of every glyph. A word stands where its middle is, so that one that runs over its cell stays whole.

    A space belongs to the glyph that was drawn before it if it follows it, else it stands where its own middle is.
    """
    region = np.zeros(len(glyphs), dtype=np.int64)
    ink, spaces = glyphs.ink, glyphs.spaces
    # A page without cells is one region.
    if not len(ink) or len(regions.boxes) == 1:
        return region
    word, centre, height = _words(glyphs, ink)
    if not len(spaces):
        region[ink] = regions.of_points(centre, height)[word]
        return region
    before = ink[np.maximum(ink.searchsorted(spaces) - 1, 0)]
    size, middle, x0 = glyphs.size[spaces], glyphs.middle[spaces], glyphs.x0[spaces]
    apart = np.abs(middle - glyphs.middle[before]) >= 0.6 * size
    apart |= np.abs(x0 - glyphs.x1[before]) >= 1.5 * size
    apart |= before > spaces
    alone = apart.nonzero()[0]
    x = (x0[alone] + glyphs.x1[spaces[alone]]) / 2
    found = regions.of_points(np.concatenate((centre, x)), np.concatenate((height, middle[alone])))
    region[ink] = found[word]
    region[spaces] = region[before]
    region[spaces[alone]] = found[len(centre) :]
    return region


def _words(glyphs: Characters, ink: Ints) -> tuple[Ints, Floats, Floats]:
    """By ink glyph the number of its word, and by word the x of its centre and its mean height. A word's letters are drawn in order."""
    x0, x1, middle, size = glyphs.x0[ink], glyphs.x1[ink], glyphs.middle[ink], glyphs.size[ink]
    gap, own = x0[1:] - x1[:-1], size[1:]
    fresh = np.empty(len(ink), dtype=bool)
    fresh[0] = True
    fresh[1:] = (
        (gap > _APART * own)
        | (gap < -0.6 * own)
        | (np.abs(middle[1:] - middle[:-1]) > 0.4 * own)
        | (ink[1:] > ink[:-1] + 1)
    )
    first = fresh.nonzero()[0]
    centre = (np.minimum.reduceat(x0, first) + np.maximum.reduceat(x1, first)) / 2
    height = np.add.reduceat(middle, first) / lengths_of(first, len(ink))
    return fresh.cumsum() - 1, centre, height
