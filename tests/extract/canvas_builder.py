"""Canvases drawn by hand: text, rules, grids, fills and shapes at places worked out on paper.

A Hangul or other wide character is as wide as its size, any other half as wide; a glyph's box reaches from 0.86 of
the size above its baseline to 0.14 below it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from pledgecards.extract.page import Cell, Line, Page, Table
from pledgecards.extract.pdf.canvas import Canvas, Fill, Shape, TextStyle

BLACK = 0


def width_of(text: str, size: float = 10.0) -> float:
    """How wide a text is that is set in one go."""
    return sum(size if unicodedata.east_asian_width(char) in "WF" else size / 2 for char in text)


@dataclass
class CanvasBuilder:
    """Collects what is drawn; `canvas()` gives it as a reader would."""

    width: float = 595.0
    height: float = 842.0
    number: int = 1
    chars: list[str] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    style: list[int] = field(default_factory=list)
    styles: list[TextStyle] = field(default_factory=list)
    turn: list[int] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    rule_widths: list[float] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    images: list[tuple[float, float, float, float]] = field(default_factory=list)

    def glyph(
        self, char: str, box: tuple[float, float, float, float], size: float, bold: bool, colour: int, turn: int = 0
    ) -> None:
        """One glyph in its box."""
        style = TextStyle("Nanum", size, bold, colour)
        if style not in self.styles:
            self.styles.append(style)
        self.chars.append(char)
        self.boxes.append(box)
        self.style.append(self.styles.index(style))
        self.turn.append(turn)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 10.0,
        bold: bool = False,
        colour: int = BLACK,
        spaces: bool = True,
        spread: float = 0.0,
        space: float | None = None,
    ) -> float:
        """Text from x on, its letters between y and y + size. Returns where it ends.

        spaces: whether spaces are drawn as glyphs or only left free; spread: additional width after each letter;
        space: the width of a space (half the size if not given).
        """
        for char in text:
            width = width_of(char, size) if char != " " or space is None else space
            if char != " " or spaces:
                self.glyph(char, (x, y, x + width, y + size), size, bold, colour)
            x += width + spread
        return x - spread

    def upwards(self, x: float, y: float, text: str, *, size: float = 10.0, turn: int = 90) -> None:
        """Text that runs up the page from (x, y), its letters between x and x + size."""
        for char in text:
            width = width_of(char, size)
            self.glyph(char, (x, y - width, x + size, y), size, False, BLACK, turn)
            y -= width

    def level(self, x0: float, x1: float, y: float, width: float = 0.5) -> None:
        """A horizontal rule."""
        self.rules.append((x0, y, x1, y))
        self.rule_widths.append(width)

    def plumb(self, x: float, y0: float, y1: float, width: float = 0.5) -> None:
        """A vertical rule."""
        self.rules.append((x, y0, x, y1))
        self.rule_widths.append(width)

    def frame(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """The four sides of a rectangle."""
        self.level(x0, x1, y0, width)
        self.level(x0, x1, y1, width)
        self.plumb(x0, y0, y1, width)
        self.plumb(x1, y0, y1, width)

    def grid(self, xs: Sequence[float], ys: Sequence[float], *, left: bool = True, right: bool = True) -> None:
        """Rules along all the given lines, with or without the outer ones at the sides."""
        for y in ys:
            self.level(xs[0], xs[-1], y)
        for x in xs[0 if left else 1 : len(xs) if right else -1]:
            self.plumb(x, ys[0], ys[-1])

    def fill(self, x0: float, y0: float, x1: float, y1: float, colour: int) -> None:
        """A filled rectangle."""
        self.fills.append(Fill(x0, y0, x1, y1, colour))

    def shape(
        self,
        kind: str,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        *,
        stroke: int | None = BLACK,
        fill: int | None = None,
    ) -> None:
        """Any other drawing."""
        self.shapes.append(Shape(kind, x0, y0, x1, y1, stroke, fill))

    def canvas(self) -> Canvas:
        """The page as a reader gives it."""
        return Canvas(
            self.number,
            self.width,
            self.height,
            "".join(self.chars),
            np.array(self.boxes, dtype=np.float32).reshape(-1, 4),
            np.array(self.style, dtype=np.int32),
            tuple(self.styles),
            np.array(self.turn, dtype=np.int16),
            np.array(self.rules, dtype=np.float32).reshape(-1, 4),
            np.array(self.rule_widths, dtype=np.float32),
            tuple(self.fills),
            tuple(self.shapes),
            np.array(self.images, dtype=np.float32).reshape(-1, 4),
        )


def lines_of(page: Page) -> list[str]:
    """The texts of the lines outside tables."""
    return [line.text for line in page.lines()]


def tables_of(page: Page) -> list[Table]:
    """The tables of a page."""
    return [block for block in page.blocks if isinstance(block, Table)]


def texts_of(table: Table) -> list[list[str]]:
    """The texts of a table's grid; a merged cell's text at its top left only."""
    texts = [[""] * table.cols for _ in range(table.rows)]
    for cell in table.cells:
        texts[cell.row][cell.col] = cell.text
    return texts


def spans_of(table: Table) -> set[tuple[int, int, int, int]]:
    """(row, col, row_span, col_span) of every cell."""
    return {(cell.row, cell.col, cell.row_span, cell.col_span) for cell in table.cells}


def cell_at(table: Table, row: int, col: int) -> Cell:
    """The cell that covers a grid place."""
    return table.grid()[row][col]


def ink_of(page: Page) -> int:
    """All that stands in blocks and furniture."""
    return sum(block.ink for block in page.blocks) + sum(line.ink for line in page.furniture)


def first_line(page: Page) -> Line:
    """The first line outside tables."""
    return next(page.lines())
