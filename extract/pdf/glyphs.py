"""From the glyphs that a PDF library reports to the glyphs of a canvas: one rule book for both readers.

Blanks become spaces, unmapped glyphs U+FFFD, glyphs that cannot be seen go, and glyphs that were drawn twice to look
bold become one bold glyph.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.canvas import Boxes, TextStyle
from pledgecards.extract.pdf.covered import Veils
from pledgecards.extract.pdf.hidden import Standing, hide_in_ground, hide_painted_over
from pledgecards.extract.pdf.illegible import cut_digits, without_overprinted
from pledgecards.extract.pdf.paths import Paths
from pledgecards.extract.pdf.shared import UNMAPPED, places_within, without_shared_digits
from pledgecards.extract.pdf.sizes import LEGIBLE
from pledgecards.extract.pdf.twins import sheets_of, twins

ASCENT, DESCENT = 0.86, 0.14
"""How far a glyph's box reaches above and below its baseline, as a share of the font size. Fonts' own figures differ between
libraries and are often nonsense; these are the usual ones of Korean fonts, whose glyphs fill a square."""

_EDGE = 0.5
"""How far outside the page or its clip the middle of a glyph may lie and still be seen, in points."""

KEEP, SPACE, CONTROL, UNKNOWN = 0, 1, 2, 3
_SPACES = (0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_CONTROLS = (
    *range(0x01, 0x20),
    *range(0x7F, 0xA0),
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    0x2800,
    0x3164,
    0xFEFF,
    0xFFA0,
    *range(0xE0000, 0xE0080),
)


def _code_classes() -> NDArray[np.uint8]:
    classes = np.zeros(0x110000, np.uint8)
    classes[list(_SPACES)] = SPACE
    classes[list(_CONTROLS)] = CONTROL
    classes[0] = UNKNOWN
    classes[0xD800:0xE000] = UNKNOWN
    classes[0xFDD0:0xFDF0] = UNKNOWN
    classes[0xFFFE::0x10000] = UNKNOWN
    classes[0xFFFF::0x10000] = UNKNOWN
    return classes


CODE_CLASS = _code_classes()
"""For every code point: KEEP as it is, SPACE (becomes U+0020), CONTROL (U+0020 if it has a width, else nothing), UNKNOWN (U+FFFD)."""


@dataclass(slots=True)
class Glyphs:
    """What a reader found, one entry a character in the order drawn. Everything in points as displayed, y downwards.

    codes     (n,) uint32 code points; U+FFFD where the font has no Unicode value
    origins   (n, 2) where the glyph's baseline begins
    advances  (n,) how far the glyph moves along its baseline
    shares    (n,) bool: stands for the same glyph as the entry before it (`fi`), and shares its box
    runs      (n,) int: the run that it belongs to; a run looks the same and has one direction
    pages     (r,) int: the page of each run, by its place among the pages that are read together; nondecreasing
    styles    distinct styles of each page, and in `style_of` (r,) which of its page's each run has
    headings  (r, 2) unit vector of each run's baseline
    clips     (r, 4) x0, top, x1, bottom of what can be seen of each run
    order     (r,) int: when each run is painted, among all that is
    outlined  (r,) bool: each glyph of the run has an outline in a colour of its own
    sheer     (r,) bool: what is below shows through it; its colour is what white paper makes of it
    """

    codes: NDArray[np.uint32]
    origins: NDArray[np.float64]
    advances: NDArray[np.float64]
    shares: NDArray[np.bool_]
    runs: NDArray[np.int64]
    pages: NDArray[np.int64]
    styles: list[list[TextStyle]]
    style_of: NDArray[np.int32]
    headings: NDArray[np.float64]
    clips: NDArray[np.float64]
    order: NDArray[np.int64]
    outlined: NDArray[np.bool_]
    sheer: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Setting:
    """The text part of a `Canvas`."""

    text: str
    boxes: Boxes
    style: NDArray[np.int32]
    styles: tuple[TextStyle, ...]
    turn: NDArray[np.int16]


def set_glyphs(
    glyphs: Glyphs,
    paths: Paths,
    images: Sequence[Boxes],
    *,
    pictures: Veils | None = None,
    unsure: Callable[[], bool] = lambda: False,
    once: bool = False,
) -> list[Setting]:
    """The glyphs of each page as its canvas keeps them (see `Canvas.text`), without those that paths painted after them hide, and those
    in the colour of what they stand on.

    pictures, images, unsure: see `hidden`. once: of glyphs alike at one place there is only the first. Raises PaintedOver where such a one may
    be hidden.
    """
    if glyphs.shares.any():
        _divide_shared(glyphs)
    standing = _standing(glyphs, once=once)
    hide_painted_over(standing, paths, pictures)
    colours = _style_values(glyphs, [style.colour for table in glyphs.styles for style in table]).astype(np.int64)
    hide_in_ground(standing, np.where(glyphs.outlined, -1, colours), glyphs.sheer, paths, images, unsure)
    standing.seen &= standing.sizes >= LEGIBLE
    turns = _turns(glyphs.headings)[standing.runs]
    tables = [list(table) for table in glyphs.styles]
    style = _once(standing, glyphs, sheets_of(standing.pages, turns), tables)
    kept = np.flatnonzero(standing.seen)
    text = standing.codes[kept].astype("<u4").tobytes().decode("utf-32-le")
    boxes, style, turns = standing.boxes[kept].astype(np.float32), style[kept], turns[kept]
    bounds = np.searchsorted(standing.pages[kept], range(len(tables) + 1)).tolist()
    return [
        Setting(text[start:stop], boxes[start:stop], style[start:stop], tuple(table), turns[start:stop])
        for (start, stop), table in zip(pairwise(bounds), tables, strict=True)
    ]


def _standing(glyphs: Glyphs, *, once: bool) -> Standing:
    """The glyphs where they stand, without those outside of what is seen of their runs; a digit cut there is unreadable."""
    runs = glyphs.runs
    sizes = run_sizes(glyphs)[runs]
    boxes = _boxes(glyphs, sizes)
    alike = (glyphs.clips == glyphs.clips[:1]).all()
    clips = glyphs.clips[:1] if alike else glyphs.clips[runs]
    seen = _seen(boxes, clips)
    codes = _settled(glyphs.codes, glyphs.advances > 0.01 * sizes, seen)
    if not seen.all():
        cut = cut_digits(codes, boxes, clips, seen)
        codes[cut], seen[cut] = UNMAPPED, True
    return Standing(codes, boxes, sizes, runs, glyphs.pages[runs], glyphs.order[runs], seen, once)


def _once(
    standing: Standing, glyphs: Glyphs, sheets: NDArray[np.int64], tables: list[list[TextStyle]]
) -> NDArray[np.int32]:
    """Makes glyphs that were drawn twice one bold one, and others that overlap unreadable; the style of each, among those of its page in
    `tables`, which bold ones are put into."""
    style, seen = glyphs.style_of[standing.runs], standing.seen
    first, last = twins(standing.codes, standing.boxes, standing.sizes, glyphs.advances, sheets, seen)
    if len(last):
        seen[last] = False
        seen[first] = True
        pages = standing.pages[last]
        for page in np.unique(pages).tolist():
            mine = pages == page
            style[first[mine]] = _emboldened(tables[page], style[last[mine]])
    standing.codes = without_overprinted(standing.codes, standing.boxes, standing.sizes, glyphs.advances, sheets, seen)
    return style


def _divide_shared(glyphs: Glyphs) -> None:
    """Divides the advance of a glyph that stands for several characters among them."""
    counts, places = places_within(glyphs.shares)
    glyphs.advances = glyphs.advances / counts
    glyphs.origins = glyphs.origins + (places * glyphs.advances)[:, None] * glyphs.headings[glyphs.runs]
    glyphs.codes = without_shared_digits(glyphs.codes, glyphs.shares)


def run_sizes(glyphs: Glyphs) -> NDArray[np.float64]:
    """The font size of every run."""
    return _style_values(glyphs, [style.size for table in glyphs.styles for style in table])


def _style_values(glyphs: Glyphs, values: list[Any]) -> NDArray[Any]:
    """What the style of every run has of something of which `values` has that of each style of each page."""
    firsts = np.cumsum([0, *map(len, glyphs.styles)])
    return np.asarray(np.array(values)[firsts[glyphs.pages] + glyphs.style_of])


def _turns(headings: NDArray[np.float64]) -> NDArray[np.int16]:
    """In which direction each run's baseline goes, in degrees (see `Canvas.turn`)."""
    return np.asarray(np.rint(np.degrees(np.arctan2(-headings[:, 1], headings[:, 0]))) % 360, np.int16)


def _boxes(glyphs: Glyphs, sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    if (glyphs.headings == (1.0, 0.0)).all():
        x, y = glyphs.origins[:, 0], glyphs.origins[:, 1]
        return np.stack((x, y - ASCENT * sizes, x + glyphs.advances, y + DESCENT * sizes), axis=1)
    heading = glyphs.headings[glyphs.runs]
    along = heading * glyphs.advances[:, None]
    up = np.stack((heading[:, 1], -heading[:, 0]), axis=1) * sizes[:, None]
    lower, upper = glyphs.origins - DESCENT * up, glyphs.origins + ASCENT * up
    low = np.minimum(lower, upper)
    high = np.maximum(lower, upper)
    return np.concatenate((low + np.minimum(along, 0), high + np.maximum(along, 0)), axis=1)


def _seen(boxes: NDArray[np.float64], clips: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether the middle of each box lies within what can be seen (a glyph that is cut at its edge is still read)."""
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    inside = (x >= clips[:, 0] - _EDGE) & (x <= clips[:, 2] + _EDGE)
    inside &= (y >= clips[:, 1] - _EDGE) & (y <= clips[:, 3] + _EDGE)
    return np.asarray(inside, bool)


def _settled(codes: NDArray[np.uint32], wide: NDArray[np.bool_], seen: NDArray[np.bool_]) -> NDArray[np.uint32]:
    """The codes with blanks and unmapped glyphs settled; controls without a width are taken out of `seen`."""
    codes = np.minimum(codes, 0x10FFFF)
    classes = CODE_CLASS[codes]
    if classes.any():
        control = classes == CONTROL
        codes = np.where((classes == SPACE) | control, np.uint32(0x20), codes)
        codes[classes == UNKNOWN] = UNMAPPED
        seen &= ~control | wide
    return codes


def _emboldened(table: list[TextStyle], styles: NDArray[np.int32]) -> NDArray[np.int32]:
    """The bold counterparts of styles; those that are new are put into the table."""
    places = {style: index for index, style in enumerate(table)}
    bold = {}
    for index in np.unique(styles).tolist():
        style = replace(table[index], bold=True)
        if style not in places:
            places[style] = len(table)
            table.append(style)
        bold[index] = places[style]
    return np.array([bold[index] for index in styles.tolist()], np.int32)
