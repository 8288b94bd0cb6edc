"""The objects of a page as pdfium lists them: texts, paths and images, through all form XObjects, with what clips them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress, repeat

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf import pdfium_calls as calls
from pledgecards.extract.pdf.affine import Matrices, compose, move_boxes
from pledgecards.extract.pdf.pdfium_calls import Handle, pdfium

DEEPEST_FORM = 12
MOST_OBJECTS = 200_000
_MOST_CLIP_POINTS = 2_000
_TEXT, _PATH, _IMAGE = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE
_FORM = pdfium.FPDF_PAGEOBJ_FORM


@dataclass(slots=True)
class ObjectList:
    """Objects of one type in painting order; `frames` says for each in which form (or the page itself, 0) it stands."""

    handles: list[Handle] = field(default_factory=list)
    frames: list[int] = field(default_factory=list)


class PageObjects:
    """What a page draws.

    texts, paths, images  object lists in painting order
    frames     (f, 6) from the space of the page or form to the page as displayed
    truncated  some objects were left out: too many, or forms nested too deep
    """

    def __init__(self, page: Handle, to_display: Matrices, window: NDArray[np.float64]) -> None:
        self.texts, self.paths, self.images = ObjectList(), ObjectList(), ObjectList()
        self.truncated = False
        self._matrices: list[Matrices] = [to_display]
        self._windows: list[NDArray[np.float64]] = [window]
        self._clips: dict[tuple[int, int, int], NDArray[np.float64]] = {}
        self._left = MOST_OBJECTS
        count = calls.page_count(page)
        self._collect(list(map(calls.page_object, repeat(page), range(self._take(count)))), 0, DEEPEST_FORM)
        self.frames: Matrices = np.stack(self._matrices)

    def _take(self, count: int) -> int:
        taken = max(0, min(count, self._left))
        self.truncated |= taken < count
        self._left -= taken
        return taken

    def _collect(self, handles: list[Handle], frame: int, depth: int) -> None:
        types = list(map(calls.object_type, handles))
        start = 0
        while _FORM in types[start:]:
            place = types.index(_FORM, start)
            self._sort(handles[start:place], types[start:place], frame)
            self._enter(handles[place], frame, depth)
            start = place + 1
        self._sort(handles[start:], types[start:], frame)

    def _sort(self, handles: list[Handle], types: list[int], frame: int) -> None:
        for kind, into in ((_TEXT, self.texts), (_PATH, self.paths), (_IMAGE, self.images)):
            into.handles.extend(compress(handles, map(kind.__eq__, types)))
            into.frames.extend([frame] * (len(into.handles) - len(into.frames)))

    def _enter(self, form: Handle, frame: int, depth: int) -> None:
        window = self.clips(ObjectList([form], [frame]))[0]
        if not (window[:2] < window[2:]).all():
            return
        if not depth:
            self.truncated = True
            return
        matrix = calls.MATRIX.fill(calls.object_matrix, [form])[0].astype(np.float64)
        self._matrices.append(compose(matrix, self._matrices[frame]))
        self._windows.append(window)
        count = self._take(calls.form_count(form))
        objects = list(map(calls.form_object, repeat(form), range(count)))
        self._collect(objects, len(self._matrices) - 1, depth - 1)

    def clips(self, objects: ObjectList) -> NDArray[np.float64]:
        """(n, 4) of what can be seen of each object, as displayed: the page, cut by its clip paths' bounding boxes."""
        handles = list(map(calls.object_clip, objects.handles))
        counts = list(map(calls.clip_paths, handles))
        if not handles or max(counts) <= 0:
            return np.stack(self._windows)[objects.frames] if handles else np.empty((0, 4))
        # Objects that are clipped alike share their clip paths: the address of the last one's first point tells clips apart.
        lasts = map(calls.clip_address, handles, (count - 1 for count in counts), repeat(0))
        keys = list(zip(objects.frames, counts, lasts, strict=True))
        rows: dict[tuple[int, int, int], int] = {}
        of_object = [rows.setdefault(key, len(rows)) for key in keys]
        firsts = dict(zip(reversed(keys), reversed(handles), strict=True))
        boxes = [self._clip(key, firsts[key]) for key in rows]
        return np.stack(boxes)[of_object]

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
            handles = list(map(calls.clip_segment, repeat(clip), repeat(path), range(segments)))
            points = calls.TWO_FLOATS.fill(calls.segment_point, handles).astype(np.float64)
            own = np.concatenate((points.min(axis=0), points.max(axis=0)))
            moved = move_boxes(own, self._matrices[frame])
            box = np.concatenate((np.maximum(box[:2], moved[:2]), np.minimum(box[2:], moved[2:])))
        return box
