"""Marks that stand in columns of their own beside the options of a line."""

from __future__ import annotations

import re


def with_marks_apart(text: str, spans: list[tuple[int, int]], glyph: re.Pattern[str]) -> list[tuple[int, int]]:
    """The parts, those that are nothing but a mark in a column of its own put to the option before them (`임기내` <TAB> `○`), or to the one
    behind them where a mark stands before the first option and none behind the last (`☑` <TAB> `임기내`); as they are where marks stand at
    both ends."""
    alone = [glyph.fullmatch(text[low:high].strip()) is not None for low, high in spans]
    ahead = alone[0]
    if not any(alone) or (ahead and alone[-1]):
        return spans
    joined: list[tuple[int, int]] = []
    pending = False
    for (low, high), mark in zip(spans, alone, strict=True):
        joins = pending and not mark if ahead else mark
        if joins and glyph.search(text, *((low, high) if ahead else joined[-1])) is None:
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
        pending = mark
    return joined
