"""Glyphs whose value pdfium makes up, or a font's map gives falsely: they have none."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.glyphs import CODE_CLASS, CONTROL
from pledgecards.extract.pdf.pdfium import calls
from pledgecards.extract.pdf.pdfium.kept import Kept
from pledgecards.extract.pdf.shared import UNMAPPED, are_digits

_HANGUL = (0xAC00, 0xD7A3)
_NOTHING = (0x0000, 0xFFFE)
"""How pdfium gives the value U+0000."""

_LINE_ENDS = (0x09, 0x0A, 0x0D)
"""What programs set by mistake, and their fonts show as an empty box."""


def without_false_values(kept: Kept, marked: NDArray[np.bool_]) -> NDArray[np.uint32]:
    """The codes, with U+FFFD for glyphs that have no Unicode value, or show something where theirs shows nothing, and for figures that are
    not what is shown but what the file says instead (ActualText). marked: the text objects of which it says anything."""
    codes = _unmapped(kept)
    _blank_zeros(kept, codes)
    _uncover(kept, codes)
    _distrust(kept, codes, marked)
    return codes


def _unmapped(kept: Kept) -> NDArray[np.uint32]:
    """The codes with U+FFFD for glyphs without a Unicode value, for which pdfium gives the bare character code; blank ones are spaces.

    One question for each character of a font of a page that occurs, not for every glyph.
    """
    codes, pages = kept.codes, kept.pages
    kinds = pages << 52 | (kept.runs.font_of << 32)[kept.run] | codes
    # Bare codes are glyph numbers, which hardly reach up to Hangul: its syllables are asked for only on pages where others
    # are bare, or where there are no others.
    other = (codes < _HANGUL[0]) | (codes > _HANGUL[1])
    bare = np.bincount(pages[other], minlength=len(kept.runs.styles)) == 0
    bare[_bare(kept, kinds, other) >> 52] = True
    asked = bare[pages]
    codes = codes.copy()
    if not asked.any():
        return codes
    doubts = np.flatnonzero(np.isin(kinds, _bare(kept, kinds, asked)))
    doubtful = kept.some(doubts)
    lost, blank = doubtful.ask(calls.char_unmapped) == 1, _is_blank(doubtful)
    codes[doubts] = np.where(lost, np.where(blank, 0x20, UNMAPPED), codes[doubts])
    return codes


def _blank_zeros(kept: Kept, codes: NDArray[np.uint32]) -> None:
    """Puts spaces for glyphs without ink whose font's map gives them U+0000: fonts that have it share its glyph with the space."""
    zeros = np.flatnonzero((codes == _NOTHING[0]) | (codes == _NOTHING[1]))
    if len(zeros):
        codes[zeros[_is_blank(kept.some(zeros))]] = 0x20


def _uncover(kept: Kept, codes: NDArray[np.uint32]) -> None:
    """Puts U+FFFD for glyphs that show something where their font's map says that they show nothing (a zero-width space, a mark of direction).

    Not where the map gives a sign and such a one behind it for one glyph.
    """
    silent = np.flatnonzero(CODE_CLASS[np.minimum(codes, 0x10FFFF)] == CONTROL)
    silent = silent[~np.isin(codes[silent], _LINE_ENDS)]
    if not len(silent):
        return
    own, before = kept.some(silent), kept.some(np.maximum(silent - 1, 0))
    shared = (silent > 0) & (own.fill(calls.char_origin) == before.fill(calls.char_origin)).all(axis=1)
    codes[silent[~_is_blank(own) & ~shared]] = UNMAPPED


def _distrust(kept: Kept, codes: NDArray[np.uint32], marked: NDArray[np.bool_]) -> None:
    """Puts U+FFFD for digits that a file says in place of what it shows: pdfium has all of these begin where their object does.

    What it says of letters is taken at its word (a ligature, a hyphen that is no part of the word).
    """
    if not marked.any():
        return
    digits = are_digits(codes) & marked[kept.run]
    second = np.flatnonzero(digits[1:] & digits[:-1] & (kept.run[1:] == kept.run[:-1])) + 1
    if len(second):
        firsts, seconds = (kept.some(places).fill(calls.char_origin) for places in (second - 1, second))
        said = second[(firsts == seconds).all(axis=1)]
        codes[said], codes[said - 1] = UNMAPPED, UNMAPPED


def _is_blank(kept: Kept) -> NDArray[np.bool_]:
    """Whether glyphs show nothing. The box of one without ink is a line, that of one set askew the box around that line."""
    tight = kept.fill(calls.char_box)
    wide, high = tight[:, 1] - tight[:, 0], tight[:, 3] - tight[:, 2]
    ways = np.abs(kept.roots[kept.pages, :2])
    scales = np.hypot(ways[:, 0], ways[:, 1])
    slack = 0.01 * kept.runs.sizes[kept.run] + ways.min(axis=1) * np.maximum(wide, high)
    return np.asarray(np.minimum(wide, high) * scales <= slack)


def _bare(kept: Kept, kinds: NDArray[np.int64], which: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Those of the kinds of some glyphs of which one glyph (the last) is bare."""
    places = np.flatnonzero(which)[::-1]
    some, lasts = np.unique(kinds[places], return_index=True)
    return np.asarray(some[kept.some(places[lasts]).ask(calls.char_unmapped) == 1])
