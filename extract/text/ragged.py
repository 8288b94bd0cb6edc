"""Rows of tabs or bars that do not stand below their head: a copy may leave out the places that a merged cell covers.

Read from the left, their figures would come under other years, and look right there. Where what was left out is evident it is put back;
else the lines are no table.
"""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.text.texttable import RawGrid, is_number, is_year, text_of

_PARTS = frozenset(map(str, range(1, 13)))
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_LEAST = 2
"""So many years make a row a head, and so many figures one of the body."""


def squared(grid: RawGrid) -> RawGrid | None:
    """The rows with blank cells in the places that were left out; None where figures stand beyond the head and nothing tells of which
    columns they are. What has no head of years comes back as it is."""
    rows = [_trimmed([text_of(cell) for cell in row]) for row in grid]
    first = next((index for index, row in enumerate(rows) if any(map(is_number, row)) and not _parts_years(row)), 0)
    head, body = rows[:first], rows[first:]
    if not any(sum(map(_is_time, row)) >= _LEAST for row in head):
        return grid
    grouped = _under_groups(grid, head, body)
    if grouped is not None:
        return grouped
    width = max(map(len, head))
    if any(is_number(row[-1]) and len(row) > width for row in body if _is_body(row)):
        return _under_years(grid, head, body)
    return _beside_names(grid, first, body)


def _trimmed(row: list[str]) -> list[str]:
    """A row without the blanks at its end."""
    while row and not row[-1]:
        row = row[:-1]
    return row


def _is_time(text: str) -> bool:
    return is_year(text) or read_period(text) is not None


def _parts_years(row: Sequence[str]) -> bool:
    """Whether a row holds nothing but the numbers of quarters or months: it is of the head."""
    filled = [text for text in row if text]
    return len(filled) >= _LEAST and all(text.translate(_FULL_WIDTH) in _PARTS for text in filled)


def _is_body(row: Sequence[str]) -> bool:
    return sum(map(is_number, row)) >= _LEAST


def _names(row: Sequence[str]) -> int:
    """How many cells of a row stand before its first figure."""
    return next((place for place, text in enumerate(row) if is_number(text)), len(row))


def _under_groups(grid: RawGrid, head: list[list[str]], body: list[list[str]]) -> RawGrid | None:
    """A head of two storeys, the lower of which says the same under each group (`구분 | 계 | 2019 | 2020` over `국비 | 구비 | 국비 | 구비`)."""
    if len(head) != 2 or not all(head[0]):
        return None
    groups, parts = head[0], [text for text in head[1] if text]
    lead = max(map(len, body)) - len(parts)
    several = len(groups) - lead
    # The lower storey begins below the first group, or at the left where what stands over both storeys was left out of it.
    blank = len(head[1]) - len(parts)
    if blank not in (0, lead) or any(head[1][:blank]) or lead < 1 or several < _LEAST or len(parts) % several:
        return None
    share = len(parts) // several
    if share < _LEAST or parts != parts[:share] * several or not all(map(_is_time, groups[lead:])):
        return None
    upper, lower = grid[0][: len(groups)], grid[1][blank : blank + len(parts)]
    wide = [cell for group in upper[lead:] for cell in (group, *[()] * (share - 1))]
    return [[*upper[:lead], *wide], [*[()] * lead, *lower], *grid[2:]]


def _under_years(grid: RawGrid, head: list[list[str]], body: list[list[str]]) -> RawGrid | None:
    """A head of nothing but years over rows that each have a name before their figures: the corner was left out."""
    if len(head) != 1 or not all(map(_is_time, head[0])):
        return None
    if any(len(row) > len(head[0]) + 1 or _names(row) != 1 for row in body):
        return None
    return [[(), *grid[0]], *grid[1:]]


def _beside_names(grid: RawGrid, first: int, body: list[list[str]]) -> RawGrid:
    """Rows with fewer names than others before as many figures: the names that are missing on the left stand in a cell above."""
    full = max(body, key=len)
    keys = _names(full)
    figures = len(full) - keys
    if keys < _LEAST or not all(map(is_number, full[keys:])):
        return grid
    squared: RawGrid = list(grid[:first])
    for place, (cells, row) in enumerate(zip(grid[first:], body, strict=True)):
        names = _names(row)
        left_out = place > 0 and 0 < names < keys and all(row[:names]) and len(row) == names + figures
        squared.append([*[()] * (keys - names), *cells] if left_out and all(map(is_number, row[names:])) else cells)
    return squared
