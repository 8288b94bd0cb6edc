"""The glyphs of pages, from pdfium's text pages.

pdfium invents spaces and line breaks, and leaves out text objects that repeat one drawn just before (fake bold).
The first are dropped here; the second are found again among the pages' objects, so that what they repeat is known to be bold.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.affine import Matrices, move
from pledgecards.extract.pdf.glyphs import DESCENT, Glyphs
from pledgecards.extract.pdf.loops import Addresses
from pledgecards.extract.pdf.pdfium import calls
from pledgecards.extract.pdf.pdfium.fonts import font_width
from pledgecards.extract.pdf.pdfium.kept import Kept
from pledgecards.extract.pdf.pdfium.letters import Letters
from pledgecards.extract.pdf.pdfium.lost import check_ink, find_blanks, put_blanks
from pledgecards.extract.pdf.pdfium.objects import PageObjects
from pledgecards.extract.pdf.pdfium.pages import OpenPage
from pledgecards.extract.pdf.pdfium.runs import TextRuns, read_runs
from pledgecards.extract.pdf.pdfium.said import put_said
from pledgecards.extract.pdf.pdfium.stood_on import stood_on
from pledgecards.extract.pdf.pdfium.unmapped import without_false_values
from pledgecards.extract.pdf.sizes import usual_widths

MOST_GLYPHS = 100_000


def read_glyphs(pages: Sequence[OpenPage], objects: PageObjects) -> Glyphs:
    """The glyphs of pages as displayed (see `Glyphs`); `objects.cut_off` where there are too many."""
    counts = [min(page.characters, MOST_GLYPHS) for page in pages]
    if any(page.characters > MOST_GLYPHS for page in pages):
        objects.cut_off()
    letters = Letters([page.text for page in pages], counts)
    runs = read_runs(objects)
    run = _places_of(letters.ask_all(calls.char_object), objects.texts.addresses)
    codes = letters.codes()
    kept = np.flatnonzero(run >= 0)
    blanks = find_blanks(objects, runs, run[kept])
    check_ink(letters, blanks, codes, kept, run, runs)
    kept, invented = _without_inventions(letters, codes, kept, run)
    kept, invented = _fused(codes, kept, invented)
    codes, run = codes[kept], run[kept]
    marked = calls.object_marks.each(objects.texts.addresses) > 0
    codes = without_false_values(Kept(letters, kept, codes, run, runs, objects.roots), marked)
    all_kept = Kept(letters, kept, codes, run, runs, objects.roots)
    origins, advances = _places(all_kept, invented)
    put_said(all_kept, marked, objects, origins, advances)
    if invented.any():
        real = np.flatnonzero(_stand_in(invented, origins, advances, run, runs))
        true = ~invented
        true[real[~stood_on(real, codes, run, origins, advances, runs)]] = True
        codes, run, origins, advances = codes[true], run[true], origins[true], advances[true]
    codes, run, origins, advances = put_blanks(blanks, codes, run, origins, advances, runs)
    shares = np.zeros(len(codes), bool)
    shares[1:] = (run[1:] == run[:-1]) & (origins[1:, 0] == origins[:-1, 0]) & (origins[1:, 1] == origins[:-1, 1])
    shares[1:] &= advances[1:] > 0
    looks = (runs.styles, runs.style_of, runs.headings, runs.clips)
    return Glyphs(
        codes, origins, advances, shares, run, runs.pages, *looks, objects.texts.order, runs.outlined, runs.sheer
    )


def _places_of(owners: Addresses, texts: Addresses) -> NDArray[np.int64]:
    """The place among the text objects of the one that each character belongs to; -1 where there is none."""
    if not len(texts):
        return np.full(len(owners), -1)
    fresh = np.ones(len(owners), bool)
    fresh[1:] = owners[1:] != owners[:-1]
    wanted = owners[fresh]
    order = texts.argsort()
    nearest = order[np.minimum(texts.searchsorted(wanted, sorter=order), len(texts) - 1)]
    found = np.where(texts[nearest] == wanted, nearest, -1)
    return np.asarray(found[fresh.cumsum() - 1])


def _without_inventions(
    letters: Letters, codes: NDArray[np.uint32], kept: NDArray[np.int64], run: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """`kept` without the spaces that pdfium invented, and which of the rest are inventions that may stand for a real one.

    Gives hyphens at line ends, which pdfium hides, their code back.
    """
    code = codes[kept]
    broken = kept[(code == 0x02) | (code == 0xFFFE)]
    codes[broken[letters.ask(calls.char_hyphen, broken) == 1]] = 0x2D
    blank = kept[code <= 0x20]
    generated = letters.ask(calls.char_generated, blank) == 1
    if not generated.any():
        return kept, np.zeros(len(kept), bool)
    drop, inner = np.zeros((2, len(codes)), bool)
    drop[blank[generated]] = True
    inner[1:-1] = drop[1:-1] & (run[:-2] == run[1:-1]) & (run[2:] == run[1:-1])
    kept = kept[(~drop | inner)[kept]]
    return kept, inner[kept]


def _stand_in(
    invented: NDArray[np.bool_],
    origins: NDArray[np.float64],
    advances: NDArray[np.float64],
    run: NDArray[np.int64],
    runs: TextRuns,
) -> NDArray[np.bool_]:
    """Which invented spaces hide a real one: pdfium drops a space that follows one it invented.

    The gap then is as wide as the font's space and some letter spacing, beyond what any two glyphs of the object keep between them
    (letters set wide apart have no spaces); the invented space is put there, as wide as the gap.
    """
    true = np.zeros(len(invented), bool)
    places = np.flatnonzero(invented)
    places = places[(places > 0) & (places < len(invented) - 1)]
    owners = run[places]
    ends = origins[places - 1] + advances[places - 1, None] * runs.headings[owners]
    gaps = ((origins[places + 1] - ends) * runs.headings[owners]).sum(axis=1)
    spaces = runs.spaces(owners) * np.hypot(runs.matrices[owners, 0], runs.matrices[owners, 1])
    fits = (0.9 * spaces <= gaps) & (gaps <= spaces + 0.35 * runs.sizes[owners])
    if fits.any():
        fits &= 0.9 * spaces <= gaps - _tracking(invented, origins, advances, run, runs)[owners]
    real = places[fits]
    true[real] = True
    origins[real], advances[real] = ends[fits], gaps[fits]
    return true


def _tracking(
    invented: NDArray[np.bool_],
    origins: NDArray[np.float64],
    advances: NDArray[np.float64],
    run: NDArray[np.int64],
    runs: TextRuns,
) -> NDArray[np.float64]:
    """(r,) the least gap between two glyphs of each text object, inventions apart; 0 where they touch."""
    real = np.flatnonzero(~invented)
    left, right = real[:-1], real[1:]
    within = run[left] == run[right]
    left, right = left[within], right[within]
    owners = run[left]
    steps = ((origins[right] - origins[left]) * runs.headings[owners]).sum(axis=1)
    least = np.full(len(runs.fonts), np.inf)
    np.minimum.at(least, owners, steps - advances[left])
    return np.asarray(np.clip(np.where(np.isinf(least), 0, least), 0, None))


def _fused(
    codes: NDArray[np.uint32], kept: NDArray[np.int64], invented: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Makes one character of the two halves that pdfium gives for one beyond U+FFFF."""
    code = codes[kept]
    high = (code[:-1] & 0xFC00) == 0xD800
    if not high.any():
        return kept, invented
    pair = np.flatnonzero(high & ((code[1:] & 0xFC00) == 0xDC00))
    codes[kept[pair]] = 0x10000 + ((codes[kept[pair]] & 0x3FF) << 10) + (codes[kept[pair + 1]] & 0x3FF)
    return np.delete(kept, pair + 1), np.delete(invented, pair + 1)


def _places(kept: Kept, invented: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where each glyph's baseline begins as displayed (n, 2), and how far it advances (n,)."""
    runs, roots = kept.runs, kept.roots
    origins = np.empty((len(kept.places), 2))
    advances = np.empty(len(kept.places))
    level = runs.level[kept.run]
    easy = np.flatnonzero(level)
    plain = kept.some(easy)
    loose = plain.fill(calls.char_loose_box)
    scales = roots[plain.pages, 0]
    origins[easy, 0] = loose[:, 0] * scales + roots[plain.pages, 4]
    origins[easy, 1] = _baselines(loose, plain.run, runs, invented[easy], roots)
    advances[easy] = np.abs(loose[:, 2] - loose[:, 0]) * scales
    _narrow_spaces(easy[plain.codes == 0x20], advances, kept.run, runs)
    hard = np.flatnonzero(~level)
    if len(hard):
        turned = kept.some(hard)
        origins[hard] = move(turned.fill(calls.char_origin), roots[turned.pages])
        advances[hard] = _advances(turned, origins[hard])
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
    owners = run[places]
    limits = runs.spaces(owners) * np.abs(runs.matrices[owners, 0])
    advances[places] = np.minimum(advances[places], limits)


def _baselines(
    loose: NDArray[np.float64], run: NDArray[np.int64], runs: TextRuns, invented: NDArray[np.bool_], roots: Matrices
) -> NDArray[np.float64]:
    """The baseline of a text object is that of all its glyphs, unless it is set in columns (vertical writing)."""
    baselines: NDArray[np.float64] = runs.matrices[run, 5]
    scales = roots[runs.pages[run], 0]
    climbs = np.abs(loose[1:, 3] - loose[:-1, 3]) * scales[1:] > 0.25 * runs.sizes[run[1:]]
    climbs &= (run[1:] == run[:-1]) & ~(invented[1:] | invented[:-1])
    if climbs.any():
        columns = np.isin(run, run[1:][climbs])
        below = roots[runs.pages[run], 5] - scales * np.minimum(loose[:, 1], loose[:, 3])
        baselines = np.where(columns, below - DESCENT * runs.sizes[run], baselines)
    return baselines


def _advances(kept: Kept, origins: NDArray[np.float64]) -> NDArray[np.float64]:
    """Advance widths of glyphs that pdfium's loose boxes fail at: turned ones, and fonts without ascent and descent.

    From the font; where it cannot tell, what is usual of a glyph with ink, or up to the next one of the same object if that is nearer.
    """
    run, runs = kept.run, kept.runs
    widths: dict[tuple[int, int, float], float] = {}
    result = np.empty(len(run))
    for place, (owner, code) in enumerate(zip(run.tolist(), kept.codes.tolist(), strict=True)):
        key = (int(runs.fonts[owner]), code, float(runs.nominal[owner]))
        if key not in widths:
            widths[key] = font_width(*key)
        result[place] = widths[key]
    result *= np.hypot(runs.matrices[run, 0], runs.matrices[run, 1])
    unknown = np.flatnonzero(~(result > 0))
    if len(unknown):
        inked = kept.some(unknown)
        tight = inked.fill(calls.char_box)
        usual = usual_widths(inked.codes) * runs.sizes[inked.run]
        inky = (np.abs(tight[:, 1] - tight[:, 0]) > 0) & (np.abs(tight[:, 3] - tight[:, 2]) > 0)
        usual *= inky | (inked.codes == 0x20)
        following = np.append(run[1:] == run[:-1], False)[unknown]
        steps = np.append(np.hypot(*np.diff(origins, axis=0).T), 0)[unknown]
        result[unknown] = np.where(following & (steps > 0), np.minimum(steps, 1.2 * usual), usual)
    return result
