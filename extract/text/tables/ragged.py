"""Rows of tabs or bars that do not stand below their head: a copy may leave out the places that a merged cell covers.

Read from the left, their figures would come under other years, and look right there. Where what was left out is evident it is put back;
else the lines are no table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.text.tables.from_cells import RawCell, RawGrid, is_number, is_year, text_of

_LEAST = 2
"""So many years make a row a head, and so many figures one of the body."""

_STOREYS = 2
_NONE = "-"
_PARTS = ("quarter", "half", "month", "number")


def squared(grid: RawGrid) -> RawGrid | None:
    """The rows with blank cells in the places that were left out; None where figures stand beyond the head and nothing tells of which
    columns they are. What has no head of years comes back as it is."""
    rows = [_trimmed([text_of(cell) for cell in row]) for row in grid]
    first = next((index for index, row in enumerate(rows) if any(map(is_number, row)) and not _parts_years(row)), 0)
    if not first and len(rows) > _STOREYS and _parts_years(rows[1]):
        first = _STOREYS  # a schedule: nothing but signs below the parts of its years
    head, body = rows[:first], rows[first:]
    if not any(sum(map(_is_time, row)) >= _LEAST for row in head):
        return grid
    grouped = _under_groups(grid, head, body) or _over_parts(grid, head, body)
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
    """Whether a row holds nothing but quarters, halves or months, or their numbers: it is of the head."""
    filled = [read_period(text) for text in row if text]
    return len(filled) >= _LEAST and all(
        part is not None and part.kind in _PARTS and part.year is None and not part.rest for part in filled
    )


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
    # The last columns of a schedule may be blank in all rows: its names end where its years begin.
    lead = (
        max(map(len, body)) - len(parts)
        if any(map(_is_body, body))
        else next((place for place, text in enumerate(groups) if _is_time(text)), 0)
    )
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


def _over_parts(grid: RawGrid, head: list[list[str]], body: list[list[str]]) -> RawGrid | None:
    """A head of years over the numbers of their quarters, halves or months (`구분 | 2018년 | 2019년` over `3 | 4 | 1 | 2 | 3 | 4`): each year stands
    over those up to where they are counted anew. The places that the years cover were left out, or those below the names."""
    if len(head) != 2:
        return None
    lead = next((place for place, text in enumerate(head[0]) if _is_time(text)), 0)
    blank = next(place for place, text in enumerate(head[1]) if text)
    years = [cell for cell in grid[0][lead:] if text_of(cell)]
    parts = [_counted(text) for text in head[1][blank:]]
    if not lead or blank not in (0, lead) or None in parts or not all(map(_is_time, map(text_of, years))):
        return None
    counts = [part or 0 for part in parts]
    starts = [0, *[at for at, (one, other) in enumerate(pairwise(counts), 1) if other <= one]]
    if not len(starts) == len(years) < len(parts) or any(len(row) > lead + len(parts) for row in body):
        return None
    upper: list[RawCell] = [()] * len(parts)
    for at, year in zip(starts, years, strict=True):
        upper[at] = year
    if blank and _trimmed([text_of(cell) for cell in upper]) == head[0][lead:]:
        return None  # as it should be
    return [[*grid[0][:lead], *upper], [*[()] * lead, *grid[1][blank : blank + len(parts)]], *grid[2:]]


def _counted(text: str) -> int | None:
    """Which of its year's quarters, halves or months a text names by its number alone, or with the word for it."""
    period = read_period(text)
    return period.part if period is not None and period.kind in _PARTS and period.year is None else None


def _under_years(grid: RawGrid, head: list[list[str]], body: list[list[str]]) -> RawGrid | None:
    """A head of nothing but years over rows that each have a name before their figures: the corner was left out."""
    if len(head) != 1 or not all(map(_is_time, head[0])):
        return None
    if any(len(row) > len(head[0]) + 1 or _names(row) != 1 for row in body):
        return None
    return [[(), *grid[0]], *grid[1:]]


def _beside_names(grid: RawGrid, first: int, body: list[list[str]]) -> RawGrid | None:
    """Rows with fewer names than others before as many cells: the names that are missing on the left stand in a cell above. None where
    a figure stands in the place of a name, and nothing tells how many names were left out."""
    keys, full = _names_before(body)
    if keys < _LEAST:
        return grid
    widest = max(len(cells) for cells in grid[first:])
    summed = first > 0 and len(grid[0]) > keys and not _is_time(text_of(grid[0][keys]))
    nameless = {at for row in body if len(row) == full for at in range(1, keys) if row[at] == _NONE}
    result: RawGrid = list(grid[:first])
    for place, (cells, row) in enumerate(zip(grid[first:], body, strict=True)):
        names = next((at for at, text in enumerate(row) if not text or is_number(text)), len(row))
        # A dash stands for a name where it does in other rows, or before figures whose total it would be.
        if names < keys and row[names:][:1] == [_NONE] and (names in nameless or (summed and _has_digits(row[names:]))):
            names += 1
        missing = keys - names
        left_out = place > 0 and 0 < names < keys and all(not text or is_number(text) for text in row[names:])
        if left_out and (len(row) == full - missing or len(cells) == widest - missing):
            result.append([*[()] * missing, *cells[: widest - missing]])
        elif _is_moved(row, keys, full):
            return None
        else:
            result.append(cells)
    return result


def has_moved(body: RawGrid) -> bool:
    """Whether some row of the body of a table moved to the left by the names that a converter left out below a merged cell.

    Text set in columns moves so, too, where its columns are measured wrongly: a blank right before the figures counts among the names.
    """
    rows = [_trimmed([text_of(cell) for cell in row]) for row in body]
    full = max(rows, key=len, default=[])
    keys = _names(full)
    if keys < _LEAST or not full[keys:] or not all(map(is_number, full[keys:])):
        return False
    return any(row[0] and _is_moved(row, keys, len(full)) for row in rows if row)


def _names_before(body: Sequence[list[str]]) -> tuple[int, int]:
    """How many names the longest rows of the body of a table have before their figures, and how many cells; 0 names if no figures or
    other cells stand behind them. Blanks right before the figures of every such row are figures that are left blank, no names."""
    length = max(map(len, body))
    full = max((row for row in body if len(row) == length), key=_named)
    keys = _named(full)
    figures = [text for text in full[keys:] if text]
    return (keys if figures and all(map(is_number, figures)) else 0), length


def _named(row: Sequence[str]) -> int:
    """How many cells of a row reach up to its last name before the figures."""
    return len(_trimmed(list(row[: _names(row)])))


def _is_moved(row: Sequence[str], keys: int, full: int) -> bool:
    """Whether a row, its last blanks cut off, is shorter than the longest one and has a figure in the place of a name."""
    return len(row) < full and any(is_number(text) and _has_digits([text]) for text in row[:keys])


def _has_digits(texts: Sequence[str]) -> bool:
    return any(map(str.isdigit, "".join(texts)))
