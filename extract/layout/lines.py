"""Glyphs to rows of text: by height within their region, by x within their row, spaces from space glyphs or gaps.

Everything that is done for each glyph is done for all glyphs of a page at once; only rows are Python objects.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern

import numpy as np

from pledgecards.extract.layout.characters import Characters, Flags, Floats, Ints, Look
from pledgecards.extract.layout.clusters import row_numbers
from pledgecards.extract.page import Mark, Run

_SPACE = 0.17
_SPACE_BESIDE_SPACES = 0.25
_TAB = 2.0
_SPREAD = 0.4

_SHORT = 16


@dataclass(slots=True)
class Row:
    """A line being read: its text, and the left and right edge of every character of it (spaces included).

    trailing: a space glyph is printed after its last character. gaps: the widths of its spaces in ems. composed: how
    many glyphs more than characters it has.
    """

    region: int
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    left: Floats
    right: Floats
    runs: tuple[Run, ...]
    trailing: bool
    gaps: Floats
    composed: int = 0
    marks: list[Mark] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2


def rows_of(glyphs: Characters, region: Ints) -> list[Row]:
    """The rows of every region, region by region, from top to bottom."""
    ink = np.flatnonzero(~glyphs.space)
    if not len(ink):
        return []
    row = row_numbers(glyphs, ink, region)
    order = np.lexsort((glyphs.x0, row))
    order = order[row[order] >= 0]
    return _assemble(glyphs, region, row, order)


def _assemble(glyphs: Characters, region: Ints, row: Ints, order: Ints) -> list[Row]:
    space = glyphs.space[order]
    spaces_up_to = np.cumsum(space)
    at = np.flatnonzero(~space)
    seq = order[at]
    rows = row[seq]
    starts = np.flatnonzero(np.concatenate(([True], rows[1:] != rows[:-1])))
    stops = np.append(starts[1:], len(seq))
    x0, x1, size = glyphs.x0[seq], glyphs.x1[seq], glyphs.size[seq]
    spaced = np.zeros(len(seq), dtype=bool)
    spaced[1:] = spaces_up_to[at[1:]] > spaces_up_to[at[:-1]]
    spaced[starts] = False
    gap = np.zeros(len(seq), dtype=np.float32)
    gap[1:] = x0[1:] - x1[:-1]
    gap[starts] = 0
    separator = _separators(glyphs.codes[seq], gap, size, spaced, starts, stops)
    row_end = np.searchsorted(row[order], rows[starts], side="right") - 1
    trailing = (spaces_up_to[row_end] > spaces_up_to[at[stops - 1]]).tolist()

    put = np.arange(len(seq)) + np.cumsum(separator > 0)
    length = int(put[-1]) + 1
    codes = np.empty(length, dtype=np.uint32)
    left = np.empty(length, dtype=np.float32)
    right = np.empty(length, dtype=np.float32)
    codes[put], left[put], right[put] = glyphs.codes[seq], x0, x1
    parted = np.flatnonzero(separator)
    codes[put[parted] - 1] = separator[parted]
    left[put[parted] - 1], right[put[parted] - 1] = x1[parted - 1], x0[parted]
    text = codes.tobytes().decode("utf-32-le")
    normal = unicodedata.is_normalized("NFC", text)

    look = glyphs.look[seq]
    turns = np.concatenate(([True], look[1:] != look[:-1]))
    turns[starts] = True
    changes = np.flatnonzero(turns)
    change_of = np.append(np.searchsorted(changes, starts), len(changes)).tolist()
    changes_put = np.append(put[changes], 0).tolist()
    change_look = look[changes].tolist()
    box = zip(
        np.minimum.reduceat(x0, starts).tolist(),
        np.minimum.reduceat(glyphs.top[seq], starts).tolist(),
        np.maximum.reduceat(x1, starts).tolist(),
        np.maximum.reduceat(glyphs.bottom[seq], starts).tolist(),
        strict=True,
    )
    begins, ends = put[starts].tolist(), (put[stops - 1] + 1).tolist()
    narrow = np.where(separator == 0x20, gap / size, 0)
    gaps_up_to = np.concatenate(([0], np.cumsum(separator == 0x20))).tolist()
    gaps = narrow[separator == 0x20]
    regions = region[seq[starts]].tolist()
    made: list[Row] = []
    # The rows of a table's cells stand at the same heights, and share these numbers: a book keeps millions of them.
    heights: dict[float, float] = {}
    start_list, stop_list = starts.tolist(), stops.tolist()
    for index, (x_0, top, x_1, bottom) in enumerate(box):
        begin, end = begins[index], ends[index]
        first, last = change_of[index], change_of[index + 1]
        runs, row_size = _runs(glyphs.looks, change_look[first:last], changes_put[first:last], begin, end)
        made.append(
            Row(
                regions[index],
                _kept(text[begin:end]),
                x_0,
                heights.setdefault(top, top),
                x_1,
                heights.setdefault(bottom, bottom),
                row_size,
                left[begin:end],
                right[begin:end],
                runs,
                trailing[index],
                gaps[gaps_up_to[start_list[index]] : gaps_up_to[stop_list[index]]],
            )
        )
    return made if normal else [_composed(row) for row in made]


def _separators(codes: Ints, gap: Floats, size: Floats, spaced: Flags, starts: Ints, stops: Ints) -> Ints:
    """What stands before every glyph: 0 nothing, U+0020 a space, U+0009 a wide gap.

    A gap is a space when it is wider than the row's own letter spacing by a share of the size. Letters that are
    spread evenly over a heading have no spaces between them.
    """
    count = stops - starts
    index = np.repeat(np.arange(len(starts)), count)
    em = gap / size
    hangul = (codes >= 0xAC00) & (codes <= 0xD7A3)
    pair = np.zeros(len(codes), dtype=bool)
    pair[1:] = hangul[1:] & hangul[:-1]
    inner = ~spaced
    inner[starts] = False
    letter = np.zeros(len(starts), dtype=np.float32)
    evenly = np.zeros(len(starts), dtype=bool)
    rows, gaps = index[inner], em[inner]
    if len(rows):
        order = np.lexsort((gaps, rows))
        rows, gaps = rows[order], gaps[order]
        first = np.flatnonzero(np.concatenate(([True], rows[1:] != rows[:-1])))
        number = np.diff(np.append(first, len(rows)))
        here = rows[first]
        letter[here] = np.where(number >= 3, gaps[first + (number * 3) // 10], 0)
        # All letters of the row spread by much the same gap, and no other glyph or space among them.
        all_hangul = np.logical_and.reduceat(hangul, starts)
        least, most = gaps[first], gaps[first + number - 1]
        evenly[here] = (
            (number >= 2) & (number == count[here] - 1) & (least > _SPREAD) & (most < 1.35 * least + 0.1)
        ) & all_hangul[here]
    spaces_in_row = np.logical_or.reduceat(spaced, starts)
    least_space = np.where(spaces_in_row, _SPACE_BESIDE_SPACES, _SPACE)[index]
    own = np.clip(letter, -0.1, 0.35)[index]
    own = np.where(pair, np.clip(letter, -0.1, 0.5)[index], own)
    is_space = (spaced & (em > -0.05)) | (em > own + least_space)
    separator = np.where(is_space, 0x20, 0)
    separator[em > _TAB] = 0x09
    separator[evenly[index] & ~spaced] = 0
    separator[starts] = 0
    return separator.astype(np.int64)


def _runs(
    looks: tuple[Look, ...], indices: list[int], at: list[int], begin: int, end: int
) -> tuple[tuple[Run, ...], float]:
    """The runs of a row and the size that most of its characters are set in."""
    if len(indices) == 1:
        look = looks[indices[0]]
        return _one_run(end - begin, look), look.size
    bounds = [0, *(position - begin for position in at[1:]), end - begin]
    runs: list[Run] = []
    sizes: dict[float, int] = {}
    for index, start, stop in zip(indices, bounds, bounds[1:], strict=False):
        look = looks[index]
        runs.append(Run(start, stop, look.bold, look.colour, look.size))
        sizes[look.size] = sizes.get(look.size, 0) + stop - start
    return tuple(runs), max(sizes, key=lambda size: (sizes[size], size))


def _kept(text: str) -> str:
    """The text; short ones (`2018년`, `구비`) come again and again in a book, and are kept once."""
    return intern(text) if len(text) <= _SHORT else text


@lru_cache(maxsize=4096)
def _one_run(length: int, look: Look) -> tuple[Run, ...]:
    """The run of a row that looks the same throughout; rows that look alike share it."""
    return (Run(0, length, look.bold, look.colour, look.size),)


def _composed(row: Row) -> Row:
    """The row in NFC: letters and their marks that were printed one by one become one character."""
    if unicodedata.is_normalized("NFC", row.text):
        return row
    pieces: list[str] = []
    first: list[int] = []
    for index, char in enumerate(row.text):
        joined = unicodedata.normalize("NFC", pieces[-1] + char) if pieces else ""
        if pieces and len(joined) <= len(pieces[-1]):
            pieces[-1] = joined
        else:
            pieces.append(unicodedata.normalize("NFC", char))
            first.append(index)
    # A piece of more than one character (a few compatibility letters) keeps its box for each.
    width = [len(piece) for piece in pieces]
    starts = np.repeat(np.array(first), width)
    last = np.repeat(np.append(np.array(first[1:]), len(row.text)) - 1, width)
    old = np.array(first)
    shift = np.concatenate(([0], np.cumsum(width)))

    def new(offset: int) -> int:
        return int(shift[np.searchsorted(old, offset)])

    row.composed = len(row.text) - sum(width)
    row.text = "".join(pieces)
    row.left, row.right = row.left[starts], row.right[last]
    row.runs = tuple(
        Run(new(run.start), new(run.end), run.bold, run.colour, run.size)
        for run in row.runs
        if new(run.start) < new(run.end)
    )
    return row
