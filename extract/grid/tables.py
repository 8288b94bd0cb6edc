"""Operations on tables as read: cutting a part out, and joining one that goes on over a page break."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import reduce

from pledgecards.extract.grid.cut_rows import Breaks, Whole, joined_names, joined_row
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.grid.unruled_heads import with_head_apart
from pledgecards.extract.page import Cell, Line, Place, Table
from pledgecards.schemas.vocabulary import fold


def is_filled(cell: Cell) -> bool:
    """Whether a cell holds text; its lines need not be joined to tell."""
    for line in cell.lines:
        if line.text:
            return True
    return False


def crop(table: Table, top: int, bottom: int, left: int, right: int) -> Table:
    """The part of a table in rows [top, bottom) and columns [left, right), renumbered from 0.

    A merged cell that reaches over the edge is cut to the part; columns and rows that no cell of the part ends at any more
    (they divided only what was cut away) are taken out.
    """
    kept = []
    for cell in table.cells:
        row, col = max(cell.row, top), max(cell.col, left)
        row_end = min(cell.row + cell.row_span, bottom)
        col_end = min(cell.col + cell.col_span, right)
        if row < row_end and col < col_end:
            kept.append((row, row_end, col, col_end, cell))
    rows = sorted({row for row, _, _, _, _ in kept})
    cols = sorted({col for _, _, col, _, _ in kept})
    renumbered = []
    for row, row_end, col, col_end, cell in kept:
        first, begin = bisect_left(rows, row), bisect_left(cols, col)
        down, across = bisect_left(rows, row_end) - first, bisect_left(cols, col_end) - begin
        renumbered.append(Cell(first, begin, down, across, cell.lines, cell.place, cell.fill, cell.bar, cell.tables))
    return Table(len(rows), len(cols), tuple(renumbered), _place(renumbered, table.place), table.drawn)


def without_blank_end(row: Table) -> Table:
    """A part of one row without the blank cells that end it (a table set with tabs fills all its rows up to the longest); others as
    they are."""
    if row.rows != 1 or row.cols < 2:
        return row
    last = max((cell.col + cell.col_span for cell in row.cells if is_filled(cell) or cell.tables), default=row.cols)
    return row if last == row.cols else crop(row, 0, 1, 0, last)


def peeled(table: Table) -> tuple[tuple[Line, ...], Table]:
    """A table without what is none of its grid: (the lines of full-width rows above it, the rest).

    A unit note or a title in a cell across all columns stands above the grid, and blank columns at its sides are the margins of the
    cell that it was drawn in.
    """
    lines: list[Line] = []
    top = 0
    while table.rows - top > 2:
        row = [cell for cell in table.cells if cell.row <= top < cell.row + cell.row_span]
        if len(row) != 1 or row[0].row_span != 1 or row[0].tables:
            break
        lines += row[0].lines
        top += 1
    left, right = 0, table.cols
    while right - left > 2 and _is_margin(table, left, top):
        left += 1
    while right - left > 2 and _is_margin(table, right - 1, top):
        right -= 1
    if (top, left, right) == (0, 0, table.cols):
        return (), table
    return tuple(lines), crop(table, top, table.rows, left, right)


def _is_margin(table: Table, col: int, top: int) -> bool:
    """Whether a column, from row `top` on, is one blank cell without a fill."""
    cells = [cell for cell in table.cells if cell.col <= col < cell.col + cell.col_span and cell.row >= top]
    return (
        len(cells) == 1
        and cells[0].col_span == 1
        and not is_filled(cells[0])
        and not cells[0].tables
        and cells[0].fill is None
    )


def _place(cells: Sequence[Cell], default: Place) -> Place:
    return reduce(Place.union, [cell.place for cell in cells]) if cells else default


def goes_on(first: Table, second: Table) -> bool:
    """Whether `second`, on the next page, is `first` going on: the same columns in the same places.

    The caller has made sure that nothing stands between the two. In text, which has no places, only a repeated head tells.
    """
    if first.place.page is None and second.place.page is None:
        return first.cols == second.cols and repeats_head(first, second)
    if first.cols != second.cols or first.place.page == second.place.page:
        return False
    one, other = edges(first), edges(second)
    return one is not None and other is not None and all(abs(a - b) < 4 for a, b in zip(one, other, strict=True))


def goes_on_beside(first: Table, second: Table) -> bool:
    """Whether `second`, in the next column of the same page (of two pages on a sheet), is `first` going on: it repeats the head over columns as
    wide, or begins with figures and no head."""
    if first.cols != second.cols or first.place.page is None or first.place.page != second.place.page:
        return False
    one, other = edges(first), edges(second)
    if one is None or other is None or one[-1] > other[0]:
        return False
    if not repeats_head(first, second) and not _goes_on_headless(first, second):
        return False
    assert first.place.bottom is not None and second.place.top is not None
    alike = all(abs((a - one[0]) - (b - other[0])) < 4 for a, b in zip(one, other, strict=True))
    return alike and second.place.top < first.place.bottom


def _goes_on_headless(first: Table, second: Table) -> bool:
    """Whether a table begins with a row of figures behind a name, of whose words the head of the other one has none: it has no head of its own.
    Years are figures of a head."""
    head, row = _texts(first, 0), _texts(second, 0)
    if any((period := read_period(text)) is not None and period.kind != "number" for text in row[1:]):
        return False
    figures = [text for text in row[1:] if text[:1].isdigit()]
    return bool(row[0]) and len(figures) > 1 and all(head) and not {*head} & {*row}


def repeats_head(first: Table, second: Table) -> bool:
    """Whether the first row of `second` prints that of `first` again, three words in it at least."""
    head = _texts(first, 0)
    return sum(map(bool, head)) >= 3 and head == _texts(second, 0)


def edges(table: Table) -> list[float] | None:
    """The x at which each column begins, and the right edge; None if unknown (text) or if a column has no cell of its own."""
    starts: dict[int, float] = {}
    for cell in table.cells:
        if cell.place.x0 is None:
            return None
        starts.setdefault(cell.col, cell.place.x0)
    if len(starts) != table.cols or table.place.x1 is None:
        return None
    return [starts[col] for col in range(table.cols)] + [table.place.x1]


def continued(
    first: Table, second: Table, breaks: Breaks = lambda one, other: False, whole: Whole = lambda text: False
) -> tuple[Table, int]:
    """The two as one table, and the ink of the head rows that `second` repeats, which are taken out; a row that the page break cut in
    two is made one (see `cut_rows`)."""
    below = without_head(first, second)
    repeated = 0 if below is second else second.ink - below.ink
    if not below.rows:
        return first, repeated
    place = first.place.union(below.place)
    joined = joined_row(first, below, breaks, whole)
    cut = joined is not None
    cells, rest = joined or joined_names(first, below, breaks, whole) or (first.cells, below.cells)
    cells = (*cells, *_moved(rest, first.rows - cut))
    return Table(first.rows + below.rows - cut, first.cols, cells, place, first.drawn), repeated


def _moved(cells: Sequence[Cell], rows: int) -> list[Cell]:
    """The cells so many rows further down; made anew, which `replace` takes thrice as long for."""
    return [Cell(c.row + rows, c.col, c.row_span, c.col_span, c.lines, c.place, c.fill, c.bar, c.tables) for c in cells]


def _texts(table: Table, row: int) -> list[str]:
    texts = [""] * table.cols
    for cell in table.cells:
        if cell.row == row:
            texts[cell.col : cell.col + cell.col_span] = [fold(cell.text) or cell.text] * cell.col_span
    return texts


def without_head(first: Table, second: Table) -> Table:
    """`second` without the leading rows that repeat the head of `first`."""
    second = with_head_apart(first, second)
    repeated = 0
    while repeated < min(first.rows, second.rows, 4):
        texts = _texts(second, repeated)
        if texts != _texts(first, repeated) or not any(texts):
            break
        repeated += 1
    return _from_row(second, repeated) if repeated else second


def _from_row(table: Table, top: int) -> Table:
    """The rows of a table from `top` on, on the same columns: bars merged over columns may leave some that only cells of its head begin at."""
    cells = []
    for c in table.cells:
        cut = max(top - c.row, 0)
        if cut < c.row_span:
            row, high = c.row + cut - top, c.row_span - cut
            cells.append(Cell(row, c.col, high, c.col_span, c.lines, c.place, c.fill, c.bar, c.tables))
    return Table(table.rows - top, table.cols, tuple(cells), _place(cells, table.place), table.drawn)
