"""Figures of several rows in what is one cell, for no rule parts them: each stands beside the row that it is of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from pledgecards.extract.counts import is_count
from pledgecards.extract.layout.ink.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.regions import Drawn
from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.layout.tables.band_groups import FIGURE
from pledgecards.schemas.vocabulary import Vocabulary

_LEVEL = 0.25
"""So near to the height of its row's name a figure stands, as a share of its size: two lines half way down two rows stand further off."""


def with_figures_apart(
    tables: Sequence[Drawn], rows: Mapping[int, Sequence[Row]], vocabulary: Vocabulary
) -> dict[int, Grid]:
    """The grids in which such cells turn out to be one a row, each (by its `id`) with its finer grid.

    rows: the lines of text in every region. A cell is several if it holds nothing but figures, two at least, each level with the text of
    another cell to its left that is of that row alone; and so are cells of words beside it that hold a line for every row.
    """
    found = {}
    for drawn in tables:
        squares = drawn.grid.squares
        tall = [
            place for place, square in enumerate(squares) if square.row_span > 1 and square.col and square.col_span == 1
        ]
        if not tall:
            continue
        names: dict[int, list[int]] = {}
        for place, square in enumerate(squares):
            if square.row_span == 1 and rows.get(drawn.first + place):
                names.setdefault(square.row, []).append(place)
        apart = [place for place in tall if _stand_apart(drawn, place, rows, names)]
        figures = [place for place in apart if all(_is_figure(row, vocabulary) for row in rows[drawn.first + place])]
        if figures:
            spans = {(squares[place].row, squares[place].row_span) for place in figures}
            words = [
                place
                for place in apart
                if (squares[place].row, squares[place].row_span) in spans
                and len(rows[drawn.first + place]) == squares[place].row_span
            ]
            found[id(drawn.grid)] = _parted(drawn.grid, {*figures, *words})
    return found


def _stand_apart(
    drawn: Drawn, place: int, rows: Mapping[int, Sequence[Row]], names: Mapping[int, Sequence[int]]
) -> bool:
    """Whether the lines of a cell, two at least, stand each beside the text of another row. names: the cells of each row alone with text."""
    grid, square = drawn.grid, drawn.grid.squares[place]
    lines = rows.get(drawn.first + place, ())
    beside = [bisect_right(grid.ys, line.middle) - 1 for line in lines]
    if len(lines) < 2 or len(set(beside)) < len(lines):
        return False
    texts = [
        [rows[drawn.first + cell] for cell in names.get(row, ()) if grid.squares[cell].col < square.col]
        for row in beside
    ]
    return all(any(_is_level(line, text) for text in left) for line, left in zip(lines, texts, strict=True))


def _is_level(line: Row, text: Sequence[Row]) -> bool:
    """Whether a line stands level with one of a cell, or with its middle."""
    middles = [row.middle for row in text]
    return any(abs(line.middle - y) <= _LEVEL * line.size for y in (*middles, (middles[0] + middles[-1]) / 2))


def _is_figure(row: Row, vocabulary: Vocabulary) -> bool:
    return FIGURE.fullmatch(row.text) is not None or is_count(row.text, vocabulary)


def _parted(grid: Grid, places: set[int]) -> Grid:
    """The grid with these cells parted into one a row."""
    squares: list[Square] = []
    for place, square in enumerate(grid.squares):
        if place in places:
            squares += [Square(square.row + k, square.col, 1, 1) for k in range(square.row_span)]
        else:
            squares.append(square)
    squares.sort()
    return Grid(grid.xs, grid.ys, tuple(squares), owner_of(squares, grid.rows, grid.cols))
