"""Pages set in two columns: the gutter between them, and the regions that it makes.

A list of labels and values has a gap down its middle too. Columns are told by their lines, or a table among them, running up to the gutter, or
by headings on both sides (those of text beside tables: see `text_beside`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.layout.columns.bulleted import bulleted_apart
from pledgecards.extract.layout.columns.fields import columned, in_thirds, labelled
from pledgecards.extract.layout.columns.heads import headed_apart
from pledgecards.extract.layout.columns.tables import fills_column, sides_of_columns, table_sides, top_of_columns
from pledgecards.extract.layout.regions import Regions
from pledgecards.extract.layout.rows.characters import Characters, Flags, Ints
from pledgecards.schemas.vocabulary import Vocabulary

_BAND = 6.0
_BIN = 3.0
_GUTTER = 4
"""The least width of a gutter, in bins."""

_BESIDE = 20
_THIN = 0.5
_LEAST_LINES, _LEAST_HEADED = 8, 5
"""So many bands have text on both sides at least; where both have headings, fewer."""

_LEAST_BANDS = 3
"""The body of a line of text reaches into two bands at most."""
_LEAST_GLYPHS = 80
_INDENT = 6
_RUN_UP = 0.4
"""The least share of lines of the left column that end close to the gutter."""

_CLOSE = 12
_FIGURES = np.array(list(map(ord, "0123456789.,~-–/()'’‘년월일%")), dtype=np.int64)


def split_columns(glyphs: Characters, region: Ints, regions: Regions, vocabulary: Vocabulary) -> Ints:
    """The regions of the glyphs, those of a page's two columns made regions of their own (added to `regions`)."""
    free = glyphs.ink[region[glyphs.ink] == 0]
    if len(free) < _LEAST_GLYPHS:
        return region
    _, _, width, height = regions.boxes[0]
    if not _thins_out(glyphs, free, width):
        return region
    taken = _occupied(glyphs, free, width, height)

    def headed(at: float) -> bool:
        edge = at * _BIN
        return headed_apart(glyphs, free, edge, vocabulary) or bulleted_apart(glyphs, free, edge, vocabulary)

    found = _gutter(taken, table_sides(regions, _BIN), headed)
    if found is None:
        return region
    gutter, (left, right), band = found
    edge = (gutter + _GUTTER / 2) * _BIN
    x = (glyphs.x0 + glyphs.x1) / 2
    if _only_figures(glyphs, free[(x[free] >= edge) & band[(glyphs.middle[free] / _BAND).astype(np.int64)]]):
        return region
    result = region.copy()
    for start, stop in _stretches(band & ~_crossed(regions, left, right, len(band))):
        top, bottom = start * _BAND, stop * _BAND
        top = top_of_columns(glyphs, free, regions, (left, right), top)
        within = (region == 0) & (glyphs.middle >= top) & (glyphs.middle < bottom)
        for x0, x1, side, reach in (
            (0.0, edge, x < edge, (0.0, right)),
            (edge, width, x >= edge, (left, width)),
        ):
            members = within & side
            if members.any():
                ink = members & ~glyphs.space
                box = (
                    (x0, float(glyphs.top[ink].min()), x1, float(glyphs.bottom[ink].max()))
                    if ink.any()
                    else (x0, top, x1, bottom)
                )
                column = regions.add(box, 0)
                result[members] = column
                regions.take_in(column, (reach[0], top, reach[1], bottom + _BAND))
    return result


def _only_figures(glyphs: Characters, behind: Ints) -> bool:
    """Whether what stands behind the gutter is figures and signs alone, as dates set at the right end of the lines that they are of."""
    return bool(np.isin(glyphs.codes[behind], _FIGURES).all())


def _thins_out(glyphs: Characters, free: Ints, width: float) -> bool:
    """Whether near the middle of the page much less text stands than on both sides: the first sign of a gutter."""
    bins = int(width / _BIN) + 1
    x = ((glyphs.x0[free] + glyphs.x1[free]) / (2 * _BIN)).clip(0, bins - 1).astype(np.int64)
    up_to = np.zeros(bins + 1, dtype=np.int64)
    np.bincount(x, minlength=bins).cumsum(out=up_to[1:])
    start = np.arange(bins // 4, bins * 3 // 4)
    here = (up_to[start + _GUTTER] - up_to[start]) / _GUTTER
    before = (up_to[start] - up_to[start - _BESIDE]) / _BESIDE
    after = (up_to[np.minimum(start + _GUTTER + _BESIDE, bins)] - up_to[start + _GUTTER]) / _BESIDE
    return bool((here < _THIN * np.minimum(before, after)).any())


def _occupied(glyphs: Characters, free: Ints, width: float, length: float) -> Flags:
    """taken[band, bin]: some glyph of the page's own text reaches into the band, and covers the bin."""
    bands, bins = int(length / _BAND) + 2, int(width / _BIN) + 3
    start = (glyphs.x0[free] / _BIN).clip(0, bins - 2).astype(np.int64)
    stop = np.ceil(glyphs.x1[free] / _BIN).clip(1, bins - 1).astype(np.int64)
    top = glyphs.top[free]
    height = glyphs.bottom[free] - top
    # The body of a letter, without the room above and below it, in which the next line's may stand.
    y = np.concatenate((top + 0.25 * height, top + 0.75 * height))
    band = (y / _BAND).clip(0, bands - 1).astype(np.int64).reshape(2, -1) * bins
    count = np.bincount((band + start).ravel(), minlength=bands * bins)
    count -= np.bincount((band + stop).ravel(), minlength=bands * bins)
    taken: Flags = count.reshape(bands, bins).cumsum(axis=1) > 0
    return taken


def _gutter(
    taken: Flags, tables: Sequence[tuple[float, float]], headed: Callable[[float], bool]
) -> tuple[int, tuple[float, float], Flags] | None:
    """The first bin of the gutter, from where to where nothing stands around it, in points, and the bands in which it parts two columns; None
    if there is none. tables: the sides of tables, in bins. headed: whether both sides of a bin have headings of their own."""
    text: Flags = np.any(taken, axis=1)
    used = np.flatnonzero(taken.any(axis=0))
    left, right = int(used[0]), int(used[-1])
    span = right - left
    # On a page of short lines, what stands left of a gap at a third of them may be no more than labels.
    starts = np.arange(max(left + span * 3 // 10, taken.shape[1] * 3 // 10), left + span * 7 // 10)
    if not len(starts) or starts[0] < 1:
        return None
    up_to = np.cumsum(taken[text], axis=1, dtype=np.int32)
    before, after = up_to[:, starts - 1], up_to[:, starts + _GUTTER - 1]
    free: Flags = np.equal(before, after)
    parts: Flags = free & (before > 0) & (up_to[:, -1:] > after)
    count = parts.sum(axis=0)
    behind = [int(np.searchsorted(starts, side)) for side in sides_of_columns(tables, left, right)]
    # Of gutters alike, the one that no line of a column alone crosses.
    clear = free[int(parts.any(axis=1).argmax()) :].sum(axis=0)
    likely = [*(at for at in behind if at < len(starts)), *np.lexsort((-clear, -count))[:3].tolist()]
    # Lines that reach past a table's side show that it does not fill their column.
    for index in sorted(likely, key=lambda at: -int(count[at])):
        if count[index] < _LEAST_HEADED:
            break
        start = int(starts[index])
        close = taken[text][:, max(start - _CLOSE, 0) : start].any(axis=1) & parts[:, index]
        stands = np.flatnonzero(taken[text][free[:, index]].any(axis=0))
        beyond = int(np.searchsorted(stands, start))
        ends, begins = int(stands[beyond - 1]) + 1, int(stands[beyond])
        # Bullets set two a line stand each beside another; a column has lines beside none.
        alone = taken[text][free[:, index] & (before[:, index] == 0), begins : begins + _INDENT].any(axis=1)
        told = int(close.sum()) >= _RUN_UP * count[index] or (alone.any() and fills_column(tables, left, ends, begins))
        if (told and count[index] >= _LEAST_LINES) or headed(start + _GUTTER / 2):
            both = taken[text][parts[:, index]]
            if labelled(both[:, :start]) and labelled(both[:, start + _GUTTER :]):
                return None  # two labels and two values a line, each below the other
            if in_thirds(both, start):
                return None
            found = _bands(text, free[:, index], parts[:, index])
            _leave_out_tables(found, taken, np.flatnonzero(text), parts[:, index], start)
            if not found.any():
                return None
            return start, (float(ends) * _BIN, float(begins) * _BIN), found
    return None


def _leave_out_tables(found: Flags, taken: Flags, rows: Ints, parts: Flags, start: int) -> None:
    """Takes out of the bands (`found`) each stretch of which lines one below the other are those of a table without rules, and of which the
    rest is no text in columns; and all of them, if what is left is too little to tell columns by. rows: the bands with text; parts: which of
    them stand on both sides of the gutter."""
    left_out = False
    for first, last in _stretches(found):
        inside = parts & (rows >= first) & (rows < last)
        rest = inside.copy()
        for begin, end in _stretches(inside):
            lines = taken[rows[begin:end]]
            rest[begin:end] = not (columned(lines[:, :start]) and columned(lines[:, start + _GUTTER :]))
        if rest.sum() == inside.sum():
            continue
        close: Flags = np.any(taken[rows[rest], max(start - _CLOSE, 0) : start], axis=1)
        if len(close) < _LEAST_LINES or close.sum() < _RUN_UP * len(close):
            found[first:last] = False
            left_out = True
    if left_out and found[rows[parts]].sum() < _LEAST_LINES:
        found[:] = False


def _bands(text: Flags, free: Flags, parts: Flags) -> Flags:
    """The bands of two columns: from the first line that stands on both sides to the last, and on in the longer one. A line by itself between
    lines across the gutter is one line, with a gap where others happen to have the gutter (options set apart)."""
    rows = np.flatnonzero(text)
    clear = np.ones(len(text), dtype=bool)
    clear[rows] = free
    both = rows[parts]
    band: Flags = clear.copy()
    first = int(both[0])
    while first and clear[first - 1] and text[first - 1]:
        first -= 1
    band[:first] = False
    blocked = np.flatnonzero(~clear[both[-1] :])
    if len(blocked):
        band[both[-1] + blocked[0] :] = False
    beside = np.zeros(len(text), dtype=bool)
    beside[both] = True
    for start, stop in _stretches(band):
        if np.count_nonzero(beside[start:stop]) < _LEAST_BANDS:
            band[start:stop] = False
    return band


def _crossed(regions: Regions, left: float, right: float, bands: int) -> Flags:
    """The bands in which a table or frame lies across the gutter. left, right: where the text beside it ends and begins."""
    crossed = np.zeros(bands, dtype=bool)
    for x0, top, x1, bottom in regions.boxes[1:]:
        if x0 < left and right < x1:
            crossed[int(top / _BAND) : int(bottom / _BAND) + 1] = True
    for drawn in regions.tables:
        x0, top, x1, bottom = drawn.grid.box
        if x0 < left and right < x1:
            crossed[int(top / _BAND) : int(bottom / _BAND) + 1] = True
    return crossed


def _stretches(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
