"""Fills that head a table of level rules: the columns they tell, and the rows they part where nothing is ruled.

Rows of fills as wide as the rules below them have edges that part rows as those rules do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.sorting import Drawing
from pledgecards.extract.layout.tables.ladders import ROW, SAME

_TOUCH = 3.0
_EDGE = 0.25
MEET = 2.5
"""Fills hang on a rule that is as near to their edge, in points."""


def edges_of_fills(rules: Sequence[Drawing], tiles: Sequence[Drawing]) -> list[Drawing]:
    """Rules along the upper and lower edge of each row of coloured tiles that touch side by side and reach as far to both sides as a level
    rule below them, no more than a row away. An edge along which a rule runs has none made."""
    if len(tiles) < 2 or not rules:
        return []
    made: list[Drawing] = []
    for x0, top, x1, bottom in _rows(tiles):
        over = [rule.box for rule in rules if rule.box[0] <= x0 + SAME and rule.box[2] >= x1 - SAME]
        as_wide = [box for box in over if box[0] >= x0 - SAME and box[2] <= x1 + SAME]
        if not any(bottom - MEET <= box[1] <= bottom + ROW for box in as_wide):
            continue
        for edge in (top, bottom):
            if all(abs((box[1] + box[3]) / 2 - edge) > MEET for box in (*over, *[one.box for one in made])):
                made.append(Drawing("rule", (x0, edge - _EDGE, x1, edge + _EDGE)))
    return made


def column_edges(head: Sequence[Box], x0: float, x1: float) -> list[float]:
    """The inner column edges that the lowest fills of a head give between the sides of its table."""
    lowest = max((box[3] for box in head), default=0.0)
    edges = sorted(edge for box in head if box[3] >= lowest - MEET for edge in (box[0], box[2]))
    inner: list[float] = []
    for edge in edges:
        if x0 + SAME < edge < x1 - SAME and (not inner or edge - inner[-1] > SAME):
            inner.append(edge)
    return inner


def _rows(tiles: Sequence[Drawing]) -> Iterator[Box]:
    """The outlines of two or more tiles side by side, as high as one another."""
    row: list[Box] = []
    for box in [*sorted([tile.box for tile in tiles], key=lambda box: (round(box[1]), box[0])), None]:
        if box is not None and row and _beside(row[-1], box):
            row.append(box)
            continue
        if len(row) > 1:
            yield row[0][0], row[0][1], row[-1][2], row[0][3]
        row = [] if box is None else [box]


def _beside(box: Box, other: Box) -> bool:
    level = abs(box[1] - other[1]) <= 1 and abs(box[3] - other[3]) <= 1
    return level and abs(other[0] - box[2]) <= _TOUCH
