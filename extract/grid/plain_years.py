"""Years that stand alone between a goal and a sum of money: whose parts they are, their figures tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.heads import Head
from pledgecards.extract.page import Table

_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")


def years_add_up(table: Table, head: Head, years: Collection[int], sums: Sequence[int]) -> bool:
    """Whether in every line with figures the years make up one of the other columns, or grow to it."""
    told = False
    for row, texts in enumerate(grid_of(table).texts):
        if row < head.rows or row in head.repeats:
            continue
        parts = [_figure(texts[column]) for column in sorted(years) if texts[column]]
        wholes = [whole for column in sums if (whole := _figure(texts[column])) is not None]
        filled = [part for part in parts if part is not None]
        if not filled or not wholes:
            continue
        if len(filled) < len(parts) or not any(
            abs(whole - found) < 1e-6 for whole in wholes for found in (sum(filled), filled[-1])
        ):
            return False
        told = True
    return told


def _figure(text: str) -> float | None:
    """The first figure of a cell, whatever its unit."""
    found = _FIGURE.search(text)
    return float(found[0].replace(",", "")) if found is not None else None
