"""A line of text while a page is being read."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from pledgecards.extract.colours import white
from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.rows.characters import Floats
from pledgecards.extract.page import Mark, Run

HUGS, _BEHIND, _NEARER = 0.7, 2.0, 0.1
"""In sizes of the letters: how near a small drawing stands to the word before it that it hugs; how far it may stand off where the next word is
further, and by how much."""


@dataclass(slots=True)
class Row:
    """A line being read: its text, its box, and how it is set.

    trailing: a space glyph is printed after its last character. gaps: the widths of its spaces in ems. sides: the left and the
    right edges of the characters of all rows, of which its own begin at `begin`. composed: how many glyphs more than characters
    it has.
    """

    region: int
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    runs: tuple[Run, ...]
    trailing: bool
    gaps: tuple[float, ...]
    sides: tuple[Floats, Floats]
    begin: int
    composed: int = 0
    marks: tuple[Mark, ...] = ()

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2

    @property
    def left(self) -> list[float]:
        """The left edge of every character, spaces included."""
        edges: list[float] = self.sides[0][self.begin : self.begin + len(self.text)].tolist()
        return edges

    @property
    def right(self) -> list[float]:
        """The right edge of every character, spaces included."""
        edges: list[float] = self.sides[1][self.begin : self.begin + len(self.text)].tolist()
        return edges

    def width_to(self, end: int) -> float:
        """How far its first `end` characters reach, in points."""
        return float(self.sides[1][self.begin + end - 1]) - self.x0

    def between(self, x0: float, x1: float) -> tuple[int, int]:
        """The stretch of its characters whose middles lie between x0 and x1."""
        middles = [(left + right) / 2 for left, right in zip(self.left, self.right, strict=True)]
        start = bisect_left(middles, x0)
        return start, bisect_left(middles, x1, start)

    def in_white(self, start: int, end: int) -> bool:
        """Whether a stretch of its characters is set in white: what it stands on is its ground, however wide."""
        return all(white(run.colour) for run in self.runs if run.start < end and run.end > start)

    def before(self, box: Box) -> int:
        """The last character before a small box; -1 if none stands there."""
        return bisect_right(self.right, box[0] + 0.35 * (box[2] - box[0])) - 1

    def gap_before(self, box: Box, *, inked: bool = False) -> float:
        """How far a small box stands off from the character before it (inked: from the last one that is no space); infinitely where there is
        none."""
        before = self.before(box)
        while inked and before >= 0 and self.text[before].isspace():
            before -= 1
        return max(box[0] - self.right[before], 0.0) if before >= 0 else math.inf

    def stands_behind_word(self, box: Box) -> bool:
        """Whether a small box hugs a word of the row on its right side, or stands off it and nearer to it than to the next one."""
        behind, lefts = self.gap_before(box, inked=True), self.left
        right = bisect_left(lefts, box[2] - 0.35 * (box[2] - box[0]))
        while right < len(lefts) and self.text[right].isspace():
            right += 1
        ahead = lefts[right] - box[2] if right < len(lefts) else math.inf
        return behind <= HUGS * self.size or (behind <= _BEHIND * self.size and behind + _NEARER * self.size < ahead)


PARTING = "/／"
"""What parts words as a space does."""


def word_at(text: str, at: int) -> tuple[int, int]:
    """The stretch of the word that holds this character."""
    start, end = at, at + 1
    while start > 0 and not _parts(text[start - 1]):
        start -= 1
    while end < len(text) and not _parts(text[end]):
        end += 1
    return start, end


def _parts(sign: str) -> bool:
    return sign.isspace() or sign in PARTING
