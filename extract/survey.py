"""What is known of a card before its first line is read, and what that says of a line: heading, project, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from pledgecards.extract.grid.roles.results import holds_results
from pledgecards.extract.grid.roles.role import table_role
from pledgecards.extract.items.continuation import CLAUSE, SENTENCE
from pledgecards.extract.items.dated_bullets import DATED, IN_THE_WAY, beside_deed, groups_deeds, heads_deeds, is_deed
from pledgecards.extract.items.numbered_projects import numbers_project
from pledgecards.extract.items.outline import Outline
from pledgecards.extract.markers import (
    BARS,
    BRACKET,
    DASH,
    DOT,
    ITEM,
    NOTE,
    NUMERAL,
    SECTION,
    Marked,
    split_marker,
    unboxed,
)
from pledgecards.extract.page import Line, Table
from pledgecards.extract.people.lines import names_people
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.headings import heading_match
from pledgecards.extract.sections.heads_apart import heads_below_heads
from pledgecards.extract.sections.marker import marker_of_sections
from pledgecards.extract.series import same_series
from pledgecards.extract.stars import is_star, stars_are_bullets
from pledgecards.extract.tables.notes import unit_at
from pledgecards.extract.tables.projects import names_axis, project_names, says_project
from pledgecards.extract.tables.unit_remarks import unit_remarks
from pledgecards.schemas.notation import SHORT_YEAR, WEEKDAY, YEAR, plain_colons
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold

TABLE_SECTIONS = {"schedule": "schedule", "budget": "budget", "indicators": "indicators", "contacts": "contacts"}
"""The section that a table of each role stands for."""

IN_HEAD = -1
"""The index of a piece that stands in the card's head, right before the first of its body."""

_OF_PROJECTS = ("schedule", "budget", "indicators")
"""Roles of tables whose first column names projects."""

_WITHOUT_PROJECTS = frozenset({"classification", "support", "overview", "current_state", "goals"})
"""Sections in which the name of a project heads nothing."""

_WITHIN_OTHERS = frozenset({"classification", "overview", "contacts", "other"})
_LONGEST_NAME = 16
_REMARK = re.compile(r"[(（][^()（）]*[)）]")
_BARS = re.compile(f"[{BARS}]")
_SUM = re.compile(r"\d[\d,.]*\s*(?:조|[십백천]*억|[십백천]+만|백만|천)\s*원|(?:\s\d[\d,.]*%?){3}")
_DAY_LAST = re.compile(rf"{YEAR}\s?[.년/-]\s?\d{{1,2}}\s?[.월/-]\s?\d{{1,2}}\s?[.일]?(?:\s?{WEEKDAY})?$")
_OF_YEAR = re.compile(rf"{SHORT_YEAR}년도?\s")
_UPPER = re.compile(r"[Ⅰ-Ⅻ]|[IVX]+[.)]|\d{1,2}\.$")  # numerals that number sections, not the lines below them


def is_row(text: str) -> bool:
    """Whether a line has three or more columns, parted by wide gaps or by bars."""
    text = unboxed(text)
    return text.count("\t") >= 2 or len(_BARS.findall(text)) >= 2


class Survey:
    """A first look over a card's pieces.

    roles     what each table looks like by itself, by the identity of the table.
    headings  the section that each piece, if it is a line, is the heading of.
    projects  the folded names of the projects in its tables.
    main_rank, main_marker  the marker that most of its section headings carry.
    in_form   whether its labels stand in the cells of a form.
    """

    def __init__(self, pieces: Sequence[Piece], vocabulary: Vocabulary) -> None:
        self.pieces = pieces
        self.vocabulary = vocabulary
        self.roles = {
            id(piece.table): table_role(piece.table, None, vocabulary) for piece in pieces if piece.table is not None
        }
        self.headings = [
            heading_match(piece.line, vocabulary) if piece.line is not None and piece.kind == "line" else None
            for piece in pieces
        ]
        for index in heads_below_heads(pieces, self.headings, vocabulary):
            self.headings[index] = None
        tables = [piece.table for piece in pieces if piece.table is not None]
        self.projects = project_names(
            [table for table in tables if self.roles[id(table)][0] in _OF_PROJECTS], vocabulary
        )
        self.main_rank, self.main_marker = marker_of_sections(pieces, self.headings, vocabulary)
        self.in_form = [piece.kind for piece in pieces].count("heading") >= 2
        self._starred = stars_are_bullets(pieces, self.headings, self.projects, vocabulary)

    def marked(self, text: str) -> Marked:
        """A line's text split into its marker and its words. `*` is a note's sign beside other bullets, and else the bullet."""
        marked = split_marker(text, self.vocabulary)
        if self._starred and is_star(marked):
            return Marked(marked.marker, DOT, marked.words, marked.start)
        return marked

    def heading_of(self, line: Line, index: int) -> Match | None:
        """The section that a line is the heading of: the whole piece at this index, or a part of it."""
        if index != IN_HEAD and line is self.pieces[index].line and self.pieces[index].kind == "line":
            return self.headings[index]
        return heading_match(line, self.vocabulary)

    def heads_sections(self, marked: Marked) -> bool:
        """Whether a line carries the marker of this card's section headings."""
        return bool(self.main_marker) and same_series(marked.marker, self.main_marker)

    @cached_property
    def main_headings(self) -> list[Line]:
        """The lines that head known sections with the marker that most of them carry."""
        return [
            piece.line
            for piece, match in zip(self.pieces, self.headings, strict=True)
            if match is not None and piece.line is not None and self.heads_sections(self.marked(piece.line.text))
        ]

    def is_section(self, marked: Marked, match: Match, index: int, outline: Outline) -> bool:
        """A known name as a bullet of the text (`○ 위치` among `○ …: …`) heads a section only with a marker of the
        card's own section headings, without a marker, or in brackets; in a form, whose labels are its headings, it heads none.

        With another marker it heads one where a table follows, or where its section is another than the one it stands in.
        """
        if marked.rank == ITEM and self.in_form and index != IN_HEAD and self.pieces[index].beside:
            return False
        if outline.section == "performance" and (
            self._is_deed(marked, index, outline)
            or groups_deeds(marked, match.key, outline, index, self.pieces, self.marked)
        ):
            return False
        if marked.rank in (None, SECTION, BRACKET) or self.main_marker is None:
            return True
        if self.heads_sections(marked) or _UPPER.match(marked.marker or ""):
            return True
        if marked.rank not in (ITEM, NUMERAL):
            return False
        if any(piece.table is not None for piece in self.pieces[index + 1 : index + 2]):
            return True
        if any(fold(marked.words) in fold(heading.words) for heading in outline.headings[:1]):
            return True
        # `○ 2019년 추진실적` under `□ 추진실적`
        of_year = match.key == outline.section and _OF_YEAR.match(marked.words) is not None
        return of_year or match.key not in ("overview", "other", outline.section)

    def _is_deed(self, marked: Marked, index: int, outline: Outline) -> bool:
        """Whether a bullet at this piece is a dated deed, though it is called as a section: one with a heading's marker only where no section has it."""
        heads = marked.rank == SECTION and outline.marks_sections(marked)
        if heads or marked.rank in (None, NOTE, BRACKET) or _UPPER.match(marked.marker or ""):
            return False
        if self.heads_sections(marked) and not beside_deed(marked, index, self.pieces, self.headings, self.marked):
            return False
        return is_deed(marked, index, self.pieces, self.marked)

    def section_with_text(self, marked: Marked, index: int, outline: Outline) -> str | None:
        """The section that a line with the marker of this card's headings names before a colon, if it is another than the one it
        stands in: what follows it in the line is that section's text (`Ⅳ 소요예산: 해당없음` behind `Ⅲ 추진실적`)."""
        if self.in_form or not (self.heads_sections(marked) or marked.rank is None):
            return None
        if outline.section == "performance" and self._is_deed(marked, index, outline):
            return None
        label, colon, text = plain_colons(marked.words).partition(":")
        if not colon or not text.strip():
            return None
        match = self.vocabulary.sections.match(label, rough=False)
        if match is None:
            return None
        if marked.rank is None:
            # Among deeds without bullets only what lies ahead, or stands in the way, is surely none of them.
            ahead = match.key == "plan" or (match.key == "other" and IN_THE_WAY.match(label.strip()) is not None)
            return match.key if ahead and outline.section == "performance" else None
        if match.key == "other" and outline.section == "performance" and IN_THE_WAY.match(label.strip()):
            return match.key
        return None if match.key in _WITHIN_OTHERS or match.key == outline.section else match.key

    def deeds_behind(self, text: str, section: str) -> int | None:
        """Where the colon stands in a line outside the section of deeds that names it and then tells dated deeds (`추진실적: 설치(2019. 2.)`)."""
        colon = plain_colons(text).find(":", 4, _LONGEST_NAME)
        if colon < 0 or section == "performance" or self.in_form or DATED.search(text, colon) is None:
            return None
        match = self.vocabulary.sections.match(text[:colon], rough=False)
        return colon if match is not None and match.key == "performance" else None

    def is_project(self, line: Line, marked: Marked, index: int, outline: Outline) -> bool:
        """A project heading: the name of a project of the card's tables, or a short unmarked line that heads bullets."""
        if marked.rank in (DASH, DOT, NOTE):
            return False
        if self.numbers_project(marked):
            return True
        other = outline.section == "performance" and bool(self.main_marker) and not self.heads_sections(marked)
        other = other and heads_deeds(marked, index, self.pieces, self.marked, outline)
        if other or self.names_project(marked, outline):
            return self._heads_something(index)
        if marked.rank is not None or line.soft or len(line.text) > 70 or SENTENCE.search(line.text):
            return False
        if CLAUSE.search(line.text) or sum(map(str.isalpha, line.text)) < 2:
            return False  # a mark, a figure or a head (`하`) that a copy moved
        if DATED.match(line.text) or _DAY_LAST.search(line.text) or is_row(line.text) or _REMARK.fullmatch(line.text):
            return False  # `2020. 5. 기본설계`, `착공 2019년 5월 20일`: deeds without a bullet; `(국비 180억원, …)`
        if _SUM.search(line.text):
            return False  # `총 38.5억원 (국비 19.25 …)`: what the table below parts; `국비 12 5 7`: a row of one
        if names_axis(line.text, self.vocabulary):
            return False
        return self._heads_something(index)

    def names_project(self, marked: Marked, outline: Outline) -> bool:
        """Whether a line is the name of a project of the card's tables, where the section may have projects."""
        allowed = bool(self.projects) and outline.section not in _WITHOUT_PROJECTS
        return allowed and says_project(marked.words, self.projects)

    def numbers_project(self, marked: Marked) -> bool:
        """Whether a line begins with a word for projects and a number (`세부사업 1. 경로당 정비`): no heading need stand above it."""
        return numbers_project(marked.words, self.vocabulary)

    def _heads_something(self, index: int) -> bool:
        """Whether the next piece is a bullet, a group in brackets or a table."""
        for piece in self.pieces[index + 1 : index + 2]:
            if index != IN_HEAD and piece.beside != self.pieces[index].beside:
                return False  # what stands in another field of a form
            if piece.table is not None:
                return piece.kind != "people" and self.roles[id(piece.table)][0] != "contacts"
            if piece.line is not None:
                following = self.marked(piece.line.text)
                if self.heads_sections(following) and self.heading_of(piece.line, index + 1) is not None:
                    return False  # the last line of a section
                people = following.rank is not None and names_people(piece.line.text, False, self.vocabulary)
                return following.rank not in (None, NOTE) and not people
        return False

    def section_of(self, role: str, table: Table) -> str:
        """The section that a table of this role stands for: a table of results is the achievement."""
        return "achievement" if role == "indicators" and holds_results(table, self.vocabulary) else TABLE_SECTIONS[role]

    def unit_at(self, index: int) -> str | None:
        """The unit note nearest to a table (see `table_notes`)."""
        return None if index == IN_HEAD else unit_at(self.pieces, index, self.headings, self.roles)

    def remarks_at(self, index: int) -> tuple[str, ...]:
        """What is said of units right behind a table (see `unit_remarks`)."""
        return () if index == IN_HEAD else unit_remarks(self.pieces, index, self.headings)
