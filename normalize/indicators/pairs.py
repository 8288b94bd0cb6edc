"""Lines of figures of an indicator, each with the line of milestones that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.indicators.cells import CellReader
from pledgecards.normalize.indicators.last_year import line_text
from pledgecards.normalize.rows import Issue
from pledgecards.normalize.tables.lines import TableLine, is_nothing

_KEYS = ("project", "unit", "goal", "result", "rate", "measure", "number", "total", "in_term")
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of figures, and the line of words that belongs to it, if there is one."""

    line: TableLine
    words: TableLine | None
    words_first: bool = False
    unsaid: bool = False  # it has figures below those of a line above, and nothing that says what they are


def pairs_of(lines: Sequence[TableLine], head: Head, columns: Sequence[Column], reader: CellReader) -> list[Pair]:
    """The lines, those of words joined to the line of figures that they belong to."""
    keys = [column for column in head.columns if column.kind in _KEYS and column.group is None]
    keys += [column for column in head.of("year") if not column.on_axis]
    values = [column for column in columns if column not in keys]
    rest = [column for column in head.columns if column not in columns]
    pairs: list[Pair] = []
    for line in lines:
        last = pairs[-1] if pairs else None
        if last is None or not _goes_on(last.line, line, keys):
            pairs.append(Pair(line, None))
            continue
        unit = last.line.text(head.first("unit"))
        above = _share_of_figures(last.line, values, reader, unit)
        below = _share_of_figures(line, values, reader, unit, bare=True)
        if last.words is None and (below is None or below < _MOST):
            pairs[-1] = Pair(last.line, line)
        elif last.words is None and above == 0:
            pairs[-1] = Pair(line, last.line, words_first=True)
        else:
            unsaid = bool(below) and _goes_on(last.line, line, rest) and not _counts_itself(line, values, reader)
            pairs.append(Pair(line, None, unsaid=unsaid))
    return pairs


def _counts_itself(line: TableLine, columns: Sequence[Column], reader: CellReader) -> bool:
    """Whether every figure of a line has its own unit beside it (`1개소` under `20` per cent)."""
    found = [reader.read(line_text(line, column), None) for column in columns]
    return all(cell.unit is not None for cell in found if cell.value is not None)


def _goes_on(upper: TableLine, lower: TableLine, keys: Sequence[Column]) -> bool:
    """Whether the lower line has no keys of its own: each is blank, or one merged cell with that above."""
    return bool(keys) and all(
        not lower.texts[column.index] or lower.cells[column.index] is upper.cells[column.index] for column in keys
    )


def _share_of_figures(
    line: TableLine, columns: Sequence[Column], reader: CellReader, unit: str, *, bare: bool = False
) -> float | None:
    """How much of a line's filled cells are figures (bare: without words); None where it has no filled cell."""
    texts = [text for column in columns if not is_nothing(text := line_text(line, column))]
    if not texts:
        return None
    found = [reader.read(text, unit) for text in texts]
    return sum(cell.value is not None and not (bare and cell.words) for cell in found) / len(texts)


def unsaid(line: TableLine, columns: Sequence[Column]) -> Issue:
    """That a line has figures below those of the line above, and nothing that says what they are."""
    first = next(column for column in columns if not is_nothing(line_text(line, column)))
    text = line_text(line, first)
    message = (
        f"지표 표의 「{text}」(으)로 시작하는 줄은 윗줄에 이어졌으나 무엇의 값인지 적혀 있지 않아 값을 비워 두었습니다."
    )
    return Issue("indicator.unsaid", message, "indicators", "value", line.cells[first.index].place, text)
