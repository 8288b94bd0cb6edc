"""Names of measures (`계획`, `집행`) printed once beside the lines that they hold for, where no merged cell says how far down each goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.table_lines import TableLine


def with_measures_below(lines: Sequence[TableLine], head: Head) -> list[TableLine]:
    """The lines, each with the measure of the one above where its own cell is blank and a source or a project stands to the right of it
    (`계획 | 국비` over `| 시비`).

    Where the first line has none, measures stand half-way down their blocks: a block begins where a name beside them comes again, and one
    that names one measure is of that.
    """
    column = head.first("measure")
    beside = _beside(column, head)
    if column is None or beside is None or all(line.text(column) for line in lines):
        return list(lines)
    if lines[0].text(column):
        return _from_above(lines, column, beside, head.first("project"))
    filled: list[TableLine] = []
    for block in _blocks(lines, beside):
        told = [text for line in block if (text := line.text(column))]
        filled += [_named(line, column, told[0]) for line in block] if len(told) == 1 else block
    return filled


def _beside(column: Column | None, head: Head) -> Column | None:
    """The key column to the right of the measures, whose names come again under each."""
    keys = [key for key in head.of("project", "funding") if column is not None and key.index > column.index]
    return keys[0] if keys else None


def _from_above(lines: Sequence[TableLine], column: Column, beside: Column, names: Column | None) -> list[TableLine]:
    over = names is not None and names.index < column.index
    filled: list[TableLine] = []
    above = ""
    for line in lines:
        # Another project before it begins anew: nothing is said of its lines.
        above = line.text(column) or ("" if over and line.named else above)
        own = line.text(beside) and line.cells[beside.index].row == line.row
        filled.append(_named(line, column, above) if own and not line.text(column) else line)
    return filled


def _blocks(lines: Sequence[TableLine], beside: Column) -> list[list[TableLine]]:
    blocks: list[list[TableLine]] = []
    seen: set[str] = set()
    for line in lines:
        name = line.text(beside)
        if not blocks or name in seen:
            blocks.append([])
            seen = set()
        blocks[-1].append(line)
        seen.add(name)
    return blocks


def _named(line: TableLine, column: Column, name: str) -> TableLine:
    texts = [*line.texts]
    texts[column.index] = name
    return replace(line, texts=texts)
