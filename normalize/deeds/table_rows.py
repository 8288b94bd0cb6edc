"""Deeds in the rows of tables that are none of the contract's (`2019. 3. 4. | 착공 | 도로과`): which rows and cells tell one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from pledgecards.extract.card import Item
from pledgecards.extract.items.outline import BETWEEN_CELLS, ROW_MARKER
from pledgecards.extract.tables.unread_rows import heads_years
from pledgecards.normalize.dates.found import PRECISIONS
from pledgecards.normalize.deeds.words import Stamp, stands_alone
from pledgecards.schemas.vocabulary import Vocabulary, fold

AROUND_DATE = " .()년도"
"""What may stand around a date in a cell that holds nothing else."""

NUMBER_OF_ROW = re.compile(r"\d{1,3}\.? \| ")
"""The first cell of a row where it only counts the rows."""

_REMARKS = frozenset({"note", "plan", "spent", "secured", "total"})
"""What a last column holds besides: a remark, or what the deed of its row cost."""
_OF_PEOPLE = ("department", "name", "phone")
_FINE = PRECISIONS.index("month")
_LONGEST_SCRAP = 30
_WORDS = re.compile(r"[가-힣]{2}")
_BULLET = re.compile(r"(?:ㅇ|[^\w\s()\[\]<>「」『』《》〈〉【】'‘’\"“”`´△▲+*※☎☏√✓✔])\s+")
_REMARK = re.compile(r"\s*(?:\([가-힣 ]{1,6}\)|예정|완료|진행 ?중|추진 ?중|계획)\s*")
"""What a cell says of its date alone (`2021. 6. (예정) | 준공`): the deed stands in another."""


def rows_with_remarks(items: Sequence[Item], vocabulary: Vocabulary) -> frozenset[int]:
    """The rows of unknown tables that end in a remark (`비고`, `완료여부`) or in who did it (`담당부서`), as their head row says: they have as many
    cells."""
    heads = vocabulary.dates.folded("remark_heads").union(*map(vocabulary.head_kinds.__getitem__, _OF_PEOPLE))
    found: set[int] = set()
    cells = 0
    above = False
    for item in items:
        # No head holds a figure: what does is a row behind the bullets of another one.
        first, above = not above and not any(map(str.isdigit, item.text_raw)), item.marker == ROW_MARKER
        if not above:
            cells = 0
            continue
        printed = item.text_raw.split(BETWEEN_CELLS)
        match = vocabulary.heads.match(printed[-1], rough=False) if len(printed) > 2 else None
        if (match is not None and match.key in (_REMARKS if first else ("note",))) or (
            first and len(printed) > 2 and fold(printed[-1]) in heads
        ):
            cells = len(printed)
        elif len(printed) == cells:
            found.add(item.item_id)
    return frozenset(found)


def rows_by_dates(items: Sequence[Item], stamps: Mapping[int, Sequence[Stamp]]) -> frozenset[int]:
    """The rows of unknown tables in which one column is of dates alone, a day or a month among them: then a half or a year alone there is the
    date of its row as well (`준공 | 2020년 상반기` below `매입 | 2018. 8.`)."""
    found: set[int] = set()
    for is_row, group in groupby(items, key=lambda item: item.marker == ROW_MARKER):
        rows = list(group)[1:] if is_row else []  # the first is the head
        for column in range(rows[0].text_raw.count(BETWEEN_CELLS) + 1 if len(rows) > 1 else 0):
            alone = [_alone_in(row.text_raw, column, stamps.get(row.item_id, ())) for row in rows]
            precisions = [stamp.precision for stamp in alone if stamp is not None]
            if len(precisions) == len(rows) and any(PRECISIONS.index(one) <= _FINE for one in precisions):
                found.update(row.item_id for row in rows)
    return frozenset(found)


def _alone_in(row: str, column: int, stamps: Sequence[Stamp]) -> Stamp | None:
    """The date in a cell of a row that holds nothing else."""
    cells = row.split(BETWEEN_CELLS)
    if column >= len(cells):
        return None
    start = sum(len(cell) + len(BETWEEN_CELLS) for cell in cells[:column])
    within = [stamp for stamp in stamps if start <= stamp.span[0] and stamp.span[1] <= start + len(cells[column])]
    if len(within) != 1:
        return None
    low, high = within[0].span[0] - start, within[0].span[1] - start
    return within[0] if stands_alone(cells[column], low, high, AROUND_DATE) else None


def is_scrap_beside(item: Item, around: Sequence[Item]) -> bool:
    """Whether words without a date stand right above or below a row of a table that was not read: the rest of a name in it."""
    if item.place.line is None or item.marker is not None or len(item.text) > _LONGEST_SCRAP:
        return False
    rows = [other.place.line for other in around if other.marker == ROW_MARKER and other.place.line is not None]
    return any(abs(line - item.place.line) == 1 for line in rows)


def dates_side_by_side(text: str, stamps: Sequence[Stamp]) -> bool:
    """Whether three dates or more stand side by side, as in the head of a table."""
    beside = [one for one, other in pairwise(stamps) if not text[one.span[1] : other.span[0]].strip(" |")]
    return len(beside) > 1


def is_deed(row: str, stamps: Sequence[Stamp], dated: bool = False) -> bool:
    """Whether a row of an unknown table is a deed: it names a day or a month, or its first cell, or that in the column of dates (`dated`:
    it has one), is a date and nothing else, beside words (`2019. 하반기 | 손실보상 협의`). A row with dates side by side is a head."""
    if dates_side_by_side(row, stamps) or heads_years(row):
        return False
    if dated or any(PRECISIONS.index(stamp.precision) <= _FINE for stamp in stamps):
        return _has_words_beside(row, stamps)
    numbered = NUMBER_OF_ROW.match(row)
    begin = numbered.end() if numbered is not None else 0
    cells = row[begin:].split(BETWEEN_CELLS)
    for stamp in sorted(stamps, key=lambda stamp: stamp.span):  # `2019년 | 1분기 | 착공`: the first cells, one by one
        low, high = (max(0, at - begin) for at in stamp.span)
        if len(cells) < 2 or high > len(cells[0]) or not stands_alone(cells[0], low, high, AROUND_DATE):
            return False
        begin += len(cells.pop(0)) + len(BETWEEN_CELLS)
    return bool(stamps) and _WORDS.search(BETWEEN_CELLS.join(cells)) is not None


def _has_words_beside(row: str, stamps: Sequence[Stamp]) -> bool:
    """Whether a row holds more than its dates: these alone head columns."""
    ends = [0, *(stamp.span[1] for stamp in stamps)]
    starts = [*(stamp.span[0] for stamp in stamps), len(row)]
    return any(row[end:start].strip(AROUND_DATE + "|") for end, start in zip(ends, starts, strict=True))


def cells_of_deeds(row: str, stamps: Sequence[Stamp]) -> list[tuple[int, int, list[Stamp]]]:
    """The cells of a row that hold words and a day or a month of their own, each with its dates: what each tells is a deed by itself,
    and the other cells (a year, a name, an amount) are no words of it."""
    found = []
    start = 0
    for cell in row.split(BETWEEN_CELLS):
        end = start + len(cell)
        within = [stamp for stamp in stamps if start <= stamp.span[0] and stamp.span[1] <= end]
        fine = any(PRECISIONS.index(stamp.precision) <= _FINE for stamp in within)
        words = " ".join(_around(row, start, end, within))
        if fine and _WORDS.search(words) and not _REMARK.fullmatch(words):
            found.append((start + _bullet(cell), end, within))
        start = end + len(BETWEEN_CELLS)
    return found


def _bullet(cell: str) -> int:
    """How long the bullet is with which the words of a cell begin: it is none of them."""
    marked = _BULLET.match(cell)
    return marked.end() if marked is not None else 0


def without_remarks(label: str, row: str, stamps: Sequence[Stamp]) -> str:
    """The label of a row's deed without the bullets of its cells, and without what the cell of its date says of the date alone
    (`2021. 6. (예정) | 준공`)."""
    label = BETWEEN_CELLS.join([piece[_bullet(piece) :] for piece in label.split(BETWEEN_CELLS)])
    said: set[str] = set()
    start = 0
    for cell in row.split(BETWEEN_CELLS):
        within = [stamp for stamp in stamps if start <= stamp.span[0] and stamp.span[1] <= start + len(cell)]
        words = " ".join(_around(row, start, start + len(cell), within)) if within else ""
        if _REMARK.fullmatch(words):
            said.add(words.strip(" ()"))
        start += len(cell) + len(BETWEEN_CELLS)
    if not said:
        return label
    return BETWEEN_CELLS.join([piece for piece in label.split(BETWEEN_CELLS) if piece.strip(" ()") not in said])


def _around(row: str, start: int, end: int, stamps: Sequence[Stamp]) -> Iterator[str]:
    """What stands in a cell beside its dates."""
    for stamp in sorted(stamps, key=lambda stamp: stamp.span):
        yield row[start : stamp.span[0]]
        start = stamp.span[1]
    yield row[start:end]
