"""Columns without rules: the stretches of text on a line, and the columns that they make together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pledgecards.extract.text.lines.textline import is_spread, width_of
from pledgecards.schemas.vocabulary import Vocabulary

_STRETCH = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
_BY_FAR = 1.7
_FARTHEST = 3
_SPREAD_GAP = 3
_FIRST_GAP = 12
"""The letters of a row's name are set as wide as its column is, where nothing stands left of them."""


class Unsure(Exception):
    """The lines may be a table, but not one whose cells can be told for sure."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text without a wide gap: the columns start..end that it takes on its line."""

    start: int
    end: int
    text: str

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


Interval = tuple[int, int]


def stretches(text: str, vocabulary: Vocabulary, *, wide: bool = False) -> list[Stretch]:
    """The stretches of a line, in character columns or (wide) in columns of which Hangul takes two."""
    if is_spread(text):
        # The letters of one word, set wide.
        word = text.strip()
        start = len(text) - len(text.lstrip())
        return [Stretch(start, start + (width_of(word) if wide else len(word)), " ".join(word.split()))]
    found: list[Stretch] = []
    column = last = 0
    for match in _pieces(text):
        start, end = match.span()
        if wide:
            column += width_of(text[last:start])
            first, column, last = column, column + width_of(match.group()), end
            stretch = Stretch(first, column, match.group())
        else:
            stretch = Stretch(start, end, match.group())
        before = found[-1] if found else None
        if before is not None and _is_head(before, stretch, _FIRST_GAP if len(found) == 1 else _SPREAD_GAP, vocabulary):
            found[-1] = Stretch(before.start, stretch.end, f"{before.text} {stretch.text}")
        else:
            found.append(stretch)
    return found


def _pieces(text: str) -> Iterator[re.Match[str]]:
    """The stretches of a line as matches; months or quarters that are counted with single spaces between are one each."""
    for match in _STRETCH.finditer(text):
        if match.group().startswith("1 2 3"):
            words = match.group().split(" ")
            if all(after in (str(int(word) + 1), "1") for word, after in itertools.pairwise(words) if word.isdecimal()):
                yield from _WORD.finditer(text, *match.span())
                continue
        yield match


def _is_head(left: Stretch, right: Stretch, widest: int, vocabulary: Vocabulary) -> bool:
    """Whether two single letters are one head or one source of funding set wide (`구  분`, `국   비`)."""
    if len(left.text) != 1 or len(right.text) != 1 or right.start - left.end > widest:
        return False
    word = left.text + right.text
    return any(words.match(word, rough=False) is not None for words in (vocabulary.heads, vocabulary.funding))


def columns_of(rows: Sequence[Sequence[Stretch]], vocabulary: Vocabulary) -> list[Interval]:
    """The columns of a table's lines, told by the lines that fill them all.

    A column is what the stretches of one rank take together; where lines leave no common gutter, neighbours overlap.
    """
    rows = [row for row in rows if row]
    most = max(map(len, rows))
    full = [row for row in rows if len(row) == most]
    if any(_is_shifted(row, full[0]) for row in full[1:]):
        raise Unsure
    columns = [(min(row[k].start for row in full), max(row[k].end for row in full)) for k in range(most)]
    for left, right in itertools.pairwise(columns):
        if left[0] + left[1] >= right[0] + right[1]:
            raise Unsure
    # What stands left of all of them is a column of names that the fullest line (a schedule's quarters) leaves blank.
    first = columns[0][0]
    # (A mark may begin a little left of its head, beside the name of its row.)
    outside = [
        piece for row in rows for k, piece in enumerate(row) if piece.end <= (first if k == 0 else first - _FARTHEST)
    ]
    across = any(row[0].start < first - 1 and row[0].end > first for row in rows)
    if outside and not across:
        if _stands_in_two(outside):
            raise Unsure
        edges = (min(piece.start for piece in outside), max(piece.end for piece in outside))
        if len(full) == 1 and _heads_names(full[0][0], rows, columns, vocabulary):
            columns[0] = (edges[0], columns[0][1])
        else:
            columns.insert(0, edges)
    # A cell of several lines may hold less than the others on every full line: the last column of people in charge.
    beyond = [piece for row in rows for piece in row if piece.start >= columns[-1][1]]
    if len(beyond) > 1 and all(len(row) == 1 for row in rows if row[-1] in beyond):
        columns.append((min(piece.start for piece in beyond), max(piece.end for piece in beyond)))
    return _widened(columns, [piece for row in rows if len(row) < len(columns) for piece in row])


def _heads_names(
    head: Stretch, rows: Sequence[Sequence[Stretch]], columns: Sequence[Interval], vocabulary: Vocabulary
) -> bool:
    """Whether a line's first stretch heads names, and nothing stands below it but beside the head of the next column: the names that stand
    left of it, where the column is far wider than they are, are its own."""
    match = vocabulary.heads.match(head.text, rough=False)
    if match is None or match.key not in ("project", "category"):
        return False
    return not any(piece is not head and 0 in _over(columns, piece) for row in rows for piece in row)


def _is_shifted(row: Sequence[Stretch], head: Sequence[Stretch]) -> bool:
    """Whether a line has as many stretches as the head only because its name stands in one cell over two columns: from the second on,
    each stands under the head of the next."""
    pieces = list(zip(row[1:-1], head[1:-1], head[2:], strict=True))
    own = sum(abs(piece.middle - same.middle) for piece, same, _ in pieces)
    shifted = sum(abs(piece.middle - after.middle) for piece, _, after in pieces)
    return len(pieces) > 1 and shifted * _BY_FAR < own


def _stands_in_two(pieces: Sequence[Stretch]) -> bool:
    """Whether texts stand in two columns, two or more in each: a name, and 계획 and 실적 beside it."""
    columns: list[tuple[int, int]] = []
    for piece in sorted(pieces, key=lambda piece: piece.start):
        end, count = columns[-1] if columns else (0, 0)
        if count and piece.start < end:
            columns[-1] = (max(end, piece.end), count + 1)
        else:
            columns.append((piece.end, 1))
    return sum(count > 1 for _, count in columns) > 1


def _widened(columns: list[Interval], pieces: Sequence[Stretch]) -> list[Interval]:
    """The columns with all that surely stands in them: their heads alone are narrow."""
    wide = list(columns)
    for piece in pieces:
        over = _over(columns, piece)
        if len(over) == 1:
            start, end = wide[over[0]]
            wide[over[0]] = (min(start, piece.start), max(end, piece.end))
    return wide


def _over(columns: Sequence[Interval], piece: Stretch) -> list[int]:
    """The columns that a stretch overlaps."""
    return [c for c, (start, end) in enumerate(columns) if piece.start < end and start < piece.end]


def places_of(row: Sequence[Stretch], columns: Sequence[Interval], lean: int = 0) -> list[int]:
    """The column of every stretch of a line; Unsure if one is between two, or two share one.

    lean: where stretches of this table stand that are not right under their heads, as `lean_of` tells.
    """
    if len(row) == len(columns):
        return list(range(len(columns)))
    if len(row) == len(columns) - 1 and row and row[0].start >= columns[0][1]:
        # Nothing but the name is left out.
        return list(range(1, len(columns)))
    left = _apart([_candidates(columns, piece) for piece in row], len(columns))
    if lean:
        left = _apart([[found[-1 if lean < 0 else 0]] for found in left], len(columns))
    if any(len(found) > 1 for found in left):
        raise Unsure
    return [found[0] for found in left]


def lean_of(rows: Iterable[Sequence[Stretch]], columns: Sequence[Interval], heads: Mapping[int, Stretch]) -> int:
    """-1 where all that stands beside its head (by column) rather than under it is left of it, 1 right; 0 if neither is so.

    A wide glyph centred under a narrow head begins left of it, all down the table.
    """
    sides = set()
    for row in rows:
        try:
            found = _apart([_candidates(columns, piece) for piece in row], len(columns))
        except Unsure:
            continue
        for piece, places in zip(row, found, strict=True):
            head = heads.get(places[0]) if len(places) == 1 else None
            if head is not None and (piece.end <= head.start or head.end <= piece.start):
                sides.add(-1 if piece.middle < head.middle else 1)
    return sides.pop() if len(sides) == 1 else 0


def _apart(candidates: Sequence[list[int]], cols: int) -> list[list[int]]:
    """The columns left for every stretch of a line, from those that it may stand in: each is right of the one before.

    A stretch half-way between two columns stands in the one that no neighbour has. Unsure if none is left.
    """
    left = list(candidates)
    settled = all(len(found) == 1 for found in left) and all(a[0] < b[0] for a, b in itertools.pairwise(left))
    while not settled:
        settled = True
        for k, found in enumerate(left):
            # Neighbours that are sure of their places leave no others.
            least = max((other[0] for other in left[:k] if len(other) == 1), default=-1)
            most = min((other[0] for other in left[k + 1 :] if len(other) == 1), default=cols)
            kept = [c for c in found if least < c < most]
            if not kept:
                raise Unsure
            if len(kept) < len(found):
                left[k] = kept
                settled = False
    return left


def _candidates(columns: Sequence[Interval], piece: Stretch) -> list[int]:
    """The column that a stretch surely stands in: the only one that it overlaps, or the one that is by far the nearest.
    Else the two nearest."""
    over = _over(columns, piece)
    if len(over) == 1:
        return over
    middles = [c for c in over if piece.start <= (columns[c][0] + columns[c][1]) / 2 < piece.end]
    if len(middles) == 1:
        return middles
    if middles or piece.end + _FARTHEST < columns[0][0] or columns[-1][1] + _FARTHEST < piece.start:
        raise Unsure
    if over:
        distances = [(abs(piece.middle - (columns[c][0] + columns[c][1]) / 2), c) for c in over]
    else:
        distances = [(max(start - piece.end, piece.start - end) + 1, c) for c, (start, end) in enumerate(columns)]
    distances.sort()
    # What is set to the right of its column stands nearer to the head of the next one, where heads are set to the left.
    beside = not over and distances[0][0] > _FARTHEST and columns[0][1] <= piece.start and piece.end <= columns[-1][0]
    if len(distances) > 1 and (beside or distances[0][0] * _BY_FAR >= distances[1][0]):
        return sorted(c for _, c in distances[:2])
    return [distances[0][1]]
