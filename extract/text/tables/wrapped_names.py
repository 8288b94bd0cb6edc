"""Names of groups that break over the rows of their sources (`고인돌유적 | 국비` over `정비 | 도비`), in tables without rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from pledgecards.extract.text.lines.sources import is_source, is_total
from pledgecards.extract.text.lines.textline import width_of
from pledgecards.extract.text.tables.from_cells import RawGrid, Span, name_of_group, text_of
from pledgecards.schemas.vocabulary import Vocabulary

_FEWEST_ALIKE = 3
_NOTHING = "-–—―－ "
_ORDER = ("total", "national", "metro", "city", "local", "private", "other")

Group = tuple[int, int]


def wrapped_names(grid: RawGrid, first: int, vocabulary: Vocabulary) -> dict[tuple[int, int], Span]:
    """The spans of such names; in the grid their parts are set together in the first row of their group. None where nothing tells the groups.

    Rows of sources are one group where their sum stands below them, to the last figure; where all names stand half-way down their sources,
    which come in the same order in each; or where the sources of a broken name, which fills its lines, are those of another, too.

    first: the first row under the head.
    """
    texts = [[text_of(cell) for cell in row] for row in grid[first:]]
    of_all = [len(row) > 1 and not row[1] and is_total(row[0], vocabulary) for row in texts]
    if not all(
        len(row) > 2 and (sum_of_all or is_source(row[1], vocabulary))
        for row, sum_of_all in zip(texts, of_all, strict=True)
    ):
        return {}
    groups = _summed(texts, of_all, vocabulary) or _in_order(texts, of_all, vocabulary)
    named = [_named(texts, group) for group in groups]
    if any(not rows or rows[-1] - rows[0] >= len(rows) for rows in named):
        return {}
    if any(len(rows) > 1 and len({texts[row][0] for row in rows}) == 1 for rows in named):
        return {}  # a name that comes again in every row is none that breaks over them
    spans: dict[tuple[int, int], Span] = {}
    for (start, end), rows in zip(groups, named, strict=True):
        spans |= name_of_group(grid, (first + start, first + end), [first + row for row in rows])
    return spans


def _named(texts: Sequence[Sequence[str]], group: Group) -> list[int]:
    return [row for row in range(*group) if texts[row][0]]


def _summed(texts: Sequence[Sequence[str]], of_all: Sequence[bool], vocabulary: Vocabulary) -> list[Group]:
    """The groups that end in the row of their sum; none unless all rows but those of the sum of all are in one, and this sum
    is another."""
    groups: list[Group] = []
    start = 0
    several = False
    for row, line in enumerate(texts):
        if of_all[row]:
            if start != row:
                return []
            start = row + 1
        elif is_total(line[1], vocabulary):
            parts = texts[start:row]
            if len({part[1] for part in parts}) < len(parts) or not _adds_up(parts, line):
                return []
            several = several or len(parts) > 1
            groups.append((start, row + 1))
            start = row + 1
    return groups if several and start == len(texts) and (len(groups) > 1 or any(of_all)) else []


def _adds_up(parts: Sequence[Sequence[str]], total: Sequence[str]) -> bool:
    """Whether the figures of rows make those of their sum in every column."""
    try:
        columns = [([_figure(row[c]) for row in parts], _figure(total[c])) for c in range(2, len(total))]
    except InvalidOperation:
        return False
    return bool(parts) and all(sum(figures) == whole for figures, whole in columns)


def _figure(text: str) -> Decimal:
    return Decimal(text.replace(",", "")) if text.strip(_NOTHING) else Decimal(0)


def _in_order(texts: Sequence[Sequence[str]], of_all: Sequence[bool], vocabulary: Vocabulary) -> list[Group]:
    """The groups of a table whose sources come in their usual order in each, where a name stands half-way down or goes on over several rows."""
    runs = _runs(texts, of_all, vocabulary)
    named = [_named(texts, run) for run in runs]
    if not all(named):
        return []
    middles = [
        abs(sum(rows) / len(rows) - (start + end - 1) / 2) for (start, end), rows in zip(runs, named, strict=True)
    ]
    if any(rows[0] != start for (start, _), rows in zip(runs, named, strict=True)):
        return runs if max(middles) < 1 else []
    sources = [tuple(texts[row][1] for row in range(*run)) for run in runs]
    broken = Counter(own for own, rows in zip(sources, named, strict=True) if len(rows) > 1)
    known = {
        own
        for own, rows in zip(sources, named, strict=True)
        if len(rows) == 1 and not is_total(texts[rows[0]][0], vocabulary)
    }
    known |= {own for own, times in broken.items() if times > 1 and len(own) >= _FEWEST_ALIKE}
    blank = any(len(rows) < end - start for (start, end), rows in zip(runs, named, strict=True))
    told = blank and not known.isdisjoint(broken) and len({own[0] for own in broken}) == 1
    return runs if told and all(_fills_its_lines(texts, rows) for rows in named) else []


def _fills_its_lines(texts: Sequence[Sequence[str]], rows: Sequence[int]) -> bool:
    """Whether no line of a broken name had room for the first word of the next, in the column as wide as the longest."""
    widest = max(width_of(line[0]) for line in texts)
    lines = [texts[row][0] for row in rows]
    return all(width_of(f"{line} {below.split()[0]}") > widest for line, below in pairwise(lines))


def _runs(texts: Sequence[Sequence[str]], of_all: Sequence[bool], vocabulary: Vocabulary) -> list[Group]:
    """The rows between sums of all in which each source comes after those above it in the usual order."""
    runs: list[Group] = []
    last = len(_ORDER)
    for row, line in enumerate(texts):
        found = None if of_all[row] else vocabulary.funding.match(line[1], rough=False)
        if found is None or found.key not in _ORDER:
            last = len(_ORDER)
            if found is not None:
                return []
            continue
        place = _ORDER.index(found.key)
        if place > last:
            runs[-1] = (runs[-1][0], row + 1)
        else:
            runs.append((row, row + 1))
        last = place
    return runs
