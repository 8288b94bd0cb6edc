"""Sides of a table without an outer rule: how far its level rules run on there."""

from __future__ import annotations

from collections.abc import Sequence

OPEN = 8.0
"""A rule that runs on this far beyond the last crossing rule closes a column (or row) that has no outer rule."""

_NARROWEST = 4.0
_ALIKE, _NEARLY = 0.15, 0.75


def least_open(lines: Sequence[float]) -> float:
    """How far beyond the last line a column without an outer rule reaches at the least: nearly as far as narrow ones before it that are alike
    (the months of a time table)."""
    if len(lines) < 4:
        return OPEN
    one, other = lines[-1] - lines[-2], lines[-2] - lines[-3]
    return min(OPEN, _NEARLY * one) if one > _NARROWEST and abs(one - other) < _ALIKE * one else OPEN
