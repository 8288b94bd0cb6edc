"""Funding sources that stand in the cells of the amounts, before each its own (`국비 100 / 도비 50`, `150백만원(국비 100, 도비 50)`): a line each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

from pledgecards.extract.grid.heads import Head, read_head
from pledgecards.extract.page import Cell, Line, Table
from pledgecards.normalize.budget.layout import layout_of
from pledgecards.normalize.budget.sourced_cell import WHOLE, SourcedCell, is_amount, sourced_cell
from pledgecards.normalize.tables.lines import is_nothing
from pledgecards.schemas.vocabulary import Vocabulary

_KEY = "재원"


def with_sources_in_cells(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with a column of sources before its amounts, and every row parted into the lines of the sources that its cells name.

    Only where nothing else of the table names a source, and every amount of such a row names its own or is none, or is of all of them.
    """
    stacks = {id(cell): found for cell in table.cells if (found := sourced_cell(cell, vocabulary)) is not None}
    if not stacks:
        return table
    head = read_head(table, vocabulary)
    columns = _amounts(head, {cell.col for cell in table.cells if id(cell) in stacks}, vocabulary)
    units = {stack.unit for stack in stacks.values()}
    if not head.rows or len(units) > 1 or not _parts(table, head, columns, stacks, vocabulary):
        return table
    names = {row: _names(table.in_row(row), stacks) for row in range(table.rows)}
    [unit] = units
    return _parted(table, head.rows, columns, names, stacks, f"{_KEY}({unit})" if unit else _KEY)


def _amounts(head: Head, sourced: Collection[int], vocabulary: Vocabulary) -> frozenset[int]:
    """The columns of amounts; of those whose meaning is not known yet, the ones that name sources."""
    layout, _, unsure = layout_of(head, vocabulary)
    known = [column.index for column in layout.amounts]
    return frozenset([*known, *(column.index for column in unsure if column.index in sourced)])


def _parts(
    table: Table, head: Head, columns: frozenset[int], stacks: dict[int, SourcedCell], vocabulary: Vocabulary
) -> bool:
    """Whether the sources in its cells are all that the table says of sources."""
    if not columns or head.of("funding", "source", "measure", "unit"):
        return False
    rows = {cell.row for cell in table.cells if id(cell) in stacks}
    for cell in table.cells:
        if id(cell) in stacks:
            known = cell.col in columns and cell.row_span == cell.col_span == 1
        elif cell.row in rows and cell.col in columns:
            text = cell.text.strip()
            known = cell.row_span == cell.col_span == 1 and (is_nothing(text) or is_amount(text))
        else:
            match = vocabulary.funding.match(cell.text, rough=False) if cell.lines else None
            known = match is None or match.key == "total"
        if not known:
            return False
    return True


def _names(cells: Iterable[Cell], stacks: dict[int, SourcedCell]) -> list[str]:
    """The sources of a row in the order in which they are printed, their sum first; none where no cell names any."""
    found = [stack for cell in cells if (stack := stacks.get(id(cell))) is not None]
    named = list(dict.fromkeys(name for stack in found for name in stack.amounts if name != WHOLE))
    return [WHOLE, *named] if named else []


def _parted(
    table: Table,
    top: int,
    columns: frozenset[int],
    names: dict[int, list[str]],
    stacks: dict[int, SourcedCell],
    key: str,
) -> Table:
    names = {row: _used(named, table.in_row(row), columns, stacks) for row, named in names.items()}
    starts = [0, *accumulate(max(len(names[row]), 1) for row in range(table.rows))]
    before = min(columns)
    cells: list[Cell] = []
    for cell in table.cells:
        start, span = starts[cell.row], starts[cell.row + cell.row_span] - starts[cell.row]
        col = cell.col + (cell.col >= before)
        across = cell.col_span + (cell.col < before < cell.col + cell.col_span)
        if not names[cell.row] or cell.col not in columns:
            cells.append(replace(cell, row=start, row_span=span, col=col, col_span=across))
            continue
        for number, name in enumerate(names[cell.row]):
            cells.append(_cell(cell, start + number, col, _amount(cell, name, stacks)))
    cells += _keys(table, top, before, starts, names, key)
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return replace(table, rows=starts[-1], cols=table.cols + 1, cells=tuple(cells))


def _used(named: list[str], cells: list[Cell], columns: frozenset[int], stacks: dict[int, SourcedCell]) -> list[str]:
    """The names that some cell of the row has an amount for: no line of the sum where none prints one."""
    amounts = [cell for cell in cells if cell.col in columns]
    return [name for name in named if any(_amount(cell, name, stacks) for cell in amounts)]


def _amount(cell: Cell, name: str, stacks: dict[int, SourcedCell]) -> str:
    """What a cell says for a source; an amount that names none is of all of them."""
    stack = stacks.get(id(cell))
    if stack is not None:
        return stack.amounts.get(name, "")
    return cell.text if name == WHOLE and not is_nothing(cell.text) else ""


def _keys(
    table: Table, top: int, before: int, starts: list[int], names: dict[int, list[str]], key: str
) -> Iterator[Cell]:
    """The cells of the new column: its head, and the source of each line."""
    grid = table.grid()
    over = next((grid[row][before] for row in range(top) if grid[row][before].col < before), None)
    if over is None:
        yield _cell(replace(grid[0][before], row_span=top), 0, before, key, top)
    else:
        for row in range(top):
            here = grid[row][before]
            if here.col == before and here.row == row:
                yield _cell(here, row, before, key, here.row_span)
    for row in range(top, table.rows):
        for number, name in enumerate(names[row] or [""]):
            yield _cell(grid[row][before], starts[row] + number, before, name)


def _cell(cell: Cell, row: int, col: int, text: str, span: int = 1) -> Cell:
    lines = (Line(text, cell.lines[0].place if cell.lines else cell.place),) if text else ()
    return replace(cell, row=row, col=col, row_span=span, col_span=1, lines=lines, bar=0.0)
