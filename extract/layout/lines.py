"""Glyphs to rows of text: by height within their region, by x within their row, spaces from space glyphs or gaps.

Everything that is done for each glyph is done for all glyphs of a page at once; only rows are Python objects.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern

import numpy as np

from pledgecards.extract.layout.characters import Characters, Flags, Floats, Ints, Look, lengths_of
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
    left: list[float]
    right: list[float]
    runs: tuple[Run, ...]
    trailing: bool
    gaps: list[float]
    composed: int = 0
    marks: list[Mark] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2


def rows_of(glyphs: Characters, region: Ints) -> list[Row]:
    """The rows of every region, region by region, from top to bottom."""
    ink = (~glyphs.space).nonzero()[0]
    if not len(ink):
        return []
    row = row_numbers(glyphs, ink, region)
    order = np.lexsort((glyphs.x0, row))
    order = order[row[order] >= 0]
    return _assemble(glyphs, region, row, order)


def by_region(rows: Sequence[Row]) -> dict[int, list[Row]]:
    """The rows of every region that has some."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.region, []).append(row)
    return found


def _assemble(glyphs: Characters, region: Ints, row: Ints, order: Ints) -> list[Row]:
    space = glyphs.space[order]
    spaces_up_to = space.cumsum()
    at = (~space).nonzero()[0]
    seq = order[at]
    rows = row[seq]
    begins_row = np.ones(len(seq), dtype=bool)
    begins_row[1:] = rows[1:] != rows[:-1]
    starts = begins_row.nonzero()[0]
    count = lengths_of(starts, len(seq))
    stops = starts + count
    x0, x1, size, given = glyphs.x0[seq], glyphs.x1[seq], glyphs.size[seq], glyphs.codes[seq]
    before = spaces_up_to[at]
    spaced = np.zeros(len(seq), dtype=bool)
    spaced[1:] = before[1:] > before[:-1]
    spaced[starts] = False
    gap = np.zeros(len(seq), dtype=np.float32)
    gap[1:] = x0[1:] - x1[:-1]
    gap[starts] = 0
    em = gap / size
    separator = _separators(given, em, spaced, starts, count)
    row_end = row[order].searchsorted(rows[starts], side="right") - 1
    trailing = spaces_up_to[row_end] > before[stops - 1]

    parted = separator.nonzero()[0]
    put = np.arange(len(seq)) + (separator > 0).cumsum()
    length = int(put[-1]) + 1
    codes = np.empty(length, dtype=np.uint32)
    left = np.empty(length, dtype=np.float32)
    right = np.empty(length, dtype=np.float32)
    codes[put], left[put], right[put] = given, x0, x1
    between = put[parted] - 1
    codes[between], left[between], right[between] = separator[parted], x1[parted - 1], x0[parted]
    text = codes.tobytes().decode("utf-32-le")
    normal = unicodedata.is_normalized("NFC", text)

    look = glyphs.look[seq]
    turns = begins_row
    turns[1:] |= look[1:] != look[:-1]
    changes = turns.nonzero()[0]
    change_of = changes.searchsorted(starts).tolist()
    change_at, change_look = put[changes].tolist(), look[changes].tolist()
    narrow = separator == 0x20
    gaps, gaps_up_to = em[narrow].tolist(), [0, *narrow.cumsum().tolist()]
    lefts, rights = left.tolist(), right.tolist()
    made: list[Row] = []
    # The rows of a table's cells stand at the same heights, and share these numbers: a book keeps millions of them.
    heights: dict[float, float] = {}
    plain: dict[tuple[int, int], tuple[Run, ...]] = {}
    for home, x_0, top, x_1, bottom, begin, end, start, stop, first, last, trails in zip(
        region[seq[starts]].tolist(),
        np.minimum.reduceat(x0, starts).tolist(),
        np.minimum.reduceat(glyphs.top[seq], starts).tolist(),
        np.maximum.reduceat(x1, starts).tolist(),
        np.maximum.reduceat(glyphs.bottom[seq], starts).tolist(),
        put[starts].tolist(),
        (put[stops - 1] + 1).tolist(),
        starts.tolist(),
        stops.tolist(),
        change_of,
        [*change_of[1:], len(changes)],
        trailing.tolist(),
        strict=True,
    ):
        if last - first == 1:
            alike = (end - begin, change_look[first])
            runs = plain.get(alike)
            if runs is None:
                runs = plain[alike] = _one_run(end - begin, glyphs.looks[change_look[first]])
            row_size = runs[0].size
        else:
            runs, row_size = _runs(glyphs.looks, change_look[first:last], change_at[first:last], begin, end)
        made.append(
            Row(
                home,
                _kept(text[begin:end]),
                x_0,
                heights.setdefault(top, top),
                x_1,
                heights.setdefault(bottom, bottom),
                row_size,
                lefts[begin:end],
                rights[begin:end],
                runs,
                trails,
                gaps[gaps_up_to[start] : gaps_up_to[stop]],
            )
        )
    return made if normal else [_composed(row) for row in made]


def _separators(codes: Ints, em: Floats, spaced: Flags, starts: Ints, count: Ints) -> Ints:
    """What stands before every glyph: 0 nothing, U+0020 a space, U+0009 a wide gap. em: the gap before it, in sizes.

    A gap is a space when it is wider than the row's own letter spacing by a share of the size. Letters that are
    spread evenly over a heading have no spaces between them.
    """
    index = np.repeat(np.arange(len(starts)), count)
    hangul = (codes >= 0xAC00) & (codes <= 0xD7A3)
    pair = np.zeros(len(codes), dtype=bool)
    pair[1:] = hangul[1:] & hangul[:-1]
    inner = ~spaced
    inner[starts] = False
    letter = np.zeros(len(starts), dtype=np.float32)
    evenly = np.zeros(len(starts), dtype=bool)
    rows, gaps = index[inner], em[inner]
    if len(rows):
        # By row, and by width within each.
        gaps = gaps[np.lexsort((gaps, rows))]
        fresh = np.ones(len(rows), dtype=bool)
        fresh[1:] = rows[1:] != rows[:-1]
        first = fresh.nonzero()[0]
        number = lengths_of(first, len(rows))
        here = rows[first]
        letter[here] = np.where(number >= 3, gaps[first + (number * 3) // 10], 0)
        # All letters of the row spread by much the same gap, and no other glyph or space among them.
        least, most = gaps[first], gaps[first + number - 1]
        spread = (number >= 2) & (number == count[here] - 1) & (least > _SPREAD) & (most < 1.35 * least + 0.1)
        if spread.any():
            evenly[here] = spread & np.logical_and.reduceat(hangul, starts)[here]
    spaces_in_row = np.logical_or.reduceat(spaced, starts)
    least_space = np.where(spaces_in_row, _SPACE_BESIDE_SPACES, _SPACE)[index]
    own = np.where(pair, letter.clip(-0.1, 0.5)[index], letter.clip(-0.1, 0.35)[index])
    is_space = (spaced & (em > -0.05)) | (em > own + least_space)
    separator = np.where(is_space, 0x20, 0)
    separator[em > _TAB] = 0x09
    if evenly.any():
        separator[evenly[index] & ~spaced] = 0
    separator[starts] = 0
    return separator


def _runs(
    looks: tuple[Look, ...], indices: list[int], at: list[int], begin: int, end: int
) -> tuple[tuple[Run, ...], float]:
    """The runs of a row and the size that most of its characters are set in."""
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
    row.left, row.right = [row.left[i] for i in starts.tolist()], [row.right[i] for i in last.tolist()]
    row.runs = tuple(
        Run(new(run.start), new(run.end), run.bold, run.colour, run.size)
        for run in row.runs
        if new(run.start) < new(run.end)
    )
    return row
