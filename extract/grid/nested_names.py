"""Names of two storeys (`구분` over `문화 | 도서관`, `단위사업 | 세부과제`): a group, and what is in it."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.grids import Grid
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.grid.table_columns import Column
from pledgecards.schemas.vocabulary import Vocabulary


def inner_names(
    outer: Column, named: Sequence[Column], grid: Grid, body: Sequence[int], vocabulary: Vocabulary
) -> Column:
    """The column right of `outer`, one of `named`, if it names each line by itself while `outer` only groups them, be it one by one under the
    head that both share (`운영 | 운영위원회 구성`); else `outer`."""
    inner = next((other for other in named if other.index == outer.index + 1), None)
    if inner is None:
        return outer
    names: list[str] = []
    grouped = False
    longer = outer.label == inner.label and bool(outer.label)
    for row in body:
        cell = grid.cells[row][inner.index]
        if cell.col <= outer.index:
            continue  # `합계` over both
        text = grid.texts[row][inner.index]
        group, of_group = grid.cells[row][outer.index], grid.texts[row][outer.index]
        grouped = grouped or group.row < row or not of_group
        longer = longer and len(text) > len(of_group)
        if names and (cell.row < row or (not text and not (of_group and group.row == row))):
            continue  # another line of the name above
        if not text or read_period(text) is not None:
            return outer
        match = vocabulary.heads.match(text, rough=False)
        if match is None or match.key != "total":
            names.append(text)
    told = len(set(names)) == len(names) and all(any(char.isalpha() for char in name) for name in names)
    return inner if (grouped or longer) and told and names else outer
