"""Lines of a budget that lack what others have: a source, or a year."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.row_names import is_total
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.budget.layout import Layout
from pledgecards.normalize.budget.sayings import LineSays, names_nothing
from pledgecards.normalize.rows import Issue
from pledgecards.normalize.tables.lines import TableLine, is_nothing
from pledgecards.schemas.vocabulary import Vocabulary, without_remark

_TABLE = "budget"


def sourceless(lines: Sequence[TableLine], sayings: Sequence[LineSays], layout: Layout, head: Head) -> list[Issue]:
    """An issue where lines have neither a name nor a source, though others of their table have one or its head has no place for any."""
    if layout.sourced or layout.side is not None:
        return []
    if all(said.source in (None, "total") for said in sayings) and not names_nothing(head):
        return []
    for line, said in zip(lines, sayings, strict=True):
        filled = [column for column in layout.amounts if not is_nothing(line.text(column))]
        if said.funding_raw is said.source is None and not line.named and filled:
            text = line.text(filled[0])
            message = f"소요예산 표의 「{text}」(으)로 시작하는 줄에 재원이 적혀 있지 않아 재원 구분을 비워 두었습니다."
            return [Issue("funding.unknown", message, _TABLE, "funding", line.cells[filled[0].index].place, text)]
    return []


def yearless(
    lines: Sequence[TableLine], sayings: Sequence[LineSays], layout: Layout, vocabulary: Vocabulary
) -> list[Issue]:
    """An issue where a line that is no sum has no year, though the years of its source stand down the side of its table; and where it has
    a word of unknown meaning in the place of the year."""
    dated = {said.funding_raw for said in sayings if said.year is not None} if layout.side is not None else set()
    for line, said in zip(lines, sayings, strict=True):
        filled = [column for column in layout.amounts if not is_nothing(line.text(column))]
        undated = said.period_raw is None and said.funding_raw in dated
        if undated and not line.grand and said.source != "total" and filled:
            text = line.text(filled[0])
            message = f"소요예산 표의 「{text}」(으)로 시작하는 줄에 연도가 적혀 있지 않아 연도를 비워 두었습니다."
            return [Issue("date.year_unknown", message, _TABLE, "year", line.cells[filled[0].index].place, text)]
        if said.period_raw is not None and layout.side is not None and _is_strange(line, layout.side, vocabulary):
            message = f"소요예산 표의 「{said.period_raw}」이(가) 어느 해인지 알 수 없어 연도를 비워 두었습니다."
            place = line.cells[layout.side.index].place
            return [Issue("date.year_unknown", message, _TABLE, "year", place, said.period_raw)]
    return []


def _is_strange(line: TableLine, side: Column, vocabulary: Vocabulary) -> bool:
    """Whether the cell of a line's year names neither a time nor a sum."""
    text = line.text(side)
    known = line.grand or line.period(side) is not None or is_total(without_remark(text), vocabulary)
    return not (known or is_nothing(text) or vocabulary.periods.match(text, rough=False) is not None)
