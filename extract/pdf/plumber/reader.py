"""The reference PDF reader, and the fallback: pdfplumber opens the document, pdfminer draws its pages on a sketch pad."""

from __future__ import annotations

import io
import logging
from contextlib import suppress
from itertools import accumulate

import numpy as np
import pdfplumber
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjectNotFound, PDFObjRef
from pdfminer.utils import mult_matrix
from pdfplumber.utils.exceptions import PdfminerException

from pledgecards.extract.document import DAMAGED, ENCRYPTED, Unreadable
from pledgecards.extract.pdf.affine import Matrices, cut_boxes, is_cut, move_boxes, sound_box, upright, upright_squares
from pledgecards.extract.pdf.canvas import Boxes, Canvas, TextStyle
from pledgecards.extract.pdf.covered import Veils
from pledgecards.extract.pdf.glyphs import Glyphs, set_glyphs
from pledgecards.extract.pdf.layers import Layers
from pledgecards.extract.pdf.paths import Paths
from pledgecards.extract.pdf.plumber.annotations import appearances, unshown
from pledgecards.extract.pdf.plumber.attachments import plumber_attachments
from pledgecards.extract.pdf.plumber.drawn import Glyph, Stroke
from pledgecards.extract.pdf.plumber.interpreter import Sketcher
from pledgecards.extract.pdf.plumber.sketch import SketchPad, View
from pledgecards.extract.pdf.sheet import canvas_of
from pledgecards.extract.pdf.straightening import Straightening, crooked, straightening_of
from pledgecards.extract.pdf.strokes import read_drawing

# pdfminer logs what it stumbles over; without a handler of the application's that would go to standard error.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())


class _Document(PDFDocument):
    """pdfminer's document, in which an object that is only a reference, in the end to itself, is not there.

    pdfminer follows such references from one to the next for as long as there are any: for ever.
    """

    def getobj(self, objid: int) -> object:
        found = super().getobj(objid)
        seen = {objid}
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                raise PDFObjectNotFound(objid)
            seen.add(found.objid)
            found = super().getobj(found.objid)
        return found


# pdfplumber takes no document, only what to make one from, and already follows references while it makes it.
pdfplumber.pdf.PDFDocument = _Document  # type: ignore[attr-defined]


class PlumberFile:
    """An open PDF. Raises Unreadable like the fast reader does: `file.encrypted`, `file.damaged`."""

    def __init__(self, data: bytes) -> None:
        try:
            self._pdf = pdfplumber.open(io.BytesIO(data))
        except Exception as error:  # pdfminer raises whatever a damaged file makes it stumble over
            cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
            if isinstance(cause, PDFPasswordIncorrect):
                raise Unreadable("file.encrypted", ENCRYPTED) from error
            raise Unreadable("file.damaged", DAMAGED) from error
        self._source = PDFPage.create_pages(self._pdf.doc)
        self._pages: list[PDFPage] = []
        self.unshown: dict[int, tuple[str, ...]] = {}
        self.attachments: list[str] = []
        self._layers = Layers()
        self._scale: float | None = None
        with suppress(Exception):  # a damaged list of layers hides nothing
            self._layers = Layers(self._pdf.doc.catalog)
        with suppress(Exception):  # a damaged tree of names keeps no page from being read
            self.attachments = plumber_attachments(self._pdf.doc.catalog)
        self.repaired = any(getattr(xref, "is_fallback", False) for xref in self._pdf.doc.xrefs)

    @property
    def page_count(self) -> int:
        """How many pages the page tree holds; walks all of it, or as far as it goes."""
        # pdfminer raises whatever a damaged tree makes it stumble over.
        with suppress(Exception):
            self._reach(None)
        return len(self._pages)

    def read_page(self, number: int) -> tuple[Canvas, bool]:
        """The page `number` (1-based), and whether parts of it were left out because there are too many.

        Raises whatever pdfminer stumbles over; IndexError if there is no such page.
        """
        self._reach(number)
        page = self._pages[number - 1]
        box = _page_box(page)
        to_display, width, height = upright(*box, page.rotate // 90 % 4)
        words = unshown(page.annots)
        if words:
            self.unshown[number] = words
        pad = self._sketch(page, to_display, width, height)
        glyphs = _glyphs(pad.glyphs)
        straight: Straightening | None = None
        if crooked(glyphs, [max(width, height)]) or (self._scale or 1) != 1:
            straight = straightening_of(glyphs, width, height, self._scale)
        self._scale = straight.scale if straight is not None else 1.0
        back: tuple[float, ...] | None = None
        if straight is not None:
            back = straight.back(width, height)
            to_display, width, height = straight.applied(to_display, width, height)
            pad = self._sketch(page, to_display, width, height)
            glyphs = _glyphs(pad.glyphs)
        return _canvas(pad, glyphs, number, width, height, back), pad.truncated or any(
            is_cut(*sides) for sides in _boxes(page)
        )

    def _sketch(self, page: PDFPage, to_display: Matrices, width: float, height: float) -> SketchPad:
        """What a page draws, through the matrix from its own space."""
        pad = SketchPad(self._pdf.rsrcmgr, View((0.0, 0.0, width, height)), self._layers)
        interpreter = Sketcher(self._pdf.rsrcmgr, pad)
        a, b, c, d, e, f = to_display.tolist()
        interpreter.render_contents(page.resources, page.contents, ctm=(a, b, c, d, e, f))
        for form, matrix in appearances(page.annots, self._layers):
            pad.view = View((0.0, 0.0, width, height))
            Sketcher(self._pdf.rsrcmgr, pad).render_form(form, mult_matrix(matrix, (a, b, c, d, e, f)))
        return pad

    def _reach(self, number: int | None) -> None:
        while number is None or len(self._pages) < number:
            page = next(self._source, None)
            if page is None:
                return
            self._pages.append(page)

    def close(self) -> None:
        """Lets go of the document."""
        self._pages.clear()
        self._pdf.flush_cache()
        self._pdf.stream.close()


def _boxes(page: PDFPage) -> list[tuple[float, float, float, float]]:
    return [(float(box[0]), float(box[1]), float(box[2]), float(box[3])) for box in (page.mediabox, page.cropbox)]


def _page_box(page: PDFPage) -> tuple[float, float, float, float]:
    """What is shown of a page: its crop box within its media box, or the media box if they do not meet."""
    media, crop = (sound_box(*box) for box in _boxes(page))
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, bottom, right, top) if left < right and bottom < top else media


def _canvas(
    pad: SketchPad, glyphs: Glyphs, number: int, width: float, height: float, back: tuple[float, ...] | None
) -> Canvas:
    with np.errstate(over="ignore", invalid="ignore"):
        paths = _paths(pad.strokes)
        images = _images(pad)
        (setting,) = set_glyphs(
            glyphs, paths, [images], pictures=_pictures(pad), unsure=lambda: pad.shaded or pad.truncated
        )
        (drawing,) = read_drawing(paths, 1)
    return canvas_of(number, width, height, setting, drawing, images, back)


def _glyphs(glyphs: list[Glyph]) -> Glyphs:
    looks: dict[TextStyle, int] = {}
    style_of = [looks.setdefault(glyph.style, len(looks)) for glyph in glyphs]
    count = len(glyphs)
    return Glyphs(
        codes=np.array([glyph.code for glyph in glyphs], np.uint32),
        origins=np.array([glyph.origin for glyph in glyphs], float).reshape(count, 2),
        advances=np.array([glyph.advance for glyph in glyphs], float),
        shares=np.array([glyph.shares for glyph in glyphs], bool),
        runs=np.arange(count),
        pages=np.zeros(count, np.int64),
        styles=[list(looks)],
        style_of=np.array(style_of, np.int32),
        headings=np.array([glyph.heading for glyph in glyphs], float).reshape(count, 2),
        clips=np.array([glyph.clip for glyph in glyphs], float).reshape(count, 4),
        order=np.array([glyph.order for glyph in glyphs], np.int64),
        outlined=np.array([glyph.outlined for glyph in glyphs], bool),
        sheer=np.array([glyph.sheer for glyph in glyphs], bool),
    )


def _paths(strokes: list[Stroke]) -> Paths:
    return Paths(
        points=np.array([point for stroke in strokes for point in stroke.points], float).reshape(-1, 2),
        kinds=np.array([kind for stroke in strokes for kind in stroke.kinds], np.int64),
        closes=np.array([close for stroke in strokes for close in stroke.closes], bool),
        starts=np.array(list(accumulate((len(stroke.points) for stroke in strokes), initial=0)), np.int64),
        strokes=np.array([stroke.stroke for stroke in strokes], np.int64),
        fills=np.array([stroke.fill for stroke in strokes], np.int64),
        widths=np.array([stroke.width for stroke in strokes], float),
        clips=np.array([stroke.clip for stroke in strokes], float).reshape(-1, 4),
        even_odd=np.array([stroke.even_odd for stroke in strokes], bool),
        pages=np.zeros(len(strokes), np.int64),
        order=np.array([stroke.order for stroke in strokes], np.int64),
        covers=np.array([stroke.covers for stroke in strokes], bool),
        stroke_covers=np.array([stroke.stroke_covers for stroke in strokes], bool),
    )


def _pictures(pad: SketchPad) -> Veils | None:
    order = np.array(pad.covering, np.int64)
    if not (order >= 0).any():
        return None
    full = (order >= 0) & upright_squares(np.array([matrix for matrix, _ in pad.images], float))
    return Veils(_images(pad)[full].astype(np.float64), np.zeros(int(full.sum()), np.int64), order[full])


def _images(pad: SketchPad) -> Boxes:
    if not pad.images:
        return np.empty((0, 4), np.float32)
    matrices = np.array([matrix for matrix, _ in pad.images], float)
    clips = np.array([clip for _, clip in pad.images], float)
    squares = np.broadcast_to([0.0, 0.0, 1.0, 1.0], (len(matrices), 4))
    return cut_boxes(move_boxes(squares, matrices), clips).astype(np.float32)
