"""The columns of a table that nothing but the places of its words shows: upright stretches, and the heads that they stand beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from pledgecards.extract.layout.tables.ladders import APART

Side = tuple[float, float]
"""The left and the right edge of a stretch."""

_LEAST_GAP = 5.0
_OFF = 6.0
_NEAREST = 0.85
"""A head is the nearest one if it is so much nearer than the next."""


def columns_in_turn(lines: Sequence[Sequence[Side]]) -> list[Side] | None:
    """The columns of lines that have as many pieces each, the first of all in the first one; None where they are not so, or touch."""
    if len({len(line) for line in lines}) != 1:
        return None
    places = [list(place) for place in zip(*lines, strict=True)]
    columns = [(min([x0 for x0, _ in place]), max([x1 for _, x1 in place])) for place in places]
    return columns if all(right[0] - left[1] >= _LEAST_GAP for left, right in pairwise(columns)) else None


def columns_of(pieces: Iterable[Side], size: float) -> list[Side]:
    """The upright stretches in which pieces of this size stand."""
    columns: list[Side] = []
    for x0, x1 in sorted(pieces):
        if columns and x0 - columns[-1][1] < max(_LEAST_GAP, APART * size):
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns


def headed_columns(heads: Sequence[Side], lines: Sequence[Sequence[Side]], size: float) -> list[Side]:
    """The columns of a head and of what stands in the lines below it.

    Figures that are set against a side of wide columns stand beside their heads and not below them: they are of the nearest head, if each
    stretch of figures has one of its own. Where a head has none, all must stand on one side of theirs: those of a broad column before a
    blank one may be nearer to its head.
    """
    pieces = list(chain.from_iterable(lines))
    columns = columns_of([*heads, *pieces], size)
    if len(columns) <= len(heads):
        return columns
    below = columns_of(pieces, size)
    own = [_nearest(stretch, heads) for stretch in below]
    if None in own or len(set(own)) < len(own):
        return columns
    off = [sum(stretch) - sum(heads[at]) for at, stretch in zip(own, below, strict=True) if at]
    if len(below) < len(heads) and max(off) > _OFF and min(off) < -_OFF:
        return columns
    joined = list(heads)
    for at, (x0, x1) in zip(own, below, strict=True):
        if at is not None:
            joined[at] = min(x0, joined[at][0]), max(x1, joined[at][1])
    return joined if all(right[0] - left[1] >= _LEAST_GAP for left, right in pairwise(joined)) else columns


def _nearest(stretch: Side, heads: Sequence[Side]) -> int | None:
    """The head whose middle is nearest to that of a stretch; None where another is about as near."""
    far = sorted((abs(sum(head) - sum(stretch)), at) for at, head in enumerate(heads))
    return far[0][1] if len(far) > 1 and far[0][0] <= _NEAREST * far[1][0] else None
