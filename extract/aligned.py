"""Tables set with columns of white space, as `pdftotext -layout` writes them. In doubt there is no table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pledgecards.extract.gutters import Interval, Stretch, Unsure, columns_of, places_of, stretches
from pledgecards.extract.page import Table
from pledgecards.extract.rowing import Filled, rows_of
from pledgecards.extract.tabtable import is_row_name
from pledgecards.extract.textline import SourceLine, ink_of, is_marked, is_rule
from pledgecards.extract.texttable import (
    MOST_COLUMNS,
    RawCell,
    RawGrid,
    RawLine,
    Span,
    build_table,
    is_number,
    soft_cell,
)

_MOST_BLANKS = 3
_MOST_LINES = 300
_MOST_WIDTH = 1_000
_WIDEST_PART = 0.5
_LEAST_COLUMNS = 3
_TRIES = 4
_MOST_PARTS = 12
_SHORTEST_NAME = 4
_LONGEST_HEAD = 8


@dataclass(slots=True)
class Region:
    """Lines that may be a table: blocks of them parted by blank lines, and where they end."""

    blocks: list[list[SourceLine]] = field(default_factory=list)
    end: int = 0


def read_aligned(lines: Sequence[SourceLine], start: int, *, top: bool) -> tuple[int, Table, int] | None:
    """The table of white space that begins at lines[start]: where it ends, the table, and its number of markup signs.

    top: nothing of the page stands above, so that it may go on a table of the page before and have no head.
    None if there is none, or none that can be told for sure.
    """
    region = find_region(lines, start)
    if region is None:
        return None
    paper = lines[-1].sheet > 0
    # Another table may follow with nothing but a blank line between: then fewer blocks make a table.
    for blocks in range(len(region.blocks), max(0, len(region.blocks) - _TRIES), -1):
        for wide in (False, True) if paper else (True, False):
            try:
                table, signs = _Reading(region.blocks[:blocks], wide).table(top)
            except Unsure:
                continue
            last = region.blocks[blocks - 1][-1]
            end = next(i for i in range(region.end - 1, start - 1, -1) if lines[i] is last) + 1
            rules = sum(ink_of(line.text) for line in lines[start:end] if is_rule(line.text))
            return end, table, signs + rules
    return None


def find_region(lines: Sequence[SourceLine], start: int) -> Region | None:
    """The lines from lines[start] on that may be one aligned table; None if none begins there."""
    if not _begins(lines, start):
        return None
    region = Region()
    blank = True
    names = False
    last = start
    widest = len(lines[start].text)
    for i in range(start, min(len(lines), start + _MOST_LINES)):
        line = lines[i]
        if line.sheet != lines[start].sheet or i - last > _MOST_BLANKS + 1:
            break
        if line.blank:
            if not blank:
                names = names or _is_open(region)
            blank = True
            continue
        if is_rule(line.text):
            last = i
            continue
        if i > start and not _goes_on(lines, i, region, names, blank, widest):
            break
        if blank:
            region.blocks.append([])
        blank = False
        region.blocks[-1].append(line)
        widest = max(widest, len(line.text))
        last = i
        region.end = i + 1
    return region


def _begins(lines: Sequence[SourceLine], start: int) -> bool:
    text = lines[start].text
    if "\t" in text or len(text) > _MOST_WIDTH or is_marked(text):
        return False
    here = stretches(text) if "  " in text.strip() else []
    if len(here) > 1:
        return True
    # The name of a centred row may begin a line above its figures.
    if start + 1 == len(lines) or not is_row_name(lines[start]) or len(lines[start + 1].text) > _MOST_WIDTH:
        return False
    below = stretches(lines[start + 1].text)
    name = stretches(text)[0]
    return (
        len(below) >= _LEAST_COLUMNS
        and "\t" not in lines[start + 1].text
        and name.end <= below[0].start
        and any(is_number(piece.text) for piece in below)
    )


def _goes_on(lines: Sequence[SourceLine], i: int, region: Region, names: bool, after_blank: bool, widest: int) -> bool:
    """Whether line i may belong to the table of the lines before it."""
    text = lines[i].text
    if "\t" in text or len(text) > _MOST_WIDTH:
        return False
    pieces = stretches(text)
    if len(pieces) > 1:
        return len(pieces) >= _LEAST_COLUMNS or not is_marked(text)
    if not is_row_name(lines[i], within=not after_blank) or pieces[0].end - pieces[0].start > _WIDEST_PART * widest:
        return False
    if not after_blank or not region.blocks:
        return True
    return _has_gap_below(lines, i) or names or _is_open(region)


def _has_gap_below(lines: Sequence[SourceLine], i: int) -> bool:
    """Whether a line with several stretches follows before the next blank one."""
    for line in lines[i + 1 : i + 1 + _MOST_PARTS]:
        if line.blank or len(line.text) > _MOST_WIDTH:
            return False
        if len(stretches(line.text)) > 1:
            return True
    return False


def _is_open(region: Region) -> bool:
    """Whether the lines so far are only the head of a schedule, so that bare names may follow as rows."""
    if sum(map(len, region.blocks)) > _LONGEST_HEAD:
        return False
    first = [stretches(line.text) for block in region.blocks for line in block]
    return 2 <= len([row for row in first if len(row) > 1]) <= 2 and _storeys(first) is not None


def _storeys(rows: Sequence[Sequence[Stretch]]) -> tuple[int, int, list[Stretch], list[Stretch]] | None:
    """The head of two storeys: indexes of its lines, the upper names, the lower ones (the same ones under each)."""
    broad = [i for i, row in enumerate(rows[:4]) if len(row) > 1][:2]
    if len(broad) < 2:
        return None
    upper, lower = rows[broad[0]], rows[broad[1]]
    if len(lower) <= len(upper):
        return None
    for tops in (upper, upper[1:], upper[:-1], upper[1:-1]):
        for subs in (lower, lower[1:], lower[:-1], lower[1:-1]):
            if len(tops) > 1 and len(subs) >= 2 * len(tops) and len(subs) % len(tops) == 0:
                texts = [piece.text for piece in subs]
                period = len(subs) // len(tops)
                if texts == texts[:period] * len(tops) and len(set(texts[:period])) == period:
                    return broad[0], broad[1], list(tops), list(subs)
    return None


class _Reading:
    """A region read in one measure of columns."""

    def __init__(self, blocks: Sequence[Sequence[SourceLine]], wide: bool) -> None:
        self.blocks = [[(line, stretches(line.text, wide=wide)) for line in block] for block in blocks]

    def table(self, top: bool) -> tuple[Table, int]:
        """The table and its bold signs; Unsure if it is none."""
        flat = [pair for block in self.blocks for pair in block]
        columns = columns_of([pieces for _, pieces in flat])
        if not _LEAST_COLUMNS <= len(columns) <= MOST_COLUMNS:
            raise Unsure
        head, spans, skip = self._head(flat, columns)
        blocks: list[list[Filled]] = []
        done = 0
        for block in self.blocks:
            rest = [_filled(line, pieces, columns) for line, pieces in block[max(0, skip - done) :]]
            done += len(block)
            if rest:
                blocks.append(rest)
        schedule = bool(head) and all(0 in line.cells for block in blocks for line in block)
        rows = _named(blocks) if schedule else rows_of(blocks, len(columns)) if blocks else []
        if len(head) + len(rows) < 2 and len(flat) < 2:
            raise Unsure
        grid: RawGrid = list(head)
        numbers = [next((cell[0].number for cell in row if cell), 0) for row in head]
        for row in rows:
            grid.append([self._cell(row, c) for c in range(len(columns))])
            numbers.append(row[0].number)
        if not top and any(len(cell) == 1 and is_number(cell[0].text) for cell in grid[0]):
            raise Unsure
        return build_table(grid, numbers, spans)

    @staticmethod
    def _cell(row: Sequence[Filled], c: int) -> RawCell:
        lines = [(filled.cells[c], filled.number) for filled in row if c in filled.cells]
        return soft_cell(lines)

    def _head(
        self, flat: Sequence[tuple[SourceLine, list[Stretch]]], columns: list[Interval]
    ) -> tuple[RawGrid, dict[tuple[int, int], Span], int]:
        """The rows of a head of two storeys, its spans, and how many lines it takes; nothing if it has but one."""
        found = _storeys([pieces for _, pieces in flat])
        if found is None:
            return [], {}, 0
        upper, lower, tops, subs = found
        places = places_of(subs, columns)
        if places != list(range(places[0], places[0] + len(subs))):
            raise Unsure
        rows: RawGrid = [[() for _ in columns], [() for _ in columns]]
        spans: dict[tuple[int, int], Span] = {}
        period = len(subs) // len(tops)
        for k, piece in enumerate(tops):
            c = places[k * period]
            if not columns[c][0] <= piece.middle <= columns[c + period - 1][1]:
                raise Unsure
            rows[0][c] = (RawLine(piece.text, flat[upper][0].number),)
            spans[(0, c)] = (1, period)
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


def _filled(line: SourceLine, pieces: Sequence[Stretch], columns: Sequence[Interval]) -> Filled:
    return Filled(line.number, {c: piece.text for piece, c in zip(pieces, places_of(pieces, columns), strict=True)})


def _named(blocks: Sequence[Sequence[Filled]]) -> list[list[Filled]]:
    """The rows of a schedule whose lines all have a name: a row a block, or, without blank lines, a row a line."""
    if len(blocks) > 1:
        if any(sum(len(line.cells) > 1 for line in block) > 1 for block in blocks):
            raise Unsure
        return [list(block) for block in blocks]
    if any(len(line.cells[0]) < _SHORTEST_NAME for line in blocks[0]):
        # Surely the rest of a name that goes over two lines: then no line is surely a row.
        raise Unsure
    return [[line] for line in blocks[0]]
