"""Where one card ends and the next begins, in a file of one card or a book of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pledgecards.extract.card_list import listed_cards
from pledgecards.extract.grid.roles import table_role
from pledgecards.extract.labelled import labelled
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Table
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sectioning import section_of
from pledgecards.extract.titles import is_title_line, names_body, stands_beside_title
from pledgecards.schemas.vocabulary import Vocabulary, fold

_FARTHEST = 16


@dataclass(frozen=True, slots=True)
class Segment:
    """The pieces [start, end) of one card; `body` is where its head (number, title) ends and its first choice or section begins."""

    start: int
    body: int
    end: int


@dataclass(slots=True)
class _Body:
    """What has been seen of the card being read."""

    begin: int
    choices_end: int | None = None
    in_choices: bool = False
    first_section: str | None = None
    sections: int = 0
    forms: int = 0
    labels: set[str | None] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


def segments(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[list[Segment], list[int]]:
    """The cards in a flow, and the indices of pieces that belong to none (cover, contents page, dividers)."""
    anchors = list(_anchors(pieces, vocabulary))
    starts = []
    for position, anchor in enumerate(anchors):
        low = anchors[position - 1] + 1 if position else 0
        starts.append(_head_start(pieces, low, anchor, vocabulary))
    found = []
    outside: list[int] = list(range(starts[0])) if starts else list(range(len(pieces)))
    for position, (start, anchor) in enumerate(zip(starts, anchors, strict=True)):
        end = starts[position + 1] if position + 1 < len(starts) else len(pieces)
        last = _without_divider(pieces, anchor, end, vocabulary) if position + 1 < len(starts) else end
        outside += range(last, end)
        found.append(Segment(start, anchor, last))
    return found, outside


def _anchors(pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[int]:
    """The first choice, section or labelled title of every card."""
    anchors: list[int] = []
    body: _Body | None = None
    for index, piece in enumerate(pieces):
        if piece.kind in ("number", "title"):
            event = "" if body is not None and _said(piece) in body.names else "form"
        elif piece.kind == "choice":
            event = "choice"
        else:
            section = section_of(pieces, index, vocabulary)
            event = "" if section is None else "section:" + section
        if not event:
            if body is not None and piece.kind == "line":
                body.in_choices = False
            continue
        if body is None or _restarts(body, event, pieces, index, vocabulary):
            body = _Body(index)
            anchors.append(index)
        _note(body, event, index, piece)
    if len(anchors) < 2:
        return _from_table(anchors, pieces, vocabulary)
    return anchors


def _from_table(anchors: list[int], pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[int]:
    """The anchor of the only card, moved up to a table of figures that stands on its page under no known heading; without any anchor
    it is one below a line that says that its number is a pledge's."""
    end = anchors[0] if anchors else len(pieces)
    page = pieces[end].place.page if anchors else None
    pledged = bool(anchors)
    for index, piece in enumerate(pieces[:end]):
        if not pledged and piece.line is not None:
            found = numbered(piece.line.text, vocabulary)
            pledged = found is not None and found.named
        if not pledged or piece.kind != "table" or (anchors and piece.place.page != page):
            continue
        assert piece.table is not None
        role = table_role(piece.table, None, vocabulary)[0]
        if role not in (None, "contacts") and not listed_cards(piece.table, vocabulary):
            return [index]
    return anchors


def _note(body: _Body, event: str, index: int, piece: Piece) -> None:
    if event == "form":
        body.forms += 1
        body.in_choices = False
        body.names.add(_said(piece))
    elif event == "choice":
        body.choices_end = index
        body.in_choices = True
        body.labels.add(_label(piece))
    else:
        body.in_choices = False
        body.sections += 1
        body.first_section = body.first_section or event


def _restarts(body: _Body, event: str, pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> bool:
    if event == "form":
        return body.sections >= 1 or (body.choices_end is not None and not body.in_choices)
    if event == "choice":
        choice = pieces[index].choice
        assert choice is not None
        if body.choices_end is None:
            # Choices behind sections: the block of this card stands late, unless a new head stands before it.
            return body.sections >= 2 and _new_head(pieces, body.begin, index, vocabulary)
        if body.in_choices or body.sections == 0:
            return False
        # One more choice of the same block may stand behind a heading, or among the fields of a form; the same label again is of
        # the next card.
        in_form = all(piece.beside for piece in pieces[body.choices_end : index + 1])
        again = _label(pieces[index]) in body.labels or (body.sections >= 2 and not in_form)
        return again and _marked(pieces[index]) or _new_head(pieces, body.begin, index, vocabulary)
    if body.sections == 0:
        return False
    if event == body.first_section and body.sections >= 3:
        return _new_head(pieces, body.begin, index, vocabulary)
    above = pieces[index - 1]
    return event == body.first_section and is_title_line(above, vocabulary) and _named_number(above, vocabulary)


def _said(piece: Piece) -> str:
    """What a labelled cell says; a table with the number and the title may stand on every page of a card."""
    return fold(piece.line.text) if piece.line is not None else ""


def _label(piece: Piece) -> str | None:
    return fold(piece.choice.label) if piece.choice is not None else None


def _marked(piece: Piece) -> bool:
    choice = piece.choice
    if choice is None or choice.match is None:
        return False
    marked = any(c.glyph or c.bold or c.drawn or c.fill is not None for c in choice.candidates)
    return marked and len(choice.candidates) > 1


def _new_head(pieces: Sequence[Piece], low: int, anchor: int, vocabulary: Vocabulary) -> bool:
    """Whether the lines right before an anchor look like the head of a new card: a number, or large type, or the top of a page."""
    start = _head_start(pieces, low + 1, anchor, vocabulary)
    if start == anchor:
        page = pieces[anchor].place.page
        return page is not None and pieces[anchor - 1].place.page != page
    head = pieces[start:anchor]
    if any(piece.line and _sure_number(piece, vocabulary) for piece in head):
        return True
    page = pieces[start].place.page
    return page is not None and pieces[start - 1].place.page != page


def _named_number(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line begins with a number that says it is a pledge's (`공약 3. 제목`)."""
    if piece.line is None or not piece.line.text[:1].isalpha():
        return False
    found = numbered(piece.line.text, vocabulary)
    return found is not None and found.sure


def _sure_number(piece: Piece, vocabulary: Vocabulary) -> bool:
    if piece.kind != "line" or piece.line is None:
        return False
    found = numbered(piece.line.text, vocabulary)
    return found is not None and (found.sure or not found.title)


def _head_start(pieces: Sequence[Piece], low: int, anchor: int, vocabulary: Vocabulary) -> int:
    """Where the head of the card begins whose first choice or section is at `anchor`: its number's line, or the first of
    the title lines right before the anchor, on the anchor's page, at most sixteen lines back.

    People in charge, or a line that is no title, may stand between the title and the anchor.
    """
    start = anchor
    page = pieces[anchor].place.page
    number = None
    between: list[Piece] = []
    below_people = False
    for index in range(anchor - 1, max(low, anchor - _FARTHEST) - 1, -1):
        piece = pieces[index]
        if piece.place.page != page:
            break
        if start == anchor and piece.kind == "line" and piece.line is not None and names_body(piece.line.text):
            between.append(piece)
            continue
        if not is_title_line(piece, vocabulary):
            if (
                start < anchor
                and not low
                and piece.line is not None
                and stands_beside_title(piece.line.text, vocabulary)
            ):
                below_people = True  # who is in charge may stand between the title and the name of the first project
                continue
            if start < anchor or (low and pieces[anchor].kind in ("number", "title")):
                break
            between.append(piece)
            continue
        if start == anchor and not all(_below_title(piece, other, low == 0, vocabulary) for other in between):
            between.append(piece)  # the body's name, a day: the title may stand above it
            continue
        if below_people and _size_of(piece) <= _size_of(pieces[start]) + 1:
            break
        start = index
        if number is None and _sure_number(piece, vocabulary):
            number = index
        elif (
            number is not None
            and (page is None or number == index + 1)
            and piece.line is not None
            and labelled(piece.line.text, vocabulary) is not None
        ):
            number = index  # `제목: …` over `번호: 2`
    if number is None or page is not None and (start == 0 or pieces[start - 1].place.page != page):
        return start
    return number


def _below_title(title: Piece, piece: Piece, first: bool, vocabulary: Vocabulary) -> bool:
    """Whether a piece may stand between a card's title and its body: other text where the title has a number or is set larger;
    people in charge or a day that figures are of in the first card always, in a later one (they may end the card before) so too."""
    assert title.line is not None
    outstanding = _sure_number(title, vocabulary) or labelled(title.line.text, vocabulary) is not None
    if piece.table is not None:
        if listed_cards(piece.table, vocabulary):
            return False
        people = piece.kind == "people" or table_role(piece.table, None, vocabulary)[0] == "contacts"
        return people and (first or outstanding or title.line.size > _size(piece.table) + 1)
    if piece.line is None:
        return False
    if first and (stands_beside_title(piece.line.text, vocabulary) or names_body(piece.line.text)):
        return True
    return outstanding or title.line.size > piece.line.size + 1


def _size_of(piece: Piece) -> float:
    return piece.line.size if piece.line is not None else 0.0


def _size(table: Table) -> float:
    return max((line.size for cell in table.cells for line in cell.lines), default=0.0)


def _without_divider(pieces: Sequence[Piece], body: int, end: int, vocabulary: Vocabulary) -> int:
    """`end` without trailing pages that hold only a few title lines: a divider between fields, or a blank cover.

    In text, without the one or two title lines that stand apart right before the next card's number.
    """
    last = end
    if pieces[end - 1].place.page is None:
        return _without_divider_lines(pieces, body, end, vocabulary)
    while last > body + 1:
        page = pieces[last - 1].place.page
        if page is None:
            break
        first = last - 1
        while first > body and pieces[first - 1].place.page == page:
            first -= 1
        lines = pieces[first:last]
        if first <= body + 1 or len(lines) > 4 or not all(is_title_line(piece, vocabulary) for piece in lines):
            break
        last = first
    return last


def _without_divider_lines(pieces: Sequence[Piece], body: int, end: int, vocabulary: Vocabulary) -> int:
    last = end
    while last > body + 1 and end - last < 2 and is_title_line(pieces[last - 1], vocabulary):
        last -= 1
    if last == end:
        return end
    line, above = pieces[last].place.line, pieces[last - 1].place.line
    apart = line is not None and above is not None and line - above >= 2
    return last if apart and not is_title_line(pieces[last - 1], vocabulary) else end
