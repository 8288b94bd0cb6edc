"""The glyphs of a page, from pdfium's text page.

pdfium invents spaces and line breaks, and leaves out text objects that repeat one drawn just before (fake bold).
The first are dropped here; the second are found again among the page's objects, so that what they repeat is known to be bold.
"""

from __future__ import annotations

from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf import pdfium_calls as calls
from pledgecards.extract.pdf.affine import Matrices, move
from pledgecards.extract.pdf.glyphs import DESCENT, UNMAPPED, Glyphs
from pledgecards.extract.pdf.pdfium_calls import Handle
from pledgecards.extract.pdf.pdfium_lost import check_ink, find_blanks, put_blanks
from pledgecards.extract.pdf.pdfium_objects import PageObjects
from pledgecards.extract.pdf.pdfium_runs import TextRuns, font_width, read_runs, space_width

MOST_GLYPHS = 100_000
_HANGUL = (0xAC00, 0xD7A3)


def read_glyphs(text_page: Handle, objects: PageObjects) -> Glyphs:
    """The glyphs of a page as displayed (see `Glyphs`); sets `objects.truncated` where there are too many."""
    count = max(0, calls.char_count(text_page))
    if count > MOST_GLYPHS:
        objects.truncated = True
        count = MOST_GLYPHS
    runs = read_runs(objects)
    owners = np.array(list(map(calls.char_object, repeat(text_page), range(count))), np.uint64)
    starts = np.flatnonzero(np.diff(owners, prepend=np.uint64(0)) != 0)
    run_of_start = _find(owners[starts], objects.texts.handles)
    run = np.repeat(np.append(-1, run_of_start), np.diff(np.concatenate(([0], starts, [count]))))
    codes = _codes(text_page, count)
    kept = np.flatnonzero(run >= 0)
    blanks = find_blanks(objects, runs, run_of_start)
    check_ink(text_page, blanks, codes, kept, run, runs)
    kept, invented = _without_inventions(text_page, codes, kept, run)
    kept, invented = _fused(codes, kept, invented)
    codes, run = codes[kept], run[kept]
    codes = _unmapped(text_page, codes, kept, run, runs)
    origins, advances = _places(text_page, kept, codes, run, runs, invented, objects.frames[0])
    if invented.any():
        true = ~invented | _stand_in(invented, origins, advances, run, runs)
        codes, run, origins, advances = codes[true], run[true], origins[true], advances[true]
    codes, run, origins, advances = put_blanks(blanks, codes, run, origins, advances, runs)
    shares = np.zeros(len(codes), bool)
    shares[1:] = (run[1:] == run[:-1]) & (origins[1:] == origins[:-1]).all(axis=1) & (advances[1:] > 0)
    return Glyphs(codes, origins, advances, shares, run, runs.styles, runs.style_of, runs.headings, runs.clips)


def _find(addresses: NDArray[np.uint64], handles: list[Handle]) -> NDArray[np.int64]:
    """Which of the handles each address is, -1 for none."""
    if not handles:
        return np.full(len(addresses), -1)
    known = np.array([handle.value for handle in handles], np.uint64)
    order = np.argsort(known)
    places = order[np.searchsorted(known[order], addresses).clip(max=len(handles) - 1)]
    return np.where(known[places] == addresses, places, -1)


def _codes(text_page: Handle, count: int) -> NDArray[np.uint32]:
    """The code point of every character: in one call where pdfium's text has one for each, else one by one."""
    buffer = np.empty(2 * count + 2, np.uint16)
    written = calls.page_text(text_page, 0, count, Handle(buffer.ctypes.data)) - 1
    codes = buffer[: max(0, written)].astype(np.uint32)
    if written == count:
        return codes
    return np.array(list(map(calls.char_code, repeat(text_page), range(count))), np.uint32)


def _without_inventions(
    text_page: Handle, codes: NDArray[np.uint32], kept: NDArray[np.int64], run: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """`kept` without the spaces that pdfium invented, and which of the rest are inventions that may stand for a real one.

    Gives hyphens at line ends, which pdfium hides, their code back.
    """
    code = codes[kept]
    for place in kept[(code == 0x02) | (code == 0xFFFE)].tolist():
        if calls.char_hyphen(text_page, place) == 1:
            codes[place] = 0x2D
    invented = np.zeros(len(codes), bool)
    invented[[place for place in kept[code <= 0x20].tolist() if calls.char_generated(text_page, place) == 1]] = True
    inner = np.zeros(len(codes), bool)
    inner[1:-1] = invented[1:-1] & (run[:-2] == run[1:-1]) & (run[2:] == run[1:-1])
    kept = kept[(~invented | inner)[kept]]
    return kept, inner[kept]


def _stand_in(
    invented: NDArray[np.bool_],
    origins: NDArray[np.float64],
    advances: NDArray[np.float64],
    run: NDArray[np.int64],
    runs: TextRuns,
) -> NDArray[np.bool_]:
    """Which invented spaces hide a real one: pdfium drops a space that follows one it invented.

    The gap then is as wide as the font's space and some letter spacing; the invented space is put there, as wide as the gap.
    """
    true = np.zeros(len(invented), bool)
    places = np.flatnonzero(invented)
    places = places[(places > 0) & (places < len(invented) - 1)]
    ends = origins[places - 1] + advances[places - 1, None] * runs.headings[run[places]]
    gaps = ((origins[places + 1] - ends) * runs.headings[run[places]]).sum(axis=1)
    for place, end, gap in zip(places.tolist(), ends, gaps.tolist(), strict=True):
        owner = int(run[place])
        scale = float(np.hypot(*runs.matrices[owner, :2]))
        space = space_width(runs.fonts[owner], float(runs.nominal[owner])) * scale
        if 0.9 * space <= gap <= space + 0.35 * runs.sizes[owner]:
            true[place] = True
            origins[place], advances[place] = end, gap
    return true


def _fused(
    codes: NDArray[np.uint32], kept: NDArray[np.int64], invented: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Makes one character of the two halves that pdfium gives for one beyond U+FFFF."""
    high = (codes[kept][:-1] & 0xFC00) == 0xD800
    if not high.any():
        return kept, invented
    pair = np.flatnonzero(high & ((codes[kept][1:] & 0xFC00) == 0xDC00))
    codes[kept[pair]] = 0x10000 + ((codes[kept[pair]] & 0x3FF) << 10) + (codes[kept[pair + 1]] & 0x3FF)
    return np.delete(kept, pair + 1), np.delete(invented, pair + 1)


def _unmapped(
    text_page: Handle, codes: NDArray[np.uint32], kept: NDArray[np.int64], run: NDArray[np.int64], runs: TextRuns
) -> NDArray[np.uint32]:
    """Puts U+FFFD for glyphs without a Unicode value, for which pdfium gives the bare character code; blank ones are spaces.

    One question for each character of a font that occurs, not for every glyph.
    """
    kinds = (runs.font_of << 32)[run] | codes
    some = dict(zip(kinds.tolist(), kept.tolist(), strict=True))
    # Bare codes are glyph numbers, which hardly reach up to Hangul: its syllables are asked for only where others are bare.
    other = [kind for kind in some if not _HANGUL[0] <= kind & 0xFFFFFFFF <= _HANGUL[1]] or list(some)
    if not any(calls.char_unmapped(text_page, some[kind]) == 1 for kind in other):
        return codes
    doubtful = [kind for kind, place in some.items() if calls.char_unmapped(text_page, place) == 1]
    codes = codes.copy()
    doubts = np.flatnonzero(np.isin(kinds, doubtful))
    places = kept[doubts].tolist()
    lost = np.array([calls.char_unmapped(text_page, place) == 1 for place in places], bool)
    tight = calls.FOUR_DOUBLES.fill(calls.char_box, [text_page], places)
    extents = np.minimum(tight[:, 1] - tight[:, 0], tight[:, 3] - tight[:, 2])
    blank = extents <= 0.01 * runs.sizes[run[doubts]]
    codes[doubts] = np.where(lost, np.where(blank, 0x20, UNMAPPED), codes[doubts])
    return codes


def _places(
    text_page: Handle,
    kept: NDArray[np.int64],
    codes: NDArray[np.uint32],
    run: NDArray[np.int64],
    runs: TextRuns,
    invented: NDArray[np.bool_],
    page: Matrices,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where each glyph's baseline begins as displayed (n, 2), and how far it advances (n,)."""
    origins = np.empty((len(kept), 2))
    advances = np.empty(len(kept))
    level = runs.level[run]
    easy = np.flatnonzero(level)
    loose = calls.LOOSE.fill(calls.char_loose_box, [text_page], kept[easy].tolist()).astype(np.float64)
    origins[easy, 0] = loose[:, 0] + page[4]
    origins[easy, 1] = _baselines(loose, run[easy], runs, invented[easy], page)
    advances[easy] = np.abs(loose[:, 2] - loose[:, 0])
    _narrow_spaces(easy[codes[easy] == 0x20], advances, run, runs)
    hard = np.flatnonzero(~level)
    if len(hard):
        own = calls.TWO_DOUBLES.fill(calls.char_origin, [text_page], kept[hard].tolist())
        origins[hard] = move(own, page)
        advances[hard] = _advances(text_page, kept[hard], codes[hard], origins[hard], run[hard], runs)
    return origins, advances


def _narrow_spaces(
    places: NDArray[np.int64],
    advances: NDArray[np.float64],
    run: NDArray[np.int64],
    runs: TextRuns,
) -> None:
    """Gives spaces the width that their font says: pdfium's loose boxes hold the ink too, and make some up for spaces."""
    if not len(places):
        return
    owners, of_place = np.unique(run[places], return_inverse=True)
    looks = [
        (runs.fonts[owner], size) for owner, size in zip(owners.tolist(), runs.nominal[owners].tolist(), strict=True)
    ]
    widths = {look: space_width(*look) for look in dict.fromkeys(looks)}
    limits = np.array([widths[look] for look in looks]) * np.abs(runs.matrices[owners, 0])
    advances[places] = np.minimum(advances[places], limits[of_place])


def _baselines(
    loose: NDArray[np.float64], run: NDArray[np.int64], runs: TextRuns, invented: NDArray[np.bool_], page: Matrices
) -> NDArray[np.float64]:
    """The baseline of a text object is that of all its glyphs, unless it is set in columns (vertical writing)."""
    baselines: NDArray[np.float64] = runs.matrices[run, 5]
    climbs = np.zeros(len(run), bool)
    steps = np.abs(np.diff(loose[:, 3])) > 0.25 * runs.sizes[run[1:]]
    climbs[1:] = steps & (run[1:] == run[:-1]) & ~(invented[1:] | invented[:-1])
    if climbs.any():
        columns = np.isin(run, run[climbs])
        below = page[5] - np.minimum(loose[:, 1], loose[:, 3])
        baselines = np.where(columns, below - DESCENT * runs.sizes[run], baselines)
    return baselines


def _advances(
    text_page: Handle,
    kept: NDArray[np.int64],
    codes: NDArray[np.uint32],
    origins: NDArray[np.float64],
    run: NDArray[np.int64],
    runs: TextRuns,
) -> NDArray[np.float64]:
    """Advance widths of glyphs that pdfium's loose boxes fail at: turned ones, and fonts without ascent and descent.

    From the font; where it cannot tell, up to the next glyph of the same object, else the extent of the ink.
    """
    scale = np.hypot(runs.matrices[run, 0], runs.matrices[run, 1])
    widths: dict[tuple[int, int, float], float] = {}
    result = np.empty(len(kept))
    for place, (owner, code) in enumerate(zip(run.tolist(), codes.tolist(), strict=True)):
        key = (runs.fonts[owner], code, float(runs.nominal[owner]))
        if key not in widths:
            widths[key] = font_width(*key)
        result[place] = widths[key]
    result *= scale
    unknown = np.flatnonzero(~(result > 0))
    if len(unknown):
        tight = calls.FOUR_DOUBLES.fill(calls.char_box, [text_page], kept[unknown].tolist())
        ink = np.where(
            np.abs(runs.headings[run[unknown], 0]) > 0.7, tight[:, 1] - tight[:, 0], tight[:, 3] - tight[:, 2]
        )
        following = np.append(run[1:] == run[:-1], False)[unknown]
        steps = np.append(np.hypot(*np.diff(origins, axis=0).T), 0)[unknown]
        result[unknown] = np.where(following & (steps > 0), steps, ink)
    return result
