"""Gaps in a figure in which something stands that is drawn apart: they are no spaces."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.pdfium.runs import TextRuns

_LEVEL = 0.2
"""What lies no farther above or below than this share of the size stands on the same line."""


def stood_on(
    spaces: NDArray[np.int64],
    codes: NDArray[np.uint32],
    run: NDArray[np.int64],
    origins: NDArray[np.float64],
    advances: NDArray[np.float64],
    runs: TextRuns,
) -> NDArray[np.bool_]:
    """Which of some spaces between two digits hold the ink of another text object: the digits of a page may be drawn first, and the points and
    commas between them by themselves, in another font.

    spaces: their places among all glyphs; codes, run, origins, advances: of every glyph.
    """
    found = np.zeros(len(spaces), bool)
    digit = (codes >= 0x30) & (codes <= 0x39)
    inner = np.flatnonzero((spaces > 0) & (spaces < len(codes) - 1))
    inner = inner[digit[spaces[inner] - 1] & digit[spaces[inner] + 1]]
    if not len(inner):
        return found
    others = np.flatnonzero((codes != 0x20) & ~digit)
    middles = origins[others] + advances[others, None] / 2 * runs.headings[run[others]]
    pages = runs.pages[run[others]]
    for place in inner.tolist():
        space = spaces[place]
        owner = run[space]
        heading, away = runs.headings[owner], middles - origins[space]
        along, across = away @ heading, away @ np.array((-heading[1], heading[0]))
        within = (along > 0) & (along < advances[space]) & (np.abs(across) < _LEVEL * runs.sizes[owner])
        found[place] = bool((within & (pages == runs.pages[owner]) & (run[others] != owner)).any())
    return found
