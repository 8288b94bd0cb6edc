"""The body of one card: its pieces become items, choices, tables and people in charge, each piece exactly one of these."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.captions import is_caption, parted, unit_note
from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.roles import table_role
from pledgecards.extract.headings import heading_match
from pledgecards.extract.issue import Issue
from pledgecards.extract.markers import BRACKET, DASH, DOT, ITEM, NOTE, NUMERAL, SECTION, Marked, split_marker
from pledgecards.extract.outline import ROW_MARKER, Draft, Outline, same_series
from pledgecards.extract.page import Line, Place, Table
from pledgecards.extract.people import names_office, names_people
from pledgecards.extract.pieces import Piece
from pledgecards.extract.unknown import lines_of_table
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold, without_remark

_SENTENCE = re.compile(r"(?:다|함|음|임|됨|요)\.?$|[.:;,]$")
_TABLE_SECTIONS = {"schedule": "schedule", "budget": "budget", "indicators": "indicators", "contacts": "contacts"}


_CLOSING = "~∼～)]」』】,·"  # no line of its own begins with these
_DATE_CUT = re.compile(r"(?:\d\.|\d년|\d월|[~∼～])\s*$")


def _no_marker(above: str, marked: Marked) -> bool:
    """Whether what looks like a marker is the rest of a date that the line above began: `'19. 9.` / `25.(수)`, `… 6. 20.` / `[4일간]`."""
    if marked.rank == BRACKET:
        return re.fullmatch(r"(?:총\s*)?\d+\s*(?:일|주|개월|년)간?", marked.words) is not None
    if _DATE_CUT.search(above) is None or marked.marker is None:
        return False
    return marked.rank == NUMERAL and marked.marker.rstrip(".").isdecimal()


def _unfinished(text: str) -> bool:
    """Whether a line cannot end here: a range without its end, an open bracket, a word that joins."""
    if text.endswith(("~", "∼", "～", ",", "·", "/", "및", "「", "『", "-")):
        return True
    return any(text.count(one) > text.count(other) for one, other in ("()", "「」", "[]", "『』"))


_DATED = re.compile(r"['’‘`´]?\d{2,4}\s*(?:\.|년)\s*(?:\d|~|상반기|하반기)")
_UPPER = re.compile(r"[Ⅰ-Ⅻ]|[IVX]+[.)]|\d{1,2}\.$")  # numerals that number sections, not the lines below them
_SCRAP, _SCRAPS = 20, 6  # the most letters of a lone cell, and how many of them speak of a table
_HEAD = -1  # the index of a piece that stands in the card's head, right before the first of its body


class Body:
    """Reads the pieces of one card, from the first behind its head to the last.

    After `read`, `outline` holds the items, `tables` the recognised tables, `contacts` the lines of people in charge,
    `choices` the pieces of the checkbox block, `issues` what was unsure, `claimed` the ink that found a place.
    """

    def __init__(self, pieces: Sequence[Piece], vocabulary: Vocabulary) -> None:
        self.pieces = pieces
        self.vocabulary = vocabulary
        self.outline = Outline()
        self.tables: list[PrintedTable] = []
        self.contacts: list[tuple[str, Place]] = []
        self.choices: list[Piece] = []
        self.issues: list[Issue] = []
        self.sections: list[str] = []
        self.claimed = 0
        self._open: Draft | None = None  # the item that the next line may go on from
        self._roles = {
            id(piece.table): table_role(piece.table, None, vocabulary) for piece in pieces if piece.table is not None
        }
        self._projects = self._project_names()
        self._main_rank, self._main_marker = self._marker_of_sections()
        self._in_form = sum(piece.kind == "heading" for piece in pieces) >= 2

    def read(self, head: Sequence[Piece] = ()) -> None:
        """Reads what the head holds beside the title, then the body."""
        for piece in head:
            if piece.line is not None:
                self.claimed += piece.ink
                for line in parted(piece.line):
                    self._head_line(line)
            elif piece.table is not None:
                self.claimed += piece.ink
                self._table(piece.table, _HEAD, people=piece.kind == "people")
                self._open = None
        for index, piece in enumerate(self.pieces):
            self.claimed += piece.ink
            if piece.kind == "choice" and self._is_choice(piece):
                self.choices.append(piece)
                self._open = None
            elif piece.kind == "heading":
                self._form_heading(piece)
            elif piece.table is not None:
                self._table(piece.table, index, people=piece.kind == "people")
                self._open = None
            elif piece.line is not None:
                for line in parted(piece.line):
                    self._line(line, index)
        self._say_scattered()

    def _say_scattered(self) -> None:
        """An issue for each section that should hold a table and holds a heap of short lines: its cells, one below the other."""
        for section in ("schedule", "budget", "indicators", "achievement"):
            scraps = [
                draft
                for draft in self.outline.drafts
                if draft.section == section
                and draft.kind == "paragraph"
                and len(draft.words) <= _SCRAP
                and not draft.marker
            ]
            if len(scraps) >= _SCRAPS and not any(table.section == section for table in self.tables):
                message = "표의 칸들이 한 줄에 하나씩 흩어져 있어 표로 읽지 못하고 글만 items에 두었습니다."
                self.issues.append(Issue("table.unread", message, "items", None, scraps[0].place, scraps[0].raw))

    # What is known before the first line is read

    def _project_names(self) -> set[str]:
        names: set[str] = set()
        for piece in self.pieces:
            if piece.table is None or self._roles[id(piece.table)][0] not in ("schedule", "budget", "indicators"):
                continue
            for cell in piece.table.cells:
                text = fold(cell.text)
                if cell.col == 0 and len(text) >= 4 and self.vocabulary.heads.match(cell.text, rough=False) is None:
                    names.update((text, fold(without_remark(cell.text))))
        return names

    def _marker_of_sections(self) -> tuple[int | None, str | None]:
        """The rank of the marker that most section headings of this card carry (None: none carries one), and the first such
        marker ('' where most carry none)."""
        counts: dict[int | None, int] = {}
        first: dict[int | None, str] = {}
        for piece in self.pieces:
            match = heading_match(piece.line, self.vocabulary) if piece.kind == "line" and piece.line else None
            if piece.line is None or match is None or match.rough:
                continue
            marked = split_marker(piece.line.text, self.vocabulary)
            counts[marked.rank] = counts.get(marked.rank, 0) + 1
            first.setdefault(marked.rank, marked.marker or "")
        ranked = {rank: count for rank, count in counts.items() if rank is not None}
        if not ranked:
            return None, None
        main = min(ranked, key=lambda rank: (-ranked[rank], rank))
        return main, first[main] if ranked[main] >= counts.get(None, 0) else ""

    # One piece after the other

    def _head_line(self, line: Line) -> None:
        marked = split_marker(line.text, self.vocabulary)
        if is_caption(line.text):
            self._caption(line, marked, _HEAD)
        elif names_office(line.text, self.vocabulary):
            self._people(line)
        else:
            self._text(line, marked)

    def _people(self, line: Line) -> None:
        if "contacts" not in self.sections:
            self.sections.append("contacts")
        self.contacts.append((line.text, line.place))
        self._open = None

    def _is_choice(self, piece: Piece) -> bool:
        """A choice line within a section counts only if something marks its options."""
        if piece.line is None or not self.sections or piece.choice is None:
            return True
        candidates = piece.choice.candidates
        return len(candidates) > 1 and any(c.glyph or c.drawn or c.bold for c in candidates)

    def _form_heading(self, piece: Piece) -> None:
        assert piece.line is not None and piece.match is not None
        match = self.vocabulary.sections.match(piece.match.spelling, rough=False)
        section = match.key if match is not None else "other"
        self._section(piece.line, split_marker(piece.line.text, self.vocabulary), section, 1)
        self._say_rough(piece.match, piece.line)

    def _line(self, line: Line, index: int) -> None:
        vocabulary = self.vocabulary
        marked = split_marker(line.text, vocabulary)
        if is_caption(line.text):
            self._caption(line, marked, index)
            return
        if names_people(line.text, self.outline.section == "contacts", vocabulary) or (
            marked.rank is None and names_office(line.text, vocabulary)
        ):
            self._people(line)
            return
        if self._goes_on(line, marked):
            assert self._open is not None
            self._open.grow(line)
            return
        match = heading_match(line, vocabulary)
        if match is not None and self._is_section(marked, match, index):
            self._section(line, marked, match.key, self._level(line, marked, match))
            self._say_rough(match, line)
        elif marked.rank == BRACKET:
            self._open = self.outline.heading(line, marked, 3, self.outline.section)
        elif self._is_project(line, marked, index):
            self._open = self.outline.heading(line, marked, 2, self.outline.section)
        elif self._is_unknown_section(line, marked):
            self._section(line, marked, "other", 1)
            message = f"'{marked.words}' 항목은 알려진 항목이 아니어서 글만 items에 두었습니다."
            self.issues.append(Issue("section.unknown", message, "items", "section", line.place, line.text))
        else:
            self._text(line, marked)

    def _text(self, line: Line, marked: Marked) -> None:
        if marked.rank == NOTE:
            self._open = self.outline.plain(line, marked, "note")
        elif marked.rank is None and line.text.count("\t") >= 2:
            self._unread_row(line)
        elif marked.rank is None or marked.rank == BRACKET:
            self._open = self.outline.plain(line, marked, "paragraph")
        else:
            self._open = self.outline.bullet(line, marked)

    def _unread_row(self, line: Line) -> None:
        """A line of three or more columns that was not read as part of a table."""
        if self._open is None or self._open.marker != ROW_MARKER:
            message = "칸이 나란한 글을 표로 읽지 못해 items에 줄로만 두었습니다."
            self.issues.append(Issue("table.unread", message, "items", None, line.place, " ".join(line.text.split())))
        self._open = self.outline.row(line)

    # Lines that go on

    def _goes_on(self, line: Line, marked: Marked) -> bool:
        above = self._open
        if above is None or above.marker == ROW_MARKER:
            return False
        last = above.last
        if marked.rank is not None:
            room = last.soft or last.place.page is None or self._hangs(line, above)
            if not room or not _no_marker(last.text, marked):
                return False
        if last.place.page is not None:
            if not self._near(last, line) or abs(last.size - line.size) >= 0.8 or self._outstands(line, last):
                return False
            return last.soft or _unfinished(last.text) or line.text[0] in _CLOSING or self._hangs(line, above)
        if line.place.line is None or last.place.line is None or line.place.line != last.place.line + 1:
            return False
        return (
            last.soft or line.text[0] in _CLOSING or (above.kind in ("bullet", "note") and line.indent > above.indent)
        )

    @staticmethod
    def _hangs(line: Line, above: Draft) -> bool:
        """Whether a line begins where the words behind a bullet begin: the hanging indent of a bullet that goes on."""
        if above.kind not in ("bullet", "note") or above.place.page is None or line.place.page is None:
            return False
        end = above.last.text
        if line.place.page != above.last.place.page and _SENTENCE.search(end) and not end.endswith((":", "：", ",")):
            return False  # on the next page only what is cut in the middle goes on
        return 0.3 * line.size < line.indent - above.indent < 2.4 * line.size

    @staticmethod
    def _near(last: Line, line: Line) -> bool:
        if last.place.page != line.place.page or line.place.top is None or last.place.bottom is None:
            return True
        return line.place.top - last.place.bottom < 1.1 * max(line.size, 6.0)

    @staticmethod
    def _outstands(line: Line, last: Line) -> bool:
        """Whether a line is set in bold behind a line that is not: it begins something of its own."""

        def bold(one: Line) -> bool:
            return bool(one.runs) and all(run.bold for run in one.runs if one.text[run.start : run.end].strip())

        return bold(line) and not bold(last) and not any(run.bold for run in last.runs[-1:])

    # Headings

    def _is_section(self, marked: Marked, match: Match, index: int) -> bool:
        """A known name as a bullet of the text (`○ 위치` among `○ …: …`) heads a section only with a marker of the
        card's own section headings, without a marker, or in brackets; in a form, whose labels are its headings, it heads none.

        With another marker it heads one where a table follows, or where its section is another than the one it stands in.
        """
        if marked.rank == ITEM and self._in_form and index != _HEAD and self.pieces[index].beside:
            return False
        if marked.rank in (None, SECTION, BRACKET) or self._main_marker is None:
            return True
        if same_series(marked.marker, self._main_marker) or _UPPER.match(marked.marker or ""):
            return True
        if marked.rank not in (ITEM, NUMERAL):
            return False
        following = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        if following is not None and following.table is not None:
            return True
        if any(fold(marked.words) in fold(heading.words) for heading in self.outline.headings[:1]):
            return True
        return match.key not in ("overview", "other", self.outline.section)

    def _level(self, line: Line, marked: Marked, match: Match) -> int:
        top = next((heading for heading in self.outline.headings if heading.level == 1), None)
        if top is None:
            return 1
        name, above = fold(split_marker(line.text, self.vocabulary).words), fold(top.words)
        if name != above and name in above and marked.rank != SECTION:
            return 2  # `현 황` under `정책현황 및 목표`
        if marked.marker is not None and "Ⅰ" <= marked.marker[0] <= "Ⅻ":
            return 1
        return 2 if marked.rank is not None and self._main_rank is not None and marked.rank > self._main_rank else 1

    def _section(self, line: Line, marked: Marked, section: str, level: int) -> None:
        self._open = self.outline.heading(line, marked, level, section)
        if section not in self.sections:
            self.sections.append(section)

    def _say_rough(self, match: Match, line: Line) -> None:
        if match.rough:
            message = f"'{line.text}'을(를) '{match.spelling}'(으)로 읽었습니다(유사도 {match.score})."
            self.issues.append(Issue("label.fuzzy", message, "items", "section", line.place, line.text))

    def _is_unknown_section(self, line: Line, marked: Marked) -> bool:
        """A short line with the marker of the card's section headings, but none of their names."""
        if marked.rank is None or marked.rank != self._main_rank or marked.rank not in (SECTION, NUMERAL):
            return False
        words = re.sub(r"\s*[(\[【（].*$", "", marked.words)
        if marked.rank == NUMERAL and marked.marker is not None and not "Ⅰ" <= marked.marker[0] <= "Ⅻ":
            return False
        return 2 <= len(words) <= 25 and not re.search(r"[:：]|\d{2,}", words) and not _SENTENCE.search(words)

    def _is_project(self, line: Line, marked: Marked, index: int) -> bool:
        """A project heading: the name of a project of the card's tables, or a short unmarked line that heads bullets."""
        if not self.sections or marked.rank in (DASH, DOT, NOTE):
            return False
        named = self.outline.section not in ("classification", "support", "overview", "current_state", "goals")
        if (
            named
            and {fold(marked.words), fold(without_remark(marked.words))} & self._projects
            and len(fold(marked.words)) >= 4
        ):
            return self._heads_something(index)
        if marked.rank is not None or len(line.text) > 70 or _SENTENCE.search(line.text) or line.soft:
            return False
        if _DATED.match(line.text):
            return False  # `2020. 5. 기본설계`: a deed without a bullet
        return self._heads_something(index)

    def _heads_something(self, index: int) -> bool:
        """Whether the next piece is a bullet, a group in brackets or a table."""
        for piece in self.pieces[index + 1 : index + 2]:
            if index != _HEAD and piece.beside != self.pieces[index].beside:
                return False  # what stands in another field of a form
            if piece.table is not None:
                return piece.kind != "people" and self._roles[id(piece.table)][0] != "contacts"
            if piece.line is not None:
                following = split_marker(piece.line.text, self.vocabulary)
                return following.rank is not None and following.rank != NOTE
        return False

    # Captions and tables

    def _caption(self, line: Line, marked: Marked, index: int) -> None:
        """A caption belongs to the section of the table that it stands directly before."""
        before = self.outline.section
        following = self.pieces[index + 1].table if index + 1 < len(self.pieces) else None
        if following is not None:
            role, _ = self._roles[id(following)]
            if role is not None:
                self.outline.section = self._section_of(role, following)
        self._open = None
        self.outline.plain(line, marked, "caption", of_section=self.outline.section != before)
        self.outline.section = before

    def _section_of(self, role: str, table: Table) -> str:
        if role == "indicators" and any(
            (match := self.vocabulary.heads.match(cell.text, rough=False)) is not None
            and match.key in ("result", "rate")
            for cell in table.cells
        ):
            return "achievement"
        return _TABLE_SECTIONS[role]

    def _table(self, table: Table, index: int, *, people: bool) -> None:
        unit = self._unit(index)
        role, unsure = table_role(table, self.outline.section, self.vocabulary, unit)
        if people:
            role, unsure = "contacts", False
        if role is None:
            self._unknown_table(table, index)
            return
        section = self._section_of(role, table)
        if section not in self.sections:
            self.sections.append(section)
        project = self.outline.project if section == self.outline.section else None
        self.tables.append(PrintedTable(role, section, project, unit, table))
        if unsure:
            names = {"schedule": "추진일정", "budget": "소요예산", "indicators": "확인지표", "contacts": "담당부서"}
            message = f"제목 없이 표의 모양만으로 {names[role]} 표로 읽었습니다."
            self.issues.append(Issue("section.unsure", message, role, None, table.place))

    def _unit(self, index: int) -> str | None:
        """The unit note nearest to a table: before it as far back as the table or heading above, or right behind it."""
        if index == _HEAD:
            return None
        for piece in reversed(self.pieces[max(0, index - 6) : index]):
            if piece.table is not None:
                break
            if piece.line is not None:
                note = unit_note(piece.line.text)
                if note is not None:
                    return note
                if piece.kind == "heading" or heading_match(piece.line, self.vocabulary) is not None:
                    break
        for piece in self.pieces[index + 1 : index + 2]:
            if piece.line is not None and is_caption(piece.line.text):
                return unit_note(piece.line.text)
        return None

    def _unknown_table(self, table: Table, index: int) -> None:
        """A table of no known kind keeps its text as items, row by row."""
        for line, is_row in lines_of_table(table, self.vocabulary):
            if is_row:
                self.outline.row(line)
            else:
                self._line(line, index)
            self._open = None
        first = next((cell.text for cell in table.cells if cell.text), "")
        message = f"'{first[:20]}'(으)로 시작하는 표는 알려진 표가 아니어서 글만 items에 두었습니다."
        # Where the section should hold a table, what was not read may be its figures.
        code = "table.unread" if self.outline.section in _TABLE_SECTIONS.values() else "section.unknown"
        self.issues.append(Issue(code, message, "items", None, table.place, first or None))
