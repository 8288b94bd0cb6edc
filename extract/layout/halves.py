"""Sheets on which two pages stand side by side: the left one is read first, then the right one."""

from __future__ import annotations

from pledgecards.extract.layout.characters import Characters, Flags, Ints
from pledgecards.extract.layout.regions import Region, Regions

_BROAD = 1.2
"""Only a sheet that is broader than high by this much holds two pages."""

_GUTTER = 12.0
"""The least width of the blank strip down the middle, in points."""

_LEAST = 60
"""The least number of letters on either half."""


def split_halves(glyphs: Characters, region: Ints, regions: Regions) -> Ints:
    """The regions of the glyphs, where the halves of a sheet of two pages are regions of their own (added to `regions`).

    Two pages are told by a blank strip down the whole middle that no letter, table or frame lies across: a title over one broad page, or
    its tables, would.
    """
    _, _, width, height = regions.items[0].box
    if width < _BROAD * height or not len(glyphs):
        return region
    ink = ~glyphs.space
    middle, half = width / 2, _GUTTER / 2
    if bool((ink & (glyphs.x0 < middle + half) & (glyphs.x1 > middle - half)).any()):
        return region
    if any(item.box[0] < middle < item.box[2] for item in regions.items[1:]):
        return region
    right = (glyphs.x0 + glyphs.x1) / 2 > middle
    count = int((ink & right).sum())
    if min(count, int(ink.sum()) - count) < _LEAST or not _alike(glyphs, ink & right, ink & ~right):
        return region
    result = region.copy()
    first = len(regions.items)
    result[(region == 0) & ~right] = first
    result[(region == 0) & right] = first + 1
    for item in regions.items[1:]:
        if item.parent == 0:
            item.parent = first + int(item.box[0] > middle)
    for drawn in regions.tables:
        if drawn.parent == 0:
            drawn.parent = first + int(drawn.grid.box[0] > middle)
    regions.items += [Region((0.0, 0.0, middle, height), 0, 0), Region((middle, 0.0, width, height), 0, 0)]
    return result


def _alike(glyphs: Characters, one: Flags, other: Flags) -> bool:
    """Whether both halves begin at one height, as pages of one book do, in type as large: a list of labels beside its values may too,
    but for its heading."""
    tops = [float(glyphs.top[side].min()) for side in (one, other)]
    largest = [float(glyphs.size[side].max()) for side in (one, other)]
    return abs(tops[0] - tops[1]) < max(largest) and abs(largest[0] - largest[1]) < 0.5
