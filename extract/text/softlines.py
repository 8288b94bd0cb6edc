"""Lines of text that end because their column did: which may go on in the next."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pledgecards.extract.text.textline import SourceLine, indent_of, is_marked, width_of

_FULL = 0.85
"""A line this share of the widest one may have ended because the column did."""

_NARROWEST = 40
"""Where no line is wider than this, lines end where they end."""

_OPEN_END = re.compile(r"(?:\d\.|[~∼～,(\-–])$")
_GAP = re.compile(r"\t|\S {3,}\S")


def soft_lines(lines: Sequence[SourceLine], *, paper: bool) -> set[int]:
    """The indexes of the lines after which a paragraph may go on in the next line.

    paper: the text was set in pages, so that any full line may be broken; else only a line that is indented to the words
    of the bullet above goes on from it.
    """
    widths = [width_of(line.text.rstrip()) for line in lines]
    widest = max(widths, default=0)
    if widest < _NARROWEST:
        return set()
    soft: set[int] = set()
    for i, (line, after) in enumerate(itertools.pairwise(lines)):
        near = after.number - line.number == 1 or (paper and after.sheet - line.sheet == 1)
        if not near or widths[i] < _FULL * widest or _GAP.search(line.text.strip()):
            continue
        if is_marked(after.text) and not (paper and _goes_on(line.text, after.text)):
            continue
        if indent_of(after.text) >= indent_of(line.text) if paper else indent_of(after.text) == _words_at(line.text):
            soft.add(i)
    return soft


def _goes_on(text: str, after: str) -> bool:
    """Whether what looks like a numeral (`31.(일)`) is the rest of a date or list that the line above leaves open."""
    return _OPEN_END.search(text.rstrip()) is not None and after.lstrip()[:1].isdigit()


def _words_at(text: str) -> int:
    """The column at which the words of a marked line begin; -1 for a line without a marker."""
    words = text.split(maxsplit=1)
    if len(words) < 2 or not is_marked(text):
        return -1
    return indent_of(text) + width_of(words[0]) + indent_of(text.lstrip()[len(words[0]) :])
