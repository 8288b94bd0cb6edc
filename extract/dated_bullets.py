"""Bullets with a date among deeds: what is called as a section (`○ 예산확보('19. 5.)`) is a deed there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pledgecards.extract.markers import DASH, DOT, SECTION, Marked
from pledgecards.extract.outline import same_series
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Match

DATED = re.compile(
    r"(?:1[0-2]|0?[1-9])\.\s?(?:[12]\d|3[01]|0?[1-9])\.\s?\D|(?:1[0-2]|0?[1-9])\.\s?[~∼～]|['’‘`´]?\d{2,4}\s*(?:\.|년)\s*(?:\d|~|상반기|하반기)"
)
_YEAR = re.compile(r"\d{2,4}\s?년")
_AS_OF = re.compile(r"기준|현재")


def is_deed(marked: Marked, index: int, pieces: Sequence[Piece], split: Callable[[str], Marked]) -> bool:
    """Whether a bullet among deeds has a date and heads none below it; what a section holds true for (`2020. 12. 기준`) is none."""
    if DATED.search(marked.words) is None or _AS_OF.search(marked.words) is not None:
        return False
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if following is None or following.line is None:
        return following is None or following.table is None
    below = split(following.line.text)
    return below.rank not in (DASH, DOT) or same_series(below.marker, marked.marker)


def beside_deed(
    marked: Marked,
    index: int,
    pieces: Sequence[Piece],
    headings: Sequence[Match | None],
    split: Callable[[str], Marked],
) -> bool:
    """Whether the line before or behind has the same marker and a date, and heads no section: deeds may carry the marker of headings."""
    for beside in (index - 1, index + 1):
        line = pieces[beside].line if 0 <= beside < len(pieces) else None
        if line is None or headings[beside] is not None:
            continue
        other = split(line.text)
        if same_series(other.marker, marked.marker) and DATED.search(other.words) is not None:
            return True
    return False


def heads_deeds(marked: Marked, index: int, pieces: Sequence[Piece], split: Callable[[str], Marked]) -> bool:
    """Whether a line among deeds has a heading's marker, no date, and a dated bullet of another marker below (`▶ 하천 정비` under
    `■ 추진실적`): it names a project, whatever the tables call it."""
    below = pieces[index + 1].line if 0 <= index + 1 < len(pieces) else None
    if marked.rank != SECTION or below is None or _YEAR.search(marked.words) is not None:
        return False
    bullet = split(below.text)
    if bullet.rank is None or same_series(bullet.marker, marked.marker):
        return False
    return DATED.search(below.text) is not None and DATED.search(marked.words) is None
