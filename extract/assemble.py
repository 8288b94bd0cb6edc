"""A document as read, made into its cards as printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgecards.extract.body import Body
from pledgecards.extract.card import Choice, PrintedCard
from pledgecards.extract.cards.contents import contents_issues, entries_of, named_as_listed
from pledgecards.extract.cards.doubts import counted_on, doubts_of
from pledgecards.extract.cards.in_turn import named_in_turn
from pledgecards.extract.cards.least import is_card, is_short_card
from pledgecards.extract.cards.own_sheets import is_summary, own_sheets, summed_up
from pledgecards.extract.cards.parting import Segment, segments
from pledgecards.extract.cards.sheets import pieces_of, without
from pledgecards.extract.choices.joined import apart
from pledgecards.extract.choices.marks import judge
from pledgecards.extract.document import Document
from pledgecards.extract.flow import flow_of
from pledgecards.extract.issue import Issue
from pledgecards.extract.page import Line
from pledgecards.extract.paging.margin_day import day_in_margin
from pledgecards.extract.people.margin import with_margin_people
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.signs import sign_of_sections
from pledgecards.extract.tables.unread_figures import unread_figures
from pledgecards.extract.titles.again import printed_again, same_title
from pledgecards.extract.titles.doubts import title_issues, without_doubt
from pledgecards.extract.titles.left_fields import caption_to_body, with_label
from pledgecards.extract.titles.numbering import same_number
from pledgecards.extract.titles.title import find_title
from pledgecards.schemas.vocabulary import Vocabulary, with_section_sign

_AMONG_FIELDS = frozenset({"people", "choice", "number", "title"})


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
    own = own_sheets(document.pages, [card for _, (card, _, _) in printed.read], within, vocabulary)
    if own:
        flow = flow_of(without(document, own), vocabulary)
        printed = _printed(flow.pieces, vocabulary)
    pieces, left = flow.pieces, printed.left
    aside = list(pieces_of(own))
    if printed.read and is_summary(printed.read[0][1][0], [c for _, (c, _, _) in printed.read[1:]], vocabulary):
        segment, _ = printed.read.pop(0)
        aside += pieces[segment.start : segment.end]
    cards: list[PrintedCard] = []
    issues: list[tuple[Issue, ...]] = []
    heads: list[Line] = []
    last = Segment(0, 0, 0)
    book = any(is_card(card) for _, (card, _, _) in printed.read)
    for segment, (card, doubts, named) in printed.read:
        if cards and last.end == segment.start and (_goes_on(cards[-1], card) or _is_nameless(card)):
            last = Segment(last.start, last.body, segment.end)
            cards[-1], issues[-1], _ = _card(pieces, last, vocabulary)
        elif is_card(card) or (book and segment.in_row and is_short_card(card)):
            heads += named
            cards.append(card)
            issues.append(doubts)
            last = segment
        else:
            left += range(segment.start, segment.end)
    outside = _in_order([pieces[index] for index in sorted(left)], aside)
    furniture = tuple(line for page in document.pages for line in page.furniture)
    if len(cards) == 1:
        cards[0] = with_margin_people(cards[0], furniture)
    if (day := day_in_margin(furniture)) is not None:
        cards = [replace(card, day=day) for card in cards]
    entries = entries_of(outside, vocabulary) if len(cards) > 1 else []
    counted = named_in_turn(cards)
    for place, card in enumerate(named_as_listed(counted, entries) if entries else counted):
        renumbered, cards[place] = cards[place].number != card.number, card
        if renumbered:
            issues[place] = tuple([issue for issue in issues[place] if issue.code != "number.missing"])
    issues = [(*own, *doubts) for own, doubts in zip(issues, counted_on(cards), strict=True)]
    about = [*contents_issues(entries, cards), *summed_up(aside)]
    issues = [without_doubt(own, len(cards)) for own in issues]
    total = sum(page.ink for page in document.pages)
    return Assembly(tuple(cards), tuple(issues), outside, furniture, tuple(heads), tuple(about), flow.repeated, total)


_Read = tuple[PrintedCard, tuple[Issue, ...], list[Line]]
"""A card as printed, what its reading was unsure of, and the lines of its head that only name the kind of document."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """The cards in a flow, each with its segment, and the indices of the pieces that stand in none."""

    read: list[tuple[Segment, _Read]]
    left: list[int]


def _printed(pieces: Sequence[Piece], vocabulary: Vocabulary) -> _Printed:
    found, left = segments(pieces, vocabulary)
    return _Printed([(segment, _card(pieces, segment, vocabulary)) for segment in found], left)


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


def _card(
    pieces: Sequence[Piece], segment: Segment, vocabulary: Vocabulary
) -> tuple[PrintedCard, tuple[Issue, ...], list[Line]]:
    """A card as printed, what its reading was unsure of, and the lines of its head that only name the kind of document."""
    # Labelled number and title cells may stand behind the anchor: the head goes on as long as such pieces do.
    head_end = segment.body
    while head_end < segment.end and pieces[head_end].kind in ("number", "title"):
        head_end += 1
    late = _labelled_later(pieces, segment.start, head_end, segment.end)
    head = [*pieces[segment.start : head_end], *[pieces[index] for index in late]]
    title = find_title(head, vocabulary)
    rest = [with_label(piece) for i, piece in enumerate(head) if i not in title.used and i not in title.furniture]
    # Their ink is counted with the lines that they stand in.
    rest += [Piece("line", line.place, 0, line) for line in title.beside]
    repeated: list[Piece] = []
    of_body: list[Piece] = []
    for index, piece in enumerate(pieces[head_end : segment.end], head_end):
        if index in late:
            continue
        if index in segment.projects:
            of_body.append(replace(piece, kind="project"))
            continue
        again = printed_again(piece, title.number, title.text, vocabulary)
        (repeated if again else of_body).append(piece)
    rest, of_body = caption_to_body(rest, of_body)
    body = Body(of_body, vocabulary)
    body.read(rest)
    choices, doubts = _choices(body.choices, vocabulary)
    claimed = body.claimed + sum([head[i].ink for i in title.used]) + sum([piece.ink for piece in repeated])
    own = pieces[segment.start : segment.end]
    pages = _pages(own)
    card = PrintedCard(
        title.number,
        title.text,
        title.place,
        min(pages, default=None),
        max(pages, default=None),
        tuple([draft.freeze() for draft in body.outline.drafts]),
        choices,
        tuple(body.tables),
        tuple(body.contacts),
        tuple(body.sections),
        claimed,
        sum([piece.ink for piece in own]),
    )
    named = [line for i in sorted(title.furniture) if (line := head[i].line) is not None]
    issues = (
        *title_issues(title),
        *doubts,
        *body.issues,
        *unread_figures(card, body.issues),
        *doubts_of(card, vocabulary),
    )
    return card, issues, named


def _labelled_later(pieces: Sequence[Piece], start: int, head_end: int, end: int) -> list[int]:
    """The cells of a form with the number or the title that its first fields lack, behind the office in charge or a choice (`공약번호 | 3 |
    담당부서 | 도로과` over `공약명 | 골목 주차장`)."""
    lacking = {"number", "title"} - {piece.kind for piece in pieces[start:head_end]}
    if len(lacking) != 1:
        return []  # no form, or all of it
    kind = lacking.pop()
    for index in range(head_end, end):
        if pieces[index].kind == kind:
            return [index]
        if pieces[index].kind not in _AMONG_FIELDS and not pieces[index].beside:
            break
    return []


def _pages(pieces: Sequence[Piece]) -> set[int]:
    """The pages that pieces stand on; a table may stand on several."""
    pages = {piece.place.page for piece in pieces}
    for piece in pieces:
        if piece.table is not None:
            pages |= {cell.place.page for cell in piece.table.cells}
    return {page for page in pages if page is not None}


def _choices(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[tuple[Choice, ...], list[Issue]]:
    printed = [part for piece in pieces if piece.choice is not None for part in apart(piece.choice, vocabulary)]
    judged = judge([choice.candidates for choice in printed], vocabulary)
    choices = []
    issues = []
    for choice, options in zip(printed, judged, strict=True):
        choices.append(Choice(choice.label, choice.match.key if choice.match else "other", options, choice.place))
        if choice.match is not None and choice.match.rough:
            message = f"'{choice.label}'을(를) '{choice.match.spelling}'(으)로 읽었습니다(유사도 {choice.match.score})."
            issues.append(Issue("label.fuzzy", message, "choices", "label_raw", choice.place, choice.label))
    return tuple(choices), issues
