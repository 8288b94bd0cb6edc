"""Marks that stand in columns of their own beside the options of a line."""

from __future__ import annotations

import re


def with_marks_apart(text: str, spans: list[tuple[int, int]], glyph: re.Pattern[str]) -> list[tuple[int, int]]:
    """The parts, those that are nothing but a mark in a column of its own put to the option before them (`임기내` <TAB> `○`); as they are where
    one stands before the first option."""
    alone = [glyph.fullmatch(text[low:high].strip()) is not None for low, high in spans]
    if alone[0] or not any(alone):
        return spans
    joined: list[tuple[int, int]] = []
    for (low, high), mark in zip(spans, alone, strict=True):
        if mark and glyph.search(text, *joined[-1]) is None:
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return joined
