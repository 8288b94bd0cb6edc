"""A table between level rules: where it ends, and its columns, told by the fills of its head or by its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.lattice import Grid, grid_of
from pledgecards.extract.layout.ink.segments import Group, Segment, Segments
from pledgecards.extract.layout.ink.sorting import Drawing
from pledgecards.extract.layout.tables.between_rungs import (
    apart_from,
    gutters_between,
    heads_another,
    is_heading,
    stands_in_columns,
)
from pledgecards.extract.layout.tables.filled_heads import MEET, column_edges
from pledgecards.extract.layout.tables.ladders import BAND, SAME, Ladder, Stretch
from pledgecards.extract.layout.tables.storeys import lower_storey, numbers_share_column, storeys_of, under_label
from pledgecards.schemas.vocabulary import Vocabulary

_MARGIN = 60.0
"""Text this near to the page's top may be a running head."""

_HIGH, _LARGE = 1.8, 1.25


class Strip:
    """A table that may begin at a rung: its header's tiles, and how far down it goes."""

    def __init__(
        self, ladder: Ladder, start: int, tiles: Sequence[Drawing], stretches: Sequence[Stretch], words: Vocabulary
    ) -> None:
        self.ladder, self.start, self._words = ladder, start, words
        top, last = ladder.at(start), ladder.at(len(ladder.rungs) - 1)
        self.tiles = [t for t in tiles if t.box[0] >= ladder.x0 - SAME and t.box[2] <= ladder.x1 + SAME]
        self.stretches = [
            s for s in stretches if top < s.middle < last and s.x0 >= ladder.x0 - SAME and s.x1 <= ladder.x1 + SAME
        ]
        self.head = self._head_below(start)
        self.given: list[float] | None = None
        self.end = start + 1
        while self.end < len(ladder.rungs) - 1 and self._goes_on(self.end):
            self.end += 1

    def goes_on_from(self, above: Sequence[float], stretches: Sequence[Stretch]) -> bool:
        """Whether this is the table of the page before going on, first on its page; it then takes that table's columns."""
        if len(above) < 3 or abs(above[0] - self.ladder.x0) > SAME or abs(above[-1] - self.ladder.x1) > SAME:
            return False
        top = self.ladder.at(self.start)
        if any(_MARGIN < s.middle < top for s in stretches):
            return False
        inner = list(above[1:-1])
        end = self.start
        while end < len(self.ladder.rungs) - 1 and self.ladder.at(end + 1) - self.ladder.at(end) <= BAND:
            band = self._band(end)
            if not band or is_heading(band, self._band_below(end), self._words):
                break
            if any(s.x0 < edge - 2 and s.x1 > edge + 2 for s in band for edge in inner):
                break
            # The heading of the next table, its letters set apart, may cross no edge: it is high and fills few columns.
            filled = len({bisect_right(inner, (s.x0 + s.x1) / 2) for s in band})
            height, first = (self.ladder.at(k + 1) - self.ladder.at(k) for k in (end, self.start))
            if end > self.start and height > _HIGH * first and 2 * filled < len(inner) + 1:
                break
            end += 1
        if end == self.start:
            return False
        self.end, self.given, self.head = end, inner, []
        return True

    def _tiles_below(self, rung: int) -> list[Drawing]:
        """The fills that hang on a rung and end on another one, or on tiles that do."""
        levels = [self.ladder.at(i) for i in range(rung + 1, len(self.ladder.rungs))]
        top = self.ladder.at(rung)
        hanging = [t for t in self.tiles if abs(t.box[1] - top) <= MEET]
        if not any(abs(t.box[3] - level) <= MEET for t in hanging for level in levels):
            return []
        lowest = max(t.box[3] for t in hanging)
        return [t for t in self.tiles if t.box[1] >= top - MEET and t.box[3] <= lowest + MEET]

    def _head_below(self, rung: int) -> list[Drawing]:
        """The fills of a head below a rung: most of them hold words, as the bars of a time table do not."""
        tiles = self._tiles_below(rung)
        worded = sum(any(_in(s, t.box) for s in self.stretches) for t in tiles)
        return tiles if 2 * worded >= len(tiles) else []

    def _band(self, rung: int) -> list[Stretch]:
        top, bottom = self.ladder.at(rung), self.ladder.at(rung + 1)
        return [s for s in self.stretches if top < s.middle < bottom]

    def _band_below(self, rung: int) -> list[Stretch]:
        return self._band(rung + 1) if rung + 2 < len(self.ladder.rungs) else []

    def starts(self, usual: float) -> bool:
        """Whether a table begins here: with a header of tiles, or with three rungs and text in columns between them."""
        band = self._band(self.start)
        if not band or self.ladder.at(self.start + 1) - self.ladder.at(self.start) > BAND:
            return False
        if heads_another(band, self.ladder, self.start):
            return False
        if len(self.head) >= 2:
            return True
        if self._is_between(self.start) or not stands_in_columns(band):
            return False
        if self.end - self.start == 1:
            return len(self.head) == 1 and max(s.size for s in band) <= _LARGE * usual
        return True

    def _goes_on(self, rung: int) -> bool:
        """Whether the band below a rung is one more row."""
        height = self.ladder.at(rung + 1) - self.ladder.at(rung)
        band = self._band(rung)
        first = self._band(self.start)
        if height > BAND or is_heading(band, first, self._words) or heads_another(band, self.ladder, rung):
            return False
        tall = height > max(45.0, 2.5 * (self.ladder.at(self.start + 1) - self.ladder.at(self.start)))
        if tall and self._is_between(rung):
            return False
        if stands_in_columns(band):
            return True
        if len(self.head) < 2 or tall or self._next_head_below(rung):
            return False
        edges = self._tile_edges()
        crossing = any(s.x0 < edge - 2 and s.x1 > edge + 2 for s in band for edge in edges)
        return bool(band) and not crossing

    def _next_head_below(self, rung: int) -> bool:
        """Whether the next band with text below the one under a rung is the head of another table: a heading may have a rule of its own."""
        rung += 1
        while rung + 1 < len(self.ladder.rungs):
            # What a name alone stands on is the stripe of its row.
            if self._head_below(rung) and stands_in_columns(self._band(rung)):
                return True
            if self._band(rung):
                return False
            rung += 1
        return False

    def _is_between(self, rung: int) -> bool:
        """Whether the band below a rung is the text between two tables of one width, however it stands: much higher than the first row of
        the next, which has a head of tiles."""
        if rung + 2 >= len(self.ladder.rungs):
            return False
        height, next_row = (self.ladder.at(k + 1) - self.ladder.at(k) for k in (rung, rung + 1))
        return height > max(45.0, 2.5 * next_row) and len(self._head_below(rung + 1)) > 1

    def _tile_edges(self) -> list[float]:
        return column_edges([t.box for t in self.head], self.ladder.x0, self.ladder.x1)

    def _gutters(self, top: float, bottom: float) -> list[float]:
        """The middles of the upright strips that no text between two heights touches."""
        return gutters_between([s for s in self.stretches if top < s.middle < bottom])

    def _columns(self) -> list[float]:
        """The inner column edges of the rows below the header; empty where they are not evident."""
        if self.given is not None:
            return self.given
        top, bottom = self.ladder.at(self.start), self.ladder.at(self.end)
        edges = self._tile_edges()
        body = max((t.box[3] for t in self.head), default=top)
        if len(self.head) < 2:
            gutters = self._gutters(top, bottom) or self._gutters(self.ladder.at(self.start + 1), bottom)
            below = lower_storey(self._band(self.start))
            finer = self._gutters(min((s.middle - s.size / 2 for s in below), default=top), bottom)
            if len(finer) != len(gutters) and storeys_of(self._band(self.start), finer) is not None:
                gutters = finer  # a label over two columns may seem to have one of its own
            if numbers_share_column(self._band(self.start), gutters) or not self._evident(gutters):
                return []
            return sorted({*apart_from(edges, gutters, [s for s in self.stretches if s.middle < bottom]), *edges})
        # Rows that stand in more columns than the header has tiles: each of them must be filled in the first such row.
        finer = [g for g in self._gutters(body, bottom) if all(abs(g - e) > 12 for e in edges)] if body < bottom else []
        # Text may stand off the edges of its tiles: a gutter near an edge is that edge.
        if not finer:
            return edges
        lines = [0.0, *sorted({*edges, *finer}), 1e9]
        first = min((s.middle for s in self.stretches if s.middle > body), default=0.0)
        row = [s for s in self.stretches if abs(s.middle - first) < 0.6 * s.size]
        filled = all(any(a < (s.x0 + s.x1) / 2 < b for s in row) for a, b in pairwise(lines))
        return lines[1:-1] if filled else edges

    def _evident(self, gutters: list[float]) -> bool:
        if not gutters:
            return False
        lines = [0.0, *gutters, 1e9]
        filled: list[int] = []
        for rung in range(self.start, self.end):
            band = self._band(rung)
            filled.append(sum(any(a < (s.x0 + s.x1) / 2 < b for s in band) for a, b in pairwise(lines)))
        if self.end - self.start == 1:
            return filled[0] == len(gutters) + 1
        several = sum(count >= 2 for count in filled)
        return several >= 0.7 * len(filled) and max(filled[:2]) >= len(gutters)

    def parts_rows(self, partial: Drawing) -> bool:
        """Whether a shorter rule parts rows: between the rungs around it there is text in its columns, as there is none along a bar."""
        x0, top, x1, _ = partial.box
        after = bisect_right([self.ladder.at(rung) for rung in range(self.start, self.end + 1)], top) + self.start
        if not self.start < after <= self.end:
            return False
        return any(s.x0 < x1 and s.x1 > x0 for s in self._band(after - 1))

    def grid(self) -> Grid | None:
        """The grid, None if its columns are not evident."""
        columns = self._columns()
        if not columns:
            return None
        ladder = self.ladder
        top, bottom = ladder.at(self.start), ladder.at(self.end)
        across = [(ladder.at(i), ladder.x0, ladder.x1) for i in range(self.start, self.end + 1)]
        across += [((d.box[1] + d.box[3]) / 2, d.box[0], d.box[2]) for d in ladder.partial if self.parts_rows(d)]
        down = [(ladder.x0, top, bottom), (ladder.x1, top, bottom)]
        tiles = self.head if len(self.head) >= 2 else []
        for t in tiles:
            across += [(t.box[1], t.box[0], t.box[2]), (t.box[3], t.box[0], t.box[2])]
            down += [(t.box[0], t.box[1], t.box[3]), (t.box[2], t.box[1], t.box[3])]
        body = max((t.box[3] for t in tiles), default=top)
        storeys = storeys_of(self._band(self.start), columns) if len(self.head) < 2 and self.given is None else None
        for rung in range(self.start, self.end):
            low, high = ladder.at(rung), ladder.at(rung + 1)
            if high <= body + MEET:
                continue
            if storeys is not None and rung == self.start:
                lines = [ladder.x0, *columns, ladder.x1]
                within = {k for first, end in storeys.groups for k in range(first + 1, end)}
                across += [(storeys.level, lines[first], lines[end]) for first, end in storeys.groups]
                down += [(x, storeys.level if k in within else low, high) for k, x in enumerate(columns, 1)]
                continue
            # A head that stands over several columns stands across the edges between them.
            spanned = [
                s
                for s in self._band(rung)
                if not tiles and self.given is None and rung == self.start and self.end - self.start > 1
            ]
            for edge in columns:
                under = under_label(edge, ladder.partial, spanned)
                if under or not any(s.x0 < edge - 1.5 and s.x1 > edge + 1.5 for s in spanned):
                    down.append((edge, under or low, high))
        return grid_of(Group(_segments(across), _segments(down)))


def _in(stretch: Stretch, box: Box) -> bool:
    return stretch.x0 < box[2] - 2 and stretch.x1 > box[0] + 2 and box[1] < stretch.middle < box[3]


def _segments(lines: list[tuple[float, float, float]]) -> Segments:
    return [Segment(at, low, high, 0.5) for at, low, high in sorted(lines)]
