"""The lines and tables of a page, from its rows of text, its regions and its tables as drawn."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.columns.outruns import with_outrun
from pledgecards.extract.layout.columns.side_names import with_names_apart
from pledgecards.extract.layout.order import in_reading_order
from pledgecards.extract.layout.reading import Reading
from pledgecards.extract.layout.regions import Drawn
from pledgecards.extract.layout.rows.endings import (
    Column,
    column_of_box,
    column_of_flow,
    endings,
    full_alone,
    padding_of,
    right_column,
    usual_space,
)
from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.layout.tables.cell_bars import bars, cell_fills
from pledgecards.extract.page import Block, Cell, Line, Place, Table

_WIDE = 0.7
"""A frame of this share of the text's width shares its left edge: indents in it count from the page's."""

_FOOT = 0.85
"""What is printed at the foot of a page stands below so much of its height."""

_FEWEST_ALIGNED, _INDENTED, _AGREE = 3, 6.0, 1.0


class Flow:
    """Puts together what a reading found."""

    def __init__(self, reading: Reading) -> None:
        self.number, self.fills = reading.number, reading.canvas.fills
        self.regions, self.unused, self.behind = reading.regions, reading.unused, reading.behind
        self.rows = {
            region: with_names_apart(rows, reading.vocabulary)
            if len(rows) > 1
            else rows  # most regions are cells of one line
            for region, rows in reading.rows.items()
        }
        self.space = usual_space(self.rows.values())
        self.page_column = self._page_column()
        self.children: dict[int, list[int]] = {}
        self.tables: dict[int, list[Drawn]] = {}
        for index in [index for index, home in enumerate(self.regions.homes) if home != index]:
            self.children.setdefault(self.regions.parents[index], []).append(index)
        for drawn in self.regions.tables:
            self.tables.setdefault(drawn.parent, []).append(drawn)
        self.aside: dict[int, list[tuple[Box, Line]]] = {}
        for row, turning in reading.aside:
            box = turning.to_page(row.x0, row.top, row.x1, row.bottom)
            line = self._line(row, row.x0, box=box)
            self.aside.setdefault(row.region, []).append((box, line))
        self.mixed = {*self.aside, *self.children, *self.tables}
        """The regions in which more stands than lines of their own."""

    def blocks(self) -> list[Block]:
        """The page's lines and tables in reading order."""
        return self._flow(0, None)

    def furniture(self) -> list[Line]:
        """The lines that stand behind the page."""
        return [self._line(row, row.x0) for row in self.behind]

    def _page_column(self) -> Column:
        """The column of the page's own lines, those in wide frames included."""
        boxes, homes = self.regions.boxes, self.regions.homes
        width = boxes[0][2] - boxes[0][0]
        rows: list[Row] = []
        for region in sorted([region for region in self.rows if homes[region] == 0]):
            if boxes[region][2] - boxes[region][0] >= _WIDE * width:
                rows += self.rows[region]
        edges = [drawn.grid.xs[-1] for drawn in self.regions.tables if homes[drawn.parent] == 0]
        return column_of_flow(rows, width, edges)

    def _flow(self, region: int, padding: float | None) -> list[Block]:
        """The lines and tables that stand in a region, frames within it dissolved, in reading order."""
        rows = self.rows.get(region, ())
        lines = self._lines(region, rows, padding)
        if region and region not in self.mixed:
            return list(lines)
        own = [(_box(row), line) for row, line in zip(rows, lines, strict=True)]
        items: list[tuple[Box, list[Block]]] = [(box, [line]) for box, line in own]
        for box, line in self.aside.get(region, ()):
            items.append((box, [line]))
        for child in self.children.get(region, ()):
            blocks = self._flow(child, None)
            if blocks:
                items.append((with_outrun(self.regions.boxes[child], own), blocks))
        for drawn in self.tables.get(region, ()):
            if (apart := self._tables_beside(drawn)) is not None:
                items.append((drawn.grid.box, apart))
            elif (table := self._table(drawn)) is not None:
                items.append((drawn.grid.box, [table]))
        if len(items) == 1:
            return items[0][1]
        return [block for blocks in in_reading_order(items) for block in blocks]

    def _lines(self, region: int, rows: Sequence[Row], padding: float | None) -> Sequence[Line]:
        """The lines of a region's own rows."""
        if not rows:
            return ()
        column, left = self._column(region, rows, padding)
        foot = _FOOT * self.regions.boxes[0][3] if self.regions.homes[region] == 0 else None
        ends = endings(rows, column, self.space, foot=foot)
        aligned = not region or _left_aligned(rows)
        return [
            self._line(row, left if aligned else row.x0, soft, glue)
            for row, (soft, glue) in zip(rows, ends, strict=True)
        ]

    def _column(self, region: int, rows: Sequence[Row], padding: float | None) -> tuple[Column, float]:
        """The column in which the lines of a region stand, and the edge from which their indents count."""
        if region == 0:
            return self.page_column, self.page_column.left
        x0, _, x1, _ = self.regions.boxes[region]
        home = self.regions.homes[region]
        if home == region:
            return column_of_box(x0, x1, rows, padding), x0
        own = min([row.x0 for row in rows])
        column = column_of_box(x0, x1, rows, min(max(own - x0, 0.0), 12.0))
        if home == 0 and x1 - x0 >= _WIDE * self.regions.boxes[0][2]:
            return column, self.page_column.left
        if home == 0 and x1 >= self.regions.boxes[0][2]:  # the right one of two columns: its box ends with the sheet
            column = right_column(column, rows, self.page_column)
        return column, own

    def _tables_beside(self, drawn: Drawn) -> list[Block] | None:
        """What stands in the cells of a frame of one row that sets tables side by side, each with one of its own; None for any other table."""
        cells = range(drawn.first, drawn.first + len(drawn.grid.squares))
        if drawn.grid.rows > 1 or not self.tables.keys() >= set(cells):
            return None
        return [block for cell in cells for block in self._flow(cell, None)]

    def _table(self, drawn: Drawn) -> Table | None:
        grid, first = drawn.grid, drawn.first
        end = first + len(grid.squares)
        boxes = self.regions.boxes[first:end]
        colours = cell_fills(grid, boxes, self.fills)
        shares = bars(grid, boxes, colours, [drawing for drawing in self.unused if first <= drawing.region < end])
        rows = [self.rows.get(region, ()) for region in range(first, end)]
        padding = padding_of(boxes, rows)
        made: list[Cell] = []
        for region, (row, col, high, wide), box, place, own, colour, share in zip(
            range(first, end), grid.squares, boxes, self._places(boxes), rows, colours, shares, strict=True
        ):
            lines: Sequence[Line] = ()
            tables: Sequence[Table] = ()
            if region in self.mixed:
                blocks = self._flow(region, padding)
                lines = [block for block in blocks if isinstance(block, Line)]
                tables = [block for block in blocks if isinstance(block, Table)]
            elif len(own) == 1:
                lines = [self._line(own[0], box[0], full_alone(own[0], box, padding))]
            elif own:
                lines = self._lines(region, own, padding)
            made.append(Cell(row, col, high, wide, tuple(lines), place, colour, share, tuple(tables)))
        if grid.rows * grid.cols < 6 and not any(cell.lines or cell.tables for cell in made):
            return None
        return Table(grid.rows, grid.cols, tuple(made), self._places([grid.box])[0], drawn=True)

    def _line(self, row: Row, left: float, soft: bool = False, glue: bool = False, box: Box | None = None) -> Line:
        place = Place(self.number, row.x0, row.top, row.x1, row.bottom) if box is None else Place(self.number, *box)
        return Line(row.text, place, row.x0 - left, row.size, row.runs, row.marks, soft, glue)

    def _places(self, boxes: Sequence[Box]) -> list[Place]:
        number = self.number
        return [Place(number, *box) for box in boxes]


def _left_aligned(rows: Sequence[Row]) -> bool:
    """Whether the lines of a cell begin where they do on purpose: not where all have one middle, or, of different lengths, one right edge,
    for then none is indented."""
    if len(rows) < _FEWEST_ALIGNED:
        return True
    lefts, rights = [row.x0 for row in rows], [row.x1 for row in rows]
    if max(lefts) - min(lefts) < _INDENTED:
        return True
    middles = [(left + right) / 2 for left, right in zip(lefts, rights, strict=True)]
    if max(middles) - min(middles) < _AGREE:
        return False
    return max(rights) - min(rights) >= _AGREE or len({*map(round, lefts)}) * 2 <= len(lefts)


def _box(row: Row) -> Box:
    return row.x0, row.top, row.x1, row.bottom
