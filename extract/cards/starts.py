"""Where cards begin: the first choice, section or labelled title of each, or its number where that follows the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pledgecards.extract.cards.contents import counts_parts
from pledgecards.extract.cards.covers import divider_page
from pledgecards.extract.cards.form_heads import in_form_of, is_over_name
from pledgecards.extract.cards.listed import listed_cards
from pledgecards.extract.cards.number_lines import named_number, sure_number
from pledgecards.extract.cards.repeats import Start, begins_anew
from pledgecards.extract.cards.sections_counted import counts_on
from pledgecards.extract.cards.seen import CardBody, begun, below_title, labels_above, line_over, set_alike, words_of
from pledgecards.extract.cards.sums import under_sum
from pledgecards.extract.cards.tops import head_start, new_head, top_of_page
from pledgecards.extract.choices.labels import label_alone
from pledgecards.extract.grid.roles.role import table_role
from pledgecards.extract.numbers import numbered
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.sectioning import section_of
from pledgecards.extract.titles.again import without_remark
from pledgecards.extract.titles.documents import names_document
from pledgecards.extract.titles.labelled import labelled
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.extract.titles.numbering import number_key
from pledgecards.extract.titles.wrapped import title_goes_on
from pledgecards.schemas.notation import COLONS
from pledgecards.schemas.vocabulary import Vocabulary, fold

_FARTHEST = 60
"""So many pieces below its head at most all of a card's sections have begun."""

_FEWEST_SECTIONS = 3
"""A card has so many sections at least before the first of them tells of another card."""


def starts_of(pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Start]:
    """Where every card begins."""
    starts = list(_starts(pieces, vocabulary))
    return starts if len(starts) > 1 else _from_table(starts, pieces, vocabulary)


def _from_table(starts: list[Start], pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Start]:
    """The start of the only card, moved up to a table of figures that stands on its sheet under no known heading; without any start it is
    one below a line that says that its number or its title, is a pledge's."""
    end = starts[0].anchor if starts else len(pieces)
    sheet = (pieces[end].place.page, pieces[end].sheet) if starts else None
    pledged = bool(starts)
    titled: int | None = None
    for index, piece in enumerate(pieces[:end]):
        if piece.line is not None and (named := labelled(piece.line.text, vocabulary)) is not None and named.title:
            pledged, titled = True, index if titled is None else titled
        elif piece.line is not None and not pledged:
            found = numbered(piece.line.text, vocabulary)
            pledged = found is not None and found.named
        if not pledged or piece.kind != "table" or (starts and (piece.place.page, piece.sheet) != sheet):
            continue
        assert piece.table is not None
        role = table_role(piece.table, None, vocabulary)[0]
        if role not in (None, "contacts") and not listed_cards(piece.table, vocabulary):
            return [Start(index) if titled is None else Start(titled + 1, titled)]
    return starts


def _starts(pieces: Sequence[Piece], vocabulary: Vocabulary) -> Iterator[Start]:
    body: CardBody | None = None
    for index, piece in enumerate(pieces):
        if body is not None and body.in_choices and _labels_choice(pieces, index, vocabulary):
            continue
        event = _event(pieces, index, body, vocabulary)
        if not event:
            if body is not None and piece.kind == "line":
                body.in_choices = False
                start = begins_anew(pieces, index, body, vocabulary)
                if start is not None:
                    body = begun(pieces, start.anchor, body.begin + 1, vocabulary, start.title)
                    yield start
            continue
        low = 0 if body is None else body.begin + 1
        if body is None or _restarts(body, event, pieces, index, vocabulary):
            title = None if body is None or event == "form" else _title_again(body, pieces, index, vocabulary)
            body = begun(pieces, index, low, vocabulary, title)
            yield Start(index, title)
        elif event == body.first_section and (top := _top_again(body, pieces, index, vocabulary)) is not None:
            body = begun(pieces, index, low, vocabulary, top)
            yield Start(index, top)
        _note(body, event, piece, index, vocabulary)


def _event(pieces: Sequence[Piece], index: int, body: CardBody | None, vocabulary: Vocabulary) -> str:
    """What a piece is of that a card has: a choice, a section's heading, a labelled number or title; nothing else is an event."""
    piece = pieces[index]
    if is_over_name(pieces, index):
        return ""
    if piece.kind in ("number", "title"):
        return "" if body is not None and _is_repeated(pieces, index, body) else "form"
    if piece.kind == "choice":
        return "choice"
    section = section_of(pieces, index, vocabulary)
    if section is None or (body is None and _names_document(pieces, index, vocabulary)):
        return ""  # `공약이행현황` at the top of all is the name of the document
    if body is None and under_sum(pieces, index, vocabulary):
        return ""  # `분야별 현황` of a book
    return "section:" + section


def _names_document(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a line names the kind of document, alone or with the line above, from which it goes on (`공약사업 세부` over `실천계획`)."""
    line, above = pieces[index].line, pieces[index - 1].line if index else None
    if line is None or names_document(line.text, vocabulary):
        return line is not None
    goes_on = above is not None and title_goes_on(above, line)
    return goes_on and above is not None and names_document(f"{above.text} {line.text}", vocabulary)


def _is_repeated(pieces: Sequence[Piece], index: int, body: CardBody) -> bool:
    """Whether a labelled number or title is that of the card itself, on another page of it: so is what stands beside it. Two cards of a
    book may have one number by a slip."""
    beside = pieces[index + 1] if index + 1 < len(pieces) else None
    pair = beside is not None and {pieces[index].kind, beside.kind} == {"number", "title"}
    return _said(pieces[index]) in body.names and (not pair or beside is None or _said(beside) in body.names)


def _labels_choice(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a line, though it may head a section elsewhere, labels the choice below it (`이행상황` over `□ 완료 ■ 정상추진`)."""
    piece, below = pieces[index], pieces[index + 1] if index + 1 < len(pieces) else None
    if (
        piece.line is None
        or below is None
        or below.choice is None
        or below.choice.label != piece.line.text.strip(f" {COLONS}")
    ):
        return False
    return label_alone(piece.line.text, vocabulary) is not None


def _note(body: CardBody, event: str, piece: Piece, index: int, vocabulary: Vocabulary) -> None:
    if event == "form":
        body.in_choices = False
        body.names.add(_said(piece))
    elif event == "choice":
        body.choices_end = index
        body.in_choices = True
        body.labels.add(_label(piece))
    else:
        body.in_choices = False
        body.sections += 1
        if body.first_section is None:
            body.first_section, body.first_words = event, words_of(piece, vocabulary)


def _restarts(body: CardBody, event: str, pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> bool:
    if body.headless and body.sections and _first_head(body, pieces, index, vocabulary):
        return True
    if event == "form":
        if in_form_of(pieces, body.begin, index):
            return False
        return body.sections >= 1 or (body.choices_end is not None and not body.in_choices)
    if event == "choice":
        choice = pieces[index].choice
        assert choice is not None
        if body.choices_end is None:
            # Choices behind sections: the block of this card stands late, unless a new head stands before it, or a cover.
            headed = head_start(pieces, body.begin + 1, index, vocabulary) < index
            covered = divider_page(pieces, body.begin + 1, index, vocabulary) < index
            return body.sections >= 2 and (headed or covered) and new_head(pieces, body.begin, index, vocabulary)
        if body.in_choices or body.sections == 0:
            return False
        # One more choice of the same block may stand behind a heading, or among the fields of a form; the same label again is of
        # the next card.
        in_form = all(piece.beside for piece in pieces[body.choices_end : index + 1])
        label = _label(pieces[index])
        # In a text nothing but its own label, or a head above it, tells of another card.
        behind = body.sections >= 2 and not in_form and (pieces[index].place.page is not None or label in body.labels)
        if behind and label not in body.labels and counts_on(pieces, body.begin + 1, index, vocabulary):
            return False  # `Ⅳ. 이행상태 : …` behind `Ⅲ. 추진실적`
        again = (bool(label) and not (label or "").startswith("<") and label in body.labels) or behind
        return again and _marked(pieces[index]) or new_head(pieces, body.begin, index, vocabulary)
    if body.sections == 0:
        return False
    if event == body.first_section and body.sections >= _FEWEST_SECTIONS:
        # Without a head of its own a page begins another card only where it begins as this one does.
        alike = words_of(pieces[index], vocabulary) == body.first_words
        headed = alike or head_start(pieces, body.begin + 1, index, vocabulary) < index
        return headed and new_head(pieces, body.begin, index, vocabulary)
    above = pieces[index - 1]
    return event == body.first_section and is_title_line(above, vocabulary) and named_number(above, vocabulary)


def _first_head(body: CardBody, pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> bool:
    """Whether the first number and title of a file stand right above a piece, or a title at the top of its page, with the section below that
    came before them without a head: a summary of all cards stood there."""
    head = pieces[head_start(pieces, body.begin + 1, index, vocabulary) : index]
    found = (numbered(piece.line.text, vocabulary) for piece in head if piece.line and sure_number(piece, vocabulary))
    numbers = [number for number in found if number is not None and not counts_parts(number.number)]
    told = any(number.title or len(head) > 1 for number in numbers)
    if not told and top_of_page(pieces, index, vocabulary) is None:
        return False
    below = range(index, min(index + _FARTHEST, len(pieces)))
    return any(f"section:{section_of(pieces, at, vocabulary)}" == body.first_section for at in below)


def _top_again(body: CardBody, pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> int | None:
    """Where the head of another card begins over the section with which this one began: at the top of the page, or, in a card without a
    number, at a line alone over the section, or over a table with the same label between the two, that is set like the title of this one."""
    if body.sections < _FEWEST_SECTIONS:
        return None
    top = top_of_page(pieces, index, vocabulary)
    if top is not None or body.number or body.over is None:
        return top
    below, head = below_title(pieces, index)
    over = line_over(pieces, below, vocabulary) if head == body.head else None
    return below - 1 if over is not None and set_alike(over, body.over, vocabulary) else None


def _title_again(body: CardBody, pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> int | None:
    """The title above a card's first choice or section, told by the lines between the two, which have the labels that they had in the card
    before (`담당부서: …`); None where there are none."""
    above = labels_above(pieces, index, vocabulary) if body.between else ()
    return index - 1 - len(above) if above and above == body.between else None


def _said(piece: Piece) -> str:
    """What a labelled cell says; a table with the number and the title may stand on every page of a card."""
    if piece.line is None:
        return ""
    return number_key(piece.line.text) if piece.kind == "number" else fold(without_remark(piece.line.text))


def _label(piece: Piece) -> str | None:
    """The label of a choice; of one without a label, the field that its options told, between signs that no label has."""
    if piece.choice is None:
        return None
    label = fold(piece.choice.label)
    return label or (f"<{piece.choice.match.key}>" if piece.choice.match is not None else "")


def _marked(piece: Piece) -> bool:
    choice = piece.choice
    if choice is None or choice.match is None:
        return False
    marked = any(c.glyph or c.bold or c.drawn or c.fill is not None for c in choice.candidates)
    return marked and len(choice.candidates) > 1
