"""The page model in which the PDF reader and the text reader meet: lines and tables, with places.

After this model nothing asks whether the source was PDF or text. A document is a list of pages, a
page is a list of lines and tables in reading order, a table is a list of cells, a cell holds lines
(and, rarely, tables of its own).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pledgecards.extract.cut_figures import is_cut
from pledgecards.extract.record import record
from pledgecards.schemas.notation import MIDDOTS, WEEKDAY


@record
class Place:
    """Where something was read: a box on a page of a PDF, or a line of a text file.

    page is 1-based, the box is in points from the page's top left; both are None for text input.
    line is the 1-based line of a text file; None for PDF.
    """

    page: int | None = None
    x0: float | None = None
    top: float | None = None
    x1: float | None = None
    bottom: float | None = None
    line: int | None = None

    def union(self, other: Place) -> Place:
        """The smallest place that holds both; on another page or in text, the first one's page or line."""
        if self.page is None or other.page != self.page:
            return self
        assert self.x0 is not None and self.top is not None and self.x1 is not None and self.bottom is not None
        assert other.x0 is not None and other.top is not None and other.x1 is not None and other.bottom is not None
        return Place(
            self.page,
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )


@record
class Run:
    """A stretch `text[start:end]` of a line that looks the same. Text input knows only bold (`**…**`)."""

    start: int
    end: int
    bold: bool = False
    colour: int = 0
    size: float = 0.0


@record
class Mark:
    """Something drawn (no glyph) at `text[start:end]` of a line.

    kind: `box` (a small empty square; stands in front of text[start]) · `checked_box` (with a tick or cross in it, or
    filled) · `tick` (a drawn tick in front of text[start]) · `circle` (around text[start:end]) · `underline` · `strike` ·
    `highlight` (a fill behind just this stretch of text; `colour` says which) · `frame` (a rectangle around just this stretch) ·
    `adrift` (a bar of several signs that white space alone places in its column) · `picture` (the line stands right under a picture, as its
    caption does; at its end).
    """

    kind: str
    start: int
    end: int
    colour: int | None = None


@record
class Line:
    """One printed line (of the page, or within a cell).

    text    the line's text, NFC, with single spaces where a space is printed or a gap stands for one; no edge space.
            A wide gap (tab stop, columns without rules) is a TAB character.
    place   its box, or its line number.
    indent  where its text begins: points from the left edge of its page area for PDF; for text, characters of leading white space.
    size    the font size that most of it is set in (0 for text).
    runs    cover the text without gaps, in order.
    marks   what is drawn near its text.
    soft    the line ends because its column ended (PDF and `pdftotext -layout`): a paragraph may go on in the next line.
            False for text files in which a line is a paragraph.
    glue    the line breaks in the middle of a word: what goes on in the next line follows without a space.
    """

    text: str
    place: Place
    indent: float = 0.0
    size: float = 0.0
    runs: tuple[Run, ...] = ()
    marks: tuple[Mark, ...] = ()
    soft: bool = False
    glue: bool = False

    @property
    def bold(self) -> bool:
        """Whether all of its words are set in bold."""
        for run in self.runs:
            if not run.bold and self.text[run.start : run.end].strip():
                return False
        return bool(self.runs)

    @property
    def ink(self) -> int:
        """How many non-space characters the line holds."""
        return len("".join(self.text.split()))


LEAST_BAR = 0.3
"""The least share of a cell's width that a drawn bar covers; less is a bar of the neighbour that overhangs."""


@record
class Cell:
    """A cell of a table. row and col are 0-based; a merged cell stands once, at its top left.

    fill  the colour behind it, None where it is the page's own white or nothing is known.
    bar   the share (0..1) of its width that a drawn bar, arrow or inner fill covers (a Gantt bar); 0 where there is none, negative
          where it is one of two that run one above the other through the row.
    """

    row: int
    col: int
    row_span: int
    col_span: int
    lines: tuple[Line, ...]
    place: Place
    fill: int | None = None
    bar: float = 0.0
    tables: tuple[Table, ...] = ()

    @property
    def text(self) -> str:
        """All its lines as one string (see `join`), tables within it left out."""
        lines = self.lines
        if len(lines) == 1:
            return lines[0].text
        return join(lines) if lines else ""


@record
class Table:
    """A ruled table, or one set with tabs, bars or columns of white space.

    Every grid place (row, col) is covered by exactly one cell; empty cells are cells too, so that a quarter without a bar
    still has its column. drawn: cells have rules or fills (PDF), so the absence of a fill means something.
    """

    rows: int
    cols: int
    cells: tuple[Cell, ...]
    place: Place
    drawn: bool
    _rows: dict[int, list[Cell]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def in_row(self, row: int) -> list[Cell]:
        """The cells that begin in a row. Not to be changed. A table may have thousands of rows, so they are looked through once."""
        if not self._rows:
            for cell in self.cells:
                self._rows.setdefault(cell.row, []).append(cell)
        return self._rows.get(row, [])

    def right_of(self, cell: Cell) -> Cell | None:
        """The cell that begins in the row of another, where that ends."""
        return next((one for one in self.in_row(cell.row) if one.col == cell.col + cell.col_span), None)

    def grid(self) -> list[list[Cell]]:
        """rows × cols; a merged cell stands at every place that it covers."""
        grid: list[list[Cell | None]] = [[None] * self.cols for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for col in range(cell.col, cell.col + cell.col_span):
                    grid[row][col] = cell
        return [[cell for cell in row if cell is not None] for row in grid]

    @property
    def ink(self) -> int:
        """How many non-space characters its cells hold, inner tables included."""
        texts = [line.text for cell in self.cells for line in cell.lines]
        within = [table.ink for cell in self.cells for table in cell.tables]
        return len("".join("".join(texts).split())) + sum(within)


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Page:
    """One page (a text file is one page, number None): its lines and tables in reading order.

    furniture  running heads, page numbers and watermarks: read, but no part of the card.
    ink        all non-space characters that the page shows, whether or not they stand in a block.
    trouble    None, or why the page could not be read (`page.failed` …), one sentence.
    turned     how its content stands on it as displayed: 0 upright, 1 it runs up the page, 2 on its head, 3 down the page. Places, width and
               height are those of the page as it reads.
    back       None, or the matrix from the places of a page that was straightened before it was read, turned back, to the page as
               displayed (see `Canvas.back`).
    sheets     of a text with form feeds: the numbers of the lines with which its sheets but the first begin.
    """

    number: int | None
    width: float
    height: float
    blocks: tuple[Block, ...]
    furniture: tuple[Line, ...] = ()
    ink: int = 0
    trouble: str | None = None
    turned: int = 0
    back: tuple[float, ...] | None = None
    sheets: tuple[int, ...] = ()

    def lines(self) -> Iterator[Line]:
        """The lines that stand outside tables."""
        for block in self.blocks:
            if isinstance(block, Line):
                yield block


_WEEKDAY = re.compile(WEEKDAY)
_DOTS = tuple(MIDDOTS)
_BEHIND_WORD = re.compile(rf"(?<=[^\s{MIDDOTS}])[{MIDDOTS}]$")


def seam(above: Line, below: str) -> str:
    """What joins a line to the text that goes on beneath it: a space, or nothing where a word, a figure or a day with its
    weekday was broken (`체결: 2` / `018년 9월`), or behind a dot between two words (`쉼터·` / `조망대`)."""
    before = above.text
    if above.glue or _WEEKDAY.match(below) or (before.endswith(_DOTS) and _BEHIND_WORD.search(before)):
        return ""
    return "" if is_cut(before, below) else " "


def join(lines: tuple[Line, ...] | list[Line]) -> str:
    """The lines as one text (see `seam`)."""
    text = ""
    above: Line | None = None
    for line in lines:
        if line.text:
            text += line.text if above is None else seam(above, line.text) + line.text
            above = line
    return text
