"""Heads of two storeys in text set with spaces: years over quarters, or over names that come again under each."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pledgecards.extract.page import Table
from pledgecards.extract.text.lines.textline import SourceLine
from pledgecards.extract.text.tables.from_cells import LEAST_COLUMNS, is_number, is_year
from pledgecards.extract.text.tables.gutters import Stretch, stretches
from pledgecards.schemas.vocabulary import Vocabulary

_HIGHEST_HEAD = 4
_BY_FAR = 1.7
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Storeys:
    """A head of two storeys: the indexes of its lines, the upper names, the lower ones, and how many of these stand under each."""

    upper: int
    lower: int
    tops: list[Stretch]
    subs: list[Stretch]
    widths: list[int]


def storeys(rows: Sequence[Sequence[Stretch]]) -> Storeys | None:
    """The head of two storeys of a table's lines, if it has one. The names that go down both may stand on a line between."""
    head = itertools.takewhile(_may_head, rows[:_HIGHEST_HEAD])
    broad = [i for i, row in enumerate(head) if len(row) > 1][:3]
    for i, j in itertools.combinations(broad, 2):
        found = _storeys(i, j, rows[i], rows[j])
        if found is not None:
            return found
    return None


def _may_head(row: Sequence[Stretch]) -> bool:
    """Whether a line may be of a head: it has no figures but those that count quarters or months."""
    figures = [piece.text for piece in row if is_number(piece.text)]
    return all(text.isdecimal() and int(text) <= _MONTHS for text in figures)


def _storeys(i: int, j: int, upper: Sequence[Stretch], lower: Sequence[Stretch]) -> Storeys | None:
    if len(lower) <= len(upper):
        return None
    for tops in (upper, upper[1:], upper[:-1], upper[1:-1]):
        for subs in (lower, lower[1:], lower[:-1], lower[1:-1]):
            if len(tops) < 2 or len(subs) <= len(tops) or _leaves_out(upper, tops) or _leaves_out(lower, subs):
                continue
            if widths := _widths(tops, subs):
                return Storeys(i, j, list(tops), list(subs), widths)
    return None


def _leaves_out(row: Sequence[Stretch], taken: Sequence[Stretch]) -> bool:
    """Whether a line has more of what was taken of it: another year, or another of the names that come again under each."""
    texts = {piece.text for piece in taken}
    left = [piece for piece in row if piece not in taken]
    return any(piece.text in texts or is_year(piece.text) for piece in left)


def _widths(tops: Sequence[Stretch], subs: Sequence[Stretch]) -> list[int] | None:
    """How many of the lower names stand under each upper one: they are the same under each, and only the first and the last year may
    have fewer, as where the years stand tells."""
    texts = [piece.text for piece in subs]
    period = next((k for k in range(1, len(texts)) if texts[k] == texts[0]), len(texts))
    if period < 2 or len(texts) < 2 * period or len(set(texts[:period])) < period:
        return None
    if texts != (texts[:period] * (len(texts) // period + 1))[: len(texts)]:
        return None
    ways = [widths for first in range(1, period + 1) if len(widths := _parted(len(texts), first, period)) == len(tops)]
    ranked = sorted((_adrift(tops, subs, widths), widths) for widths in ways)
    even = [period] * len(tops)
    if even in ways:
        return even if len(ways) == 1 or ranked[0][1] == even else None
    if (
        not ranked
        or not all(is_year(top.text) for top in tops)
        or (len(ranked) > 1 and ranked[0][0] * _BY_FAR >= ranked[1][0])
    ):
        return None
    return ranked[0][1]


def _parted(count: int, first: int, period: int) -> list[int]:
    """So many names in parts of `period`, the first part of `first`."""
    full, rest = divmod(count - first, period)
    return [first, *[period] * full, *([rest] if rest else [])]


def _adrift(tops: Sequence[Stretch], subs: Sequence[Stretch], widths: Sequence[int]) -> float:
    """How far the upper names stand off the middles of the lower ones that they would stand over, all together."""
    off, at = 0.0, 0
    for top, width in zip(tops, widths, strict=True):
        off += abs(top.middle - (subs[at].start + subs[at + width - 1].end) / 2)
        at += width
    return off


def has_unnamed_storeys(rows: Sequence[Sequence[Stretch]]) -> bool:
    """Whether a line above the first figures names several things several times (`목표 실적 목표 실적`), more than the lines above it:
    years, or the like, stand over them, and without these no column is known."""
    widest = 0
    for row in rows[:_HIGHEST_HEAD]:
        texts = [piece.text for piece in row]
        if any(map(is_number, texts)):
            return False
        twice = [text for text, times in Counter(texts).items() if times > 1 and any(map(str.isalnum, text))]
        if len(twice) > 1 and len(texts) > widest:
            return True
        widest = max(widest, len(texts))
    return False


def begins_over_name(table: Table, above: SourceLine, vocabulary: Vocabulary) -> bool:
    """Whether the first row has words above its name, which is none that goes down a head of two storeys; or no name at all, which then stands
    in the line above, the upper storey."""
    first = [cell for cell in table.cells if not cell.row and cell.lines]
    if first and first[0].col:
        return len(stretches(above.text, vocabulary)) >= LEAST_COLUMNS
    return (
        bool(first)
        and first[0].row_span == 1
        and any((cell.lines[0].place.line or 0) < (first[0].lines[0].place.line or 0) for cell in first)
    )
