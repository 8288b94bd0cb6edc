"""Tables with rules between their rows, but only some between their columns: the others are told by the gaps in their lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pledgecards.extract.layout.ink.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.regions import Drawn
from pledgecards.extract.layout.rows.row import Row
from pledgecards.schemas.notation import APOSTROPHE, YEAR

_FEWEST_ROWS, _FEWEST_PARTS = 3, 3
_FIGURE = re.compile(rf"{APOSTROPHE}?[-–—△▲+]?[\d,.]+\s?[%년]?|[-–—·]")
_NAME_AND_YEAR = re.compile(rf"\D+\t{YEAR}(?:년도?)?")
_LAST_WORD = re.compile(r"\s+(?=\S+$)")


def with_columns(tables: Sequence[Drawn], rows: Mapping[int, Sequence[Row]]) -> dict[int, Grid]:
    """The grids of which one column turns out to be several, each (by its `id`) with its finer grid.

    rows: the lines of text in every region. Every cell of such a column holds one line, most of them as many parts as the others with
    wide gaps between them, that stand below one another; and most of what stands there are figures or signs. Or its head is the names'
    and, far from it, a year (`세부사업    2018`), and no word stands in the strip, however narrow, between the names and the figures.
    """
    found = {}
    for drawn in tables:
        grid = drawn.grid
        if grid.rows < _FEWEST_ROWS or grid.cols < 2:
            continue
        columns: list[list[tuple[int, Square]]] = [[] for _ in range(grid.cols)]
        for region, square in enumerate(grid.squares, drawn.first):
            columns[square.col].append((region, square))
        for col, squares in enumerate(columns):
            lines = _lines(squares, grid.rows, rows)
            gutters = (_gutters(lines) if col else []) or _beside_names(lines)
            if gutters:
                found[id(grid)] = _parted(grid, col, gutters)
                break
    return found


def _lines(squares: Sequence[tuple[int, Square]], high: int, rows: Mapping[int, Sequence[Row]]) -> list[Row]:
    """The line of each cell of a column; none where a cell is merged, empty, or of several lines. squares: the column's, each with its
    region; high: how many rows the table has."""
    if len(squares) != high:
        return []
    found: list[Row] = []
    for region, square in squares:
        lines = rows.get(region, ())
        if len(lines) != 1 or square.row_span > 1 or square.col_span > 1:
            return []
        found.append(lines[0])
    return found


def _gutters(lines: Sequence[Row]) -> list[float]:
    """Where the parts of a column's lines are parted, from the left; none where it is one column."""
    if not lines or any("\t" not in line.text for line in lines):
        return []
    parts = [part for line in lines for part in _parts(line)]
    counts = [line.text.count("\t") + 1 for line in lines]
    most = max(counts)
    figures = sum(_FIGURE.fullmatch(text) is not None for _, _, text in parts)
    if most < _FEWEST_PARTS or sum(count == most for count in counts) < len(counts) - 1 or 2 * figures < len(parts):
        return []
    columns: list[tuple[float, float]] = []
    for x0, x1, _ in sorted(parts):
        if columns and x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return [(one[1] + other[0]) / 2 for one, other in pairwise(columns)] if len(columns) == most else []


def _beside_names(lines: Sequence[Row]) -> list[float]:
    """Where a column's names end and the figures of its head's year begin; none where it is one column."""
    if not lines or _NAME_AND_YEAR.fullmatch(lines[0].text) is None:
        return []
    ends, starts = [], []
    for line in lines:
        gap = _LAST_WORD.search(line.text)
        if gap is not None and (line is lines[0] or _FIGURE.fullmatch(line.text[gap.end() :])):
            ends.append(line.right[gap.start() - 1])
            starts.append(line.left[gap.end()])
        else:
            ends.append(line.right[-1])
    return [(max(ends) + min(starts)) / 2] if len(starts) > 1 and max(ends) < min(starts) else []


def _parts(row: Row) -> list[tuple[float, float, str]]:
    """The parts of a line between its wide gaps, each with its edges."""
    left, right = row.left, row.right
    parts, start = [], 0
    for text in row.text.split("\t"):
        end = start + len(text)
        if text.strip():
            parts.append((left[start], right[end - 1], text.strip()))
        start = end + 1
    return parts


def _parted(grid: Grid, col: int, gutters: Sequence[float]) -> Grid:
    """The grid with more columns in place of one."""
    more = len(gutters)
    squares: list[Square] = []
    for square in grid.squares:
        row, at, high, wide = square
        if at == col and wide == 1:
            squares += [Square(row, col + k, high, 1) for k in range(more + 1)]
        elif at > col:
            squares.append(Square(row, at + more, high, wide))
        else:
            squares.append(Square(row, at, high, wide + more if at + wide > col else wide))
    xs = (*grid.xs[: col + 1], *gutters, *grid.xs[col + 1 :])
    return Grid(xs, grid.ys, tuple(squares), owner_of(squares, grid.rows, grid.cols + more))
