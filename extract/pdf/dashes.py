"""Dashed and dotted lines that are drawn piece by piece, put together again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Rules = NDArray[np.float64]

_PIECE = 10.0
"""A dash is at most this long, in points."""
_GAP, _WIDEST_GAP = 4.0, 6.0
"""The gap between two dashes is at most this long; the wider one between dashes that are nearly as long."""
_LONGER = 1.3
_FEWEST = 4
"""So many pieces in a row make a dashed line."""
_OFF = 0.2
"""How far pieces of one line may lie off it, in points."""


def join_dashes(rules: Rules, widths: NDArray[np.float64]) -> tuple[Rules, NDArray[np.float64]]:
    """Rows of short collinear rules as one rule each; everything else as it was, before them.

    rules is (n, 4): x0, top, x1, bottom of horizontal and vertical lines; widths is (n,).
    """
    lengths = (rules[:, 2:] - rules[:, :2]).max(axis=1, initial=0)
    short = lengths <= _PIECE
    if np.count_nonzero(short) < _FEWEST:
        return rules, widths
    used = np.zeros(len(rules), bool)
    lying = rules[:, 1] == rules[:, 3]
    dot = short & (lengths <= 1.5 * widths + 0.01)
    joined: list[tuple[float, float, float, float]] = []
    joined_widths: list[float] = []
    for axis in (0, 1):
        pieces = _turned(rules, widths, dot & (lying == bool(axis)))
        for chain in _chains(pieces, np.flatnonzero(short & ~used & (dot | (lying != bool(axis)))), axis):
            used[chain] = True
            level = float(np.median(pieces[chain, 1 - axis]))
            start, end = float(pieces[chain, axis].min()), float(pieces[chain, axis + 2].max())
            joined.append((start, level, end, level) if axis == 0 else (level, start, level, end))
            joined_widths.append(float(np.median(widths[chain])))
    if not joined:
        return rules, widths
    return (
        np.concatenate((rules[~used], np.array(joined))),
        np.concatenate((widths[~used], np.array(joined_widths))),
    )


def _turned(rules: Rules, widths: NDArray[np.float64], dots: NDArray[np.bool_]) -> Rules:
    """The rules with dots, which lie as well as they stand, turned by a quarter."""
    middle = (rules[:, :2] + rules[:, 2:]) / 2
    half = np.where(rules[:, :2] == rules[:, 2:], widths[:, None] / 2, 0)
    turned = np.concatenate((middle - half, middle + half), axis=1)
    return np.where(dots[:, None], turned, rules)


def _chains(rules: Rules, places: NDArray[np.int64], axis: int) -> list[NDArray[np.int64]]:
    """Groups of at least `_FEWEST` pieces that follow each other on one line, gaps and all; touching ones alone are no dashes."""
    if len(places) < _FEWEST:
        return []
    level = rules[places, 1 - axis]
    by_level = places[np.argsort(level, kind="stable")]
    line = np.cumsum(np.diff(rules[by_level, 1 - axis], prepend=-np.inf) > _OFF)
    order = by_level[np.lexsort((rules[by_level, axis], line))]
    line = np.sort(line, kind="stable")
    gap = rules[order[1:], axis] - rules[order[:-1], axis + 2]
    dash = rules[order, axis + 2] - rules[order, axis]
    most = np.clip(_LONGER * np.minimum(dash[1:], dash[:-1]), _GAP, _WIDEST_GAP)
    breaks = np.flatnonzero((np.diff(line) > 0) | (gap > most)) + 1
    gaps = np.concatenate(([False], gap > 0.05))
    return [
        chain
        for chain, open_ in zip(np.split(order, breaks), np.split(gaps, breaks), strict=True)
        if len(chain) >= _FEWEST and np.count_nonzero(open_[1:]) >= _FEWEST - 1
    ]
