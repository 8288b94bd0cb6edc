"""Heads of two storeys with no rule between them: labels that stand over the middle of several columns' own heads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pledgecards.extract.layout.ink.sorting import Drawing
from pledgecards.extract.layout.tables.ladders import Stretch

_STOREY = 0.95
"""A line this many sizes above the lowest one is of the upper storey; a label in the middle of both stands between."""

_BETWEEN = 0.6
"""Such a label stands no further above the lowest line, in shares of the way up to the highest."""

_LEVEL = 0.35
_CENTRED = 3.5
"""How far a label may stand off the middle of what it heads, in points."""

_OFF = 0.3
"""And in shares of a column's width, where the labels head different numbers of columns."""


@dataclass(frozen=True, slots=True)
class Storeys:
    """The storeys of a head. level: the height between them; groups: the columns [first, end) under each label of the upper one."""

    level: float
    groups: tuple[tuple[int, int], ...]


def lower_storey(band: Sequence[Stretch]) -> list[Stretch]:
    """The stretches of a head's band without those that stand a whole line above its lowest, however wide apart the lines are set."""
    if not band:
        return []
    lowest = max(s.middle for s in band)
    between = _BETWEEN * (lowest - min(s.middle for s in band))
    return [s for s in band if lowest - s.middle < max(_STOREY * s.size, between)]


def numbers_share_column(band: Sequence[Stretch], edges: Sequence[float]) -> bool:
    """Whether two numbers on the lowest line of a head (quarters, months) stand in one column: then the edges are not all there are."""
    lowest = max((s.middle for s in band), default=0.0)
    numbers = [s for s in band if s.text.isdecimal() and len(s.text) <= 2 and lowest - s.middle < _LEVEL * s.size]
    return len({bisect_right(edges, (s.x0 + s.x1) / 2) for s in numbers}) < len(numbers)


def storeys_of(band: Sequence[Stretch], edges: Sequence[float]) -> Storeys | None:
    """The storeys of the head in a band whose inner column edges are given; None where they are not evident.

    Evident are labels each over the middle of as many columns, two or more, side by side, in one way only, where every column has its own
    head below; or of different numbers of them (half a year beside whole ones), if they reach to the last column.
    """
    below = lower_storey(band)
    upper = sorted((s for s in band if s not in below), key=lambda s: s.x0)
    if not upper or not below or max(s.middle for s in upper) - min(s.middle for s in upper) > _LEVEL * upper[0].size:
        return None
    own = _one_each(below, edges)
    if own is None:
        return None
    # A head of the first line with none beneath it goes down both storeys.
    upper = [s for s in upper if own[bisect_right(edges, (s.x0 + s.x1) / 2)] is not None or _over_several(s, edges)]
    if not upper:
        return None
    lowest = max(s.middle for s in below)
    free = [s is not None and lowest - s.middle < _LEVEL * s.size for s in own]
    middles = [(s.x0 + s.x1) / 2 if s is not None else 0.0 for s in own]
    found = [
        groups
        for size in range(2, len(own) // len(upper) + 1)
        for first in range(len(own) - size * len(upper) + 1)
        if _fit(groups := _groups(first, size, len(upper)), upper, middles, free)
    ]
    if not found:
        ragged = [_to_the_end(first, upper, middles, free) for first in range(1, len(own))]
        found = [groups for groups in ragged if groups]
    if len(found) != 1:
        return None
    ends = (
        max(s.middle + s.size / 2 for s in upper),
        min(s.middle - s.size / 2 for s in below if lowest - s.middle < _LEVEL * s.size),
    )
    return Storeys(sum(ends) / 2, tuple(found[0]))


def under_label(edge: float, rules: Sequence[Drawing], band: Sequence[Stretch]) -> float | None:
    """The height of the rule below the label of several columns between two of which an edge stands; None where there is none: between that
    rule and the top of the head stands that label alone."""
    for rule in rules:
        x0, top, x1, bottom = rule.box
        if x0 + _CENTRED < edge < x1 - _CENTRED:
            within = [s for s in band if x0 < (s.x0 + s.x1) / 2 < x1]
            below = [s for s in within if s.middle > bottom]
            if len(within) - len(below) == 1 and len(below) > 1:
                return (top + bottom) / 2
    return None


def _over_several(label: Stretch, edges: Sequence[float]) -> bool:
    return any(label.x0 < edge < label.x1 for edge in edges)


def _groups(first: int, size: int, count: int) -> list[tuple[int, int]]:
    return [(first + size * k, first + size * (k + 1)) for k in range(count)]


def _to_the_end(
    first: int, upper: Sequence[Stretch], middles: Sequence[float], free: Sequence[bool]
) -> list[tuple[int, int]]:
    """The groups from a column on to the last, each of as many columns as put its label in their middle; none if no such are."""
    if len(upper) < 2 or not all(free[first:]):
        return []
    off = min([_CENTRED, *[_OFF * (b - a) for a, b in pairwise(middles[first:])]])
    groups: list[tuple[int, int]] = []
    for label in upper:
        centre = (label.x0 + label.x1) / 2
        ends = [
            end
            for end in range(first + 1, len(middles) + 1)
            if abs(centre - (middles[first] + middles[end - 1]) / 2) <= off
        ]
        if len(ends) != 1:
            return []
        groups.append((first, ends[0]))
        first = ends[0]
    several = sum(end - start > 1 for start, end in groups)
    return groups if first == len(middles) and 2 * several > len(groups) else []


def _one_each(below: Sequence[Stretch], edges: Sequence[float]) -> list[Stretch | None] | None:
    """The head of each column, None for a column without one; None if some column has two."""
    own: list[Stretch | None] = []
    for left, right in pairwise([-1e9, *edges, 1e9]):
        within = [s for s in below if left < (s.x0 + s.x1) / 2 < right]
        if len(within) > 1:
            return None
        own.append(within[0] if within else None)
    return own


def _fit(
    groups: Sequence[tuple[int, int]], upper: Sequence[Stretch], middles: Sequence[float], free: Sequence[bool]
) -> bool:
    """Whether each label stands over the middle of its group, all of whose columns have a head below."""
    return all(
        all(free[first:end]) and abs((label.x0 + label.x1) / 2 - (middles[first] + middles[end - 1]) / 2) <= _CENTRED
        for label, (first, end) in zip(upper, groups, strict=True)
    )
