"""Names that stand half-way down a group of rows, in tables without rules: each is given the rows of its group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.text.lines.sources import is_source, is_total
from pledgecards.extract.text.tables.from_cells import RawGrid, Span, name_of_group
from pledgecards.extract.text.tables.gutters import Unsure
from pledgecards.extract.text.tables.wrapped_names import wrapped_names
from pledgecards.schemas.vocabulary import Vocabulary

_WORD = re.compile(r"[^\d\s-][^\d]*")


def centred_names(
    grid: RawGrid, first: int, between: Sequence[bool], vocabulary: Vocabulary, *, top: bool = False
) -> dict[tuple[int, int], Span]:
    """The spans of the names of groups of rows; in the grid the names are moved to the top of their groups.

    Rows between blank lines are a group where each such block has one name, and so are the rows of the same words that come again in the same
    order (`목표` over `실적`). Else a group begins with a row of the total in the
    column after the names; where no row does, rows are a group if as many without a name stand above the name as beneath. Names at
    the top of their groups stay where they are: the first one stands so, none stands between two rows, and the funding sources
    under the names do not say otherwise.

    first: the first row under the head. between: by row from there on, whether its name stood between it and the row above.
    top: the table may go on one of the page before, so that its first rows may belong to a group named there.
    Raises Unsure where names stand at no place that either rule explains.
    """
    if spans := wrapped_names(grid, first, vocabulary):
        return spans
    names = [bool(row[0]) for row in grid[first:]]
    if all(names) or not any(names):
        return {}
    groups = _blocks(grid[first:], names, vocabulary) or _rounds(grid[first:], names)
    groups = groups or _up_to_next_names(_totals(grid, first, vocabulary), names)
    if not groups:
        stay = names[0] and not any(between) and not _are_centred(grid[first:], names, vocabulary)
        groups = [] if stay else _around(names, between, top=top)
    elif (end := groups[-1][1]) < len(names) and (not names[end] or any(between[end:])):
        # Projects whose sources no total heads follow the last group that one does.
        groups += [(end + start, end + stop) for start, stop in _evenly_around(names[end:], between[end:])]
    within = {row for start, end in groups for row in range(start, end)}
    if any(named and half and row not in within for row, (named, half) in enumerate(zip(names, between, strict=True))):
        raise Unsure  # it stands half-way down rows of which no total tells where they begin
    spans = {}
    for start, end in groups:
        named = [row for row in range(start, end) if names[row]]
        if named in ([], [start]):
            continue
        middle = sum(row - between[row] / 2 for row in named) / len(named)
        if abs(middle - (start + end - 1) / 2) > 1:
            raise Unsure
        group = (first + start, first + end)
        spans |= name_of_group(grid, group, [first + row for row in named])
        spans |= _beside_name(grid, group, first + named[-1])
    return spans


def _beside_name(grid: RawGrid, group: tuple[int, int], named: int) -> dict[tuple[int, int], Span]:
    """The spans of the words that stand beside the name of a group in the row that had it, and in no other (its unit)."""
    spans: dict[tuple[int, int], Span] = {}
    for column in range(1, len(grid[named])):
        words = [row for row in range(*group) if grid[row][column]]
        if words != [named] or not _WORD.fullmatch(" ".join(line.text for line in grid[named][column])):
            break
        spans |= name_of_group(grid, group, words, column)
    return spans


def _blocks(rows: RawGrid, names: Sequence[bool], vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """The rows of every block between blank lines, if each has one name, not all of them at its top; nothing else. A block with a total among its
    rows is of two groups: the first ones are of the page before."""
    starts = [0]
    last = 0
    for place, row in enumerate(rows):
        numbers = [line.number for cell in row for line in cell]
        if place and numbers and min(numbers) > last + 1:
            starts.append(place)
        last = max(numbers, default=last)
    blocks = list(pairwise([*starts, len(rows)]))
    texts = [text if (text := source.strip("-")) else str(at) for at, source in enumerate(_sources(rows))]
    if any(len(set(texts[start:end])) < end - start for start, end in blocks):
        return []  # what stands beside a name comes again within its block: it holds rows of another one
    one_each = all(sum(names[start:end]) == 1 for start, end in blocks)
    if any(kind == "total" for start, end in blocks for kind in _kinds(rows[start + 1 : end - 1], vocabulary)):
        return []
    return blocks if one_each and not all(names[start] for start, _ in blocks) else []


def _rounds(rows: RawGrid, names: Sequence[bool]) -> list[tuple[int, int]]:
    """The rows of every round in which the words of a column come again, all in the same order (`목표`, `실적`, `목표`, `실적`), if each has one
    name; else nothing."""
    for column in range(1, max(map(len, rows), default=0)):
        texts = [" ".join(line.text for line in row[column]) if column < len(row) else "" for row in rows]
        count = texts.index(texts[0], 1) if texts[0] in texts[1:] else 0
        if count < 2 or len(texts) % count or texts != texts[:count] * (len(texts) // count):
            continue
        if not all(_WORD.fullmatch(text) for text in texts[:count]):
            continue
        groups = [(start, start + count) for start in range(0, len(texts), count)]
        return groups if all(sum(names[start:end]) == 1 for start, end in groups) else []
    return []


def _up_to_next_names(groups: Sequence[tuple[int, int]], names: Sequence[bool]) -> list[tuple[int, int]]:
    """The groups, each without the rows from where another name begins: the lines of one name stand on rows that follow each other.

    Raises Unsure where the first of two names does not stand at the top: no row tells where its group ends.
    """
    cut: list[tuple[int, int]] = []
    for start, end in groups:
        begins = [row for row in range(start, end) if names[row] and not (row > start and names[row - 1])]
        if len(begins) > 1 and begins[0] != start:
            raise Unsure
        cut.append((start, begins[1] if len(begins) > 1 else end))
    return cut


def _are_centred(rows: RawGrid, names: Sequence[bool], vocabulary: Vocabulary) -> bool:
    """Whether the funding sources tell that a name stands half-way down its rows and not above them: then all groups have the same
    sources, or else the first, that of the total, would have but some of those that the others have."""
    try:
        centred = _evenly_around(names, [False] * len(names))
    except Unsure:
        return False
    tops = [place for place, named in enumerate(names) if named]
    below = list(pairwise([*tops, len(names)]))
    sources = [text if is_source(text, vocabulary) else "" for text in _sources(rows)]
    if centred == below or not all(sources[place] for place, named in enumerate(names) if not named):
        return False
    alike = [{tuple(sources[start:end]) for start, end in groups if end - start > 1} for groups in (centred, below)]
    if len(alike[0]) == 1 and len(alike[1]) > 1:
        return True
    total = is_total(" ".join(line.text for line in rows[0][0]), vocabulary)
    under, others = set(sources[1 : below[0][1]]), set(sources[below[0][1] :])
    return total and bool(under) and not others <= under


def _totals(grid: RawGrid, first: int, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """The rows of every group, from one with a total's name to the last of the funding sources that follow; one that comes again is of
    another group."""
    texts, kinds = _sources(grid[first:]), _kinds(grid[first:], vocabulary)
    groups: list[tuple[int, int]] = []
    for top, kind in enumerate(kinds):
        if kind == "total":
            end = top + 1
            while end < len(kinds) and kinds[end] not in (None, "total") and texts[end] not in texts[top:end]:
                end += 1
            groups.append((top, end))
    return groups


def _sources(rows: RawGrid) -> list[str]:
    """What stands behind the name of every row."""
    return [" ".join(line.text for line in row[1]) if len(row) > 1 else "" for row in rows]


def _kinds(rows: RawGrid, vocabulary: Vocabulary) -> list[str | None]:
    """What sources of funding those are."""
    funding = vocabulary.funding
    return [found.key if text and (found := funding.match(text, rough=False)) else None for text in _sources(rows)]


def _around(names: Sequence[bool], between: Sequence[bool], *, top: bool) -> list[tuple[int, int]]:
    """The rows of every group; those before the first name are of a group of the page before if they fit no other way."""
    try:
        return _evenly_around(names, between)
    except Unsure:
        first = names.index(True)
        if not top or between[first]:
            raise
        return [(first + start, first + end) for start, end in _evenly_around(names[first:], between[first:])]


def _evenly_around(names: Sequence[bool], between: Sequence[bool]) -> list[tuple[int, int]]:
    """The rows of every group, told by the blank ones around each name."""
    groups: list[tuple[int, int]] = []
    top = 0
    while top < len(names):
        middle = next((row for row in range(top, len(names)) if names[row]), len(names))
        end = 2 * middle - top + (0 if middle < len(names) and between[middle] else 1)
        # A name between two rows has one above it.
        if not top < end <= len(names) or any(names[middle + 1 : end]):
            raise Unsure
        groups.append((top, end))
        top = end
    return groups
