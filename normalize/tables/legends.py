"""What a legend tells of the marks of a time table: which are of the plan, and which of what was done or was planned before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pledgecards.extract.grid.column_grounds import is_white
from pledgecards.extract.grid.gantt import Bars
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.tables.lines import TableLine
from pledgecards.schemas.notation import COLON

_KIND = re.compile(
    rf"(?:(?P<sign>[^\w\s()\[\]/:,])\s*{COLON}?\s*)?(?P<word>(?:당초|변경)(?:\s?계획)?|(?:추진\s?)?(?:계획|실적)|추진(?!\s?중)|완료)"
)
_BY_COLOUR = "추진일정 표의 범례는 계획과 실적을 빛깔로 가르는데 어느 빛깔이 계획인지 알 수 없습니다."
_BY_SIGN = "추진일정 표에서 범례가 실적이라 하는 표시만 있는 칸은 그때 하기로 계획했는지 알 수 없습니다."


def deed_signs(notes: Iterable[str | None]) -> frozenset[str]:
    """The signs that stand for what was done or was planned before, where a legend tells them from those of the plan (`■ 계획 / ● 실적`)."""
    found = [kind for note in notes if note for kind in _kinds(note)]
    planned = {sign for sign, plan in found if plan and sign}
    return frozenset(sign for sign, plan in found if not plan and sign) - planned if planned else frozenset()


def _kinds(legend: str) -> list[tuple[str | None, bool]]:
    """The kinds that a legend names: the sign before each, if any, and whether it is the plan. Beside a changed plan the first one is none."""
    found = [(met["sign"], met["word"]) for met in _KIND.finditer(legend)]
    changed = any(word.startswith("변경") for _, word in found)
    return [(sign, not changed if word.startswith("당초") else word.endswith(("계획", "변경"))) for sign, word in found]


def without_deed_lines(lines: Sequence[TableLine], columns: Sequence[Column], signs: frozenset[str]) -> list[TableLine]:
    """The lines without those whose bars are all made of such signs, below another line of the project, which shows the plan."""
    if not signs:
        return list(lines)
    shown = {line.number: "".join(line.texts[column.index] for column in columns).replace(" ", "") for line in lines}
    planned = {line.project for line in lines if not signs.issuperset(shown[line.number])}
    return [
        line
        for line in lines
        if line.project not in planned or not shown[line.number] or not signs.issuperset(shown[line.number])
    ]


def without_deeds(
    bars: Bars, lines: Sequence[TableLine], columns: Sequence[Column], signs: frozenset[str], legend: str | None
) -> tuple[Bars, str | None]:
    """The bars, without those of what was done, and what is not told of them, if anything.

    A cell that holds nothing but a deed's sign is not planned where other cells hold both kinds; else the one sign may have taken the
    place of the other. Where a legend tells the two by colour, none is told: what the colours of a legend are is not known.
    """
    marked = dict(bars.marked)
    colours = {}
    deeds = []
    both = False
    for line in lines:
        for column in columns:
            cell, place = line.cells[column.index], (line.row, column.index)
            if marked[place] is False:
                continue
            text = line.texts[column.index].replace(" ", "")
            if marked[place] and text and signs.issuperset(text) and is_white(cell.fill) and not cell.bar:
                deeds.append(place)
            elif not is_white(cell.fill):
                colours[place] = cell.fill
            both = both or not signs.isdisjoint(text) and not signs.issuperset(text)
    by_colour = legend is not None and not signs and {plan for _, plan in _kinds(legend)} == {True, False}
    if by_colour and len(set(colours.values())) > 1:
        return replace(bars, marked=marked | dict.fromkeys(colours)), _BY_COLOUR
    told = False if both else None
    return replace(bars, marked=marked | dict.fromkeys(deeds, told)), None if both or not deeds else _BY_SIGN
