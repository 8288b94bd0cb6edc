"""A document as read, made into its cards as printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgecards.extract.card import PrintedCard
from pledgecards.extract.cards.agreement import book_issues
from pledgecards.extract.cards.contents import Entry, entries_of, named_as_listed
from pledgecards.extract.cards.doubts import counted_on
from pledgecards.extract.cards.in_turn import named_in_turn
from pledgecards.extract.cards.least import is_card, is_short_card
from pledgecards.extract.cards.own_sheets import is_summary, own_sheets, summed_up
from pledgecards.extract.cards.parting import Segment, segments
from pledgecards.extract.cards.sheets import pieces_of, without
from pledgecards.extract.document import Document
from pledgecards.extract.flow import flow_of
from pledgecards.extract.issue import Issue
from pledgecards.extract.page import Line
from pledgecards.extract.paging.margin_day import day_in_margin
from pledgecards.extract.people.margin import with_margin_people
from pledgecards.extract.pieces import Piece
from pledgecards.extract.printed_card import ReadCard, printed_card
from pledgecards.extract.sections.signs import sign_of_sections, with_section_sign
from pledgecards.extract.titles.again import same_title
from pledgecards.extract.titles.doubts import without_doubt
from pledgecards.extract.titles.numbering import same_number
from pledgecards.schemas.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Assembly:
    """The cards of a document, and the text that stands in none of them (cover, contents page, dividers, running heads).

    issues  for every card, what its extraction was unsure of.
    heads   the lines at the head of cards that only name the kind of document (`○○시 공약카드`).
    book    where the contents page and the cards differ.
    repeated  non-space characters of table heads that a page break repeated: read, and taken out.
    total   all non-space characters of the document.
    """

    cards: tuple[PrintedCard, ...]
    issues: tuple[tuple[Issue, ...], ...]
    outside: tuple[Piece, ...]
    furniture: tuple[Line, ...]
    heads: tuple[Line, ...]
    book: tuple[Issue, ...]
    repeated: int
    total: int


def assemble(document: Document, vocabulary: Vocabulary) -> Assembly:
    """Finds the cards of a document and reads each as printed. A document without any card gives none."""
    flow = flow_of(document, vocabulary)
    if (sign := sign_of_sections(flow.pieces, vocabulary)) is not None:
        vocabulary = with_section_sign(vocabulary, sign)
        flow = flow_of(document, vocabulary)
    printed = _printed(flow.pieces, vocabulary)
    within = (piece for segment, _ in printed.read for piece in flow.pieces[segment.start : segment.end])
    own = own_sheets(document.pages, [one.card for _, one in printed.read], within, vocabulary)
    if own:
        flow = flow_of(without(document, own), vocabulary)
        printed = _printed(flow.pieces, vocabulary)
    aside = [*pieces_of(own), *_summary(flow.pieces, printed, vocabulary)]
    read = _whole_cards(flow.pieces, printed, vocabulary)
    outside = _in_order([flow.pieces[index] for index in sorted(printed.left)], aside)
    furniture = tuple(line for page in document.pages for line in page.furniture)
    entries = entries_of(outside, vocabulary) if len(read) > 1 else []
    cards, issues = _named(_with_margins([one.card for one in read], furniture), read, entries)
    differing = book_issues(outside, entries, cards, vocabulary) if len(read) > 1 else []
    about = [*differing, *summed_up(aside)]
    heads = tuple(line for one in read for line in one.named)
    total = sum(page.ink for page in document.pages)
    return Assembly(tuple(cards), tuple(issues), outside, furniture, heads, tuple(about), flow.repeated, total)


@dataclass(frozen=True, slots=True)
class _Printed:
    """The cards in a flow, each with its segment, and the indices of the pieces that stand in none."""

    read: list[tuple[Segment, ReadCard]]
    left: list[int]


def _printed(pieces: Sequence[Piece], vocabulary: Vocabulary) -> _Printed:
    found, left = segments(pieces, vocabulary)
    return _Printed([(segment, printed_card(pieces, segment, vocabulary)) for segment in found], left)


def _summary(pieces: Sequence[Piece], printed: _Printed, vocabulary: Vocabulary) -> Sequence[Piece]:
    """The pieces of a first card that only sums up those behind it, which is taken from what was read; nothing in nearly every document."""
    if not printed.read or not is_summary(
        printed.read[0][1].card, [one.card for _, one in printed.read[1:]], vocabulary
    ):
        return ()
    segment, _ = printed.read.pop(0)
    return pieces[segment.start : segment.end]


def _whole_cards(pieces: Sequence[Piece], printed: _Printed, vocabulary: Vocabulary) -> list[ReadCard]:
    """The cards that are whole: one that goes on under its title printed again is read once more, with its rest. What is none is left."""
    cards: list[ReadCard] = []
    last = Segment(0, 0, 0)
    book = any(is_card(one.card) for _, one in printed.read)
    for segment, one in printed.read:
        if cards and last.end == segment.start and (_goes_on(cards[-1].card, one.card) or _is_nameless(one.card)):
            last = Segment(last.start, last.body, segment.end)
            cards[-1] = replace(printed_card(pieces, last, vocabulary), named=cards[-1].named)
        elif is_card(one.card) or (book and segment.in_row and is_short_card(one.card)):
            cards.append(one)
            last = segment
        else:
            printed.left.extend(range(segment.start, segment.end))
    return cards


def _with_margins(cards: list[PrintedCard], furniture: tuple[Line, ...]) -> list[PrintedCard]:
    """The cards with what the margins of the pages say of them: whom one alone is of, and the day of all."""
    if len(cards) == 1:
        cards = [with_margin_people(cards[0], furniture)]
    day = day_in_margin(furniture)
    return cards if day is None else [replace(card, day=day) for card in cards]


def _named(
    cards: list[PrintedCard], read: Sequence[ReadCard], entries: Sequence[Entry]
) -> tuple[Sequence[PrintedCard], list[tuple[Issue, ...]]]:
    """The cards with the numbers and titles that their order or the contents page tells, and the doubts that are left of each."""
    counted = named_in_turn(cards)
    named = named_as_listed(counted, entries) if entries else counted
    issues = [
        tuple(issue for issue in one.issues if card.number == before.number or issue.code != "number.missing")
        for one, before, card in zip(read, cards, named, strict=True)
    ]
    issues = [(*own, *doubts) for own, doubts in zip(issues, counted_on(named), strict=True)]
    return named, [without_doubt(own, len(named)) for own in issues]


def _in_order(outside: Sequence[Piece], apart: Sequence[Piece]) -> tuple[Piece, ...]:
    """What stands outside of cards, in the order of its pages."""
    return (
        tuple(sorted([*outside, *apart], key=lambda piece: piece.place.page or piece.place.line or 0))
        if apart
        else tuple(outside)
    )


def _goes_on(card: PrintedCard, below: PrintedCard) -> bool:
    """Whether what follows a card is the rest of it, under its number and title printed again: none of its sections comes twice."""
    if below.choices or not (same_number(card.number, below.number) and same_title(card.title, below.title)):
        return False
    # The office may stand in the head itself.
    once = {*card.sections, *[table.section for table in card.tables]} - {"other", "contacts"}
    more = {*below.sections, *[table.section for table in below.tables]} - {"other", "contacts"}
    return bool(more) and not once & more


def _is_nameless(card: PrintedCard) -> bool:
    """Whether what began like a card has too little for one, and neither number nor title: deeds at a page's top below those of the card before."""
    return not (card.number or card.title or card.choices or card.tables or is_card(card))
