"""Years printed once over the lines of their sources or projects (`2018년 | 국비 | 100` over `| 구비 | 50`), where no merged cell says how far
they go: a text has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.row_names import is_total
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.rows import Issue
from pledgecards.normalize.table_lines import TableLine, is_nothing
from pledgecards.schemas.vocabulary import Vocabulary

_TITLES = {"budget": "소요예산", "indicators": "지표"}
_KEYS = ("project", "funding", "measure", "unit", "category", "number")
_NO_FIGURES = frozenset({*_KEYS, "year", "note"})


def with_years_below(
    lines: Sequence[TableLine], head: Head, vocabulary: Vocabulary, table: str
) -> tuple[list[TableLine], list[Issue]]:
    """The lines, those without a year with that above them where every year has the same sources or projects in the same order, and none twice,
    or begins with the sum of its sources; else an issue where such a line has a figure.
    """
    side = next((column for column in head.of("year") if not column.on_axis), None)
    if side is None or not lines or not lines[0].text(side):
        return list(lines), []
    # Below a line of figures one may hold its milestones: it has no key of its own.
    keyed = [line for line in lines if line.text(side) or any(_keys(line, head)) or table == "budget"]
    blank = [line for line in keyed if not line.text(side)]
    if not blank:
        return list(lines), []
    if not _alike(keyed, side, head, vocabulary):
        figures = [column for column in head.columns if column.kind not in _NO_FIGURES]
        filled = [line for line in blank if any(not is_nothing(line.text(column)) for column in figures)]
        return list(lines), [_unknown(filled, side, table)] if filled else []
    result: list[TableLine] = []
    for line in lines:
        if line in blank:
            texts = list(line.texts)
            texts[side.index] = result[-1].text(side)
            line = replace(line, texts=texts)
        result.append(line)
    return result, []


def _keys(line: TableLine, head: Head) -> tuple[str, ...]:
    """What a line is of: the texts of its cells that are no figures."""
    return tuple(line.text(column) for kind in _KEYS for column in head.of(kind))


def _alike(lines: Sequence[TableLine], side: Column, head: Head, vocabulary: Vocabulary) -> bool:
    blocks: list[list[tuple[str, ...]]] = []
    for line in lines:
        key = _keys(line, head)
        if line.text(side):
            blocks.append([])
        elif not any(key):
            return False
        blocks[-1].append(key)
    first = blocks[0]
    summed = is_total(lines[0].text(head.first("funding")), vocabulary) and all(
        block[0] == first[0] for block in blocks
    )
    return all((summed or block == first) and len(set(block)) == len(block) for block in blocks)


def _unknown(lines: Sequence[TableLine], side: Column, table: str) -> Issue:
    message = f"{_TITLES[table]} 표의 {len(lines)}줄에 연도가 적혀 있지 않아 어느 해의 것인지 알 수 없습니다."
    return Issue("date.year_unknown", message, table, "year", lines[0].cells[side.index].place)
