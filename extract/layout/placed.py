"""Tables with neither rules nor fills: their columns are told by nothing but where words and figures stand.

Only a table of figures or marks is taken, whose columns keep apart on every line; anything else stays lines of text with wide gaps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pledgecards.extract.layout.ladders import APART, Stretch
from pledgecards.extract.layout.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.placed_columns import columns_of, headed_columns
from pledgecards.extract.layout.regions import Regions
from pledgecards.extract.layout.row import Row
from pledgecards.extract.layout.storeys import Storeys, lower_storey, storeys_of
from pledgecards.extract.layout.wording import FIGURE, YEAR
from pledgecards.extract.record import record

_LEVEL = 0.4
_PITCH = 2.4
"""The next row of a table stands at most this many sizes below."""

_SPREAD = 2.0
_LEAST_TABS = 4
_LEAST_COLUMNS = 3
_SHORT = 8


@record
class _Piece:
    """Words without a wide gap between them."""

    text: str
    x0: float
    x1: float

    @property
    def figure(self) -> bool:
        return FIGURE.fullmatch(self.text) is not None


@record
class _Level:
    """What stands at one height of the page, from left to right."""

    middle: float
    top: float
    bottom: float
    size: float
    pieces: tuple[_Piece, ...]

    def stretches(self) -> list[Stretch]:
        return [Stretch(piece.x0, piece.x1, self.middle, self.size) for piece in self.pieces]


def placed_grids(rows: Sequence[Row], regions: Regions) -> list[Grid]:
    """The grids of tables on the page itself that only the places of their words show."""
    free = [row for row in rows if regions.homes[row.region] == 0]
    if sum(row.text.count("\t") for row in free) < _LEAST_TABS:
        return []
    found: list[Grid] = []
    levels = _with_middles(_levels(free))
    at = 0
    while at < len(levels):
        end = _run(levels, at)
        grid = _grid(levels[at:end]) if end - at > 1 and not _interrupted(levels, end) else None
        if grid is not None:
            found.append(grid)
        at = end
    return found


def _levels(rows: Sequence[Row]) -> list[_Level]:
    levels: list[_Level] = []
    beside: list[Row] = []
    for row in [*sorted(rows, key=lambda row: row.middle), None]:
        if row is not None and (not beside or row.middle - beside[0].middle <= _LEVEL * row.size):
            beside.append(row)
            continue
        if beside:
            pieces = sorted((piece for one in beside for piece in _pieces(one)), key=lambda piece: piece.x0)
            top, bottom = min(one.top for one in beside), max(one.bottom for one in beside)
            levels.append(_Level((top + bottom) / 2, top, bottom, max(one.size for one in beside), tuple(pieces)))
        beside = [] if row is None else [row]
    return levels


def _with_middles(levels: Sequence[_Level]) -> list[_Level]:
    """The levels, where what stands alone in the middle of two close ones (a head beside two storeys) is of the lower one."""
    settled: list[_Level] = []
    middle: _Level | None = None
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


def _pieces(row: Row) -> Iterator[_Piece]:
    """The words of a row, those a wide gap apart by themselves."""
    left, right = row.left, row.right
    start = 0
    for at, char in enumerate(row.text):
        if char == "\t" or (char == " " and right[at] - left[at] >= APART * row.size):
            yield _Piece(row.text[start:at], left[start], right[at - 1])
            start = at + 1
        elif at > start and left[at] - right[at - 1] >= _SPREAD * row.size:
            # `상   하   상   하` may be taken for one word, spread.
            yield _Piece(row.text[start:at], left[start], right[at - 1])
            start = at
    yield _Piece(row.text[start:], left[start], right[-1])


def _run(levels: Sequence[_Level], start: int) -> int:
    """Where the lines of columns end that begin at a level."""
    if len(levels[start].pieces) < 2:
        return start + 1
    end = start + 1
    while end < len(levels) and len(levels[end].pieces) > 1 and _near(levels[end - 1], levels[end]):
        end += 1
    return end


def _interrupted(levels: Sequence[_Level], end: int) -> bool:
    """Whether lines of columns go on behind the one line that ends them, and are no table of their own: it may be the rest of a name."""
    after = levels[end - 1 : end + 2]
    if len(after) < 3 or len(after[2].pieces) < 2 or not _near(*after[:2]) or not _near(*after[1:]):
        return False
    following = levels[end + 1 : _run(levels, end + 1)]
    return len(following) < 2 or _grid(following) is None


def _near(above: _Level, below: _Level) -> bool:
    return below.middle - above.middle <= _PITCH * max(above.size, below.size)


def _grid(levels: Sequence[_Level]) -> Grid | None:
    """The grid of the lines, None where they are not evidently a table."""
    two = [*levels[0].stretches(), *levels[1].stretches()]
    size = max(level.size for level in levels)
    below = columns_of(_sides(levels[1:]), size)
    # A line that heads every column is no upper storey: `2 | 4 | 6` below it are figures, and no months.
    upper = len(levels[0].pieces) < len(below) and len(lower_storey(two)) == len(levels[1].pieces)
    upper = upper and not _has_figures(levels[1])
    columns = below if upper else headed_columns(_sides(levels[:1]), _sides(levels[1:]), size)
    if len(columns) < _LEAST_COLUMNS:
        return None
    edges = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    storeys = storeys_of(two, edges) if upper else None
    if upper and (storeys is None or len(levels) < 3):
        return None
    head, body = levels[1 if upper else 0], levels[2 if upper else 1 :]
    placed = [_placed(level, edges) for level in (head, *body)]
    if any(places is None for places in placed):
        return None
    names, *lines = [places for places in placed if places is not None]
    if not _heads(names, len(columns)) or not _holds_figures(lines, len(columns)):
        return None
    return _built(levels, columns, edges, storeys)


def _sides(levels: Sequence[_Level]) -> list[tuple[float, float]]:
    return [(piece.x0, piece.x1) for level in levels for piece in level.pieces]


def _has_figures(level: _Level) -> bool:
    return any(piece.figure and not YEAR.fullmatch(piece.text) for piece in level.pieces)


def _placed(level: _Level, edges: Sequence[float]) -> dict[int, _Piece] | None:
    """The piece in each column; None where two share one."""
    places: dict[int, _Piece] = {}
    for piece in level.pieces:
        column = sum(edge < (piece.x0 + piece.x1) / 2 for edge in edges)
        if column in places:
            return None
        places[column] = piece
    return places


def _heads(names: dict[int, _Piece], count: int) -> bool:
    """Whether a line heads the columns: every one but the first has words, a year or a month, none a figure."""
    plain = [piece for piece in names.values() if not YEAR.fullmatch(piece.text)]
    whole = all(column in names for column in range(1, count))
    return whole and not any(piece.figure or len(piece.text) > 2 * _SHORT for piece in plain)


def _holds_figures(lines: Sequence[dict[int, _Piece]], count: int) -> bool:
    """Whether the lines are rows: names first, then columns of figures all down, or of short words all down; figures in most of them."""
    if not lines or any(0 not in line or line[0].figure for line in lines):
        return False
    of_figures = 0
    for column in range(1, count):
        kinds = {line[column].figure for line in lines if column in line}
        if len(kinds) > 1 or any(
            len(line[column].text) > _SHORT for line in lines if column in line and False in kinds
        ):
            return False
        of_figures += True in kinds
    return 2 * of_figures > count - 1


def _built(
    levels: Sequence[_Level], columns: Sequence[tuple[float, float]], edges: Sequence[float], storeys: Storeys | None
) -> Grid:
    xs = (columns[0][0] - 2.0, *edges, columns[-1][1] + 2.0)
    between = [(above.bottom + below.top) / 2 for above, below in pairwise(levels)]
    ys = (levels[0].top - 1.0, *between, levels[-1].bottom + 1.0)
    squares: list[Square] = []
    grouped: set[int] = set()
    for first, end in storeys.groups if storeys is not None else ():
        squares.append(Square(0, first, 1, end - first))
        grouped |= set(range(first, end))
    if storeys is not None:
        squares += [Square(0, col, 2, 1) for col in range(len(columns)) if col not in grouped]
        squares += [Square(1, col, 1, 1) for col in sorted(grouped)]
    start = 0 if storeys is None else 2
    squares += [Square(row, col, 1, 1) for row in range(start, len(levels)) for col in range(len(columns))]
    squares.sort(key=lambda square: (square.row, square.col))
    return Grid(xs, ys, tuple(squares), owner_of(squares, len(levels), len(columns)))
