"""Tables that run off the paper, or off the part of it that is printed on: their last columns are cut away, and nothing shows what they hold."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:  # pdfium, which comes along, takes longer to load than a text file takes to read
    from numpy.typing import NDArray

    from pledgecards.extract.pdf.canvas import Boxes, Canvas

_EDGE = 1.0
_LEAST_LONG = 100.0
"""A rule between rows is longer than the marks at which paper is cut."""
_LEAST_LEVELS = 3
_APART = 2.0


def runs_off(canvas: Canvas) -> bool:
    """Whether rules between rows end at just one of the sides of the page, or where they are cut before it, with no rule there that would
    close their table."""
    left, right = (side if cut is None else cut for side, cut in zip((0.0, canvas.width), canvas.cuts, strict=True))
    begin, end = canvas.rules[:, 0].min(initial=math.inf), canvas.rules[:, 2].max(initial=-math.inf)
    if begin > left + _EDGE and end < right - _EDGE:
        return False  # nearly every page
    level = canvas.rules[:, 1] == canvas.rules[:, 3]
    across, upright = canvas.rules[level], canvas.rules[~level]
    cut = [
        not (abs(upright[:, 0] - side) <= _APART).any() and _levels(across, touching) >= _LEAST_LEVELS
        for side, touching in ((left, across[:, 0] <= left + _EDGE), (right, across[:, 2] >= right - _EDGE))
    ]
    return sum(cut) == 1


def _levels(across: Boxes, touching: NDArray[np.bool_]) -> int:
    """At how many heights rules touch a side; they may come cell by cell, and those of a double rule count once."""
    if not touching.any():
        return 0
    heights, last = 0, -math.inf
    for at in np.sort(across[touching, 1]).tolist():
        on_level = across[abs(across[:, 1] - at) <= _EDGE]
        if at - last > _APART and on_level[:, 2].max() - on_level[:, 0].min() >= _LEAST_LONG:
            heights += 1
            last = at
    return heights
