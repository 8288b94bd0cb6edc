"""The head of a card: where it begins above the first choice or section, and whether lines look like one."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.cards.form_heads import NAMES, form_top
from pledgecards.extract.cards.number_lines import sure_number
from pledgecards.extract.cards.sections_counted import counts_on
from pledgecards.extract.cards.title_above import over_fields, title_above
from pledgecards.extract.pieces import Piece, on_one_page
from pledgecards.extract.sections.sectioning import section_of
from pledgecards.extract.titles.documents import names_document
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.schemas.vocabulary import Vocabulary

_MOST_ABOVE = 6


def new_head(pieces: Sequence[Piece], low: int, anchor: int, vocabulary: Vocabulary) -> bool:
    """Whether the lines right before an anchor look like the head of a new card: a number, or large type, or the top of a page."""
    start = head_start(pieces, low + 1, anchor, vocabulary)
    if start == anchor:
        page = pieces[anchor].place.page
        return page is not None and pieces[anchor - 1].place.page != page
    head = pieces[start:anchor]
    said = any(piece.line and any(map(str.isalpha, piece.line.text)) for piece in head)  # not the last cells of a row
    if said and any(piece.line and sure_number(piece, vocabulary) for piece in head):
        return True
    page = pieces[start].place.page
    return page is not None and pieces[start - 1].place.page != page


def top_of_page(pieces: Sequence[Piece], anchor: int, vocabulary: Vocabulary) -> int | None:
    """The first piece of the anchor's page, if the anchor is the first section or choice there and little stands above it."""
    start = anchor
    leaf = _leaf(pieces[anchor])
    while leaf is not None and start and _leaf(pieces[start - 1]) == leaf and anchor - start <= _MOST_ABOVE:
        start -= 1
        if pieces[start].kind == "choice" or section_of(pieces, start, vocabulary) is not None:
            return None
    tops = leaf is not None and 0 < anchor - start <= _MOST_ABOVE and (not start or _leaf(pieces[start - 1]) != leaf)
    return start if tops and is_title_line(pieces[start], vocabulary) else None


def _leaf(piece: Piece) -> int | None:
    """The page, or the sheet of a text behind a form feed, that a piece stands on; None where it is not known."""
    return piece.place.page or piece.sheet or None


def head_start(pieces: Sequence[Piece], low: int, anchor: int, vocabulary: Vocabulary, title: int | None = None) -> int:
    """Where the head of the card begins whose first choice or section is at `anchor`: at `title`, a piece that is known to be of it;
    else at its number's line, or the first of the title lines right before the anchor, on the anchor's page, at most sixteen lines back.

    People in charge, or a line that is no title, may stand between the title and the anchor. low: where it may begin at the earliest.
    """
    form = max(form_top(pieces, anchor), low) if title is None and anchor < len(pieces) else anchor
    start = form if form < anchor else title_above(pieces, low, anchor, vocabulary) if title is None else title
    page = pieces[min(start, anchor)].place.page
    if title is not None and start > low and not sure_number(pieces[start], vocabulary):
        above = _is_number_over(pieces, low, start, vocabulary)
        start = start - 1 if above else over_fields(pieces, low, start, vocabulary)
    # The name of the kind of document stands over its number, not at the end of the card before.
    named = start < anchor or (anchor < len(pieces) and pieces[anchor].kind in NAMES)
    while named and start > low and _names_document(pieces[start - 1], page, vocabulary):
        start -= 1
    return start


def _is_number_over(pieces: Sequence[Piece], low: int, start: int, vocabulary: Vocabulary) -> bool:
    """Whether the line right above a title has the number of its card."""
    above = pieces[start - 1]
    if not is_title_line(above, vocabulary) or not sure_number(above, vocabulary):
        return False
    if not on_one_page(above, pieces[start]):
        return False  # a divider's
    return not counts_on(pieces, low, start - 1, vocabulary)


def _names_document(piece: Piece, page: int | None, vocabulary: Vocabulary) -> bool:
    return (
        piece.kind == "line"
        and piece.line is not None
        and piece.place.page == page
        and names_document(piece.line.text, vocabulary)
    )
