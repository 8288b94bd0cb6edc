"""Horizontal rules that touch a table and are none of its own: bars, shafts of arrows, underlines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.segments import TOUCH, Group, Segment, Segments

_HEAVY = 2.5
_CLOSE = 0.5


def strays(group: Group, left: float, right: float, heads: Sequence[Box]) -> tuple[Group, list[Box]]:
    """A group from left to right without the horizontal rules that are drawn over its cells, and the boxes of those.

    A rule between cells ends at a crossing rule or where the whole table ends. One that does not is a bar, the shaft
    of an arrow (`heads`: the boxes of arrow heads), an underline that touches a side; so is one much heavier than those
    between rows that parts only some of the columns. One from side to side parts rows, though it ends a little before them;
    so do those of a table drawn within a cell, which are as long as its edge.
    """
    across, down = group.across, group.down
    if len(across) < 2 or not down:
        return group, []
    # Bars may outnumber the rules between rows, of which most go from side to side.
    sides = [s.width for s in across if _from_side_to_side(s, left, right)]
    heavy = max(_HEAVY * _median(sides if len(sides) > 1 else [s.width for s in across]), 1.5)
    uprights = [s.at for s in down]
    loose: list[Segment] = []
    kept: list[Segment] = []
    for rule in across:
        at, low, high, width = rule
        stray = not _from_side_to_side(rule, left, right) and (
            (low - left > TOUCH and not _meets(low, at, down, uprights))
            or (right - high > TOUCH and not _meets(high, at, down, uprights))
            or (width > heavy and high - low < 0.9 * (right - left))
            or (heads and _pointed(at, low, high, heads))
        )
        (loose if stray else kept).append(rule)
    if not loose or not kept:
        return group, []
    edges = [rule for rule in loose if _is_edge(rule, down, uprights)]
    if edges:
        plain = [rule for rule in loose if not _pointed(rule.at, rule.low, rule.high, heads)]
        inner = [rule for rule in plain if any(_is_within(rule, edge, heavy, down, uprights) for edge in edges)]
        kept = sorted([*kept, *inner])
        loose = [rule for rule in loose if rule not in inner]
    halves = [max(rule.width, 0.5) / 2 for rule in loose]
    return Group(kept, down), [(s.low, s.at - h, s.high, s.at + h) for s, h in zip(loose, halves, strict=True)]


def _from_side_to_side(rule: Segment, left: float, right: float) -> bool:
    return rule.low - left <= 2 * TOUCH and right - rule.high <= 2 * TOUCH


def _meets(end: float, level: float, down: Segments, uprights: list[float]) -> bool:
    """Whether the end of a horizontal rule meets a vertical one."""
    for i in range(bisect_left(uprights, end - 1.1 * TOUCH), bisect_right(uprights, end + 1.1 * TOUCH)):
        at, low, high, _ = down[i]
        if abs(at - end) <= TOUCH and low <= level + TOUCH and high >= level - TOUCH:
            return True
    return False


def _is_edge(rule: Segment, down: Segments, uprights: list[float]) -> bool:
    """Whether the vertical rules that meet a horizontal one between its ends, two at least, all end there."""
    at, low, high, width = rule
    near = width / 2 + _CLOSE
    between = down[bisect_right(uprights, low + TOUCH) : bisect_left(uprights, high - TOUCH)]
    met = [s for s in between if s.low <= at + TOUCH and s.high >= at - TOUCH]
    return len(met) > 1 and (all(s.low >= at - near for s in met) or all(s.high <= at + near for s in met))


def _is_within(rule: Segment, edge: Segment, heavy: float, down: Segments, uprights: list[float]) -> bool:
    """Whether a rule ends where the edge of a table does; one that is not heavy, there or at a vertical rule."""
    low, high = abs(rule.low - edge.low) <= TOUCH, abs(rule.high - edge.high) <= TOUCH
    if rule.width <= heavy and edge.low - TOUCH <= rule.low and rule.high <= edge.high + TOUCH:
        low = low or _meets(rule.low, rule.at, down, uprights)
        high = high or _meets(rule.high, rule.at, down, uprights)
    return low and high


def _median(values: list[float]) -> float:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _pointed(at: float, low: float, high: float, heads: Sequence[Box]) -> bool:
    """Whether an arrow head sits at an end of a rule."""
    return any(
        abs((top + bottom) / 2 - at) <= 1.5 and (x0 - 2 <= low <= x1 + 2 or x0 - 2 <= high <= x1 + 2)
        for x0, top, x1, bottom in heads
    )
