"""Tables set with bars: Markdown's pipe tables, and lines between `│` without a drawn frame."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pledgecards.extract.markers import BARS
from pledgecards.extract.page import Table
from pledgecards.extract.people.lines import is_telephone
from pledgecards.extract.text.lines.boxsigns import is_border
from pledgecards.extract.text.lines.textline import SourceLine, ink_of, is_marked, is_rule
from pledgecards.extract.text.tables.barform import read_bar_form
from pledgecards.extract.text.tables.from_cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    RawCell,
    RawGrid,
    RawLine,
    Span,
    build_table,
    is_number,
    is_one_row,
    is_sign,
    is_year,
    text_of,
)
from pledgecards.extract.text.tables.peopletable import begins_people
from pledgecards.extract.text.tables.ragged import squared
from pledgecards.schemas.vocabulary import Vocabulary

_BAR = re.compile(rf"(?<!\\)[{BARS}]")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_ALIGN = re.compile(r":?-+:?$")
_EDGES = tuple(BARS)
_LEAST_EVEN, _HEAD_STOREYS, _FEWEST_YEARS = 3, 3, 2
_RULED = 3
"""A rule between a head and a body makes so many ends of stretches, the beginning counted."""


def read_bars(
    lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary, spans: Mapping[tuple[int, int], Span] | None = None
) -> tuple[int, Table | None, int] | None:
    """The table of bars that begins at lines[start]: where it ends, the table (None where its figures cannot be told to stand below its
    head), and how many signs in it were markup.

    None if no such table begins there: its lines stand between bars, a Markdown row of dashes follows its head, or lines of as many
    cells, figures among them. spans: its merged cells, where they are known.
    """
    if not _has_bars(lines[start].text):
        return None
    framed, even = is_framed(lines[start].text), None
    width = _width(lines[start].text)
    if not framed and not (start + 1 < len(lines) and is_alignment(lines[start + 1].text)):
        even, width = _even_edges(lines, start, vocabulary), len(_pieces(lines[start].text))
        if even is None:
            return read_bar_form(lines, start, vocabulary)
    edges = (True, True) if framed else even
    grid: RawGrid = []
    numbers: list[int] = []
    markup = 0
    end = start
    stretches = [0]
    while end < len(lines) and len(grid) < MOST_ROWS:
        text = lines[end].text
        if is_rule(text) or is_border(text) or (end == start + 1 and is_alignment(text)):
            markup += ink_of(text)
            stretches += [len(grid)] if is_border(text) else []
        elif grid and (framed or even is None) and _heads_another(lines, start, end, vocabulary):
            break
        elif _has_bars(text) and (is_framed(text) if framed else even is None or len(_pieces(text)) == width):
            row, signs = _row(text, lines[end].number, edges=edges, width=width)
            markup += signs
            grid.append(row)
            numbers.append(lines[end].number)
        else:
            break
        end += 1
    grid, numbers = _between_rules(grid, numbers, stretches) if framed and spans is None else (grid, numbers)
    cols = max((len(row) for row in grid), default=0)
    if cols < 2:
        return None
    squared_grid = squared(grid)
    if squared_grid is None:
        return end, None, 0
    if spans is not None and (
        len(grid) <= max(row + down - 1 for (row, _), (down, _) in spans.items()) or squared_grid != grid
    ):
        spans = None
    table, signs = build_table(squared_grid, numbers, spans)
    return end, table, markup + signs


def _between_rules(grid: RawGrid, numbers: list[int], stretches: Sequence[int]) -> tuple[RawGrid, list[int]]:
    """The rows of a table that drawn rules part, and their lines: those between two rules are one row if but one of them has more than a name.

    stretches: how many lines stand above each rule, and 0.
    """
    ends = sorted({*stretches, len(grid)})
    if len(ends) < _RULED:
        return grid, numbers
    rows: RawGrid = []
    firsts: list[int] = []
    for above, below in pairwise(ends):
        part = grid[above:below]
        if len({len(row) for row in part}) == 1 and is_one_row([list(map(text_of, row)) for row in part]):
            rows.append(
                [tuple(line for cell in cells for line in cell if line.text) for cells in zip(*part, strict=True)]
            )
            firsts.append(numbers[above])
        else:
            rows += part
            firsts += numbers[above:below]
    return rows, firsts


def _heads_another(lines: Sequence[SourceLine], start: int, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a row of a table in a frame or in Markdown that begins at lines[start] heads another one: Markdown's row of dashes follows it, of other
    cells than the head has, or it labels people in charge below years."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if is_alignment(below) and _width(below) != _width(lines[start].text):
        return True
    return begins_people(_pieces(lines[start].text), _pieces(lines[at].text)[is_framed(lines[at].text) :], vocabulary)


def _has_bars(text: str) -> bool:
    return 0 < sum(map(text.count, _EDGES)) <= MOST_COLUMNS


def is_framed(text: str) -> bool:
    """Whether a line stands between two bars (`| a | b |`)."""
    text = text.strip()
    return len(text) > 1 and text.startswith(_EDGES) and text.endswith(_EDGES)


def is_alignment(text: str) -> bool:
    """Whether a line is Markdown's row of dashes under the head (`|:---|---:|`)."""
    if not _has_bars(text):
        return False
    return all(_ALIGN.match(cell.strip()) for cell in _BAR.split(text.strip().strip(BARS)))


def _pieces(text: str) -> list[str]:
    return _BAR.split(text.strip())


def _width(text: str) -> int:
    """How many cells a head has between its bars, those at its edges not counted."""
    pieces = _pieces(text)
    return len(pieces) - (not pieces[0].strip()) - (len(pieces) > 1 and not pieces[-1].strip())


def _even_edges(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> tuple[bool, bool] | None:
    """Whether a table without a frame or Markdown's dashes begins here: rows of as many cells as its head has, three at least, with
    figures, marks or telephones below the head, or years in it. Then whether its rows all begin, and all end, with a bar that parts nothing."""
    head = _pieces(lines[start].text)
    if (
        len(head) < _LEAST_EVEN
        or is_marked(lines[start].text, vocabulary)
        or any(is_number(piece.strip()) for piece in head)
    ):
        return None
    rows = [head]
    for line in lines[start + 1 : start + MOST_ROWS]:
        pieces = _pieces(line.text)
        if len(pieces) != len(head) or not _has_bars(line.text):
            break
        rows.append(pieces)
    figures = any(_is_filled(piece.strip()) for row in rows[1 : 1 + _HEAD_STOREYS] for piece in row)
    if not figures and (len(rows) < 2 or sum(is_year(piece.strip()) for piece in head) < _FEWEST_YEARS):
        return None
    return all(not row[0].strip() for row in rows), all(not row[-1].strip() for row in rows)


def _is_filled(piece: str) -> bool:
    return is_sign(piece) or is_telephone(piece)


def _row(text: str, number: int, *, edges: tuple[bool, bool] | None, width: int) -> tuple[list[RawCell], int]:
    """The cells of a row, and how many of its signs are markup: bars, backslashes before a bar, `<br>`.

    edges: whether a bar at its beginning, and one at its end, parts nothing. None: only where the row has more cells than the head;
    else it parts a blank cell from the next.
    """
    text = text.strip()
    markup = len(_BAR.findall(text))
    pieces = _BAR.split(text)
    if not pieces[0] and (edges[0] if edges else len(pieces) > width):
        pieces = pieces[1:]
    if pieces and not pieces[-1] and (edges[1] if edges else len(pieces) > width):
        pieces = pieces[:-1]
    row: list[RawCell] = []
    for piece in pieces:
        markup += piece.count("\\|") + sum(ink_of(sign) for sign in _BREAK.findall(piece))
        row.append(tuple(RawLine(part, number) for part in _BREAK.split(piece.replace("\\|", "|"))))
    return row, markup
