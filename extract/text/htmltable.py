"""Tables that Markdown keeps as HTML because some of their cells are merged (`<td rowspan="2">`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from pledgecards.extract.page import Table
from pledgecards.extract.text.textline import SourceLine, ink_of
from pledgecards.extract.text.texttable import MOST_COLUMNS, MOST_ROWS, RawGrid, RawLine, Span, build_table

_START = re.compile(r"\s*<table\b", re.IGNORECASE)
_END = re.compile(r"</table\s*>\s*$", re.IGNORECASE)
_MOST_LINES = 20_000
_BREAKS = frozenset({"br", "p", "div", "li"})
_CELLS = frozenset({"td", "th"})


def begins_html(text: str) -> bool:
    """Whether a line begins such a table."""
    return text.lstrip()[:1] == "<" and _START.match(text) is not None


def html_end(lines: Sequence[SourceLine], start: int) -> int:
    """The index after the line that ends the table which begins at lines[start]; that of the end of the text if none does."""
    return next((at + 1 for at in range(start, len(lines)) if _END.search(lines[at].text)), len(lines))


def read_html(region: Sequence[SourceLine]) -> tuple[Table, int] | None:
    """The table that lines are, from its first tag to its last, and how many signs in it were markup. None if they are none, or if it holds
    another or words outside its cells."""
    if len(region) > _MOST_LINES or _END.search(region[-1].text) is None:
        return None
    found = _Rows(region).grid()
    if found is None:
        return None
    grid, numbers, spans = found
    kept = sum(ink_of(line.text) for row in grid for cell in row for line in cell)
    table, signs = build_table(grid, numbers, spans)
    return table, sum(ink_of(line.text) for line in region) - kept + signs


class _Rows(HTMLParser):
    """The rows of a table: the lines of each cell, and over how many rows and columns it goes."""

    def __init__(self, lines: Sequence[SourceLine]) -> None:
        super().__init__(convert_charrefs=True)
        self._numbers = [line.number for line in lines]
        self.rows: list[list[tuple[list[RawLine], Span]]] = []
        self._cell: list[RawLine] | None = None
        self._tables = 0
        self._stray = False
        self.feed("\n".join(line.text for line in lines))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens a row or a cell; a break begins another line of the cell."""
        if tag == "table":
            self._tables += 1
        elif tag == "tr":
            self.rows.append([])
            self._cell = None
        elif tag in _CELLS and self.rows:
            self._cell = []
            given = dict(attrs)
            height, width = (_count(given.get(name)) for name in ("rowspan", "colspan"))
            self.rows[-1].append((self._cell, (height, width)))
        elif tag in _BREAKS and self._cell:
            self._cell.append(RawLine("", self._number()))

    def handle_endtag(self, tag: str) -> None:
        """Closes a cell."""
        if tag in _CELLS:
            self._cell = None

    def handle_data(self, data: str) -> None:
        """Adds words to the cell that is open."""
        words = " ".join(data.split())
        if not words:
            return
        if self._cell is None:
            self._stray = True
        elif self._cell and self._cell[-1].text:
            above = self._cell[-1]
            self._cell[-1] = RawLine(f"{above.text} {words}", above.number)
        else:
            self._cell[-1:] = [RawLine(words, self._number())]

    def _number(self) -> int:
        return self._numbers[min(self.getpos()[0], len(self._numbers)) - 1]

    def grid(self) -> tuple[RawGrid, list[int], dict[tuple[int, int], Span]] | None:
        """The cells in their places, the source line of each row, and the cells that cover more than one place."""
        rows = [row for row in self.rows if row]
        if self._tables != 1 or self._stray or not 1 < len(rows) <= MOST_ROWS:
            return None
        placed: dict[tuple[int, int], list[RawLine]] = {}
        spans: dict[tuple[int, int], Span] = {}
        taken: set[tuple[int, int]] = set()
        for r, row in enumerate(rows):
            c = 0
            for lines, (height, width) in row:
                while (r, c) in taken:
                    c += 1
                height = min(height, len(rows) - r)
                places = {(r + down, c + right) for down in range(height) for right in range(width)}
                if c + width > MOST_COLUMNS or places & taken:
                    return None
                taken |= places
                placed[r, c] = [line for line in lines if line.text]
                if len(places) > 1:
                    spans[r, c] = (height, width)
                c += width
        cols = max(c for _, c in taken) + 1
        if cols < 2:
            return None
        grid: RawGrid = [[tuple(placed.get((r, c), ())) for c in range(cols)] for r in range(len(rows))]
        numbers = [next((cell[0].number for cell in row if cell), self._numbers[0]) for row in grid]
        return grid, numbers, spans


def _count(value: str | None) -> int:
    return min(int(value), MOST_COLUMNS) if value is not None and value.isdecimal() and int(value) > 0 else 1
