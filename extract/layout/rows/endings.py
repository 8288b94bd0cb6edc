"""Where lines end: because their column ended (soft), and perhaps within a word (glue).

A line that leaves room for the first word of the next one ends a paragraph. One that leaves no room for that word
but for its first syllable was wrapped between words. One that leaves no room even for a syllable may break a word;
then the text on both sides decides (extract.breaks).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.rows.breaks import certain, hangul
from pledgecards.extract.layout.rows.row import Row

_FAR = 2.7
"""Lines whose middles are further apart than this many sizes are no lines of one paragraph."""

_FOOT = 2
"""So many lines at most stand at the foot of a page."""

_MOST = 0.5
_USUAL_WORD = 2.5
_EDGE = 2.5
_PAD = 8.0


@dataclass(frozen=True, slots=True)
class Column:
    """The left and right edge that text keeps in a region. sure: the right edge is known, not only the longest line."""

    left: float
    right: float
    sure: bool


def usual_space(rows: Iterable[Sequence[Row]]) -> float:
    """The width of an unstretched space on the page, in ems. rows: those of every region."""
    widths = sorted(chain.from_iterable([row.gaps for some in rows for row in some]))
    return widths[len(widths) // 5] if widths else 0.3


def padding_of(cells: Sequence[Box], rows: Sequence[Sequence[Row]]) -> float | None:
    """The padding of a table's cells: the least distance of text from the left edge of its cell. rows: those of each cell."""
    distances = [row.x0 - cell[0] for cell, some in zip(cells, rows, strict=True) if some for row in some]
    least = min(distances, default=-10.0)
    return least if -1.0 <= least <= _PAD else None


def column_of_box(x0: float, x1: float, rows: Sequence[Row], padding: float | None) -> Column:
    """The column within a cell or frame: as far from its right edge as the text (a row at least) is from the left one."""
    reach = max([row.x1 for row in rows])
    pad = 3.0 if padding is None else max(padding, 0.0)
    return Column(x0 + pad, max(reach, x1 - pad), padding is not None and reach <= x1 - pad + 1.0)


def column_of_flow(rows: Sequence[Row], width: float, others: Sequence[float]) -> Column:
    """The column of the lines that stand on the page itself; `others` are the right edges of its tables.

    The text reaches as far as its longest lines, unless these all end well before the margin that mirrors the left one.
    """
    if not rows:
        return Column(0.0, width, False)
    left = min(row.x0 for row in rows)
    # A note set to the right says where the page ends, not where its paragraphs do.
    half = [row.x1 for row in rows if row.x0 < width / 2]
    ends = sorted(half or [row.x1 for row in rows], reverse=True)
    size = max(row.size for row in rows)
    reach = ends[0]
    # Tables may stick out a little beyond the text.
    edge = max((edge for edge in others if edge <= width), default=0.0)
    if edge - reach > _EDGE * size:
        reach = edge
    mirrored = width - left
    together = len(ends) > 2 and ends[0] - ends[2] < size
    if reach >= mirrored - 2 * size or together:
        return Column(left, reach, False)
    return Column(left, mirrored, False)


def right_column(column: Column, rows: Sequence[Row], page: Column) -> Column:
    """The column (of a row at least) at the right of a page: as far as its longest lines end together, or the page's own lines do."""
    ends = sorted([row.x1 for row in rows], reverse=True)
    together = len(ends) > 2 and ends[0] - ends[2] < rows[0].size
    right = ends[0] if together else min(max(ends[0], page.right), column.right)
    return Column(column.left, right, False)


def endings(rows: Sequence[Row], column: Column, space: float, *, foot: float | None) -> list[tuple[bool, bool]]:
    """(soft, glue) of the rows (one at least) of one region, top to bottom.

    foot  where the foot of the page may begin, if what follows the region may stand on the next page.
    """
    stacked = _stacked(rows, column)
    left, right = column.left, column.right
    reach = max([row.x1 for row in rows])
    found: list[tuple[bool, bool]] = []
    for row, after in pairwise(rows):
        size = row.size or 10.0
        if after.middle - row.middle > _FAR * max(size, after.size):
            found.append((False, False))
            continue
        if stacked:
            found.append((True, True))
            continue
        # Most lines begin where their column does.
        room = right - row.x1 if row.x0 - left <= row.size else _room(row, after, column)
        soft = room < 0.5 * size or room < _head_width(after) + 0.5 * size
        glue = False
        if soft and not row.trailing:
            tight = (room if column.sure else min(room, max(reach - row.x1, 0.0))) + _slack(row, space)
            glue = tight < 1.1 * after.width_to(1) and _joins(row, after)
        found.append((soft, glue))
    ends = [*found, _last(rows[-1], column, goes_on=foot is not None)]
    for place in range(max(len(rows) - 1 - _FOOT, 0), len(rows) - 1):
        row, after = rows[place], rows[place + 1]
        apart = after.middle - row.middle > _FAR * max(row.size or 10.0, after.size)
        if foot is not None and after.middle > foot and apart:
            ends[place] = _last(row, column, goes_on=True)
            break
    return ends


def _last(row: Row, column: Column, *, goes_on: bool) -> tuple[bool, bool]:
    """(soft, glue) of the last row of a region; goes_on: what follows may stand on the next page."""
    size, room = row.size or 10.0, _room_of_last(row, column.left, column.right)
    return room < _USUAL_WORD * size, goes_on and room < 0.9 * size and not row.trailing and hangul(row.text[-1])


def _room_of_last(row: Row, left: float, right: float) -> float:
    """The room that a row leaves which has none below it: on both sides if it is set in as what is centred or set to the right is. A row that
    fills most of its column up to the right edge is the deep bullet of a list."""
    room, before = right - row.x1, row.x0 - left
    size = row.size or 10.0
    if before <= 2 * size or (row.x1 - row.x0 >= _MOST * (right - left) and before - room > size):
        return room
    return room + before


def full_alone(row: Row, cell: Box, padding: float | None) -> bool:
    """Whether the only row of a cell leaves no room for a word: it may go on (soft)."""
    pad = 3.0 if padding is None else max(padding, 0.0)
    right = max(cell[2] - pad, row.x1)
    return _room_of_last(row, cell[0] + pad, right) < _USUAL_WORD * row.size


def _joins(row: Row, after: Row) -> bool:
    if max(row.size, after.size) > 1.15 * min(row.size, after.size):
        return False
    return certain(row.text, after.text) is not False


def _stacked(rows: Sequence[Row], column: Column) -> bool:
    """Syllables written one below the other in a column too narrow for two."""
    if len(rows) < 2 or len(rows[0].text) != 1 or any(len(row.text) != 1 or not hangul(row.text) for row in rows):
        return False
    return len(rows) > 2 or column.right - column.left < 2 * max(row.size for row in rows)


def _room(row: Row, after: Row, column: Column) -> float:
    """The room that a set-in row leaves in its column: to its right; on both sides if it is centred or set to the right."""
    size, room, before = row.size, column.right - row.x1, row.x0 - column.left
    after_room, after_before = column.right - after.x1, after.x0 - column.left
    centred = abs(room - before) < 0.6 * size and abs(after_room - after_before) < 0.6 * size
    to_right = abs(after.x1 - row.x1) < 0.3 * size and abs(after.x0 - row.x0) > 0.3 * size and after_before > size
    return room + before if centred or (to_right and column.sure and room < size) else room


def _slack(row: Row, space: float) -> float:
    """By how much justification stretched the spaces of a row, in points: room that was there when it was wrapped."""
    gaps = row.gaps[1:] if row.text.find(" ") in (1, 2) else row.gaps
    if len(gaps) < 2:
        return 0.0
    return max(min(gaps) - space - 0.05, 0.0) * len(gaps) * row.size


def _head_width(row: Row) -> float:
    end = row.text.find(" ")
    tab = row.text.find("\t")
    if tab >= 0 and (end < 0 or tab < end):
        end = tab
    return row.width_to(len(row.text) if end < 0 else end)
