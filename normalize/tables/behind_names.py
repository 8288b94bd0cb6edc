"""What lines measure that say so behind their name (`이용자 수 (목표)` over `이용자 수 (실적)`, `국비 계획` over `국비 집행`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.notation import COLONS
from pledgecards.schemas.vocabulary import Vocabulary

_BEHIND = re.compile(
    rf"(?P<name>.*[^\s(（\[{COLONS}·–-])"
    rf"(?:\s*[(（\[]\s*(?P<bracketed>[가-힣]{{2,6}})\s*[)）\]]|(?:\s*[{COLONS}·–-]\s*|\s+)(?P<bare>[가-힣]{{2,6}}(?:\(%\))?)|(?P<glued>목표|계획|실적|이행률|달성률))"
)
_WITH_UNIT = re.compile(r"(.+?)\s*([(（\[][^()（）\[\]]{1,12}[)）\]])")
"""A name and its unit: `돌봄터 목표(개소, 누계)`."""

_PLANNED = frozenset({"plan", "former", "goal"})
_OF_MONEY = frozenset({"plan", "former", "secured", "spent", "result", "rate", "change", "supplement"})


def behind_names(
    texts: Iterable[str], keys: frozenset[str], vocabulary: Vocabulary, *, bare: bool = True
) -> dict[str, tuple[str, str]]:
    """The names and the measures of those texts whose name comes with two measures or more of these keys. bare: no brackets are needed
    round the measure; without them, only sources and sums have one."""
    found: dict[str, tuple[str, str]] = {}
    for text in texts:
        said, unit = _BEHIND.fullmatch(text), ""
        if said is None and (with_unit := _WITH_UNIT.fullmatch(text)) is not None:
            said, unit = _BEHIND.fullmatch(with_unit[1]), with_unit[2]
        match = (
            vocabulary.heads.match(said["bracketed"] or said["bare"] or said["glued"], rough=False)
            if said is not None
            else None
        )
        if said is None or match is None or match.key not in keys:
            continue
        if said["bracketed"] or bare or vocabulary.funding.match(said["name"], rough=False) is not None:
            found[text] = said["name"] + unit, match.key
    measures = Counter(name for name, _ in set(found.values()))
    return {text: (name, key) for text, (name, key) in found.items() if measures[name] > 1}


def planned_money(table: Table, vocabulary: Vocabulary) -> tuple[Table, frozenset[int]]:
    """The table of a budget with such names made those of the sources alone, and its rows that say what was secured or spent (or first
    planned, where that was changed)."""
    for column in range(min(2, table.cols)):
        cells = [cell for cell in table.cells if cell.col == column and cell.lines and cell.col_span == 1]
        told = behind_names([cell.text for cell in cells], _OF_MONEY, vocabulary, bare=False)
        if told and any(key in _PLANNED for _, key in told.values()):
            changed = any(key == "plan" for _, key in told.values())
            rows = [
                row
                for cell in cells
                if _is_left_out(told.get(cell.text), changed)
                for row in range(cell.row, cell.row + cell.row_span)
            ]
            renamed = [_renamed(cell, told) if cell in cells else cell for cell in table.cells]
            return replace(table, cells=tuple(renamed)), frozenset(rows)
    return table, frozenset()


def _is_left_out(told: tuple[str, str] | None, changed: bool) -> bool:
    return told is not None and (told[1] not in _PLANNED or (told[1] == "former" and changed))


def _renamed(cell: Cell, told: dict[str, tuple[str, str]]) -> Cell:
    if cell.text not in told:
        return cell
    first = cell.lines[0]
    return replace(cell, lines=(replace(first, text=told[cell.text][0], place=cell.place, runs=first.runs[:1]),))
