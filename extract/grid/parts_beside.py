"""Tables printed in parts side by side to save height: `사업명 | 국비 | 시비` stands twice in one head, each over lines of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.grid.grids import Grid, grid_of
from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.grid.measure_rows import measures_across
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.grid.tables import crop
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary, fold

_KEYS = frozenset({"project", "funding", "category", "year", "number"})
_BESIDE_KEYS = _KEYS | {"unit", "note"}
_LEAST_COLUMNS = 2


def one_below_other(table: Table, vocabulary: Vocabulary) -> tuple[list[Table], Table | None]:
    """The table with its parts set one below the other where they have the same head, beside each other where they have the same lines, and
    else each by itself; and the rows merged over several parts at its end. The table itself where it is of one part.

    Read as one table, the figures of the right part would be those of the left one's lines. A table of measures in rows is turned first.
    """
    table = measures_across(table, vocabulary)
    if table.rows < 2 or table.cols < 2 * _LEAST_COLUMNS:
        return [table], None
    grid = grid_of(table)
    starts = _starts(grid, vocabulary)
    if len(starts) < 2:
        return [table], None
    bounds = list(zip(starts, [*starts[1:], table.cols], strict=True))
    end = _first_across(grid, bounds)
    if end < 2 or not (_holds_figures(grid, end) or _heads_times(grid, starts)):
        return [table], None
    parts = [_without_blank_end(crop(table, 0, end, low, high)) for low, high in bounds]
    if any(part.cols < _LEAST_COLUMNS for part in parts):
        return [table], None
    whole = [parts[0]]
    for part in parts[1:]:
        joined = _joined(whole[-1], part)
        whole[-1:] = [whole[-1], part] if joined is None else [joined]
    return whole, None if end == table.rows else crop(table, end, table.rows, 0, table.cols)


def _starts(grid: Grid, vocabulary: Vocabulary) -> list[int]:
    """The columns at which the first head comes again, a head of names or years."""
    first, name = grid.cells[0][0], fold(grid.texts[0][0])
    word = head_word(grid.texts[0][0], vocabulary)
    if not name or first.col_span > 1 or word.sort != "word" or word.key not in _KEYS:
        return [0]
    again = [
        cell.col
        for cell, text in zip(grid.cells[0], grid.texts[0], strict=True)
        if cell.col and cell.col_span == 1 and cell.row_span == first.row_span and fold(text) == name
    ]
    if not again:
        return [0]  # nearly every table
    # Keys side by side (`구분 | 구분 | 2019`, `구분 | 단위 | 구분 | 2019`) are no parts.
    keys = [_heads_key(text, vocabulary) for text in grid.texts[0]]
    return [0] if any(all(keys[low:high]) for low, high in zip([0, *again], again, strict=False)) else [0, *again]


def _heads_key(text: str, vocabulary: Vocabulary) -> bool:
    word = head_word(text, vocabulary)
    return word.sort == "word" and word.key in _BESIDE_KEYS


def _first_across(grid: Grid, bounds: Sequence[tuple[int, int]]) -> int:
    """The first row with a cell that stands over the edge of a part, or over the whole of one (`합계` on the left, its sum on the right)."""
    for row, cells in enumerate(grid.cells):
        for low, high in bounds:
            cell = cells[low]
            if cell.col < low or (cell.lines and cell.col + cell.col_span >= high and cell.row_span < len(grid.cells)):
                return row
    return len(grid.cells)


def _holds_figures(grid: Grid, end: int) -> bool:
    """Whether half of what stands behind the names is figures: a form may repeat a head over words."""
    depth = grid.cells[0][0].row_span
    name = fold(grid.texts[0][0])
    keys = {col for col, text in enumerate(grid.texts[0]) if fold(text) == name}
    texts = [text for row in grid.texts[depth:end] for col, text in enumerate(row) if text and col not in keys]
    return 2 * sum(any(char.isdigit() for char in text) for text in texts) >= len(texts) > 0


def _heads_times(grid: Grid, starts: Sequence[int]) -> bool:
    """Whether nothing but years and their parts stands between the names: bars or words are below them."""
    heads = [text for col, text in enumerate(grid.texts[0]) if col not in starts and text]
    return all((period := read_period(text)) is not None and not period.rest for text in heads)


def _without_blank_end(part: Table) -> Table:
    """The part without the blank columns that set it off from the next one, and without blank rows at its end."""
    cols, rows = part.cols, part.rows
    texts = grid_of(part).texts
    while cols > 1 and not any(row[cols - 1] for row in texts):
        cols -= 1
    while rows > 1 and not any(texts[rows - 1]):
        rows -= 1
    return part if (rows, cols) == (part.rows, part.cols) else crop(part, 0, rows, 0, cols)


def _joined(above: Table, below: Table) -> Table | None:
    """Two parts as one; None where neither their heads nor their lines are the same."""
    one, other = grid_of(above), grid_of(below)
    depth = one.cells[0][0].row_span
    if above.cols == below.cols and _folded(one.texts[:depth]) == _folded(other.texts[:depth]):
        moved = [replace(cell, row=cell.row + above.rows - depth) for cell in below.cells if cell.row >= depth]
        rows = above.rows + below.rows - depth
        return Table(rows, above.cols, (*above.cells, *moved), above.place.union(below.place), above.drawn)
    if above.rows == below.rows and _folded([[row[0]] for row in one.texts]) == _folded(
        [[row[0]] for row in other.texts]
    ):
        moved = [replace(cell, col=cell.col + above.cols - 1) for cell in below.cells if cell.col]
        cols = above.cols + below.cols - 1
        cells = sorted([*above.cells, *moved], key=lambda cell: (cell.row, cell.col))
        return Table(above.rows, cols, tuple(cells), above.place.union(below.place), above.drawn)
    return None


def _folded(texts: Sequence[Sequence[str]]) -> list[list[str]]:
    return [list(map(fold, row)) for row in texts]
