"""A page as drawn to a page as read: `lay_out` for one page, `settle` for what needs all pages of a file."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pledgecards.extract.layout.bars import bars, boxes_of, cell_fills
from pledgecards.extract.layout.characters import Characters, Flags, characters_of, median
from pledgecards.extract.layout.columns import split_columns
from pledgecards.extract.layout.drawings import Drawing, sort_drawings
from pledgecards.extract.layout.drawn import Marker
from pledgecards.extract.layout.endings import (
    Column,
    column_of_box,
    column_of_flow,
    ending_alone,
    endings,
    padding_of,
    usual_space,
)
from pledgecards.extract.layout.furniture import set_furniture_apart
from pledgecards.extract.layout.gluing import settle_breaks
from pledgecards.extract.layout.lattice import Grid
from pledgecards.extract.layout.lines import Row, rows_of
from pledgecards.extract.layout.margins import align_indents
from pledgecards.extract.layout.order import in_reading_order
from pledgecards.extract.layout.regions import Box, Drawn, assign, regions_of
from pledgecards.extract.layout.sideways import sideways_rows, watermark
from pledgecards.extract.layout.striped import striped_grids
from pledgecards.extract.layout.tiles import tiled_grids
from pledgecards.extract.layout.turning import upright
from pledgecards.extract.page import Block, Cell, Line, Page, Place, Table
from pledgecards.extract.pdf.canvas import Canvas

_ONE_LINE = 2.4
"""A frame no higher than this many sizes surrounds a stretch of one line, not a region with lines of its own."""

_WIDE = 0.7
"""A frame of this share of the text's width shares its left edge: indents in it count from the page's."""


def lay_out(canvas: Canvas, before: Page | None = None) -> Page:
    """The lines and tables of a page, in reading order; `before` is the page before it, whose last table may go on.

    Places are in points of the page as displayed, also where its content is set sideways. Breaks within words
    (`Line.glue`) are provisional until `settle` has seen all pages.
    """
    return _Layout(canvas, _last_columns(before)).page()


def settle(pages: list[Page]) -> list[Page]:
    """The pages with running heads and page numbers set apart, and word breaks decided by the document's own words."""
    return settle_breaks(align_indents(set_furniture_apart(pages)))


class _Layout:
    """The reading of one page: everything sorted out on making, put together by `page`."""

    def __init__(self, canvas: Canvas, above: Sequence[float] = ()) -> None:
        self.number, self.width, self.height = canvas.number, canvas.width, canvas.height
        self.canvas, self.turning = upright(canvas)
        glyphs = characters_of(self.canvas)
        self.ink = int((~glyphs.space).sum())
        behind = watermark(glyphs, self.canvas)
        level = ~behind & (glyphs.turn == 0)
        main = glyphs if level.all() else glyphs.take(level)
        grids, self.drawings = sort_drawings(self.canvas)
        grids = self._without_small_frames(grids, main)
        grids += striped_grids(main, grids, self.drawings, () if self.turning.quarters else above)
        grids += tiled_grids(grids, self.drawings, self.canvas.width, self.canvas.height)
        self.regions = regions_of(self.canvas.width, self.canvas.height, grids)
        self.drawings.extend(Drawing("frame", box) for box in self.regions.loose)
        region = split_columns(main, assign(main, self.regions), self.regions)
        rows = rows_of(main, region)
        Marker(rows, self.regions).mark(self.drawings)
        self.unused = [drawing for drawing in self.drawings if not drawing.used]
        centres = np.array([d.box for d in self.unused], dtype=np.float64).reshape(-1, 4)
        self.unused_in = self.regions.of_points(
            (centres[:, 0] + centres[:, 2]) / 2, (centres[:, 1] + centres[:, 3]) / 2
        )
        self.areas = np.array([(f.x0, f.top, f.x1, f.bottom) for f in self.canvas.fills], dtype=np.float64).reshape(
            -1, 4
        )
        self.space = usual_space(rows)
        self.composed = sum(row.composed for row in rows)
        self.rows: dict[int, list[Row]] = {}
        for row in rows:
            self.rows.setdefault(row.region, []).append(row)
        self.children: dict[int, list[int]] = {}
        self.tables: dict[int, list[Drawn]] = {}
        for index, item in enumerate(self.regions.items[1:], start=1):
            if item.home != index:
                self.children.setdefault(item.parent, []).append(index)
        for drawn in self.regions.tables:
            self.tables.setdefault(drawn.parent, []).append(drawn)
        self.page_column = self._page_column()
        self.aside: dict[int, list[tuple[Box, Line]]] = {}
        self.furniture: list[Line] = []
        if not level.all():
            self._read_aside(glyphs, behind, level)

    def page(self) -> Page:
        """The page as read."""
        blocks = self._flow(0, None)
        ink = self.ink - self.composed
        return Page(self.number, self.width, self.height, tuple(blocks), tuple(self.furniture), ink)

    def _without_small_frames(self, grids: list[Grid], glyphs: Characters) -> list[Grid]:
        """The grids without the frames round a stretch of one line: those are drawings near text."""
        size = median(glyphs.size) if len(glyphs) else 10.0
        kept: list[Grid] = []
        for grid in grids:
            if len(grid.squares) == 1:
                self.drawings.append(Drawing("frame", grid.box))
                if grid.box[3] - grid.box[1] <= max(_ONE_LINE * size, 22.0):
                    continue
            kept.append(grid)
        return kept

    def _read_aside(self, glyphs: Characters, behind: Flags, level: Flags) -> None:
        """Text that runs up or down in its cells, and what stands behind the page."""
        for row, turning in sideways_rows(glyphs.take(~behind & ~level), self.canvas, self.regions):
            box = turning.to_page(row.x0, row.top, row.x1, row.bottom)
            line = self._line(row, box, row.x0, (False, False))
            self.aside.setdefault(row.region, []).append((box, line))
            self.composed += row.composed
        rest = glyphs.take(behind)
        for row in rows_of(rest, np.zeros(len(rest), dtype=np.int64)):
            self.furniture.append(self._line(row, _box(row), row.x0, (False, False)))
            self.composed += row.composed

    def _page_column(self) -> Column:
        """The column of the page's own lines, those in wide frames included."""
        x0, _, x1, _ = self.regions.items[0].box
        wide = [
            index
            for index, item in enumerate(self.regions.items)
            if item.home == 0 and item.box[2] - item.box[0] >= _WIDE * (x1 - x0)
        ]
        rows = [row for index in wide for row in self.rows.get(index, ())]
        edges = [drawn.grid.box[2] for drawn in self.regions.tables if self.regions.items[drawn.parent].home == 0]
        return column_of_flow(rows, x1 - x0, edges)

    def _flow(self, region: int, padding: float | None) -> list[Block]:
        """The lines and tables that stand in a region, frames within it dissolved, in reading order."""
        rows = self.rows.get(region, [])
        if region and region not in self.children and region not in self.tables and region not in self.aside:
            return self._plain(region, rows, padding)
        items: list[tuple[Box, list[Block]]] = []
        if rows:
            column, left = self._column(region, rows, padding)
            ends = endings(rows, column, self.space, goes_on=self.regions.items[region].home == 0)
            for row, end in zip(rows, ends, strict=True):
                items.append((_box(row), [self._line(row, _box(row), left, end)]))
        for box, line in self.aside.get(region, ()):
            items.append((box, [line]))
        for child in self.children.get(region, ()):
            blocks = self._flow(child, None)
            if blocks:
                items.append((self.regions.items[child].box, blocks))
        for drawn in self.tables.get(region, ()):
            table = self._table(drawn)
            if table is not None:
                items.append((drawn.grid.box, [table]))
        if len(items) == 1:
            return items[0][1]
        return [block for blocks in in_reading_order(items) for block in blocks]

    def _plain(self, region: int, rows: Sequence[Row], padding: float | None) -> list[Block]:
        """The lines of a region in which nothing else stands."""
        if not rows:
            return []
        item = self.regions.items[region]
        if len(rows) == 1 and item.home == region:
            row = rows[0]
            ending = ending_alone(row, item.box[0], item.box[2], padding)
            return [self._line(row, _box(row), item.box[0], ending)]
        column, left = self._column(region, rows, padding)
        ends = endings(rows, column, self.space, goes_on=self.regions.items[region].home == 0)
        return [self._line(row, _box(row), left, end) for row, end in zip(rows, ends, strict=True)]

    def _column(self, region: int, rows: Sequence[Row], padding: float | None) -> tuple[Column, float]:
        """The column in which the lines of a region stand, and the edge from which their indents count."""
        item = self.regions.items[region]
        x0, _, x1, _ = item.box
        if item.home == region and region:
            return column_of_box(x0, x1, rows, padding), x0
        if region == 0:
            return self.page_column, self.page_column.left
        own = min(row.x0 for row in rows)
        whole = self.regions.items[0].box[2]
        column = column_of_box(x0, x1, rows, min(max(own - x0, 0.0), 12.0))
        if item.home == 0 and x1 - x0 >= _WIDE * whole:
            return column, self.page_column.left
        return column, own

    def _table(self, drawn: Drawn) -> Table | None:
        grid, first = drawn.grid, drawn.first
        ids = range(first, first + len(grid.squares))
        cells = boxes_of(grid)
        colours = cell_fills(cells, self.canvas.fills, self.areas)
        mine = np.flatnonzero((self.unused_in >= first) & (self.unused_in < first + len(cells)))
        shares = bars(grid, cells, colours, [self.unused[index] for index in mine.tolist()])
        lefts = cells[:, 0].tolist()
        padding = padding_of([(lefts[index - first], self.rows[index]) for index in ids if index in self.rows])
        made: list[Cell] = []
        filled = False
        for index, square in enumerate(grid.squares):
            lines: tuple[Line, ...] = ()
            tables: tuple[Table, ...] = ()
            if self._holds(first + index):
                blocks = self._flow(first + index, padding)
                lines = tuple([block for block in blocks if isinstance(block, Line)])
                tables = tuple([block for block in blocks if isinstance(block, Table)])
                filled = filled or bool(blocks)
            made.append(
                Cell(
                    square.row,
                    square.col,
                    square.row_span,
                    square.col_span,
                    lines,
                    self._place(*grid.box_of(square)),
                    colours[index],
                    shares[index],
                    tables,
                )
            )
        if not filled and grid.rows * grid.cols < 6:
            return None
        return Table(grid.rows, grid.cols, tuple(made), self._place(*grid.box), drawn=True)

    def _holds(self, region: int) -> bool:
        return region in self.rows or region in self.aside or region in self.children or region in self.tables

    def _line(self, row: Row, box: Box, left: float, end: tuple[bool, bool]) -> Line:
        soft, glue = end
        return Line(row.text, self._place(*box), row.x0 - left, row.size, row.runs, tuple(row.marks), soft, glue)

    def _place(self, x0: float, top: float, x1: float, bottom: float) -> Place:
        if self.turning.quarters:
            x0, top, x1, bottom = self.turning.to_page(x0, top, x1, bottom)
        return Place(self.number, x0, top, x1, bottom)


def _last_columns(page: Page | None) -> tuple[float, ...]:
    """The column edges of the table that ends a page, from left to right; none if it ends with something else."""
    table = next((block for block in reversed(page.blocks) if isinstance(block, Table)), None) if page else None
    if page is None or table is None or any(isinstance(b, Line) and _body(b, table) for b in page.blocks):
        return ()
    starts: dict[int, float] = {}
    for cell in table.cells:
        if cell.place.x0 is not None:
            starts[cell.col] = min(cell.place.x0, starts.get(cell.col, cell.place.x0))
    if len(starts) < table.cols or table.place.x1 is None:
        return ()
    return (*(starts[col] for col in range(table.cols)), table.place.x1)


def _body(line: Line, table: Table) -> bool:
    """Whether a line stands below a table as part of the body: more than a page number."""
    if line.place.top is None or table.place.bottom is None or line.place.top < table.place.bottom:
        return False
    return line.ink > 8


def _box(row: Row) -> Box:
    return row.x0, row.top, row.x1, row.bottom
