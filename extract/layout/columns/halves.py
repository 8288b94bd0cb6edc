"""Sheets on which two pages stand side by side: the left one is read first, then the right one."""

from __future__ import annotations

import numpy as np

from pledgecards.extract.layout.regions import Regions
from pledgecards.extract.layout.rows.characters import Characters, Flags, Ints

_BROAD = 1.2
"""Only a sheet that is broader than high by this much holds two pages."""

_GUTTER = 12.0
"""The least width of the blank strip down the middle, in points."""

_HEAD, _FOOT = 0.25, 0.9
"""A title over both pages ends above this share of the height, a number beneath both begins below that."""

_LEAST_HEAD = 4
"""The least number of letters of a running head."""

_MARGIN = 0.13
"""A running head on one half only ends above this share of the height."""

_SMALLER = 0.5
"""It is smaller than the largest type of both halves by so many points at least: no title is."""

_LEAST = 60
"""The least number of letters on either half."""

_LEAST_LINES = 8
"""So few lines tell nothing of how they are spaced."""

_LEVEL = 0.2
"""Lines whose feet are this share of their type apart stand beside one another."""


def split_halves(glyphs: Characters, region: Ints, regions: Regions) -> Ints:
    """The regions of the glyphs, where the halves of a sheet of two pages are regions of their own (added to `regions`).

    Two pages are told by a blank strip down the middle that no letter, table or frame lies across, but for a title over both and a page
    number beneath; each begins at one height with a line of text, in type as large, with the same words or over tables, or with a table.
    """
    _, _, width, height = regions.boxes[0]
    if width < _BROAD * height or not len(glyphs):
        return region
    top, bottom = _strip(glyphs, regions)
    if top > _HEAD * height or bottom < _FOOT * height:
        return region
    within = ~glyphs.space & (glyphs.middle > top) & (glyphs.middle < bottom)
    right = (glyphs.x0 + glyphs.x1) / 2 > width / 2
    head = _head_of_one(glyphs, region, within & right, within & ~right, _MARGIN * height)
    if head is not None:
        top = head
        within &= glyphs.middle > top
    count = int((within & right).sum())
    if min(count, int(within.sum()) - count) < _LEAST:
        return region
    if not _alike(glyphs, region, within & right, within & ~right, tabled=_tables_on_both(regions, top)):
        return region
    result = region.copy()
    children = [
        region
        for region, parent in enumerate(regions.parents)
        if region and parent == 0 and top <= regions.boxes[region][1] < bottom
    ]
    first = regions.add((0.0, top, width / 2, bottom), 0)
    regions.add((width / 2, top, width, bottom), 0)
    free = (region == 0) & (glyphs.middle > top) & (glyphs.middle < bottom)
    result[free] = first + right[free]
    for child in children:
        regions.parents[child] = first + int(regions.boxes[child][0] > width / 2)
    for drawn in regions.tables:
        if drawn.parent == 0 and top <= drawn.grid.box[1] < bottom:
            drawn.parent = first + int(drawn.grid.box[0] > width / 2)
    return result


def _strip(glyphs: Characters, regions: Regions) -> tuple[float, float]:
    """From where to where the strip down the middle is blank: below what lies across it at the head of the page, above what does at its
    foot."""
    _, _, width, height = regions.boxes[0]
    left, right = width / 2 - _GUTTER / 2, width / 2 + _GUTTER / 2
    across = ~glyphs.space & (glyphs.x0 < right) & (glyphs.x1 > left)
    foot = across & (glyphs.top > _FOOT * height)
    head = across & ~foot
    low = max(
        float(glyphs.bottom[head].max(initial=0.0)),
        *(box[3] for box in regions.boxes[1:] if box[0] < width / 2 < box[2]),
        0.0,
    )
    return low, float(glyphs.top[foot].min(initial=height))


def _head_of_one(glyphs: Characters, region: Ints, one: Flags, other: Flags, lowest: float) -> float | None:
    """Where a running head ends that stands on one half only, above all of the other; None where none does."""
    if not one.any() or not other.any():
        return None
    high, low = sorted((one, other), key=lambda side: float(glyphs.top[side].min()))
    begins = float(glyphs.top[high].min())
    line = high & (np.abs(glyphs.top - begins) < 0.5 * glyphs.size)
    ends = float(glyphs.bottom[line].max())
    if ends > min(lowest, float(glyphs.top[low].min())) or region[line].any() or not (high & ~line).any():
        return None
    largest = min(float(glyphs.size[high & ~line].max()), float(glyphs.size[low].max()))
    return ends if float(glyphs.size[line].max()) <= largest - _SMALLER else None


def _tables_on_both(regions: Regions, top: float) -> bool:
    """Whether a table stands on either half, below a height."""
    middle = regions.boxes[0][2] / 2
    grids = [drawn.grid for drawn in regions.tables if drawn.grid.rows > 1 and drawn.grid.cols > 1]
    sides = {grid.box[0] > middle for grid in grids if grid.box[1] >= top}
    return len(sides) > 1


def _alike(glyphs: Characters, region: Ints, one: Flags, other: Flags, *, tabled: bool) -> bool:
    """Whether both halves begin with a line of text at one height, as pages of one book do, in type as large: a list of labels beside its
    values may too, but for its heading. Tables at one height stand beside no labels, nor do tables on both halves (`tabled`)."""
    first = [side.nonzero()[0][glyphs.top[side].argmin()] for side in (one, other)]
    tops = [float(glyphs.top[index]) for index in first]
    largest = [float(glyphs.size[side].max()) for side in (one, other)]
    if abs(tops[0] - tops[1]) >= max(largest):
        return False
    words = [region[index] == 0 for index in first]
    if not any(words):
        return True
    if not all(words):
        return tabled  # a table that goes on from the page before
    alike = tabled or abs(largest[0] - largest[1]) < 0.5 or _same_head(glyphs, one, other, max(tops))
    return alike or _out_of_step(glyphs, one, other)


def _out_of_step(glyphs: Characters, one: Flags, other: Flags) -> bool:
    """Whether most lines of either half stand beside no line of the other: labels stand beside their values."""
    bases = [np.unique(glyphs.bottom[side].round()) for side in (one, other)]
    if min(map(len, bases)) < _LEAST_LINES:
        return False
    apart = np.abs(bases[0][:, None] - bases[1][None, :]) > _LEVEL * float(np.median(glyphs.size[one | other]))
    return bool(min(apart.all(axis=1).mean(), apart.all(axis=0).mean()) > 0.5)


def _same_head(glyphs: Characters, one: Flags, other: Flags, top: float) -> bool:
    """Whether both halves begin with the same words: a running head."""
    lines = [(side & (np.abs(glyphs.top - top) < 0.5 * glyphs.size)).nonzero()[0] for side in (one, other)]
    heads = [glyphs.codes[line[np.argsort(glyphs.x0[line], kind="stable")]] for line in lines]
    return len(heads[0]) >= _LEAST_HEAD and np.array_equal(*heads)
