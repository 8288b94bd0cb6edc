"""The paths and images of pages, from pdfium."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.affine import Matrices, cut_boxes, move, move_boxes
from pledgecards.extract.pdf.blots import THICKEST_RULE
from pledgecards.extract.pdf.canvas import Boxes
from pledgecards.extract.pdf.loops import Addresses
from pledgecards.extract.pdf.paths import LINE, MOVE, NO_PAINT, WHITE, Paths
from pledgecards.extract.pdf.pdfium import calls
from pledgecards.extract.pdf.pdfium.objects import MOST_OBJECTS, ObjectList, PageObjects
from pledgecards.extract.pdf.pdfium.segments import read_segments
from pledgecards.extract.pdf.pdfium.shadings import reveal, with_shadings

MOST_SEGMENTS = 200_000


def read_paths(objects: PageObjects) -> Paths:
    """All painted paths of pages as displayed, shadings among them; `objects.cut_off` where there are too many segments."""
    paths = objects.paths
    modes = calls.path_mode.each(paths.addresses)
    addresses = paths.addresses
    counts = np.maximum(calls.path_segments.each(addresses), 0)
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    if starts[-1] > MOST_SEGMENTS:
        objects.cut_off()
        starts = np.minimum(starts, MOST_SEGMENTS)
        counts = starts[1:] - starts[:-1]
    matrices = objects.matrices(paths)
    points, kinds, closes = read_segments(addresses, counts)
    _simplify(points, kinds, closes, starts)
    filled, stroked = modes[:, 0] != 0, modes[:, 1] != 0
    widths = _widths(addresses, stroked, matrices)
    found = Paths(
        points=move(points, matrices.repeat(counts, axis=0)),
        kinds=kinds,
        closes=closes,
        starts=starts,
        strokes=_colours(addresses, stroked, calls.stroke_colour),
        fills=_colours(addresses, filled, calls.fill_colour),
        widths=widths,
        clips=objects.clips(paths),
        even_odd=modes[:, 0] == 1,
        pages=objects.pages(paths),
        order=paths.order,
        covers=_covers(objects, paths, filled, calls.fill_colour),
        stroke_covers=_covers(objects, paths, (widths >= THICKEST_RULE) & (counts == 2), calls.stroke_colour),
    )
    shadows = objects.ringed(paths)
    found.fills[shadows], found.covers[shadows] = NO_PAINT, False
    white = np.flatnonzero(found.fills == WHITE)
    if len(white) and objects.may_shade():
        reveal(found, addresses, white, objects.open_pages)
    return with_shadings(found, objects) if len(objects.shadings.addresses) else found


def _simplify(
    points: NDArray[np.float64], kinds: NDArray[np.int64], closes: NDArray[np.bool_], starts: NDArray[np.int64]
) -> None:
    """Makes straight lines of paths of two points, and rectangles of those of five whose points lie like that."""
    counts = starts[1:] - starts[:-1]
    plain = counts == 2
    five = np.flatnonzero(counts == 5)
    if len(five):
        x, y = (points[:, axis][starts[five] + np.arange(5)[:, None]] for axis in (0, 1))
        stays_x, stays_y = x[1:] == x[:-1], y[1:] == y[:-1]
        one_way = stays_x[0] & stays_y[1] & stays_x[2] & stays_y[3]
        other_way = stays_y[0] & stays_x[1] & stays_y[2] & stays_x[3]
        plain[five] = (x[0] == x[4]) & (y[0] == y[4]) & (one_way | other_way)
    simple = plain.repeat(counts)
    kinds[simple] = LINE
    kinds[starts[:-1][plain]] = MOVE
    closes[simple] = False


def _colours(addresses: Addresses, wanted: NDArray[np.bool_], colour: calls.Writer) -> NDArray[np.int64]:
    colours = np.full(len(addresses), NO_PAINT, np.int64)
    colours[wanted] = calls.blended(colour.each(addresses[wanted]))
    return colours


def _covers(
    objects: PageObjects, paths: ObjectList, painted: NDArray[np.bool_], colour: calls.Writer
) -> NDArray[np.bool_]:
    """Which of the painted paths hide what is below their paint of this colour; told only of those that are painted after the first
    text of their page."""
    pages, texts = objects.pages(paths), objects.texts
    first = np.full(len(objects.roots), len(texts.order) + len(paths.order) + MOST_OBJECTS)
    own = objects.pages(texts)
    first[own[::-1]] = texts.order[::-1]
    late = np.flatnonzero(painted & (paths.order > first[pages]))
    covers = np.zeros(len(painted), bool)
    if len(late):
        some = paths.pick(late)
        covers[late] = objects.opaque(some) & (colour.each(some.addresses)[:, 3] == 255)
    return covers


def _widths(addresses: Addresses, stroked: NDArray[np.bool_], matrices: Matrices) -> NDArray[np.float64]:
    """How wide the strokes of paths are as displayed; 0 where there is none."""
    widths = np.zeros(len(addresses))
    a, b, c, d = (matrices[:, column][stroked] for column in range(4))
    scale = np.sqrt(np.abs(a * d - b * c))
    widths[stroked] = calls.stroke_width.each(addresses[stroked])[:, 0] * scale
    return widths


def read_images(objects: PageObjects) -> list[Boxes]:
    """The boxes of the raster images that can be seen, as displayed, page by page."""
    images = objects.images
    if not len(images.addresses):
        return [np.empty((0, 4), np.float32) for _ in objects.roots]
    squares = np.broadcast_to([0.0, 0.0, 1.0, 1.0], (len(images.addresses), 4))
    boxes = move_boxes(squares, objects.matrices(images))
    clips, pages = objects.clips(images), objects.pages(images)
    return [
        cut_boxes(boxes[pages == page], clips[pages == page]).astype(np.float32) for page in range(len(objects.roots))
    ]
