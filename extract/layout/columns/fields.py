"""What stands on both sides of a gap and is no running text in columns: labels and values, a table without rules, fields three a line.

A half is what of a stretch of bands stands on one side of the gap: for each band, the bins that some glyph covers.
"""

from __future__ import annotations

import numpy as np

from pledgecards.extract.layout.rows.characters import Flags

_GAP = 2
"""The least width of the gap between a label and its value, in bins."""

_LABEL = 6
"""The least width of a label, in bins: a bullet is none."""

_BESIDE = 20
"""Columns whose middles are fewer bins apart are no two."""

_GUTTER = 4
_INDENT = 6
_MOST = 0.6
_SOME = 0.3


def columned(half: Flags) -> bool:
    """Whether a half has words, a gap that no band crosses, and more behind it in most bands: a name stands between its lines, not in
    each of them."""
    up_to = np.cumsum(half, axis=1, dtype=np.int32)
    before, after = up_to[:, :-_GAP], up_to[:, _GAP:]
    clear = (after == before).all(axis=0)
    named = (before >= _LABEL).sum(axis=0) >= _SOME * len(half)
    filled = (up_to[:, -1:] > after).sum(axis=0) >= _MOST * len(half)
    return bool((clear & named & filled).any())


def labelled(half: Flags) -> bool:
    """Whether most bands of a half hold a word, a gap that stands at the same place in all of them, and another word."""
    up_to = np.cumsum(half, axis=1, dtype=np.int32)
    before, after = up_to[:, :-_GAP], up_to[:, _GAP:]
    gap = (after == before) & (before >= _LABEL) & (up_to[:, -1:] > after)
    clear = (after == before).all(axis=0)
    return bool((clear & (gap.sum(axis=0) >= _MOST * len(half))).any())


def in_thirds(both: Flags, start: int) -> bool:
    """Whether most bands hold a third column, as broad as the first or the second, beside the two at the gutter: fields set three a line,
    and no running text."""
    used = np.flatnonzero(both.any(axis=0))
    first, last = int(used[0]), int(used[-1])
    second = int(used[np.searchsorted(used, start)])
    for column in ((first + second) // 2, 2 * second - first):
        if not first + _BESIDE < column < last or abs(column - second) < _BESIDE:
            continue
        # Its lines are indented a little: words in a box beside the name over it.
        begins = both[:, column - 1 : column + _INDENT].any(axis=1) & ~both[:, column - _GUTTER : column - 1].any(
            axis=1
        )
        if int(begins.sum()) >= _MOST * len(both):
            return True
    return False
