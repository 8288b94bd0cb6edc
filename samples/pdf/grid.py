"""Draws tables: merged cells, fills, bars over cells, rules, and their break over pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pledgecards.samples.pdf.pen import Face, Ink
from pledgecards.samples.pdf.sheet import Sheet
from pledgecards.samples.pdf.wrap import draw_line, line_width, wrap

PAD = 3.2


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: its place and span, its paragraphs, and its looks."""

    row: int
    col: int
    paragraphs: tuple[tuple[Ink, ...], ...] = ()
    row_span: int = 1
    col_span: int = 1
    align: str = "center"
    fill: int | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar drawn over the cells first..last of a row. kind: `bar` or `arrow`."""

    row: int
    first: int
    last: int
    kind: str
    colour: int


@dataclass(slots=True)
class Grid:
    """A table to draw. widths are points; head is how many rows are its head; `joined` rows stay with the row before."""

    widths: list[float]
    spots: list[Spot]
    head: int = 1
    bars: list[Bar] = field(default_factory=list)
    joined: frozenset[int] = frozenset()
    least: float = 17.0

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max(spot.row + spot.row_span for spot in self.spots)


def plain(text: str, face: Face) -> tuple[tuple[Ink, ...], ...]:
    """A text as the single paragraph of a cell; none if it is empty."""
    return ((Ink(text, face),),) if text else ()


def draw_grid(sheet: Sheet, grid: Grid, *, repeat: bool = True) -> None:
    """Draw the table at the sheet's place, over as many pages as it takes."""
    drawing = _Drawing(sheet, grid)
    first = 0
    again = 0
    while first < grid.rows:
        head = sum(drawing.heights[:again])
        sheet.need(head + drawing.heights[first])
        last = first
        room = sheet.bottom - sheet.y - head
        while last < grid.rows and sum(drawing.heights[first : last + 1]) <= room + 0.01:
            last += 1
        while last < grid.rows and last - 1 > first and (last in grid.joined or last <= grid.head):
            last -= 1
        last = max(last, first + 1)
        if last < grid.rows and last <= grid.head and sheet.y > sheet.top + 1:
            sheet.turn()
            continue
        drawing.draw([*range(again), *range(first, last)])
        first = last
        again = grid.head if repeat else 0
        if first < grid.rows:
            sheet.turn()


class _Drawing:
    """The measured table."""

    def __init__(self, sheet: Sheet, grid: Grid) -> None:
        self.sheet, self.grid, self.pen = sheet, grid, sheet.pen
        self.edges = [sum(grid.widths[:i]) for i in range(len(grid.widths) + 1)]
        self.lines = {id(spot): self._broken(spot) for spot in grid.spots}
        self.heights = [grid.least] * grid.rows
        for spot in sorted(grid.spots, key=lambda s: s.row_span):
            rows = range(spot.row, spot.row + spot.row_span)
            lack = _text_height(self.lines[id(spot)]) + 2 * PAD - sum(self.heights[row] for row in rows)
            for row in rows if lack > 0 else ():
                self.heights[row] += lack / spot.row_span

    def _broken(self, spot: Spot) -> list[list[Ink]]:
        width = self.edges[spot.col + spot.col_span] - self.edges[spot.col]
        width -= 2 * self._pad(spot)
        return [line for paragraph in spot.paragraphs for line in wrap(paragraph, width, self.pen)]

    def _pad(self, spot: Spot) -> float:
        """The white space beside a cell's text: nearly none in the narrow cells of months."""
        return PAD if self.edges[spot.col + spot.col_span] - self.edges[spot.col] > 16 else 0.2

    def draw(self, rows: Sequence[int]) -> None:
        """Draw these rows (a repeated head and a stretch of the body) at the sheet's place, and go below them."""
        sheet, x0 = self.sheet, self.sheet.left
        tops: dict[int, float] = {}
        y = sheet.y
        for row in rows:
            tops[row] = y
            y += self.heights[row]
        parts = [(spot, self._part(spot, rows, tops)) for spot in self.grid.spots]
        for spot, (top, bottom) in parts:
            if spot.fill is not None and bottom > top:
                self.pen.fill(
                    (x0 + self.edges[spot.col], top, x0 + self.edges[spot.col + spot.col_span], bottom), spot.fill
                )
        self._rules(rows, tops, y)
        for spot, (top, bottom) in parts:
            if bottom > top and self._here(spot, rows):
                self._text(spot, top, bottom)
        for bar in self.grid.bars:
            if bar.row in tops:
                self._bar(bar, tops[bar.row])
        sheet.y = y

    def _part(self, spot: Spot, rows: Sequence[int], tops: dict[int, float]) -> tuple[float, float]:
        shown = [row for row in rows if spot.row <= row < spot.row + spot.row_span]
        if not shown:
            return 0.0, 0.0
        return tops[shown[0]], tops[shown[-1]] + self.heights[shown[-1]]

    def _here(self, spot: Spot, rows: Sequence[int]) -> bool:
        """Whether a cell's text stands in this stretch: in the first that holds a row of it."""
        return spot.row in rows

    def _text(self, spot: Spot, top: float, bottom: float) -> None:
        lines = self.lines[id(spot)]
        left = self.sheet.left + self.edges[spot.col] + self._pad(spot)
        right = self.sheet.left + self.edges[spot.col + spot.col_span] - self._pad(spot)
        y = top + (bottom - top - _text_height(lines)) / 2
        for line in lines:
            size = max(ink.face.size for ink in line)
            slack = right - left - line_width(line, self.pen)
            x = left + {"left": 0.0, "center": slack / 2, "right": slack}[spot.align]
            draw_line(line, x, y + size * 1.02, self.pen)
            y += size * _STEP

    def _bar(self, bar: Bar, top: float) -> None:
        height = self.heights[bar.row]
        x0 = self.sheet.left + self.edges[bar.first] + 1
        x1 = self.sheet.left + self.edges[bar.last + 1] - 1
        if bar.kind == "arrow":
            self.pen.arrow(x0, x1, top + height / 2, bar.colour)
        else:
            self.pen.fill((x0, top + height * 0.32, x1, top + height * 0.68), bar.colour)

    def _rules(self, rows: Sequence[int], tops: dict[int, float], end: float) -> None:
        style = self.sheet.style
        across: dict[float, set[int]] = {}
        down: dict[int, list[tuple[float, float]]] = {}
        for spot in self.grid.spots:
            top, bottom = self._part(spot, rows, tops)
            if bottom <= top:
                continue
            for y in (top, bottom):
                across.setdefault(round(y, 2), set()).update(range(spot.col, spot.col + spot.col_span))
            for col in (spot.col, spot.col + spot.col_span):
                down.setdefault(col, []).append((top, bottom))
        x0, pen, width = self.sheet.left, self.pen, style.rule_width
        for y, cols in sorted(across.items()):
            heavy = width * 1.8 if style.rules != "full" and y in (round(self.sheet.y, 2), round(end, 2)) else width
            for first, last in _runs(cols):
                pen.rule(x0 + self.edges[first], y, x0 + self.edges[last + 1], y, heavy)
        for col, parts in sorted(down.items()):
            outer = col in (0, len(self.grid.widths))
            if style.rules == "rows" or (style.rules == "open" and outer):
                continue
            for top, bottom in _merged(parts):
                pen.rule(x0 + self.edges[col], top, x0 + self.edges[col], bottom, width)


_STEP = 1.32


def _text_height(lines: Sequence[Sequence[Ink]]) -> float:
    return sum(max(ink.face.size for ink in line) * _STEP for line in lines)


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _merged(parts: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for top, bottom in sorted(set(parts)):
        if merged and top <= merged[-1][1] + 0.01:
            merged[-1] = (merged[-1][0], max(bottom, merged[-1][1]))
        else:
            merged.append((top, bottom))
    return merged
