"""Forms whose labels and values single bars part, or wide gaps: `공약번호 | 12 | 공약명 | 노후 상수도관 교체`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.choices.options import may_mark
from pledgecards.extract.forms.labels import LONGEST_LABEL, kind_of_label
from pledgecards.extract.page import Table
from pledgecards.extract.text.lines.textline import SourceLine, ink_of, is_rule
from pledgecards.extract.text.tables.from_cells import MOST_COLUMNS, RawCell, RawGrid, RawLine, build_table
from pledgecards.schemas.vocabulary import Vocabulary

_BAR = re.compile(r"[|│┃｜]")
_GAP = re.compile(r" {3,}")
_PAIR = 2


def read_bar_form(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> tuple[int, Table, int] | None:
    """The form that begins at lines[start]: where it ends, its table, and how many signs in it were markup.

    None if none begins there. Its lines are labels with a value each; two or more such pairs stand side by side in one of them at
    least, which prose and options never have.
    """
    return _read(lines, start, _BAR, vocabulary)


def read_gap_form(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> tuple[int, Table, int] | None:
    """The same of a form that wide gaps part, if it holds labels of several kinds, a number's, a title's or a marked choice's among
    them: choices side by side, and people, are read as lines."""
    cells = _pairs(lines[start].text, _GAP, vocabulary)
    if cells is None:
        return _titled(lines, start, vocabulary)
    if len(cells) <= _PAIR:
        return None
    kinds = [_kind(label, vocabulary) for label in cells[::_PAIR]]
    marked = [may_mark(value, 0, vocabulary) for value in cells[1::_PAIR]]
    heads = kinds[0] in ("number", "title") or any(
        kind == "choice" and mark for kind, mark in zip(kinds, marked, strict=True)
    )
    if not heads and start + 1 < len(lines) and (below := _pairs(lines[start + 1].text, _GAP, vocabulary)) is not None:
        # `분야   경제   담당부서   기업과` over `공약번호   3   공약명   …`
        further = [_kind(label, vocabulary) for label in below[::_PAIR]]
        heads = further[0] in ("number", "title")
        kinds += further
    return _read(lines, start, _GAP, vocabulary) if heads and len(set(kinds)) > 1 else None


def _titled(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> tuple[int, Table, int] | None:
    """Two labels side by side, one of them a title's, over what they label (`공약명   담당부서` over `골목 공원   공원과`)."""
    rows = [(line, _GAP.split(line.text.strip())) for line in lines[start : start + 2]]
    if len(rows) < 2 or any(len(cells) != _PAIR for _, cells in rows):
        return None
    (_, labels), (_, values) = rows
    if (
        "title" not in (kinds := [_kind(label, vocabulary) for label in labels])
        or None in kinds
        or any(_is_label(value, vocabulary) for value in values)
    ):
        return None
    grid: RawGrid = [[_cell(text, line.number) for text in cells] for line, cells in rows]
    table, signs = build_table(grid, [line.number for line, _ in rows], {})
    return start + 2, table, signs


def _read(
    lines: Sequence[SourceLine], start: int, between: re.Pattern[str], vocabulary: Vocabulary
) -> tuple[int, Table, int] | None:
    rows: list[tuple[SourceLine, list[str]]] = []
    markup, end = 0, start
    for at in range(start, len(lines)):
        if rows and is_rule(lines[at].text):
            markup += ink_of(lines[at].text)
        elif (cells := _pairs(lines[at].text, between, vocabulary)) is not None:
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


def _pairs(text: str, between: re.Pattern[str], vocabulary: Vocabulary) -> list[str] | None:
    """The labels and values of a line, each label followed by its value; None where that is not what it holds."""
    cells = [piece.strip() for piece in between.split(text.strip() if between is _GAP else text)]
    cells = cells[not cells[0] : len(cells) - (not cells[-1])]
    if len(cells) < _PAIR or len(cells) % _PAIR or len(cells) > MOST_COLUMNS:
        return None
    labels, values = cells[::_PAIR], cells[1::_PAIR]
    return (
        cells
        if all(_is_label(label, vocabulary) for label in labels)
        and all(values)
        and not any(_is_label(value, vocabulary) for value in values)
        else None
    )


def _is_label(text: str, vocabulary: Vocabulary) -> bool:
    return _kind(text, vocabulary) is not None


def _kind(text: str, vocabulary: Vocabulary) -> str | None:
    """The kind of label that a text is; None where it is none."""
    kind = kind_of_label(text, vocabulary) if 0 < len(text) <= LONGEST_LABEL else None
    return kind[0] if kind is not None and not kind[1].rough else None


def _cell(text: str, number: int) -> RawCell:
    return (RawLine(text, number),) if text else ()
