"""Running heads and feet that are not the same on all pages of a book: the name of the part beside the page's number, or alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from pledgecards.extract.page import Block, Line, Page

_LEAST = 3
_MOST_OF = 0.6
_LONGEST = 40
_HEIGHT = 4.0
_EXACT = 1.0
_LARGER = 1.5
_NEARLY_ALL = 0.8
_WORDS = re.compile(r"(?:[가-힣]\s?){4}")
_TOP = 5
"""Among so many blocks at the top of a page its title stands."""

_DASHED = re.compile(r"([-–—])\s?\d{1,4}\s?\1\s+[가-힣]")
_ENDS = re.compile(r"(?<!\d)(\d{1,4})[\s\-–—|/)\]쪽]*$")
_PARTED = re.compile(r"\s*[|/–—\-\t]\s*(\d{1,4})$")
_BEGINS = re.compile(r"^[\s\-–—|(\[]*(\d{1,4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Edge:
    """A line in a margin: its page, its place among the page's blocks, which margin, how far it stands from that edge of the page (pages
    that lie are less high than those that stand), and its inner side's distance from it."""

    page: int
    block: int
    head: bool
    height: float
    inner: float
    text: str
    size: float


def counted_feet(edges: Sequence[Edge]) -> set[tuple[int, int]]:
    """The feet that begin or end in a number which goes up with the pages (`Ⅰ. 안전한 도시 | 12`), where most lines at their height do, and
    those that begin with one between dashes (`- 12 - 안전한 도시`)."""
    feet = [edge for edge in edges if not edge.head]
    found = {(edge.page, edge.block) for edge in feet if len(edge.text) <= _LONGEST and _DASHED.match(edge.text)}
    for group in at_one_height(feet, _HEIGHT):
        found.update((edge.page, edge.block) for edge in _counted(group, (_BEGINS, _ENDS)))
    return found


def counted_heads(edges: Sequence[Edge]) -> set[tuple[int, int]]:
    """The heads that end in a number which goes up with the pages, behind a sign or a wide gap, where most lines at their height do, and what
    stands before it comes again: what else counts up from page to page may be the number of a card."""
    found: set[tuple[int, int]] = set()
    for group in at_one_height(edges, _HEIGHT):
        counted = _counted(group, (_PARTED,))
        if len({_PARTED.sub("", edge.text) for edge in counted}) < len(counted):
            found.update((edge.page, edge.block) for edge in counted)
    return found


def _counted(group: Sequence[Edge], ends: Sequence[re.Pattern[str]]) -> list[Edge]:
    """Those of the lines at one height whose number at an end goes up with the pages; none where they are few."""
    counted: dict[int, list[Edge]] = defaultdict(list)
    for edge in group:
        met = (end.search(edge.text) for end in ends if len(edge.text) <= _LONGEST)
        for shift in {int(one[1]) - edge.page for one in met if one is not None}:
            counted[shift].append(edge)
    most = max(counted.values(), key=len, default=[])
    return most if len({edge.page for edge in most}) >= max(_LEAST, _MOST_OF * len(group)) else []


def heads_of_parts(
    edges: Sequence[Edge], pages: Sequence[Page], is_section: Callable[[str, Sequence[int]], bool]
) -> set[tuple[int, int]]:
    """The heads that name the part of a book, alone or beside the book's name: at one height and in one type, most of them the same on pages
    that follow each other, and small over a larger line where a part begins. What has a figure may be a card's number, and what is large its
    title."""
    found: set[tuple[int, int]] = set()
    for group in at_one_height([edge for edge in edges if edge.head], _EXACT):
        tops = [
            (edge, part) for edge, part in beside_book(group) if len(part) <= _LONGEST and not re.search(r"\d", part)
        ]
        by_size = sorted(tops, key=lambda top: (round(top[0].size, 1), top[0].page))
        for _, alike in groupby(by_size, key=lambda top: round(top[0].size, 1)):
            runs = [(part, [edge for edge, _ in run]) for part, run in groupby(alike, key=lambda top: top[1])]
            long = [run for _, run in runs if len(run) > 1]
            if len(long) < 2 or sum(map(len, long)) < max(_LEAST, _MOST_OF * sum(len(run) for _, run in runs)):
                continue
            if len({part for part, _ in runs}) < len(runs):
                continue  # no part of a book begins twice
            every = _over_titles([run for _, run in runs], pages)
            for part, run in runs:
                if is_section(part, [edge.page for edge in run]) or not (every or _over_larger(run[0], pages)):
                    continue
                found.update((edge.page, edge.block) for edge in run)
    return found


def _over_titles(runs: Sequence[Sequence[Edge]], pages: Sequence[Page]) -> bool:
    """Whether a head stands on nearly every page from the first to the last of its kind, and words set larger somewhere on the pages of most of
    its parts: these are the titles, which may begin anywhere on a page, and the heads are none."""
    edges = [edge for run in runs for edge in run]
    first, last = min(edge.page for edge in edges), max(edge.page for edge in edges)
    if len({edge.page for edge in edges}) < _NEARLY_ALL * (last - first + 1):
        return False
    titled = sum(any(_holds_larger(edge, pages) for edge in run) for run in runs)
    return titled >= max(2, _MOST_OF * len(runs))


def _holds_larger(edge: Edge, pages: Sequence[Page]) -> bool:
    """Whether words that are set larger stand below on the page, alone or in a cell: a figure may be large within a card."""
    below = pages[edge.page].blocks[edge.block + 1 :]
    lines = (line for block in below for line in _lines_of(block))
    return any(line.size > edge.size + _LARGER and _WORDS.search(line.text) for line in lines)


def book_named(group: Sequence[Edge]) -> str:
    """The name that stands first or last in most of the heads at one height, where some have another behind or before a wide gap: the book's;
    '' if there is none."""
    if not any("\t" in edge.text for edge in group):
        return ""
    parted = [edge.text.split("\t") for edge in group]
    times = Counter(part for parts in parted for part in {parts[0], parts[-1]})
    book, most = next(iter(times.most_common(1)), ("", 0))
    return book if most >= max(_LEAST, _MOST_OF * len(group)) else ""


def beside_book(group: Sequence[Edge]) -> list[tuple[Edge, str]]:
    """The heads at one height, each with what it says beside the name of the book; without those that say nothing else."""
    book = book_named(group)
    said = [(edge, "\t".join(part for part in edge.text.split("\t") if part != book)) for edge in group]
    return [(edge, text) for edge, text in said if text]


def _lines_of(block: Block) -> Sequence[Line]:
    return (block,) if isinstance(block, Line) else [line for cell in block.cells for line in cell.lines]


def _over_larger(edge: Edge, pages: Sequence[Page]) -> bool:
    """Whether a line that is set larger stands below at the top of the page."""
    below = pages[edge.page].blocks[edge.block + 1 : edge.block + 1 + _TOP]
    return any(isinstance(block, Line) and block.size > edge.size + _LARGER for block in below)


def at_one_height(edges: Sequence[Edge], reach: float) -> list[list[Edge]]:
    """Edges in the order of their heights, those together that stand within so many points."""
    groups: list[list[Edge]] = []
    for edge in sorted(edges, key=lambda edge: edge.height):
        if groups and edge.height - groups[-1][0].height <= reach:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return groups
