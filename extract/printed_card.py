"""One card as printed, from the pieces of its segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgecards.extract.body import Body
from pledgecards.extract.card import Choice, PrintedCard
from pledgecards.extract.cards.doubts import doubts_of
from pledgecards.extract.cards.parting import Segment
from pledgecards.extract.choices.joined import apart
from pledgecards.extract.choices.marks import judge
from pledgecards.extract.issue import Issue
from pledgecards.extract.page import Line
from pledgecards.extract.pieces import Piece
from pledgecards.extract.tables.unread_figures import unread_figures
from pledgecards.extract.titles.again import printed_again
from pledgecards.extract.titles.doubts import title_issues
from pledgecards.extract.titles.left_fields import caption_to_body, with_label
from pledgecards.extract.titles.title import find_title
from pledgecards.schemas.vocabulary import Vocabulary

_AMONG_FIELDS = frozenset({"people", "choice", "number", "title"})


@dataclass(frozen=True, slots=True)
class ReadCard:
    """A card as printed, what its reading was unsure of, and the lines of its head that only name the kind of document."""

    card: PrintedCard
    issues: tuple[Issue, ...]
    named: list[Line]


def printed_card(pieces: Sequence[Piece], segment: Segment, vocabulary: Vocabulary) -> ReadCard:
    """Reads the pieces of a segment: its head, its body, and the choices in both."""
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
    return ReadCard(card, issues, named)


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
