"""The tables of one card's body: each is printed as one of a known role, or left to be read as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pledgecards.extract.captions import without_unit
from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.ditto import with_dates_above, without_dittos
from pledgecards.extract.grid.paired_columns import with_pairs_parted
from pledgecards.extract.grid.roles.measured import head_of_dated_deeds
from pledgecards.extract.grid.roles.mixed_roles import by_role
from pledgecards.extract.grid.roles.role import table_role
from pledgecards.extract.grid.sources_alone import with_sources_headed
from pledgecards.extract.grid.years_folded import unfolded
from pledgecards.extract.issue import Issue
from pledgecards.extract.items.outline import Outline
from pledgecards.extract.markers import split_marker
from pledgecards.extract.page import Line, Table
from pledgecards.extract.pieces import Piece
from pledgecards.extract.survey import TABLE_SECTIONS, Survey
from pledgecards.extract.tables.deeds import Part, add_deeds, parts_of_deeds
from pledgecards.extract.tables.in_turn import named_in_turn
from pledgecards.extract.tables.legends import legend_at
from pledgecards.extract.tables.notes import heading_at, heads_results
from pledgecards.extract.tables.timed_deeds import parts_of_times
from pledgecards.extract.tables.unknown import has_figures_of_years, lines_of_table
from pledgecards.schemas.sections import SECTION_NAMES
from pledgecards.schemas.vocabulary import Vocabulary

_OF_PLANS = ("plan", "schedule")


class BodyTables:
    """Takes the tables of a body one by one, and knows what they are by where the outline stands.

    printed   the tables of a known role so far
    sections  the sections that the body has; those of the tables are added
    issues    what was unsure
    """

    def __init__(self, pieces: Sequence[Piece], survey: Survey, outline: Outline, vocabulary: Vocabulary) -> None:
        self.printed: list[PrintedTable] = []
        self.sections: list[str] = []
        self.issues: list[Issue] = []
        self._pieces, self._survey, self._outline, self._vocabulary = pieces, survey, outline, vocabulary
        self._beside_targets: list[PrintedTable] = []  # the money of tables that hold targets too

    def take(self, table: Table, index: int, *, people: bool) -> Iterable[tuple[Line, bool]]:
        """Prints a table of a known role, or the deeds of one of deeds. Of any other it gives the lines that are to be read as text; with
        each, whether it is a row of cells. index: that of its piece."""
        unit = self._survey.unit_at(index)
        table = with_pairs_parted(with_sources_headed(table, self._vocabulary), self._vocabulary)
        section = None if self._outline.section == "contacts" and self._outside(index) else self._outline.section
        role, unsure = table_role(table, section, self._vocabulary, unit)
        if people:
            role, unsure = "contacts", False
        if role is None:
            return self._unknown(with_dates_above(table, self._vocabulary))
        if role == "indicators" and self._takes_deeds_of_plans(table):
            return ()
        parts = by_role(role, table, unit, self._vocabulary)
        for named, part, unit_of_part in parts:
            printed = self._known(named, part, index, unit_of_part)
            if len(parts) > 1 and named == "budget":
                self._beside_targets += printed
        if unsure and len(parts) == 1:
            message = f"제목 없이 표의 모양만으로 {SECTION_NAMES[TABLE_SECTIONS[role]]} 표로 읽었습니다."
            self.issues.append(Issue("section.unsure", message, role, None, table.place))
        return ()

    def _outside(self, index: int) -> bool:
        """Whether a table stands below the form whose field is the heading above it: that heading says nothing about it."""
        for at in range(index - 1, -1, -1):
            piece = self._pieces[at]
            if piece.kind == "heading":
                return piece.beside != self._pieces[index].beside
            if piece.kind == "line" and not piece.beside:
                return False
        return False

    def settle(self) -> None:
        """Once all tables are taken: what stands twice is left out, and tables that follow one another are told apart by the lines over them."""
        self._leave_money_twice()
        self.printed[:] = named_in_turn(self.printed, self._vocabulary)

    def _leave_money_twice(self) -> None:
        """Money beside targets gives rows only where no table of the budget says it again: who adds up the amounts would count it twice."""
        if all(table in self._beside_targets for table in self.printed if table.role == "budget"):
            return
        message = "목표 표에 함께 적힌 예산은 소요예산 표가 따로 있어 옮기지 않았습니다."
        for left in self._beside_targets:
            self.printed.remove(left)
            self.issues.append(Issue("table.unplaced", message, "budget", "amount_won", left.table.place))

    def _known(self, role: str, table: Table, index: int, unit: str | None) -> list[PrintedTable]:
        parts = unfolded(without_dittos(table, self._vocabulary), role)
        printed = [self._one(role, part, index, unit) for part in parts]
        self.printed += printed
        return printed

    def _one(self, role: str, table: Table, index: int, unit: str | None) -> PrintedTable:
        section, heading = self._survey.section_of(role, table), heading_at(self._pieces, index)
        if section == "indicators" and heads_results(heading, self._outline.section, self._vocabulary):
            section = "achievement"
        if section not in self.sections:
            self.sections.append(section)
        at_home = self._outline.section in (section, "other")  # under no other section's heading
        over = self._outline.project if at_home else self._outline.project_over
        project = without_unit(over) if over is not None else None
        legend = legend_at(self._pieces, index) if role == "schedule" else None
        return PrintedTable(role, section, project, unit, table, heading, self._survey.remarks_at(index), legend)

    def _deeds(self, table: Table) -> list[Part] | None:
        return parts_of_deeds(table, self._vocabulary) or parts_of_times(table, self._vocabulary)

    def _takes_deeds_of_plans(self, table: Table) -> bool:
        """Takes what was done on a day or in a month beside what was planned, under a heading of plans: as deeds under the head of their column,
        behind which the plans go on."""
        outline = self._outline
        head = head_of_dated_deeds(table, self._vocabulary) if outline.section in _OF_PLANS else None
        if head is None:
            return False
        parts = self._deeds(table)
        if parts is None:
            below = {cell.row for cell in table.cells if cell.col == head.col and cell.lines}
            if len(below) < table.rows:
                return False  # the rest of a row in which nothing was done may be its plan
            lines = lines_of_table(table, self._vocabulary)
            parts = [Part("rest" if row else "deed", line, whole=False) for line, row in lines]
        section, headings = outline.section, [*outline.headings]
        outline.heading(head.lines[0], split_marker(head.text, self._vocabulary), 1, "performance")
        add_deeds(parts, outline, self._vocabulary)
        outline.leave_for(section)
        outline.headings += headings
        told = {"performance", *(part.kind for part in parts if part.kind == "plan")}
        self.sections += sorted(told.difference(self.sections))
        return True

    def _unknown(self, table: Table) -> Iterable[tuple[Line, bool]]:
        """A table of no known kind keeps its text as items, row by row; one of deeds reads like text under the names of its rows."""
        deeds = self._deeds(table) if self._outline.section == "performance" else None
        if deeds is not None:
            add_deeds(deeds, self._outline, self._vocabulary)
            self.sections += [part.kind for part in deeds if part.kind == "plan" and "plan" not in self.sections]
            return ()
        first = next((cell.text for cell in table.cells if cell.text), "")
        message = f"'{first[:20]}'(으)로 시작하는 표는 알려진 표가 아니어서 글만 items에 두었습니다."
        # Where the section should hold a table, what was not read may be its figures.
        figures = self._outline.section in TABLE_SECTIONS.values() or has_figures_of_years(table)
        code = "table.unread" if figures else "section.unknown"
        self.issues.append(Issue(code, message, "items", None, table.place, first or None))
        return lines_of_table(table, self._vocabulary)
