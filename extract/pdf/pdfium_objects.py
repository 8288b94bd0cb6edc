"""The objects of pages as pdfium lists them: texts, paths and images, through all form XObjects, with what clips them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress, repeat

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf import pdfium_calls as calls
from pledgecards.extract.pdf.affine import Matrices, compose, move_boxes
from pledgecards.extract.pdf.pdfium_calls import Handle, PageError, handle, pdfium
from pledgecards.extract.pdf.pdfium_pages import OpenPage

DEEPEST_FORM = 12
MOST_OBJECTS = 200_000
_MOST_CLIP_POINTS = 2_000
_KINDS = (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE)
_FORM = pdfium.FPDF_PAGEOBJ_FORM


@dataclass(slots=True)
class ObjectList:
    """Objects of one type in painting order, as arguments and as addresses; `frames` says for each in which form, or on
    which page itself, it stands."""

    handles: list[Handle] = field(default_factory=list)
    addresses: list[int] = field(default_factory=list)
    frames: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))

    def pick(self, mask: NDArray[np.bool_]) -> ObjectList:
        """Those that the mask marks."""
        some = list(compress(self.handles, mask.tobytes())), list(compress(self.addresses, mask.tobytes()))
        return ObjectList(*some, self.frames[mask])


class PageObjects:
    """What pages draw, one page after the other.

    texts, paths, images  object lists in painting order
    roots      (p, 6) from the space of each page to the page as displayed
    frames     (f, 6) likewise from the space of each page or form
    truncated  some objects were left out: too many, or forms nested too deep
    """

    def __init__(self, pages: Sequence[OpenPage]) -> None:
        self.texts, self.paths, self.images = ObjectList(), ObjectList(), ObjectList()
        self.truncated = False
        self.roots: Matrices = np.array([page.to_display for page in pages])
        self._matrices: list[Matrices] = []
        self._windows: list[NDArray[np.float64]] = []
        self._page_of: list[int] = []
        self._spans: tuple[list[tuple[int, int]], ...] = ([], [], [])
        self._clips: dict[tuple[int, int, int], NDArray[np.float64]] = {}
        self._left = MOST_OBJECTS
        for number, page in enumerate(pages):
            frame = self._frame(number, page.to_display, np.array([0.0, 0.0, page.width, page.height]))
            addresses = list(calls.ask(calls.page_object, repeat(page.page), range(self._take(page.objects))))
            self._collect(addresses, frame, DEEPEST_FORM)
        self.frames: Matrices = np.array(self._matrices)
        for objects, spans in zip((self.texts, self.paths, self.images), self._spans, strict=True):
            objects.frames = np.repeat(*np.array(spans, np.int64).reshape(-1, 2).T)

    def _frame(self, page: int, matrix: Matrices, window: NDArray[np.float64]) -> int:
        self._page_of.append(page)
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

    def _collect(self, addresses: list[int], frame: int, depth: int) -> None:
        handles = list(map(handle, addresses))
        types = np.fromiter(calls.ask(calls.object_type, handles), np.int64, len(handles))
        start = 0
        for form in np.flatnonzero(types == _FORM).tolist():
            self._sort(addresses[start:form], handles[start:form], types[start:form], frame)
            self._enter(addresses[form], frame, depth)
            start = form + 1
        self._sort(addresses[start:], handles[start:], types[start:], frame)

    def _sort(self, addresses: list[int], handles: list[Handle], types: NDArray[np.int64], frame: int) -> None:
        for kind, into, spans in zip(_KINDS, (self.texts, self.paths, self.images), self._spans, strict=True):
            mine = (types == kind).tobytes()
            into.handles.extend(compress(handles, mine))
            into.addresses.extend(compress(addresses, mine))
            spans.append((frame, mine.count(1)))

    def _enter(self, address: int, frame: int, depth: int) -> None:
        form = handle(address)
        window = self.clips(ObjectList([form], [address], np.array([frame])))[0]
        if not (window[:2] < window[2:]).all():
            return
        if not depth:
            self.cut_off()
            return
        matrix = calls.MATRIX.fill(calls.object_matrix, 1, [form])[0]
        inner = self._frame(self._page_of[frame], compose(matrix, self._matrices[frame]), window)
        count = self._take(calls.form_count(form))
        self._collect(list(calls.ask(calls.form_object, repeat(form), range(count))), inner, depth - 1)

    def matrices(self, objects: ObjectList) -> Matrices:
        """(n, 6): from each object's own space to the page as displayed."""
        own = calls.MATRIX.fill(calls.object_matrix, len(objects.handles), objects.handles)
        return compose(own, self.frames[objects.frames])

    def pages(self, objects: ObjectList) -> NDArray[np.int64]:
        """(n,) the page of each object, by its place among the pages."""
        return np.array(self._page_of)[objects.frames]

    def clips(self, objects: ObjectList) -> NDArray[np.float64]:
        """(n, 4) of what can be seen of each object, as displayed: the page, cut by its clip paths' bounding boxes."""
        addresses = list(calls.ask(calls.object_clip, objects.handles))
        handles = list(map(handle, addresses))
        counts = list(calls.ask(calls.clip_paths, handles))
        if max(counts, default=0) <= 0:
            return np.array(self._windows)[objects.frames]
        # Objects that are clipped alike share their clip paths: the address of the last one's first point tells clips apart.
        lasts = calls.ask(calls.clip_segment, handles, [count - 1 for count in counts], repeat(0))
        keys = list(zip(objects.frames.tolist(), counts, lasts, strict=True))
        some = dict(zip(keys, handles, strict=True))
        boxes = [self._clip(key, clip) for key, clip in some.items()]
        rows = {key: row for row, key in enumerate(some)}
        return np.array(boxes)[list(map(rows.__getitem__, keys))]

    def _clip(self, key: tuple[int, int, int], clip: Handle) -> NDArray[np.float64]:
        if key not in self._clips:
            self._clips[key] = self._clip_box(clip, key[1], key[0])
        return self._clips[key]

    def _clip_box(self, clip: Handle, count: int, frame: int) -> NDArray[np.float64]:
        box = self._windows[frame]
        for path in range(count):
            segments = min(calls.clip_segments(clip, path), _MOST_CLIP_POINTS)
            if segments <= 0:
                continue
            handles = map(handle, calls.ask(calls.clip_segment, repeat(clip), repeat(path), range(segments)))
            points = calls.TWO_FLOATS.fill(calls.segment_point, segments, handles)
            own = np.concatenate((points.min(axis=0), points.max(axis=0)))
            moved = move_boxes(own, self._matrices[frame])
            box = np.concatenate((np.maximum(box[:2], moved[:2]), np.minimum(box[2:], moved[2:])))
        return box
