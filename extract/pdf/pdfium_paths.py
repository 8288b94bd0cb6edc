"""The paths and images of a page, from pdfium."""

from __future__ import annotations

from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf import pdfium_calls as calls
from pledgecards.extract.pdf.affine import compose, cut_boxes, move, move_boxes
from pledgecards.extract.pdf.canvas import Boxes
from pledgecards.extract.pdf.paths import LINE, MOVE, NO_PAINT, Paths
from pledgecards.extract.pdf.pdfium_calls import Handle
from pledgecards.extract.pdf.pdfium_objects import ObjectList, PageObjects

MOST_SEGMENTS = 200_000


def read_paths(objects: PageObjects) -> Paths:
    """All painted paths of a page as displayed; sets `objects.truncated` where there are too many segments."""
    modes = calls.TWO_INTS.fill(calls.path_mode, objects.paths.handles)
    painted = np.flatnonzero(modes.any(axis=1))
    handles = [objects.paths.handles[place] for place in painted.tolist()]
    counts = np.array(list(map(calls.path_segments, handles)), np.int64).clip(0)
    if counts.sum() > MOST_SEGMENTS:
        counts = np.diff(np.minimum(np.cumsum(counts), MOST_SEGMENTS), prepend=0)
        objects.truncated = True
    frames = np.array(objects.paths.frames, np.int64)[painted]
    modes = modes[painted]
    segments = list(
        chain.from_iterable(
            map(calls.path_segment, repeat(handle), range(count))
            for handle, count in zip(handles, counts.tolist(), strict=True)
        )
    )
    matrices = compose(calls.MATRIX.fill(calls.object_matrix, handles).astype(np.float64), objects.frames[frames])
    points = calls.TWO_FLOATS.fill(calls.segment_point, segments).astype(np.float64)
    starts = np.concatenate(([0], np.cumsum(counts)))
    kinds, closes = _kinds(segments, points, starts)
    scale = np.sqrt(np.abs(matrices[:, 0] * matrices[:, 3] - matrices[:, 1] * matrices[:, 2]))
    return Paths(
        points=move(points, np.repeat(matrices, counts, axis=0)),
        kinds=kinds,
        closes=closes,
        starts=starts,
        strokes=_colours(handles, modes[:, 1] != 0, calls.stroke_colour),
        fills=_colours(handles, modes[:, 0] != 0, calls.fill_colour),
        widths=calls.ONE_FLOAT.fill(calls.stroke_width, handles)[:, 0] * scale,
        clips=objects.clips(ObjectList(handles, frames.tolist())),
        even_odd=modes[:, 0] == 1,
    )


def _kinds(
    segments: list[Handle], points: NDArray[np.float64], starts: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """How each point is reached, and after which the subpath is closed.

    Most paths are a line or a rectangle; their points tell that, so pdfium is not asked.
    """
    counts = np.diff(starts)
    plain = counts == 2
    five = np.flatnonzero(counts == 5)
    if len(five):
        corners = points[starts[five][:, None] + np.arange(5)]
        steps = corners[:, 1:] == corners[:, :-1]
        home = (corners[:, 0] == corners[:, 4]).all(axis=1)
        one_way, other_way = steps[:, [0, 2], 0] & steps[:, [1, 3], 1], steps[:, [0, 2], 1] & steps[:, [1, 3], 0]
        plain[five] = home & (one_way.all(axis=1) | other_way.all(axis=1))
    kinds = np.full(len(segments), LINE, np.int64)
    kinds[starts[:-1][counts > 0]] = MOVE
    closes = np.zeros(len(segments), bool)
    asked = np.flatnonzero(np.repeat(~plain, counts))
    some = [segments[place] for place in asked.tolist()]
    kinds[asked] = list(map(calls.segment_type, some))
    closes[asked] = list(map(calls.segment_close, some))
    return kinds, closes


def _colours(handles: list[Handle], wanted: NDArray[np.bool_], call: calls.Call) -> NDArray[np.int64]:
    places = np.flatnonzero(wanted)
    colours = np.full(len(handles), NO_PAINT, np.int64)
    colours[places] = calls.blended(calls.FOUR_COUNTS.fill(call, [handles[place] for place in places.tolist()]))
    return colours


def read_images(objects: PageObjects) -> Boxes:
    """The boxes of the raster images that can be seen, as displayed."""
    handles = objects.images.handles
    if not handles:
        return np.empty((0, 4), np.float32)
    own = calls.MATRIX.fill(calls.object_matrix, handles).astype(np.float64)
    squares = np.broadcast_to([0.0, 0.0, 1.0, 1.0], (len(handles), 4))
    boxes = move_boxes(squares, compose(own, objects.frames[objects.images.frames]))
    return cut_boxes(boxes, objects.clips(objects.images)).astype(np.float32)
