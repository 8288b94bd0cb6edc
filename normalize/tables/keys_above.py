"""Keys (`계획`, `집행`, `2018`) printed once beside the lines that they hold for, where no merged cell says how far down each goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.tables.lines import TableLine, is_grand_total
from pledgecards.schemas.vocabulary import Vocabulary


def with_keys_above(lines: Sequence[TableLine], head: Head, vocabulary: Vocabulary) -> list[TableLine]:
    """The lines, each with the year, the measure and the source of the one above where its own cell is blank and a name stands to the right
    of it (`2018 | 국비` over `| 시비`).

    Where the first line has none, keys stand half-way down their blocks: a block begins where a name beside them comes again, and one
    that has one key is of that.
    """
    measure = head.first("measure")
    side = next((column for column in head.of("year") if not column.on_axis), None)
    filled = _filled(lines, measure, _beside(measure, head, "project", "funding"), head, vocabulary)
    funding = head.of("funding")
    if len(funding) == 1 and _heads_blocks(
        filled, funding[0], beside := _beside(funding[0], head, "project", "year"), vocabulary
    ):
        filled = _filled(filled, funding[0], beside, head, vocabulary)
    return _filled(filled, side, _beside(side, head, "project", "funding", "measure"), head, vocabulary)


def _heads_blocks(lines: Sequence[TableLine], funding: Column, beside: Column | None, vocabulary: Vocabulary) -> bool:
    """Whether every source stands in the first line of its block, beside a name, and not in a line of its own (`국비 | ` over ` | 2019`); nor
    does a sum in one stand right over a name without a source, which the sum is not of."""
    for above, below in pairwise(lines):
        blank = not (below.text(funding) or above.text(beside)) and below.text(beside)
        if blank and is_grand_total(above.text(funding), vocabulary):
            return False
    named = [line for line in lines if (text := line.text(funding)) and not is_grand_total(text, vocabulary)]
    return beside is not None and all(line.text(beside) for line in named)


def _beside(column: Column | None, head: Head, *kinds: str) -> Column | None:
    """The first column of names to the right of a key, which come again under each."""
    keys = [key for key in head.of(*kinds) if not key.on_axis]
    return next((key for key in keys if column is not None and key.index > column.index), None)


def _filled(
    lines: Sequence[TableLine], column: Column | None, beside: Column | None, head: Head, vocabulary: Vocabulary
) -> list[TableLine]:
    if column is None or beside is None or all(line.text(column) for line in lines):
        return list(lines)
    first, last = _of_keys(lines, column, beside, vocabulary)
    keyed = lines[first:last]
    if keyed and keyed[0].text(column):
        named = beside.kind == "project" and _one_a_key(keyed, column, beside)
        filled = list(keyed) if named else _from_above(keyed, column, beside, head.first("project"))
    else:
        filled = []
        for block in _blocks(keyed, beside):
            told = [text for line in block if (text := line.text(column))]
            filled += [_keyed(line, column, told[0]) for line in block] if len(told) == 1 else block
    return [*lines[:first], *filled, *lines[last:]]


def _of_keys(lines: Sequence[TableLine], column: Column, beside: Column, vocabulary: Vocabulary) -> tuple[int, int]:
    """The lines that keys hold for, without the one of 계 of all keys above the first or below the last of them."""
    sums = [not line.text(column) and is_grand_total(line.text(beside), vocabulary) for line in lines]
    of_all = sum(sums) == 1
    return int(of_all and sums[0]), len(lines) - int(of_all and sums[-1])


def _one_a_key(lines: Sequence[TableLine], column: Column, beside: Column) -> bool:
    """Whether each of several keys stands beside one name of its own, and only lines below the last have none: these may be of no key
    (`2018 | 설계`, `2019 | 공사` over ` | 예비비`)."""
    keys = [line.text(column) for line in lines]
    names = [line.text(beside) for line in lines]
    last = max(place for place, key in enumerate(keys) if key)
    return last > 0 and all(keys[:last]) and len(set(keys[: last + 1])) == last + 1 and len(set(names)) == len(names)


def _from_above(lines: Sequence[TableLine], column: Column, beside: Column, names: Column | None) -> list[TableLine]:
    over = names is not None and names.index < column.index
    filled: list[TableLine] = []
    above, seen = "", set[str]()
    for line in lines:
        name = line.text(beside)
        if line.text(column) or (over and line.named):
            # Another project before it begins anew: nothing is said of its lines.
            above, seen = line.text(column), set()
        elif name and line.cells[beside.index].row == line.row:
            # A name that comes again below a key is of no key, or of one that was left out.
            above = "" if name in seen and beside.kind == "funding" else above
            line = _keyed(line, column, above)
        filled.append(line)
        seen.add(name)
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


def _keyed(line: TableLine, column: Column, key: str) -> TableLine:
    texts = [*line.texts]
    texts[column.index] = key
    return replace(line, texts=texts)
