"""Rules that go on beyond what can be seen of them: a browser's page ends a table there that is wider than it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.canvas import Cuts

_HIDDEN = 2.0
"""So far (points) a rule goes on out of sight at least; borders meet within less."""


def cuts_of(
    rules: NDArray[np.float64], clips: NDArray[np.float64], shown_on: NDArray[np.int64], pages: int
) -> list[Cuts]:
    """Where most level rules that are cut end, on each of so many pages. clips: what can be seen of each rule; shown_on: the page of each."""
    level = (rules[:, 1] == rules[:, 3]) & (rules[:, 0] < clips[:, 2]) & (clips[:, 0] < rules[:, 2])
    left = np.flatnonzero(level & (rules[:, 0] < clips[:, 0] - _HIDDEN))
    right = np.flatnonzero(level & (rules[:, 2] > clips[:, 2] + _HIDDEN))
    if not len(left) and not len(right):
        return [(None, None)] * pages

    def most(cut: NDArray[np.int64], side: int, page: int) -> float | None:
        ends = np.sort(clips[cut[shown_on[cut] == page], side])
        return float(ends[len(ends) // 2]) if len(ends) else None

    return [(most(left, 0, page), most(right, 2, page)) for page in range(pages)]
