"""The segments of paths: where each goes to, how, and whether it closes its subpath."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.loops import Addresses
from pledgecards.extract.pdf.pdfium import calls
from pledgecards.extract.pdf.pdfium.calls import Numbers, numbered, pdfium

Segments = tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.bool_]]
"""Points (n, 2) in the space of their path, kinds (n,) as in `Paths`, and closes (n,)."""

_SEGMENT = np.dtype([("point", np.float32, 2), ("kind", np.uint8), ("close", np.bool_), ("", np.uint8, 2)])
"""A segment in pdfium's memory; those of a path stand one after the other."""
_PROBE = 500
"""Segments of the path that shows whether this is so: more than the pages that lists are otherwise kept in would hold."""


def read_segments(paths: Addresses, counts: Numbers) -> Segments:
    """The first so many segments of each path."""
    # Two calls for each of the five segments of a rectangle are most of what a table's page costs.
    return _at_once(paths, counts) if _side_by_side() else _one_by_one(paths, counts)


def _at_once(paths: Addresses, counts: Numbers) -> Segments:
    firsts = calls.path_segment.each(paths, np.zeros_like(counts))
    segments = calls.gather(firsts, counts * _SEGMENT.itemsize).view(_SEGMENT)
    return segments["point"].astype(np.float64), segments["kind"].astype(np.int64), segments["close"].copy()


def _one_by_one(paths: Addresses, counts: Numbers) -> Segments:
    segments = calls.path_segment.each(*numbered(paths.tolist(), counts))
    return (
        calls.segment_point.each(segments),
        calls.segment_type.each(segments),
        calls.segment_close.each(segments) == 1,
    )


@cache
def _side_by_side() -> bool:
    """Whether this build of pdfium keeps segments as `_SEGMENT` says: a path is made of which all is known, and looked at."""
    path = pdfium.FPDFPageObj_CreateNewPath(0.5, -1.5)
    try:
        for step in range(_PROBE // 5):
            pdfium.FPDFPath_LineTo(path, step + 0.25, 2.0 - step)
            pdfium.FPDFPath_BezierTo(path, step, 7.0, step + 1.0, -8.0, step * 3.0, 9.5)
            pdfium.FPDFPath_Close(path)
            pdfium.FPDFPath_MoveTo(path, step * 2.0, 0.125)
        probe = np.array([calls.opened(path)])
        count = calls.path_segments.each(probe)
        addresses = calls.path_segment.each(*numbered(probe.tolist(), count))
        if len(addresses) <= _PROBE or (np.diff(addresses) != _SEGMENT.itemsize).any():
            return False
        pairs = zip(_at_once(probe, count), _one_by_one(probe, count), strict=True)
        return all(np.array_equal(read, told) for read, told in pairs)
    finally:
        pdfium.FPDFPageObj_Destroy(path)
