"""Level rules one below the other, and the stretches of text between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pledgecards.extract.layout.ink.sorting import Drawing
from pledgecards.extract.layout.rows.characters import Characters
from pledgecards.extract.layout.rows.lines import rows_of

SAME = 4.0
"""Ends of rules this close to one another are alike, in points."""

BAND = 150.0
"""Rules further apart belong to no one table."""

ROW = 45.0
"""A row of a table is no higher than this, where nothing but its rules tells."""

APART = 0.8
"""Stretches of text this many sizes apart may stand in different columns."""

SPREAD = 2.0
"""Letters of what may be one word, spread (`상   하   상   하`), stand in different columns if they are so many sizes apart."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text without a wide gap: where it stands, its size, and its words."""

    x0: float
    x1: float
    middle: float
    size: float
    text: str = ""


@dataclass(slots=True)
class Ladder:
    """Level rules one below the other, of the same extent; `partial` ones between them are shorter."""

    x0: float
    x1: float
    rungs: list[Drawing]
    partial: list[Drawing]

    def at(self, index: int) -> float:
        """The height of a rung."""
        return (self.rungs[index].box[1] + self.rungs[index].box[3]) / 2


def ladders_of(levels: list[Drawing], above: Sequence[float] = ()) -> list[Ladder]:
    """Rules of the same extent, at most a band apart, with the shorter ones between them.

    above: the column edges of the table at the foot of the page before.
    """
    ladders: list[Ladder] = []
    levels.sort(key=lambda d: (d.box[1], d.box[0]))
    for level in levels:
        x0, top, x1, _ = level.box
        for ladder in ladders:
            if abs(ladder.x0 - x0) <= SAME and abs(ladder.x1 - x1) <= SAME and top - ladder.rungs[-1].box[1] <= BAND:
                # The strokes of a double rule are one rung.
                if top - ladder.rungs[-1].box[1] > 3.2:
                    ladder.rungs.append(level)
                else:
                    ladder.partial.append(level)
                break
        else:
            ladders.append(Ladder(x0, x1, [level], []))
    whole = [ladder for ladder in ladders if len(ladder.rungs) > 1]
    kept = [ladder for ladder in whole if not any(_within(ladder, other) for other in whole if other is not ladder)]
    alone: list[Ladder] = []
    for ladder in ladders:
        # Rules that reach a side of the table part the rows of a group, however many they are; others may be a table within.
        other = next((o for o in kept if o is not ladder and _within(ladder, o)), None)
        if other is not None:
            other.partial += [*ladder.rungs, *ladder.partial]
        elif len(ladder.rungs) == 1:
            alone.append(ladder)
    return _open_at_the_break(kept, alone, above)


def _open_at_the_break(ladders: list[Ladder], alone: Sequence[Ladder], above: Sequence[float]) -> list[Ladder]:
    """The ladders, where one ends at a page's foot or begins at its top in the middle of a merged cell: the last or the first of the shorter
    rules that part its rows closes or opens it. alone: rules without another one like them."""
    joined: set[int] = set()
    for ladder in [*ladders, *alone]:
        others = [o for o in ladders if o is not ladder and id(o) not in joined]
        if (other := next((o for o in others if _overhangs(ladder, o)), None)) is not None:
            other.partial += [*ladder.rungs[:-1], *ladder.partial]
            other.rungs.append(ladder.rungs[-1])
        elif (other := next((o for o in others if _juts_out(ladder, o, above)), None)) is not None:
            other.partial += [*ladder.rungs[1:], *ladder.partial]
            other.rungs.insert(0, ladder.rungs[0])
        else:
            continue
        joined.add(id(ladder))
    return [ladder for ladder in ladders if id(ladder) not in joined]


def _overhangs(ladder: Ladder, other: Ladder) -> bool:
    """Whether the rungs of a ladder part the rows of another one to its right side, between its rungs or below its head, and go on below."""
    last = other.at(len(other.rungs) - 1)
    below = [rung.box[1] for rung in ladder.rungs if rung.box[1] > last]
    if abs(ladder.x1 - other.x1) > SAME or ladder.x0 <= other.x0 + SAME or not below or below[0] - last > ROW:
        return False
    between = len(ladder.rungs) - len(below)
    head = len(other.rungs) == 2 or other.at(-2) - other.at(-3) > ROW  # what stands above is another table
    if ladder.rungs[0].box[1] <= other.at(0) or not (between or head):
        return False
    return all(lower - upper <= ROW for upper, lower in pairwise(below))


def _juts_out(ladder: Ladder, other: Ladder, above: Sequence[float]) -> bool:
    """Whether the rungs of a ladder part the rows of another one to its right side and stand above the first of its rungs, from which they
    are no further than a row. A table of its own above another has no rules among the rows of that one; nor need the last row of a group, if
    the page before ends with a table as wide."""
    first, last = other.at(0), other.at(len(other.rungs) - 1)
    if abs(ladder.x1 - other.x1) > SAME or ladder.x0 <= other.x0 + SAME:
        return False
    over = [rung.box[1] for rung in ladder.rungs if rung.box[1] < first]
    if not over or ladder.rungs[-1].box[1] >= last:
        return False
    if len(over) == len(ladder.rungs) and not (
        len(above) > 2 and abs(above[0] - other.x0) <= SAME and abs(above[-1] - other.x1) <= SAME
    ):
        return False
    return all(lower - upper <= ROW for upper, lower in pairwise([*over, first]))


def _within(ladder: Ladder, other: Ladder) -> bool:
    """Whether the rungs of a ladder are shorter ones between those of another."""
    if not (other.x0 - SAME <= ladder.x0 and ladder.x1 <= other.x1 + SAME):
        return False
    if not (other.at(0) < ladder.rungs[0].box[1] and ladder.rungs[-1].box[1] < other.at(len(other.rungs) - 1)):
        return False
    return len(ladder.rungs) == 1 or abs(ladder.x0 - other.x0) <= SAME or abs(ladder.x1 - other.x1) <= SAME


def stretches_of(glyphs: Characters) -> list[Stretch]:
    found: list[Stretch] = []
    for row in rows_of(glyphs, np.zeros(len(glyphs), dtype=np.int64)):
        start, left, right, begin = row.x0, row.left, row.right, 0
        for index, char in enumerate(row.text):
            if char.isspace() and right[index] - left[index] >= APART * row.size:
                found.append(Stretch(start, right[index - 1], row.middle, row.size, row.text[begin:index]))
                start, begin = left[index + 1], index + 1
            elif index > begin and left[index] - right[index - 1] >= SPREAD * row.size:
                found.append(Stretch(start, right[index - 1], row.middle, row.size, row.text[begin:index]))
                start, begin = left[index], index
        found.append(Stretch(start, right[-1], row.middle, row.size, row.text[begin:]))
    return found
