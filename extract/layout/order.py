"""Reading order: from top to bottom, and what stands side by side from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pledgecards.extract.layout.boxes import Box

Item = TypeVar("Item")

_BESIDE = 0.5


def in_reading_order(items: Sequence[tuple[Box, Item]]) -> list[Item]:
    """The items by their boxes: rows of items that share their height, each row column by column."""
    ordered = sorted(range(len(items)), key=lambda i: (items[i][0][1], items[i][0][0]))
    result: list[Item] = []
    at = 0
    while at < len(ordered):
        row = [ordered[at]]
        bottom = items[ordered[at]][0][3]
        height = bottom - items[ordered[at]][0][1]
        at += 1
        while at < len(ordered):
            _, top, _, low = items[ordered[at]][0]
            if bottom - top <= _BESIDE * min(low - top, height):
                break
            row.append(ordered[at])
            if low > bottom:
                bottom, height = low, max(height, low - top)
            at += 1
        result.extend(items[i][1] for i in (row if len(row) == 1 else _by_columns(row, items)))
    return result


def _by_columns(row: list[int], items: Sequence[tuple[Box, Item]]) -> list[int]:
    """Items of one row: those that stand above one another are a column; columns go from left to right."""
    columns: list[tuple[float, float, list[int]]] = []
    for index in sorted(row, key=lambda i: (items[i][0][0], items[i][0][1])):
        x0, _, x1, _ = items[index][0]
        if columns and x0 < columns[-1][1] - 0.1 * (x1 - x0):
            left, right, members = columns[-1]
            members.append(index)
            columns[-1] = (left, max(right, x1), members)
        else:
            columns.append((x0, x1, [index]))
    return [i for _, _, members in columns for i in sorted(members, key=lambda i: (items[i][0][1], items[i][0][0]))]
