"""The glyphs of a page, from pdfium's text page.

pdfium invents spaces and line breaks, and leaves out text objects that repeat one drawn just before (fake bold).
The first are dropped here; the second are found again among the page's objects, so that what they repeat is known to be bold.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, replace
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract import pdfium_calls as calls
from pledgecards.extract.affine import Matrices, compose, move, move_boxes
from pledgecards.extract.canvas import TextStyle
from pledgecards.extract.fonts import font_name, is_bold
from pledgecards.extract.glyphs import DESCENT, UNMAPPED, Glyphs
from pledgecards.extract.pdfium_calls import Handle, PageError, pdfium
from pledgecards.extract.pdfium_objects import PageObjects

MOST_GLYPHS = 100_000

_INVISIBLE_MODES = (3, 7)
_STROKED_MODES = (1, 5)
_OUTLINED_MODES = (2, 6)
_LOOK_BACK = 8
"""Among so many text objects before it pdfium looks for one that a text object repeats (it takes 5)."""
_BLANK = 0.01
"""Text objects whose ink is narrower than this are left out by pdfium."""
_NOTHING = (np.inf, np.inf, -np.inf, -np.inf)


@dataclass(slots=True)
class _Runs:
    """The page's text objects, one entry each: matrix as displayed, font size there and in the file, font, style, what can be seen.

    foreign  the fonts that are not embedded
    level    runs to the right on an upright page, in a font whose loose boxes can be trusted
    """

    matrices: Matrices
    sizes: NDArray[np.float64]
    nominal: NDArray[np.float64]
    fonts: list[int]
    foreign: set[int]
    styles: list[TextStyle]
    style_of: NDArray[np.int32]
    clips: NDArray[np.float64]
    headings: NDArray[np.float64]
    level: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Font:
    """A font as pdfium knows it. boxed: its ascent and descent make sense, so loose boxes are by its advance widths."""

    name: str
    bold: bool
    boxed: bool
    embedded: bool


def read_glyphs(text_page: Handle, objects: PageObjects) -> Glyphs:
    """The glyphs of a page as displayed (see `Glyphs`); sets `objects.truncated` where there are too many."""
    count = max(0, calls.char_count(text_page))
    if count > MOST_GLYPHS:
        objects.truncated = True
        count = MOST_GLYPHS
    runs = _runs(objects)
    owners = np.array(list(map(calls.char_object, repeat(text_page), range(count))), np.uint64)
    starts = np.flatnonzero(np.diff(owners, prepend=np.uint64(0)) != 0)
    known = {handle.value: place for place, handle in enumerate(objects.texts.handles)}
    run_of_start = [known.get(owner, -1) for owner in owners[starts].tolist()]
    run = np.repeat(np.array([-1, *run_of_start], np.int64), np.diff(np.concatenate(([0], starts, [count]))))
    codes = _codes(text_page, count)
    kept = np.flatnonzero(run >= 0)
    blanks = _unused(objects, runs, set(run_of_start))
    _check_ink(text_page, blanks, codes, kept, run, runs)
    kept, invented = _without_inventions(text_page, codes, kept, run)
    kept, invented = _fused(codes, kept, invented)
    codes, run = codes[kept], run[kept]
    codes = _unmapped(text_page, codes, kept, run, runs)
    origins, advances = _places(text_page, kept, codes, run, runs, invented, objects.frames[0])
    if invented.any():
        true = ~invented | _stand_in(invented, origins, advances, run, runs)
        codes, run, origins, advances = codes[true], run[true], origins[true], advances[true]
    codes, run, origins, advances = _with_blanks(blanks, codes, run, origins, advances, runs)
    shares = np.zeros(len(codes), bool)
    shares[1:] = (run[1:] == run[:-1]) & (origins[1:] == origins[:-1]).all(axis=1) & (advances[1:] > 0)
    return Glyphs(codes, origins, advances, shares, run, runs.styles, runs.style_of, runs.headings, runs.clips)


def _runs(objects: PageObjects) -> _Runs:
    handles, frames = objects.texts.handles, np.array(objects.texts.frames, np.int64)
    matrices = compose(calls.MATRIX.fill(calls.object_matrix, handles).astype(np.float64), objects.frames[frames])
    nominal = calls.ONE_FLOAT.fill(calls.text_size, handles)[:, 0].astype(np.float64)
    sizes = np.abs(nominal) * np.hypot(matrices[:, 2], matrices[:, 3])
    heading = matrices[:, :2] * np.sign(nominal)[:, None]
    length = np.hypot(heading[:, 0], heading[:, 1])[:, None]
    headings = np.where(length > 0, heading / np.where(length > 0, length, 1), [1.0, 0.0])
    fonts = list(map(calls.text_font, handles))
    table = {font: _font(font) for font in dict.fromkeys(fonts)}
    modes = list(map(calls.text_mode, handles))
    colours = calls.blended(calls.FOUR_COUNTS.fill(calls.fill_colour, handles))
    for place, mode in enumerate(modes):
        if mode in _STROKED_MODES:
            colours[place] = calls.blended(calls.FOUR_COUNTS.fill(calls.stroke_colour, [handles[place]]))[0]
    clips = objects.clips(objects.texts)
    clips[np.array([mode in _INVISIBLE_MODES for mode in modes], bool) | (colours < 0)] = _NOTHING
    page = objects.frames[0]
    level = (page[0] > 0) & (headings[:, 0] > 0.9999) & np.array([table[font].boxed for font in fonts], bool)
    looks: dict[tuple[int, float, int, int], int] = {}
    style_of = [
        looks.setdefault(look, len(looks))
        for look in zip(fonts, sizes.round(2).tolist(), modes, colours.tolist(), strict=True)
    ]
    styles = [
        TextStyle(table[font].name, size, table[font].bold or mode in _OUTLINED_MODES, max(colour, 0))
        for font, size, mode, colour in looks
    ]
    foreign = {font for font, face in table.items() if not face.embedded}
    return _Runs(matrices, sizes, nominal, fonts, foreign, styles, np.array(style_of, np.int32), clips, headings, level)


def _font(address: int) -> _Font:
    if not address:
        return _Font("", False, False, True)
    font = ctypes.cast(address, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(512)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = font_name(buffer.value)
    ascent, descent = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFFont_GetAscent(font, 1000.0, ascent)
    pdfium.FPDFFont_GetDescent(font, 1000.0, descent)
    bold = is_bold(name, pdfium.FPDFFont_GetWeight(font), max(pdfium.FPDFFont_GetFlags(font), 0))
    return _Font(name, bold, abs(ascent.value - descent.value) >= 1, pdfium.FPDFFont_GetIsEmbedded(font) != 0)


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
    runs: _Runs,
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
        space = _font_width(runs.fonts[owner], 0x20, float(runs.nominal[owner])) * scale
        if space > 0 and 0.9 * space <= gap <= space + 0.35 * runs.sizes[owner]:
            true[place] = True
            origins[place], advances[place] = end, gap
    return true


def _font_width(font: int, code: int, size: float) -> float:
    """The advance width of a character in a font, in the text's own space; 0 where the font does not have it."""
    width = ctypes.c_float()
    pdfium.FPDFFont_GetGlyphWidth(ctypes.cast(font, pdfium.FPDF_FONT), code, abs(size), width)
    return float(width.value)


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
    text_page: Handle, codes: NDArray[np.uint32], kept: NDArray[np.int64], run: NDArray[np.int64], runs: _Runs
) -> NDArray[np.uint32]:
    """Puts U+FFFD for glyphs without a Unicode value, for which pdfium gives the bare character code; blank ones are spaces.

    One question for each character of a font that occurs, not for every glyph.
    """
    numbers = {font: number for number, font in enumerate(dict.fromkeys(runs.fonts))}
    font = np.array([numbers[font] for font in runs.fonts], np.int64)[run]
    _, first, kind = np.unique((font << 32) | codes, return_index=True, return_inverse=True)
    doubtful = [calls.char_unmapped(text_page, place) == 1 for place in kept[first].tolist()]
    if not any(doubtful):
        return codes
    codes = codes.copy()
    doubts = np.flatnonzero(np.array(doubtful)[kind])
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
    runs: _Runs,
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
    hard = np.flatnonzero(~level)
    if len(hard):
        own = calls.TWO_DOUBLES.fill(calls.char_origin, [text_page], kept[hard].tolist())
        origins[hard] = move(own, page)
        advances[hard] = _advances(text_page, kept[hard], codes[hard], origins[hard], run[hard], runs)
    return origins, advances


def _baselines(
    loose: NDArray[np.float64], run: NDArray[np.int64], runs: _Runs, invented: NDArray[np.bool_], page: Matrices
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
    runs: _Runs,
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
            widths[key] = _font_width(*key)
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


def _unused(objects: PageObjects, runs: _Runs, used: set[int]) -> list[int]:
    """What the text page left out: text objects that only repeat another one make that one bold; blank ones are returned."""
    unused = [place for place in range(len(runs.fonts)) if place not in used]
    if not unused:
        return []
    bounds = calls.FOUR_FLOATS.fill(calls.object_bounds, objects.texts.handles).astype(np.float64)
    boxes = move_boxes(bounds, objects.frames[objects.texts.frames])
    blank = np.abs(bounds[:, 2] - bounds[:, 0]) < _BLANK
    for place in unused:
        if blank[place] or runs.clips[place, 0] > runs.clips[place, 2]:
            continue
        slack = 0.25 * runs.sizes[place]
        for other in range(place - 1, max(-1, place - 1 - _LOOK_BACK), -1):
            if (
                other in used
                and abs(runs.sizes[other] - runs.sizes[place]) <= 0.1 * runs.sizes[place]
                and (boxes[other, :2] <= boxes[place, :2] + slack).all()
                and (boxes[other, 2:] >= boxes[place, 2:] - slack).all()
            ):
                look = replace(runs.styles[runs.style_of[place]], bold=True)
                runs.style_of[other] = len(runs.styles)
                runs.styles.append(look)
                break
    return [place for place in unused if blank[place]]


def _check_ink(
    text_page: Handle,
    blanks: list[int],
    codes: NDArray[np.uint32],
    kept: NDArray[np.int64],
    run: NDArray[np.int64],
    runs: _Runs,
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


def _with_blanks(
    blanks: list[int],
    codes: NDArray[np.uint32],
    run: NDArray[np.int64],
    origins: NDArray[np.float64],
    advances: NDArray[np.float64],
    runs: _Runs,
) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """The glyphs with a space for every blank text object, in the order drawn."""
    widths: dict[tuple[int, float], float] = {}
    for place in blanks:
        look = runs.fonts[place], float(runs.nominal[place])
        if look not in widths:
            widths[look] = _font_width(look[0], 0x20, look[1])
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
