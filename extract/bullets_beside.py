"""Bullets that stand side by side: short columns that no page's gutter tells, so that a line holds one of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.captions import part_of
from pledgecards.extract.markers import BRACKET, DASH, NOTE, NUMERAL, SECTION, Marked, split_marker
from pledgecards.extract.page import Line
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.headings import names_section
from pledgecards.extract.series import next_in_series
from pledgecards.schemas.notation import COLON, COLONS
from pledgecards.schemas.vocabulary import Vocabulary

_WORD = re.compile(r"[가-힣]{2}")
_LABELLED = re.compile(rf"[가-힣][가-힣A-Za-z0-9()·\s]{{1,15}}{COLON}\s*\S")
_ROUND = ("○", "●", "❍", "◦", "•", "ㅇ", "◎")
_GAP = re.compile(r"\s+(?=\S)")
_COLON = re.compile(COLON)
_SECOND = re.compile(rf"\s\S{{1,4}}\s*[가-힣][^{COLONS}]{{0,16}}{COLON}")
"""A label behind the colon of another, a sign between them at least: what only a line of two bullets has."""

_LARGER = 1.2


def bullets_of(line: Line, vocabulary: Vocabulary, below: Sequence[Piece] = ()) -> list[Line]:
    """The bullets of a line that holds several; else the line.

    Wide gaps part them if the sign of the first stands before each (`○ 착공<TAB>○ 준공`), or the numeral behind it (`1) 착공<TAB>2) 준공`);
    no gap wider than a space needs to if each is a label with what it says (`가) 착공: 2019. 4. 1. 나) 준공: 2019. 10. 31.`), or if the
    sign is round, which stands between no words, and each has two words or more (`○ 거점시설 3개소 조성 ○ 골목길 정비`). A section's
    heading to the left of its first bullet is a line of its own (`■ 추진실적<TAB>- 착공(2019. 3.)`), whether a sign stands before it or not, and the bullet stands as deep as the
    next one. below: what follows the line.
    """
    tabbed = "\t" in line.text
    if not tabbed and line.text[:1] in _ROUND and f" {line.text[0]} " in line.text[2:]:
        return _between_signs(line)
    if not tabbed:
        colon = _COLON.search(line.text)
        if colon is None or _SECOND.search(line.text, colon.end()) is None:
            return [line]
    own = split_marker(line.text, vocabulary)
    if own.rank in (BRACKET, NOTE):
        return [line]
    gap = line.text.find("\t")
    beside = own.rank == SECTION or (own.rank is None and not _set_larger(line, gap))
    if gap > 0 and beside and _headed(line.text[:gap], line.text[gap + 1 :], own, vocabulary):
        heading, rest = part_of(line, 0, gap), part_of(line, gap + 1, len(line.text))
        following = below[0].line if below else None
        if following is not None and following.text[:1] == rest.text[:1] and following.indent > line.indent:
            rest = replace(rest, indent=following.indent)
        return [heading, *bullets_of(rest, vocabulary)]
    if own.rank is None:
        return [line]
    starts = _starts(
        line.text, own, vocabulary, re.compile(r"\t\s*") if tabbed else _GAP, _WORD if tabbed else _LABELLED
    )
    parts = [part_of(line, low, high) for low, high in zip(starts, [*starts[1:], len(line.text)], strict=True)]
    return parts if all(_WORD.search(part.text) for part in parts) else [line]


def _headed(left: str, right: str, own: Marked, vocabulary: Vocabulary) -> bool:
    """Whether what stands left of a wide gap heads the bullet behind it."""
    behind = split_marker(right.strip(), vocabulary)
    told = behind.rank not in (None, BRACKET, NOTE) and behind.marker != own.marker and _WORD.search(behind.words)
    return bool(told) and names_section(left, vocabulary)


def _set_larger(line: Line, gap: int) -> bool:
    """Whether what stands left of the gap is set larger than what is behind it, as a heading is that heads a column of its own."""
    before = max((run.size for run in line.runs if run.start < gap), default=0.0)
    behind = max((run.size for run in line.runs if run.end > gap + 1), default=0.0)
    return before > _LARGER * behind


def _between_signs(line: Line) -> list[Line]:
    """The bullets of a line that a round sign between spaces parts; the line itself where one of them has but a word, as options have."""
    sign = line.text[0]
    starts = [0, *(found.start() + 1 for found in re.finditer(f" {sign} ", line.text))]
    parts = [part_of(line, low, high) for low, high in zip(starts, [*starts[1:], len(line.text)], strict=True)]
    told = all(_WORD.search(part.text) and " " in part.text[2:].strip() for part in parts)
    return parts if told and all(part.text[1:2] == " " for part in parts) else [line]


def _starts(
    text: str, own: Marked, vocabulary: Vocabulary, gaps: re.Pattern[str], begins: re.Pattern[str]
) -> list[int]:
    """Where the bullets of a text begin, if each begins so."""
    starts, last = [0], own
    if begins is _LABELLED and begins.match(own.words) is None:
        return starts
    for gap in gaps.finditer(text):
        behind = split_marker(text[gap.end() :], vocabulary)
        # A dash before a date may be a range's.
        found = begins.match if begins is _LABELLED or own.rank == DASH else begins.search
        if behind.marker is None or found(behind.words) is None:
            continue
        if next_in_series(last.marker or "", behind.marker) if own.rank == NUMERAL else behind.marker == own.marker:
            starts.append(gap.end())
            last = behind
    return starts
