"""What a legend tells of the marks of a time table: which are of the plan, and which of what was done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pledgecards.extract.grid.gantt import Bars
from pledgecards.extract.grid.grounds import is_white
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.table_lines import TableLine
from pledgecards.schemas.notation import COLON

_KIND = re.compile(rf"(?P<sign>[^\w\s()\[\]/:,])\s*{COLON}?\s*(?P<word>계획|실적|추진실적|완료)")


def deed_signs(notes: Iterable[str | None]) -> frozenset[str]:
    """The signs that stand for what was done, where a legend tells them from those of the plan (`■ 계획 / ● 실적`)."""
    found = [(met["sign"], met["word"]) for note in notes if note for met in _KIND.finditer(note)]
    planned = {sign for sign, word in found if word == "계획"}
    return frozenset(sign for sign, word in found if word != "계획") - planned if planned else frozenset()


def shows_deeds(line: TableLine, columns: Sequence[Column], signs: frozenset[str]) -> bool:
    """Whether a line's bars are all made of such signs."""
    texts = [text for column in columns if (text := line.texts[column.index])]
    return bool(signs and texts) and all(set(text) <= signs for text in texts)


def without_deeds(
    bars: Bars, lines: Sequence[TableLine], columns: Sequence[Column], signs: frozenset[str], legend: str | None
) -> tuple[Bars, bool]:
    """The bars, without those of what was done: cells that hold nothing but its sign. Where a legend tells plan from deed by colour, none
    is told, and the second is true: what the colours of a legend are is not known."""
    marked = dict(bars.marked)
    colours = {}
    for line in lines:
        for column in columns:
            cell, place = line.cells[column.index], (line.row, column.index)
            if marked[place] is False:
                continue
            text = line.texts[column.index].replace(" ", "")
            if marked[place] and text and signs.issuperset(text) and is_white(cell.fill) and not cell.bar:
                marked[place] = False
            elif not is_white(cell.fill):
                colours[place] = cell.fill
    by_colour = legend is not None and not signs and "계획" in legend and "실적" in legend
    untold = by_colour and len(set(colours.values())) > 1
    if untold:
        marked |= dict.fromkeys(colours)
    return replace(bars, marked=marked), untold
