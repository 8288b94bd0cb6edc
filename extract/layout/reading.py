"""What stands on a page, sorted out: its regions, the rows of text in each, its tables, and the drawings that are no marks."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.layout.boxes import Box, table_of
from pledgecards.extract.layout.columns.beside import set_beside
from pledgecards.extract.layout.columns.gutters import split_columns
from pledgecards.extract.layout.columns.halves import split_halves
from pledgecards.extract.layout.columns.text_beside import set_text_beside
from pledgecards.extract.layout.columns.under_bands import headings_beside, set_under_bands
from pledgecards.extract.layout.ink.lattice import Grid
from pledgecards.extract.layout.ink.sorting import Drawing, sort_drawings
from pledgecards.extract.layout.margins.sideways import rows_behind, sideways_rows, watermark
from pledgecards.extract.layout.marks.bullets import with_drawn_bullets
from pledgecards.extract.layout.marks.near_text import mark
from pledgecards.extract.layout.marks.pictures import mark_captions
from pledgecards.extract.layout.marks.rounded import rounded_frames
from pledgecards.extract.layout.marks.signs import with_drawn_signs
from pledgecards.extract.layout.regions import Regions, regions_of
from pledgecards.extract.layout.rows.assignment import assign
from pledgecards.extract.layout.rows.characters import Characters, characters_of, median
from pledgecards.extract.layout.rows.lines import by_region, rows_of
from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.layout.tables.banded import with_rows
from pledgecards.extract.layout.tables.boxed_cells import boxed_grids
from pledgecards.extract.layout.tables.columned import with_columns
from pledgecards.extract.layout.tables.figures_apart import with_figures_apart
from pledgecards.extract.layout.tables.filled_cells import parted_by_grounds
from pledgecards.extract.layout.tables.headless import with_heads
from pledgecards.extract.layout.tables.hung import hung_grids
from pledgecards.extract.layout.tables.ladders import stretches_of
from pledgecards.extract.layout.tables.placed import placed_grids
from pledgecards.extract.layout.tables.striped import level_rules, striped_grids
from pledgecards.extract.layout.tables.tiles import coloured, outside, tiled_grids, tiles_of, with_filled_heads
from pledgecards.extract.layout.tables.timelines import any_blank, pills_of, timelines
from pledgecards.extract.layout.tables.unfilled_names import with_names
from pledgecards.extract.layout.turning import Turning, upright
from pledgecards.extract.pdf.canvas import Canvas
from pledgecards.schemas.vocabulary import Vocabulary

_HIGHEST_BAR = 30.0
"""A picture higher than this is none of a time table's bars, in points."""

_ONE_LINE = 2.4
"""A frame no higher than this many sizes surrounds a stretch of one line, not a region with lines of its own."""

_WHOLE_PAGE = 0.9
"""A frame that holds this share of a page's text is drawn round the page."""


class Reading:
    """The reading of one page, in reading coordinates (`turning` tells how they stand to the page).

    rows: by region. unused: the drawings that mark no text. aside: text that runs up or down, each with the turning of its box;
    behind: what stands behind the page. ink: how many characters the page shows, spaces apart. above: the column edges of the table at
    the foot of the page before, and `turned` how that page is. vocabulary: the words that tell headings and labels from other text.
    """

    def __init__(self, canvas: Canvas, vocabulary: Vocabulary, above: Sequence[float] = (), turned: int = 0) -> None:
        self.number, self.vocabulary = canvas.number, vocabulary
        canvas, self.turning = upright(canvas)
        self.canvas = with_drawn_signs(with_drawn_bullets(canvas))
        glyphs = characters_of(self.canvas)
        behind = watermark(glyphs, self.canvas)
        level = ~behind & (glyphs.turn == 0)
        main = glyphs if level.all() else glyphs.take(level)
        grids, drawings = self._drawn(main, above if self.turning.quarters == turned else ())
        self.regions, rows = self._divided(main, grids)
        self.rows = by_region(rows)
        tables = self.regions.tables
        finer = with_columns(tables, self.rows) | with_figures_apart(tables, self.rows, vocabulary)
        finer |= with_rows(tables, self.rows, self.canvas.fills, vocabulary)
        if finer:
            grids = [finer.get(id(grid), grid) for grid in grids]
            self.regions, rows = self._divided(main, grids)
            self.rows = by_region(rows)
        headings = headings_beside(rows, vocabulary)
        placed = placed_grids(rows, self.regions, vocabulary)
        if placed or headings:
            self.regions, rows = self._divided(main, [*grids, *placed], headings)
            self.rows = by_region(rows)
        drawings += [Drawing("frame", box) for box in self.regions.loose]
        _mark(rows, drawings, self.regions, vocabulary)
        if len(self.canvas.images):
            mark_captions(rows, self.canvas.images)
        self.unused = [drawing for drawing in drawings if not drawing.used]
        if len(self.canvas.images) and self.regions.tables:
            self.unused += _pictures_of_bars(self.canvas, self.regions)
        self.aside: list[tuple[Row, Turning]] = []
        self.behind: list[Row] = []
        if main is not glyphs:
            self.aside = sideways_rows(glyphs.take(~behind & ~level), self.canvas, self.regions)
            rest = glyphs.take(behind)
            self.behind = rows_behind(rest)
            rows += [*self.behind, *[row for row, _ in self.aside]]
        self.ink = len(glyphs.ink) - sum([row.composed for row in rows])

    def _drawn(self, glyphs: Characters, above: Sequence[float]) -> tuple[list[Grid], list[Drawing]]:
        """The tables and frames of the page, and what is drawn besides."""
        canvas = self.canvas
        grids, drawings = boxed_grids(*sort_drawings(canvas))
        grids = _without_page_frame(_without_small_frames(grids, drawings, glyphs), glyphs)
        tiles = tiles_of(drawings)
        ground = coloured(tiles)
        grids += striped_grids(glyphs, grids, drawings, ground, self.vocabulary, above)
        if ground:
            grids = parted_by_grounds(with_filled_heads(grids, ground), ground)
            tiles = outside(tiles, grids)
            ground = coloured(tiles)
        bars = [*ground, *outside(pills_of(drawings), grids)]
        lines = timelines(stretches_of(glyphs), bars, level_rules(drawings)) if any_blank(glyphs, bars) else []
        grids += lines
        if ground:
            hung, bands = hung_grids(glyphs, outside(ground, lines))
            hung += self._parted(glyphs, bands)
            filled = [*hung, *tiled_grids(outside(tiles, [*lines, *hung]), canvas.width, canvas.height)]
            if filled:
                stretches = stretches_of(glyphs)
                grids += with_heads(with_names(filled, stretches), stretches)
        return grids + rounded_frames(drawings, grids, _least_frame(glyphs), glyphs), drawings

    def _parted(self, glyphs: Characters, bands: list[Grid]) -> list[Grid]:
        """The bands whose lines are rows, parted."""
        if not bands:
            return []
        regions, rows = self._divided(glyphs, bands)
        return list(with_rows(regions.tables, by_region(rows), self.canvas.fills, self.vocabulary).values())

    def _divided(
        self, glyphs: Characters, grids: list[Grid], headings: Sequence[list[Box]] = ()
    ) -> tuple[Regions, list[Row]]:
        """The regions that the grids and headings side by side make, and the lines of text in them."""
        regions = regions_of(self.canvas.width, self.canvas.height, grids)
        words = self.vocabulary
        region = split_columns(glyphs, split_halves(glyphs, assign(glyphs, regions), regions), regions, words)
        region = set_text_beside(glyphs, set_beside(glyphs, region, regions, self.canvas.fills), regions, words)
        region = set_under_bands(glyphs, region, regions, self.canvas.fills, headings, words)
        return regions, rows_of(glyphs, region)


def _without_small_frames(grids: list[Grid], drawings: list[Drawing], glyphs: Characters) -> list[Grid]:
    """The grids without the frames round a stretch of one line: those are drawings near text."""
    frames = [grid for grid in grids if len(grid.squares) == 1]
    if not frames:
        return grids
    drawings += [Drawing("frame", frame.box) for frame in frames]
    least = _least_frame(glyphs)
    return [grid for grid in grids if len(grid.squares) > 1 or grid.ys[-1] - grid.ys[0] > least]


def _without_page_frame(grids: list[Grid], glyphs: Characters) -> list[Grid]:
    """The grids without the frames round the whole page: what stands in one that holds nearly all text stands on the page itself."""
    if all(len(grid.squares) > 1 for grid in grids):
        return grids
    x = (glyphs.x0[glyphs.ink] + glyphs.x1[glyphs.ink]) / 2
    y = glyphs.middle[glyphs.ink]

    def holds_page(grid: Grid) -> bool:
        left, top, right, bottom = grid.box
        inside = (x > left) & (x < right) & (y > top) & (y < bottom)
        return len(x) > 0 and float(inside.mean()) >= _WHOLE_PAGE

    return [grid for grid in grids if len(grid.squares) > 1 or not holds_page(grid)]


def _least_frame(glyphs: Characters) -> float:
    """The height of a frame round a stretch of one line at most."""
    return max(_ONE_LINE * (median(glyphs.size) if len(glyphs) else 10.0), 22.0)


def _pictures_of_bars(canvas: Canvas, regions: Regions) -> list[Drawing]:
    """The pictures that may be bars of a time table, as some printers make them of hatched fills: no higher than a row."""
    boxes = canvas.images[canvas.images[:, 3] - canvas.images[:, 1] <= _HIGHEST_BAR]
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    return [
        Drawing("image", (x0, top, x1, bottom), region=region)
        for (x0, top, x1, bottom), region in zip(boxes.tolist(), regions.of_points(x, y).tolist(), strict=True)
        if region
    ]


def _mark(rows: list[Row], drawings: list[Drawing], regions: Regions, vocabulary: Vocabulary) -> None:
    """Tells every drawing the region in which its middle lies, and gives those that are marks to their rows."""
    if not drawings:
        return
    if len(regions.boxes) > 1:
        boxes = table_of([drawing.box for drawing in drawings])
        x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
        for drawing, region in zip(drawings, regions.of_points(x, y).tolist(), strict=True):
            drawing.region = region
    mark(drawings, rows, regions, vocabulary.marks["empty"])
