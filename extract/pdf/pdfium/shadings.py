"""Shadings (runs of colour), which pdfium's objects do not tell: a path filled with one passes for white, one painted by itself has no path.

Both are areas of one light grey here, as other patterns are.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.loops import Addresses
from pledgecards.extract.pdf.paths import LINE, MOVE, NO_PAINT, PAGE_GROUND, PATTERN, Paths
from pledgecards.extract.pdf.pdfium.calls import pdfium
from pledgecards.extract.pdf.pdfium.objects import PageObjects
from pledgecards.extract.pdf.pdfium.pages import OpenPage

_LEAST = 0.15
"""The least share of an area that looks otherwise once it is really white: of a hatched one little more is coloured."""

_MOST = 500
_MOST_POINTS = 4_000_000
"""Larger pages than eight of A4 side by side are not looked at: no card is printed on them."""


def reveal(paths: Paths, addresses: Addresses, white: NDArray[np.int64], pages: Sequence[OpenPage]) -> None:
    """Gives the paths among the `white` ones that are filled with a shading the colour of a pattern.

    They are those that look otherwise once they are painted really white.
    """
    for number, page in enumerate(pages):
        mine = white[paths.pages[white] == number]
        boxes = [_seen(paths, int(path)) for path in mine.tolist()]
        largest = PAGE_GROUND * page.width * page.height
        areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in boxes]
        tried = [k for k, area in enumerate(areas) if 0 < area < largest and min(boxes[k][2:] - boxes[k][:2]) > 0]
        if not tried or len(tried) > _MOST or page.width * page.height > _MOST_POINTS:
            continue
        before = _look_of(page)
        for k in tried:
            pdfium.FPDFPageObj_SetFillColor(
                _pointer(int(addresses[mine[k]]), pdfium.FPDF_PAGEOBJECT), 255, 255, 255, 255
            )
        changed = _look_of(page) != before
        # The smaller ones first: what has changed there says nothing of a white ground below them.
        for k in sorted(tried, key=areas.__getitem__):
            x0, top, x1, bottom = boxes[k].tolist()
            part = changed[int(top) : max(int(bottom), int(top) + 1), int(x0) : max(int(x1), int(x0) + 1)]
            if part.size and part.mean() >= _LEAST:
                paths.fills[mine[k]] = PATTERN
                part[:] = False


def _seen(paths: Paths, path: int) -> NDArray[np.float64]:
    points = paths.points[paths.starts[path] : paths.starts[path + 1]]
    clip = paths.clips[path]
    if not len(points):
        return np.zeros(4)
    return np.concatenate((np.maximum(points.min(axis=0), clip[:2]), np.minimum(points.max(axis=0), clip[2:])))


def _look_of(page: OpenPage) -> NDArray[np.uint8]:
    """A page as a grey picture, a point of it a pixel."""
    width, height = max(1, round(page.width)), max(1, round(page.height))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return np.zeros((height, width), np.uint8)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, _pointer(page.page, pdfium.FPDF_PAGE), 0, 0, width, height, 0, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        address = ctypes.cast(pdfium.FPDFBitmap_GetBuffer(bitmap), ctypes.c_void_p).value or 0
        rows = np.frombuffer(ctypes.string_at(address, stride * height), np.uint8).reshape(height, stride)
        return rows[:, :width]
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _pointer(address: int, kind: type) -> object:
    return ctypes.cast(address, kind)


def with_shadings(paths: Paths, objects: PageObjects) -> Paths:
    """The paths, and among them in painting order the shadings that are painted by themselves, each as the rectangle that its clip
    lets through; the shadow around a box is none."""
    shadings = objects.shadings
    boxes, pages = objects.clips(shadings), objects.pages(shadings)
    sides = boxes[:, 2:] - boxes[:, :2]
    whole = objects.sizes[pages].prod(axis=1)
    kept = (sides > 0).all(axis=1) & (sides.prod(axis=1) < PAGE_GROUND * whole)
    kept &= ~objects.ringed(shadings)
    if not kept.any():
        return paths
    boxes, pages = boxes[kept], pages[kept]
    before = objects.paths_before[kept]
    count = len(boxes)
    corners = boxes[:, [0, 1, 2, 1, 2, 3, 0, 3, 0, 1]].reshape(-1, 2)
    at = paths.starts[before].repeat(5)
    starts = np.concatenate(([0], np.cumsum(np.insert(np.diff(paths.starts), before, 5))))
    return Paths(
        points=np.insert(paths.points, at, corners, axis=0),
        kinds=np.insert(paths.kinds, at, np.tile([MOVE, LINE, LINE, LINE, LINE], count)),
        closes=np.insert(paths.closes, at, np.tile([False, False, False, False, True], count)),
        starts=starts,
        strokes=np.insert(paths.strokes, before, NO_PAINT),
        fills=np.insert(paths.fills, before, PATTERN),
        widths=np.insert(paths.widths, before, 0.0),
        clips=np.insert(paths.clips, before, boxes, axis=0),
        even_odd=np.insert(paths.even_odd, before, False),
        pages=np.insert(paths.pages, before, pages),
        order=np.insert(paths.order, before, shadings.order[kept]),
        covers=np.insert(paths.covers, before, False),
        stroke_covers=np.insert(paths.stroke_covers, before, False),
    )
