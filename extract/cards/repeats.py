"""Cards that begin where nothing but what comes again tells it: the next number, a title under the same label, the same top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgecards.extract.cards.number_lines import is_number_alone, sure_number
from pledgecards.extract.cards.seen import CardBody, bare_number, field_at, label_of, title_under_label
from pledgecards.extract.cards.title_above import over_fields
from pledgecards.extract.markers import split_marker
from pledgecards.extract.numbers import numbered
from pledgecards.extract.people.lines import names_office
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.sectioning import section_of
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.extract.titles.numbering import follows, parts_of
from pledgecards.extract.titles.wrapped import title_goes_on
from pledgecards.schemas.vocabulary import Vocabulary

_FEWEST_SECTIONS = 2
_NEAR, _FARTHEST = 8, 30
"""So many pieces below the top of a card its choices stand, or its first section begins."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a card begins.

    anchor: the first piece behind its head. title: the piece that is known to be of its head. follows: its number follows that of the
    card before.
    """

    anchor: int
    title: int | None = None
    follows: bool = False


def begins_anew(pieces: Sequence[Piece], index: int, body: CardBody, vocabulary: Vocabulary) -> Start | None:
    """The card that a line begins though no choice or section says so: by its number, by its title's label, or by the label that stands
    at the top of the card before."""
    if not (body.sections or body.labels) or pieces[index].line is None:
        return None
    if pieces[index].in_row:
        behind = _behind_head(pieces, index, vocabulary)
        # At the end of its page, it is found from no piece below.
        ends = behind == len(pieces) or pieces[behind].place.page != pieces[index].place.page
        return Start(behind, index if ends else None, follows=True)
    if _is_next_number(pieces, index, body, vocabulary):
        return Start(index + 1, index, follows=True)
    if _is_next_bare(pieces, index, body, vocabulary):
        return Start(index + 1, index, follows=True)
    if _is_next_title(pieces, index, body, vocabulary):
        anchor = index + 1
        while (
            anchor < len(pieces)
            and is_title_line(pieces[anchor], vocabulary)
            and sure_number(pieces[anchor], vocabulary)
        ):
            anchor += 1  # `공약번호: 8` below the title
        return Start(anchor, index)
    title = _title_above(pieces, index, body, vocabulary)
    return None if title is None else Start(index, title)


def _behind_head(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> int:
    """The first piece behind a head that its row tells: a title under its number, and lines of it that are set alike, are of it."""
    line = pieces[index].line
    found = numbered(line.text, vocabulary) if line is not None else None
    title = index + 1 if found is not None and not found.title else index
    behind = title + 1
    while behind < len(pieces) and is_title_line(pieces[behind], vocabulary):
        one, other = pieces[title].line, pieces[behind].line
        if one is None or other is None or not title_goes_on(one, other):
            break
        behind += 1
    return behind


def _is_next_number(pieces: Sequence[Piece], index: int, body: CardBody, vocabulary: Vocabulary) -> bool:
    """Whether a line has the number that follows the card's own, and a title, and below it stands what stands below a title.

    Numbers of one part that do not say that they are a pledge's number much else: there the line below must have the very label that stands below the card's own, or be the heading
    with which the card began.
    """
    line = pieces[index].line
    if line is None or not body.number or not _alike(line.text[:1], body.sign):
        return False  # most lines
    found = numbered(line.text, vocabulary)
    if found is None or not (found.sure and found.title) or not follows(parts_of(found.number), body.number):
        return False
    if not is_title_line(pieces[index], vocabulary) or index + 1 == len(pieces):
        return False
    label, section = label_of(pieces, index + 1, vocabulary), section_of(pieces, index + 1, vocabulary)
    if len(body.number) == 1 and not found.named:
        return (label is not None and label == body.below) or (
            section is not None and f"section:{section}" == body.first_section
        )
    below = pieces[index + 1]
    return (
        label is not None
        or below.kind != "line"
        or section is not None
        or (below.line is not None and names_office(below.line.text, vocabulary))
    )


def _is_next_bare(pieces: Sequence[Piece], index: int, body: CardBody, vocabulary: Vocabulary) -> bool:
    """Whether a line of a text has a later number (a book may leave some out) and a title, nothing but a space between, as the card's own
    title line has, over the same field, and the sections begin anew below (`4 농어촌버스 노선 개편` over `담당부서<TAB>교통과`)."""
    line = pieces[index].line
    if not body.bare or body.under_bare is None or line is None or not line.text[:1].isnumeric():
        return False  # most lines
    if line.place.page is not None:
        return False
    number = bare_number(pieces[index], vocabulary)
    later = follows(number, body.bare) or (len(number) == len(body.bare) == 1 and number > body.bare)
    if not number or not later or field_at(pieces, index + 1) != body.under_bare:
        return False
    return _sections_begin_anew(pieces, index, body, vocabulary)


def _alike(sign: str, other: str) -> bool:
    """Whether two numbers may be of one row, by the signs with which they begin."""
    return sign == other or (sign.isnumeric() and other.isnumeric())


def _is_next_title(pieces: Sequence[Piece], index: int, body: CardBody, vocabulary: Vocabulary) -> bool:
    """Whether a line gives another title under the label that the title of the card has (`공약명: …`), and the sections begin anew below,
    or a pledge's number stands alone beside it, other fields between the two or not."""
    line = pieces[index].line
    if line is None or body.titled is None:
        return False
    if split_marker(line.text, vocabulary).words[:1] != body.titled[0][:1]:
        return False  # most lines
    title = title_under_label(line.text, vocabulary)
    if title is None or title[0] != body.titled[0] or title[1] == body.titled[1]:
        return False
    numbered_too = over_fields(pieces, body.begin + 1, index, vocabulary) < index or (
        index + 1 < len(pieces) and is_number_alone(pieces[index + 1], vocabulary)
    )
    return numbered_too or _sections_begin_anew(pieces, index, body, vocabulary)


def _sections_begin_anew(pieces: Sequence[Piece], index: int, body: CardBody, vocabulary: Vocabulary) -> bool:
    """Whether the next section below a line is that with which the card began: its parts have no sections of their own."""
    if body.first_section is None:
        return any(piece.kind == "choice" for piece in pieces[index + 1 : index + _NEAR])
    sections = (section_of(pieces, at, vocabulary) for at in range(index + 1, min(index + _FARTHEST, len(pieces))))
    following = next((section for section in sections if section is not None), None)
    return following is not None and f"section:{following}" == body.first_section


def _title_above(pieces: Sequence[Piece], index: int, body: CardBody, vocabulary: Vocabulary) -> int | None:
    """The title line right above a line that has the label of the one in charge, as the top of the card before had it, where the sections
    begin anew below; None where it is not so: parts of a card may each have an office in charge."""
    if body.top is None or body.sections < _FEWEST_SECTIONS or index - 1 <= body.begin:
        return None
    label = label_of(pieces, index, vocabulary)
    if label != body.top or not _in_charge(label, vocabulary) or not is_title_line(pieces[index - 1], vocabulary):
        return None
    return index - 1 if _sections_begin_anew(pieces, index, body, vocabulary) else None


def _in_charge(label: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.sections.match(label, rough=False)
    return match is not None and match.key == "contacts"
