"""Cells of neighbouring columns that a single space parts, as narrow columns come out of a page: heads (`단위 목표 2018년`), and the
unit and the figures under them (`개소 3,445 1,276`)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pledgecards.extract.text.lines.sources import is_source
from pledgecards.extract.text.lines.textline import width_of
from pledgecards.extract.text.tables.from_cells import RawGrid, is_number
from pledgecards.extract.text.tables.gutters import Stretch
from pledgecards.schemas.notation import APOSTROPHE
from pledgecards.schemas.vocabulary import Vocabulary

_PERIOD = re.compile(
    rf"(?:{APOSTROPHE}\d\d|(?:20|２０)\d\d)(?:년도?|\.)?(?: ?\d{{1,2}}(?:월|\.)?)?(?: ?(?:까지|이후|이전))?"
)
_LEAST_YEARS, _LEAST_SOURCES = 2, 3
_JOINED = re.compile(r"\S [-△▲+(]?\d|\S [-–—](?!\S)")
_SIGN = re.compile(r"[^\w\s.,·'’‘`´()\[\]%~-]")
_LEAST_NAMED = 2
_DRIFT = 3
"""How many columns a cell may stand off, beside what a single space parts it from."""

_OF_YEAR = frozenset({"goal", "result", "rate", "plan", "former", "supplement", "secured", "spent"})

_LONGEST_HEAD = 3
"""The words that one head may have (`2022년 6월`, `이행률 (%)`)."""


class Joined:
    """The stretches of a table's lines, from its head on, taken apart where a space parts two cells.

    Only below a head of one storey. A blank cell leaves a wide gap: so the cells of one stretch stand under heads that follow one
    another, and where the first stands tells where all do.
    """

    def __init__(self, vocabulary: Vocabulary, *, wide: bool = False) -> None:
        self._vocabulary = vocabulary
        self._width = width_of if wide else len
        self._heads: list[Stretch] = []

    def apart(self, pieces: list[Stretch]) -> list[Stretch]:
        """The stretches of the next line; as they are where it is not sure which cells they hold."""
        if not self._heads:
            heads: list[Stretch] = []
            for piece in pieces:
                heads += self._heads_in(piece, years=any(_PERIOD.fullmatch(head.text) for head in heads))
            if not _heads_figures([head.text for head in heads], self._vocabulary):
                return pieces
            self._heads = heads
            return heads
        pieces = self._unit_apart(self._note_apart(pieces))
        if not any(_JOINED.search(piece.text) for piece in pieces):
            return pieces
        cells = [self._cells_in(piece, first=k == 0) for k, piece in enumerate(pieces)]
        found = [cell for run in cells for cell in run]
        if len(found) > len(self._heads) or any(a.end > b.start for a, b in itertools.pairwise(found)):
            return pieces
        worded = any(
            not _is_figure(cell.text) for run in cells for cell in run[1:] if cell.text not in _units(self._vocabulary)
        )
        return pieces if worded and len(found) < len(self._heads) else found

    def _heads_in(self, piece: Stretch, *, years: bool) -> list[Stretch]:
        """The heads that make up a stretch. years: some year to the left of it stands alone."""
        words = piece.text.split(" ")
        ends = _ends_of_heads(words, self._vocabulary, years=years) if len(words) > 1 else None
        return [piece] if ends is None else self._cut(piece, words, ends)

    def _unit_apart(self, pieces: list[Stretch]) -> list[Stretch]:
        """The stretches, the unit with which a name ends for itself where nothing else stands under the head of units, and behind it the
        first figure of a whole row: a name may end with a unit's word, too (`버스 노선 | 개 | 42`, `센터 개관 | -`), or be broken off."""
        words = pieces[0].text.split(" ") if pieces else []
        head = self._heads[1] if len(self._heads) > 1 else None
        if (
            len(words) < _LEAST_NAMED
            or words[-1] not in _units(self._vocabulary)
            or head is None
            or pieces[0].start >= head.start
        ):
            return pieces
        met = self._vocabulary.heads.match(head.text, rough=False)
        if met is None or met.key != "unit" or len(pieces) == 1 or pieces[1].start < head.end:
            return pieces
        first = pieces[1].text.split(" ")[0]
        middle = pieces[1].start + len(first) / 2
        nearest = min(self._heads[2:], key=lambda one: abs(one.middle - middle), default=None)
        if not (first[:1].isdigit() and is_number(first)) or nearest not in self._heads[2:3]:
            return pieces
        return [*self._cut(pieces[0], words, [len(words) - 1, len(words)]), *pieces[1:]]

    def _note_apart(self, pieces: list[Stretch]) -> list[Stretch]:
        """The stretches, the words behind a line's last figure for themselves where the last head is that of notes."""
        note = self._vocabulary.heads.match(self._heads[-1].text, rough=False)
        words = pieces[-1].text.split(" ") if pieces else []
        last = max((k for k, word in enumerate(words, 1) if _is_figure(word)), default=0)
        if note is None or note.key != "note" or not 0 < last < len(words):
            return pieces
        return [*pieces[:-1], *self._cut(pieces[-1], words, [last, len(words)])]

    def _cells_in(self, piece: Stretch, *, first: bool) -> list[Stretch]:
        """The cells of a stretch, all but the first of them set under their heads; the stretch alone if it is one cell, or unsure."""
        words = piece.text.split(" ")
        starts = [k for k, word in enumerate(words) if _is_figure(word)]
        if not starts or len(words) == 1:
            return [piece]
        named = starts[0] > 0
        if starts[0] > 1 and words[starts[0] - 1] in _units(self._vocabulary):
            starts.insert(0, starts[0] - 1)
        cells = self._cut(piece, words, [*([starts[0]] if named else []), *starts[1:], len(words)])
        under = self._under(cells[0], named=named, first=first)
        if under is None or under + len(cells) > len(self._heads) or len(cells) == 1:
            return [piece]
        heads = self._heads[under + 1 : under + len(cells)]
        if (named and not self._is_near(cells[1], heads[0])) or _ends_in_stage(
            words, starts, heads[-1], self._vocabulary
        ):
            return [piece]
        return [
            cells[0],
            *(Stretch(head.start, head.end, cell.text) for head, cell in zip(heads, cells[1:], strict=True)),
        ]

    def _under(self, cell: Stretch, *, named: bool, first: bool) -> int | None:
        """The number of the head of a stretch's first cell; None where it is not told."""
        if named and first and cell.start < self._heads[0].end:
            return 0
        if named and cell.text not in _units(self._vocabulary) and not is_source(cell.text, self._vocabulary):
            return None
        over = [k for k, head in enumerate(self._heads) if head.start <= cell.end and cell.start <= head.end]
        return over[0] if len(over) == 1 else None

    def _is_near(self, cell: Stretch, head: Stretch) -> bool:
        """Whether a figure stands about under a head: a name may end in a numeral of its own."""
        nearest = min(abs(other.middle - cell.middle) for other in self._heads)
        return abs(head.middle - cell.middle) <= nearest + _DRIFT

    def _cut(self, piece: Stretch, words: Sequence[str], ends: Sequence[int]) -> list[Stretch]:
        """The stretch cut behind these numbers of its words."""
        parts: list[Stretch] = []
        at = piece.start
        for begin, end in itertools.pairwise([0, *ends]):
            text = " ".join(words[begin:end])
            parts.append(Stretch(at, at + self._width(text), text))
            at += self._width(text) + 1
        return parts


def halves_one_head(line: str, grid: RawGrid, vocabulary: Vocabulary) -> bool:
    """Whether two sources that a space parts in the line of the head are one head (`국비 도비`): nothing stands under one of them."""
    for c, (one, other) in enumerate(itertools.pairwise(grid[0])):
        if len(one) != 1 or len(other) != 1 or f"{one[0].text} {other[0].text}" not in line:
            continue
        blank = any(not any(row[place] for row in grid[1:]) for place in (c, c + 1))
        if blank and is_source(one[0].text, vocabulary) and is_source(other[0].text, vocabulary):
            return True
    return False


def _ends_in_stage(words: Sequence[str], starts: Sequence[int], head: Stretch, vocabulary: Vocabulary) -> bool:
    """Whether the last figure is that of a stage, which stands with a figure in one cell (`10 공정 50%`): the only share of a hundred, behind
    words, and not under a rate."""
    last = starts[-1]
    if not words[last].endswith("%") or _is_figure(words[last - 1]) or any(words[k].endswith("%") for k in starts[:-1]):
        return False
    met = vocabulary.heads.match(head.text, rough=False)
    return met is None or met.key != "rate"


def _is_figure(text: str) -> bool:
    """Whether a cell's text is a figure, or a dash of any length."""
    return text in ("–", "—") or is_number(text)


def _units(vocabulary: Vocabulary) -> tuple[str, ...]:
    return vocabulary.count_units


def _heads_figures(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether these are the heads of a table of figures: that of its names, then years or sources of funding, and no figure and no mark
    (`사업주체  ○ 자체 ○ 국가 ● 민간`)."""
    if not texts or vocabulary.heads.match(texts[0], rough=False) is None:
        return False
    if any(_is_figure(text) or _SIGN.search(text) for text in texts):
        return False
    years = sum(_PERIOD.fullmatch(text) is not None for text in texts)
    return years >= _LEAST_YEARS or sum(is_source(text, vocabulary) for text in texts) >= _LEAST_SOURCES


def _ends_of_heads(words: Sequence[str], vocabulary: Vocabulary, *, years: bool) -> list[int] | None:
    """Behind how many words each head ends, where heads of columns make up all the words; None else."""
    ends: list[int] = []
    at = 0
    while at < len(words):
        end = next(
            (end for end in _longest_first(at, len(words)) if _is_head(words[at:end], vocabulary, years=years)), None
        )
        if end is None:
            return None
        years = years or _PERIOD.fullmatch(" ".join(words[at:end])) is not None
        ends.append(end)
        at = end
    return ends


def _longest_first(at: int, count: int) -> Iterator[int]:
    return reversed(range(at + 1, min(count, at + _LONGEST_HEAD) + 1))


def _is_head(words: Sequence[str], vocabulary: Vocabulary, *, years: bool) -> bool:
    """Whether words are one head. years: a year stands alone before them, as all years do then."""
    if len(words) > 1 and (
        all(is_source(word, vocabulary) for word in words)
        or [_key(word, vocabulary) for word in words] == ["funding", "total"]
    ):
        return False  # `국비 도비 군비`, and 재원 beside 계, close by one another
    text = " ".join(words)
    if _PERIOD.fullmatch(text) is not None or any(
        names.match(text, rough=False) is not None
        for names in (vocabulary.heads, vocabulary.periods, vocabulary.funding)
    ):
        return True
    return not years and any(
        _PERIOD.fullmatch(" ".join(words[:end])) is not None and _is_of_year(" ".join(words[end:]), vocabulary)
        for end in range(1, len(words))
    )


def _key(word: str, vocabulary: Vocabulary) -> str | None:
    met = vocabulary.heads.match(word, rough=False)
    return met.key if met is not None else None


def _is_of_year(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word behind a year says with it what stands in one column (`2019 목표 | 2019 실적`, `'18년 국비 | '18년 시비`)."""
    met = vocabulary.heads.match(text, rough=False)
    return met.key in _OF_YEAR if met is not None else is_source(text, vocabulary)
