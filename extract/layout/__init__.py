"""A page as drawn to a page as read: `lay_out` for one page, `settle` for what needs all pages of a file."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pledgecards.extract.layout.banded import with_rows
from pledgecards.extract.layout.bars import bars, cell_fills
from pledgecards.extract.layout.beside import set_beside
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
from pledgecards.extract.layout.halves import split_halves
from pledgecards.extract.layout.hung import hung_grids
from pledgecards.extract.layout.lattice import Grid
from pledgecards.extract.layout.lines import Row, by_region, rows_of
from pledgecards.extract.layout.margins import align_indents
from pledgecards.extract.layout.order import in_reading_order
from pledgecards.extract.layout.placed import placed_grids
from pledgecards.extract.layout.regions import Box, Drawn, Regions, assign, regions_of
from pledgecards.extract.layout.sideways import sideways_rows, watermark
from pledgecards.extract.layout.striped import striped_grids
from pledgecards.extract.layout.tiles import tiled_grids, with_filled_heads
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
        grids = with_filled_heads(grids, self.drawings)
        grids += hung_grids(main, grids, self.drawings)
        grids += tiled_grids(grids, self.drawings, self.canvas.width, self.canvas.height)
        self.regions, rows = self._divided(main, grids)
        finer = with_rows(self.regions.tables, by_region(rows))
        if finer:
            grids = [finer.get(id(grid), grid) for grid in grids]
            self.regions, rows = self._divided(main, grids)
        placed = placed_grids(rows, self.regions)
        if placed:
            self.regions, rows = self._divided(main, [*grids, *placed])
        self.drawings.extend(Drawing("frame", box) for box in self.regions.loose)
        self._place_drawings()
        Marker(rows, self.regions).mark(self.drawings)
        self.unused = [drawing for drawing in self.drawings if not drawing.used]
        self.space = usual_space(rows)
        self.composed = sum(row.composed for row in rows)
        self.rows = by_region(rows)
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
        self.mixed = {*self.aside, *self.children, *self.tables}
        """The regions in which more stands than lines of their own."""

    def page(self) -> Page:
        """The page as read."""
        blocks = self._flow(0, None)
        ink = self.ink - self.composed
        return Page(self.number, self.width, self.height, tuple(blocks), tuple(self.furniture), ink)

    def _divided(self, glyphs: Characters, grids: list[Grid]) -> tuple[Regions, list[Row]]:
        """The regions that the grids make, and the lines of text in them."""
        regions = regions_of(self.canvas.width, self.canvas.height, grids)
        region = split_columns(glyphs, split_halves(glyphs, assign(glyphs, regions), regions), regions)
        return regions, rows_of(glyphs, set_beside(glyphs, region, regions))

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

    def _place_drawings(self) -> None:
        """Tells every drawing the region in which its middle lies."""
        if self.drawings and len(self.regions.items) > 1:
            x0, top, x1, bottom = np.array([drawing.box for drawing in self.drawings]).T
            regions = self.regions.of_points((x0 + x1) / 2, (top + bottom) / 2).tolist()
            for drawing, region in zip(self.drawings, regions, strict=True):
                drawing.region = region

    def _read_aside(self, glyphs: Characters, behind: Flags, level: Flags) -> None:
        """Text that runs up or down in its cells, and what stands behind the page."""
        for row, turning in sideways_rows(glyphs.take(~behind & ~level), self.canvas, self.regions):
            box = turning.to_page(row.x0, row.top, row.x1, row.bottom)
            line = self._line(row, row.x0, (False, False), box)
            self.aside.setdefault(row.region, []).append((box, line))
            self.composed += row.composed
        rest = glyphs.take(behind)
        for row in rows_of(rest, np.zeros(len(rest), dtype=np.int64)):
            self.furniture.append(self._line(row, row.x0, (False, False)))
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
        if region and region not in self.mixed:
            return list(self._plain(region, rows, padding))
        items: list[tuple[Box, list[Block]]] = []
        if rows:
            column, left = self._column(region, rows, padding)
            ends = endings(rows, column, self.space, goes_on=self.regions.items[region].home == 0)
            for row, end in zip(rows, ends, strict=True):
                items.append((_box(row), [self._line(row, left, end)]))
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

    def _plain(self, region: int, rows: Sequence[Row], padding: float | None) -> list[Line]:
        """The lines of a region in which nothing else stands."""
        if not rows:
            return []
        item = self.regions.items[region]
        if len(rows) == 1 and item.home == region:
            row = rows[0]
            ending = ending_alone(row, item.box[0], item.box[2], padding)
            return [self._line(row, item.box[0], ending)]
        column, left = self._column(region, rows, padding)
        ends = endings(rows, column, self.space, goes_on=self.regions.items[region].home == 0)
        return [self._line(row, left, end) for row, end in zip(rows, ends, strict=True)]

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
        end = first + len(grid.squares)
        boxes = [item.box for item in self.regions.items[first:end]]
        colours = cell_fills(grid, boxes, self.canvas.fills)
        over = [drawing for drawing in self.unused if first <= drawing.region < end]
        shares = bars(grid, boxes, colours, over)
        padding = padding_of([(box[0], self.rows[i]) for i, box in enumerate(boxes, first) if i in self.rows])
        made: list[Cell] = []
        filled = False
        for region, (square, box, colour, share) in enumerate(
            zip(grid.squares, boxes, colours, shares, strict=True), first
        ):
            lines: tuple[Line, ...] = ()
            tables: tuple[Table, ...] = ()
            if region in self.mixed:
                blocks = self._flow(region, padding)
                lines = tuple([block for block in blocks if isinstance(block, Line)])
                tables = tuple([block for block in blocks if isinstance(block, Table)])
            elif region in self.rows:
                lines = tuple(self._plain(region, self.rows[region], padding))
            filled = filled or bool(lines or tables)
            made.append(Cell(*square, lines, self._place(box), colour, share, tables))
        if not filled and grid.rows * grid.cols < 6:
            return None
        return Table(grid.rows, grid.cols, tuple(made), self._place(grid.box), drawn=True)

    def _line(self, row: Row, left: float, end: tuple[bool, bool], box: Box | None = None) -> Line:
        place = self._place(box or _box(row))
        return Line(row.text, place, row.x0 - left, row.size, row.runs, tuple(row.marks), *end)

    def _place(self, box: Box) -> Place:
        return Place(self.number, *(self.turning.to_page(*box) if self.turning.quarters else box))


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
