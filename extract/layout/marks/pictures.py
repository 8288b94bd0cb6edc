"""Words under pictures: what a photograph or a drawing of the card shows."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.page import Mark
from pledgecards.extract.pdf.canvas import Boxes

_LEAST_WIDTH, _LEAST_HEIGHT = 60.0, 40.0
"""A picture smaller than this is a sign or an emblem, in points."""

_NEAR = 2.0
"""The words stand no further below their picture than this many of their heights."""

_OFF_CENTRE = 0.12
_OVER = 6.0


def mark_captions(rows: Sequence[Row], images: Boxes) -> None:
    """Marks the rows that stand right under pictures, in their middle; or, under several side by side, in as many parts."""
    wide, high = images[:, 2] - images[:, 0], images[:, 3] - images[:, 1]
    pictures = [tuple(box) for box in images[(wide >= _LEAST_WIDTH) & (high >= _LEAST_HEIGHT)].tolist()]
    if not pictures:
        return
    for row in rows:
        near = _NEAR * (row.bottom - row.top)
        above = sorted(
            box
            for box in pictures
            if -_OVER <= row.top - box[3] <= near and box[0] - _OVER <= row.x1 and row.x0 <= box[2] + _OVER
        )
        if not above or row.x0 < above[0][0] - _OVER or row.x1 > above[-1][2] + _OVER:
            continue
        parts = row.text.split("\t")
        if len(above) == 1:
            (x0, _, x1, _) = above[0]
            told = len(parts) == 1 and abs(row.x0 + row.x1 - x0 - x1) <= 2 * _OFF_CENTRE * (x1 - x0)
        else:
            told = len(parts) == len(above)
        if told:
            row.marks += (Mark("picture", len(row.text), len(row.text)),)
