"""Tables drawn with characters (`┌─┬─┐`, `+---+---+`): a grid of walls, and the cells between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from pledgecards.extract.page import Table
from pledgecards.extract.text.lines.boxsigns import DRAWN_JOINTS, FLAT, FRAME, JOINTS, UPRIGHT, ends_table, is_border
from pledgecards.extract.text.lines.choicebreaks import completes_label, takes_up
from pledgecards.extract.text.lines.textline import SourceLine, ink_of
from pledgecards.extract.text.tables.boxbands import Band, cells_of, parted_bands
from pledgecards.extract.text.tables.frames import read_frame
from pledgecards.extract.text.tables.from_cells import (
    MOST_COLUMNS,
    RawCell,
    RawGrid,
    RawLine,
    Span,
    build_table,
    is_number,
    is_one_row,
    is_sign,
)
from pledgecards.schemas.vocabulary import Vocabulary

_BARS = frozenset("=─━═—―->▶→~")
"""What the bar of a time table is drawn with, over walls too."""

_MOST_WIDTH = 2_000
_MOST_LINES = 1_000

Measure = Callable[[str], int]
"""How many columns a character takes."""


def _is_wide(char: str) -> bool:
    return "\u1100" <= char <= "\u115f" or "\u2e80" <= char <= "\ud7a3" or "\uf900" <= char <= "\uffe6"


# Terminals give Hangul two columns, word processors one, and old Korean fonts give two to the drawing signs or to `·` as well.
_MEASURES: tuple[Measure, ...] = (
    lambda char: 2 if _is_wide(char) else 1,
    lambda char: 1,
    lambda char: 2 if _is_wide(char) or "\u2010" <= char <= "\u27bf" else 1,
    lambda char: 2 if _is_wide(char) or char == "·" else 1,
    lambda char: 2 if _is_wide(char) or char == "·" or "\u2010" <= char <= "\u27bf" else 1,
)


def box_end(lines: Sequence[SourceLine], start: int) -> int:
    """The index after the last line of what may be the drawn table that begins with the border at lines[start]."""
    end = start + 1
    last = min(len(lines), start + _MOST_LINES)
    while end < last and len(lines[end].text) <= _MOST_WIDTH and _is_part(lines[end].text):
        if end > start + 1 and ends_table(lines[end - 1].text, lines[end].text):
            break
        end += 1
    return end


def read_box(region: Sequence[SourceLine], vocabulary: Vocabulary) -> tuple[Table, int] | None:
    """The drawn table that lines are, the first one a border, and how many signs in it were markup.

    None if they are none, or if their walls do not meet whatever width their characters are given.
    """
    if len(region) < 3 or len(region[0].text) > _MOST_WIDTH:
        return None
    if (framed := read_frame(region)) is not None:
        return framed
    drawings = (_Drawing(region, measure) for measure in _MEASURES)
    drawing = next((drawing for drawing in drawings if drawing.fit == 1.0), None)
    if drawing is None or not 2 <= len(drawing.walls) <= MOST_COLUMNS + 1:
        return None
    read = drawing.grid(vocabulary)
    if read is None:
        return None
    grid, numbers, spans = read
    if not grid:
        return None
    kept = [piece.text for row in grid for cell in row for piece in cell]
    frame = sum(ink_of(line.text) for line in region) - sum(map(ink_of, kept))
    if frame != sum(_signs(line.text) for line in region) - sum(map(_signs, kept)):
        # Something other than the frame would be lost.
        return None
    table, bold = build_table(grid, numbers, spans)
    return table, frame + bold


def _signs(text: str) -> int:
    return sum(char in FRAME for char in text)


def _is_part(text: str) -> bool:
    text = text.strip()
    edges = UPRIGHT | JOINTS
    return len(text) > 1 and text[0] in edges and text[-1] in edges


class _Drawing:
    """The lines of a drawn table laid out in columns of one measure.

    walls  the columns at which a joint stands.
    fit    the share of lines whose outer walls stand at the outermost ones, and the others at one each.
    """

    def __init__(self, region: Sequence[SourceLine], measure: Measure) -> None:
        self.region = region
        self.rows = [_laid_out(line.text, measure) for line in region]
        self.borders = [is_border(line.text) for line in region]
        walls: set[int] = set()
        for row, border in zip(self.rows, self.borders, strict=True):
            edge = next(i for i, char in enumerate(row) if char.strip())
            for i, char in enumerate(row):
                joint = char in DRAWN_JOINTS or (char == "+" and (border or _beside_flat(row, i)))
                if joint or (border and char in UPRIGHT) or i == edge:
                    walls.add(i)
        self.walls = sorted(walls)
        self.fit = sum(self._meets(row) for row in self.rows) / len(self.rows)

    def _meets(self, row: list[str]) -> bool:
        filled = [i for i, char in enumerate(row) if char.strip()]
        inner = all(i in self.walls for i, char in enumerate(row) if char in UPRIGHT and char != "|")
        return filled[0] == self.walls[0] and filled[-1] == self.walls[-1] and inner

    def grid(self, vocabulary: Vocabulary) -> tuple[RawGrid, list[int], dict[tuple[int, int], Span]] | None:
        """Raw cells, the source line of every row, and the spans; None if the cells are no rectangles."""
        cols = len(self.walls) - 1
        floors = [[self._floor(y, c) for c in range(cols)] for y in range(len(self.rows))]
        if not any(floors[0]):
            return None  # the first border is none in this measure
        if sum(self.borders) <= 3 and self._plain_rows() and not self._is_one_row():
            return self._row_a_line(vocabulary)
        bands: list[Band] = []
        for y, floor in enumerate(floors):
            if not any(floor):
                bands[-1].lines.append(y)
            elif bands and not bands[-1].lines and bands[-1].edge is None:
                bands[-1] = Band(floor, None if all(floor) else y)
            else:
                bands.append(Band(floor, None if all(floor) else y))
        if not bands[-1].lines and bands[-1].edge is None:
            bands.pop()
        return cells_of(self, parted_bands(self, bands)) if all(band.lines for band in bands) else None

    def _floor(self, y: int, c: int) -> bool:
        """Whether line y is drawn through from wall c to the next."""
        row = self.rows[y]
        left, right = self.walls[c], self.walls[c + 1]
        between = row[left + 1 : right]
        if right >= len(row) or not between or not all(char in FLAT or char in JOINTS for char in between):
            return False
        return self.borders[y] or (row[left] in JOINTS and row[right] in JOINTS)

    def open(self, y: int, c: int) -> bool:
        """Whether no wall stands between columns c-1 and c on line y."""
        row = self.rows[y]
        return self.walls[c] >= len(row) or row[self.walls[c]] not in UPRIGHT | JOINTS

    def text(self, y: int, c: int, width: int) -> str:
        """What stands on line y between wall c and the wall `width` columns on."""
        return "".join(self.rows[y][self.walls[c] + 1 : self.walls[c + width]])

    def _plain_rows(self) -> bool:
        """Whether some stretch between borders holds several lines that have the same cells: then a line is a row."""
        run = longest = 0
        for border in self.borders:
            run = 0 if border else run + 1
            longest = max(longest, run)
        return longest > 1 and all(
            border or all(self._parted(y, c) for c in range(1, len(self.walls) - 1))
            for y, border in enumerate(self.borders)
        )

    def _is_one_row(self) -> bool:
        """Whether the lines between the last two borders are one row, its cells set half-way down or to the bottom: `is_one_row` below a head, or
        its name stands on one line, and no cell has two figures, which below no head may be those of two people."""
        last = max(y for y, border in enumerate(self.borders[:-1]) if border)
        rows = [self._texts(y) for y in range(last + 1, len(self.rows) - 1)]
        if last and len(rows) > 1 and is_one_row(rows):
            return True
        if len(rows) < 2 or sum(bool(row[0]) for row in rows) != 1:
            return False
        figures = Counter(c for row in rows for c, text in enumerate(row) if c and is_sign(text))
        return not last or max(figures.values(), default=0) < 2

    def _parted(self, y: int, c: int) -> bool:
        """Whether a wall, or a bar drawn over it, stands between columns c-1 and c on line y."""
        return not self.open(y, c) or "".join(self.rows[y][self.walls[c] : self.walls[c] + 1]) in _BARS

    def _row_a_line(self, vocabulary: Vocabulary) -> tuple[RawGrid, list[int], dict[tuple[int, int], Span]]:
        grid: RawGrid = []
        numbers: list[int] = []
        contents = [self._texts(y) if not border else None for y, border in enumerate(self.borders)]
        body = next((y for y, border in enumerate(self.borders) if y and border), 0)
        beside = any(any(row[1:]) for row in contents[body:] if row)
        fresh = True
        spans: dict[tuple[int, int], Span] = {}
        for y, (line, row) in enumerate(zip(self.region, contents, strict=True)):
            if row is None:
                fresh = True
                continue
            cells: list[RawCell] = [(RawLine(text, line.number),) if text else () for text in row]
            filled = [c for c, text in enumerate(row) if text]
            goes_on = not fresh and (
                (filled == [0] and beside) or (0 not in filled and not any(is_number(row[c]) for c in filled))
            )
            goes_on = goes_on or (not fresh and _goes_on(grid[-1], row, vocabulary))
            if goes_on and all(grid[-1][c] for c in filled):
                grid[-1] = [above + cell for above, cell in zip(grid[-1], cells, strict=True)]
            else:
                spans |= {(len(grid), c): (1, width) for c, width in self._widths(y) if width > 1}
                grid.append(cells)
                numbers.append(line.number)
            fresh = False
        return grid, numbers, spans

    def _widths(self, y: int) -> list[tuple[int, int]]:
        """Where the cells of line y begin, and over how many columns each goes."""
        starts = [c for c in range(len(self.walls) - 1) if not c or not self.open(y, c)]
        return [(c, after - c) for c, after in zip(starts, [*starts[1:], len(self.walls) - 1], strict=True)]

    def _texts(self, y: int) -> list[str]:
        """The texts of line y by column; nothing where a cell goes on."""
        texts = [""] * (len(self.walls) - 1)
        for c, width in self._widths(y):
            texts[c] = self.text(y, c, width).strip()
        return texts


def _laid_out(text: str, measure: Measure) -> list[str]:
    """A character per column; the second column of a wide letter is empty, of a drawn line drawn on."""
    row: list[str] = []
    for char in text.rstrip():
        row.append(char)
        if measure(char) == 2:
            row.append(char if char in FLAT else "")
    return row


def _goes_on(above: Sequence[RawCell], row: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a cell of a choice surely goes on from the row above, as a mark left without its option or half a label there says."""
    pairs = [(cell[-1].text, text) for cell, text in zip(above, row, strict=True) if cell and text]
    return any(completes_label(over, text, vocabulary) or takes_up(over, text, vocabulary) for over, text in pairs)


def _beside_flat(row: list[str], i: int) -> bool:
    around = row[max(0, i - 1) : i] + row[i + 1 : i + 2]
    return any(char in "-=" for char in around if char)
