"""What is to be done in each year, beside the year and its goal (`연도 | 목표 | 세부내용`): the milestone of the year, and no project."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.row_names import heads_contents
from pledgecards.normalize.rows import Row
from pledgecards.normalize.tables.lines import TableLine

_MEASURES = ("goal", "plan", "result", "spent", "rate")


def tells_contents(lines: Sequence[TableLine], head: Head) -> bool:
    """Whether the years stand down the side, each once, with one figure each, and under a head of contents (`세부내용`) words that differ from
    year to year."""
    side = next((column for column in head.of("year") if not column.on_axis), None)
    names = head.first("project")
    if side is None or names is None or not heads_contents(names.label) or len(head.of(*_MEASURES)) != 1:
        return False
    years, words = [line.text(side) for line in lines], [line.project for line in lines if line.named]
    return len(lines) > 1 and len(set(years)) == len(set(words)) == len(words) == len(lines)


def as_milestone(row: Row) -> Row:
    """A row of such a table, of no project."""
    words = [part for part in (row["milestone"], row["project"]) if part]
    return {**row, "project": None, "milestone": " ".join(words) or None}
