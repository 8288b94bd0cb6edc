"""Tables of which only the head is filled and nothing is ruled: the lines below hang in the head's columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from pledgecards.extract.layout.characters import Characters, Ints
from pledgecards.extract.layout.drawings import Drawing
from pledgecards.extract.layout.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.tiles import outside, tile_grids
from pledgecards.extract.layout.wording import DATE

_LEVEL = 0.6
"""Glyphs of one line stand at one height, but for this share of their size."""

_FIRST = 3.0
"""How many sizes a row may stand below the head, or below the first row."""

_PITCH = 1.6
"""A line further below than the first two rows are apart, times this, is no row of the table."""

_APART = 0.8
"""Text closer than this share of its size to the next is running text, and stands in one column."""

_OUTSIDE = 4.0
_LARGER = 1.2
_MOST_ROWS = 200


def hung_grids(glyphs: Characters, tiles: Sequence[Drawing]) -> list[Grid]:
    """The grids that heads of coloured tiles side by side, outside other grids, make with the lines below them.

    Each line is a row: it has a name in the first column and something in another, and no running text crosses an edge. Where one of the
    lines could be the rest of a name there is no table. Two columns are a table where the first holds dates.
    """
    if len(tiles) < 2 or not len(glyphs):
        return []
    found: list[Grid] = []
    for head in sorted(tile_grids(tiles), key=lambda grid: grid.ys[0]):
        # A filled row of a table that hangs in the columns of its head is no head itself.
        if not outside([Drawing("fill", head.box)], found):
            continue
        rows = _rows_below(glyphs, head)
        if not rows or (head.cols < 3 and not _dated(glyphs, head, rows)):
            continue
        if not _is_title(glyphs, head, rows[0]):
            found.append(_with_rows(head, rows))
    return found


def _rows_below(glyphs: Characters, head: Grid) -> list[tuple[float, float]]:
    """Top and bottom of the lines that hang in the columns of a head; none if that is not evident."""
    left, right, bottom = head.xs[0], head.xs[-1], head.ys[-1]
    below = glyphs.ink[glyphs.middle[glyphs.ink] > bottom]
    below = below[np.argsort(glyphs.middle[below], kind="stable")]
    rows: list[tuple[float, float]] = []
    last, pitch, at = bottom, 0.0, 0
    broken = False
    while at < len(below) and len(rows) < _MOST_ROWS:
        first = int(below[at])
        size = float(glyphs.size[first])
        end = at + int(np.searchsorted(glyphs.middle[below[at:]], glyphs.middle[first] + _LEVEL * size))
        line = below[at:end]
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
        last, at = middle, end
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
