"""Rows of a Gantt table in two halves: what is planned over what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from pledgecards.extract.page import Cell


def on_one_half(
    grid: Sequence[Sequence[Cell]],
    rows: Sequence[int],
    columns: Sequence[int],
    marked: Mapping[tuple[int, int], bool | None],
) -> list[tuple[int, int]]:
    """The places in the two halves of rows of which just one has a bar, where all upper bars have one colour and all lower ones another: what is
    planned and what was done, and which is which is not said. The halves of a row share all that stands beside the bars."""
    halves = [
        (one, other)
        for one, other in pairwise(rows)
        if len(columns) < len(grid[one])
        and all(
            cell is below and cell.row == one and cell.row_span == 2
            for index, (cell, below) in enumerate(zip(grid[one], grid[other], strict=True))
            if index not in columns
        )
    ]
    colours = [
        {grid[pair[half]][col].fill for pair in halves for col in columns if marked[pair[half], col]} for half in (0, 1)
    ]
    if any(len(found) != 1 for found in colours) or colours[0] == colours[1]:
        return []
    apart = [(pair, col) for pair in halves for col in columns if marked[pair[0], col] != marked[pair[1], col]]
    return [(row, col) for pair, col in apart for row in pair]
