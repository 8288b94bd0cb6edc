"""Frames beside a list that runs on below them: all of the list is read first, then the frame."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.page import Line

_LEVEL = 2.0
_NEAR = 1.3
"""Lines of one list stand no further apart than this share of their height."""


def with_outrun(frame: Box, lines: Sequence[tuple[Box, Line]]) -> Box:
    """The frame's box, down to the end of the list to its left that goes on below it: lines right below one another that have the same bullet
    as the last one beside the frame, or are indented behind it, none of which reaches below the frame."""
    x0, top, x1, bottom = frame
    left = [(box, line) for box, line in lines if box[2] <= x0]
    beside = [(box, line) for box, line in left if top < (box[1] + box[3]) / 2 < bottom]
    bullets = [(box, line) for box, line in beside if not line.text[:1].isalnum()]
    if not bullets:
        return frame
    first, bullet = bullets[-1][0][0], bullets[-1][1].text[:1]
    above = beside[-1][0]
    end = bottom
    for box, line in lines:
        if box[1] < above[3] - _LEVEL:
            continue
        height = box[3] - box[1]
        again = line.text[:1] == bullet and abs(box[0] - first) <= _LEVEL
        if box[2] > x0 or box[1] - above[3] > _NEAR * height or not (again or box[0] > first + _LEVEL):
            break
        above, end = box, max(end, box[3])
    return x0, top, x1, end
