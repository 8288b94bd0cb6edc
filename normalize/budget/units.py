"""The unit of money of each cell of a budget table: its column's head, its line's unit cell, or the note beside the table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.issue import Issue
from pledgecards.extract.page import Place
from pledgecards.normalize.amounts import unit_factor
from pledgecards.normalize.budget.heading_total import unit_by_total
from pledgecards.normalize.figures.units import unit_rules
from pledgecards.normalize.tables.lines import TableLine
from pledgecards.schemas.notation import COLON
from pledgecards.schemas.vocabulary import Vocabulary

_UNIT_BEHIND = re.compile(rf"[(\[（]\s*(?:단위\s*{COLON}?\s*)?([가-힣十百千萬億兆]*[원圓])\s*[)\]）]$")

_UNIT_IN_CELL = re.compile(r"\d\s?[십백천만억조]*원|\d\s?[십백천만억조]+(?!\S)")


class BudgetUnits:
    """The unit of money of each cell: its column's head, its line's unit cell, or the note beside the table.

    in_cells  whether cells say their own (`12억원`), so that one without a unit holds nothing if it holds 0
    """

    def __init__(self, printed: PrintedTable, head: Head, vocabulary: Vocabulary) -> None:
        self._printed = printed
        self._vocabulary = vocabulary
        self._columns = head.columns
        self._line_unit = head.first("unit")
        self._line_names = head.of("measure", "funding")
        self._project = head.first("project")
        self._heads = {column.index: self._bare(column.label) for column in head.columns}
        said = [printed.unit or "", *head.notes]
        # A sum is in the unit of its parts: `계(백만원)` says it for the years beside it.
        keys = [*head.of("project", "funding", "category", "year", "unit", "measure"), *head.of("total")]
        notes = [*said, *(column.label for column in keys)]
        self._named_by = next((note for note in notes if self._bare(note) is not None), "")
        self._note = self._bare(self._named_by)
        # A column of amounts may have a unit of its own; what is said of the whole table must agree.
        remarks = printed.remarks if self._note is not None else ()
        of_all = [
            *said,
            *remarks,
            *(column.label for column in head.of("project", "funding", "category", "unit", "measure")),
        ]
        self._other = next((note for note in of_all if self._bare(note) not in (None, self._note)), None)
        self._counts = self._counts_too(self._named_by)
        self._named = False
        self.in_cells = False
        self._missing: list[Place] = []

    def see_names(self, lines: Sequence[TableLine]) -> None:
        """Notes that every line has its unit behind its name (`직매장(백만원)` over `포장재(천원)`), where no note says one for all."""
        named = [_UNIT_BEHIND.search(line.text(self._project)) for line in lines]
        self._named = self._note is None and bool(named) and all(unit is not None for unit in named)

    def see_total(self, cells: Sequence[str]) -> None:
        """Notes whether cells say their own unit, and takes the unit from the sum that the heading states, where the table says none and its
        largest cell is that sum."""
        self.in_cells = any(_UNIT_IN_CELL.search(cell) for cell in cells)
        if self._note is None and not self._named and self._line_unit is None and not any(self._heads.values()):
            self._named_by = unit_by_total(self._printed.heading, cells, self._vocabulary) or ""
            self._note = self._bare(self._named_by)

    def of_column(self, column: Column) -> str | None:
        """The bare unit that a column's head names (`백만원`), for all its cells."""
        return self._heads[column.index]

    def of_line(self, line: TableLine, *, sourced: bool) -> str | None:
        """The bare unit of cells whose column names none: the line's own, in a cell or behind its name (`예산(천원)`), or that of the
        table; None where none was printed, where two notes of it differ, or where the table's note names counts as well and the line names no source:
        it may count."""
        # `사업비(백만원)`: on a line of the whole alone, since brackets behind a project's own name may say anything.
        of_whole = (self._project,) if line.grand or self._named else ()
        for column in (*self._line_names, *of_whole):
            named = _UNIT_BEHIND.search(line.text(column))
            if named is not None and (unit := self._bare(named[1])) is not None:
                return unit
        unsure = (self._counts and not sourced) or self._other is not None
        return self._bare(line.text(self._line_unit)) or (None if unsure else self._note)

    def _counts_too(self, note: str) -> bool:
        """Whether a note names a unit of counts, and no column of the table holds them."""
        holds = any(column.kind in ("quantity", "other", "note", "unit") for column in self._columns)
        return not holds and unit_rules(self._vocabulary).names_count(note)

    def _bare(self, note: str) -> str | None:
        factor = unit_factor(note, self._vocabulary) if note else None
        if factor is None:
            return None
        return next(word for word, won in self._vocabulary.money.items() if won == factor)

    def note_missing(self, place: Place) -> None:
        """Remembers a cell whose figure has no unit."""
        self._missing.append(place)

    def contradicted(self) -> list[Issue]:
        """An issue where two notes of the table name different units: what names none of its own could be in either."""
        if self._other is None or not self._missing:
            return []  # (heads of columns may name the unit of all of them)
        message = f"소요예산 표의 단위가 「{self._named_by}」와(과) 「{self._other}」(으)로 서로 다르게 적혀 있어 금액을 비워 두었습니다."
        return [
            Issue("budget.unit_contradiction", message, "budget", "unit_raw", self._printed.table.place, self._named_by)
        ]

    def missing(self) -> list[Issue]:
        """One issue for all figures without a unit."""
        if not self._missing or self._other is not None:
            return []  # (a contradiction says why)
        message = f"소요예산 표에 금액 단위가 없어 {len(self._missing)}칸의 금액을 비워 두었습니다."
        return [Issue("budget.unit_missing", message, "budget", "amount_won", self._missing[0], self._printed.unit)]
