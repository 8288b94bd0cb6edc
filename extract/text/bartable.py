"""Tables set with bars: Markdown's pipe tables, and lines between `│` without a drawn frame."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.page import Table
from pledgecards.extract.text.boxtable import is_border
from pledgecards.extract.text.textline import SourceLine, ink_of, is_marked, is_rule
from pledgecards.extract.text.texttable import (
    MOST_COLUMNS,
    MOST_ROWS,
    RawCell,
    RawGrid,
    RawLine,
    build_table,
    is_number,
)

_BAR = re.compile(r"(?<!\\)[|│┃]")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_ALIGN = re.compile(r":?-+:?$")
_EDGES = ("|", "│", "┃")
_LEAST_EVEN, _HEAD_STOREYS = 3, 3


def read_bars(lines: Sequence[SourceLine], start: int) -> tuple[int, Table, int] | None:
    """The table of bars that begins at lines[start]: where it ends, the table, and how many signs in it were markup.

    None if no such table begins there: its lines stand between bars, a Markdown row of dashes follows its head, or lines of as many
    cells, figures among them.
    """
    if not _has_bars(lines[start].text):
        return None
    framed = _framed(lines[start].text)
    even = False
    if not framed and not (start + 1 < len(lines) and _is_alignment(lines[start + 1].text)):
        even = _has_even_rows(lines, start)
        if not even:
            return None
    width = _width(lines[start].text)
    grid: RawGrid = []
    numbers: list[int] = []
    markup = 0
    end = start
    while end < len(lines) and len(grid) < MOST_ROWS:
        text = lines[end].text
        if is_rule(text) or is_border(text) or (end == start + 1 and _is_alignment(text)):
            markup += ink_of(text)
        elif _has_bars(text) and (_framed(text) if framed else not even or _fits(text, width)):
            row, signs = _row(text, lines[end].number, framed=framed, width=width)
            markup += signs
            grid.append(row)
            numbers.append(lines[end].number)
        else:
            break
        end += 1
    cols = max((len(row) for row in grid), default=0)
    if cols < 2:
        return None
    table, signs = build_table(grid, numbers)
    return end, table, markup + signs


def _has_bars(text: str) -> bool:
    return 0 < sum(map(text.count, _EDGES)) <= MOST_COLUMNS


def _framed(text: str) -> bool:
    """Whether a line stands between two bars (`| a | b |`)."""
    text = text.strip()
    return len(text) > 1 and text.startswith(_EDGES) and text.endswith(_EDGES)


def _is_alignment(text: str) -> bool:
    """Whether a line is Markdown's row of dashes under the head (`|:---|---:|`)."""
    if not _has_bars(text):
        return False
    return all(_ALIGN.match(cell.strip()) for cell in _BAR.split(text.strip().strip("|│┃")))


def _pieces(text: str) -> list[str]:
    return _BAR.split(text.strip())


def _width(text: str) -> int:
    """How many cells a head has between its bars, those at its edges not counted."""
    pieces = _pieces(text)
    return len(pieces) - (not pieces[0].strip()) - (len(pieces) > 1 and not pieces[-1].strip())


def _fits(text: str, width: int) -> bool:
    """Whether a line without a frame is a row under a head of so many cells: bars at its edges may be more, none may be less."""
    return width <= len(_pieces(text)) <= width + 2


def _has_even_rows(lines: Sequence[SourceLine], start: int) -> bool:
    """Whether lines of as many cells, three at least, stand below a head, and figures in the first of them."""
    width = _width(lines[start].text)
    if (
        width < _LEAST_EVEN
        or is_marked(lines[start].text)
        or any(is_number(piece.strip()) for piece in _pieces(lines[start].text))
    ):
        return False
    for line in lines[start + 1 : start + 1 + _HEAD_STOREYS]:
        if not _has_bars(line.text) or not _fits(line.text, width):
            return False
        if any(is_number(piece.strip()) for piece in _pieces(line.text)):
            return True
    return False


def _row(text: str, number: int, *, framed: bool, width: int) -> tuple[list[RawCell], int]:
    """The cells of a row, and how many of its signs are markup: bars, backslashes before a bar, `<br>`.

    Without a frame, a bar at the edge of a row parts a blank cell from the next, unless the row has more cells than the head.
    """
    text = text.strip()
    markup = len(_BAR.findall(text))
    pieces = _BAR.split(text)
    if not pieces[0] and (framed or len(pieces) > width):
        pieces = pieces[1:]
    if pieces and not pieces[-1] and (framed or len(pieces) > width):
        pieces = pieces[:-1]
    row: list[RawCell] = []
    for piece in pieces:
        markup += piece.count("\\|") + sum(ink_of(sign) for sign in _BREAK.findall(piece))
        row.append(tuple(RawLine(part, number) for part in _BREAK.split(piece.replace("\\|", "|"))))
    return row, markup
