"""Columns under coloured bands that stand side by side, each with the name of a section in it (`추진실적` beside `향후계획`), or under such names
behind bullets or numbers (`□ 추진실적<TAB>□ 향후계획`).

A table without rules has such bands for its head: they name its columns, and what stands below them is its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.colours import white
from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.columns.section_words import section_of
from pledgecards.extract.layout.regions import Regions
from pledgecards.extract.layout.rows.characters import Characters, Flags, Ints, lines_down
from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.markers import split_marker
from pledgecards.extract.pdf.canvas import Fill
from pledgecards.extract.sections.headings import names_section
from pledgecards.schemas.vocabulary import Vocabulary

_LEAST_WIDTH = 0.25
"""Of the page's width."""

_LEAST_HEIGHT, _MOST_HEIGHT = 10.0, 40.0
_LEVEL = 2.0
_STRIP = 4.0
_BETWEEN = 2 * (_STRIP + 1)
"""So far before the next heading a column ends: half-way between them is the strip that no line crosses."""

_APART = 1.8
"""Lines further apart than this many of their heights belong to something else."""


def headings_beside(rows: Sequence[Row], vocabulary: Vocabulary) -> list[list[Box]]:
    """Headings of sections side by side in a line of the page itself, each group from the left: each as broad as the column below it may be."""
    found = []
    for row in rows:
        if row.region or "\t" not in row.text:
            continue
        parts = row.text.split("\t")
        if all(_is_marked_heading(part, vocabulary) for part in parts):
            starts = [0]
            for part in parts[:-1]:
                starts.append(starts[-1] + len(part) + 1)
            left = row.left
            sides = [*(left[start] for start in starts), row.x1 + _BETWEEN]
            found.append([(x0, row.top, x1 - _BETWEEN, row.bottom) for x0, x1 in pairwise(sides)])
    return found


def _is_marked_heading(text: str, words: Vocabulary) -> bool:
    return split_marker(text.strip(), words).rank is not None and names_section(text.strip(), words)


def set_under_bands(
    glyphs: Characters,
    region: Ints,
    regions: Regions,
    fills: Sequence[Fill],
    headings: Sequence[list[Box]],
    vocabulary: Vocabulary,
) -> Ints:
    """The regions of the glyphs, where the text below bands or headings side by side is a region for each of them (added to `regions`), down to
    the first line or table that crosses the edges between them."""
    result = region
    groups = [*_groups(fills, regions.boxes[0]), *headings]
    for bands in groups:
        top, low = min(band[1] for band in bands), max(band[3] for band in bands)
        edges = [(one[2] + other[0]) / 2 for one, other in pairwise(bands)]
        free = ((result == 0) & ~glyphs.space & (glyphs.middle > top)).nonzero()[0]
        end = min([box[1] for box in _across(regions, fills, edges, low)], default=regions.boxes[0][3])
        end = min([end, *(others[0][1] for others in groups if others[0][1] > low)])
        end = _last_line(glyphs, free, edges, low, end, vocabulary)
        x = (glyphs.x0 + glyphs.x1) / 2
        within = (result == 0) & (glyphs.middle > top) & (glyphs.middle < end)
        sides = [regions.boxes[0][0], *edges, regions.boxes[0][2]]
        members = [within & (x >= x0) & (x < x1) for x0, x1 in pairwise(sides)]
        below = [side & ~glyphs.space & (glyphs.middle > low) for side in members]
        heads = [side & ~glyphs.space & (glyphs.middle <= low) for side in members]
        if not all(side.any() for side in below) or not _name_sections(glyphs, heads, vocabulary):
            continue
        result = result.copy() if result is region else result
        for side, (x0, x1) in zip(members, pairwise(sides), strict=True):
            column = regions.add((x0, top, x1, end), 0)
            result[side] = column
            regions.take_in(column, (x0, low, x1, end))
    return result


def _name_sections(glyphs: Characters, heads: Sequence[Flags], vocabulary: Vocabulary) -> bool:
    """Whether every band holds the name of a section, and no two the same."""
    keys = [section_of(glyphs, head.nonzero()[0], vocabulary) for head in heads]
    return None not in keys and len(set(keys)) == len(keys)


def _groups(fills: Sequence[Fill], page: Box) -> list[list[Box]]:
    """Bands at one height, each group from the left."""
    least = _LEAST_WIDTH * (page[2] - page[0])
    boxes = sorted(
        {
            (fill.x0, fill.top, fill.x1, fill.bottom)
            for fill in fills
            if fill.x1 - fill.x0 >= least
            and _LEAST_HEIGHT <= fill.bottom - fill.top <= _MOST_HEIGHT
            and not white(fill.colour)
        },
        key=lambda box: (round(box[1] / _LEVEL), box[0]),
    )
    groups: list[list[Box]] = []
    for box in boxes:
        last = groups[-1][-1] if groups else None
        beside = last is not None and abs(box[1] - last[1]) <= _LEVEL and abs(box[3] - last[3]) <= _LEVEL
        if last is not None and beside and box[0] > last[2]:
            groups[-1].append(box)
        else:
            groups.append([box])
    return [group for group in groups if len(group) > 1]


def _across(regions: Regions, fills: Sequence[Fill], edges: Sequence[float], low: float) -> list[Box]:
    """The tables, frames and fills below the bands that lie across an edge."""
    boxes = [drawn.grid.box for drawn in regions.tables]
    boxes += regions.boxes[1:]
    boxes += [(fill.x0, fill.top, fill.x1, fill.bottom) for fill in fills if not white(fill.colour)]
    return [box for box in boxes if box[1] >= low - _LEVEL and any(box[0] < edge < box[2] for edge in edges)]


def _last_line(
    glyphs: Characters, free: Ints, edges: Sequence[float], low: float, end: float, vocabulary: Vocabulary
) -> float:
    """Where the last line ends that goes on from those above it and crosses no edge. The name of a section below all that stands in the other
    columns is of the page again."""
    last = before_name = low
    named = False
    for line in lines_down(glyphs, free[(glyphs.middle[free] > low) & (glyphs.middle[free] < end)]):
        x0, x1 = glyphs.x0[line], glyphs.x1[line]
        above, height = float(glyphs.top[line].min()), float((glyphs.bottom[line] - glyphs.top[line]).max())
        crosses = any(bool(((x0 < edge + _STRIP) & (x1 > edge - _STRIP)).any()) for edge in edges)
        if crosses or above - last > _APART * height:
            break
        if bool((x1 > edges[0]).any()):
            named = False
        elif not named and section_of(glyphs, line, vocabulary) is not None:
            named, before_name = True, last
        last = float(glyphs.bottom[line].max())
    return before_name if named else last
