"""The source beside the values: pages as pictures with boxes, or lines of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pledgecards.review.card_view import CardView
from pledgecards.review.pictures import Picture

_PAPER = (595.28, 841.89)
_MOST_PAGES = 400
_AROUND = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points, with the ids of the rows that were read there."""

    x: float
    y: float
    width: float
    height: float
    ids: str


@dataclass(frozen=True, slots=True)
class PageSheet:
    """A page: its size in points, its picture's address (None: an empty sheet) and its boxes, the largest first."""

    number: int
    width: float
    height: float
    picture: str | None
    boxes: list[Box]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text with its number and the ids of the rows that were read there."""

    number: int
    text: str
    ids: str


@dataclass(frozen=True, slots=True)
class Sheets:
    """What stands on the left of a card's page; note: why the source is not shown, or ""."""

    pages: Sequence[PageSheet]
    lines: Sequence[Line]
    note: str


def page_sheets(view: CardView, pictures: Mapping[int, Picture], folder: str) -> list[PageSheet]:
    """The card's pages with the boxes of its rows. folder: where the pictures lie, seen from the page."""
    first, last = view.card["page_first"], view.card["page_last"]
    numbers = sorted({*range(first, min(last, first + _MOST_PAGES) + 1), *view.boxes.on_pages})
    sheets = []
    for number in numbers:
        found = view.boxes.on_pages.get(number, {})
        boxes = [
            Box(round(x0, 2), round(top, 2), round(x1 - x0, 2), round(bottom - top, 2), " ".join(ids))
            for (x0, top, x1, bottom), ids in found.items()
        ]
        # A small box within a large one lies above it, where it can be pointed at.
        boxes.sort(key=lambda box: -box.width * box.height)
        picture = pictures.get(number)
        if picture is not None:
            sheets.append(PageSheet(number, picture.width, picture.height, folder + picture.name, boxes))
        else:
            width = max([_PAPER[0], *(box[2] for box in found)])
            height = max([_PAPER[1], *(box[3] for box in found)])
            sheets.append(PageSheet(number, width, height, None, boxes))
    return sheets


def line_sheet(view: CardView, lines: Sequence[str]) -> list[Line]:
    """The card's lines of a text, a few around them; without the text only the numbers that rows stand on."""
    taken = view.boxes.on_lines
    if not lines:
        return [Line(number, "", " ".join(ids)) for number, ids in sorted(taken.items())]
    first = max(1, min(taken, default=1) - _AROUND)
    last = min(len(lines), max(taken, default=len(lines)) + _AROUND)
    return [Line(number, lines[number - 1], " ".join(taken.get(number, ()))) for number in range(first, last + 1)]
