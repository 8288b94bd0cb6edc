"""What pdfminer draws on: a pad that keeps glyphs, paths and images as displayed, with what clips them.

pdfminer's own layout objects leave out what a canvas needs: text render modes, clips, transparency, and paths segment
by segment. Its interpreter is taught here to follow clips, `gs` and the state that a form inherits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, PathSegment, apply_matrix_pt, decode_text

from pledgecards.extract.pdf.canvas import TextStyle
from pledgecards.extract.pdf.layers import Layers, Veil
from pledgecards.extract.pdf.paths import LINE, MOVE, NO_PAINT, PAGE_GROUND, PATTERN
from pledgecards.extract.pdf.plumber.drawn import Box, Glyph, Stroke
from pledgecards.extract.pdf.plumber.fonts import column_place, face, reach
from pledgecards.extract.pdf.plumber.forms import FormsDrawn
from pledgecards.extract.pdf.plumber.ink import Point, colour, masked, outline
from pledgecards.extract.pdf.shadows import is_ring
from pledgecards.extract.pdf.shared import UNMAPPED
from pledgecards.extract.pdf.sizes import LEGIBLE, NARROWEST, true_sizes

MOST_GLYPHS = 100_000
MOST_SEGMENTS = 200_000
_NOWHERE: Box = (math.inf, math.inf, -math.inf, -math.inf)
_INVISIBLE_MODES = (3, 7)
_STROKED_MODES = (1, 5)
_DIGITS = set(range(ord("0"), ord("9") + 1))
_OUTLINED_MODES = (2, 6)


@dataclass(frozen=True, slots=True)
class View:
    """The part of the graphics state that pdfminer does not keep: what can be seen, how opaque it is, whether it is blended otherwise
    with what is below it, and whether it is let through around a box only, as its shadow is."""

    clip: Box
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blended: bool = False
    ringed: bool = False

    def within(self, points: Sequence[Point]) -> View:
        """Cut to the box around points."""
        if not points:
            return self
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, top, x1, bottom = self.clip
        clip = max(x0, min(xs)), max(top, min(ys)), min(x1, max(xs)), min(bottom, max(ys))
        return replace(self, clip=clip, ringed=self.ringed or is_ring(points))


class SketchPad(PDFTextDevice):
    """Collects glyphs, strokes and images (unit squares as matrices, with their clips) in points as displayed."""

    def __init__(self, resources: PDFResourceManager, view: View, layers: Layers) -> None:
        super().__init__(resources)
        self.view = view
        self.layers = layers
        self._page = view.clip
        self.glyphs: list[Glyph] = []
        self.strokes: list[Stroke] = []
        self.images: list[tuple[Matrix, Box]] = []
        self.covering: list[int] = []
        """When each of the images is painted; -1 where what is below it shows through."""
        self.truncated = False
        self.shaded = False
        self.forms = FormsDrawn()
        self._mode = 0
        self._painted = 0
        self._segments = 0
        self._spans: list[tuple[int, str]] = []
        self._veils: list[bool] = []
        self._veiled = 0

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        self._mode = textstate.render
        self._painted += 1
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        width = font.char_width(cid) * fontsize * scaling
        if len(self.glyphs) >= MOST_GLYPHS:
            self.truncated = True
            return width
        a, b, c, d = (float(value) for value in matrix[:4])
        size = abs(fontsize) * math.hypot(c, d)
        if size <= LEGIBLE:
            size = float(true_sizes(size, reach(font)))
        along = math.copysign(math.hypot(a, b), fontsize)
        place, advance = (0.0, float(rise)), abs(width * along)
        if font.is_vertical():
            place, advance = column_place(font, fontsize, rise, cid, width), size
        name, bold = face(font)
        stroked = self._mode in _STROKED_MODES
        painted = self._paint(graphicstate, stroke=stroked)
        alpha = self.view.stroke_alpha if stroked else self.view.fill_alpha
        style = TextStyle(name, round(size, 2), bold or self._mode in _OUTLINED_MODES, max(painted, 0))
        hidden = self._mode in _INVISIBLE_MODES or painted == NO_PAINT or self._veiled > 0
        hidden |= abs(scaling) * math.hypot(a, b) < NARROWEST * math.hypot(c, d)
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = ""
        for place_in_glyph, code in enumerate(map(ord, text) if text else (UNMAPPED,)):
            self.glyphs.append(
                Glyph(
                    code,
                    apply_matrix_pt(matrix, place),
                    advance,
                    place_in_glyph > 0,
                    style,
                    (a / along, b / along) if along else (1.0, 0.0),
                    _NOWHERE if hidden else self.view.clip,
                    self._painted,
                    self._mode in _OUTLINED_MODES,
                    alpha < 1.0,
                )
            )
        return width

    def paint_path(
        self, graphicstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[PathSegment]
    ) -> None:
        assert self.ctm is not None
        points, kinds, closes = outline(path, self.ctm)
        room = MOST_SEGMENTS - self._segments
        self.truncated |= len(points) > room
        points, kinds, closes = points[:room], kinds[:room], closes[:room]
        self._segments += len(points)
        if not points or self._veiled:
            return
        a, b, c, d = self.ctm[:4]
        self._painted += 1
        fill &= not self.view.ringed
        self.strokes.append(
            Stroke(
                points,
                kinds,
                closes,
                self._paint(graphicstate, stroke=True) if stroke else NO_PAINT,
                self._paint(graphicstate, stroke=False) if fill else NO_PAINT,
                float(graphicstate.linewidth) * math.sqrt(abs(a * d - b * c)),
                self.view.clip,
                evenodd,
                self._painted,
                fill and self._hides(self.view.fill_alpha),
                stroke and self._hides(self.view.stroke_alpha),
            )
        )

    def shade(self) -> None:
        """A shading painted by itself: an area as large as the clip, unless it is the page's ground or the shadow around a box."""
        if self._veiled or self.view.ringed:
            return
        self.shaded = True
        x0, top, x1, bottom = self.view.clip
        page = (self._page[2] - self._page[0]) * (self._page[3] - self._page[1])
        if x0 < x1 and top < bottom and (x1 - x0) * (bottom - top) < PAGE_GROUND * page:
            points = [(x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)]
            closes = [False, False, False, False, True]
            self.strokes.append(
                Stroke(points, [MOVE, *[LINE] * 4], closes, NO_PAINT, PATTERN, 0.0, self.view.clip, False)
            )

    def render_image(self, name: str, stream: PDFStream) -> None:
        assert self.ctm is not None
        self._painted += 1
        if not self._veiled:
            self.images.append((self.ctm, self.view.clip))
            self.covering.append(self._painted if self._hides(self.view.fill_alpha) and not masked(stream) else -1)

    def begin_tag(self, tag: PSLiteral, props: object = None) -> None:
        self._veils.append(isinstance(props, Veil))
        self._veiled += self._veils[-1]
        raw = resolve1(props.get("ActualText")) if isinstance(props, dict) else None
        self._spans.append((len(self.glyphs), decode_text(raw) if isinstance(raw, bytes) else ""))

    def end_tag(self) -> None:
        if self._spans:
            self._veiled -= self._veils.pop()
            start, text = self._spans.pop()
            if text and len(self.glyphs) > start:
                self.glyphs[start:] = _reworded(self.glyphs[start:], text)

    def begin_figure(self, name: str, bbox: object, matrix: Matrix) -> None:
        """Nothing: forms are drawn straight onto the page."""

    def end_figure(self, name: str) -> None:
        """Nothing."""

    def _hides(self, alpha: float) -> bool:
        return alpha == 1.0 and not self.view.blended

    def _paint(self, state: PDFGraphicState, *, stroke: bool) -> int:
        if stroke:
            return colour(state.scolor, state.scs, self.view.stroke_alpha)
        return colour(state.ncolor, state.ncs, self.view.fill_alpha)


def _reworded(glyphs: list[Glyph], text: str) -> list[Glyph]:
    """Glyphs with the characters that the file says they stand for (`ActualText`), whatever their font says; where the two name different
    digits, neither is taken."""
    if len(text) == len(glyphs):
        return [
            replace(glyph, code=UNMAPPED if glyph.code in _DIGITS - {ord(char)} else ord(char), shares=False)
            for glyph, char in zip(glyphs, text, strict=True)
        ]
    first, last = glyphs[0], glyphs[-1]
    length = math.dist(first.origin, last.origin) + last.advance
    return [
        replace(first, code=ord(char), advance=length, shares=place > 0 or first.shares)
        for place, char in enumerate(text)
    ]
