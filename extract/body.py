"""The body of one card: its pieces become items, choices, tables and people in charge, each piece exactly one of these."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.bullets_beside import bullets_of
from pledgecards.extract.captions import is_caption, part_of, unit_note
from pledgecards.extract.choices.fields import is_marked
from pledgecards.extract.grid.roles.role import table_role
from pledgecards.extract.items.continuation import goes_on
from pledgecards.extract.items.levels import level_of
from pledgecards.extract.items.outline import ROW_MARKER, Draft, Outline
from pledgecards.extract.items.pictures import under_picture
from pledgecards.extract.markers import BRACKET, NOTE, NUMERAL, Marked, split_marker
from pledgecards.extract.page import Line, Place, Table
from pledgecards.extract.people.lines import (
    end_of_people,
    is_office,
    names_by_telephone,
    names_people,
)
from pledgecards.extract.people.page_notes import ends_page
from pledgecards.extract.people.rows import goes_on_people, is_below_person, is_in_charge, says_whom, whole_people
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.headings import numbered_heading
from pledgecards.extract.sections.sectioning import section_of_label
from pledgecards.extract.sections.unknown import is_unknown_section, rough_section, unknown_section
from pledgecards.extract.survey import IN_HEAD, Survey
from pledgecards.extract.tables.of_body import BodyTables
from pledgecards.extract.tables.scattered import say_scattered
from pledgecards.extract.tables.unread_rows import is_unread_row, left_out, unread_row
from pledgecards.extract.titles.lines import parts_of_line
from pledgecards.schemas.vocabulary import Vocabulary


class Body:
    """Reads the pieces of one card, from the first behind its head to the last.

    After `read`, `outline` holds the items, `tables` the recognised tables, `contacts` the lines of people in charge,
    `choices` the pieces of the checkbox block, `issues` what was unsure, `claimed` the ink that found a place.
    """

    def __init__(self, pieces: Sequence[Piece], vocabulary: Vocabulary) -> None:
        self.pieces, self.vocabulary = pieces, vocabulary
        self.outline = Outline()
        self.contacts: list[tuple[str, Place]] = []
        self.choices: list[Piece] = []
        self.claimed = 0
        self._open: Draft | None = None  # the item that the next line may go on from
        self._among_people = False  # the line before names people in charge
        self._survey = Survey(pieces, vocabulary)
        self._tables = BodyTables(pieces, self._survey, self.outline, vocabulary)
        self.tables, self.issues, self.sections = self._tables.printed, self._tables.issues, self._tables.sections

    def read(self, head: Sequence[Piece] = ()) -> None:
        """Reads what the head holds beside the title, then the body."""
        for piece in head:
            if piece.line is not None:
                self.claimed += piece.ink
                for line in parts_of_line(piece.line, self.vocabulary):
                    self._head_line(line)
            elif piece.table is not None:
                self.claimed += piece.ink
                self._table(piece.table, IN_HEAD, people=piece.kind == "people")
                self._open = None
        for index, piece in enumerate(self.pieces):
            self.claimed += piece.ink
            if piece.kind == "choice" and self._is_choice(piece):
                self.choices.append(piece)
                self._open = None
            elif piece.kind == "heading":
                self._form_heading(piece)
            elif piece.kind == "project" and piece.line is not None:
                self._open = self.outline.over_sections(piece.line, split_marker(piece.line.text, self.vocabulary))
            elif piece.table is not None:
                self._table(piece.table, index, people=piece.kind == "people")
                self._open = None
            elif piece.line is not None:
                for part in parts_of_line(piece.line, self.vocabulary):
                    for line in bullets_of(part, self.vocabulary, self.pieces[index + 1 : index + 2]):
                        self._line(line, index)
        self._tables.settle()
        self.issues += say_scattered(self.outline.drafts, {table.section for table in self.tables})

    # One piece after the other

    def _head_line(self, line: Line) -> None:
        marked = split_marker(line.text, self.vocabulary)
        among, self._among_people = self._among_people, False
        if is_caption(line.text):
            self._caption(line, marked, IN_HEAD)
        elif is_in_charge(line.text, self.vocabulary) or (among and goes_on_people(line.text, self.vocabulary)):
            self._people(line)
        elif self._survey.numbers_project(marked):
            self._open = self.outline.heading(line, marked, 2, self.outline.section)
        else:
            self._text(line, marked)

    def _people(self, line: Line) -> None:
        if "contacts" not in self.sections:
            self.sections.append("contacts")
        end = end_of_people(line.text, self.vocabulary)
        self.contacts.append((line.text[:end].rstrip(), line.place))
        self._open, self._among_people = None, True
        if end < len(line.text):
            rest = part_of(line, end, len(line.text))
            self._text(rest, split_marker(rest.text, self.vocabulary))

    def _is_choice(self, piece: Piece) -> bool:
        """A choice line within a section counts only if something marks its options."""
        if piece.line is None or not set(self.sections) - {"contacts"} or piece.choice is None:
            return True
        return is_marked(piece.choice)

    def _form_heading(self, piece: Piece) -> None:
        assert piece.line is not None
        marked = split_marker(piece.line.text, self.vocabulary)
        self._section(piece.line, marked, section_of_label(piece.match, self.vocabulary), 1)
        if piece.match is None:
            self.issues.append(unknown_section(piece.line, marked))
            self._open = None  # what the label names begins with its own first line
        else:
            self.issues += rough_section(piece.match, piece.line)

    def _line(self, line: Line, index: int) -> None:
        vocabulary = self.vocabulary
        marked = self._survey.marked(line.text)
        if is_caption(line.text) or under_picture(line, marked, vocabulary):
            self._caption(line, marked, index)
            return
        before = self.pieces[index - 1].line if index else None
        if before is not None and self.sections and ends_page(before.text, vocabulary):
            self._text(line, marked)
            return
        among, self._among_people = self._among_people, False
        above, place = self.contacts[-1] if self.contacts else ("", line.place)
        whole = whole_people(above, line.text, vocabulary) if among else None
        if whole is not None:
            self.contacts[-1], self._among_people = (whole, place.union(line.place)), True
            return
        in_section = self.outline.section == "contacts" and not is_below_person(above, line.text, vocabulary)
        if names_people(line.text, in_section, vocabulary) or (
            (among and goes_on_people(line.text, vocabulary))
            or (marked.rank in (None, BRACKET) and names_by_telephone(line.text, vocabulary))
            or says_whom(marked.words, vocabulary, in_section=in_section)
            or (not self.sections and is_office(line.text))
        ):
            if marked.rank is not None and self._survey.heads_sections(marked):
                self.outline.leave_for("contacts")  # `5. 담당 : 산림과장 …` among `4. 추진실적`, which ends here
            self._people(line)
            return
        # No line goes on in the very name of a project that heads what is below.
        apart = self._open is not None and marked.rank is None and self._survey.names_project(marked, self.outline)
        apart = apart and self._survey.is_project(line, marked, index, self.outline)
        if not apart and not self._begins_section(line, marked, index) and goes_on(line, marked, self._open):
            assert self._open is not None
            self._open.grow(line)
            return
        match = self._survey.heading_of(line, index)
        if match is not None and self._survey.is_section(marked, match, index, self.outline):
            self._section(line, marked, match.key, level_of(line, marked, match, self.outline.headings, self._survey))
            self.issues += rough_section(match, line)
        elif (named := self._survey.section_with_text(marked, index, self.outline)) is not None:
            self._section(line, marked, named, 1)
        elif (colon := self._survey.deeds_behind(line.text, self.outline.section)) is not None:
            self._deeds(line, colon)
        elif marked.rank == BRACKET:
            self._open = self.outline.heading(line, marked, 3, self.outline.section)
            self.issues += left_out(line.place, line.text)
        elif self._heads_project(line, marked, index):
            self._open = self.outline.heading(line, marked, 2, self.outline.section)
        elif is_unknown_section(line, marked, index, self.outline, self._survey):
            self._section(line, marked, "other", 1)
            self.issues.append(unknown_section(line, marked))
        else:
            self._text(line, marked)

    def _begins_section(self, line: Line, marked: Marked, index: int) -> bool:
        """Whether a line begins something of its own however full that above it is, or whatever date that ends in: a numeral and the name
        of a section (`5. 향후계획`), or, in a text, nothing but a label of people in charge."""
        match = self._survey.heading_of(line, index)
        if match is None or match.rough:
            return False
        if marked.rank == NUMERAL:
            return self._survey.is_section(marked, match, index, self.outline)
        return match.key == "contacts" and line.place.page is None and len(line.text) > 2

    def _deeds(self, line: Line, colon: int) -> None:
        """A line of deeds behind the name of their section: only it is of that section."""
        before, self.outline.section = self.outline.section, "performance"
        if "performance" not in self.sections:
            self.sections.append("performance")
        for part, kind in (
            (part_of(line, 0, colon), "caption"),
            (part_of(line, colon + 1, len(line.text)), "paragraph"),
        ):
            self._open = self.outline.plain(part, split_marker(part.text, self.vocabulary), kind)
        self.outline.section = before

    def _heads_project(self, line: Line, marked: Marked, index: int) -> bool:
        known = self._survey
        return known.is_project(line, marked, index, self.outline) if self.sections else known.numbers_project(marked)

    def _text(self, line: Line, marked: Marked) -> None:
        if marked.rank == NOTE:
            self._open = self.outline.plain(line, marked, "note")
        elif marked.rank is None and is_unread_row(line.text, self._open):
            self._unread_row(line)
        elif marked.rank is None or marked.rank == BRACKET:
            self._open = self.outline.plain(line, marked, "paragraph")
        else:
            self._open = self.outline.bullet(line, marked)

    def _unread_row(self, line: Line) -> None:
        """A line of cells that was not read as part of a table."""
        if self._open is None or self._open.marker != ROW_MARKER:
            self.issues.append(unread_row(line.place, line.text))
        self._open = self.outline.row(line)

    # Headings

    def _section(self, line: Line, marked: Marked, section: str, level: int) -> None:
        self._open = self.outline.heading(line, numbered_heading(line, marked), level, section)
        self.outline.of_sections.add(self._open.item_id)
        if section not in self.sections:
            self.sections.append(section)

    # Captions and tables

    def _caption(self, line: Line, marked: Marked, index: int) -> None:
        """A caption belongs to the section of the table that it stands directly before; a unit over people is that of the table above."""
        before = self.outline.section
        if index + 1 < len(self.pieces) and (following := self.pieces[index + 1].table) is not None:
            unit = unit_note(line.text)
            role, _ = table_role(following, before, self.vocabulary, unit)
            if role is not None and not (role == "contacts" and unit):
                self.outline.section = self._survey.section_of(role, following)
        self._open = None
        self.outline.plain(line, marked, "caption", of_section=self.outline.section != before)
        self.outline.section = before

    def _table(self, table: Table, index: int, *, people: bool) -> None:
        for line, of_cells in self._tables.take(table, index, people=people):
            if of_cells:
                self.outline.row(line)
            else:
                self._line(line, index)
            self._open = None
        self._open = None
