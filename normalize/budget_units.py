"""The units of money of a budget table: that of each cell, and the cells that have none."""

from __future__ import annotations

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.page import Place
from pledgecards.normalize.amounts import unit_factor
from pledgecards.normalize.rows import Issue
from pledgecards.normalize.table_lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary


class Units:
    """The unit of money of each cell: its column's head, its line's unit cell, or the note beside the table."""

    def __init__(self, printed: PrintedTable, head: Head, vocabulary: Vocabulary) -> None:
        self._printed = printed
        self._vocabulary = vocabulary
        self._line_unit = head.first("unit")
        self._heads = {column.index: self._bare(column.label) for column in head.columns}
        notes = [printed.unit or "", *head.notes]
        notes.extend(column.label for column in head.of("project", "funding", "category", "year", "unit"))
        # A sum is in the unit of its parts: `계(백만원)` says it for the years beside it.
        notes.extend(column.label for column in head.of("total"))
        self._note = next((unit for note in notes if (unit := self._bare(note)) is not None), None)
        self._missing: list[Place] = []

    def of_column(self, column: Column) -> str | None:
        """The bare unit that a column's head names (`백만원`), for all its cells."""
        return self._heads[column.index]

    def of_line(self, line: TableLine) -> str | None:
        """The bare unit of cells whose column names none: the line's own, or that of the table; None where none was printed."""
        return self._bare(line.text(self._line_unit)) or self._note

    def _bare(self, note: str) -> str | None:
        factor = unit_factor(note, self._vocabulary) if note else None
        if factor is None:
            return None
        return next(word for word, won in self._vocabulary.money.items() if won == factor)

    def note_missing(self, place: Place) -> None:
        """Remembers a cell whose figure has no unit."""
        self._missing.append(place)

    def missing(self) -> list[Issue]:
        """One issue for all figures without a unit."""
        if not self._missing:
            return []
        message = f"소요예산 표에 금액 단위가 없어 {len(self._missing)}칸의 금액을 비워 두었습니다."
        return [Issue("budget.unit_missing", message, "budget", "amount_won", self._missing[0], self._printed.unit)]
