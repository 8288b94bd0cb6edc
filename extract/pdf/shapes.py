"""From painted paths to shapes: whatever is neither rule nor fill. Rings that are filled between two outlines are one curve."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.canvas import Shape
from pledgecards.extract.pdf.paths import NO_PAINT, Paths, Subpaths

MANY = 64
"""A path of more subpaths than this is a drawing, not a mark; it is one shape."""

_RING = 3.0
"""The two outlines of a ring that is filled, not stroked, are at most this far apart."""


def _rings(
    path: NDArray[np.int64],
    boxes: NDArray[np.float64],
    round_: NDArray[np.bool_],
    winding: NDArray[np.bool_],
    even_odd: NDArray[np.bool_],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The outer and the inner subpaths of rings: two round ones that make a filled path, the one a hole a little inside the other."""
    pairs = np.flatnonzero(round_[1:] & round_[:-1] & (path[1:] == path[:-1]))
    if not len(pairs):
        return pairs, pairs
    alone = (np.bincount(path)[path[pairs]] == 2) & (np.abs(boxes[pairs + 1] - boxes[pairs]).max(axis=1) <= _RING)
    pairs = pairs[alone & (even_odd[path[pairs]] | (winding[pairs] != winding[pairs + 1]))]
    first = (boxes[pairs, :2] < boxes[pairs + 1, :2]).all(axis=1) & (boxes[pairs, 2:] > boxes[pairs + 1, 2:]).all(
        axis=1
    )
    second = (boxes[pairs, :2] > boxes[pairs + 1, :2]).all(axis=1) & (boxes[pairs, 2:] < boxes[pairs + 1, 2:]).all(
        axis=1
    )
    outer = np.where(first, pairs, pairs + 1)
    inner = np.where(first, pairs + 1, pairs)
    return outer[first | second], inner[first | second]


def shapes_of(paths: Paths, subpaths: Subpaths, odd: NDArray[np.bool_], pages: int) -> list[tuple[Shape, ...]]:
    """One shape a subpath, page by page; a path of very many (a drawing, text turned into outlines) is one shape."""
    places = np.flatnonzero(odd)
    if not len(places):
        return [()] * pages
    path = subpaths.path[places]
    boxes, curved, edges = subpaths.boxes[places], subpaths.curved[places], subpaths.edges[places]
    winding = subpaths.area[places] > 0
    starts = np.flatnonzero(np.diff(path, prepend=-1))
    sizes = np.diff(np.append(starts, len(path)))
    if sizes.max() > MANY:
        merged = np.repeat(sizes > MANY, sizes)
        merged[starts] = False
        group = np.flatnonzero(~merged)
        low, high = np.minimum.reduceat(boxes[:, :2], group), np.maximum.reduceat(boxes[:, 2:], group)
        boxes, path = np.concatenate((low, high), axis=1), path[group]
        curved, edges = np.logical_or.reduceat(curved, group), np.add.reduceat(edges, group)
        winding = winding[group]
    stroke, fill = paths.strokes[path], paths.fills[path]
    outer, inner = _rings(path, boxes, curved & (fill != NO_PAINT) & (stroke == NO_PAINT), winding, paths.even_odd)
    if len(outer):
        stroke[outer], fill[outer] = fill[outer], NO_PAINT
        kept = np.ones(len(path), bool)
        kept[inner] = False
        path, boxes, curved, edges = path[kept], boxes[kept], curved[kept], edges[kept]
        stroke, fill = stroke[kept], fill[kept]
    clip, half = paths.clips[path], (np.where(stroke != NO_PAINT, paths.widths[path], 0) / 2)[:, None]
    low, high = np.maximum(boxes[:, :2], clip[:, :2] - half), np.minimum(boxes[:, 2:], clip[:, 2:] + half)
    seen = (low <= high).all(axis=1)
    kinds = np.where(curved, "curve", np.where((edges <= 1) & (fill == NO_PAINT), "line", "polygon"))
    shapes = [
        Shape(kind, x0, top, x1, bottom, None if line == NO_PAINT else line, None if ground == NO_PAINT else ground)
        for kind, (x0, top, x1, bottom), line, ground in zip(
            kinds[seen].tolist(),
            np.concatenate((low, high), axis=1)[seen].round(3).tolist(),
            stroke[seen].tolist(),
            fill[seen].tolist(),
            strict=True,
        )
    ]
    bounds = np.searchsorted(paths.pages[path[seen]], range(pages + 1)).tolist()
    return [tuple(shapes[start:stop]) for start, stop in pairwise(bounds)]
