"""Letters that were printed in pieces, put together: rows in NFC."""

from __future__ import annotations

import unicodedata

import numpy as np

from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.page import Run


def composed(row: Row) -> Row:
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
    old = np.array(first)
    starts = np.repeat(old, width)
    last = np.repeat(np.append(old[1:], len(row.text)) - 1, width)
    shift = np.concatenate(([0], np.cumsum(width)))

    def new(offset: int) -> int:
        return int(shift[np.searchsorted(old, offset)])

    row.composed = len(row.text) - sum(width)
    row.text = "".join(pieces)
    left, right = row.sides
    row.sides, row.begin = (left[row.begin + starts], right[row.begin + last]), 0
    row.runs = tuple(
        Run(new(run.start), new(run.end), run.bold, run.colour, run.size)
        for run in row.runs
        if new(run.start) < new(run.end)
    )
    return row
