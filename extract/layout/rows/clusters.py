"""Which glyphs stand on one row: by the height of their middles within their region."""

from __future__ import annotations

import numpy as np

from pledgecards.extract.layout.rows.characters import Characters, Floats, Ints, by_group, lengths_of

_SAME_ROW = 0.4
"""Middles of glyphs on one row differ by less than this share of their size."""

_SHIFTED = 0.75
"""Glyphs shifted by up to this share of their size (superscripts, displaced digits) join a row with room for them."""


def row_numbers(glyphs: Characters, region: Ints) -> Ints:
    """The row of every glyph, by region and height; -1 for a space that stands on no row."""
    row = np.full(len(glyphs), -1, dtype=np.int64)
    row[glyphs.ink] = _cluster(glyphs, region)
    _join_spaces(glyphs, region, row)
    return row


def _cluster(glyphs: Characters, region: Ints) -> Ints:
    """The row of every ink glyph, numbered by region and height."""
    ink = glyphs.ink
    order = ink[by_group(region[ink], glyphs.middle[ink])]
    middle, size, home = glyphs.middle[order], glyphs.size[order], region[order]
    step = middle[1:] - middle[:-1]
    fresh = np.empty(len(order), dtype=bool)
    fresh[0] = True
    fresh[1:] = (home[1:] != home[:-1]) | (step > _SAME_ROW * np.minimum(size[1:], size[:-1]))
    number = fresh.cumsum() - 1
    first = fresh.nonzero()[0]
    count = lengths_of(first, len(order))
    wide = middle[first + count - 1] - middle[first] > 0.8 * size[first]
    if wide.any():
        for index in wide.nonzero()[0].tolist():
            number = _part(number, middle, size, int(first[index]), int(first[index] + count[index]))
        fresh[1:] = number[1:] != number[:-1]
        first = fresh.nonzero()[0]
        count = lengths_of(first, len(order))
    number = _rejoin(glyphs, order, number, first, count, home[first])
    placed = np.empty(len(glyphs), dtype=np.int64)
    placed[order] = number
    return placed[ink]


def _part(number: Ints, middle: Floats, size: Floats, start: int, end: int) -> Ints:
    """A chain of shifted glyphs has joined two rows: part it at the heights at which most of its glyphs stand."""
    heights, counts = np.unique(np.round(middle[start:end] * 2) / 2, return_counts=True)
    reach = 0.8 * float(np.median(size[start:end]))
    levels: list[float] = []
    for index in np.lexsort((heights, -counts)).tolist():
        if all(abs(float(heights[index]) - level) > reach for level in levels):
            levels.append(float(heights[index]))
    levels.sort()
    nearest = np.abs(middle[start:end, np.newaxis] - np.array(levels)[np.newaxis, :]).argmin(axis=1)
    # Sorted by height, so that the parts follow one another.
    parted = number * 1000
    parted[start:end] += np.maximum.accumulate(nearest)
    return np.unique(parted, return_inverse=True)[1].astype(np.int64)


def _rejoin(glyphs: Characters, order: Ints, number: Ints, first: Ints, count: Ints, home: Ints) -> Ints:
    """Rows that are only shifted stretches of their neighbour (superscripts, displaced digits) joined to it.

    first, count, home: where each row begins in `order`, its length and its region.
    """
    if len(first) < 2:
        return number
    middle = np.add.reduceat(glyphs.middle[order], first) / count
    size = np.maximum.reduceat(glyphs.size[order], first)
    close = (home[1:] == home[:-1]) & (middle[1:] - middle[:-1] < _SHIFTED * np.maximum(size[1:], size[:-1]))
    if not close.any():
        return number
    target = np.arange(len(first))
    for index in np.flatnonzero(close).tolist():
        upper = order[number == number[first[target[index]]]]
        lower = order[first[index + 1] : first[index + 1] + count[index + 1]]
        if target[index] != index and abs(middle[index + 1] - middle[target[index]]) > size[index] * _SHIFTED:
            continue
        if not _collide(glyphs, upper, lower):
            target[index + 1] = target[index]
    return np.repeat(target, count)


def _collide(glyphs: Characters, one: Ints, other: Ints) -> bool:
    """Whether two sets of glyphs stand over one another rather than beside one another."""
    overlap = np.minimum(glyphs.x1[one][:, None], glyphs.x1[other][None, :]) - np.maximum(
        glyphs.x0[one][:, None], glyphs.x0[other][None, :]
    )
    return bool(np.clip(overlap, 0, None).sum() > 0.2 * min(_width(glyphs, one), _width(glyphs, other)))


def _width(glyphs: Characters, which: Ints) -> float:
    return float((glyphs.x1[which] - glyphs.x0[which]).sum())


def _join_spaces(glyphs: Characters, region: Ints, row: Ints) -> None:
    """Every space glyph goes to the nearest row of its region, if one is near enough."""
    ink, spaces = glyphs.ink, glyphs.spaces
    if not len(spaces):
        return
    lift = 1e5
    placed = row[ink]
    count = np.bincount(placed)
    centre = np.bincount(placed, weights=glyphs.middle[ink]) / np.maximum(count, 1)
    home = np.zeros(len(count), dtype=np.int64)
    home[placed] = region[ink]
    order = np.lexsort((centre, home))
    order = order[count[order] > 0]
    keys = home[order] * lift + centre[order]
    wanted = region[spaces] * lift + glyphs.middle[spaces]
    above = np.maximum(keys.searchsorted(wanted) - 1, 0)
    below = np.minimum(above + 1, len(keys) - 1)
    off_above, off_below = np.abs(keys[above] - wanted), np.abs(keys[below] - wanted)
    nearest = np.where(off_below < off_above, below, above)
    near = np.minimum(off_below, off_above) < 0.6 * glyphs.size[spaces]
    row[spaces[near]] = order[nearest[near]]
