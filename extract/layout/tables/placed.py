"""Tables with neither rules nor fills: their columns are told by nothing but where words and figures stand.

Only a table of figures or marks is taken, whose columns keep apart on every line, or one of dates beside deeds; anything else stays lines
of text with wide gaps.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from pledgecards.extract.layout.ink.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.regions import Regions
from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.layout.tables.levels import Level, Piece, levels_of, with_middles
from pledgecards.extract.layout.tables.placed_columns import columns_in_turn, columns_of, headed_columns
from pledgecards.extract.layout.tables.storeys import Storeys, lower_storey, storeys_of
from pledgecards.extract.layout.tables.wording import DATE, YEAR
from pledgecards.extract.sections.headings import names_section
from pledgecards.schemas.vocabulary import Vocabulary

_PITCH = 2.4
"""The next row of a table stands at most this many sizes below."""

_LEAST_TABS = 4
_LEAST_COLUMNS = 3
_SHORT = 8
_OFF = 4.0
"""How far a value may stand off its label, in points."""

_WORD = re.compile(r"[가-힣 ]{2,10}")


def placed_grids(rows: Sequence[Row], regions: Regions, vocabulary: Vocabulary) -> list[Grid]:
    """The grids of tables on the page itself that only the places of their words show."""
    free = [row for row in rows if regions.homes[row.region] == 0]
    # Of a table between two columns of text, or taken for them, every line may stand by itself.
    if sum([row.text.count("\t") + (row.region != 0) for row in free]) < _LEAST_TABS:
        return []
    found: list[Grid] = []
    levels = with_middles(levels_of(free))
    at = 0
    while at < len(levels):
        end = _run(levels, at)
        grid = None
        if end - at > 1 and not _interrupted(levels, end, vocabulary):
            grid = _grid(levels[at:end], vocabulary)
        if grid is not None:
            found.append(grid)
        at = end
    return found


def _run(levels: Sequence[Level], start: int) -> int:
    """Where the lines of columns end that begin at a level."""
    if len(levels[start].pieces) < 2:
        return start + 1
    end = start + 1
    while end < len(levels) and len(levels[end].pieces) > 1 and _near(levels[end - 1], levels[end]):
        end += 1
    return end


def _interrupted(levels: Sequence[Level], end: int, vocabulary: Vocabulary) -> bool:
    """Whether lines of columns go on behind the one line that ends them, and are no table of their own: it may be the rest of a name, if it
    is no section's over a table of words."""
    after = levels[end - 1 : end + 2]
    if len(after) < 3 or len(after[2].pieces) < 2 or not _near(*after[:2]) or not _near(*after[1:]):
        return False
    if _heads_next(after[1], after[2], vocabulary):
        return False
    following = levels[end + 1 : _run(levels, end + 1)]
    return len(following) < 2 or _grid(following, vocabulary) is None


def _heads_next(level: Level, below: Level, vocabulary: Vocabulary) -> bool:
    """Whether a line is the name of a section, and the line below it holds nothing but words, as the head of a table does."""
    text = " ".join([piece.text for piece in level.pieces])
    return not any(piece.figure for piece in below.pieces) and names_section(text, vocabulary)


def _near(above: Level, below: Level) -> bool:
    return below.middle - above.middle <= _PITCH * max(above.size, below.size)


def _grid(levels: Sequence[Level], vocabulary: Vocabulary) -> Grid | None:
    """The grid of the lines, None where they are not evidently a table."""
    two = [*levels[0].stretches(), *levels[1].stretches()]
    told = _dated(levels) or _labels_values(levels, vocabulary)
    size = max(level.size for level in levels)
    sides = [_sides(level) for level in levels]
    below = columns_in_turn(sides[1:]) or columns_of(chain.from_iterable(sides[1:]), size)
    # A line that heads every column is no upper storey: `2 | 4 | 6` below it are figures, and no months.
    upper = not told and len(levels[0].pieces) < len(below) and len(lower_storey(two)) == len(levels[1].pieces)
    upper = upper and not _has_figures(levels[1])
    columns = below if upper else columns_in_turn(sides) or headed_columns(sides[0], sides[1:], size)
    if len(columns) < (2 if told else _LEAST_COLUMNS):
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
    if not _heads(names, len(columns)) or not (told or _holds_figures(lines, len(columns))):
        return None
    return _built(levels, columns, edges, storeys)


def _sides(level: Level) -> list[tuple[float, float]]:
    return [(piece.x0, piece.x1) for piece in level.pieces]


def _dated(levels: Sequence[Level]) -> bool:
    """Whether every line below the first, two at least, is a date with words behind it, and the first is words over them."""
    if len(levels) < 3 or not all(_WORD.fullmatch(piece.text) for piece in levels[0].pieces):
        return False
    most = len(levels[0].pieces)
    return all(
        len(level.pieces) <= most and DATE.fullmatch(level.pieces[0].text) and not level.pieces[1].figure
        for level in levels[1:]
    )


def _labels_values(levels: Sequence[Level], vocabulary: Vocabulary) -> bool:
    """Whether two lines are three or more labels, each over its value (`주관부서 | 사업기간 | 총사업비` over `문화예술과 | 2019~2022 | …`)."""
    if len(levels) != 2 or len(levels[0].pieces) != len(levels[1].pieces) or len(levels[0].pieces) < _LEAST_COLUMNS:
        return False
    for label, value in zip(levels[0].pieces, levels[1].pieces, strict=True):
        if min(abs(label.x0 - value.x0), abs(label.x0 + label.x1 - value.x0 - value.x1) / 2) > _OFF:
            return False
        known = vocabulary.sections.match(label.text, rough=False) or vocabulary.heads.match(label.text, rough=False)
        if known is None or vocabulary.sections.match(value.text, rough=False) is not None:
            return False
    return True


def _has_figures(level: Level) -> bool:
    return any(piece.figure and not YEAR.fullmatch(piece.text) for piece in level.pieces)


def _placed(level: Level, edges: Sequence[float]) -> dict[int, Piece] | None:
    """The piece in each column; None where two share one."""
    places: dict[int, Piece] = {}
    for piece in level.pieces:
        column = sum(edge < (piece.x0 + piece.x1) / 2 for edge in edges)
        if column in places:
            return None
        places[column] = piece
    return places


def _heads(names: dict[int, Piece], count: int) -> bool:
    """Whether a line heads the columns: every one but the first has words, a year or a month, none a figure."""
    plain = [piece for piece in names.values() if not YEAR.fullmatch(piece.text)]
    whole = all(column in names for column in range(1, count))
    return whole and not any(piece.figure or len(piece.text) > 2 * _SHORT for piece in plain)


def _holds_figures(lines: Sequence[dict[int, Piece]], count: int) -> bool:
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
    levels: Sequence[Level], columns: Sequence[tuple[float, float]], edges: Sequence[float], storeys: Storeys | None
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
