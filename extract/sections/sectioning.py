"""Which pieces of the flow are section headings."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.people.lines import names_people
from pledgecards.extract.people.rows import is_only_people
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.headings import heading_match, names_document
from pledgecards.schemas.vocabulary import Match, Vocabulary

_MOST_PEOPLE = 8
"""So many lines name people under their heading at most."""


def section_of(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> str | None:
    """The key of the section whose heading the piece at `index` is, or None."""
    piece = pieces[index]
    if piece.kind == "heading" and piece.match is not None:
        met = vocabulary.sections.match(piece.match.spelling, rough=False)
        return None if met is None else met.key
    if piece.kind != "line" or piece.line is None:
        return None
    match = heading_match(piece.line, vocabulary)
    if match is None:
        return None
    if (index == 0 or _on_next_page(pieces, index)) and names_document(piece.line.text, vocabulary):
        return None  # `공약 실천계획` over a card names the document
    return match.key


def section_of_label(match: Match | None, vocabulary: Vocabulary) -> str:
    """The key of the section that the label of a form heads, `other` where it is the label of something else or unknown."""
    known = (vocabulary.sections, vocabulary.marked_sections)
    met = (words.match(match.spelling, rough=False) for words in known if match is not None)
    return next((one.key for one in met if one is not None), "other")


def _on_next_page(pieces: Sequence[Piece], index: int) -> bool:
    return pieces[index].place.page != pieces[index - 1].place.page


def ends_in_people(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a line names somebody in charge under the heading of such, with which the card before ends (`홍길동 팀장`)."""
    for at in range(index, max(0, index - _MOST_PEOPLE), -1):
        line = pieces[at].line
        if line is None or pieces[at].kind != "line" or pieces[at - 1].place.page != line.place.page:
            return False
        if not (is_only_people(line.text, vocabulary) or (at < index and names_people(line.text, True, vocabulary))):
            return False
        if (section := section_of(pieces, at - 1, vocabulary)) is not None:
            return section == "contacts"
    return False
