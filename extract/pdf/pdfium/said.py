"""Characters that a file says in place of what it shows (ActualText): within a form pdfium places them as if the form were the page."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.affine import move_boxes
from pledgecards.extract.pdf.pdfium import calls
from pledgecards.extract.pdf.pdfium.kept import Kept
from pledgecards.extract.pdf.pdfium.objects import PageObjects

_SAME = 0.001


def put_said(
    kept: Kept,
    marked: NDArray[np.bool_],
    objects: PageObjects,
    origins: NDArray[np.float64],
    advances: NDArray[np.float64],
) -> None:
    """Puts those of the characters in forms to where their text object stands: all of what is said of one begins there, and is as wide as
    its ink. marked: the text objects of which the file says anything."""
    runs, texts = kept.runs, objects.texts
    within = np.flatnonzero(marked & (texts.frames >= len(objects.roots)))
    moved = within[(objects.frames[texts.frames[within]] != objects.roots[runs.pages[within]]).any(axis=1)]
    if not len(moved):
        return
    begins = np.full((len(marked), 2), np.nan)
    begins[moved] = calls.object_matrix.each(texts.addresses[moved])[:, 4:]
    places = np.flatnonzero(~np.isnan(begins[kept.run, 0]))
    some = kept.some(places)
    said = (np.abs(some.fill(calls.char_origin) - begins[some.run]) <= _SAME).all(axis=1)
    places, some = places[said], some.some(said)
    boxes = move_boxes(some.fill(calls.char_loose_box).astype(np.float64), objects.frames[texts.frames[some.run]])
    across = np.abs(runs.headings[some.run, 0]) > 0.7
    origins[places] = runs.matrices[some.run, 4:]
    advances[places] = np.where(across, boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
