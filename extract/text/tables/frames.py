"""A frame drawn around a single cell, as titles stand in one: its lines, wherever its right wall stands."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.page import Table
from pledgecards.extract.text.lines.boxsigns import DRAWN_JOINTS, FLAT, UPRIGHT, is_border
from pledgecards.extract.text.lines.textline import SourceLine, ink_of
from pledgecards.extract.text.tables.from_cells import RawGrid, RawLine, build_table

_WALLS = UPRIGHT | DRAWN_JOINTS


def read_frame(region: Sequence[SourceLine]) -> tuple[Table, int] | None:
    """What stands in the frame that lines are, the first one a border, a row for each line, and how many signs in it were markup.

    None if another wall than the outer two stands anywhere. Where the outer ones stand tells nothing, so no character needs a width.
    """
    borders = [is_border(line.text) for line in region]
    inside = [line.text.strip()[1:-1].strip() for line in region]
    if not borders[-1] or any(
        set(text) - FLAT if border else set(text) & _WALLS for text, border in zip(inside, borders, strict=True)
    ):
        return None
    rows = [
        (line.number, text) for line, text, border in zip(region, inside, borders, strict=True) if text and not border
    ]
    if not rows:
        return None
    grid: RawGrid = [[(RawLine(text, number),)] for number, text in rows]
    table, bold = build_table(grid, [number for number, _ in rows], {})
    return table, sum(ink_of(line.text) for line in region) - sum(ink_of(text) for _, text in rows) + bold
