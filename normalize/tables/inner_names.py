"""Names of projects that stand in two columns under one head: a project, merged down its rows, and a part of it in each of them."""

from __future__ import annotations

import re

from pledgecards.extract.grid.grids import Grid
from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column

_WORDS = re.compile(r"[가-힣A-Za-z]{2}")


def inner_names(grid: Grid, head: Head) -> Column | None:
    """The column beside that of the projects, under the same cell of the head, whose cells name parts of them (`주차장 | 부지매입` over
    `· | 공사`); None where there is none. Only where a project goes down over several rows, each with a part of its own."""
    outer = head.first("project")
    if outer is None or not head.rows or outer.index + 1 >= len(head.columns):
        return None
    inner = head.columns[outer.index + 1]
    over = [grid.cells[row] for row in range(head.rows)]
    if inner.kind != "other" or any(cells[outer.index] is not cells[inner.index] for cells in over):
        return None
    parts: dict[int, list[str]] = {}
    for row in range(head.rows, len(grid.cells)):
        cells, texts = grid.cells[row], grid.texts[row]
        if row in head.repeats or cells[outer.index] is cells[inner.index]:
            continue
        if not texts[outer.index] or not _WORDS.search(texts[inner.index]) or cells[inner.index].row_span > 1:
            return None
        parts.setdefault(id(cells[outer.index]), []).append(texts[inner.index])
    merged = any(len(names) > 1 for names in parts.values())
    return inner if merged and all(len(set(names)) == len(names) for names in parts.values()) else None
