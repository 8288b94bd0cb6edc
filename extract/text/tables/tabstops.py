"""Rows whose cells were set one below the other with as many tabs as it took (`구분<TAB><TAB>2018년`): there a tab parts no column by itself."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.text.lines.textline import width_of
from pledgecards.extract.text.tables.from_cells import is_sign, is_year
from pledgecards.extract.text.tables.peopletable import heads_people
from pledgecards.schemas.vocabulary import Vocabulary

_STOPS = (8, 4)
"""How far the stops of a tab may stand apart."""

_FEWEST_YEARS = 2
_DASHES = frozenset("-–—―")


def cells_at_stops(rows: Sequence[str], vocabulary: Vocabulary) -> list[list[str]] | None:
    """The cells of rows by column. A tab parts two columns, unless something stands below blanks of the head: then the rows have a cell for each
    head, or every cell begins at the stop of its head. None where neither is so, or where no more than blanks would stand there and every cell
    begins at the stop of another head: nothing tells what stands below what.
    """
    parted = [row.split("\t") for row in rows]
    depth = 2 if len(rows) > 1 and _parts_heads(parted[1]) else 1
    head = [[cell for cell in row if cell.strip()] for row in parted[:depth]]
    blanks = _blanks(parted[:depth])
    below = [(at, text) for row in parted[depth:] for at in blanks if at < len(row) and (text := row[at].strip())]
    people = heads_people(head[0], vocabulary)
    first = next((at for at, cell in enumerate(parted[0]) if is_year(cell.strip())), 0)
    if not blanks or not (people or sum(is_year(cell.strip()) for cell in head[0]) >= _FEWEST_YEARS):
        return parted
    if not any(people or _is_mark(text) or at > first for at, text in below):
        others = [placed for stop in _STOPS if (placed := _placed(parted, depth, stop)) is not None]
        same = bool(below) or all(_bare(placed, depth) == _bare(parted, depth) for placed in others)
        return parted if same else None
    close = [[cell for cell in row if cell.strip()] for row in parted]
    if depth == 1 and all(len(row) == len(head[0]) for row in close):
        return close
    found = [placed for stop in _STOPS if (placed := _placed(parted, depth, stop)) is not None]
    return found[0] if found and all(placed == found[0] for placed in found) else None


def _is_mark(text: str) -> bool:
    """Whether a cell holds a figure or the mark of a schedule, letters for it, too (`V`); a dash may stand for a name."""
    return (is_sign(text) or (len(text) == 1 and text.isascii())) and text not in _DASHES


def _parts_heads(row: Sequence[str]) -> bool:
    """Whether a row is the lower storey of a head: no name, and the same parts of each year."""
    parts = [cell.strip() for cell in row if cell.strip()]
    return not row[0].strip() and len(parts) > len(set(parts))


def _blanks(head: Sequence[Sequence[str]]) -> list[int]:
    """The columns left of the last head over which no storey has one."""
    filled = {at for row in head for at, cell in enumerate(row) if cell.strip()}
    return [at for at in range(max(filled, default=0)) if at not in filled]


def _bare(rows: Sequence[Sequence[str]], depth: int) -> list[list[str]]:
    """Rows without the columns over which no head stands."""
    blanks = set(_blanks(rows[:depth]))
    bare = [[cell.strip() for at, cell in enumerate(row) if at not in blanks] for row in rows]
    width = max(map(len, bare))
    return [[*row, *[""] * (width - len(row))] for row in bare]


def _placed(rows: Sequence[Sequence[str]], depth: int, stop: int) -> list[list[str]] | None:
    """The cells below the heads, in so many rows, at whose stops they begin; None if one begins elsewhere."""
    places = [_starts(row, stop) for row in rows]
    columns = sorted({start for starts in places[:depth] for start in starts})
    upper, lower = places[0].keys(), places[depth - 1].keys()
    # Years stand over their first parts.
    if min(lower) not in upper or any(start > min(lower) and start not in lower for start in upper):
        return None
    if any(start not in columns for starts in places for start in starts):
        return None
    return [[starts.get(column, "") for column in columns] for starts in places]


def _starts(row: Sequence[str], stop: int) -> dict[int, str]:
    """The filled cells of a row by the column at which each begins."""
    found: dict[int, str] = {}
    at = 0
    for cell in row:
        if cell.strip():
            found[at + len(cell) - len(cell.lstrip())] = cell
        at = (at + width_of(cell)) // stop * stop + stop
    return found
