"""Tables with rules between their columns but none between their rows: the rows are told by the lines of text.

Only a body that is one single band under its head is parted so; where rules part rows, the lines between two of them are one row's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pledgecards.extract.colours import white
from pledgecards.extract.counts import is_count
from pledgecards.extract.cut_figures import is_cut
from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.regions import Drawn
from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.layout.tables.band_bars import rows_beside_bars
from pledgecards.extract.layout.tables.band_groups import FIGURE, LEADING, LEVEL, Parting, parting_of
from pledgecards.extract.layout.tables.wording import DATE
from pledgecards.extract.pdf.canvas import Fill
from pledgecards.schemas.vocabulary import Vocabulary

_MOST_LINES = 2
"""More lines than these, each with a figure and its unit beside it in every column, are no one name's."""

_YEAR = re.compile(r"(?:19|20)\d\d\.?(?:\d{1,2}\.?)?")


def with_rows(
    tables: Sequence[Drawn], rows: Mapping[int, Sequence[Row]], fills: Sequence[Fill], vocabulary: Vocabulary
) -> dict[int, Grid]:
    """The grids whose one band of body turns out to be several rows, each (by its `id`) with its finer grid.

    rows: the lines of text in every region. The lines of the first column are its rows' names; every line of another cell must
    stand beside one of them, and every name have such a line. A column holds figures or signs all down, or words all down; and
    words only if no cell of a row is blank. Figures with their units are figures, if the names are not two lines of one. Otherwise the
    lines may as well be one row's, broken, unless their figures say more (`band_groups`) or, where there is no text behind the names, the
    `fills` there do. Of two columns, the first one holds a date in every line.
    """
    found = {}
    for drawn in tables:
        grid, last = drawn.grid, drawn.grid.rows - 1
        if last < 1:
            continue
        band = [(index, square) for index, square in enumerate(grid.squares) if square.row + square.row_span > last]
        if len(band) < grid.cols or any(square.row < last for _, square in band):
            continue
        cells = [rows.get(drawn.first + index, ()) for index, _ in band]
        dated = all(DATE.fullmatch(row.text) for row in cells[0])
        if len(cells[0]) < 2 or (grid.cols < 3 and not dated) or not _heads_only(drawn, last, rows):
            continue
        parting = _parting(cells, grid, fills, vocabulary, whole=dated)
        if parting is not None and not _cuts_figure(parting, cells):
            found[id(grid)] = _parted(grid, parting)
    return found


def _parting(
    cells: Sequence[Sequence[Row]], grid: Grid, fills: Sequence[Fill], vocabulary: Vocabulary, *, whole: bool
) -> Parting | None:
    names = cells[0]
    if not any(cells[1:]):
        lines = rows_beside_bars(names, _bars(grid, fills))
        return Parting(lines, tuple(range(len(lines) + 1))) if lines else None
    tight = all(below.middle - above.middle < LEADING * above.size for above, below in pairwise(names))
    wraps = _wraps(names, grid.xs[1])
    counted = len(names) > _MOST_LINES or not wraps
    if _are_rows(cells, vocabulary if counted else None, whole=whole or not wraps):
        lines = tuple((above.bottom + below.top) / 2 for above, below in pairwise(names))
        return Parting(lines, tuple(range(len(names))))
    return None if tight and wraps else parting_of(cells)


def _cuts_figure(parting: Parting, cells: Sequence[Sequence[Row]]) -> bool:
    """Whether a line of the parting goes through a figure that a narrow column cut (`37,4` over `23`)."""
    pairs = [(above, below) for cell in cells for above, below in pairwise(cell) if is_cut(above.text, below.text)]
    return any(above.middle < line < below.middle for line in parting.lines for above, below in pairs)


def _bars(grid: Grid, fills: Sequence[Fill]) -> list[Box]:
    """The coloured fills behind the names of the band."""
    top, bottom = grid.ys[-2:]
    return [
        (fill.x0, fill.top, fill.x1, fill.bottom)
        for fill in fills
        if not white(fill.colour)
        and grid.xs[1] - 1 < fill.x0
        and fill.x1 < grid.xs[-1] + 1
        and top - 1 < fill.top
        and fill.bottom < bottom + 1
    ]


def _heads_only(drawn: Drawn, last: int, rows: Mapping[int, Sequence[Row]]) -> bool:
    """Whether what stands above the band is nothing but heads: every cell has words or a year, none a figure."""
    above = [drawn.first + index for index, square in enumerate(drawn.grid.squares) if square.row < last]
    texts = [row.text for region in above for row in rows.get(region, ())]
    figures = (len(text) > 1 and FIGURE.fullmatch(text) and not _YEAR.fullmatch(text) for text in texts)
    return all(region in rows for region in above) and not any(figures)


def _wraps(names: Sequence[Row], edge: float) -> bool:
    """Whether a name may go on in the next line: it leaves no room for the first word there."""
    return any(edge - row.x1 < _first_word(after) + row.size / 2 for row, after in pairwise(names))


def _first_word(row: Row) -> float:
    end = row.text.find(" ")
    return row.width_to(end if end > 0 else len(row.text))


def _are_rows(cells: Sequence[Sequence[Row]], counted: Vocabulary | None, *, whole: bool) -> bool:
    """Whether the lines of a band's cells are rows. counted: its units make figures too, None if not here. whole: the lines of the first
    column are no two lines of one name."""
    names = cells[0]
    filled = [0] * len(names)
    words = full = False
    for cell in cells[1:]:
        places = {place for row in cell if (place := _beside(row, names)) is not None}
        if len(places) < len(cell):
            return False
        for place in places:
            filled[place] += 1
        figures = {
            FIGURE.fullmatch(row.text) is not None or (counted is not None and is_count(row.text, counted))
            for row in cell
        }
        if len(figures) > 1:
            return False
        words = words or False in figures
        full = full or (True in figures and len(places) == len(names))
    if not words:
        return all(filled)
    # Words may be broken over as many lines in every cell; figures are not.
    return all(count == len(cells) - 1 for count in filled) and (whole or full)


def _beside(row: Row, names: Sequence[Row]) -> int | None:
    """The name at whose height a line stands."""
    level = [k for k, name in enumerate(names) if abs(row.middle - name.middle) <= LEVEL * max(row.size, name.size)]
    return level[0] if len(level) == 1 else None


def _parted(grid: Grid, parting: Parting) -> Grid:
    """The grid with the rows of its band parted."""
    last, rows = grid.rows - 1, len(parting.lines) + 1
    squares = [square for square in grid.squares if square.row < last]
    for first, end in pairwise((*parting.firsts, rows)):
        squares.append(Square(last + first, 0, end - first, 1))
        squares += [Square(last + k, col, 1, 1) for k in range(first, end) for col in range(1, grid.cols)]
    ys = (*grid.ys[:-1], *parting.lines, grid.ys[-1])
    return Grid(grid.xs, ys, tuple(squares), owner_of(squares, len(ys) - 1, grid.cols))
