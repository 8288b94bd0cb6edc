"""Columns that hold what is planned and what came of it in one cell (`목표/실적` over `100/90`, `목표(실적)` over `100(90)`), or what was planned
at first and then (`당초/변경`), as two columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.page import Cell, Line, Table
from pledgecards.schemas.notation import DASHES
from pledgecards.schemas.vocabulary import Vocabulary

_PLANNED = frozenset({"goal", "plan"})
_DONE = frozenset({"result", "spent", "secured"})
_CHANGED = frozenset({"former", "plan"})
_HEAD = re.compile(
    r"(?P<before>(?:.*[\s(])?)(?P<one>[가-힣]+)\s?(?:(?P<sign>[/→⇒])\s?(?P<two>[가-힣]+)|\(\s?(?P<inner>[가-힣]+)\s?\))(?P<behind>\)?(?:\s?\(.*\))?)"
)
_SIGNS = frozenset("/→⇒(")
"""One of them stands between the two words of such a head."""

_FIGURE = r"[△▲+-]?\s?\d[\d,]*(?:\.\d+)?\s?[^\s\d()/→⇒,.~:]{0,3}|[-–—ㅡ―]?"
_ONE_FIGURE = re.compile(_FIGURE)
_NOTHING = re.compile(rf"[{DASHES}]*")
_BY_SIGN = {sign: re.compile(rf"({_FIGURE})\s?{sign}\s?({_FIGURE})") for sign in "/→⇒"}
_BRACKETED = re.compile(rf"({_FIGURE})\s?\(\s?({_FIGURE})\s?\)")


@dataclass(frozen=True, slots=True)
class _Paired:
    """The two words of a head, the heads that it stands for, and how the cells below it are parted."""

    words: tuple[str, str]
    heads: tuple[str, str]
    cells: re.Pattern[str]


def with_pairs_parted(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with a column of what is planned and one of what came of it for each whose head names both and whose cells part like it.

    A cell that does not (`120` alone) stands over both: which of the two it is, it does not say; so where no cell does, but that a stroke
    parts the head and all hold figures.
    """
    depth = read_head(table, vocabulary).rows
    heads = {
        id(cell): paired
        for cell in table.cells
        if cell.row < depth and (paired := _paired(_text(cell), vocabulary)) is not None
    }
    heads = _over_years(table, depth, vocabulary) or heads
    if not heads:
        return table
    for cell in [cell for cell in table.cells if id(cell) in heads]:
        # Centred over years without a rule between, it stands in one of their columns.
        row = table.in_row(cell.row)
        blanks = [one for one in row if not one.lines and one.row_span == 1]
        if sum(id(one) in heads for one in row) == 1 and cell.row_span == 1:
            heads |= {id(one): heads[id(cell)] for one in blanks}
    columns: dict[int, _Paired] = {}
    for cell in table.cells:
        if id(cell) in heads:
            columns |= dict.fromkeys(range(cell.col, cell.col + cell.col_span), heads[id(cell)])
    body = [cell for cell in table.cells if cell.row >= depth and cell.col in columns and cell.col_span == 1]
    parted = {id(cell): halves for cell in body if (halves := _halves(cell, columns[cell.col].cells))}
    filled = [cell for cell in body if not _NOTHING.fullmatch(_text(cell))]
    whole = [cell for cell in filled if id(cell) not in parted]
    if not filled or (len(parted) * 2 < len(filled) and not all(_is_either(cell, columns[cell.col]) for cell in whole)):
        return table
    starts = [0, *accumulate(2 if col in columns else 1 for col in range(table.cols))]
    cells: list[Cell] = []
    for cell in table.cells:
        start, end = starts[cell.col], starts[cell.col + cell.col_span]
        halves = heads[id(cell)].heads if id(cell) in heads else parted.get(id(cell))
        if halves is None:
            cells.append(replace(cell, col=start, col_span=end - start))
        else:
            cells += _alternating(cell, range(start, end), halves)
    return replace(table, cols=starts[-1], cells=tuple(cells))


def _over_years(table: Table, depth: int, vocabulary: Vocabulary) -> dict[int, _Paired]:
    """The bare years of a head, by cell, each over the two that the head of the names or every line says (`지표(목표/실적) | 2019 | 2020`)."""
    if not any("/" in line.text or "→" in line.text for cell in table.cells for line in cell.lines):
        return {}  # as nearly every table
    years = [
        cell
        for cell in table.cells
        if cell.row + cell.row_span == depth
        and cell.col_span == 1
        and (period := read_period(_text(cell))) is not None
        and period.kind == "year"
        and not period.rest
    ]
    first = min((cell.col for cell in years), default=0)
    said = [_said_by_names(table, col, depth, vocabulary) for col in range(first)]
    told = next((found for found in said if found is not None), None)
    lines = {_text(cell) for cell in table.cells if cell.col < first and cell.row >= depth}
    if told is None or any(word in text and _paired(text, vocabulary) is None for text in lines for word in told.words):
        return {}  # or each in a line of its own
    return {
        id(cell): replace(told, heads=(f"{_text(cell)} {told.words[0]}", f"{_text(cell)} {told.words[1]}"))
        for cell in years
    }


def _said_by_names(table: Table, col: int, depth: int, vocabulary: Vocabulary) -> _Paired | None:
    """What the head of a column, or all of its cells alike, say of the figures beside them."""
    cells = [cell for cell in table.cells if cell.col == col]
    said = [_paired(_text(cell), vocabulary) for cell in cells if cell.row < depth]
    lines = [_paired(_text(cell), vocabulary) for cell in cells if cell.row >= depth]
    if lines and len({None if found is None else found.words for found in lines}) == 1:
        said.append(lines[0])
    return next((found for found in said if found is not None), None)


def _paired(text: str, vocabulary: Vocabulary) -> _Paired | None:
    """What a head says that names what is planned and what came of it or what it was before, in either order; None for any other."""
    met = None if _SIGNS.isdisjoint(text) else _HEAD.fullmatch(text)
    if met is None:
        return None
    words = [met["one"], met["two"] or met["inner"]]
    keys = {match.key for word in words if (match := vocabulary.heads.match(word, rough=False)) is not None}
    if len(keys) < len(words) or not (keys == _CHANGED or (keys & _PLANNED and keys & _DONE)):
        return None
    one, two = (f"{met['before']}{word}{met['behind']}" for word in words)
    return _Paired((words[0], words[1]), (one, two), _BY_SIGN[met["sign"]] if met["sign"] else _BRACKETED)


def _is_either(cell: Cell, paired: _Paired) -> bool:
    """Whether a cell holds one figure under two words with a stroke between them; the one in brackets may be left out where there is none."""
    return paired.cells is _BY_SIGN["/"] and _ONE_FIGURE.fullmatch(_text(cell)) is not None


def _halves(cell: Cell, pattern: re.Pattern[str]) -> tuple[str, str] | None:
    """The two figures of a cell, either of which may be missing; None where it holds anything else, or something struck out of it."""
    met = pattern.fullmatch(_text(cell))
    if met is None or cell.tables or any(line.marks for line in cell.lines):
        return None
    return met[1], met[2]


def _text(cell: Cell) -> str:
    return " ".join(cell.text.split())


def _alternating(cell: Cell, columns: Sequence[int], texts: tuple[str, str]) -> list[Cell]:
    """The two texts by turns, in a cell of its own in every column."""
    return [
        replace(cell, col=column, col_span=1, lines=(Line(text, cell.place),) if text else (), bar=0.0)
        for column, text in zip(columns, texts * (len(columns) // 2), strict=True)
    ]
