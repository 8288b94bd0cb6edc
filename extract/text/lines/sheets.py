"""A whole sheet saved as text: every line has the cells of the widest one, parted by commas or tabs, most of them blank. What stands alone in
its row is a line of text, and what stands side by side a row of a table."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pledgecards.extract.markers import split_marker
from pledgecards.extract.record import record
from pledgecards.extract.text.lines.textline import IN_CELL, SourceLine, ink_of, is_marked, is_marker
from pledgecards.extract.text.tables.peopletable import heads_people
from pledgecards.schemas.vocabulary import Vocabulary

_FEWEST, _FEWEST_COLUMNS = 5, 3
_LEAST_EVEN = 0.8
"""The least share of rows that have as many cells as most have."""

_BLOCK = 16
"""So many rows at a time are saved with as many cells as the widest of them has."""

_MOST_SIGNS = 2_000_000
_NOTE = re.compile(r"[(\[【〔<（［].{1,60}[)\]】〕>）］]")
_NUMBER = re.compile(r"\d{1,3}(?:-\d{1,2})?\.?")


@record
class _Row:
    """The cells of a row, and the number of the line that it begins in. sheet: as of that line."""

    number: int
    cells: tuple[str, ...]
    sheet: int

    @property
    def filled(self) -> list[str]:
        """What stands in its cells that hold anything."""
        return [cell for cell in self.cells if cell]


def without_sheet(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> tuple[list[SourceLine], int]:
    """The lines of the sheet's text, its tables as rows of tabs, and how many of its signs were markup; the lines as they are if they are
    no sheet."""
    rows = _rows(lines, ",") or _rows(lines, "\t")
    if not rows:
        return list(lines), 0
    first = min((next(at for at, cell in enumerate(row.cells) if cell) for row in rows if row.filled), default=0)
    rows = [_Row(row.number, row.cells[first:], row.sheet) for row in rows]
    result = list(_lines(rows, vocabulary))
    signs = sum(ink_of(line.text) for line in lines) - sum(ink_of(line.text.replace(IN_CELL, " ")) for line in result)
    return result, signs


def _rows(lines: Sequence[SourceLine], sign: str) -> list[_Row]:
    """The rows of a sheet whose cells the sign parts; none if the lines are none."""
    blank = 2 * sign
    if sum(blank in line.text for line in lines) < _FEWEST or sum(len(line.text) for line in lines) > _MOST_SIGNS:
        return []
    rows: list[_Row] = []
    reader = csv.reader((line.text + "\n" for line in lines), delimiter=sign, strict=True)
    at = 0
    try:
        for cells in reader:
            whole = tuple([IN_CELL.join(filter(None, map(str.rstrip, cell.split("\n")))) for cell in cells])
            rows.append(
                _Row(lines[at].number, tuple([cell if cell.strip() else "" for cell in whole]), lines[at].sheet)
            )
            at = reader.line_num
    except csv.Error:
        return []
    while rows and not rows[-1].cells:
        rows.pop()
    return rows if _is_even([len(row.cells) for row in rows]) else []


def _is_even(widths: Sequence[int]) -> bool:
    """Whether rows of so many cells, 0 where a line is blank, are of a sheet: nearly all alike, or all of each block."""
    counts = Counter(filter(None, widths))
    [(width, count)] = counts.most_common(1)
    if width >= _FEWEST_COLUMNS and count >= _LEAST_EVEN * counts.total():
        return True
    blocks = [{max(1, width) for width in widths[at : at + _BLOCK]} for at in range(0, len(widths), _BLOCK)]
    return all(len(block) == 1 for block in blocks)


def _lines(rows: Sequence[_Row], vocabulary: Vocabulary) -> Iterator[SourceLine]:
    """The rows as lines."""
    names = {row.cells[0] for row in rows if len(row.filled) > 1}
    block: list[_Row] = []
    for row in rows:
        single = len(row.filled) < 2 and not (block and row.filled and row.cells[0] in names)
        texts = row.filled if single else _apart(row.filled, vocabulary)
        if texts is None and not (block and heads_people(row.filled, vocabulary)):
            block.append(row)
            continue
        yield from _block(block)
        block = []
        if texts is None:
            yield SourceLine(row.number, "", row.sheet)
            block.append(row)
            continue
        indent = " " * next((at for at, cell in enumerate(row.cells) if cell), 0)
        for text in texts or [""]:
            for down, line in enumerate(text.split(IN_CELL)):
                yield SourceLine(row.number + down, indent + line if line else "", row.sheet)
    yield from _block(block)


def _apart(filled: Sequence[str], vocabulary: Vocabulary) -> list[str] | None:
    """The lines that the cells of a row are: a heading and notes in brackets far behind it, a bullet or a number and its words; None if they are cells."""
    first, *others = filled
    if not others:
        return None
    words = split_marker(first, vocabulary).words
    headed = is_marked(first, vocabulary) or vocabulary.sections.match(words, rough=False) is not None
    if headed and all(map(_NOTE.fullmatch, others)):
        return list(filled)
    if len(others) == 1 and IN_CELL not in others[0] and is_marker(first.strip(), vocabulary):
        return [f"{first.strip()} {others[0].strip()}"]
    return None


def _block(rows: Sequence[_Row]) -> Iterator[SourceLine]:
    """Rows one below the other, as wide as the widest of them."""
    width = max((at for row in rows for at, cell in enumerate(row.cells, 1) if cell), default=0)
    for row in rows:
        cells = [" ".join(cell.split("\t")) for cell in row.cells[:width]]
        yield SourceLine(row.number, "\t".join([*cells, *[""] * (width - len(cells))]), row.sheet)
