"""Cells of a table one below the other, as a copy leaves them: nothing tells which stood beside which, so they are no table and no deeds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pledgecards.extract.issue import Issue
from pledgecards.extract.items.outline import ROW_MARKER, Draft
from pledgecards.schemas.notation import APOSTROPHE

_SCRAP, _SCRAPS = 20, 6
"""The most letters of a lone cell, and how many of them speak of a table."""

_OF_TABLES = ("schedule", "budget", "indicators", "achievement")
_FIGURE = re.compile(r"[-–—△▲+]?\s?[\d,]*(?:\.\d+)?\s?%?|[^\w\s]|\d[\d,]* [가-힣]{1,5}")
_PERIOD = re.compile(rf"(?:{APOSTROPHE}\d\d|20\d\d|\d\d(?=년|\.\s?\d))년?도?\.?(?:\s?\d{{1,2}}[월.]?)?")
_FIGURES = 3
"""In a section of no tables, one of so many short lines at least is a figure, a dash, a year or a mark alone, or a figure and what it
stands for (`20 착공`), where they are the cells of a table. Years and months alone head lists of deeds."""


def say_scattered(drafts: Sequence[Draft], with_tables: set[str]) -> list[Issue]:
    """An issue for each section that should hold a table and holds a heap of short lines, and for each heap of short lines in another
    section of which many are figures alone. These are marked as rows of a table that was not read.

    with_tables: the sections that have a table.
    """
    heaps = []
    for section in _OF_TABLES:
        scraps = [draft for draft in drafts if draft.section == section and _is_scrap(draft)]
        if len(scraps) >= _SCRAPS and section not in with_tables:
            heaps.append(scraps)
    for heap in _elsewhere(drafts):
        heaps.append(heap)
        for draft in heap:
            draft.marker = ROW_MARKER
    message = "표의 칸들이 한 줄에 하나씩 흩어져 있어 표로 읽지 못하고 글만 items에 두었습니다."
    return [Issue("table.unread", message, "items", None, heap[0].place, heap[0].raw) for heap in heaps]


def _elsewhere(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """Heaps in sections that hold no tables, where the name of a column (`목표`) was read as a heading, or deeds stand."""
    for found, run in groupby(drafts, key=lambda draft: draft.section not in _OF_TABLES and _is_scrap(draft)):
        heap = list(run) if found else []
        if len(heap) < _SCRAPS:
            continue
        texts = [draft.words.strip() for draft in heap]
        periods = sum(_PERIOD.fullmatch(text) is not None for text in texts)
        figures = sum(_FIGURE.fullmatch(text) is not None and _PERIOD.fullmatch(text) is None for text in texts)
        if figures and (periods + figures) * _FIGURES >= len(heap):
            yield heap


def _is_scrap(draft: Draft) -> bool:
    return draft.kind == "paragraph" and len(draft.words) <= _SCRAP and not draft.marker
