"""Glyphs whose value pdfium makes up, or a font's map gives falsely: they have none."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf import pdfium_calls as calls
from pledgecards.extract.pdf.affine import Matrices
from pledgecards.extract.pdf.glyphs import CODE_CLASS, CONTROL
from pledgecards.extract.pdf.pdfium_letters import Letters
from pledgecards.extract.pdf.pdfium_objects import PageObjects
from pledgecards.extract.pdf.pdfium_runs import TextRuns
from pledgecards.extract.pdf.shared import UNMAPPED

_HANGUL = (0xAC00, 0xD7A3)
_LINE_ENDS = (0x09, 0x0A, 0x0D)
"""What programs set by mistake, and their fonts show as an empty box."""


def without_false_values(
    letters: Letters,
    codes: NDArray[np.uint32],
    kept: NDArray[np.int64],
    run: NDArray[np.int64],
    runs: TextRuns,
    objects: PageObjects,
) -> NDArray[np.uint32]:
    """The codes, with U+FFFD for glyphs that have no Unicode value, or show something where theirs shows nothing, and for figures that are
    not what is shown but what the file says instead (ActualText)."""
    codes = _unmapped(letters, codes, kept, run, runs, objects.roots)
    _uncover(letters, codes, kept, run, runs, objects.roots)
    _distrust(letters, codes, kept, run, objects)
    return codes


def _unmapped(
    letters: Letters,
    codes: NDArray[np.uint32],
    kept: NDArray[np.int64],
    run: NDArray[np.int64],
    runs: TextRuns,
    roots: Matrices,
) -> NDArray[np.uint32]:
    """Puts U+FFFD for glyphs without a Unicode value, for which pdfium gives the bare character code; blank ones are spaces.

    One question for each character of a font of a page that occurs, not for every glyph.
    """
    pages = runs.pages[run]
    kinds = pages << 52 | (runs.font_of << 32)[run] | codes
    # Bare codes are glyph numbers, which hardly reach up to Hangul: its syllables are asked for only on pages where others
    # are bare, or where there are no others.
    other = (codes < _HANGUL[0]) | (codes > _HANGUL[1])
    bare = np.bincount(pages[other], minlength=len(runs.styles)) == 0
    bare[_bare(letters, kinds[other], kept[other]) >> 52] = True
    asked = bare[pages]
    if not asked.any():
        return codes
    codes = codes.copy()
    doubts = np.flatnonzero(np.isin(kinds, _bare(letters, kinds[asked], kept[asked])))
    lost = letters.ask(calls.char_unmapped, kept[doubts]) == 1
    blank = _is_blank(letters, kept[doubts], run[doubts], runs, roots)
    codes[doubts] = np.where(lost, np.where(blank, 0x20, UNMAPPED), codes[doubts])
    return codes


def _uncover(
    letters: Letters,
    codes: NDArray[np.uint32],
    kept: NDArray[np.int64],
    run: NDArray[np.int64],
    runs: TextRuns,
    roots: Matrices,
) -> None:
    """Puts U+FFFD for glyphs that show something where their font's map says that they show nothing (a zero-width space, a mark of direction).

    Not where the map gives a sign and such a one behind it for one glyph.
    """
    silent = np.flatnonzero(CODE_CLASS[np.minimum(codes, 0x10FFFF)] == CONTROL)
    silent = silent[~np.isin(codes[silent], _LINE_ENDS)]
    if not len(silent):
        return
    blank = _is_blank(letters, kept[silent], run[silent], runs, roots)
    own = letters.fill(calls.char_origin, kept[silent])
    before = letters.fill(calls.char_origin, kept[np.maximum(silent - 1, 0)])
    shared = (silent > 0) & (own == before).all(axis=1)
    codes[silent[~blank & ~shared]] = UNMAPPED


def _distrust(
    letters: Letters, codes: NDArray[np.uint32], kept: NDArray[np.int64], run: NDArray[np.int64], objects: PageObjects
) -> None:
    """Puts U+FFFD for digits that a file says in place of what it shows: pdfium has all of these begin where their object does.

    What it says of letters is taken at its word (a ligature, a hyphen that is no part of the word).
    """
    marked = calls.object_marks.each(objects.texts.addresses) > 0
    if not marked.any():
        return
    digits = (codes >= ord("0")) & (codes <= ord("9")) & marked[run]
    second = np.flatnonzero(digits[1:] & digits[:-1] & (run[1:] == run[:-1])) + 1
    if len(second):
        firsts, seconds = (letters.fill(calls.char_origin, kept[places]) for places in (second - 1, second))
        said = second[(firsts == seconds).all(axis=1)]
        codes[said], codes[said - 1] = UNMAPPED, UNMAPPED


def _is_blank(
    letters: Letters, places: NDArray[np.int64], run: NDArray[np.int64], runs: TextRuns, roots: Matrices
) -> NDArray[np.bool_]:
    """Whether the glyphs at places, each of a text object, show nothing. The box of one without ink is a line, that of one set askew the box
    around that line."""
    tight = letters.fill(calls.char_box, places)
    wide, high = tight[:, 1] - tight[:, 0], tight[:, 3] - tight[:, 2]
    ways = np.abs(roots[runs.pages[run], :2])
    scales = np.hypot(ways[:, 0], ways[:, 1])
    slack = 0.01 * runs.sizes[run] + ways.min(axis=1) * np.maximum(wide, high)
    return np.asarray(np.minimum(wide, high) * scales <= slack)


def _bare(letters: Letters, kinds: NDArray[np.int64], places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Those of the kinds of which one glyph (the last) is bare."""
    some, lasts = np.unique(kinds[::-1], return_index=True)
    return np.asarray(some[letters.ask(calls.char_unmapped, places[::-1][lasts]) == 1])
