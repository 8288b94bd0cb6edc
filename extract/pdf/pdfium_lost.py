"""Text objects that pdfium's text page leaves out: repeats (fake bold), blanks, and what it takes for either."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf import pdfium_calls as calls
from pledgecards.extract.pdf.affine import move_boxes
from pledgecards.extract.pdf.pdfium_calls import Handle, PageError
from pledgecards.extract.pdf.pdfium_objects import PageObjects
from pledgecards.extract.pdf.pdfium_runs import TextRuns, space_width

_LOOK_BACK = 8
"""Among so many text objects before it pdfium looks for one that a text object repeats (it takes 5)."""
_BLANK = 0.01
"""Text objects whose ink is narrower than this are left out by pdfium."""


def find_blanks(objects: PageObjects, runs: TextRuns, used: NDArray[np.int64]) -> list[int]:
    """What the text page left out: text objects that only repeat another one make that one bold; blank ones are returned."""
    missing = np.ones(len(runs.fonts), bool)
    missing[used[used >= 0]] = False
    unused = np.flatnonzero(missing).tolist()
    if not unused:
        return []
    bounds = calls.FOUR_FLOATS.fill(calls.object_bounds, [objects.texts.handles[place] for place in unused])
    blank = np.abs(bounds[:, 2] - bounds[:, 0]) < _BLANK
    repeats = [
        place
        for place, is_blank in zip(unused, blank.tolist(), strict=True)
        if not is_blank and runs.clips[place, 0] <= runs.clips[place, 2]
    ]
    if repeats:
        _embolden(repeats, objects, runs, (~missing).tolist())
    return [place for place, size in zip(unused, blank * runs.sizes[unused], strict=True) if size > _BLANK]


def _embolden(repeats: list[int], objects: PageObjects, runs: TextRuns, used: list[bool]) -> None:
    """Makes bold what each of the text objects repeats; it has the look of the repeat, which was drawn over it."""
    bounds = calls.FOUR_FLOATS.fill(calls.object_bounds, objects.texts.handles).astype(np.float64)
    boxes = move_boxes(bounds, objects.frames[objects.texts.frames]).tolist()
    sizes = runs.sizes.tolist()
    bolds: dict[int, int] = {}
    for place in repeats:
        size, box = sizes[place], boxes[place]
        slack = 0.25 * size
        for other in range(place - 1, max(-1, place - 1 - _LOOK_BACK), -1):
            around = boxes[other]
            if (
                used[other]
                and abs(sizes[other] - size) <= 0.1 * size
                and around[0] <= box[0] + slack
                and around[1] <= box[1] + slack
                and around[2] >= box[2] - slack
                and around[3] >= box[3] - slack
            ):
                look = int(runs.style_of[place])
                if runs.clips[other, 0] > runs.clips[other, 2]:
                    # What it repeats is invisible text: the repeat is what is seen.
                    runs.clips[other], runs.style_of[other] = runs.clips[place], look
                    break
                if look not in bolds:
                    bolds[look] = len(runs.styles)
                    runs.styles.append(replace(runs.styles[look], bold=True))
                runs.style_of[other] = bolds[look]
                break


def check_ink(
    text_page: Handle,
    blanks: list[int],
    codes: NDArray[np.uint32],
    kept: NDArray[np.int64],
    run: NDArray[np.int64],
    runs: TextRuns,
) -> None:
    """Raises PageError if text is lost: pdfium leaves out a lone glyph of a font that is neither embedded nor installed.

    Such glyphs have no ink, so they look like spaces.
    """
    for font in {runs.fonts[place] for place in blanks} & runs.foreign:
        mine = np.array([other == font for other in runs.fonts])
        printed = kept[mine[run[kept]] & (codes[kept] > 0x20)][:50]
        boxes = calls.FOUR_DOUBLES.fill(calls.char_box, [text_page], printed.tolist())
        inked = boxes[:, 3] - boxes[:, 2] > 0.01 * runs.sizes[run[printed]]
        if not (len(inked) and inked.all()):
            raise PageError("a font that is neither embedded nor installed")


def put_blanks(
    blanks: list[int],
    codes: NDArray[np.uint32],
    run: NDArray[np.int64],
    origins: NDArray[np.float64],
    advances: NDArray[np.float64],
    runs: TextRuns,
) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """The glyphs with a space for every blank text object, in the order drawn."""
    if not blanks and bool((np.diff(run) >= 0).all()):
        return codes, run, origins, advances
    widths: dict[tuple[int, float], float] = {}
    for place in blanks:
        look = runs.fonts[place], float(runs.nominal[place])
        if look not in widths:
            widths[look] = space_width(*look)
    added = np.array([widths[runs.fonts[place], float(runs.nominal[place])] for place in blanks])
    places = np.array(blanks, np.int64)
    added *= np.hypot(runs.matrices[places, 0], runs.matrices[places, 1])
    run = np.concatenate((run, places))
    order = np.argsort(run, kind="stable")
    return (
        np.concatenate((codes, np.full(len(blanks), 0x20, np.uint32)))[order],
        run[order],
        np.concatenate((origins, runs.matrices[places, 4:]))[order],
        np.concatenate((advances, added))[order],
    )
