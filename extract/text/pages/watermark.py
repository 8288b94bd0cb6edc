"""Letters of a watermark in a text taken from pages: each alone on its line, set aslant over the page, the same on every page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.text.lines.sources import is_letter
from pledgecards.extract.text.lines.textline import SourceLine, indent_of
from pledgecards.extract.text.pages.running import sheets_of
from pledgecards.schemas.vocabulary import Vocabulary

_LEAST = 2


def watermark_lines(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> set[int]:
    """The indexes of the lines that hold nothing but a letter of a watermark.

    Letters are of one where two pages or more have the same of them, two at least, each further left (or right) than the one above it;
    those of a word that goes down the page stand one below the other.
    """
    if not lines or lines[-1].sheet == 0:
        return set()
    aslant = [found for sheet in sheets_of(lines) if (found := _aslant(lines, sheet, vocabulary))]
    times = Counter(letter for found in aslant for letter in {lines[index].text.strip() for index in found})
    return {index for found in aslant for index in found if times[lines[index].text.strip()] >= _LEAST}


def without_letters(lines: Sequence[SourceLine], letters: set[int]) -> list[SourceLine]:
    """The lines without those of a watermark, and without the blank line that one of these brought with it, above it or beneath."""
    kept: list[SourceLine] = []
    skip = False
    for index, line in enumerate(lines):
        if index in letters:
            above = bool(kept) and not kept[-1].blank
            below = index + 1 < len(lines) and not lines[index + 1].blank
            skip = above and not below
            if below and not above and kept:
                kept.pop()
            continue
        if not (skip and line.blank):
            kept.append(line)
        skip = False
    return kept


def _aslant(lines: Sequence[SourceLine], sheet: Sequence[int], vocabulary: Vocabulary) -> list[int]:
    """The lines of a page that hold one Hangul letter, if these stand aslant."""
    found = [index for index in sheet if is_letter(lines[index].text.strip(), vocabulary)]
    steps = [indent_of(lines[low].text) - indent_of(lines[high].text) for high, low in pairwise(found)]
    slant = all(step > 0 for step in steps) or all(step < 0 for step in steps)
    return found if len(found) >= _LEAST and slant else []
