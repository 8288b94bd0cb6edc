"""Where cards begin: the first choice, section or labelled title of each, or its number where that follows the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pledgecards.extract.card_tops import head_start, named_number, new_head, sure_number
from pledgecards.extract.numbering import Parts, follows, parts_of
from pledgecards.extract.numbers import numbered
from pledgecards.extract.people import names_office
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sectioning import section_of
from pledgecards.extract.title_lines import is_title_line
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LABEL = re.compile(r"([^:：]{2,12}?)\s*[:：]")


@dataclass(slots=True)
class _Body:
    """What has been seen of the card being read. number: its own; below: the label of the line under its number's."""

    begin: int
    choices_end: int | None = None
    in_choices: bool = False
    first_section: str | None = None
    sections: int = 0
    forms: int = 0
    labels: set[str | None] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    number: Parts = ()
    below: str | None = None


def anchors_of(pieces: Sequence[Piece], vocabulary: Vocabulary) -> Iterator[tuple[int, bool]]:
    """The first piece behind the head of every card, and whether its number alone tells that it begins."""
    body: _Body | None = None
    for index, piece in enumerate(pieces):
        event = _event(pieces, index, body, vocabulary)
        if not event:
            if body is not None and piece.kind == "line":
                body.in_choices = False
                if _is_next_number(pieces, index, body, vocabulary):
                    body = _begun(pieces, index + 1, index, vocabulary)
                    yield index + 1, True
            continue
        if body is None or _restarts(body, event, pieces, index, vocabulary):
            body = _begun(pieces, index, 0 if body is None else body.begin + 1, vocabulary)
            yield index, False
        _note(body, event, index, piece)


def _event(pieces: Sequence[Piece], index: int, body: _Body | None, vocabulary: Vocabulary) -> str:
    """What a piece is of that a card has: a choice, a section's heading, a labelled number or title; nothing else is an event."""
    piece = pieces[index]
    if piece.kind in ("number", "title"):
        return "" if body is not None and _said(piece) in body.names else "form"
    if piece.kind == "choice":
        return "choice"
    section = section_of(pieces, index, vocabulary)
    return "" if section is None else "section:" + section


def _begun(pieces: Sequence[Piece], anchor: int, low: int, vocabulary: Vocabulary) -> _Body:
    """A card that begins, with the number of its head. low: where the head may begin at the earliest."""
    body = _Body(anchor)
    for index in range(head_start(pieces, low, anchor, vocabulary), anchor):
        line = pieces[index].line
        if line is not None and sure_number(pieces[index], vocabulary):
            found = numbered(line.text, vocabulary)
            body.number = parts_of(found.number) if found is not None else ()
            body.below = _label_of(pieces, index + 1)
            break
    return body


def _label_of(pieces: Sequence[Piece], index: int) -> str | None:
    """The label before the colon of a line, folded."""
    line = pieces[index].line if index < len(pieces) else None
    found = _LABEL.match(line.text) if line is not None else None
    return fold(found[1]) if found is not None else None


def _is_next_number(pieces: Sequence[Piece], index: int, body: _Body, vocabulary: Vocabulary) -> bool:
    """Whether a line has the number that follows the card's own, and a title, and below it stands what stands below a title.

    Numbers of one part number much else: there the line below must have the very label that stands below the card's own.
    """
    line = pieces[index].line
    if line is None or not body.number or not (body.sections or body.labels) or line.text[:1] in vocabulary.bullets:
        return False
    found = numbered(line.text, vocabulary)
    if found is None or not (found.sure and found.title) or not follows(parts_of(found.number), body.number):
        return False
    if not is_title_line(pieces[index], vocabulary) or index + 1 == len(pieces):
        return False
    label = _label_of(pieces, index + 1)
    if len(body.number) == 1:
        return label is not None and label == body.below
    below = pieces[index + 1]
    return (
        label is not None
        or below.kind != "line"
        or section_of(pieces, index + 1, vocabulary) is not None
        or (below.line is not None and names_office(below.line.text, vocabulary))
    )


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
            return body.sections >= 2 and new_head(pieces, body.begin, index, vocabulary)
        if body.in_choices or body.sections == 0:
            return False
        # One more choice of the same block may stand behind a heading, or among the fields of a form; the same label again is of
        # the next card.
        in_form = all(piece.beside for piece in pieces[body.choices_end : index + 1])
        again = _label(pieces[index]) in body.labels or (body.sections >= 2 and not in_form)
        return again and _marked(pieces[index]) or new_head(pieces, body.begin, index, vocabulary)
    if body.sections == 0:
        return False
    if event == body.first_section and body.sections >= 3:
        return new_head(pieces, body.begin, index, vocabulary)
    above = pieces[index - 1]
    return event == body.first_section and is_title_line(above, vocabulary) and named_number(above, vocabulary)


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
