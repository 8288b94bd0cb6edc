"""Tables whose columns rules of dashes set (`-----  ------`, `====  ====`), as converters to plain text and Markdown draw them: what stands
under a dash is of its column, however wide the gaps are."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence

from pledgecards.extract.page import Table
from pledgecards.extract.text.lines.textline import SourceLine, ink_of, is_rule, width_of
from pledgecards.extract.text.tables.from_cells import MOST_COLUMNS, RawGrid, build_table, is_number, soft_cell
from pledgecards.extract.text.tables.ragged import squared

_STRETCH = re.compile(r"-{2,}|={2,}")
_MOST_LINES = 300
_MOST_HEAD = 2
_BEGINNINGS = frozenset({"--", "=="})

Interval = tuple[int, int]


def column_rules(lines: Sequence[SourceLine]) -> frozenset[int]:
    """The indexes of the lines that set columns."""
    return frozenset(
        at for at, line in enumerate(lines) if line.text.lstrip()[:2] in _BEGINNINGS and _columns(line.text)
    )


def read_ruled(lines: Sequence[SourceLine], start: int, rules: Collection[int]) -> tuple[int, Table, int] | None:
    """The table that begins at lines[start], with its first rule or with its head above one: where it ends, the table, and how many signs
    in it were markup. None if none begins there. rules: see `column_rules`."""
    first = next((at for at in range(start, start + _MOST_HEAD + 1) if at in rules), None)
    if first is None or any(line.blank or _draws(line.text) for line in lines[start:first]):
        return None
    columns = _columns(lines[first].text)
    for wide in (True, False):
        end = _end(lines, first, columns, wide=wide)
        if end is None:
            continue
        head = [_cells(line, columns, wide=wide) for line in lines[start:first]]
        if None in head:
            continue
        grid, numbers = _grid(lines, start, first, end, columns, wide=wide)
        even = squared(grid) if len(grid) > 1 else None
        if even is None:
            continue
        table, signs = build_table(even, numbers)
        return end, table, signs + sum(ink_of(line.text) for line in lines[start:end] if _draws(line.text))
    return None


def _columns(text: str) -> list[Interval]:
    """The columns that a rule sets, two at least; none for another line."""
    found = [met.span() for met in _STRETCH.finditer(text)]
    plain = ink_of(text) == sum(end - start for start, end in found)
    return found if plain and 1 < len(found) <= MOST_COLUMNS else []


def _draws(text: str) -> bool:
    return is_rule(text) or bool(_columns(text))


def _end(lines: Sequence[SourceLine], first: int, columns: Sequence[Interval], *, wide: bool) -> int | None:
    """The index after the last line of the table: behind its last rule, or, where no rule closes it, at the first blank line. None if some
    line does not fit the columns."""
    open_end = closed = None
    for at in range(first + 1, min(len(lines), first + _MOST_LINES)):
        line = lines[at]
        if line.sheet != lines[first].sheet:
            break
        if line.blank:
            open_end = open_end or at
            if closed is not None:
                break
        elif _draws(line.text):
            if _columns(line.text) not in ([], list(columns)):
                break
            closed = at + 1
        elif _cells(line, columns, wide=wide) is None:
            if open_end is None and closed is None:
                return None
            break
    else:
        open_end = open_end or min(len(lines), first + _MOST_LINES)
    return closed or open_end


def _cells(line: SourceLine, columns: Sequence[Interval], *, wide: bool) -> list[str] | None:
    """What stands in each column of a line; None where something stands between two."""
    row: list[str] = []
    for char in line.text:
        row.append(char)
        if wide and width_of(char) > 1:
            row.append("")
    edges = [0, *(start for start, _ in columns[1:]), len(row)]
    cells = ["".join(row[left:right]) for left, right in itertools.pairwise(edges)]
    between = [row[end:start] for (_, end), (start, _) in itertools.pairwise(columns)]
    if any("".join(gap).strip() for gap in [row[: columns[0][0]], *between]):
        return None
    # A letter of two columns may not stand half in a gap.
    if any(start < len(row) and row[start] == "" for start, _ in columns[1:]):
        return None
    return [cell.strip() for cell in cells]


def _grid(
    lines: Sequence[SourceLine], start: int, first: int, end: int, columns: Sequence[Interval], *, wide: bool
) -> tuple[RawGrid, list[int]]:
    """The rows, and the source line of each."""
    grid: RawGrid = []
    numbers: list[int] = []
    spaced = any(line.blank for line in lines[first:end])  # then a row may have several lines
    continues = "=" in lines[first].text
    for block in _blocks(lines, start, end):
        cells = [(_cells(line, columns, wide=wide) or [], line.number) for line in block]
        rows: list[list[tuple[list[str], int]]] = []
        for texts, number in cells:
            below = rows and not texts[0] and not any(map(is_number, texts))
            if rows and (spaced or (continues and below)):
                rows[-1].append((texts, number))
            else:
                rows.append([(texts, number)])
        for row in rows:
            grid.append([soft_cell([(texts[c], n) for texts, n in row if texts[c]]) for c in range(len(columns))])
            numbers.append(row[0][1])
    return grid, numbers


def _blocks(lines: Sequence[SourceLine], start: int, end: int) -> Iterator[list[SourceLine]]:
    """The lines between rules and blank lines."""
    block: list[SourceLine] = []
    for line in lines[start:end]:
        if line.blank or _draws(line.text):
            if block:
                yield block
            block = []
        else:
            block.append(line)
    if block:
        yield block
