"""Tables of a single project in a section of a card (`□ 소요예산` over `사업명 | 사업비` over `체육관 건립 | 330백만원`): no form, though
its heads are the labels that a card's title and sections have in one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.captions import is_caption
from pledgecards.extract.form_parts import Field, People, Rest
from pledgecards.extract.forms.form import fields
from pledgecards.extract.forms.labels import label_kind
from pledgecards.extract.markers import NUMERAL, split_marker
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Table
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.sectioning import section_of
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold

_PLEDGE = re.compile("공약|약속")

_FARTHEST = 4
"""So many pieces at most stand between a card's title and the heading of its first section."""

_LONGEST = 40
"""So many pieces at most stand between the title of a card and a table of its own."""


def fields_below(table: Table, pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Field | Rest | People] | None:
    """The fields of a form below these pieces, or None if the table is no form but data."""
    return None if _lists_project(table, pieces, vocabulary) else fields(table, vocabulary)


def _lists_project(table: Table, pieces: Sequence[Piece], vocabulary: Vocabulary) -> bool:
    """Whether the first of a row of heads, over a single row, is that of a column of projects (no word for pledges), and the table stands in a
    section of a card that has begun."""
    if table.rows != 2 or table.cols < 2 or any(cell.row_span > 1 for cell in table.cells):
        return False
    first = next((cell for cell in table.cells if cell.row == cell.col == 0), None)
    head = vocabulary.heads.match(first.text, rough=False) if first is not None and first.text else None
    if first is None or head is None or head.key != "project" or _PLEDGE.search(first.text):
        return False
    kind = label_kind(first, vocabulary)
    if kind is None or kind[0] != "title" or not pieces:
        return False
    on_page = pieces[-1].place.page == table.place.page
    return _is_below_heading(pieces, vocabulary) or (on_page and _is_in_section(pieces, kind[1], vocabulary))


def _is_below_heading(pieces: Sequence[Piece], vocabulary: Vocabulary) -> bool:
    """Whether the last piece, but for a note of the unit, heads a part of a card that has begun: `사업개요` may begin one, unless a title with
    its number stands above."""
    at = len(pieces) - 1
    while at > 0 and (line := pieces[at].line) is not None and is_caption(line.text):
        at -= 1
    if at < 1:
        return False
    section = section_of(pieces, at, vocabulary)
    if section is None:
        return _heads_projects(pieces[at], vocabulary)
    above = range(max(0, at - _FARTHEST), at)
    return section != "overview" or any(_names_card(pieces, index, vocabulary) for index in above)


def _is_in_section(pieces: Sequence[Piece], label: Match, vocabulary: Vocabulary) -> bool:
    """Whether the last piece stands in a section of a card whose head is a line with its number and title, or a form with another label for the
    title. Where a form gave a title under this label, the next card may begin so too."""
    titles = {fold(piece.match.spelling) for piece in pieces if piece.kind == "title" and piece.match is not None}
    if fold(label.spelling) in titles:
        return False
    headed = False
    for index in range(len(pieces) - 1, max(-1, len(pieces) - 1 - _LONGEST), -1):
        if section_of(pieces, index, vocabulary) is not None:
            headed = True
        elif pieces[index].kind == "title" or (not titles and _names_card(pieces, index, vocabulary)):
            return headed
    return False


def _heads_projects(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line behind a bullet names the projects of a card (`□ 세부사업`)."""
    if piece.kind != "line" or piece.line is None:
        return False
    marked = split_marker(piece.line.text, vocabulary)
    head = vocabulary.heads.match(marked.words, rough=False) if marked.rank not in (None, NUMERAL) else None
    return head is not None and head.key == "project"


def _names_card(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary) -> bool:
    line = pieces[index].line if pieces[index].kind == "line" else None
    found = numbered(line.text, vocabulary) if line is not None else None
    if found is None or not (found.sure and found.title):
        return False
    return section_of(pieces, index, vocabulary) is None
