"""Reading order: from top to bottom, and what stands side by side from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pledgecards.extract.layout.boxes import Box

Item = TypeVar("Item")

_BESIDE = 0.5


def in_reading_order(items: Sequence[tuple[Box, Item]]) -> list[Item]:
    """The items by their boxes: rows of items that share their height, each row column by column."""
    result: list[Item] = []
    row: list[tuple[Box, Item]] = []
    bottom = height = 0.0
    for item in sorted(items, key=_from_top):
        _, top, _, low = item[0]
        if row and bottom - top > _BESIDE * min(low - top, height):
            row.append(item)
            if low > bottom:
                bottom, height = low, max(height, low - top)
        else:
            result += [row[0][1]] if len(row) == 1 else _by_columns(row)
            row, bottom, height = [item], low, low - top
    return result + _by_columns(row)


def _by_columns(row: Sequence[tuple[Box, Item]]) -> list[Item]:
    """Items of one row: those that stand above one another are a column; columns go from left to right."""
    columns: list[tuple[float, list[tuple[Box, Item]]]] = []
    for item in sorted(row, key=_from_left):
        x0, _, x1, _ = item[0]
        if columns and x0 < columns[-1][0] - 0.1 * (x1 - x0):
            right, members = columns[-1]
            members.append(item)
            columns[-1] = (max(right, x1), members)
        else:
            columns.append((x1, [item]))
    return [item for _, members in columns for _, item in sorted(members, key=_from_top)]


def _from_top(item: tuple[Box, Item]) -> tuple[float, float]:
    return item[0][1], item[0][0]


def _from_left(item: tuple[Box, Item]) -> tuple[float, float]:
    return item[0][0], item[0][1]
