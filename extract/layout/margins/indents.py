"""Indents that count from the same edge on every page of a file.

A page that holds nothing but deeper bullets would make their edge its own; the file's usual edge is the better one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from pledgecards.extract.page import Line, Page

_AGREE = 0.5
_FARTHEST = 60.0


def align_indents(pages: list[Page]) -> list[Page]:
    """The pages, where one begins further right its indents counted from the file's usual left edge."""
    lefts = [_left(page) for page in pages]
    known = sorted(left for left in lefts if left is not None)
    if len(known) < 2:
        return pages
    usual = known[len(known) // 4]
    return [
        page if left is None or not _AGREE < left - usual < _FARTHEST else _shifted(page, left, usual)
        for page, left in zip(pages, lefts, strict=True)
    ]


def _left(page: Page) -> float | None:
    """The edge from which most of a page's own lines count their indents; None if there is no such edge."""
    lines = [(line.place.x0, line.indent) for line in page.lines()]
    edges = Counter([round(x0 - indent, 1) for x0, indent in lines if x0 is not None])
    if not edges:
        return None
    edge, count = max(edges.items(), key=lambda item: (item[1], -item[0]))
    return edge if count >= _AGREE * edges.total() else None


def _shifted(page: Page, left: float, usual: float) -> Page:
    def shift(line: Line) -> Line:
        own = line.place.x0 is not None and abs(line.place.x0 - line.indent - left) < _AGREE
        return replace(line, indent=line.indent + left - usual) if own else line

    return replace(page, blocks=tuple(shift(b) if isinstance(b, Line) else b for b in page.blocks))
