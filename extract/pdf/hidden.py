"""Glyphs that stand on a page and are not seen there: painted over, or in the colour of what they stand on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.canvas import Boxes
from pledgecards.extract.pdf.covered import Veils, covered, veils_of
from pledgecards.extract.pdf.ground import like_their_ground
from pledgecards.extract.pdf.illegible import half_covered_digits
from pledgecards.extract.pdf.paths import Paths
from pledgecards.extract.pdf.shared import UNMAPPED

_SPACE = 0x20


class PaintedOver(Exception):
    """Glyphs are hidden by what is painted over them, and were perhaps given in place of those that were written anew there."""


@dataclass(slots=True)
class Standing:
    """The glyphs of some pages as they stand there, one entry a glyph in the order drawn; in points as displayed, y downwards.

    codes  (n,) code points: blanks are spaces, and what has no value, or cannot be read whole, is U+FFFD
    boxes  (n, 4) x0, top, x1, bottom
    sizes  (n,) font sizes
    runs   (n,) the run of each
    pages  (n,) the page of each, by its place among those that are read together; nondecreasing
    order  (n,) when each is painted, among all that is
    seen   (n,) bool: whether it is; set by those who look at it
    once   whether of glyphs alike at one place there is only the first
    """

    codes: NDArray[np.uint32]
    boxes: NDArray[np.float64]
    sizes: NDArray[np.float64]
    runs: NDArray[np.int64]
    pages: NDArray[np.int64]
    order: NDArray[np.int64]
    seen: NDArray[np.bool_]
    once: bool

    @property
    def inked(self) -> NDArray[np.bool_]:
        """(n,) those that are seen and have ink."""
        return np.asarray(self.seen & (self.codes != _SPACE), bool)


def hide_painted_over(glyphs: Standing, paths: Paths, pictures: Veils | None) -> None:
    """Takes those that are painted over out of what is seen; a digit that is only half hidden is unreadable.

    pictures: those that hide what is below them. Raises PaintedOver where there may be another in its place.
    """
    if pictures is None and not (paths.covers | paths.stroke_covers).any():
        return
    veils = veils_of(paths, pictures)
    hidden = covered(glyphs.boxes, glyphs.pages, glyphs.order, veils)
    if hidden is None:
        return
    hidden = _with_blanks(hidden, glyphs)
    if glyphs.once and hidden.any():
        raise PaintedOver
    half = half_covered_digits(glyphs.codes, glyphs.boxes, glyphs.pages, glyphs.order, hidden, veils)
    glyphs.codes[half], hidden[half] = UNMAPPED, False
    glyphs.seen &= ~hidden


def hide_in_ground(
    glyphs: Standing,
    colours: NDArray[np.int64],
    sheer: NDArray[np.bool_],
    paths: Paths,
    images: Sequence[Boxes],
    unsure: Callable[[], bool],
) -> None:
    """Takes those that have the colour of what they stand on out of what is seen.

    colours, sheer: of every run; images: the boxes of the pictures of each page. unsure: whether something that is not among the paths may be
    painted on a page: runs of colour, too many drawings. Raises PaintedOver where there may be another in its place.
    """
    alike = like_their_ground(glyphs.boxes, glyphs.pages, glyphs.order, glyphs.runs, colours, sheer, paths, images)
    if alike is None:
        return
    alike = _with_blanks(alike, glyphs)
    if not alike.any() or unsure():
        return
    # A text object without any glyph may be one that was drawn over another like it.
    if glyphs.once and len(np.unique(glyphs.runs)) < len(colours):
        raise PaintedOver
    glyphs.seen &= ~alike


def _with_blanks(hidden: NDArray[np.bool_], glyphs: Standing) -> NDArray[np.bool_]:
    """Those of the hidden that have ink, and the blanks among them that are drawn behind such a one: between the letters of what is seen
    there the blanks of words that nobody sees would part figures and names."""
    inked = glyphs.inked
    found = hidden & inked
    if found.any():
        before = np.maximum.accumulate(np.where(inked, np.arange(len(inked)), 0))
        found |= hidden & ~inked & found[before]
    return found
