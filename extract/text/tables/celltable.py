"""Tables whose cells stand each on a line, row by row, as `pdftotext` and a copy from a page leave them: read only where every row has its
names and exactly the figures of its head, so that none can stand in another's place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from pledgecards.extract.page import Table
from pledgecards.extract.text.lines.sources import is_total
from pledgecards.extract.text.lines.textline import SourceLine, is_marked
from pledgecards.extract.text.tables.beside import has_sources_among
from pledgecards.extract.text.tables.from_cells import RawGrid, RawLine, build_table
from pledgecards.extract.text.tables.spacedtable import Head, figures_behind, head_of_words, row_of
from pledgecards.extract.text.tables.tabtable import is_heading
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LONGEST = 30
_MOST_CELLS = 600
_MOST_BLANKS = 1
_MOST_NAMES = 2
_MOST_PROJECTS = 12
_FEWEST_HEADS = 3
_WIDEST = 24
_NEAR = 60
"""A page's end leaves no more blank lines."""

_PAGE = re.compile(r"\d{1,3}")
_VALUE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_PHONE = re.compile(r"\d{3,4}$|\d-\d{4}")
_Cells = list[tuple[int, int, str]]
"""The cells of a run: the index of each line, its number, and what it says."""


def read_cells(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> tuple[int, Table, int] | None:
    """The table that begins at lines[start]: where it ends, the table, and 0 signs of markup. None if none begins there."""
    text = lines[start].text.strip()
    if len(text) > _LONGEST or "\t" in text or not _may_head(text, vocabulary):
        return None
    # Most short lines that may be a head are none: the run is followed only behind those that are.
    first = [text for _, _, text in _run(lines, start, _WIDEST, vocabulary)]
    if _heads_of(first, vocabulary):
        found = (
            None
            if _has_names_above(lines, start, first, vocabulary)
            else _figures(_run(lines, start, _MOST_CELLS, vocabulary), lines, vocabulary)
        )
        if found is not None:
            return found
    elif (count := _names_below(first, vocabulary)) and _heads_of([first[0], *first[1 + count :]], vocabulary):
        cells = _with_names_in_place(_run(lines, start, _MOST_CELLS, vocabulary), vocabulary)
        return _figures(cells, lines, vocabulary) if cells is not None else None
    width = _width_of_people(first, vocabulary)
    if not width or not _PHONE.search(" ".join(first[width : 2 * width])):
        return None
    return _people(_run(lines, start, _MOST_CELLS, vocabulary), width, vocabulary)


@lru_cache(maxsize=4096)
def _may_head(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell may be the first of a head."""
    return vocabulary.heads.match(text, rough=False) is not None or _kind_of_people(text, vocabulary) is not None


def _run(lines: Sequence[SourceLine], start: int, most: int, vocabulary: Vocabulary) -> _Cells:
    """The short lines from here on, so many at the most, with a blank one between two at the most."""
    cells: _Cells = []
    blanks = 0
    for at in range(start, min(len(lines), start + 2 * most)):
        if len(cells) == most:
            break
        line = lines[at]
        if line.blank:
            blanks += 1
            if blanks > _MOST_BLANKS:
                break
            continue
        text = line.text.strip()
        marked = is_marked(text, vocabulary) and any(map(str.isalpha, text))
        if len(text) > _LONGEST or "\t" in text or "  " in text or marked or line.sheet != lines[start].sheet:
            break
        blanks = 0
        cells.append((at, line.number, " ".join(text.split())))
    return cells


def _names_below(texts: Sequence[str], vocabulary: Vocabulary) -> int:
    """How many names stand between the head of the projects, with which the cells begin, and the heads of the other columns: merged over
    several rows, they were copied before these. 0 if there are none."""
    if not texts or not _heads_projects(texts[0], vocabulary):
        return 0
    at = next((n for n, text in enumerate(texts[1:], 1) if _heads_sources(text, vocabulary)), 0)
    return at - 1 if at > 1 and not any(map(figures_behind, ([text] for text in texts[1:at]))) else 0


def _with_names_in_place(cells: _Cells, vocabulary: Vocabulary) -> _Cells | None:
    """The cells with the name of each project before the sum of its sources; None unless there are as many sums as names."""
    texts = [text for _, _, text in cells]
    count = _names_below(texts, vocabulary)
    names, head = cells[1 : 1 + count], cells[1 + count :]
    sums = [
        at
        for at, (cell, after) in enumerate(pairwise(head))
        if is_total(cell[2], vocabulary) and figures_behind([after[2]])
    ]
    if len(sums) != count:
        return None
    placed = [cells[0]]
    for at, cell in enumerate(head):
        placed += [names[sums.index(at)]] if at in sums else []
        placed.append(cell)
    return placed


def _has_names_above(lines: Sequence[SourceLine], start: int, texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a head that says nothing of projects stands below one that does, and their names or not: of which project a row is, it does
    not say."""
    if not _heads_sources(texts[0], vocabulary):
        return False
    above = [line.text.strip() for line in lines[max(0, start - _NEAR) : start] if not line.blank][-_MOST_PROJECTS:]
    if above and len(above[-1]) <= _LONGEST and _heads_projects(above[-1], vocabulary):
        return True
    at = next((n for n in reversed(range(len(above))) if _heads_projects(above[n], vocabulary)), None)
    return at is not None and _names_below([*above[at:], texts[0]], vocabulary) > 0


def _heads_projects(text: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heads.match(text, rough=False)
    return match is not None and match.key in ("project", "category")


def _heads_sources(text: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heads.match(text, rough=False)
    return match is not None and match.key == "funding"


def _figures(cells: _Cells, lines: Sequence[SourceLine], vocabulary: Vocabulary) -> tuple[int, Table, int] | None:
    """The table of figures that the cells begin with."""
    heads = _heads_of([text for _, _, text in cells[:_WIDEST]], vocabulary)
    # 계 at the end of a head may as well be the name of the first row: only one of the two leaves all rows full.
    found = [table for n, head in heads if (table := _under(head, n, cells, lines, vocabulary)) is not None]
    return found[0] if len(found) == 1 else None


def _heads_of(texts: Sequence[str], vocabulary: Vocabulary) -> list[tuple[int, Head]]:
    """The heads that the cells may begin with, and of how many cells each is."""
    return [(n, head) for n in range(2, len(texts)) if (head := head_of_words(texts[:n], vocabulary)) is not None]


def _under(
    head: Head, width: int, cells: _Cells, lines: Sequence[SourceLine], vocabulary: Vocabulary
) -> tuple[int, Table, int] | None:
    """The table under a head of so many cells; None where a row has more or fewer figures, or the last one may be the page's number."""
    texts = [text for _, _, text in cells]
    if len(head.names) + len(head.periods) != width:
        return None
    grid: RawGrid = [_row(texts[:width], cells[:width])]
    at = width
    while at < len(texts):
        names = next((n for n in range(_MOST_NAMES + 1) if figures_behind(texts[at + n : at + n + 1])), None)
        end = at + (names or 0) + len(head.periods)
        if not names or figures_behind(texts[at + names : end]) < len(head.periods):
            if names is None:
                break  # what follows the table
            return None  # a blank cell was lost, and nothing tells which
        row = row_of(texts[at:end], head, vocabulary, first=len(grid) == 1) if names <= len(head.names) else None
        if row is None or figures_behind(texts[end : end + 1]):
            return None
        if _ends_page(lines, [at for at, _, _ in cells[end - 3 : end]]) and not _adds_up(
            texts[end - len(head.periods) : end]
        ):
            return None
        grid.append(_row(row, [(0, cells[at][1], "")] * len(row)))
        at = end
    return (
        _built(grid, cells, at)
        if len(grid) > 1 and not has_sources_among([row[0] for row in grid], vocabulary)
        else None
    )


def _ends_page(lines: Sequence[SourceLine], at: Sequence[int]) -> bool:
    """Whether the last figure of a row may be the number of the page, below a cell left blank: the last line of the page, or set off from
    the figure before it as that is not from its own. at: the indexes of the lines of all three."""
    first, before, last = at
    if _PAGE.fullmatch(lines[last].text.strip()) is None:
        return False
    below = next((line for line in lines[last + 1 : last + _NEAR] if not line.blank), None)
    return last - before > before - first or below is None or below.sheet != lines[last].sheet


def _adds_up(figures: Sequence[str]) -> bool:
    """Whether the first or the last of a row's figures is the sum of the others."""
    values = [round(float(text.replace(",", "")), 6) if _VALUE.fullmatch(text) else 0.0 for text in figures]
    return any(total and total == round(sum(values) - total, 6) for total in (values[0], values[-1]))


def _width_of_people(texts: Sequence[str], vocabulary: Vocabulary) -> int:
    """Of how many cells the head of a table of people is that the cells begin with: of a name, a telephone and more; 0 if of none."""
    kinds: list[str] = []
    for text in texts:
        kind = _kind_of_people(text, vocabulary)
        if kind is None or kind in kinds:
            break
        kinds.append(kind)
    return len(kinds) if len(kinds) >= _FEWEST_HEADS and {"name", "phone"} <= set(kinds) else 0


def _people(cells: _Cells, width: int, vocabulary: Vocabulary) -> tuple[int, Table, int] | None:
    """The table of people in charge under a head of so many cells, and under each row's head its own."""
    texts = [text for _, _, text in cells]
    kinds = [_kind_of_people(text, vocabulary) for text in texts[:width]]
    grid: RawGrid = [_row(texts[:width], cells[:width])]
    at = width
    while at + width <= len(texts):
        row = texts[at : at + width]
        if any((_PHONE.search(text) is not None) != (kind == "phone") for text, kind in zip(row, kinds, strict=True)):
            break
        grid.append(_row(row, cells[at : at + width]))
        at += width
    left = texts[at : at + width]
    if any(_PHONE.search(text) and not is_heading(text, vocabulary) for text in left):
        return None  # a row with more or fewer cells
    return _built(grid, cells, at) if len(grid) > 1 else None


@lru_cache(maxsize=4096)
def _kind_of_people(text: str, vocabulary: Vocabulary) -> str | None:
    kinds = vocabulary.head_kinds
    return next((kind for kind in ("department", "role", "name", "phone") if fold(text) in kinds[kind]), None)


def _row(texts: Sequence[str], cells: _Cells) -> list[tuple[RawLine, ...]]:
    return [(RawLine(text, number),) if text else () for text, (_, number, _) in zip(texts, cells, strict=True)]


def _built(grid: RawGrid, cells: _Cells, at: int) -> tuple[int, Table, int]:
    numbers = [next(cell[0].number for cell in row if cell) for row in grid]
    table, signs = build_table(grid, numbers, {})
    return cells[at - 1][0] + 1, table, signs
