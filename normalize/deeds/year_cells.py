"""Years alone in the rows of a table of deeds, under a head that says that they are years (`연도 | 추진내용` over `2019 | 기본계획 수립`) or, one
after the other, without a head; and months alone beside them (`연도 | 월 | 추진내용`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pledgecards.extract.card import Item
from pledgecards.extract.items.outline import BETWEEN_CELLS, ROW_MARKER
from pledgecards.normalize.deeds.line import says_words
from pledgecards.schemas.vocabulary import Vocabulary

_YEAR = re.compile(r"(?:19|20)\d\d(?= \| )")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)(?: \| |$)")
_FEWEST_YEARS = 2
_MONTH = re.compile(r"(?:1[0-2]|0?[1-9])(?= \| )")
_MONTHS = ("월", "월별")


def with_years_told(items: Iterable[Item], vocabulary: Vocabulary | None = None) -> dict[int, str]:
    """By item, the text of each such row with 년 and 월 in place of the spaces behind its year and month: of the same length, so that what is found in it
    stands there in the row as printed."""
    words = vocabulary or Vocabulary.standard()
    items = list(items)
    headless = _headless_rows(items, words)
    found: dict[int, str] = {}
    years: int | None = None
    above = months = False
    for item in items:
        if item.marker != ROW_MARKER:
            above, years = False, None if item.kind == "heading" else years
            continue
        if item.item_id in headless:
            years, above = 0, True
        # Behind the bullets of a year the next one goes on with the table.
        if not above and (years is None or _YEAR.match(item.text_raw, _start_of(item.text_raw, years) or 0) is None):
            years = _year_column(item.text_raw, words)
            heads = item.text_raw.split(BETWEEN_CELLS)
            months = years is not None and heads[years + 1 : years + 2] in [[word] for word in _MONTHS]
            above = True
            continue
        above = True
        if years is None:
            continue
        start = _start_of(item.text_raw, years)
        year = _YEAR.match(item.text_raw, start) if start is not None else None
        if year is not None and says_words(item.text_raw[year.end() :]):
            text = f"{item.text_raw[: year.end()]}년{item.text_raw[year.end() + 1 :]}"
            month = _MONTH.match(text, year.end() + len(BETWEEN_CELLS)) if months else None
            found[item.item_id] = text if month is None else f"{text[: month.end()]}월{text[month.end() + 1 :]}"
    return found


def _headless_rows(items: Sequence[Item], vocabulary: Vocabulary) -> frozenset[int]:
    """The rows of performance that begin with a year alone, where all rows under the same heading do, in their order, several of a year
    or one: the bullets of a year may stand between them."""
    found: set[int] = set()
    rows: list[Item] = []
    for item in [*items, None]:
        if item is not None and item.kind != "heading":
            if (
                item.marker == ROW_MARKER
                and item.section == "performance"
                and (rows or not _names_rows(item, vocabulary))
            ):
                rows.append(item)
            continue
        firsts = [_YEAR_FIRST.match(row.text_raw) for row in rows]
        years = [int(first[1]) for first in firsts if first is not None]
        if len(years) == len(rows) and len({*years}) >= _FEWEST_YEARS and years == sorted(years):
            found.update(row.item_id for row in rows)
        rows = []
    return frozenset(found)


def _names_rows(head: Item, vocabulary: Vocabulary) -> bool:
    """Whether a row is a head that does not say of what its first column is (`구분 | 추진내용`)."""
    match = vocabulary.heads.match(head.text_raw.partition(BETWEEN_CELLS)[0], rough=False)
    return match is not None and match.key in ("project", "category")


def _year_column(head: str, vocabulary: Vocabulary) -> int | None:
    """Which of the first two cells of a head row is that of years; of two, the first may count the rows."""
    keys = [
        match.key if (match := vocabulary.heads.match(cell, rough=False)) is not None else None
        for cell in head.split(BETWEEN_CELLS)[:2]
    ]
    if keys[:1] == ["year"]:
        return 0
    return 1 if keys == ["number", "year"] else None


def _start_of(row: str, column: int) -> int | None:
    start = 0
    for _ in range(column):
        bar = row.find(BETWEEN_CELLS, start)
        if bar < 0:
            return None
        start = bar + len(BETWEEN_CELLS)
    return start
