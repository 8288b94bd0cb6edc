"""Fills of a Gantt table that are no bars: the row's own stripe (its label has it too), the stripe of a whole year (the head has it too, or
every row), the table's ground colour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pledgecards.extract.colours import lightness
from pledgecards.extract.grid.column_grounds import column_grounds, is_pale, is_white
from pledgecards.extract.page import Cell

_LEAST_SHADED = 3


@dataclass(frozen=True, slots=True)
class Grounds:
    """The fills of a table that are no bars.

    fills: at each place. murky: fills tell nothing in this table. doubtful: places whose fill may be a bar or the shade of a year.
    """

    fills: dict[tuple[int, int], set[int]]
    murky: bool = False
    doubtful: frozenset[tuple[int, int]] = frozenset()


def grounds(
    grid: list[list[Cell]],
    rows: Sequence[int],
    columns: Sequence[int],
    head_rows: int,
    label: int | None,
    signed: Collection[tuple[int, int]] = (),
) -> Grounds:
    """The fills that are no bars. label: the column of the rows' names, head_rows: how deep the head is, signed: the places of signs and
    of drawn bars."""
    fills = {fill for row in rows for col in columns if (fill := grid[row][col].fill) is not None}
    common = {fill for fill in fills if is_white(fill)}
    shade = _shade(grid, rows, columns, signed)
    columnar = column_grounds(grid, rows, columns, head_rows, signed)
    if shade is not None and shade.sure:
        columnar = dict.fromkeys(shade.columns, shade.fill) | columnar
    background: dict[tuple[int, int], set[int]] = {}
    left: Counter[int] = Counter()
    lines = {row: [grid[row][col].fill for col in columns] for row in rows}
    stripes = {row: _stripe(grid[row], columns, label) for row in rows}
    of_rows = {row: {ground} for row in rows if (ground := _ground_of_row(lines[row], stripes[row])) is not None}
    kinds = {
        row: {fill for col, fill in zip(columns, line, strict=True) if columnar.get(col) != fill}
        for row, line in lines.items()
    }
    of_rows |= dict.fromkeys(*_striped_rows(kinds, signed)) | dict.fromkeys(*_every_other_row(kinds))
    behind: frozenset[tuple[int, int]] = frozenset()
    of_others = set().union(*of_rows.values())
    if any(is_white(fill) for line in lines.values() for fill in line):
        # The ground of one row is as likely that of another one filled from end to end as it is a bar there; so is the one fill of a table
        # whose bars are signs, and what fills whole rows only beside bars of one darker colour.
        filled = [row for row, line in lines.items() if row not in of_rows and not any(map(is_white, line))]
        alike = fills if signed and _stripes_alone(list(lines.values())) else of_others | _of_whole_rows(lines)
        places = [(row, col) for row in filled for col in columns if grid[row][col].fill not in stripes[row]]
        behind = frozenset((row, col) for row, col in places if grid[row][col].fill in alike)
    else:
        # Nothing is white: what is the ground of one row is that of all.
        of_rows = dict.fromkeys(rows, of_others)
    for row in rows:
        of_row = common | stripes[row] | of_rows.get(row, set())
        for col in columns:
            own = background[row, col] = of_row | {columnar[col]} if col in columnar else of_row
            fill = grid[row][col].fill
            if fill is not None and fill not in own:
                left[fill] += 1
    if left and not signed and len(columns) > 2 and _stripes_alone(list(lines.values())):
        return Grounds(background, murky=True)
    if not left or left.total() < len(background):
        doubtful = (
            shade is not None and not shade.sure and not columnar and _headed(grid, shade.columns, columns, head_rows)
        )
        shaded = [(row, col) for row, col in shade.places if shade.fill not in background[row, col]] if shade else []
        return Grounds(background, doubtful=behind.union(shaded if doubtful else ()))
    if len(left) == 1:
        return Grounds(background, len(background) > 1)
    # Nothing is white: the lightest colour is the ground.
    ground = max(left, key=lambda fill: (lightness(fill), fill))
    return Grounds({place: own | {ground} for place, own in background.items()})


def _stripe(cells: Sequence[Cell], columns: Sequence[int], label: int | None) -> set[int]:
    """The fills behind a row's name and what else is written before its bars: the names of steps beside that of their project."""
    before = [cell for cell in cells[: min(columns, default=0)] if cell.row_span == 1 and cell.lines]
    named = before if label is None else [cells[label], *before]
    return {cell.fill for cell in named if cell.fill is not None}


def _striped_rows(
    kinds: Mapping[int, Collection[int | None]], signed: Collection[tuple[int, int]]
) -> tuple[Collection[int], set[int]]:
    """The rows of a light stripe, and its fill: it goes from end to end of each of them, behind signs or drawn bars, which stand in rows
    without it too. kinds: the fills of each row."""
    marked = {row for row, _ in signed}
    pale = {fill for fills in kinds.values() for fill in fills if fill is not None and is_pale(fill)}
    for stripe in pale:
        striped = {row for row, fills in kinds.items() if stripe in fills}
        if striped & marked and marked - striped and all(set(kinds[row]) == {stripe} for row in striped):
            return striped, {stripe}
    return (), set()


def _every_other_row(kinds: Mapping[int, Collection[int | None]]) -> tuple[Collection[int], set[int]]:
    """The rows of a light stripe, and its fill: it goes from end to end of every other row of several, but for darker bars, and stands in no row
    between, of which some have such bars. kinds: the fills of each row."""
    order = sorted(kinds)
    pale = {fill for fills in kinds.values() for fill in fills if fill is not None and is_pale(fill)}
    if len(order) <= _LEAST_SHADED or not pale:
        return (), set()
    stripe = {max(pale, key=lightness)}
    for striped, between in ((order[::2], order[1::2]), (order[1::2], order[::2])):
        full = not any(is_white(fill) for row in striped for fill in kinds[row])
        clear = not any(stripe <= {*kinds[row]} for row in between)
        crossed = sum(stripe < {*kinds[row]} for row in striped)
        barred = any(not is_white(fill) for row in between for fill in kinds[row])
        if full and clear and barred and crossed and sum(stripe <= {*kinds[row]} for row in striped) > 1:
            return striped, stripe
    return (), set()


def _of_whole_rows(lines: Mapping[int, Sequence[int | None]]) -> set[int]:
    """The lighter of two fills, where it is light and fills rows from end to end only."""
    kinds = {fill for line in lines.values() for fill in line if fill is not None and not is_white(fill)}
    light = max(kinds, key=lightness, default=0)
    if len(kinds) != 2 or not is_pale(light) or any(light in line and {*line} != {light} for line in lines.values()):
        return set()
    return {light}


def _stripes_alone(lines: Sequence[Sequence[int | None]]) -> bool:
    """Whether every row is blank or of the one light fill from end to end, some of either: as like as not stripes of a table without bars."""
    blank = [line for line in lines if all(map(is_white, line))]
    filled = {fill for line in lines if line not in blank for fill in line}
    return bool(blank) and len(filled) == 1 and all(fill is not None and is_pale(fill) for fill in filled)


def _ground_of_row(fills: Sequence[int | None], stripe: Collection[int]) -> int | None:
    """The light fill of a row that is filled from end to end, where a darker bar begins within it: what is planned goes on behind what
    is done, and never before it. Where the row's name has one of the two behind it (`stripe`: a dark page's own), the other is the bar."""
    kinds = {fill for fill in fills if fill is not None and not is_white(fill)}
    if len(kinds) != 2 or kinds.intersection(stripe) or any(is_white(fill) for fill in fills):
        return None
    dark, light = sorted(kinds, key=lightness)
    return light if fills.index(light) < fills.index(dark) else None


@dataclass(frozen=True, slots=True)
class _Shade:
    """What may be the shade of columns: a fill, its columns and its places. sure: it is no bar."""

    fill: int
    columns: frozenset[int]
    places: frozenset[tuple[int, int]]
    sure: bool


def _shade(
    grid: list[list[Cell]], rows: Sequence[int], columns: Sequence[int], signed: Collection[tuple[int, int]]
) -> _Shade | None:
    """The shade of columns below their heads (the year in which the table was printed; every other year; the time before and after the term):
    the lightest fill stands in every place of them that has no bar of another fill, and nowhere else, and no row is without such a bar or in
    some row a stretch of it touches none, which it would go on. Only the latter is sure, in stretches that all rows have in common and
    would not have otherwise. In some rows only, or in a table of one, it is doubted where it touches none."""
    places: dict[int, set[tuple[int, int]]] = {}
    for row in rows:
        for col in columns:
            fill = grid[row][col].fill
            if fill is not None and not is_white(fill):
                places.setdefault(fill, set()).add((row, col))
    if len(places) + bool(signed) < 2:
        return None
    light = max(places, key=lambda fill: (lightness(fill), fill))
    bars = {place for fill, found in places.items() if fill != light for place in found}.union(signed)
    shaded = frozenset(col for _, col in places[light])
    under = {row for row, _ in places[light]}
    filled = places[light] | bars
    if len(filled) == len(rows) * len(columns) or any((row, col) not in filled for row in under for col in shaded):
        return None
    order = {col: place for place, col in enumerate(columns)}
    found = _stretches({order[col] for col in shaded})
    marked = {row for row, _ in bars}
    everywhere = len(rows) > 1 and all((row, col) in filled for row in rows for col in shaded)
    # A row without any other fill would have no bar at all: as few have where the shade goes through all of many.
    barred = under <= marked or (everywhere and len(rows) > _LEAST_SHADED and 2 * len(marked) > len(rows))
    if not _alternate(found) and not (barred and _at_both_ends(found, len(columns))):
        return None
    apart = _stands_apart(rows, order, places[light], bars)
    # Stretches of columns may be what all rows have in common: one of them, in few rows or beside bars of several colours; or several that
    # stand here and there.
    common = len(found) < 2 and (len(rows) < _LEAST_SHADED or len(places) > 2)
    if everywhere and not common and apart:
        return _Shade(light, shaded, frozenset(places[light]), True)
    likely = everywhere or (apart and (len(under) > 1 or len(rows) == 1))
    pale = is_pale(light)
    return _Shade(light, shaded, frozenset(places[light]), False) if barred and likely and pale else None


def _at_both_ends(stretches: Sequence[tuple[int, int]], columns: int) -> bool:
    """Whether there are two stretches, from the first column on and up to the last: what is before the term, and what after it."""
    return len(stretches) == 2 and stretches[0][0] == 0 and stretches[1][1] == columns - 1


def _stands_apart(
    rows: Sequence[int], order: dict[int, int], light: Collection[tuple[int, int]], bars: Collection[tuple[int, int]]
) -> bool:
    """Whether in some row that has a bar a stretch of the light fill touches none."""
    for row in rows:
        bar = {order[col] for at, col in bars if at == row}
        ground = {order[col] for at, col in light if at == row}
        if bar and any(first - 1 not in bar and last + 1 not in bar for first, last in _stretches(ground)):
            return True
    return False


def _headed(grid: list[list[Cell]], shaded: Collection[int], columns: Sequence[int], head_rows: int) -> bool:
    """Whether the shaded columns are those of whole years, or of one other head."""
    levels = [
        {frozenset(col for col in columns if cell.col <= col < cell.col + cell.col_span) for cell in line}
        - {frozenset()}
        for line in grid[:head_rows]
    ]
    years: set[frozenset[int]] = next((level for level in levels if len(level) > 1), set())
    whole = frozenset().union(*[head for head in years if head <= set(shaded)])
    return whole == set(shaded) or any(set(shaded) in level for level in levels)


def _alternate(stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether stretches are every other year: as long as what parts them, the first and the last perhaps shorter."""
    gaps = {second[0] - first[1] - 1 for first, second in pairwise(stretches)}
    widths = [last - first + 1 for first, last in stretches]
    return len(gaps) < 2 and all(set(widths[1:-1]) <= gaps and max(widths) == gap for gap in gaps)


def _stretches(numbers: Collection[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of consecutive numbers."""
    firsts = sorted(number for number in numbers if number - 1 not in numbers)
    return list(zip(firsts, sorted(number for number in numbers if number + 1 not in numbers), strict=True))
