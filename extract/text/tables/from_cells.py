"""Tables set with tabs or bars in text: rows of raw cells to a `Table`, with the spans that a two-storey head shows."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from pledgecards.extract.page import Cell, Line, Place, Table
from pledgecards.extract.record import record
from pledgecards.extract.text.lines.textline import make_cell_line
from pledgecards.schemas.notation import APOSTROPHE

LEAST_COLUMNS, MOST_COLUMNS = 3, 120
"""A line with more cells than this is no row of a card's table, and columns that white space alone parts are no fewer."""

MOST_ROWS = 2_000
"""After so many rows a new table begins: nothing of a card is as long."""

_HEAD_ROWS = 3
_NUMBER = re.compile(r"(?:[-△▲+]?[\d,.]+%?|\([-△▲+]?[\d,.]+%?\))$|-$")
_YEAR = re.compile(r"(?:19|20|１９|２０)\d\d\.?(?:\d{1,2}\.?)?$")

_HEAD_YEAR = re.compile(rf"(?:(?:19|20|１９|２０)\d\d|{APOSTROPHE}\d\d)\s*(?:년도?|\.)?")

Span = tuple[int, int]
"""How many rows and columns a cell covers."""


@record
class RawLine:
    """A line of a cell before its bold signs and spaces are folded. soft: it ends because its column did."""

    text: str
    number: int
    soft: bool = False


RawCell = tuple[RawLine, ...]
RawGrid = list[list[RawCell]]


def soft_cell(lines: Sequence[tuple[str, int]]) -> RawCell:
    """A cell of lines (text and number) that its column broke."""
    return tuple(RawLine(text, number, soft=k < len(lines)) for k, (text, number) in enumerate(lines, 1))


def name_of_group(
    grid: RawGrid, group: tuple[int, int], rows: Sequence[int], column: int = 0
) -> dict[tuple[int, int], Span]:
    """Sets a name that stands in these rows of a group, in parts or whole, in its first row; the span of that cell over all of them."""
    start, end = group
    cell = soft_cell([(line.text, line.number) for row in rows for line in grid[row][column]])
    for row in rows:
        grid[row][column] = ()
    grid[start][column] = cell
    return {(start, column): (end - start, 1)}


def is_number(text: str) -> bool:
    """Whether a cell's text is a figure (`1,889`, `80%`, `-`) and no year."""
    return _NUMBER.match(text) is not None and _YEAR.match(text) is None


def is_one_row(lines: Sequence[Sequence[str]]) -> bool:
    """Whether lines of cells that nothing parts are one row: but one has more than a name, figures. Blank bars of a schedule are rows."""
    full = [line for line in lines if any(line[1:])]
    return len(full) == 1 and sum(is_number(text) and any(map(str.isdigit, text)) for text in full[0][1:]) > 1


def is_sign(text: str) -> bool:
    """Whether a cell's text is a figure, or nothing but signs, as a mark in a schedule is (`●`)."""
    return is_number(text) or (bool(text) and not any(map(str.isalnum, text)))


def is_year(text: str) -> bool:
    """Whether a cell's text is a year (`2019`, `2019년`, `'19`)."""
    return _HEAD_YEAR.fullmatch(text) is not None


def build_table(
    grid: RawGrid, numbers: Sequence[int], spans: Mapping[tuple[int, int], Span] | None = None
) -> tuple[Table, int]:
    """The table of a grid of raw cells, and how many signs in it were bold signs.

    numbers  the source line of every row.
    spans    by (row, column), the cells that cover more than one place; None: told from the head rows.
    """
    cols = max(len(row) for row in grid)
    rows = [[*row, *[()] * (cols - len(row))] for row in grid]
    if spans is None:
        spans = head_spans([[text_of(cell) for cell in row] for row in rows[: _HEAD_ROWS + 1]])
    covered = _covered(spans)
    places = [Place(line=number) for number in numbers]
    cells: list[Cell] = []
    markup = 0
    for r, row in enumerate(rows):
        for c, raw in enumerate(row):
            if (r, c) in covered:
                continue
            lines: list[Line] = []
            for piece in raw:
                place = places[r] if piece.number == numbers[r] else Place(line=piece.number)
                line, signs = make_cell_line(piece.text, place, soft=piece.soft)
                markup += signs
                if line.text:
                    lines.append(line)
            height, width = spans.get((r, c), (1, 1))
            cells.append(Cell(r, c, height, width, tuple(lines), lines[0].place if lines else places[r]))
    return Table(len(rows), cols, tuple(cells), places[0], False), markup


def text_of(cell: RawCell) -> str:
    """The text of a cell, its lines and spaces folded."""
    return " ".join(" ".join(line.text.split()) for line in cell).strip()


def _covered(spans: Mapping[tuple[int, int], Span]) -> set[tuple[int, int]]:
    """The places under a spanning cell other than its own."""
    return {
        (r + dr, c + dc)
        for (r, c), (height, width) in spans.items()
        for dr in range(height)
        for dc in range(width)
        if (dr, dc) != (0, 0)
    }


def head_spans(texts: list[list[str]]) -> dict[tuple[int, int], Span]:
    """The merged cells of a head of two or more rows, told by what is blank.

    texts: the first rows of the table, padded to one length. A head cell with blanks after it spans them if the row
    beneath has sub-heads there; a head cell over a blank one goes down to the end of the head. Bodies are never merged.
    """
    groups: list[dict[int, int]] = []
    for above, below in itertools.pairwise(texts):
        found = _groups(above, below)
        if not found or (groups and not _widen(groups[-1], found)):
            break
        groups.append(found)
    if not groups:
        return {}
    height = len(groups) + 1
    spans: dict[tuple[int, int], Span] = {}
    for r, level in enumerate(groups):
        spans.update({(r, c): (1, width) for c, width in level.items()})
    taken = _covered(spans) | set(spans)
    for r in range(height - 1):
        for c, text in enumerate(texts[r]):
            down = 1
            while text and r + down < height and not texts[r + down][c] and (r + down, c) not in taken:
                down += 1
            if down > 1 and (r, c) not in taken:
                spans[(r, c)] = (down, 1)
                taken.update((r + step, c) for step in range(down))
    return spans


def _groups(above: list[str], below: list[str]) -> dict[int, int]:
    """The cells of a row that span sub-heads in the row beneath: column to width. Empty if the two rows are no head."""
    filled = [c for c, text in enumerate(above) if text]
    if not filled:
        return {}
    groups: dict[int, int] = {}
    for c, end in zip(filled, [*filled[1:], len(above)], strict=True):
        under = [i for i, text in enumerate(below[c:end]) if text]
        if len(under) > 1 and under[0] == 0:
            groups[c] = under[-1] + 1
        elif below[c]:
            # Something under a head that is no group: a body row.
            return {}
    if not groups or any(is_number(above[c]) for c in groups):
        return {}
    if 0 in filled and 0 not in groups and below[0]:
        return {}
    return groups


def _widen(upper: dict[int, int], lower: Mapping[int, int]) -> bool:
    """Stretches the groups of a row over those beneath that begin under them; False if one begins under none."""
    for start, width in lower.items():
        over = next((c for c in upper if c <= start < c + upper[c]), None)
        if over is None:
            return False
        upper[over] = max(upper[over], start + width - over)
    return True
