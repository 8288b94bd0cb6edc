"""Pages drawn far too large or too small, or a little askew, brought to the size and the direction of print before they are read.

What is told by points (how thin a rule is, how wide a gap) holds for text of the usual size, and rules and lines are level only on a page
that stands straight. A page measured in the pixels of a picture, or turned by a degree by a scanner, is read as if it were neither; what
was read is placed back on the page as displayed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.affine import Matrices, compose, inverse, move_boxes
from pledgecards.extract.pdf.glyphs import Glyphs, run_sizes

_USUAL_LEAST, _USUAL_MOST = 6.0, 20.0
"""Text of these sizes is that of a page in print."""

_SMALL_SHEET, _SMALL_LEAST = 700.0, 8.0
"""On a sheet with no side longer than this (A5, in points) text smaller than that is of a larger page, printed to fit."""

_LEAST, _MOST = 4.0, 30.0
"""A page of notes, or a cover, among others stays as large as they are while its usual text is of these sizes."""

_DESK = 1_300.0
"""A sheet with no side longer than this (A3, in points) is a page in print; large text on it is a cover's."""

_PRINT = 10.0
"""The size that the usual text of such a page is brought to."""

_STRAIGHT, _ASKEW = 0.05, 10.0
"""By how many degrees lines are off a right angle where a page stands askew: more are those of a watermark."""

_SHARE = 0.6
"""A page is askew when more than this share of its glyphs is, all by the same angle."""

_SAME = 0.15
"""Angles that are no more degrees apart are the same."""


@dataclass(frozen=True, slots=True)
class Straightening:
    """scale: by how much the page is enlarged. degrees: by how much it is turned back, clockwise as displayed being positive."""

    scale: float = 1.0
    degrees: float = 0.0

    def matrix(self, width: float, height: float) -> tuple[Matrices, float, float]:
        """From a page as displayed to the page as it is read: the matrix (top left is 0, 0), the width and the height."""
        angle = math.radians(self.degrees)
        cosine, sine = self.scale * math.cos(angle), self.scale * math.sin(angle)
        matrix = np.array([cosine, -sine, sine, cosine, 0.0, 0.0])
        left, top, right, bottom = move_boxes(np.array([0.0, 0.0, width, height]), matrix).tolist()
        matrix[4:] = -left, -top
        return matrix, right - left, bottom - top

    def applied(self, to_display: Matrices, width: float, height: float) -> tuple[Matrices, float, float]:
        """As `matrix`, from the page's own space."""
        matrix, wide, high = self.matrix(width, height)
        return compose(to_display, matrix), wide, high

    def back(self, width: float, height: float) -> tuple[float, ...]:
        """The matrix from the page as it is read to the page as displayed, which is `width` by `height`."""
        return tuple(inverse(self.matrix(width, height)[0]).tolist())


def crooked(glyphs: Glyphs, sides: Sequence[float]) -> bool:
    """Whether any of the pages that are read together, with such a longest side, may have to be straightened: so few have that all are
    asked at once."""
    pages = len(sides)
    counts = np.bincount(glyphs.runs, minlength=len(glyphs.pages))
    sizes = run_sizes(glyphs)
    longest = np.array(sides)
    least = np.where(longest > _SMALL_SHEET, _USUAL_LEAST, _SMALL_LEAST)
    most = np.where(longest > _DESK, _USUAL_MOST, np.inf)
    usual = (sizes >= least[glyphs.pages]) & (sizes <= most[glyphs.pages])
    all_of = np.bincount(glyphs.pages, counts, pages)
    if (np.bincount(glyphs.pages, counts * usual, pages) < 0.5 * all_of).any():
        return True
    if (glyphs.headings == (1.0, 0.0)).all():
        return False
    askew = np.abs(glyphs.headings).min(axis=1) > math.sin(math.radians(_STRAIGHT))
    return bool((np.bincount(glyphs.pages, counts * askew, pages) > _SHARE * all_of).any())


def straightening_of(glyphs: Glyphs, width: float, height: float, before: float | None) -> Straightening | None:
    """How the one page with these glyphs is to be straightened, None if it is not. before: the scale of the page before it, None if there
    is none. A page like it takes the same: what goes on over a page break is to be as wide below as above."""
    counts = np.bincount(glyphs.runs, minlength=len(glyphs.pages))
    if not counts.sum():
        return None
    size = float(np.median(run_sizes(glyphs)[glyphs.runs]))
    scale = _scale(size, max(width, height), before)
    degrees = _slant(glyphs.headings, counts)
    return Straightening(scale, degrees) if scale != 1 or degrees else None


def _scale(size: float, side: float, before: float | None) -> float:
    """What brings text so large on a page with such a side to the size of print; 1 where it is."""
    least = _USUAL_LEAST if side > _SMALL_SHEET else _SMALL_LEAST
    if before is not None and before != 1 and _USUAL_LEAST <= size * before <= _USUAL_MOST:
        return before
    if least <= size <= _USUAL_MOST or (before == 1 and _LEAST <= size <= _MOST):
        return 1.0
    odd = 0 < size < least or (size < math.inf and side > _DESK)
    return _PRINT / size if odd else 1.0


def _slant(headings: NDArray[np.float64], counts: NDArray[np.int64]) -> float:
    """By how many degrees the lines of a page are off the right angle that they are nearest to; 0 where they are not, or not all alike."""
    degrees = np.degrees(np.arctan2(headings[:, 1], headings[:, 0]))
    off = (degrees + 45) % 90 - 45
    slanted = (np.abs(off) > _STRAIGHT) & (np.abs(off) <= _ASKEW)
    if counts[slanted].sum() <= _SHARE * counts.sum():
        return 0.0
    usual = float(np.median(off[slanted].repeat(counts[slanted])))
    alike = slanted & (np.abs(off - usual) <= _SAME)
    return usual if counts[alike].sum() > _SHARE * counts.sum() else 0.0
