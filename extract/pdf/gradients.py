"""Gradients as word processors print them: strips set side by side, each a little lighter than the one before, and none of them a rule."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_FEWEST = 4
"""So many strips that touch are a gradient; a double or triple rule has gaps."""

_LEVEL = 0.05
_GAP = 0.1
_STEP = 0x40
"""From one strip to the next the parts of a colour (0 to 255) change by no more: the ground of a head's cell ends where a bar begins."""
_LEAST = 2.5
"""Strips are at least so long, in points: shorter ones beside one another are a rule that was drawn in pieces."""


def runs_of_strips(
    boxes: NDArray[np.float64], pages: NDArray[np.int64], colours: NDArray[np.int64], *, limit: float
) -> list[tuple[NDArray[np.int64], tuple[float, float, float, float]]]:
    """The runs of thin boxes (thinner than `limit`) that touch one another along their long sides, on one page, with the same ends, and in
    colours that differ little from one to the next: the places of each run's boxes, in order, and the box round all of them."""
    found: list[tuple[NDArray[np.int64], tuple[float, float, float, float]]] = []
    if len(boxes) < _FEWEST:
        return found
    for across, down in ((0, 1), (1, 0)):
        thick, long = boxes[:, across + 2] - boxes[:, across], boxes[:, down + 2] - boxes[:, down]
        places = np.flatnonzero((thick < limit) & (long >= _LEAST) & (long > thick))
        if len(places) < _FEWEST:
            continue
        some = boxes[places]
        order = np.lexsort((some[:, across], some[:, down + 2].round(1), some[:, down].round(1), pages[places]))
        places, some = places[order], some[order]
        step = some[1:, across] - some[:-1, across]
        gap = some[1:, across] - some[:-1, across + 2]
        ends = np.abs(some[1:, [down, down + 2]] - some[:-1, [down, down + 2]]).max(axis=1)
        touch = (ends < _LEVEL) & (step > 0) & (gap < _GAP) & (pages[places[1:]] == pages[places[:-1]])
        touch &= _alike(colours[places[1:]], colours[places[:-1]])
        bounds = np.concatenate(([0], np.flatnonzero(~touch) + 1, [len(places)]))
        for at in np.flatnonzero(np.diff(bounds) >= _FEWEST).tolist():
            run = slice(bounds[at], bounds[at + 1])
            x0, top = some[run, :2].min(axis=0).tolist()
            x1, bottom = some[run, 2:].max(axis=0).tolist()
            found.append((places[run], (x0, top, x1, bottom)))
    return found


def last_steps(
    boxes: NDArray[np.float64], pages: NDArray[np.int64], colours: NDArray[np.int64], *, limit: float
) -> NDArray[np.bool_]:
    """Which boxes, in the order painted, are the thin last steps of a gradient that is painted as ever smaller boxes, each upon the one before
    and with three sides of it."""
    found = np.zeros(len(boxes), bool)
    if len(boxes) <= _FEWEST:
        return found
    moved = boxes[1:] - boxes[:-1]
    inwards = (moved * (1, 1, -1, -1)).max(axis=1)
    others, most = np.sort(np.abs(moved), axis=1)[:, 2:].T
    nested = (others < _LEVEL) & (inwards == most) & (inwards > others) & (pages[1:] == pages[:-1])
    nested &= _alike(colours[1:], colours[:-1])
    side = np.where(nested, np.abs(moved).argmax(axis=1), -1)
    bounds = np.concatenate(([0], np.flatnonzero(np.diff(side)) + 1, [len(side)]))
    lengths = np.diff(bounds).repeat(np.diff(bounds))
    found[1:] = nested & (lengths >= _FEWEST)
    found &= (boxes[:, 2:] - boxes[:, :2]).min(axis=1) < limit
    return found


def _alike(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.bool_]:
    parts = [np.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) <= _STEP for shift in (16, 8, 0)]
    return np.asarray(parts[0] & parts[1] & parts[2])
