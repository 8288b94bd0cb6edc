"""Names in a budget table that say only what the table is of: no project's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.grid.heads import Head
from pledgecards.normalize.tables.lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary


def without_axis_names(lines: Sequence[TableLine], head: Head, vocabulary: Vocabulary) -> list[TableLine]:
    """The lines with those made the grand total's whose name says only what the table is of (`재원별`, `소요예산`), and no project."""
    column = head.first("project")
    if column is None:
        return list(lines)
    return [
        replace(line, project=None, grand=True) if line.project and _names_axis(line.text(column), vocabulary) else line
        for line in lines
    ]


def _names_axis(text: str, vocabulary: Vocabulary) -> bool:
    head = vocabulary.heads.match(text, rough=False)
    if head is not None and head.key == "funding":
        return True
    section = vocabulary.sections.match(text, rough=False)
    return section is not None and section.key == "budget"
