"""Forms whose labels and values single bars part: `공약번호 | 12 | 공약명 | 노후 상수도관 교체`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.form_labels import LONGEST_LABEL, kind_of_label
from pledgecards.extract.page import Table
from pledgecards.extract.text.textline import SourceLine, ink_of, is_rule
from pledgecards.extract.text.texttable import MOST_COLUMNS, RawCell, RawGrid, RawLine, build_table
from pledgecards.schemas.vocabulary import Vocabulary

_BAR = re.compile(r"[|│┃｜]")
_PAIR = 2


def read_bar_form(lines: Sequence[SourceLine], start: int) -> tuple[int, Table, int] | None:
    """The form that begins at lines[start]: where it ends, its table, and how many signs in it were markup.

    None if none begins there. Its lines are labels with a value each; two or more such pairs stand side by side in one of them at
    least, which prose and options never have.
    """
    rows: list[tuple[SourceLine, list[str]]] = []
    markup, end = 0, start
    for at in range(start, len(lines)):
        if rows and is_rule(lines[at].text):
            markup += ink_of(lines[at].text)
        elif (cells := _pairs(lines[at].text)) is not None:
            rows.append((lines[at], cells))
        else:
            break
        end = at + 1
    cols = max((len(cells) for _, cells in rows), default=0)
    if cols <= _PAIR:
        return None
    grid: RawGrid = [[_cell(text, line.number) for text in cells] for line, cells in rows]
    spans = {(r, len(row) - 1): (1, cols - len(row) + 1) for r, row in enumerate(grid) if len(row) < cols}
    markup += sum(len(_BAR.findall(line.text)) for line, _ in rows)
    table, signs = build_table(grid, [line.number for line, _ in rows], spans)
    return end, table, markup + signs


def _pairs(text: str) -> list[str] | None:
    """The labels and values of a line, each label followed by its value; None where that is not what it holds."""
    cells = [piece.strip() for piece in _BAR.split(text)]
    cells = cells[not cells[0] : len(cells) - (not cells[-1])]
    if len(cells) < _PAIR or len(cells) % _PAIR or len(cells) > MOST_COLUMNS:
        return None
    labels, values = cells[::_PAIR], cells[1::_PAIR]
    return cells if all(map(_is_label, labels)) and all(values) and not any(map(_is_label, values)) else None


def _is_label(text: str) -> bool:
    if not 0 < len(text) <= LONGEST_LABEL:
        return False
    kind = kind_of_label(text, Vocabulary.standard())
    return kind is not None and not kind[1].rough


def _cell(text: str, number: int) -> RawCell:
    return (RawLine(text, number),) if text else ()
