"""Lines among years down the side that are of no year and of no sum of them (`평균`, `비고`): the dataset has no place for their figures."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.row_names import is_no_sum, is_total
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.issue import Issue
from pledgecards.normalize.tables.lines import TableLine, is_nothing, squeeze
from pledgecards.schemas.vocabulary import Vocabulary


def without_lines_of_no_year(
    lines: Sequence[TableLine], side: Column | None, vocabulary: Vocabulary, table: str, *, long_times: bool
) -> tuple[list[TableLine], list[Issue]]:
    """The lines without those whose cell in the column of years names none, and an issue for what they hold.

    side: the column whose cells name the years; without one all lines stay. table: the name of the dataset's table.
    long_times: whether it has a place for figures of other times than a year (`임기후`); only averages and remarks have none then.
    """
    left = [line for line in lines if side is not None and _is_of_no_year(line, side, vocabulary, long_times)]
    if not left or side is None:
        return list(lines), []
    texts = [" | ".join(filled) for line in left if len(filled := _filled(line)) > 1]
    message = f"표의 「{left[0].text(side)}」 줄은 어느 해의 것도 아니어서 옮기지 않았습니다."
    place = left[0].cells[side.index].place.union(left[0].cells[-1].place)
    known = all(is_no_sum(line.text(side), vocabulary) or _is_time(line, side, vocabulary) for line in left)
    code = "table.unplaced" if known else "date.year_unknown"
    issues = [Issue(code, message, table, "year", place, " / ".join(texts)[:200])] if texts else []
    return [line for line in lines if line not in left], issues


def _is_of_no_year(line: TableLine, side: Column, vocabulary: Vocabulary, long_times: bool) -> bool:
    text, period = line.text(side), line.period(side)
    if is_nothing(text) or is_total(text, vocabulary):
        return False
    counted = period is not None and (period.year is not None or period.kind == "ordinal")
    return is_no_sum(text, vocabulary) if long_times else not counted


def _is_time(line: TableLine, side: Column, vocabulary: Vocabulary) -> bool:
    return line.period(side) is not None or vocabulary.periods.match(line.text(side), rough=False) is not None


def _filled(line: TableLine) -> list[str]:
    """The texts of a line's cells, a merged one once."""
    cells = {id(cell): squeeze(cell.text) for cell in line.cells}
    return [text for text in cells.values() if not is_nothing(text)]
