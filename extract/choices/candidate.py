"""An option before it is judged."""

from __future__ import annotations

from dataclasses import field

from pledgecards.extract.page import Place
from pledgecards.extract.record import record


@record
class Candidate:
    """An option before it is judged: its words and everything near it that could be a mark.

    glyph   the check glyph that belongs to it (`☑`, `□`, `[v]`, `( )`), None if there is none.
    edge    1 where the first glyph of its row begins the row, -1 where the last one ends it, else 0.
    bold, colour, drawn (kinds of Mark), fill: how it is set, what is drawn at it, and what is filled behind it.
    """

    text: str
    place: Place
    glyph: str | None = None
    bold: bool = False
    colour: int = 0
    drawn: frozenset[str] = field(default_factory=frozenset)
    fill: int | None = None
    edge: int = 0
