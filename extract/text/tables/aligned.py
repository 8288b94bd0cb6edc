"""Tables set with columns of white space, as `pdftotext -layout` writes them. In doubt there is no table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgecards.extract.page import Cell, Mark, Table
from pledgecards.extract.text.lines.sources import is_total
from pledgecards.extract.text.lines.textline import SourceLine, ink_of
from pledgecards.extract.text.tables.beside import has_names_twice, has_no_names, has_year_twice
from pledgecards.extract.text.tables.drift import surely_under
from pledgecards.extract.text.tables.from_cells import (
    LEAST_COLUMNS,
    MOST_COLUMNS,
    RawCell,
    RawGrid,
    RawLine,
    Span,
    build_table,
    is_number,
    soft_cell,
)
from pledgecards.extract.text.tables.groupnames import centred_names
from pledgecards.extract.text.tables.gutters import Interval, Stretch, Unsure, columns_of, lean_of, places_of, stretches
from pledgecards.extract.text.tables.joined import Joined, halves_one_head
from pledgecards.extract.text.tables.ragged import has_moved
from pledgecards.extract.text.tables.rowing import Filled, filled, is_between, rows_of
from pledgecards.extract.text.tables.sidelabels import side_label
from pledgecards.extract.text.tables.spacing import Part, Region, is_nested
from pledgecards.extract.text.tables.storeys import Storeys, has_unnamed_storeys, storeys
from pledgecards.schemas.vocabulary import Vocabulary

_BAR = re.compile(
    r"[◀◁←<]?(?:[━─―—–═▬=]{2,}|-{2,}|[→⇒➔➜➝➞➡⟶⟹⇨]{2,})[▶►▷>→]?|(?P<sign>[^\w\s.,:;/()\[\]\-–—])(?: (?P=sign))+"
)
"""A bar or arrow of several signs; or marks that only single spaces part, which the copy moved out of their columns."""
_TRIES = 3
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table of aligned columns: the index after its last line, its number of markup signs, and the label of the form's row that it is
    nested in, if it is."""

    end: int
    table: Table
    signs: int
    label: SourceLine | None


def read_aligned(
    lines: Sequence[SourceLine], region: Region, vocabulary: Vocabulary, *, paper: bool, top: bool
) -> Aligned | None:
    """The table that a region, or the most of it, is.

    paper: the text was set in pages, so that columns count characters.
    top: nothing of the page stands above, so that it may go on a table of the page before and have no head.
    None if nothing is a table for sure.
    """
    # Another table may follow with nothing but a blank line between: then fewer blocks make a table.
    for count in range(len(region.blocks), max(0, len(region.blocks) - _TRIES), -1):
        blocks = region.blocks[:count]
        end = blocks[-1][-1].index + 1
        nested = side_label(blocks, vocabulary)
        label, blocks = nested if nested is not None else (None, blocks)
        if nested is None and is_nested(blocks, vocabulary):
            continue
        ways = (False,) if paper else (True, False)
        found = [read for wide in ways if (read := _read(blocks, wide, top, vocabulary))]
        # Where Hangul may count as one column or two and each way gives a table, they must be the same.
        if found and all(table == found[0][0] for table, _ in found):
            table, signs = found[0]
            return Aligned(end, table, signs + sum(ink_of(lines[i].text) for i in region.rules if i < end), label)
    return None


def _read(blocks: Sequence[Sequence[Part]], wide: bool, top: bool, vocabulary: Vocabulary) -> tuple[Table, int] | None:
    try:
        return _Reading(blocks, wide, vocabulary).table(top)
    except Unsure:
        return None


def _with_bars_adrift(table: Table) -> Table:
    """The table with its bars of several signs marked as such: copied narrower than they were printed, they stand near their place only."""
    return replace(table, cells=tuple([_adrift(cell) if _BAR.fullmatch(cell.text) else cell for cell in table.cells]))


def _adrift(cell: Cell) -> Cell:
    lines = [replace(line, marks=(Mark("adrift", 0, len(line.text)),)) for line in cell.lines]
    return replace(cell, lines=tuple(lines))


class _Reading:
    """A region read in one measure of columns."""

    def __init__(self, blocks: Sequence[Sequence[Part]], wide: bool, vocabulary: Vocabulary) -> None:
        self._wide = wide
        self._vocabulary = vocabulary
        joined = Joined(vocabulary, wide=True)
        self.blocks = [
            [
                (part.line, joined.apart(stretches(part.line.text, vocabulary, wide=True)) if wide else part.pieces)
                for part in block
            ]
            for block in blocks
        ]

    def table(self, top: bool) -> tuple[Table, int]:
        """The table and its bold signs; Unsure if it is none."""
        flat = [pair for block in self.blocks for pair in block]
        found = storeys([pieces for _, pieces in flat])
        # A name of the upper storey stands over several columns: it says nothing of where one of them is.
        upper = found.tops if found else []
        told = [[piece for piece in pieces if piece not in upper] for _, pieces in flat]
        columns = columns_of(told if self._wide or found else surely_under(told, self._vocabulary), self._vocabulary)
        if not LEAST_COLUMNS <= len(columns) <= MOST_COLUMNS:
            raise Unsure
        head, spans, skip = self._head(flat, columns, found)
        heads = dict(zip(places_of(found.subs, columns), found.subs, strict=True)) if found else {}
        if found is None and has_unnamed_storeys([pieces for _, pieces in flat]):
            raise Unsure
        lean = lean_of([pieces for _, pieces in flat[skip:]], columns, heads)
        blocks = self._body(columns, skip, lean)
        schedule = bool(head and blocks) and all(0 in line.cells for block in blocks for line in block)
        rows = _named(blocks) if schedule else rows_of(blocks, len(columns), self._vocabulary) if blocks else []
        if not rows or (not head and len(rows) == 1 and not top and (len(flat) == 1 or 0 not in _filled_in(rows[0]))):
            raise Unsure
        grid: RawGrid = list(head)
        numbers = [next((cell[0].number for cell in row if cell), 0) for row in head]
        for row in rows:
            grid.append([self._cell(row, c) for c in range(len(columns))])
            numbers.append(row[0].number)
        if not top and any(len(cell) == 1 and is_number(cell[0].text) for cell in grid[0]):
            raise Unsure
        if not head and (has_year_twice(grid[0]) or has_names_twice(grid[0], self._vocabulary)):
            raise Unsure  # two tables side by side
        if not head and halves_one_head(flat[0][0].text, grid, self._vocabulary):
            raise Unsure
        if has_moved(grid[len(head) or 1 :]) or has_no_names(grid[1:], self._vocabulary):
            raise Unsure  # names left out below a merged cell; what is on the left of the table are no names
        first = len(head) or 1
        between = [is_between(row) for row in rows][first - len(head) :]
        spans |= centred_names(grid, first, between, self._vocabulary, top=top)
        table, signs = build_table(grid, numbers, spans)
        return _with_bars_adrift(table), signs

    def _body(self, columns: Sequence[Interval], skip: int, lean: int) -> list[list[Filled]]:
        """The lines under the head, which takes the first `skip`, in their blocks."""
        blocks: list[list[Filled]] = []
        done = 0
        for block in self.blocks:
            below = block[max(0, skip - done) :]
            apart = [(line, _marks_apart(pieces, columns)) for line, pieces in below]
            rest = [_filled(line, pieces, columns, lean, self._vocabulary) for line, pieces in apart]
            done += len(block)
            if rest:
                blocks.append(rest)
        return blocks

    @staticmethod
    def _cell(row: Sequence[Filled], c: int) -> RawCell:
        lines = [(line.cells[c], line.number) for line in row if c in line.cells]
        return soft_cell(lines)

    def _head(
        self, flat: Sequence[tuple[SourceLine, list[Stretch]]], columns: list[Interval], found: Storeys | None
    ) -> tuple[RawGrid, dict[tuple[int, int], Span], int]:
        """The rows of a head of two storeys, its spans, and how many lines it takes; nothing if it has but one."""
        if found is None:
            return [], {}, 0
        upper, lower, tops, subs = found.upper, found.lower, found.tops, found.subs
        places = places_of(subs, columns)
        if places != list(range(places[0], places[0] + len(subs))):
            raise Unsure
        rows: RawGrid = [[() for _ in columns], [() for _ in columns]]
        spans: dict[tuple[int, int], Span] = {}
        c = places[0]
        for piece, width in zip(tops, found.widths, strict=True):
            left, right = columns[c][0], columns[c + width - 1][1]
            if not (left <= piece.middle <= right or (width == 1 and piece.start < right and left < piece.end)):
                raise Unsure
            rows[0][c] = (RawLine(piece.text, flat[upper][0].number),)
            spans[(0, c)] = (1, width)
            c += width
        for piece, c in zip(subs, places, strict=True):
            rows[1][c] = (RawLine(piece.text, flat[lower][0].number),)
        # Names that go down both storeys stand on either line, or between.
        for i, (line, pieces) in enumerate(flat[: lower + 1]):
            taken = tops if i == upper else subs if i == lower else []
            names = [piece for piece in pieces if piece not in taken]
            for piece, c in zip(names, places_of(names, columns), strict=True):
                if c in places:
                    raise Unsure
                rows[0][c] += (RawLine(piece.text, line.number),)
                spans[(0, c)] = (2, 1)
        return rows, spans, lower + 1


def _filled_in(row: Sequence[Filled]) -> set[int]:
    """The columns of a row that are not blank."""
    return {c for line in row for c in line.cells}


def _marks_apart(pieces: Sequence[Stretch], columns: Sequence[Interval]) -> list[Stretch]:
    """The stretches, those of marks that single spaces part (`■ ■`) taken apart where each mark stands in a column of its own."""
    apart: list[Stretch] = []
    for piece in pieces:
        run = _BAR.fullmatch(piece.text) if len(piece.text) > 1 else None
        marks = [piece] if run is None or run["sign"] is None else _marks_of(piece)
        over = [c for mark in marks for c, (start, end) in enumerate(columns) if mark.start < end and start < mark.end]
        apart += marks if len(over) == len(set(over)) == len(marks) else [piece]
    return apart


def _marks_of(piece: Stretch) -> list[Stretch]:
    width = (piece.end - piece.start + 1) // len(piece.text.split())
    return [
        Stretch(piece.start + k * width, piece.start + (k + 1) * width - 1, mark)
        for k, mark in enumerate(piece.text.split())
    ]


def _filled(
    line: SourceLine, pieces: Sequence[Stretch], columns: Sequence[Interval], lean: int, vocabulary: Vocabulary
) -> Filled:
    places = places_of(pieces, columns, lean)
    between = places[:1] == [1] and columns[0][1] <= pieces[0].start < pieces[0].end <= columns[1][0]
    if between and is_total(pieces[0].text, vocabulary):
        # 합계 in the middle of two columns stands in a cell over both: it sums up all projects, not the one above.
        places = [0, *places[1:]]
    return filled(line.number, {c: piece.text for piece, c in zip(pieces, places, strict=True)}, vocabulary)


def _named(blocks: Sequence[Sequence[Filled]]) -> list[list[Filled]]:
    """The rows of a schedule whose lines all have a name: a row a block, or, without blank lines, a row a line."""
    if len(blocks) > 1:
        if any(sum(len(line.cells) > 1 for line in block) > 1 for block in blocks):
            raise Unsure
        return [list(block) for block in blocks]
    bare = any(len(line.cells) == 1 for line in blocks[0])
    if bare and any(len(line.cells[0]) < _SHORTEST_NAME for line in blocks[0]):
        # Surely the rest of a name that goes over two lines: then no line is surely a row.
        raise Unsure
    return [[line] for line in blocks[0]]
