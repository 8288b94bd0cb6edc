"""Rows of a table without rules: which of its lines are one row, told by blank lines and by where figures stand."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pledgecards.extract.counts import is_count
from pledgecards.extract.cut_figures import is_cut
from pledgecards.extract.text.lines.sources import is_source
from pledgecards.extract.text.tables.from_cells import is_sign
from pledgecards.extract.text.tables.gutters import Unsure
from pledgecards.schemas.notation import TELEPHONES
from pledgecards.schemas.vocabulary import Vocabulary

_FULL = 0.6
_MOST_PARTS = 5
_NAME_AND_FIGURE = 2
_LONG_NUMBER = re.compile(rf"[({TELEPHONES}]?\s*[\d()-]{{7,}}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A line of a table: its number in the file, and its text by column.

    figures  the columns in which a figure, a dash or another sign stands alone; or a figure with its unit, where all columns beside a
    name hold figures.
    """

    number: int
    cells: dict[int, str]
    figures: set[int]


def filled(number: int, cells: dict[int, str], vocabulary: Vocabulary) -> Filled:
    """The line with these texts by column."""
    figures = {c for c, text in cells.items() if is_sign(text)}
    beside = cells.keys() - figures - {0}
    if beside and 0 in cells and len(cells) > _NAME_AND_FIGURE and all(is_count(cells[c], vocabulary) for c in beside):
        figures |= beside
    return Filled(number, cells, figures)


Row = list[Filled]


def rows_of(blocks: Sequence[Sequence[Filled]], cols: int, vocabulary: Vocabulary) -> list[Row]:
    """The rows of a table whose lines come in blocks parted by blank lines. Unsure where lines cannot be told apart."""
    if len(blocks) == 1:
        return _tight(list(blocks[0]), cols, vocabulary)
    rows: list[Row] = []
    first = blocks[0]
    if not first[0].figures and len(first[0].cells) >= _FULL * cols and any(line.figures for line in first[1:]):
        # A full line of words over figures is the head, blank line or none.
        rows.append([first[0]])
        blocks = [first[1:], *blocks[1:]]
    for block in blocks:
        rows += _spaced(list(block), cols, vocabulary)
    return rows


def _spaced(block: Row, cols: int, vocabulary: Vocabulary) -> list[Row]:
    """The rows of a block in a table with blank lines between rows: one, unless a column has two figures."""
    counts = [sum(c in line.figures for line in block) for c in range(cols)]
    twice = [c for c in range(cols) if counts[c] > 1]
    # A dash under a figure (no words for it) is of the same row.
    if len(twice) > 1 or any(sum(_has_digit(line, c) for line in block) > 1 for c in twice):
        return _tight(block, cols, vocabulary)
    named = sum(0 in line.cells and len(line.cells) > 1 for line in block)
    if not any(counts) and named > 1:
        return _worded(block, cols)
    return [block]


def _has_digit(line: Filled, c: int) -> bool:
    return c in line.figures and any(map(str.isdigit, line.cells[c]))


def _tight(block: Row, cols: int, vocabulary: Vocabulary) -> list[Row]:
    """The rows of lines without blank ones between them."""
    names = [line for line in block if 0 in line.cells]
    alone = len(names) == 1 and names[0] not in (block[0], block[-1]) and _has_no_figure(names[0], block)
    counts = Counter(c for line in block for c in line.figures)
    if alone and max(counts.values(), default=0) > 1:
        # A name half-way down a group of an even number of rows stands between two of them.
        return _between(block, names[0])
    if alone and len(block) <= _MOST_PARTS:
        # A name half-way down beside cells of two lines and more: one row.
        return [block]
    first = next((i for i, line in enumerate(block) if line.figures), len(block))
    if first == len(block):
        return _worded(block, cols)
    head = next((i for i, line in enumerate(block[:first]) if len(line.cells) >= _FULL * cols), None)
    if head is None:
        if first and any(len(line.cells) > 1 for line in block[:first]):
            raise Unsure
        return _anchored(block, vocabulary)
    if head:
        raise Unsure
    groups = _around_names(block[1:])
    if groups is not None:
        return [[block[0]], *groups]
    below = block[1:first]
    if any(0 not in line.cells for line in below):
        raise Unsure
    return [[block[0]], *_anchored(block[1:], vocabulary)]


def _has_no_figure(name: Filled, block: Sequence[Filled]) -> bool:
    """Whether the line of a name holds nothing else, or words where all other lines are blank (its unit)."""
    return not name.figures and all(line is name or line.cells.keys().isdisjoint(name.cells) for line in block)


def _between(block: Row, name: Filled) -> list[Row]:
    """The rows of a block with the name of their group alone on a line, which goes to the row beneath it."""
    if not all(line.figures or line is name for line in block):
        raise Unsure
    at = block.index(name)
    rows = [[line] for line in block]
    return [*rows[:at], [name, *rows[at + 1]], *rows[at + 2 :]]


def is_between(row: Sequence[Filled]) -> bool:
    """Whether a row begins with the name of a group of an even number of rows."""
    return len(row) == 2 and 0 in row[0].cells and _has_no_figure(row[0], row)


def _is_group_name(lines: Row, i: int) -> bool:
    """Whether a line is a name alone between two rows that have none."""
    around = [lines[i - 1], lines[i + 1]] if 0 < i < len(lines) - 1 else []
    return set(lines[i].cells) == {0} and bool(around) and all(row.figures and 0 not in row.cells for row in around)


def _around_names(lines: Row) -> list[Row] | None:
    """Rows whose name stands half-way down, each with as many lines above it as beneath, which fill what it leaves blank."""
    names = [i for i, line in enumerate(lines) if 0 in line.cells]
    reach = names[0] if names else 0
    height = 2 * reach + 1
    if not reach or len(lines) != height * len(names) or names != list(range(reach, len(lines), height)):
        return None
    rows = [lines[i - reach : i + reach + 1] for i in names]
    for row in rows:
        around = set().union(*(line.cells for line in row if 0 not in line.cells))
        if around & row[reach].cells.keys():
            return None
    if not any(_has_rows_around(row, reach) for row in rows):
        return rows
    if not all(_has_no_figure(row[reach], row) for row in rows):
        raise Unsure
    # Figures above a name and beneath it are of two rows (`목표`, `실적`) that have the name in common.
    return [part for row in rows for part in (_between(row, row[reach]) if _has_rows_around(row, reach) else [row])]


def _has_rows_around(lines: Row, middle: int) -> bool:
    """Whether some column has a whole figure above the middle line and another beneath it."""
    above = {c: line.cells[c] for line in lines[:middle] for c in line.figures if _has_digit(line, c)}
    return any(
        c in above and _has_digit(line, c) and not is_cut(above[c], line.cells[c])
        for line in lines[middle + 1 :]
        for c in line.figures
    )


def _worded(block: Row, cols: int) -> list[Row]:
    """Rows of words only: a row a line where every line is full, or has a telephone number and all but a name; one row where its
    name stands in one line only."""
    if all(len(line.cells) == cols for line in block) or _has_numbers(block[1:], cols):
        return [[line] for line in block]
    if sum(0 in line.cells for line in block) <= 1:
        return [block]
    raise Unsure


def _has_numbers(lines: Row, cols: int) -> bool:
    """Whether every line has all cells but its first, which may be that of the line above, and a telephone number in one column."""
    full = all(set(range(1, cols)) <= line.cells.keys() for line in lines)
    return full and any(
        all(_LONG_NUMBER.fullmatch(line.cells[c]) for line in lines) for c in range(1, cols if lines else 0)
    )


def _anchored(lines: Row, vocabulary: Vocabulary) -> list[Row]:
    """A row around every line with figures; lines without any belong to the row above, or half of them to each side."""
    # A dash in a line of words stands for no words; it makes no row of its own.
    anchors = [
        i
        for i, line in enumerate(lines)
        if line.figures and (0 in line.cells or any(_has_digit(line, c) for c in line.figures))
    ]
    anchors = sorted({*anchors, *_blank_sources(lines, anchors, vocabulary)})
    for upper, lower in itertools.pairwise(anchors):
        if lines[upper].figures and lines[lower].figures and not lines[upper].figures & lines[lower].figures:
            raise Unsure
    gaps = [lines[a + 1 : b] for a, b in zip([-1, *anchors], [*anchors, len(lines)], strict=True)]
    if not any(gaps):
        return [[line] for line in lines]
    if all(_is_group_name(lines, i) for i in range(len(lines)) if i not in anchors):
        return [[lines[a - 1], lines[a]] if a and not lines[a - 1].figures else [lines[a]] for a in anchors]
    if gaps[0] or any(0 not in lines[anchor].cells for anchor in anchors):
        return _centred(lines, anchors, gaps)
    if len(anchors) > 1 and any(gaps[1:-1]) and not gaps[-1]:
        # The last row has one line: the lines between may as well stand above a centred row.
        raise Unsure
    pairs = list(zip(anchors, gaps[1:], strict=True))
    if any(not set(line.cells) <= set(lines[anchor].cells) for anchor, gap in pairs for line in gap):
        raise Unsure
    return [[lines[anchor], *gap] for anchor, gap in pairs]


def _blank_sources(lines: Row, anchors: Sequence[int], vocabulary: Vocabulary) -> list[int]:
    """The lines that hold nothing but a source of funding, where all rows with figures name theirs in that column: rows left blank."""
    found = [i for i, line in enumerate(lines) if len(line.cells) == 1 and not line.figures]
    return [
        i
        for i in found
        for c in lines[i].cells
        if is_source(lines[i].cells[c], vocabulary)
        and all(is_source(lines[a].cells.get(c, ""), vocabulary) for a in anchors)
    ]


def _centred(lines: Row, anchors: list[int], gaps: list[Row]) -> list[Row]:
    """Rows whose figures stand half-way down: as many lines above them as beneath."""
    rows: list[Row] = []
    above = gaps[0]
    for anchor, gap in zip(anchors, gaps[1:], strict=True):
        beneath = len(above)
        if len(gap) < beneath:
            raise Unsure
        rows.append([*above, lines[anchor], *gap[:beneath]])
        above = gap[beneath:]
    if above:
        raise Unsure
    return rows
