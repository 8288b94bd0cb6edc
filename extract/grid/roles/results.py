"""Whether a table of indicators tells what was reached, as its heads say, and not only what is aimed at."""

from __future__ import annotations

from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary


def holds_results(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a cell heads results or their rate. `공정률` in a column of names (`사업명 | 지표명`) is an indicator's name, in one of units what is
    counted: no head."""
    grid = grid_of(table)
    names = {0} | {column.index for column in read_head(table, vocabulary).columns if _heads_names(column, vocabulary)}
    body = [zip(*row, strict=True) for row in zip(grid.cells[1:], grid.texts[1:], strict=True)]
    for text in {*grid.texts[0], *[text for row in body for cell, text in row if cell.col not in names]}:
        match = vocabulary.heads.match(text, rough=False)
        if match is not None and match.key in ("result", "rate"):
            return True
    return False


def _heads_names(column: Column, vocabulary: Vocabulary) -> bool:
    """Whether a column's own head says that names or units stand in it, and its cells do not say otherwise."""
    if column.kind == "unit":
        return True
    match = vocabulary.heads.match(column.label, rough=False) if column.kind in ("project", "other") else None
    return match is not None and match.key in ("project", "category")
