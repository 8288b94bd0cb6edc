"""Tables side by side: the heading over each is its own, though both stand on one line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from pledgecards.extract.colours import white
from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.regions import Drawn, Regions
from pledgecards.extract.layout.rows.characters import Characters, Flags, Ints
from pledgecards.extract.pdf.canvas import Fill

_SHARED = 0.5
"""Tables stand side by side that share this much of the lower one's height."""

_LINES = 4
"""How many lines above the tables are looked at: a heading, the day of the figures, their unit."""

_NEAR = 3.0
"""Lines further above than this many of their sizes belong to something else."""

_GAP = 2.0
"""The least gap between two headings, in sizes."""


def set_beside(glyphs: Characters, region: Ints, regions: Regions, fills: Sequence[Fill]) -> Ints:
    """The regions of the glyphs, where tables side by side and the headings over them are regions of their own, one for each
    table (added to `regions`). Tables without such headings stay as they are, and so
    does what a coloured band across them holds: it heads them all."""
    result = region
    for tables in _neighbours(regions.tables):
        parent = tables[0].parent
        edges = [(left.grid.box[2] + right.grid.box[0]) / 2 for left, right in pairwise(tables)]
        bands = [
            (fill.top, fill.bottom)
            for fill in fills
            if not white(fill.colour) and all(fill.x0 < edge < fill.x1 for edge in edges)
        ]
        top = _top_of_heads(glyphs, result == parent, tables, edges, bands)
        if top is None:
            continue
        result = result.copy() if result is region else result
        around = regions.boxes[parent]
        bottom = max(drawn.grid.box[3] for drawn in tables)
        x = (glyphs.x0 + glyphs.x1) / 2
        heads = (result == parent) & (glyphs.middle >= top) & (glyphs.middle <= bottom)
        sides = [around[0], *edges, around[2]]
        for drawn, (x0, x1) in zip(tables, pairwise(sides), strict=True):
            drawn.parent = regions.add((x0, top, x1, bottom), parent)
            result[heads & (x >= x0) & (x < x1)] = drawn.parent
    return result


def _neighbours(tables: Sequence[Drawn]) -> list[list[Drawn]]:
    """Tables that stand side by side, each group from left to right."""
    groups: list[list[Drawn]] = []
    for drawn in sorted(tables, key=lambda d: (d.parent, d.grid.box[1], d.grid.box[0])):
        last = groups[-1] if groups else []
        if last and last[0].parent == drawn.parent and all(_apart(drawn.grid.box, other.grid.box) for other in last):
            last.append(drawn)
        else:
            groups.append([drawn])
    return [sorted(group, key=lambda d: d.grid.box[0]) for group in groups if len(group) > 1]


def _apart(box: Box, other: Box) -> bool:
    """Whether two boxes share most of their height and nothing of their width."""
    shared = min(box[3], other[3]) - max(box[1], other[1])
    beside = box[0] >= other[2] or other[0] >= box[2]
    return beside and shared >= _SHARED * min(box[3] - box[1], other[3] - other[1])


def _top_of_heads(
    glyphs: Characters,
    free: Flags,
    tables: Sequence[Drawn],
    edges: Sequence[float],
    bands: Sequence[tuple[float, float]],
) -> float | None:
    """The top of the highest line over the tables that has text over each of them and none between; None if there is none. bands: from where
    to where a colour runs on over the edges between them."""
    level = min(drawn.grid.box[1] for drawn in tables)
    above = (free & ~glyphs.space & (glyphs.middle < level)).nonzero()[0]
    found = None
    reach = level
    for _ in range(_LINES):
        above = above[glyphs.middle[above] < reach]
        if not len(above):
            break
        nearest = int(above[glyphs.middle[above].argmax()])
        size = float(glyphs.size[nearest])
        line = above[glyphs.middle[above] > glyphs.middle[nearest] - 0.6 * size]
        top = float(glyphs.top[line].min())
        if reach - float(glyphs.bottom[line].max()) > _NEAR * size:
            break
        if any(upper < glyphs.middle[nearest] < lower for upper, lower in bands):
            break
        x0, x1 = glyphs.x0[line], glyphs.x1[line]
        gaps = [
            (float(x0[x0 > edge].min(initial=np.inf)), float(x1[x1 <= edge].max(initial=-np.inf))) for edge in edges
        ]
        if any(bool(((x0 < edge) & (x1 > edge)).any()) for edge in edges):
            break
        if all(np.isfinite(right) and np.isfinite(left) and right - left >= _GAP * size for right, left in gaps):
            found = top
        reach = float(glyphs.middle[line].min())
    return found
