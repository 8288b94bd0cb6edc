"""A card's text, section by section, with the dates and quantities in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pledgecards.language import _
from pledgecards.review.cells import Row, in_order, row_id, shown


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an item's text; id and column name the date or quantity that it is, or are empty."""

    text: str
    id: str = ""
    column: str = ""
    kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A heading, bullet, paragraph, note or caption with its depth."""

    id: str
    kind: str
    level: int
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Section:
    """Items that follow each other in one section of the card."""

    name: str
    items: list[Item]


def writing(own: Mapping[str, Sequence[Row]]) -> list[Section]:
    """The items of a card in reading order. own: its rows by table."""
    marks: dict[int, list[tuple[int, int, Piece]]] = {}
    texts = {row["item_id"]: row["text_raw"] for row in own["items"]}
    for n, row in enumerate(own["dates"]):
        text = texts.get(row["item_id"], "")
        start, end = row["span_start"], row["span_end"]
        if start is not None and end is not None and 0 <= start < end <= len(text):
            piece = Piece(text[start:end], row_id("dates", n), "start", "date", row["edtf"] or "")
            marks.setdefault(row["item_id"], []).append((start, end, piece))
    for n, row in enumerate(own["quantities"]):
        text, taken = texts.get(row["item_id"], ""), marks.setdefault(row["item_id"], [])
        start = _free(text, row["raw"], taken)
        if start is not None:
            amount = _("{amount:,} won").format(amount=row["won"]) if row["won"] is not None else ""
            note = amount or f"{shown(row['value'])} {row['unit'] or ''}"
            piece = Piece(row["raw"], row_id("quantities", n), "value", "quantity", note.strip())
            taken.append((start, start + len(row["raw"]), piece))
    sections: list[Section] = []
    for n, row in enumerate(own["items"]):
        if not sections or sections[-1].name != row["section"]:
            sections.append(Section(row["section"], []))
        pieces = _pieces(row["text_raw"], marks.get(row["item_id"], []))
        sections[-1].items.append(Item(row_id("items", n), row["kind"], min(row["level"], 6), pieces))
    return sections


def _free(text: str, raw: str, taken: Sequence[tuple[int, int, Piece]]) -> int | None:
    start = text.find(raw)
    while start >= 0:
        if all(start >= end or start + len(raw) <= begin for begin, end, _ in taken):
            return start
        start = text.find(raw, start + 1)
    return None


def _pieces(text: str, marks: Sequence[tuple[int, int, Piece]]) -> list[Piece]:
    pieces, place = [], 0
    for start, end, piece in sorted(marks, key=lambda mark: mark[0]):
        if start < place:
            continue
        if start > place:
            pieces.append(Piece(text[place:start]))
        pieces.append(piece)
        place = end
    return [*pieces, Piece(text[place:])] if place < len(text) else pieces


def people(own: Mapping[str, Sequence[Row]]) -> list[str]:
    """The columns of contacts that hold anything, in the order of the contract."""
    names = ("department", "role", "name", "phone")
    return in_order([name for name in names if any(row[name] for row in own["contacts"])])
