"""Rows of a time table that no rule parts: the names stand one below the other, and each has bars of its own beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, groupby, pairwise

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.rows.row import Row

_SAME = 1.0
"""Edges of bars nearer than this are at one height, in points."""


def rows_beside_bars(names: Sequence[Row], bars: Sequence[Box]) -> tuple[float, ...]:
    """The heights that part the rows of a band: the lines of their names stand beside bars, those of each row beside others. Empty where some
    line stands beside none: it may be of the name above or below."""
    levels: list[tuple[float, float]] = []
    for top, bottom in sorted((box[1], box[3]) for box in bars):
        if levels and top < levels[-1][1] - _SAME:
            levels[-1] = levels[-1][0], max(levels[-1][1], bottom)
        else:
            levels.append((top, bottom))
    beside = [[k for k, (top, bottom) in enumerate(levels) if top <= name.middle <= bottom] for name in names]
    if len(levels) < 2 or [k for k, _ in groupby(chain.from_iterable(beside))] != list(range(len(levels))):
        return ()
    return tuple((above[1] + below[0]) / 2 for above, below in pairwise(levels)) if all(beside) else ()
