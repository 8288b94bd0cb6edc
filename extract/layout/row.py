"""A line of text while a page is being read."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from pledgecards.extract.layout.characters import Floats
from pledgecards.extract.page import Mark, Run


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


def word_at(text: str, at: int) -> tuple[int, int]:
    """The stretch of the word that holds this character."""
    start, end = at, at + 1
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
