"""Marks in a row of their own, beneath a cell in which several options stand side by side (`임기내   임기외` over `○`)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from pledgecards.extract.page import Line

_NEAR = 0.25
"""The share of the gap between two options that a mark may stand off one of them; further off it may be the other's."""


def option_above(mark: Line, options: Sequence[Line]) -> int | None:
    """Which of the options on a line, parted by spaces, stands over a mark; None where its place does not tell.

    Where each word begins is worked out from the line's ends, its size, and gaps that are alike.
    """
    line = options[0]
    if (
        len(options) != 1
        or line.place.x0 is None
        or line.place.x1 is None
        or mark.place.x0 is None
        or mark.place.x1 is None
    ):
        return None
    words = line.text.split()
    widths = [line.size * sum(map(_breadth, word)) for word in words]
    gap = (line.place.x1 - line.place.x0 - sum(widths)) / max(1, len(words) - 1)
    if len(words) < 2 or gap <= 0:
        return None
    middle, x = (mark.place.x0 + mark.place.x1) / 2, line.place.x0
    for index, width in enumerate(widths):
        if x - _NEAR * gap <= middle <= x + width + _NEAR * gap:
            return index
        x += width + gap
    return None


def _breadth(letter: str) -> float:
    return 0.95 if unicodedata.east_asian_width(letter) in "WF" else 0.5
