"""Cells of which a line strikes words or figures out: they are printed, and no longer said."""

from __future__ import annotations

from pledgecards.extract.page import Cell, Line
from pledgecards.normalize.tables.lines import squeeze


def unstruck(cell: Cell, text: str) -> str:
    """The text of a cell, given as squeezed, without what is struck out in it."""
    if not any(mark.kind == "strike" for line in cell.lines for mark in line.marks):
        return text  # nearly all cells
    return squeeze(" ".join(map(_left, cell.lines)))


def _left(line: Line) -> str:
    text = line.text
    for mark in line.marks:
        if mark.kind == "strike":
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text
