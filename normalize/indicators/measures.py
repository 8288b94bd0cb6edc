"""What the cells of a table of targets or results measure: goal, target, result, actual or rate."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.row_names import is_total
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.indicators.cells import CellReader
from pledgecards.normalize.indicators.last_year import follow_results, told_by_last_year
from pledgecards.normalize.indicators.rates import holds_rates
from pledgecards.normalize.indicators.twins import OF_YEAR, OVERALL, kind_of, of_unknown_years, yields_to_twin
from pledgecards.normalize.rows import Issue
from pledgecards.normalize.tables.lines import TableLine, is_nothing
from pledgecards.schemas.vocabulary import Vocabulary, without_remark

_FINAL = re.compile(r"최종|총|임기")
_LAST = "최종"
_OF_RESULTS = re.compile(r"실적|(?:현황|성과)$")
_RESULTS = frozenset({"achievement", "performance"})
_TARGETS = frozenset({"indicators", "goals", "plan"})
_AXIS = frozenset({"year", "quarter", "half", "month"})
_WHOLE = frozenset({None, "in_term"})
"""What a column stands under that is of all years."""

_NO_PLACE = frozenset(
    {"after_term", "before_term", "span", "former", "secured", "quantity", "change", "supplement", "base", "axis"}
)


class Measures:
    """Tells for each cell of one table what it measures, and remembers the doubts.

    told: what lines measure (by number) that say so in the column of names.

    columns   the columns that give rows
    leftover  columns of figures that the dataset has no place for (a year's own rate, 임기후)
    """

    def __init__(
        self,
        printed: PrintedTable,
        head: Head,
        lines: Sequence[TableLine],
        reader: CellReader,
        vocabulary: Vocabulary,
        told: Mapping[int, str] | None = None,
    ) -> None:
        self._vocabulary = vocabulary
        self._told = told or {}
        self._printed = printed
        self._side = next((column for column in head.of("year") if not column.on_axis), None)
        self._line_measure = head.first("measure")
        self._head = head
        self.issues: list[Issue] = []
        self.columns: list[Column] = []
        self.leftover: list[Column] = []
        self._untimed = self._of_unknown_years()
        self._yearly = self._measure_of_years(lines, reader)
        self._merged = frozenset(
            column.index
            for column in head.columns
            if self._side is not None
            and sum(line.cells[column.index].row_span > 1 for line in lines) * 2 > len(lines)
            and any(line.texts[column.index] for line in lines)
        )
        self._firsts = frozenset(
            line.number
            for above, line in zip([None, *lines], lines, strict=False)
            if above is None or above.project != line.project
        )
        self._rates = holds_rates(printed, head, lines, self._told, vocabulary)
        for column in head.columns:
            self._place(column)
        if self._rates:
            self._note_rates()
        elif self._line_measure is not None or self._told:
            self._note_left_lines(lines)
        elif self._side is not None and head.of("rate"):
            self._note_rates()

    def _place(self, column: Column) -> None:
        if column is self._side:
            return
        kind = kind_of(column, self._head)
        if (
            self._is_of_no_year(column)
            or column.index in self._untimed
            or yields_to_twin(column, self._head, years_below=self._side is not None)
        ):
            self.leftover.append(column)
        elif kind in _AXIS or kind in OVERALL or kind == "ordinal":
            has_place = column.group in {*_WHOLE, *_AXIS, "total"} and not (kind == "rate" and column.year)
            (self.columns if has_place else self.leftover).append(column)
        elif kind in ("total", "in_term"):
            known = self._line_measure is not None or self._head.first(self._overall()) is None
            (self.columns if known and column.group in _WHOLE else self.leftover).append(column)
        elif kind in _NO_PLACE:
            self.leftover.append(column)

    def _is_of_no_year(self, column: Column) -> bool:
        """Whether a column is a part of a year that the table does not name."""
        return column.kind in ("quarter", "half", "month") and column.year is None and self._side is None

    def _of_unknown_years(self) -> frozenset[int]:
        found = of_unknown_years(self._head)
        if found:
            message = (
                "지표 표의 목표와 실적이 여러 번 나란히 적혀 있으나 어느 해의 것인지 알 수 없어 옮기지 않았습니다."
            )
            self.issues.append(Issue("table.unreadable", message, "indicators", "year", self._printed.table.place))
        return found

    def _overall(self) -> str:
        return "goal" if self._yearly == "target" else "result"

    def of(self, line: TableLine, column: Column) -> tuple[str | None, str | None, int | None]:
        """The measure of a cell, its period as printed, and its year; measure None where the dataset has no place for it."""
        own = self._of_line(line)
        if self._rates or self._says_other(line):
            return None, None, None
        kind = kind_of(column, self._head)
        period_raw, year, counted = column.period, column.year, kind == "ordinal"
        if self._side is not None and year is None and kind in OVERALL and self._is_of_all_years(column):
            return (OVERALL[kind] if self._begins(line, column) else None), column.period, None
        if self._side is not None and year is None:
            period = line.period(self._side)
            named = line.text(self._side)
            year = period.year if period is not None else None
            counted = period is not None and period.kind == "ordinal"
            if year is None and not counted and not is_total(named, self._vocabulary):
                return None, named, None
            period_raw = named
        if year is None and not counted:
            overall = kind if kind in OVERALL else own or self._overall()
            if own == "result" and column.label == _LAST and line.cells[column.index].row == line.row:
                overall = own  # of a line of 실적 what is last is no goal
            return OVERALL.get(overall), period_raw, None
        key = kind if kind in OVERALL else own or self._of_year(line)
        return (OF_YEAR.get(key) if key is not None else self._yearly), period_raw, year

    def _is_of_all_years(self, column: Column) -> bool:
        """Whether a column stands beside years down the side and is of none of them: its cells go down over several, or its head says so
        beside another of its kind (`최종목표 | 연도 | 목표`)."""
        if column.index in self._merged:
            return True
        beside = any(other is not column and other.kind == column.kind for other in self._head.columns)
        return beside and _FINAL.search(column.label) is not None

    def _begins(self, line: TableLine, column: Column) -> bool:
        """Whether a cell that goes down over several lines begins in this one; one that is printed in each counts at its project's first."""
        cell = line.cells[column.index]
        return cell.row == line.row if column.index in self._merged else line.number in self._firsts

    def _of_line(self, line: TableLine) -> str | None:
        """The measure that a line's own cell names (목표 or 실적 beside the figures)."""
        if self._line_measure is None:
            return self._told.get(line.number)
        match = self._vocabulary.heads.match(line.text(self._line_measure), rough=False)
        return match.key if match is not None else None

    def _of_year(self, line: TableLine) -> str | None:
        """The measure that stands behind a line's year (`2018(실적)`)."""
        key = head_word(line.text(self._side), self._vocabulary).key if self._side is not None else None
        return key if key in OVERALL else None

    def _says_other(self, line: TableLine) -> bool:
        """Whether a line's own cell names a measure that is unknown, or none that the dataset has (`증감`, `대비(%)`)."""
        named = line.text(self._line_measure)
        return not is_nothing(named) and self._of_line(line) not in OVERALL

    def _names_both(self, text: str) -> bool:
        """Whether a line's own cell names what was planned and what was reached (`목표 실적`): its figures are of the two."""
        matches = [self._vocabulary.heads.match(word, rough=False) for word in text.split()]
        keys = {match.key for match in matches if match is not None}
        return "result" in keys and bool(keys & {"goal", "plan"})

    def _note_left_lines(self, lines: Sequence[TableLine]) -> None:
        keys = {self._of_line(line) for line in lines}
        if "rate" in keys and any(column.year is not None for column in self.columns):
            self._note_rates()
        others = list(dict.fromkeys(line.text(self._line_measure) for line in lines if self._says_other(line)))
        others += [line.text(self._head.first("project")) for line in lines if self._told.get(line.number) == "change"]
        both = [named for named in others if self._names_both(named)]
        if both:
            message = f"지표 표의 「{both[0]}」 줄은 값마다 목표인지 실적인지 가를 수 없어 옮기지 않았습니다."
            place = self._printed.table.place
            self.issues.append(Issue("table.unreadable", message, "indicators", "measure", place, " | ".join(both)))
            others = [named for named in others if named not in both]
        if others:
            message = f"지표 표의 「{others[0]}」 줄은 자료에 옮길 자리가 없어 옮기지 않았습니다."
            place = self._printed.table.place
            self.issues.append(Issue("table.unplaced", message, "indicators", "measure", place, " | ".join(others)))

    def _note_rates(self) -> None:
        message = "연도별 이행률은 자료에 옮길 자리가 없어 옮기지 않았습니다."
        self.issues.append(Issue("table.unplaced", message, "indicators", "measure", self._printed.table.place))

    def _measure_of_years(self, lines: Sequence[TableLine], reader: CellReader) -> str:
        """Whether bare year columns hold targets or actual results."""
        head, section = self._head, self._printed.section
        goal = any(column.group in _WHOLE for column in head.of("goal"))
        result = any(column.group in _WHOLE for column in head.of("result", "rate"))
        if goal != result:
            return "actual" if result else "target"
        if goal:
            told = told_by_last_year(head, lines, reader)
            if told is not None:
                return told
        needed = any(column.kind == "ordinal" or (column.kind in _AXIS and column.on_axis) for column in head.columns)
        if follow_results(head):
            return "target"
        if section in _RESULTS or section in _TARGETS:
            if needed and (goal or self._headed_by_other()):
                self._doubt("지표 표의 연도별 칸이 목표인지 실적인지 표의 제목으로 짐작했습니다.")
            return "actual" if section in _RESULTS else "target"
        if needed and self._line_measure is None:
            self._doubt("지표 표의 연도별 칸이 목표인지 실적인지 알 수 없어 목표로 보았습니다.")
        return "target"

    def _headed_by_other(self) -> bool:
        """Whether the line over a table of targets speaks of results, too (`2020년까지는 실적`, `연도별 목표 및 실적`, `목표 및 성과`)."""
        told = self._line_measure is not None or bool(self._told) or self._printed.section in _RESULTS
        return not told and _OF_RESULTS.search(without_remark(self._printed.heading or "")) is not None

    def _doubt(self, message: str) -> None:
        self.issues.append(Issue("section.unsure", message, "indicators", "measure", self._printed.table.place))
