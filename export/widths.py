"""How wide columns are shown: by their heads and the first rows, within bounds."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from pledgecards.export.sheets import Sheet

GUIDE_WIDTHS = (16, 22, 72, 12, 20, 72, 30)
_LEAST, _MOST = 8.0, 60.0
# The first signs of a hash tell one from another; nobody reads the rest.
_HASH = 16.0
_LOOKED_AT = 200
_BUTTON = 3.0
# A Korean letter is not quite as wide as two Latin ones, which gives columns a little air.
_NARROWER = 0.87


def widths_of(sheet: Sheet, batch: pa.RecordBatch | None) -> Mapping[int, float]:
    """The width of each column by place, in characters of Excel."""
    widths = {}
    for place, column in enumerate(sheet.columns):
        # The button of the filter stands beside the head.
        width = display_width(column.head) + _BUTTON
        if batch is not None:
            values = batch.column(place).slice(0, _LOOKED_AT).to_pylist()
            width = max([width, *(_shown(value, column.field.unit) for value in values if value is not None)])
        widths[place] = min(max(width, _LEAST), _HASH if column.field.name == "document_id" else _MOST)
    return widths


def display_width(text: str) -> float:
    """How many Latin characters a text is wide; a Korean one takes two."""
    return float(sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text))


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of that width, where it is broken."""
    return max(1, math.ceil(display_width(text) * _NARROWER / width))


def _shown(value: Any, unit: str | None) -> float:
    if isinstance(value, int) and unit in ("won", "bytes"):
        return len(f"{value:,}") + 1.0
    if isinstance(value, float):
        return min(len(f"{value:g}"), 10) + 1.0
    return display_width(str(value)) + 1
