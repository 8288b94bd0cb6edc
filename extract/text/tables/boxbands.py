"""The bands of a drawn table: what stands between two of its drawn lines, mostly a row, sometimes several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

from pledgecards.extract.cut_figures import is_cut
from pledgecards.extract.text.lines.textline import SourceLine
from pledgecards.extract.text.tables.from_cells import RawGrid, Span, is_number, is_sign, soft_cell


@dataclass(slots=True)
class Band:
    """A row of slots. floor: above which columns it is drawn off; edge: the line that draws it off in part only."""

    floor: list[bool]
    edge: int | None
    lines: list[int] = field(default_factory=list)


class Slots(Protocol):
    """A drawn table as its bands are read in."""

    walls: list[int]
    region: Sequence[SourceLine]

    def open(self, y: int, c: int) -> bool:
        """Whether no wall stands between columns c-1 and c on line y."""

    def text(self, y: int, c: int, width: int) -> str:
        """What stands on line y between wall c and the wall `width` columns on."""


def parted_bands(drawing: Slots, bands: Sequence[Band]) -> list[Band]:
    """The bands, one between lines drawn right through taken apart where every line of it is a row: each has a name of its own, beside it
    nothing but figures and signs, and these cannot be of one row."""
    parted: list[Band] = []
    for at, band in enumerate(bands):
        below = bands[at + 1].floor if at + 1 < len(bands) else [True]
        if len(band.lines) > 1 and all(band.floor) and all(below) and _are_rows(drawing, band.lines):
            parted += [Band(list(band.floor), None, [y]) for y in band.lines]
        else:
            parted.append(band)
    return parted


def _are_rows(drawing: Slots, lines: Sequence[int]) -> bool:
    cols = len(drawing.walls) - 1
    if any(drawing.open(y, c) for y in lines for c in range(1, cols)):
        return False
    rows = [[drawing.text(y, c, 1).strip() for c in range(cols)] for y in lines]
    beside = [{c: text for c, text in enumerate(row) if c and text} for row in rows]
    if not all(row[0] for row in rows) or not all(map(is_sign, [text for row in beside for text in row.values()])):
        return False
    if not all(beside):
        return False
    for above, below in pairwise(beside):
        twice = [c for c in above.keys() & below.keys() if is_number(above[c]) and is_number(below[c])]
        # A bar may be as high as the name of two lines beside it; a figure is not.
        if not any(not is_cut(above[c], below[c]) for c in twice) and above.keys() == below.keys():
            return False
    return True


def cells_of(drawing: Slots, bands: list[Band]) -> tuple[RawGrid, list[int], dict[tuple[int, int], Span]] | None:
    """Grows every cell from its top left to the walls around it; None if one is no rectangle."""
    rows, cols = len(bands), len(drawing.walls) - 1
    grid: RawGrid = [[() for _ in range(cols)] for _ in range(rows)]
    taken: set[tuple[int, int]] = set()
    spans: dict[tuple[int, int], Span] = {}
    for r, band in enumerate(bands):
        for c in range(cols):
            if (r, c) in taken:
                continue
            width = height = 1
            while c + width < cols and all(drawing.open(y, c + width) for y in band.lines):
                width += 1
            while r + height < rows and not any(bands[r + height].floor[c : c + width]):
                height += 1
            places = {(r + down, c + right) for down in range(height) for right in range(width)}
            if places & taken:
                return None
            taken |= places
            if len(places) > 1:
                spans[(r, c)] = (height, width)
            # The line that draws the floor above the cell holds nothing of it; such lines further down run beside it.
            lines = list(band.lines)
            for lower in bands[r + 1 : r + height]:
                lines += ([] if lower.edge is None else [lower.edge]) + lower.lines
            texts = [(drawing.text(y, c, width).strip(), drawing.region[y].number) for y in lines]
            grid[r][c] = soft_cell([(text, number) for text, number in texts if text])
    return grid, [drawing.region[band.lines[0]].number for band in bands], spans
