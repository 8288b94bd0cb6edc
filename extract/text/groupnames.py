"""Names that stand half-way down a group of rows, in tables without rules: each is given the rows of its group."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.text.gutters import Unsure
from pledgecards.extract.text.texttable import RawGrid, Span, soft_cell
from pledgecards.schemas.vocabulary import Vocabulary


def centred_names(
    grid: RawGrid, first: int, between: Sequence[bool], *, top: bool = False
) -> dict[tuple[int, int], Span]:
    """The spans of the names of groups of rows; in the grid the names are moved to the top of their groups.

    A group begins with a row of the total in the column after the names; where no row does, rows are a group if as many
    without a name stand above the name as beneath. Names at the top of their groups stay where they are.

    first: the first row under the head. between: by row from there on, whether its name stood between it and the row above.
    top: the table may go on one of the page before, so that its first rows may belong to a group named there.
    Raises Unsure where names stand at no place that either rule explains.
    """
    names = [bool(row[0]) for row in grid[first:]]
    if all(names) or not any(names):
        return {}
    groups = _totals(grid, first)
    if not groups:
        groups = [] if names[0] else _around(names, between, top=top)
    spans: dict[tuple[int, int], Span] = {}
    for start, end in groups:
        named = [row for row in range(start, end) if names[row]]
        if named in ([], [start]):
            continue
        middle = sum(row - between[row] / 2 for row in named) / len(named)
        if abs(middle - (start + end - 1) / 2) > 1:
            raise Unsure
        cell = soft_cell([(line.text, line.number) for row in named for line in grid[first + row][0]])
        for row in named:
            grid[first + row][0] = ()
        grid[first + start][0] = cell
        spans[first + start, 0] = (end - start, 1)
    return spans


def _totals(grid: RawGrid, first: int) -> list[tuple[int, int]]:
    """The rows of every group, from one with a total's name to the last of the funding sources that follow."""
    funding = Vocabulary.standard().funding
    kinds: list[str | None] = []
    for row in grid[first:]:
        found = funding.match(" ".join(line.text for line in row[1]), rough=False) if len(row) > 1 and row[1] else None
        kinds.append(found.key if found else None)
    groups: list[tuple[int, int]] = []
    for top, kind in enumerate(kinds):
        if kind == "total":
            end = top + 1
            while end < len(kinds) and kinds[end] not in (None, "total"):
                end += 1
            groups.append((top, end))
    return groups


def _around(names: Sequence[bool], between: Sequence[bool], *, top: bool) -> list[tuple[int, int]]:
    """The rows of every group; those before the first name are of a group of the page before if they fit no other way."""
    try:
        return _evenly_around(names, between)
    except Unsure:
        first = names.index(True)
        if not top or between[first]:
            raise
        return [(first + start, first + end) for start, end in _evenly_around(names[first:], between[first:])]


def _evenly_around(names: Sequence[bool], between: Sequence[bool]) -> list[tuple[int, int]]:
    """The rows of every group, told by the blank ones around each name."""
    groups: list[tuple[int, int]] = []
    top = 0
    while top < len(names):
        middle = next((row for row in range(top, len(names)) if names[row]), len(names))
        end = 2 * middle - top + (0 if middle < len(names) and between[middle] else 1)
        if end > len(names) or any(names[middle + 1 : end]):
            raise Unsure
        groups.append((top, end))
        top = end
    return groups
