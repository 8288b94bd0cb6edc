"""Whether what was parted into cards are the projects of a single one, each over sections of its own: its head stands over the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgecards.extract.cards.contents import counts_parts
from pledgecards.extract.cards.project_lines import (
    counts_no_pledge,
    counts_parts_of_card,
    in_row,
    look_of,
    number_in,
    parts_in,
)
from pledgecards.extract.cards.tops import head_start
from pledgecards.extract.fields import is_field
from pledgecards.extract.people.lines import names_office
from pledgecards.extract.pieces import Piece, on_one_page, size_of
from pledgecards.extract.sections.sectioning import section_of
from pledgecards.extract.titles.documents import names_body, names_document
from pledgecards.extract.titles.labelled import labelled
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.extract.titles.numbering import follows, parts_of
from pledgecards.schemas.vocabulary import Vocabulary

_LARGER = 1.0
_FEWEST_SECTIONS = 2
_IN_HEAD = ("contacts", "classification")
"""What stands in the head of a card beside its choices."""

_OF_FORM = ("choice", "number", "title")


@dataclass(frozen=True, slots=True)
class Whole:
    """A card of several projects: where it begins, where its head ends, and the lines with which its projects begin."""

    start: int
    body: int
    projects: tuple[int, ...]


def cards_of_projects(
    pieces: Sequence[Piece], heads: Sequence[tuple[int, int]], vocabulary: Vocabulary
) -> list[tuple[range, Whole]]:
    """The cards whose projects were parted, each with the indices of the heads that are of it; heads: where each begins, and its first choice
    or section."""
    looks = [(look_of(pieces[start], vocabulary), parts_in(pieces[start], vocabulary)) for start, _ in heads]
    ends = [*(start for start, _ in heads), len(pieces)]
    found: list[tuple[range, Whole]] = []
    at = 0
    while at + 1 < len(heads):
        last = at + 1
        while last < len(heads) and not any(piece.kind in _OF_FORM for piece in pieces[ends[last] : ends[last + 1]]):
            (look, number), (before, number_before) = looks[last], looks[last - 1]
            if last > at + 1 and (look != before or (number and not follows(number, number_before))):
                break
            last += 1
        whole = one_card(pieces[: ends[last]], heads[at:last], vocabulary, alone=last - at == len(heads))
        if whole is not None:
            found.append((range(at, last), whole))
        at = last if whole is not None else at + 1
    return found


def one_card(
    pieces: Sequence[Piece], heads: Sequence[tuple[int, int]], vocabulary: Vocabulary, *, alone: bool
) -> Whole | None:
    """The card whose projects are all that was parted; None where they are cards. heads: where each begins, and its first choice or section;
    alone: they are all of the file.

    The first of them stands below the head of the card, and is set like those with which the others begin: right below its own numbered
    title, which is larger (`공약 3. …` over `1. …`, and `2. …` on a later page); below its choices, which no other has; or below who is in
    charge of it. What a word for projects counts that counts no pledges (`세부사업 1. …`) needs but a title above.
    """
    if len(heads) < 2:
        return None
    (first, body), *others = heads
    row = [start for start, _ in others]
    if alone and _under_title(pieces, heads, vocabulary):  # in a book it may name a part
        return Whole(first, first + 1, (first + 1, *row))
    top = _cover(pieces, first, vocabulary) if pieces[first].kind == "choice" else first
    if top is not None and (projects := _under_own(pieces, top, row, vocabulary, alone=alone)):
        return Whole(top, min(body, projects[0]), projects)
    start = _under_people(pieces, [first, *row], vocabulary)
    return None if start is None else Whole(start, first, (first, *row))


def _cover(pieces: Sequence[Piece], first: int, vocabulary: Vocabulary) -> int | None:
    """The title with a number or a label that stands last on the page before that of a card's first choice, where nothing but who is in
    charge stands between the two."""
    title = first - 1
    while title >= 0 and in_charge(pieces[title], vocabulary):
        title -= 1
    page = pieces[first].place.page
    if title < 0 or page is None or pieces[title].place.page != page - 1:
        return None
    sure = is_title_line(pieces[title], vocabulary) and is_sure(pieces[title], vocabulary)
    return head_start(pieces, 0, first, vocabulary, title) if sure else None


def _under_title(pieces: Sequence[Piece], heads: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> bool:
    (start, body), *others = heads
    if start + 1 >= body:
        return False
    title, first = pieces[start], pieces[start + 1]
    own, one = number_in(title, vocabulary), number_in(first, vocabulary)
    if own is None or one is None or not (own.sure and own.title and one.sure and one.first and one.title):
        return False
    if one.named or own.first or counts_parts(own.number) or len(parts_of(own.number)) != 1:
        return False
    larger = on_one_page(title, first) and size_of(title) > size_of(first) + _LARGER
    return larger and in_row(pieces, [start + 1, *(at for at, _ in others)], vocabulary)


def _under_own(
    pieces: Sequence[Piece], start: int, row: Sequence[int], vocabulary: Vocabulary, *, alone: bool
) -> tuple[int, ...]:
    """The projects, those that begin at `row` and the one before them, where they stand below the choices, or the sections, of the card itself
    whose head begins at `start`; none where they do not."""
    end = row[0]
    if any(piece.kind in _OF_FORM for piece in pieces[end:]):
        return ()
    if not is_own_title(pieces[start], vocabulary):
        return ()
    larger = size_of(pieces[start]) > size_of(pieces[end]) + _LARGER
    parts = all(counts_parts_of_card(pieces[at], vocabulary) for at in row)
    told = parts or is_sure(pieces[start], vocabulary) or (larger and number_in(pieces[start], vocabulary) is not None)
    chosen = [at for at in range(start, end) if pieces[at].kind == "choice"]
    # What follows the card's own number may be the next card, and what begins anew behind it that of the next part of a book.
    another = follows(parts_in(pieces[end], vocabulary), parts_in(pieces[start], vocabulary))
    if in_row(pieces, row, vocabulary):
        like = _is_like(pieces, start, end, [*row, len(pieces)][1], vocabulary)
        own = told and not another and (bool(chosen) or ((alone or parts) and not like))
        return tuple(row) if own else ()
    if not chosen:
        at = next((at for at in range(start + 1, end) if in_row(pieces, [at, *row], vocabulary)), start + 1)
        own = told and at > start + 1 and not _is_like(pieces, start, at, end, vocabulary)
        return (at, *row) if own else ()
    # One choice alone under any title may explain the signs of a book.
    headed = any(in_charge(piece, vocabulary) for piece in pieces[start : chosen[-1]])
    if len(chosen) == 1 and not headed and not is_sure(pieces[start], vocabulary):
        return ()
    first = next((at for at in range(chosen[-1] + 1, end) if in_row(pieces, [at, *row], vocabulary)), None)
    if first is not None:
        alike = look_of(pieces[start], vocabulary) == look_of(pieces[first], vocabulary)
        return () if alike and another else (first, *row)
    first = _first_under_choices(pieces, start, end, vocabulary)
    larger = first is not None and size_of(pieces[start]) > size_of(pieces[first]) + _LARGER
    if first is None or not (larger or len(chosen) > 1 or is_sure(pieces[start], vocabulary)):
        return ()
    projects = (first, *row)
    counted = any(parts_in(pieces[at], vocabulary) for at in projects)
    return () if counted or len({look_of(pieces[at], vocabulary) for at in projects}) > 1 else projects


def _is_like(pieces: Sequence[Piece], start: int, first: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands before the first project has the sections that stand in it: it is another card."""
    own, its = ({section_of(pieces, at, vocabulary) for at in range(*ends)} for ends in ((start, first), (first, end)))
    return len((own & its) - {None}) >= _FEWEST_SECTIONS


def _under_people(pieces: Sequence[Piece], projects: Sequence[int], vocabulary: Vocabulary) -> int | None:
    """Where the head begins whose title stands with who is in charge, or alone, over the first of the projects."""
    if not in_row(pieces, projects, vocabulary) or any(piece.kind in _OF_FORM for piece in pieces[projects[0] :]):
        return None
    title = projects[0] - 1
    while title >= 0 and in_charge(pieces[title], vocabulary):
        title -= 1
    if title < 0 or not on_one_page(pieces[title], pieces[projects[0]]) or not is_own_title(pieces[title], vocabulary):
        return None
    if not is_title_line(pieces[title], vocabulary):
        return None
    if not all(counts_no_pledge(pieces[at], vocabulary) for at in projects):
        parts = all(counts_parts_of_card(pieces[at], vocabulary) for at in projects)
        sure, alone = is_sure(pieces[title], vocabulary), title + 1 == projects[0]
        below = (pieces[at + 1] for at in projects if at + 1 < len(pieces))
        if (alone and not (sure and parts)) or any(in_charge(piece, vocabulary) for piece in below):
            return None  # cards have each their own
        if not (sure or parts):
            return None
    return head_start(pieces, 0, projects[0], vocabulary, title)


def in_charge(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a piece tells who is in charge of a card."""
    if piece.kind == "people":
        return True
    return piece.kind == "line" and piece.line is not None and names_office(piece.line.text, vocabulary)


def is_sure(title: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a title has a number that is not the first of a row, or its label, or stands in a form."""
    if title.kind in ("number", "title"):
        return True
    own = number_in(title, vocabulary)
    if own is not None:
        return own.sure and not own.first
    return title.line is not None and labelled(title.line.text, vocabulary) is not None


def is_own_title(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a piece is the title of a card, or its number, and names no document, no body and no part of a book."""
    if piece.line is None or not (piece.kind in ("number", "title") or is_title_line(piece, vocabulary)):
        return False
    text = piece.line.text
    found = number_in(piece, vocabulary)
    if names_document(text, vocabulary) or names_body(text) or (found is not None and counts_parts(found.number)):
        return False
    return not is_field(text if found is None else found.title, vocabulary)


def _first_under_choices(pieces: Sequence[Piece], start: int, end: int, vocabulary: Vocabulary) -> int | None:
    """The title line between a card's choices, and who is in charge below them, and its first section."""
    chosen = False
    for at in range(start + 1, end):
        if pieces[at].kind == "choice":
            chosen = True
            continue
        section = section_of(pieces, at, vocabulary)
        if section is None or section in _IN_HEAD:
            continue
        if at + 1 < end and pieces[at + 1].kind == "choice":
            continue  # the name of the choices
        over = at - 1
        while over > start and in_charge(pieces[over], vocabulary):
            over -= 1
        return over if chosen and is_title_line(pieces[over], vocabulary) else None
    return None
