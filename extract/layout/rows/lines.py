"""Glyphs to rows of text: by height within their region, by x within their row, spaces from space glyphs or gaps.

Everything that is done for each glyph is done for all glyphs of a page at once; only rows are Python objects.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

import numpy as np

from pledgecards.extract.layout.rows.characters import Characters, Flags, Floats, Ints, Look, by_group, lengths_of
from pledgecards.extract.layout.rows.clusters import row_numbers
from pledgecards.extract.layout.rows.composition import composed
from pledgecards.extract.layout.rows.gaps import separators
from pledgecards.extract.layout.rows.raised import with_raised
from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.page import Run

_SHORT = 16
_SMALLER = 0.8
"""Type of less than this share of the next glyph's size has spaces of its own width before that glyph."""

_NO_TAB = 1.0
"""The widest that such a space is taken to be: a wide gap is one of the larger type."""


def rows_of(glyphs: Characters, region: Ints) -> list[Row]:
    """The rows of every region, region by region, from top to bottom."""
    if not len(glyphs.ink):
        return []
    row = row_numbers(glyphs, region)
    order = by_group(row, glyphs.x0)
    sequence = _sequence(glyphs, row, order[row[order] >= 0] if len(glyphs.spaces) else order)
    rows = _rows(glyphs, region, sequence)
    return rows if sequence.normal else [composed(made) for made in rows]


def by_region(rows: Sequence[Row]) -> dict[int, list[Row]]:
    """The rows of every region that has some."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        home = row.region
        if home in found:
            found[home].append(row)
        else:
            found[home] = [row]
    return found


@dataclass(frozen=True, slots=True)
class _Sequence:
    """The ink glyphs of all rows, one row behind the other, and the text that they make with the spaces between them.

    glyphs: the ink glyphs' indices. starts, stops: where each row begins and ends among them; begins says the same for each.
    text, left, right: all characters, the rows' spaces included, and their edges. put: the place of every ink glyph in the text.
    gaps: the widths of the rows' spaces in ems; gap_starts: where each row's begin among them. trailing: whether a space glyph
    stands at the row's end. normal: the text is in NFC.
    """

    glyphs: Ints
    starts: Ints
    stops: Ints
    begins: Flags
    text: str
    left: Floats
    right: Floats
    put: Ints
    gaps: tuple[float, ...]
    gap_starts: list[int]
    trailing: list[bool]
    normal: bool


def _sequence(glyphs: Characters, row: Ints, order: Ints) -> _Sequence:
    """The ink glyphs as rows. row: the row of every glyph; order: the glyphs that stand on one, by row and x."""
    space = glyphs.space[order]
    spaces_up_to = space.cumsum()
    at = (~space).nonzero()[0]
    seq = order[at]
    total = len(seq)
    rows = row[seq]
    begins = np.empty(total, dtype=bool)
    begins[0] = True
    np.not_equal(rows[1:], rows[:-1], out=begins[1:])
    starts = begins.nonzero()[0]
    count = lengths_of(starts, total)
    stops = starts + count

    before = spaces_up_to[at]
    spaced = np.empty(total, dtype=bool)
    np.greater(before[1:], before[:-1], out=spaced[1:])
    spaced[starts] = False
    row_end = row[order].searchsorted(rows[starts], side="right") - 1
    trailing = spaces_up_to[row_end] > before[stops - 1]

    x0, x1, given = glyphs.x0[seq], glyphs.x1[seq], glyphs.codes[seq]
    gap = np.empty(total, dtype=np.float32)
    np.subtract(x0[1:], x1[:-1], out=gap[1:])
    gap[starts] = 0
    em = _in_sizes(gap, glyphs.size[seq])
    separator = separators(given, em, spaced, starts, count)
    narrow = (separator == 0x20).nonzero()[0]

    text, left, right, put = _spread(given, x0, x1, separator)
    return _Sequence(
        seq,
        starts,
        stops,
        begins,
        text,
        left,
        right,
        put,
        tuple(em[narrow].tolist()),
        narrow.searchsorted(starts).tolist(),
        trailing.tolist(),
        unicodedata.is_normalized("NFC", text),
    )


def _spread(given: Ints, x0: Floats, x1: Floats, separator: Ints) -> tuple[str, Floats, Floats, Ints]:
    """The text with its separators, the left and right edges of its characters, and the place of every glyph in it."""
    parted = separator.nonzero()[0]
    put = np.arange(len(given))
    put += (separator > 0).cumsum()
    length = len(given) + len(parted)
    codes = np.empty(length, dtype=np.uint32)
    left = np.empty(length, dtype=np.float32)
    right = np.empty(length, dtype=np.float32)
    codes[put], left[put], right[put] = given, x0, x1
    between = put[parted] - 1
    codes[between], left[between], right[between] = separator[parted], x1[parted - 1], x0[parted]
    return codes.tobytes().decode("utf-32-le"), left, right, put


def _rows(glyphs: Characters, region: Ints, sequence: _Sequence) -> list[Row]:
    """The rows of a sequence. region: that of every glyph."""
    seq, starts, put, text, gaps = sequence.glyphs, sequence.starts, sequence.put, sequence.text, sequence.gaps
    look = glyphs.look[seq]
    turns = sequence.begins.copy()
    turns[1:] |= look[1:] != look[:-1]
    changes = turns.nonzero()[0]
    text = with_raised(text, put, changes, sequence.begins, glyphs.size[seq], glyphs.bottom[seq])
    change_at, change_look = put[changes].tolist(), [glyphs.looks[index] for index in look[changes].tolist()]
    change_of, gap_starts = changes.searchsorted(starts).tolist(), sequence.gap_starts
    sides = (sequence.left, sequence.right)
    # The rows of a table's cells stand at the same heights, and share these numbers: a book keeps millions of them.
    heights: dict[float, float] = {}
    made: list[Row] = []
    for home, x0, top, x1, bottom, begin, end, first, last, gap, gap_end, trails in zip(
        region[seq[starts]].tolist(),
        glyphs.x0[seq[starts]].tolist(),
        np.minimum.reduceat(glyphs.top[seq], starts).tolist(),
        np.maximum.reduceat(glyphs.x1[seq], starts).tolist(),
        np.maximum.reduceat(glyphs.bottom[seq], starts).tolist(),
        put[starts].tolist(),
        (put[sequence.stops - 1] + 1).tolist(),
        change_of,
        [*change_of[1:], len(changes)],
        gap_starts,
        [*gap_starts[1:], len(gaps)],
        sequence.trailing,
        strict=True,
    ):
        if last - first == 1:
            runs = _one_run(end - begin, change_look[first])
            size = runs[0].size
        else:
            runs, size = _runs(change_look[first:last], change_at[first:last], begin, end)
        # Short texts (`2018년`, `구비`) come again and again in a book, and are kept once.
        words = text[begin:end] if end - begin > _SHORT else intern(text[begin:end])
        made.append(
            Row(
                home,
                words,
                x0,
                heights.setdefault(top, top),
                x1,
                heights.setdefault(bottom, bottom),
                size,
                runs,
                trails,
                gaps[gap:gap_end],
                sides,
                begin,
            )
        )
    return made


def _runs(looks: Sequence[Look], at: Sequence[int], begin: int, end: int) -> tuple[tuple[Run, ...], float]:
    """The runs of a row and the size that most of its characters are set in. at: where each look begins in the text."""
    bounds = [0, *[position - begin for position in at[1:]], end - begin]
    runs: list[Run] = []
    sizes: dict[float, int] = {}
    for look, start, stop in zip(looks, bounds, bounds[1:], strict=False):
        runs.append(Run(start, stop, *look))
        sizes[look.size] = sizes.get(look.size, 0) + stop - start
    return tuple(runs), max(sizes, key=lambda size: (sizes[size], size))


@lru_cache(maxsize=4096)
def _one_run(length: int, look: Look) -> tuple[Run, ...]:
    """The run of a row that looks the same throughout; rows that look alike share it."""
    return (Run(0, length, *look),)


def _in_sizes(gap: Floats, size: Floats) -> Floats:
    """The gaps in sizes of the glyphs behind them; a space in type much smaller than what follows it (`공약 17` before a title) in its
    own."""
    em: Floats = gap / size
    larger = (size[:-1] < _SMALLER * size[1:]).nonzero()[0] + 1
    if len(larger):
        own = np.minimum(gap[larger] / size[larger - 1], _NO_TAB)
        em[larger] = np.maximum(em[larger], own)
    return em
