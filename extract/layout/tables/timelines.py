"""Time tables of which nothing is ruled: quarters, months or years in a row, names below them at the left, and fills for bars.

Only what is evident becomes a grid: every fill below the labels stands in the row of a name and reaches from column to column.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.colours import white
from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.lattice import Grid, Square, owner_of
from pledgecards.extract.layout.ink.sorting import Drawing
from pledgecards.extract.layout.rows.characters import Characters
from pledgecards.extract.layout.tables.headless import level_above, upper_storey
from pledgecards.extract.layout.tables.ladders import Stretch
from pledgecards.extract.layout.tables.storeys import storeys_of
from pledgecards.extract.layout.tables.wording import YEAR

_PART = re.compile(rf"{YEAR.pattern}|[1-4](?:/4)?(?:분기)?|[ⅠⅡⅢⅣ]|[상하](?:반기)?")
_OVER = re.compile(rf"(?:{YEAR.pattern})(?:\s?\(?[상하]반기\)?)?")
"""What stands over the labels: a year, or the half of one of which the months stand below."""

_LEVEL = 0.5
_LEAST_LABELS = 4
_FIRST = 3.5
"""How many sizes the first name may stand below the labels, or a name below the one above it."""

_PITCH = 1.3
_OFF = 0.3
"""A fill may end this share of a column's width off the column's edge."""

_LONE = 1.5
"""A fill of less than so many columns' width is of one."""

_CLOSER, _LINE = 0.8, 1.6
"""Lines of one name stand this much closer than names do, and so many sizes apart at most."""

_HALF_WAY = 3.0
_MOST_ROWS = 60
_LONG, _LEAST_HIGH = 20.0, 3.0
"""A bar is so long and so high at least."""


def pills_of(drawings: Sequence[Drawing]) -> list[Drawing]:
    """The coloured shapes with round or slanted ends that are large enough to be bars."""
    return [
        drawing
        for drawing in drawings
        if drawing.kind in ("curve", "polygon")
        and drawing.colour is not None
        and drawing.width >= _LONG
        and _LEAST_HIGH <= drawing.height < drawing.width
        and not white(drawing.colour)
    ]


def any_blank(glyphs: Characters, tiles: Sequence[Drawing]) -> bool:
    """Whether some fill has no text on it: on most pages each is the ground of a heading or a word."""
    ink = glyphs.ink
    x, y = (glyphs.x0[ink] + glyphs.x1[ink]) / 2, glyphs.middle[ink]
    for tile in tiles:
        x0, top, x1, bottom = tile.box
        if not ((x > x0) & (x < x1) & (y > top) & (y < bottom)).any():
            return True
    return False


def timelines(stretches: Sequence[Stretch], tiles: Sequence[Drawing], rules: Sequence[Drawing] = ()) -> list[Grid]:
    """The grids of time tables without upright rules. tiles: the coloured fills outside other grids. rules: level ones, which part rows
    where they stand between names; those that do are `used`."""
    found: list[Grid] = []
    for level in _levels(stretches):
        labels = _labels(level)
        below = [t for t in tiles if labels and t.box[1] > labels[0].middle and labels[0].x0 - 40 < t.box[2]]
        grid = _grid(labels, stretches, below, rules) if below else None
        if grid is not None:
            found.append(grid)
            tiles = [t for t in tiles if not grid.ys[0] < (t.box[1] + t.box[3]) / 2 < grid.ys[-1]]
    return found


def _levels(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """What stands at one height each, from the top, where it may be a row of labels."""
    levels: list[list[Stretch]] = []
    for s in sorted(stretches, key=lambda s: s.middle):
        if levels and s.middle - levels[-1][0].middle < _LEVEL * s.size:
            levels[-1].append(s)
        else:
            levels.append([s])
    return [sorted(level, key=lambda s: s.x0) for level in levels if len(level) >= _LEAST_LABELS]


def _labels(level: Sequence[Stretch]) -> list[Stretch]:
    """The labels of the axis at a height, behind the head of the names at most; none if other words stand there."""
    start = next((k for k, s in enumerate(level) if _PART.fullmatch(s.text)), len(level))
    labels = list(level[start:])
    evident = start < 2 and len(labels) >= _LEAST_LABELS and all(_PART.fullmatch(s.text) for s in labels)
    return labels if evident else []


def _grid(
    labels: Sequence[Stretch], stretches: Sequence[Stretch], tiles: Sequence[Drawing], rules: Sequence[Drawing]
) -> Grid | None:
    centres = [(s.x0 + s.x1) / 2 for s in labels]
    edges = [(a + b) / 2 for a, b in pairwise(centres)]
    edges = [2 * centres[0] - edges[0], *edges, 2 * centres[-1] - edges[-1]]
    names = _names(labels, stretches, edges[0])
    if not names:
        return None
    middles = _middles(names)
    pitch = max([b - a for a, b in pairwise(middles)], default=2 * names[0].size)
    over = [r for r in rules if r.box[0] <= names[0].x0 and r.box[2] >= centres[-1]]
    rows = _row_edges(middles, [labels[0].middle, *middles, middles[-1] + pitch], pitch, over)
    bars = [t for t in tiles if _lies_in(t, (edges[0], rows[0], edges[-1], rows[-1]))]
    if not bars or not all(_in_place(bar, edges, pitch) for bar in bars):
        return None
    rows = _rows_of_grounds(bars, edges, rows)
    if len(middles) < len(names) and not all(_level_with(bar, middles) for bar in bars):
        return None  # what seemed the lines of one name may be names of their own
    if any(edges[0] < s.x0 and rows[0] < s.middle < rows[-1] and not _within(s, bars) for s in stretches):
        return None  # words or figures stand in the columns
    x0, x1 = min(s.x0 for s in names) - 2.0, edges[-1]
    top = min(s.middle - s.size / 2 for s in labels) - 1.0
    xs = (x0, *edges)
    upper = level_above([s for s in stretches if s.x0 > edges[0] and _OVER.fullmatch(s.text)], top, x0, x1)
    # The head of the names may stand in the middle of both: it is of neither storey.
    storeys = storeys_of([*upper, *labels], xs[1:-1]) if upper else None
    cols = len(xs) - 1
    if storeys is None:
        ys: tuple[float, ...] = (top, *rows)
        squares = [Square(0, column, 1, 1) for column in range(cols)]
    else:
        ys = (min(s.middle - s.size / 2 for s in upper) - 1.0, storeys.level, *rows)
        squares, grouped = upper_storey(storeys, cols)
        squares += [Square(1, column, 1, 1) for column in sorted(grouped)]
    depth = len(ys) - len(rows)
    squares += [Square(row, column, 1, 1) for row in range(depth, len(ys) - 1) for column in range(cols)]
    squares.sort(key=lambda square: (square.row, square.col))
    for rule in over:
        rule.used |= ys[0] - _HALF_WAY < rule.box[1] < ys[-1] + _HALF_WAY
    return Grid(xs, ys, tuple(squares), owner_of(squares, len(ys) - 1, cols))


def _names(labels: Sequence[Stretch], stretches: Sequence[Stretch], left: float) -> list[Stretch]:
    """The names below the labels, left of their columns, one a row; none if they stand unevenly or run into the columns."""
    base = max(s.middle + s.size / 2 for s in labels)
    below = sorted((s for s in stretches if s.middle > base and s.x0 < left), key=lambda s: s.middle)
    names: list[Stretch] = []
    last, pitch = labels[0].middle, 0.0
    for s in below[:_MOST_ROWS]:
        if s.middle - last > (_PITCH * pitch if pitch else _FIRST * s.size) or s.x1 > left:
            break
        if names and s.middle - last < 0.9 * s.size:
            return []
        pitch = pitch or (s.middle - last if names else 0.0)
        names.append(s)
        last = s.middle
    return names


def _middles(names: Sequence[Stretch]) -> list[float]:
    """The middles of the rows: lines that stand closer than others, as close as those of a paragraph, are of one name."""
    gaps = [b.middle - a.middle for a, b in pairwise(names)]
    groups = [[names[0]]]
    for name, gap in zip(names[1:], gaps, strict=True):
        if gap < _CLOSER * max(gaps) and gap < _LINE * name.size:
            groups[-1].append(name)
        else:
            groups.append([name])
    return [(group[0].middle + group[-1].middle) / 2 for group in groups]


def _row_edges(
    middles: Sequence[float], levels: Sequence[float], pitch: float, rules: Sequence[Drawing]
) -> list[float]:
    """Where the rows end: at the rule, or the strokes of a double one, between two names, else half-way between them. levels: of the labels,
    the names, and what may follow."""
    edges = [middles[0] - pitch / 2, *[(a + b) / 2 for a, b in pairwise(middles)], middles[-1] + pitch / 2]
    for place, (above, below) in enumerate(pairwise(levels)):
        between = [level for r in rules if above < (level := (r.box[1] + r.box[3]) / 2) < below]
        if between and max(between) - min(between) <= _HALF_WAY:
            edges[place] = sum(between) / len(between)
    return edges


def _rows_of_grounds(bars: Sequence[Drawing], edges: Sequence[float], rows: list[float]) -> list[float]:
    """The edges of the rows; half-way between the fills where every place has one of its own, for then they are grounds of cells, which fill them."""
    own: list[list[Drawing]] = [[] for _ in pairwise(rows)]
    for bar in bars:
        own[bisect(rows, (bar.box[1] + bar.box[3]) / 2) - 1].append(bar)
    for fills in own:
        alone = [fill.box for fill in fills if fill.width < _LONE * (edges[1] - edges[0])]
        if len({bisect(edges, (x0 + x1) / 2) for x0, _, x1, _ in alone}) < len(edges) - 1:
            return rows
    tops, bottoms = ([choose(fill.box[k] for fill in fills) for fills in own] for choose, k in ((min, 1), (max, 3)))
    return [tops[0], *[(low + high) / 2 for low, high in zip(bottoms, tops[1:], strict=False)], bottoms[-1]]


def _level_with(bar: Drawing, middles: Sequence[float]) -> bool:
    """Whether a bar stands half-way down a row."""
    middle = (bar.box[1] + bar.box[3]) / 2
    return any(abs(middle - row) < _HALF_WAY for row in middles)


def _in_place(bar: Drawing, edges: Sequence[float], pitch: float) -> bool:
    """Whether a fill is as high as a row at most, and reaches from one edge of the columns to another."""
    x0, top, x1, bottom = bar.box
    width = edges[1] - edges[0]
    return bottom - top <= 1.3 * pitch and all(min(abs(edge - x) for edge in edges) <= _OFF * width for x in (x0, x1))


def _lies_in(tile: Drawing, box: Box) -> bool:
    """Whether the middle of a fill lies in a box."""
    x, y = (tile.box[0] + tile.box[2]) / 2, (tile.box[1] + tile.box[3]) / 2
    return box[0] < x < box[2] and box[1] < y < box[3]


def _within(stretch: Stretch, bars: Sequence[Drawing]) -> bool:
    return any(
        b.box[0] <= (stretch.x0 + stretch.x1) / 2 <= b.box[2] and b.box[1] < stretch.middle < b.box[3] for b in bars
    )
