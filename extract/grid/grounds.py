"""Fills of a Gantt table that are no bars: the row's own stripe (its label has it too), the stripe of a whole year (the head has it too, or
every row), the table's ground colour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from pledgecards.extract.page import Cell

_WHITE = 0xF8
_LEAST_SHADED = 3


def is_white(fill: int | None) -> bool:
    """Whether a fill is the page's own white or so near to it that nobody sees it."""
    return fill is None or all((fill >> shift) & 0xFF >= _WHITE for shift in (0, 8, 16))


def grounds(
    grid: list[list[Cell]], rows: Sequence[int], columns: Sequence[int], head_rows: int, label: int | None
) -> tuple[dict[tuple[int, int], set[int]], bool]:
    """The fills that are no bars at each place, and whether fills tell nothing in this table."""
    fills = {fill for row in rows for col in columns if (fill := grid[row][col].fill) is not None}
    common = {fill for fill in fills if is_white(fill)}
    columnar = _shaded_columns(grid, rows, columns) | _column_stripes(grid, rows, columns, head_rows)
    background: dict[tuple[int, int], set[int]] = {}
    left: Counter[int] = Counter()
    for row in rows:
        stripe = grid[row][label].fill if label is not None else None
        of_row = common if stripe is None else common | {stripe}
        ground = _ground_of_row([grid[row][col].fill for col in columns], stripe)
        of_row = of_row if ground is None else of_row | {ground}
        for col in columns:
            own = background[row, col] = of_row | {columnar[col]} if col in columnar else of_row
            fill = grid[row][col].fill
            if fill is not None and fill not in own:
                left[fill] += 1
    if not left or left.total() < len(background):
        return background, False
    if len(left) == 1:
        return background, len(background) > 1
    # Nothing is white: the lightest colour is the ground.
    ground = max(left, key=lambda fill: (_lightness(fill), fill))
    return {place: own | {ground} for place, own in background.items()}, False


def _column_stripes(
    grid: list[list[Cell]], rows: Sequence[int], columns: Sequence[int], head_rows: int
) -> dict[int, int]:
    """Columns that have one fill from their head to the last row, where other heads have another."""
    if len(rows) < 2 or head_rows == 0:
        return {}
    heads = {col: grid[head_rows - 1][col].fill for col in columns}
    if len(set(heads.values())) < 2:
        return {}
    found = {}
    for col, fill in heads.items():
        if fill is not None and not is_white(fill) and all(grid[row][col].fill == fill for row in rows):
            found[col] = fill
    return found


def _ground_of_row(fills: Sequence[int | None], stripe: int | None) -> int | None:
    """The light fill of a row that is filled from end to end, where a darker bar begins within it: what is planned goes on behind what
    is done, and never before it. Where the row's name has one of the two behind it (`stripe`: a dark page's own), the other is the bar."""
    kinds = {fill for fill in fills if fill is not None and not is_white(fill)}
    if len(kinds) != 2 or stripe in kinds or any(is_white(fill) for fill in fills):
        return None
    dark, light = sorted(kinds, key=_lightness)
    return light if fills.index(light) < fills.index(dark) else None


def _shaded_columns(grid: list[list[Cell]], rows: Sequence[int], columns: Sequence[int]) -> dict[int, int]:
    """Columns shaded below their heads (the year in which the table was printed; every other year): the lightest fill stands in every row
    of them that has no bar of another fill, and nowhere else; and in some row a stretch of it touches no bar, which it would go on."""
    places: dict[int, set[tuple[int, int]]] = {}
    for row in rows:
        for col in columns:
            fill = grid[row][col].fill
            if fill is not None and not is_white(fill):
                places.setdefault(fill, set()).add((row, col))
    if len(rows) < 2 or len(places) < 2:
        return {}
    light = max(places, key=lambda fill: (_lightness(fill), fill))
    bars = {place for fill, found in places.items() if fill != light for place in found}
    shaded = {col for _, col in places[light]}
    if any((row, col) not in places[light] | bars for row in rows for col in shaded):
        return {}
    order = {col: place for place, col in enumerate(columns)}
    # Stretches of columns may be what all rows have in common: one of them, in few rows or beside bars of several colours; or several that
    # stand here and there.
    found = _stretches({order[col] for col in shaded})
    if not _alternate(found) or (len(found) < 2 and (len(rows) < _LEAST_SHADED or len(places) > 2)):
        return {}
    for row in rows:
        bar = {order[col] for at, col in bars if at == row}
        ground = {order[col] for at, col in places[light] if at == row}
        if bar and any(first - 1 not in bar and last + 1 not in bar for first, last in _stretches(ground)):
            return dict.fromkeys(shaded, light)
    return {}


def _alternate(stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether stretches are every other year: as long as what parts them, the first and the last perhaps shorter."""
    gaps = {second[0] - first[1] - 1 for first, second in pairwise(stretches)}
    widths = [last - first + 1 for first, last in stretches]
    return len(gaps) < 2 and all(set(widths[1:-1]) <= gaps and max(widths) == gap for gap in gaps)


def _stretches(numbers: Collection[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of consecutive numbers."""
    firsts = sorted(number for number in numbers if number - 1 not in numbers)
    return list(zip(firsts, sorted(number for number in numbers if number + 1 not in numbers), strict=True))


def _lightness(fill: int) -> int:
    return 299 * (fill >> 16 & 0xFF) + 587 * (fill >> 8 & 0xFF) + 114 * (fill & 0xFF)
