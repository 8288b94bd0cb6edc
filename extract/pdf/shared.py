"""Glyphs that stand for several characters: ligatures (`fi`, `m2`), and what a file says in place of what it shows (ActualText).

Letters are taken at its word. Digits have a glyph each in every font; where a file gives several for one, they may be any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pledgecards.extract.pdf.glyphs import Glyphs

UNMAPPED = 0xFFFD
"""The code of a glyph without a Unicode value."""


def divide_shared(glyphs: Glyphs) -> None:
    """Divides the advance of a glyph that stands for several characters among them; several digits of one are unmapped."""
    groups = np.cumsum(~glyphs.shares) - 1
    starts = np.flatnonzero(~glyphs.shares)
    if glyphs.shares[0]:
        groups, starts = groups + 1, np.concatenate(([0], starts))
    counts = np.bincount(groups)[groups]
    places = np.arange(len(groups)) - starts[groups]
    glyphs.advances = glyphs.advances / counts
    steps = (places * glyphs.advances)[:, None]
    glyphs.origins = glyphs.origins + steps * glyphs.headings[glyphs.runs]
    digit = (glyphs.codes >= ord("0")) & (glyphs.codes <= ord("9"))
    if (digit & glyphs.shares).any():
        glyphs.codes = np.where(digit & (np.bincount(groups, digit)[groups] > 1), np.uint32(UNMAPPED), glyphs.codes)
