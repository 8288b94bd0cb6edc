"""The parts of which a document's flow is made."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.choices.fields import PrintedChoice
from pledgecards.extract.grid.tables import goes_on
from pledgecards.extract.page import Line, Place, Table
from pledgecards.extract.record import record
from pledgecards.schemas.vocabulary import Match


@record
class Piece:
    """A part of the flow. kind:

    line     a line of text                       `line`
    heading  a section's label, from a form cell  `line`, `match`
    choice   a line or row of the checkbox block  `choice`, and `line` where it was a line of text
    number, title  from a labelled form cell      `line` (the value), `match` (the label)
    project  what a project of a card begins with that has sections of its own: `line`
    people   the people in charge, label included `table`
    table    any other table                      `table`

    beside   for pieces that a form gave: they stand in the field of this label, so no continuation crosses its edge.
    label    of a labelled cell: where its label stands.
    form     for a number or a title: the field (`beside`) with which its form begins.
    in_row   for a line: that it heads a card, as its row tells (see `cards.rows`).
    sheet    of a text with form feeds: how many stand before it.
    """

    kind: str
    place: Place
    ink: int
    line: Line | None = None
    table: Table | None = None
    choice: PrintedChoice | None = None
    match: Match | None = None
    beside: int = 0
    label: Place | None = None
    sheet: int = 0
    form: int = 0
    in_row: bool = False


def on_one_page(one: Piece, other: Piece) -> bool:
    """Whether two pieces stand on one page, or between the same form feeds of a text."""
    return (one.place.page, one.sheet) == (other.place.page, other.sheet)


def size_of(piece: Piece) -> float:
    """The size of a line's letters; 0 for what is no line."""
    return piece.line.size if piece.line is not None else 0.0


def on_sheet(piece: Piece, sheet: int) -> Piece:
    """The piece as one of a text's sheets behind so many form feeds. Made anew by place: there are hundreds of them."""
    parts = (piece.line, piece.table, piece.choice, piece.match, piece.beside, piece.label)
    return Piece(piece.kind, piece.place, piece.ink, *parts, sheet, piece.form, piece.in_row) if sheet else piece


def table_above(pieces: Sequence[Piece], table: Table, beside: int) -> Table | None:
    """The table right above in the same field that a table goes on from, on the next page; None if there is none. Where it fills a page, the
    frame of its field may not be told there."""
    last = pieces[-1] if pieces else None
    first = last.table if last is not None and (last.beside == beside or not beside) else None
    return first if first is not None and goes_on(first, table) else None
