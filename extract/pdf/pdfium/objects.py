"""The objects of pages as pdfium lists them: texts, paths and images, through all form XObjects, with what clips them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.affine import Matrices, compose, move, move_boxes
from pledgecards.extract.pdf.loops import Addresses
from pledgecards.extract.pdf.pdfium import calls
from pledgecards.extract.pdf.pdfium.calls import PageError, numbered, pdfium
from pledgecards.extract.pdf.pdfium.pages import OpenPage
from pledgecards.extract.pdf.shadows import POINTS, is_ring

DEEPEST_FORM = 12
MOST_OBJECTS = 200_000
_MOST_CLIP_POINTS = 20_000
"""A clip of more points is not looked at: what it cuts off is kept. A dotted rule across a page may be one of thousands."""
_MOST_NESTED = 100
"""Of clips within clips, so many are looked at, the innermost."""
_EVERYWHERE = np.array([-np.inf, -np.inf, np.inf, np.inf])
_PATH, _SHADING = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING
_KINDS = (pdfium.FPDF_PAGEOBJ_TEXT, _PATH, pdfium.FPDF_PAGEOBJ_IMAGE, _SHADING)
_FORM = pdfium.FPDF_PAGEOBJ_FORM


@dataclass(slots=True)
class ObjectList:
    """Objects of one type in painting order; `frames` says for each in which form, or on which page itself, it stands, `order` when it is
    painted among all objects."""

    addresses: Addresses
    frames: NDArray[np.int64]
    order: NDArray[np.int64]

    def pick(self, mask: NDArray[np.bool_] | NDArray[np.int64]) -> ObjectList:
        """Those that the mask marks."""
        return ObjectList(self.addresses[mask], self.frames[mask], self.order[mask])


class PageObjects:
    """What pages draw, one page after the other.

    texts, paths, images, shadings  object lists in painting order
    paths_before  for each shading how many paths are painted before it
    roots      (p, 6) from the space of each page to the page as displayed
    frames     (f, 6) likewise from the space of each page or form
    may_shade  asks whether the file has any shading
    truncated  some objects were left out: too many, or forms nested too deep
    """

    def __init__(self, pages: Sequence[OpenPage], may_shade: Callable[[], bool] = lambda: False) -> None:
        self.truncated = False
        self.open_pages = pages
        self.may_shade = may_shade
        self.roots: Matrices = np.array([page.to_display for page in pages])
        self.sizes = np.array([(page.width, page.height) for page in pages])
        self._matrices: list[Matrices] = []
        self._windows: list[NDArray[np.float64]] = []
        self._page_of: list[int] = []
        self._opaque: list[bool] = []
        self._parts: list[tuple[Addresses, NDArray[np.int64], NDArray[np.int64]]] = []
        self._clips: dict[tuple[int, int, int], NDArray[np.float64]] = {}
        self._outlines: dict[tuple[int, int], NDArray[np.float64]] = {}
        self._rings: set[tuple[int, int]] = set()
        self._ringed: set[tuple[int, int, int]] = set()
        self._left = MOST_OBJECTS
        for number, page in enumerate(pages):
            self._frame(number, page.to_display, np.array([0.0, 0.0, page.width, page.height]), opaque=True)
        counts = [self._take(page.objects) for page in pages]
        owners, number_of = numbered([page.page for page in pages], counts)
        self._collect(calls.page_object.each(owners, number_of), np.arange(len(pages)).repeat(counts), DEEPEST_FORM)
        self.frames: Matrices = np.array(self._matrices)
        addresses, types, frames = map(np.concatenate, zip(*self._parts, strict=True))
        self.texts, self.paths, self.images, self.shadings = (
            ObjectList(addresses[mine], frames[mine], mine)
            for mine in (np.flatnonzero(types == kind) for kind in _KINDS)
        )
        self.paths_before = np.zeros(0, np.int64)
        if len(self.shadings.addresses):
            self.paths_before = np.cumsum(types == _PATH)[types == _SHADING]

    def _frame(self, page: int, matrix: Matrices, window: NDArray[np.float64], *, opaque: bool) -> int:
        self._page_of.append(page)
        self._opaque.append(opaque)
        self._matrices.append(matrix)
        self._windows.append(window)
        return len(self._matrices) - 1

    def cut_off(self) -> None:
        """Something is left out. Only a page that is alone may lose something: else PageError is raised, so that each page
        is read as if there were no others."""
        if len(self.roots) > 1:
            raise PageError("too much for pages that are read together")
        self.truncated = True

    def _take(self, count: int) -> int:
        taken = max(0, min(count, self._left))
        if taken < count:
            self.cut_off()
        self._left -= taken
        return taken

    def _collect(self, addresses: Addresses, frames: NDArray[np.int64], depth: int) -> None:
        """Puts objects and their frames, and what the forms among them hold, into the parts, in painting order."""
        types = calls.object_type.each(addresses)
        start = 0
        for form in (types == _FORM).nonzero()[0].tolist():
            self._parts.append((addresses[start:form], types[start:form], frames[start:form]))
            self._enter(addresses[form : form + 1], int(frames[form]), depth)
            start = form + 1
        self._parts.append((addresses[start:], types[start:], frames[start:]))

    def _enter(self, form: Addresses, frame: int, depth: int) -> None:
        """Goes through a form that can be seen. form: the one."""
        window = self.clips(ObjectList(form, np.array([frame]), np.zeros(1, np.int64)))[0]
        if not (window[:2] < window[2:]).all():
            return
        if not depth:
            self.cut_off()
            return
        matrix = calls.object_matrix.each(form)[0]
        opaque = self._opaque[frame] and not calls.object_transparent.once(int(form[0]))
        inner = self._frame(self._page_of[frame], compose(matrix, self._matrices[frame]), window, opaque=opaque)
        owners, number_of = numbered(form.tolist(), [self._take(calls.form_count.once(int(form[0])))])
        self._collect(calls.form_object.each(owners, number_of), np.full(len(owners), inner), depth - 1)

    def matrices(self, objects: ObjectList) -> Matrices:
        """(n, 6): from each object's own space to the page as displayed."""
        return compose(calls.object_matrix.each(objects.addresses), self.frames[objects.frames])

    def pages(self, objects: ObjectList) -> NDArray[np.int64]:
        """(n,) the page of each object, by its place among the pages."""
        return np.array(self._page_of)[objects.frames]

    def opaque(self, objects: ObjectList) -> NDArray[np.bool_]:
        """(n,) whether what is below each object is hidden by it wherever it paints: neither it nor a form around it is blended."""
        clear = calls.object_transparent.each(objects.addresses) != 0
        return np.asarray(np.array(self._opaque)[objects.frames] & ~clear)

    def clips(self, objects: ObjectList) -> NDArray[np.float64]:
        """(n, 4) of what can be seen of each object, as displayed: the page, cut by its clip paths' bounding boxes."""
        clips = calls.object_clip.each(objects.addresses)
        counts = calls.clip_paths.each(clips)
        if counts.max(initial=0) <= 0:
            return np.array(self._windows)[objects.frames]
        keys = _keys(objects, clips, counts)
        some = dict(zip(keys, clips.tolist(), strict=True))
        wanted = [key for key in some if key not in self._clips]
        if wanted:
            boxes = self._clip_boxes(wanted, [some[key] for key in wanted])
            self._clips.update(zip(wanted, boxes, strict=True))
        rows = {key: row for row, key in enumerate(some)}
        return np.array([self._clips[key] for key in some])[list(map(rows.__getitem__, keys))]

    def ringed(self, objects: ObjectList) -> NDArray[np.bool_]:
        """(n,) which of the objects, whose clips are known, are let through around a box only, as its shadow is."""
        if not self._ringed:
            return np.zeros(len(objects.addresses), bool)
        clips = calls.object_clip.each(objects.addresses)
        keys = _keys(objects, clips, calls.clip_paths.each(clips))
        return np.array([key in self._ringed for key in keys], bool)

    def _clip_boxes(self, keys: list[tuple[int, int, int]], clips: list[int]) -> list[NDArray[np.float64]]:
        """The boxes of clips, of which most share what they were cut from. keys: the frame of each and how many paths it has."""
        counts = [max(0, min(count, _MOST_NESTED)) for _, count, _ in keys]
        owners, within = numbered(clips, counts)
        number_of = within + np.repeat([max(0, count) for _, count, _ in keys], counts) - np.repeat(counts, counts)
        firsts = calls.clip_segment.each(owners, number_of, np.zeros_like(number_of)).tolist()
        paths = zip(owners.tolist(), number_of.tolist(), firsts, strict=True)
        boxes = []
        for key, count in zip(keys, counts, strict=True):
            box = self._windows[frame := key[0]]
            for clip, path, first in islice(paths, count):
                if (frame, first) not in self._outlines:
                    self._outlines[frame, first] = self._outline(clip, path, frame, first)
                if (frame, first) in self._rings:
                    self._ringed.add(key)
                moved = self._outlines[frame, first]
                box = np.concatenate((np.maximum(box[:2], moved[:2]), np.minimum(box[2:], moved[2:])))
            boxes.append(box)
        return boxes

    def _outline(self, clip: int, path: int, frame: int, first: int) -> NDArray[np.float64]:
        """The box around one path of a clip."""
        segments = calls.clip_segments.once(clip, path)
        if not 0 < segments <= _MOST_CLIP_POINTS:
            return _EVERYWHERE
        owners, number_of = numbered([clip], [segments])
        points = calls.segment_point.each(calls.clip_segment.each(owners, np.full(segments, path), number_of))
        if segments in POINTS and is_ring(move(points, self._matrices[frame][None])):
            self._rings.add((frame, first))
        return move_boxes(np.concatenate((points.min(axis=0), points.max(axis=0))), self._matrices[frame])


def _keys(objects: ObjectList, clips: Addresses, counts: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """What tells the clip of each object apart: its frame, how many paths it has, and the last one's first point, whose address objects that
    are clipped alike share."""
    lasts = calls.clip_segment.each(clips, counts - 1, np.zeros_like(counts))
    return list(zip(objects.frames.tolist(), counts.tolist(), lasts.tolist(), strict=True))
