"""Glyphs that stand for several characters: ligatures (`fi`, `m2`), and what a file says in place of what it shows (ActualText).

Letters are taken at its word. Digits have a glyph each in every font; where a file gives several for one, they may be any.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

UNMAPPED = 0xFFFD
"""The code of a glyph without a Unicode value."""


def are_digits(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which of the characters are the digits of figures."""
    return np.asarray((codes >= ord("0")) & (codes <= ord("9")))


def places_within(shares: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each character how many stand for the same glyph as it, and which of them it is, from 0 on. shares: whether it is of the glyph
    of the one before it."""
    groups = _glyphs(shares)
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    return np.bincount(groups)[groups], np.arange(len(shares)) - starts[groups]


def without_shared_digits(codes: NDArray[np.uint32], shares: NDArray[np.bool_]) -> NDArray[np.uint32]:
    """The codes, unmapped where several digits stand for one glyph."""
    digit = are_digits(codes)
    if not (digit & shares).any():
        return codes
    groups = _glyphs(shares)
    return np.where(digit & (np.bincount(groups, digit)[groups] > 1), np.uint32(UNMAPPED), codes)


def _glyphs(shares: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The number of each character's glyph; the first one has a glyph whatever is said of it."""
    own = ~shares
    own[0] = True
    return np.cumsum(own) - 1
