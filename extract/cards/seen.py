"""What has been seen of a card while it is read from its head down, as far as it tells where the next one begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pledgecards.extract.cards.number_lines import number_of, sure_number
from pledgecards.extract.cards.tops import head_start
from pledgecards.extract.markers import split_marker
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Line
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.sectioning import section_of
from pledgecards.extract.titles.again import without_remark
from pledgecards.extract.titles.documents import names_body, names_document
from pledgecards.extract.titles.labelled import labelled
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.extract.titles.numbering import Parts, parts_of
from pledgecards.schemas.notation import COLON, COLONS, has_colon
from pledgecards.schemas.vocabulary import Vocabulary, fold

_SAME_SIZE = 0.3
_MOST_BETWEEN = 4
_FIELD = re.compile(rf"([^{COLONS}\t]{{2,12}}?)\s*[{COLONS}\t]")
_LABEL = re.compile(rf"([^{COLONS}]{{2,12}}?)\s*{COLON}")


@dataclass(slots=True)
class CardBody:
    """What has been seen of a card.

    first_section, first_words: of the section it began with, and how that is called. number: its own, which begins with the
    sign; below: the label of the line under it. bare: the number of its title line where nothing but a space parts the two, and
    what the field under that line is called. titled: the title's label in its head, and the
    title. top: the first other label there, folded. over: the line alone over its first section, or
    over the table between the two, whose first cell says `head`. between: the labels of the lines between
    a title line and its first choice or section. headless: it is the first, begins with a section, and nothing that may be a title stands
    above that but a document's name.
    """

    begin: int
    choices_end: int | None = None
    in_choices: bool = False
    first_section: str | None = None
    first_words: str = ""
    sections: int = 0
    labels: set[str | None] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    number: Parts = ()
    sign: str = ""
    below: str | None = None
    bare: Parts = ()
    under_bare: str | None = None
    titled: tuple[str, str] | None = None
    top: str | None = None
    over: Line | None = None
    head: str | None = None
    between: tuple[str, ...] = ()
    headless: bool = False


def begun(pieces: Sequence[Piece], anchor: int, low: int, vocabulary: Vocabulary, title: int | None = None) -> CardBody:
    """A card that begins, with what its head says. low: where the head may begin at the earliest; title: a piece known to be of it."""
    body = CardBody(anchor)
    start = head_start(pieces, low, anchor, vocabulary, title)
    body.headless = not low and section_of(pieces, anchor, vocabulary) is not None
    body.headless = body.headless and all(_names_document(piece, vocabulary) for piece in pieces[start:anchor])
    for index in range(start, min(anchor + 1, len(pieces))):
        line = pieces[index].line
        if line is None:
            continue
        if index < anchor and not body.number and sure_number(pieces[index], vocabulary):
            found = numbered(line.text, vocabulary)
            body.number = parts_of(found.number) if found is not None else ()
            body.sign = line.text[:1]
            body.below = label_of(pieces, index + 1, vocabulary)
        elif index < anchor and (number := bare_number(pieces[index], vocabulary)):
            body.bare, body.under_bare = number, field_at(pieces, index + 1)
        if (told := title_under_label(line.text, vocabulary)) is not None:
            body.titled = told
        elif body.top is None:
            body.top = label_of(pieces, index, vocabulary)
    top, body.head = below_title(pieces, anchor)
    body.over = line_over(pieces, top, vocabulary)
    body.between = labels_above(pieces, anchor, vocabulary)
    return body


def _names_document(piece: Piece, vocabulary: Vocabulary) -> bool:
    return piece.line is not None and names_document(piece.line.text, vocabulary)


def labels_above(pieces: Sequence[Piece], anchor: int, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The labels of the lines right above a piece, up to a line that may be a title; none where no such line stands above them."""
    found: list[str] = []
    at = anchor - 1
    while at > 0 and len(found) < _MOST_BETWEEN and not is_title_line(pieces[at], vocabulary):
        label = label_of(pieces, at, vocabulary)
        if label is None:
            return ()
        found.append(label)
        at -= 1
    return tuple(found) if at >= 0 and is_title_line(pieces[at], vocabulary) else ()


def below_title(pieces: Sequence[Piece], index: int) -> tuple[int, str | None]:
    """What a title may stand over: a piece, or a table right above it (`담당부서 | 기업과`), with what its first cell says."""
    table = pieces[index - 1].table if index else None
    if table is None or not table.cells:
        return index, None
    return index - 1, fold(min(table.cells, key=lambda cell: (cell.row, cell.col)).text)


def line_over(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> Line | None:
    """The title line right above a piece, if no other that is set like it stands above that."""
    over = pieces[index - 1].line if index and is_title_line(pieces[index - 1], vocabulary) else None
    if over is None:
        return None
    further = pieces[index - 2].line if index > 1 and is_title_line(pieces[index - 2], vocabulary) else None
    if further is not None and (names_body(further.text) or names_document(further.text, vocabulary)):
        return over  # whose card it is stands above the title
    return None if further is not None and set_alike(over, further, vocabulary) else over


def set_alike(one: Line, other: Line, vocabulary: Vocabulary) -> bool:
    """Whether two lines have the same marker and the same type."""
    ranks = [split_marker(line.text, vocabulary).rank for line in (one, other)]
    return ranks[0] == ranks[1] and abs(one.size - other.size) < _SAME_SIZE and one.bold == other.bold


def label_of(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> str | None:
    """The label before the colon of a line, folded."""
    line = pieces[index].line if index < len(pieces) else None
    if line is None or not has_colon(line.text):
        return None
    found = _LABEL.match(split_marker(line.text, vocabulary).words)
    return fold(found[1]) if found is not None else None


def bare_number(piece: Piece, vocabulary: Vocabulary) -> Parts:
    """The number that nothing but a space parts from a title (`3 어르신 일자리 늘리기`)."""
    found = number_of(piece, vocabulary) if piece.kind == "line" else None
    if found is None or found.sure or not found.title or not is_title_line(piece, vocabulary):
        return ()
    return parts_of(found.number)


def field_at(pieces: Sequence[Piece], index: int) -> str | None:
    """What the field at a piece is called, folded: the first cell or the words before a colon or a wide gap; None if it is none."""
    piece = pieces[index] if index < len(pieces) else None
    if piece is None:
        return None
    if piece.choice is not None:
        return fold(piece.choice.label) or None
    if piece.table is not None:
        return fold(min(piece.table.cells, key=lambda cell: (cell.row, cell.col)).text) if piece.table.cells else None
    if piece.line is None:
        return None
    if piece.match is not None:
        return fold(piece.line.text)
    found = _FIELD.match(piece.line.text)
    return fold(found[1]) if found is not None else None


def words_of(piece: Piece, vocabulary: Vocabulary) -> str:
    """How the section is called that a line heads, folded; blank for a table."""
    return fold(without_remark(split_marker(piece.line.text, vocabulary).words)) if piece.line is not None else ""


def title_under_label(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The label and the title of a line that gives a title under its label, folded."""
    found = labelled(text, vocabulary)
    if found is None or not found.title:
        return None
    return fold(text.removesuffix(found.title)), fold(found.title)
