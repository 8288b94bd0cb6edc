"""Tables of which only the head is filled and nothing is ruled: the lines below hang in the head's columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.ink.sorting import Drawing
from pledgecards.extract.layout.rows.characters import Characters, Ints
from pledgecards.extract.layout.tables.tiles import outside, tile_grids
from pledgecards.extract.layout.tables.wording import DATE

_LEVEL = 0.6
"""Glyphs of one line stand at one height, but for this share of their size."""

_FIRST = 3.0
"""How many sizes a row may stand below the head, or below the first row."""

_PITCH = 1.6
"""A line further below than the first two rows are apart, times this, is no row of the table."""

_APART = 0.8
"""Text closer than this share of its size to the next is running text, and stands in one column."""

_OUTSIDE = 4.0
_NEAR = 2.0
_LARGER = 1.2
_MOST_ROWS = 200
_LEAST_BAND = 4


def hung_grids(glyphs: Characters, tiles: Sequence[Drawing]) -> tuple[list[Grid], list[Grid]]:
    """The grids that heads of coloured tiles side by side, outside other grids, make with the lines below them; and those that the other heads
    make with one band of all lines that hang in their columns: tables if its rows can be parted (see `banded`), and none otherwise.

    Each line is a row: it has a name in the first column and something in another, and no running text crosses an edge. Where one of the
    lines could be the rest of a name there is no table. Two columns are a table where the first holds dates.
    """
    if len(tiles) < 2 or not len(glyphs):
        return [], []
    found: list[Grid] = []
    bands: list[Grid] = []
    for head in sorted(tile_grids(tiles), key=lambda grid: grid.ys[0]):
        # A filled row of a table that hangs in the columns of its head is no head itself.
        above = [
            *found,
            *[band for band in bands if all(min(abs(x - edge) for edge in band.xs) < _NEAR for x in head.xs)],
        ]
        if not outside([Drawing("fill", head.box)], above):
            continue
        rows = _rows_below(glyphs, head)
        if not rows or (head.cols < 3 and not _dated(glyphs, head, rows)):
            if head.cols >= _LEAST_BAND and (band := _band(glyphs, head, tiles)) is not None:
                bands.append(band)
            continue
        if not _is_title(glyphs, head, rows[0]):
            found.append(_with_rows(head, rows))
    return found, bands


def _band(glyphs: Characters, head: Grid, tiles: Sequence[Drawing]) -> Grid | None:
    """A head with one band of what hangs in its columns, down to the next ground of its own colour. A row of another colour right below
    it is no part of the head."""
    grounds = [
        {tile.colour for tile in tiles if _within(tile.box, (head.xs[0], top, head.xs[-1], bottom))}
        for top, bottom in pairwise(head.ys)
    ]
    own = next((k for k in range(1, head.rows) if not grounds[k] & grounds[0]), head.rows)
    if any(square.row < own < square.row + square.row_span for square in head.squares):
        return None
    squares = tuple(square for square in head.squares if square.row < own)
    head = Grid(head.xs, head.ys[: own + 1], squares, owner_of(squares, own, head.cols))
    others = [tile.box for tile in tiles if tile.colour in grounds[0] and tile.box[1] > head.ys[-1] - 1]
    foot = _foot(glyphs, head, others)
    return None if foot is None else _with_rows(head, [(head.ys[-1], foot)])


def _within(inner: Box, outer: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] < x < outer[2] and outer[1] < y < outer[3]


def _foot(glyphs: Characters, head: Grid, heads: Sequence[Box]) -> float | None:
    """Where the lines end that hang in the columns of a head, the last of them in several columns; None if nothing hangs there. heads: the
    grounds of heads further below."""
    left, right, last = head.xs[0], head.xs[-1], head.ys[-1]
    foot = None
    end = min((box[1] for box in heads if box[0] < right and box[2] > left), default=float("inf"))
    for line in _levels(glyphs, head):
        size = float(glyphs.size[line[0]])
        middle = float(glyphs.middle[line].mean())
        outside = float(glyphs.x0[line].min()) < left - _OUTSIDE or float(glyphs.x1[line].max()) > right + _OUTSIDE
        columns = _columns(glyphs, line, head.xs)
        if middle > end or middle - last > _FIRST * size or outside or columns is None:
            break
        if len(columns) > 1:
            foot = float(glyphs.bottom[line].max()) + 1.0
        last = middle
    return foot


def _levels(glyphs: Characters, head: Grid) -> Iterator[Ints]:
    """The glyphs below a head, line by line, at most as many as a table may have."""
    below = glyphs.ink[glyphs.middle[glyphs.ink] > head.ys[-1]]
    below = below[np.argsort(glyphs.middle[below], kind="stable")]
    at = 0
    for _ in range(_MOST_ROWS):
        if at == len(below):
            return
        reach = glyphs.middle[below[at]] + _LEVEL * glyphs.size[below[at]]
        end = at + int(np.searchsorted(glyphs.middle[below[at:]], reach))
        yield below[at:end]
        at = end


def _rows_below(glyphs: Characters, head: Grid) -> list[tuple[float, float]]:
    """Top and bottom of the lines that hang in the columns of a head; none if that is not evident."""
    left, right, bottom = head.xs[0], head.xs[-1], head.ys[-1]
    rows: list[tuple[float, float]] = []
    last, pitch = bottom, 0.0
    broken = False
    for line in _levels(glyphs, head):
        size = float(glyphs.size[line[0]])
        middle = float(glyphs.middle[line].mean())
        if middle - last > (_PITCH * pitch if pitch else _FIRST * size):
            break
        columns = _columns(glyphs, line, head.xs)
        outside = float(glyphs.x0[line].min()) < left - _OUTSIDE or float(glyphs.x1[line].max()) > right + _OUTSIDE
        if outside or columns is None:
            break
        if len(columns) < 2 or 0 not in columns:
            # The rest of a name, or of a cell, if rows follow; else text below the table.
            broken = True
        elif broken:
            return []
        else:
            rows.append((float(glyphs.top[line].min()), float(glyphs.bottom[line].max())))
            pitch = pitch or (middle - last if len(rows) > 1 else 0.0)
        last = middle
    return rows


def _dated(glyphs: Characters, head: Grid, rows: Sequence[tuple[float, float]]) -> bool:
    """Whether every row, two at least, has nothing but a date in the first column: deeds beside their days, and no labels beside values."""
    ink = glyphs.ink
    first = ink[((glyphs.x0[ink] + glyphs.x1[ink]) / 2 < head.xs[1]) & (glyphs.x0[ink] > head.xs[0])]
    dates = 0
    for top, bottom in rows:
        line = first[(glyphs.middle[first] > top) & (glyphs.middle[first] < bottom)]
        text = "".join(map(chr, glyphs.codes[line[np.argsort(glyphs.x0[line], kind="stable")]].tolist()))
        if DATE.fullmatch(text) is None:
            return False
        dates += 1
    return dates > 1


def _is_title(glyphs: Characters, head: Grid, row: tuple[float, float]) -> bool:
    """Whether the tiles are a title over the page (number, title, office): set in larger type than what stands below them."""
    left, top, right, bottom = head.box
    ink = glyphs.ink
    inside = ink[(glyphs.x0[ink] > left) & (glyphs.x1[ink] < right)]
    middle = glyphs.middle[inside]
    heads = glyphs.size[inside[(middle > top) & (middle < bottom)]]
    below = glyphs.size[inside[(middle > row[0]) & (middle < row[1])]]
    return bool(len(heads) and len(below) and heads.max() > _LARGER * below.max())


def _columns(glyphs: Characters, line: Ints, xs: Sequence[float]) -> set[int] | None:
    """The columns in which a line has text; None if running text stands across an edge."""
    line = line[np.argsort(glyphs.x0[line], kind="stable")]
    middles = (glyphs.x0[line] + glyphs.x1[line]) / 2
    column = np.clip(np.searchsorted(np.array(xs), middles) - 1, 0, len(xs) - 2)
    gaps = glyphs.x0[line[1:]] - glyphs.x1[line[:-1]]
    across = (column[1:] != column[:-1]) & (gaps < _APART * glyphs.size[line[1:]])
    return None if across.any() else set(column.tolist())


def _with_rows(head: Grid, rows: Sequence[tuple[float, float]]) -> Grid:
    """The head with a row for every line below it."""
    between = [(above[1] + below[0]) / 2 for above, below in pairwise(rows)]
    ys = (*head.ys, *between, rows[-1][1] + 1.0)
    squares = [*head.squares]
    squares += [Square(head.rows + row, col, 1, 1) for row in range(len(rows)) for col in range(head.cols)]
    return Grid(head.xs, ys, tuple(squares), owner_of(squares, len(ys) - 1, head.cols))
