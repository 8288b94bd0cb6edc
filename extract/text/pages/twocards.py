"""Two cards side by side on a page, as `pdftotext -layout` copies it: each is set under the one left of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledgecards.extract.markers import split_marker
from pledgecards.extract.numbers import numbered
from pledgecards.extract.text.lines.textline import SourceLine
from pledgecards.extract.text.tables.gutters import Stretch, stretches
from pledgecards.extract.titles.labelled import labelled
from pledgecards.extract.titles.numbering import follows, parts_of
from pledgecards.schemas.notation import plain_colons
from pledgecards.schemas.vocabulary import Vocabulary

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_WIDEST = 240
_MOST_LINES = 150
_GUTTER = 2
_LEFT_OF_TITLE, _LEFT_OF_HEADING, _RIGHT = 16, 5, 2
"""The right card's text may begin so many letters left or right of its title, whose type is larger, and of the heading of a section."""
_LEAST_COMMON = 2
_MOST_OUTSIDE = 2
"""So many lines may stand across both cards above them, and below: a heading of the page, its number."""


def with_cards_in_turn(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> list[SourceLine]:
    """The lines, of which those of two cards beside each other follow one another card by card. In doubt they stay as they are.

    Two cards stand side by side where their titles do, numbered in a row or both labelled, or the heading of one section of both; and where a
    gutter parts the sheet into sides that have two sections in common at least.
    """
    gaps = [at for at, line in enumerate(lines) if "   " in line.text and len(_GAP.findall(line.text)) == 1]
    anchors = {at for at in gaps if _is_pair(lines[at].text, vocabulary)}
    if not anchors:
        return list(lines)  # most texts
    result: list[SourceLine] = []
    for low, high in _spans(lines, anchors, vocabulary):
        within = [at - low for at in range(low, high) if at in anchors]
        span = lines[low:high]
        result += _in_turn(span, within, vocabulary) if within and high - low <= _MOST_LINES else span
    return result


def _spans(lines: Sequence[SourceLine], anchors: set[int], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """The sheets, cut where two titles stand."""
    starts = [
        at
        for at, line in enumerate(lines)
        if not at or line.sheet != lines[at - 1].sheet or (at in anchors and _are_titles(line.text, vocabulary))
    ]
    yield from zip(starts, [*starts[1:], len(lines)], strict=True)


def _in_turn(lines: Sequence[SourceLine], anchors: Sequence[int], vocabulary: Vocabulary) -> Sequence[SourceLine]:
    titled = _are_titles(lines[anchors[0]].text, vocabulary)
    for wide in (False, True):
        rows = [stretches(line.text, vocabulary, wide=wide) for line in lines]
        edge = rows[anchors[0]][1].start
        gutters = range(edge + _RIGHT, edge - (_LEFT_OF_TITLE if titled else _LEFT_OF_HEADING), -1)
        extents = [(_extent(rows, gutter, anchors[0], titled=titled), gutter) for gutter in gutters]
        (low, high), gutter = max(extents, key=lambda found: found[0][1] - found[0][0])
        outside = [line for line in [*lines[:low], *lines[high:]] if not line.blank]
        if high <= anchors[-1] or len(outside) > _MOST_OUTSIDE:
            continue
        sides = _sides(lines[low:high], rows[low:high], gutter)
        both = [_sections([line.text for line in side], vocabulary) for side in sides]
        if len(both[0] & both[1]) >= _LEAST_COMMON:
            between = SourceLine(lines[low].number, "", lines[low].sheet)
            return [*lines[:low], *sides[0], between, *sides[1], between, *lines[high:]]
    return lines


def _is_pair(text: str, vocabulary: Vocabulary) -> bool:
    return _are_titles(text, vocabulary) or _are_headings(text, vocabulary)


def _are_headings(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line holds the heading of the same section twice (`1. 사업개요      1. 사업개요`)."""
    pieces = stretches(text, vocabulary) if len(text) <= _WIDEST else []
    return len(pieces) == 2 and pieces[0].text == pieces[1].text and bool(_sections([pieces[0].text], vocabulary))


def _are_titles(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line holds the titles of two cards, numbered in a row or both labelled (`11. 골목 주차장      12. 작은 도서관`)."""
    pieces = stretches(text, vocabulary) if len(text) <= _WIDEST else []
    if len(pieces) != 2 or _sections([piece.text for piece in pieces], vocabulary):
        return False
    one, other = (numbered(piece.text, vocabulary) for piece in pieces)
    if one is not None and other is not None:
        told = all(found.title or found.named for found in (one, other))
        return told and follows(parts_of(other.number), parts_of(one.number))
    titles = [labelled(piece.text, vocabulary) for piece in pieces]
    return all(found is not None and found.title for found in titles)


def _extent(rows: Sequence[Sequence[Stretch]], gutter: int, anchor: int, *, titled: bool) -> tuple[int, int]:
    """The rows around the anchor that leave the gutter free: from the titles on, if there are any."""
    low, high = anchor, anchor
    while not titled and low > 0 and _is_free(rows[low - 1], gutter):
        low -= 1
    while high < len(rows) and _is_free(rows[high], gutter):
        high += 1
    return low, high


def _is_free(row: Sequence[Stretch], gutter: int) -> bool:
    """Whether no text stands in the columns right before this one."""
    return all(piece.end <= gutter - _GUTTER or piece.start >= gutter for piece in row)


def _sides(
    lines: Sequence[SourceLine], rows: Sequence[Sequence[Stretch]], gutter: int
) -> tuple[list[SourceLine], list[SourceLine]]:
    sides: tuple[list[SourceLine], list[SourceLine]] = ([], [])
    for line, row in zip(lines, rows, strict=True):
        right = [piece for piece in row if piece.start >= gutter]
        cut = _beginning(line.text, right)
        texts = (line.text[:cut].rstrip(), " " * (right[0].start - gutter) + line.text[cut:] if right else "")
        for side, text in zip(sides, texts, strict=True):
            side.append(SourceLine(line.number, text, line.sheet))
    return sides


def _beginning(text: str, right: Sequence[Stretch]) -> int:
    """Where in a line its last stretches begin."""
    begin = len(text.rstrip())
    for piece in reversed(right):
        for word in reversed(piece.text.split(" ")):  # (letters set wide have more spaces in the line)
            begin = text.rindex(word, 0, begin)
    return begin


def _sections(texts: Sequence[str], vocabulary: Vocabulary) -> set[str]:
    """The sections that lines head."""
    found = set()
    for text in texts:
        bare = plain_colons(split_marker(text.strip(), vocabulary).words).split("(")[0].split(":")[0].strip()
        match = vocabulary.sections.match(bare, rough=False) if bare else None
        if match is not None:
            found.add(match.key)
    return found
