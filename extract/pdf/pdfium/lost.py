"""Text objects that pdfium's text page leaves out: repeats (fake bold), blanks, and what it takes for either."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.affine import move_boxes
from pledgecards.extract.pdf.pdfium import calls
from pledgecards.extract.pdf.pdfium.calls import PageError
from pledgecards.extract.pdf.pdfium.letters import Letters
from pledgecards.extract.pdf.pdfium.objects import PageObjects
from pledgecards.extract.pdf.pdfium.runs import TextRuns

_LOOK_BACK = 8
"""Among so many text objects that it took before it pdfium looks for one that a text object repeats (it takes 5)."""
_BLANK = 0.01
"""Text objects whose ink is narrower than this are left out by pdfium."""
_LATIN = 0x2FFF
"""Characters beyond this code point are those of East Asian fonts."""


def find_blanks(objects: PageObjects, runs: TextRuns, used: NDArray[np.int64]) -> list[int]:
    """What the text page left out: text objects that only repeat another one make that one bold; blank ones are returned.

    used: the text objects that the text page has, each at least once.
    """
    missing = np.ones(len(runs.fonts), bool)
    missing[used] = False
    unused = np.flatnonzero(missing)
    if not len(unused):
        return []
    bounds = _bounds(objects, unused.tolist())
    blank = np.abs(bounds[:, 2] - bounds[:, 0]) < _BLANK
    inked = ~blank & (np.abs(bounds[:, 3] - bounds[:, 1]) >= _BLANK)
    repeats = unused[inked & (runs.clips[unused, 0] <= runs.clips[unused, 2])].tolist()
    if repeats:
        _embolden(repeats, objects, runs, np.flatnonzero(~missing))
    blanks: list[int] = unused[blank & (runs.sizes[unused] > _BLANK)].tolist()
    return blanks


def _embolden(repeats: list[int], objects: PageObjects, runs: TextRuns, used: NDArray[np.intp]) -> None:
    """Makes bold what each of the text objects repeats; it has the look of the repeat, which was drawn over it. Raises PageError if one repeats
    nothing: pdfium compares it with text of forms that cannot be seen, too."""
    ends = np.searchsorted(used, repeats).tolist()
    before = {
        place: used[max(0, end - _LOOK_BACK) : end][::-1].tolist() for place, end in zip(repeats, ends, strict=True)
    }
    near = sorted({*repeats, *(other for others in before.values() for other in others)})
    moved = move_boxes(_bounds(objects, near), objects.frames[objects.texts.frames[near]])
    boxes = dict(zip(near, moved.tolist(), strict=True))
    sizes, pages = runs.sizes.tolist(), runs.pages.tolist()
    bolds: dict[tuple[int, int], int] = {}
    for place in repeats:
        size, box = sizes[place], boxes[place]
        slack = 0.25 * size
        for other in before[place]:
            around = boxes[other]
            if (
                pages[other] == pages[place]
                and abs(sizes[other] - size) <= 0.1 * size
                and around[0] <= box[0] + slack
                and around[1] <= box[1] + slack
                and around[2] >= box[2] - slack
                and around[3] >= box[3] - slack
            ):
                objects.texts.order[other] = objects.texts.order[place]
                look = int(runs.style_of[place])
                if not _meets(around, runs.clips[other].tolist()):
                    # What it repeats is invisible text: the repeat is what is seen.
                    runs.clips[other], runs.style_of[other] = runs.clips[place], look
                    break
                styles = runs.styles[pages[place]]
                if (pages[place], look) not in bolds:
                    bolds[pages[place], look] = len(styles)
                    styles.append(replace(styles[look], bold=True))
                runs.style_of[other] = bolds[pages[place], look]
                break
        else:
            raise PageError("text that repeats nothing that was drawn")


def _meets(box: list[float], clip: list[float]) -> bool:
    """Whether some of a box is within a clip."""
    return max(box[0], clip[0]) < min(box[2], clip[2]) and max(box[1], clip[1]) < min(box[3], clip[3])


def _bounds(objects: PageObjects, places: list[int]) -> NDArray[np.float64]:
    """(n, 4) of what pdfium takes for the bounds of text objects, in the space of their form or page."""
    return calls.object_bounds.each(objects.texts.addresses[places])


def check_ink(
    letters: Letters,
    blanks: list[int],
    codes: NDArray[np.uint32],
    kept: NDArray[np.int64],
    run: NDArray[np.int64],
    runs: TextRuns,
) -> None:
    """Raises PageError if text may be lost: pdfium leaves out a lone glyph that the font standing in for one that is not embedded lacks.

    Such glyphs have no ink, so they look like spaces.
    """
    if not runs.foreign:
        return
    for page, font in set(zip(runs.pages[blanks].tolist(), runs.fonts[blanks].tolist(), strict=True)):
        if font not in runs.foreign:
            continue
        mine = (runs.fonts == font) & (runs.pages == page)
        printed = kept[mine[run[kept]] & (codes[kept] > 0x20)][:50]
        boxes = letters.fill(calls.char_box, printed)
        inked = boxes[:, 3] - boxes[:, 2] > 0.01 * runs.sizes[run[printed]]
        # What stands in for a Korean font may have its syllables and lack some sign (the tilde of a range); for a Latin one, it has all.
        if not (len(inked) and inked.all()) or (codes[printed] > _LATIN).any():
            raise PageError("a font that is not embedded")


def put_blanks(
    blanks: list[int],
    codes: NDArray[np.uint32],
    run: NDArray[np.int64],
    origins: NDArray[np.float64],
    advances: NDArray[np.float64],
    runs: TextRuns,
) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """The glyphs with a space for every blank text object, page by page in the order drawn."""
    if not blanks and bool((run[1:] >= run[:-1]).all()):
        return codes, run, origins, advances
    places = np.array(blanks, np.int64)
    added = runs.spaces(places) * np.hypot(runs.matrices[places, 0], runs.matrices[places, 1])
    run = np.concatenate((run, places))
    order = np.argsort(run, kind="stable")
    return (
        np.concatenate((codes, np.full(len(blanks), 0x20, np.uint32)))[order],
        run[order],
        np.concatenate((origins, runs.matrices[places, 4:]))[order],
        np.concatenate((advances, added))[order],
    )
