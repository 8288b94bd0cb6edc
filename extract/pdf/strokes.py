"""From painted paths to rules and fills, with the shapes beside them: one rule book for both readers.

What is a rule is told from path segments, never from bounds that a stroke has widened.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.canvas import Boxes, Cuts, Fill, Shape
from pledgecards.extract.pdf.cuts import cuts_of
from pledgecards.extract.pdf.dashes import join_dashes
from pledgecards.extract.pdf.gradients import last_steps, runs_of_strips
from pledgecards.extract.pdf.paths import NO_PAINT, WHITE, Edges, Paths, Subpaths, take_apart
from pledgecards.extract.pdf.shapes import MANY, shapes_of

THIN = 2.5
"""A filled rectangle thinner than this (points) is a rule."""
STRIP = 4.0
"""A filled rectangle thinner than this (points) holds no line of text: several that touch are one area."""
_MITRED, _LONG = 0.8, 4.0
"""What fills so much of a box so many times as long as it is wide is a rule whose ends are cut slantwise, where it meets another one."""
THICK = 5.0
"""A straight stroke at least this thick (points) is a fill: a bar, not a line."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawn part of a `Canvas`."""

    rules: Boxes
    rule_widths: NDArray[np.float32]
    fills: tuple[Fill, ...]
    shapes: tuple[Shape, ...]
    cuts: Cuts = (None, None)


@dataclass(slots=True)
class _Found:
    """Boxes found so far, with the path that each comes from (its place in painting order), colour and line width."""

    boxes: NDArray[np.float64]
    path: NDArray[np.int64]
    colour: NDArray[np.int64]
    width: NDArray[np.float64]

    def pick(self, mask: NDArray[np.bool_] | NDArray[np.int64]) -> _Found:
        return _Found(self.boxes[mask], self.path[mask], self.colour[mask], self.width[mask])

    def plus(self, other: _Found) -> _Found:
        return _Found(
            np.concatenate((self.boxes, other.boxes)),
            np.concatenate((self.path, other.path)),
            np.concatenate((self.colour, other.colour)),
            np.concatenate((self.width, other.width)),
        )


def read_drawing(paths: Paths, pages: int) -> list[Drawing]:
    """The rules, fills and shapes that the paths draw on each of so many pages, cut to what can be seen of them."""
    if not len(paths.points):
        return [Drawing(np.empty((0, 4), np.float32), np.empty(0, np.float32), (), ()) for _ in range(pages)]
    with np.errstate(over="ignore", invalid="ignore"):
        subpaths, edges = take_apart(paths)
        fill, stroke = paths.fills[subpaths.path], paths.strokes[subpaths.path]
        width, height = subpaths.boxes[:, 2] - subpaths.boxes[:, 0], subpaths.boxes[:, 3] - subpaths.boxes[:, 1]
        mitred = ~subpaths.curved & (fill != NO_PAINT) & (np.abs(subpaths.area) > 2 * _MITRED * width * height)
        mitred &= np.maximum(width, height) > _LONG * np.minimum(width, height)
        thin = (subpaths.upright | mitred) & (np.minimum(width, height) < THIN) & (np.maximum(width, height) > 0)
        bar = thin & ((fill != NO_PAINT) | (subpaths.rectangle & (stroke != NO_PAINT)))
        area = subpaths.rectangle & ~thin & (fill != NO_PAINT)
        # A border on one side only is painted as an area less a rectangle without any height.
        flat = bar & (np.minimum(width, height) == 0) & (stroke == NO_PAINT)
        if flat.any():
            flat &= np.isin(subpaths.path, subpaths.path[area])
            bar &= ~flat
        plain = (bar | area) & (fill != NO_PAINT) & (stroke == NO_PAINT)
        striped, gradients = _gradients(paths, subpaths, plain, plain & (np.minimum(width, height) < STRIP))
        bar, area = bar & ~striped, area & ~striped
        frame = _framed(subpaths, area, paths.even_odd)
        ruled = subpaths.upright & ~bar & ~striped & ((stroke != NO_PAINT) | frame)
        odd = ~bar & ~flat & ~area & ~striped & ((subpaths.curved | ~subpaths.upright) | (fill != NO_PAINT))

        rules = _bars(paths, subpaths, bar).plus(_lines(paths, subpaths, edges, ruled))
        thick = (rules.width >= THICK) & (_length(rules.boxes) > rules.width)
        areas = _areas(paths, subpaths, area & ~frame)
        if thick.any() or len(gradients.path):
            areas = areas.plus(_thickened(rules.pick(thick))).plus(gradients)
            areas = areas.pick(np.argsort(areas.path, kind="stable"))
            rules = rules.pick(~thick)
        cuts = cuts_of(rules.boxes, paths.clips[rules.path], paths.pages[rules.path], pages)
        rules = _cut(rules, paths.clips, lines=True)
        areas = _cut(areas, paths.clips, lines=False)
        shapes = shapes_of(paths, subpaths, odd, pages)
    return list(map(_drawing, _by_page(rules, paths, pages), _by_page(areas, paths, pages), shapes, cuts))


def _by_page(found: _Found, paths: Paths, pages: int) -> list[_Found]:
    """What is on each page, in the order in which it was found."""
    page = paths.pages[found.path]
    order = np.argsort(page, kind="stable")
    bounds = np.searchsorted(page[order], range(pages + 1)).tolist()
    return [found.pick(order[start:stop]) for start, stop in pairwise(bounds)]


def _drawing(rules: _Found, areas: _Found, shapes: tuple[Shape, ...], cuts: Cuts) -> Drawing:
    """What is drawn on one page."""
    if (rules.colour == WHITE).any():
        rules = rules.pick(_shows(rules, areas))
    boxes, widths = join_dashes(rules.boxes, rules.width)
    return Drawing(boxes.astype(np.float32), widths.astype(np.float32), _fills(areas), shapes, cuts)


def _length(boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])


def _framed(subpaths: Subpaths, area: NDArray[np.bool_], even_odd: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Filled rectangles of one path of which one is a hole in the other: a frame, not two fills."""
    framed = np.zeros(len(area), bool)
    places = np.flatnonzero(area)
    if not (np.diff(subpaths.path[places]) == 0).any():
        return framed
    owners, counts = np.unique(subpaths.path[places], return_counts=True)
    for owner in owners[(counts > 1) & (counts <= MANY)].tolist():
        mine = places[subpaths.path[places] == owner]
        boxes, winding = subpaths.boxes[mine], subpaths.area[mine] > 0
        inside = (
            (boxes[:, None, :2] <= boxes[None, :, :2] + 0.01) & (boxes[:, None, 2:] >= boxes[None, :, 2:] - 0.01)
        ).all(axis=2)
        np.fill_diagonal(inside, False)
        holes = inside & (even_odd[owner] | (winding[:, None] != winding[None, :]))
        framed[mine[holes.any(axis=1) | holes.any(axis=0)]] = True
    return framed


def _bars(paths: Paths, subpaths: Subpaths, mask: NDArray[np.bool_]) -> _Found:
    """Thin rectangles as centre lines, as wide as the rectangle and its stroke."""
    boxes, path = subpaths.boxes[mask], subpaths.path[mask]
    sides = boxes[:, 2:] - boxes[:, :2]
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    lying = sides[:, 0] >= sides[:, 1]
    along = np.stack((lying, ~lying), axis=1)
    centred = np.concatenate((np.where(along, boxes[:, :2], middle), np.where(along, boxes[:, 2:], middle)), axis=1)
    stroke, fill = paths.strokes[path], paths.fills[path]
    width = sides.min(axis=1) + np.where(stroke != NO_PAINT, paths.widths[path], 0)
    return _Found(centred, path, np.where(fill != NO_PAINT, fill, stroke), width)


def _lines(paths: Paths, subpaths: Subpaths, edges: Edges, ruled: NDArray[np.bool_]) -> _Found:
    """The edges of stroked subpaths, and the sides of frames."""
    kept = ruled[edges.subpath]
    subpath = edges.subpath[kept]
    path = subpaths.path[subpath]
    stroked = paths.strokes[path] != NO_PAINT
    colour = np.where(stroked, paths.strokes[path], paths.fills[path])
    return _Found(edges.boxes[kept], path, colour, np.where(stroked, paths.widths[path], 0))


def _areas(paths: Paths, subpaths: Subpaths, mask: NDArray[np.bool_]) -> _Found:
    path = subpaths.path[mask]
    return _Found(subpaths.boxes[mask], path, paths.fills[path], np.zeros(len(path)))


def _gradients(
    paths: Paths, subpaths: Subpaths, plain: NDArray[np.bool_], thin: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], _Found]:
    """The narrow fills that are strips or last steps of gradients, and the areas that strips cover, in the colour of their middle."""
    striped, places = np.zeros(len(thin), bool), np.flatnonzero(thin)
    owners = subpaths.path[places]
    runs = runs_of_strips(subpaths.boxes[places], paths.pages[owners], paths.fills[owners], limit=STRIP)
    for run, _ in runs:
        striped[places[run]] = True
    filled = np.flatnonzero(plain)
    owners = subpaths.path[filled]
    steps = last_steps(subpaths.boxes[filled], paths.pages[owners], paths.fills[owners], limit=THIN)
    striped[filled[steps]] = True
    middles = np.array([places[run[len(run) // 2]] for run, _ in runs], np.int64)
    path = subpaths.path[middles]
    boxes = np.array([box for _, box in runs], np.float64).reshape(-1, 4)
    return striped, _Found(boxes, path, paths.fills[path], np.zeros(len(path)))


def _thickened(lines: _Found) -> _Found:
    """Thick strokes as the areas that they cover."""
    boxes, half = lines.boxes.copy(), lines.width / 2
    lying = boxes[:, 1] == boxes[:, 3]
    boxes[:, 1] -= np.where(lying, half, 0)
    boxes[:, 3] += np.where(lying, half, 0)
    boxes[:, 0] -= np.where(lying, 0, half)
    boxes[:, 2] += np.where(lying, 0, half)
    return _Found(boxes, lines.path, lines.colour, lines.width)


def _cut(found: _Found, clips: NDArray[np.float64], *, lines: bool) -> _Found:
    """What is seen of each box. A line on the very edge of its clip is half seen, and kept."""
    clip, boxes = clips[found.path], np.empty_like(found.boxes)
    half = found.width / 2 + 0.01
    for low, high in ((0, 2), (1, 3)):
        slack = np.where(found.boxes[:, low] == found.boxes[:, high], half, 0) if lines else 0.0
        boxes[:, low] = np.maximum(found.boxes[:, low], clip[:, low] - slack)
        boxes[:, high] = np.minimum(found.boxes[:, high], clip[:, high] + slack)
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    least, most = np.minimum(width, height), np.maximum(width, height)
    seen = (least >= 0) & (most > 0.05) if lines else least > 0.05
    return _Found(boxes, found.path, found.colour, found.width).pick(seen)


def _shows(rules: _Found, areas: _Found) -> NDArray[np.bool_]:
    """White lines are seen only on a coloured ground."""
    shows: NDArray[np.bool_] = rules.colour != WHITE
    white = np.flatnonzero(~shows)
    grounds = areas.pick(areas.colour != WHITE)
    if not len(grounds.path):
        return shows
    middle = (rules.boxes[:, :2] + rules.boxes[:, 2:]) / 2
    for index in white[: 200_000 // len(grounds.path)].tolist():
        x, y = middle[index]
        box = grounds.boxes
        shows[index] = bool(
            (
                (grounds.path <= rules.path[index])
                & (box[:, 0] <= x)
                & (x <= box[:, 2])
                & (box[:, 1] <= y)
                & (y <= box[:, 3])
            ).any()
        )
    return shows


def _fills(areas: _Found) -> tuple[Fill, ...]:
    return tuple(
        Fill(x0, top, x1, bottom, colour)
        for (x0, top, x1, bottom), colour in zip(areas.boxes.round(3).tolist(), areas.colour.tolist(), strict=True)
    )
