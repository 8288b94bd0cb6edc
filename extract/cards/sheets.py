"""Documents as printed sheet by sheet: the pages of a PDF, or what form feeds part in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgecards.extract.document import Document
from pledgecards.extract.page import Block, Line, Page, Place
from pledgecards.extract.pieces import Piece


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a page of a PDF, or between two form feeds of a text. number: 1-based."""

    number: int
    blocks: tuple[Block, ...]


def sheets_of(pages: Sequence[Page]) -> list[Sheet]:
    """The sheets of a document, in their order."""
    if not pages or pages[0].number is not None:
        return [Sheet(page.number or 0, page.blocks) for page in pages]
    blocks: dict[int, list[Block]] = {}
    for block in pages[0].blocks:
        blocks.setdefault(sheet_at(block.place, pages), []).append(block)
    return [Sheet(number, tuple(found)) for number, found in sorted(blocks.items())]


def sheet_at(place: Place, pages: Sequence[Page]) -> int:
    """The number of the sheet on which something stands."""
    return place.page or bisect_right(pages[0].sheets, place.line or 0) + 1


def without(document: Document, sheets: Sequence[Sheet]) -> Document:
    """The document without some of its sheets."""
    taken = {id(block) for sheet in sheets for block in sheet.blocks}
    pages = (replace(page, blocks=tuple(b for b in page.blocks if id(b) not in taken)) for page in document.pages)
    return replace(document, pages=tuple(pages))


def pieces_of(sheets: Sequence[Sheet]) -> tuple[Piece, ...]:
    """What stands on sheets, as it stands there: no table is taken for the form of a card."""
    return tuple(
        Piece("line", block.place, block.ink, block)
        if isinstance(block, Line)
        else Piece("table", block.place, block.ink, table=block)
        for sheet in sheets
        for block in sheet.blocks
    )
