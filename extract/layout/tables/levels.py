"""What stands at one height of a page, in pieces with wide gaps between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.layout.tables.ladders import APART, SPREAD, Stretch
from pledgecards.extract.layout.tables.wording import FIGURE
from pledgecards.extract.record import record

_LEVEL = 0.4


@record
class Piece:
    """Words without a wide gap between them."""

    text: str
    x0: float
    x1: float

    @property
    def figure(self) -> bool:
        return FIGURE.fullmatch(self.text) is not None


@record
class Level:
    """What stands at one height of the page, from left to right."""

    middle: float
    top: float
    bottom: float
    size: float
    pieces: tuple[Piece, ...]

    def stretches(self) -> list[Stretch]:
        return [Stretch(piece.x0, piece.x1, self.middle, self.size) for piece in self.pieces]


def levels_of(rows: Sequence[Row]) -> list[Level]:
    """The levels of rows, from top to bottom."""
    levels: list[Level] = []
    beside: list[Row] = []
    for row in [*sorted(rows, key=lambda row: row.middle), None]:
        if row is not None and (not beside or row.middle - beside[0].middle <= _LEVEL * row.size):
            beside.append(row)
            continue
        if beside:
            pieces = sorted((piece for one in beside for piece in _pieces(one)), key=lambda piece: piece.x0)
            top, bottom = min(one.top for one in beside), max(one.bottom for one in beside)
            levels.append(Level((top + bottom) / 2, top, bottom, max(one.size for one in beside), tuple(pieces)))
        beside = [] if row is None else [row]
    return levels


def with_middles(levels: Sequence[Level]) -> list[Level]:
    """The levels, where what stands alone in the middle of two close ones (a head beside two storeys) is of the lower one."""
    settled: list[Level] = []
    middle: Level | None = None
    for above, level, below in zip([None, *levels], levels, [*levels[1:], None], strict=False):
        if middle is not None:
            pieces = sorted((*middle.pieces, *level.pieces), key=lambda piece: piece.x0)
            level = replace(level, pieces=tuple(pieces))
            middle = None
        elif len(level.pieces) == 1 and above is not None and below is not None:
            close = max(level.middle - above.middle, below.middle - level.middle) < level.size
            if close and min(len(above.pieces), len(below.pieces)) > 1:
                middle = level
                continue
        settled.append(level)
    return settled


def _pieces(row: Row) -> Iterator[Piece]:
    """The words of a row, those a wide gap apart by themselves."""
    left, right = row.left, row.right
    start = 0
    for at, char in enumerate(row.text):
        if char == "\t" or (char == " " and right[at] - left[at] >= APART * row.size):
            yield Piece(row.text[start:at], left[start], right[at - 1])
            start = at + 1
        elif at > start and left[at] - right[at - 1] >= SPREAD * row.size:
            yield Piece(row.text[start:at], left[start], right[at - 1])
            start = at
    yield Piece(row.text[start:], left[start], right[-1])
