"""The total budget as a card states it in words or in a field (`총사업비 | 12,000백만원`), where no table of amounts gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pledgecards.extract.card import Item
from pledgecards.extract.issue import Issue
from pledgecards.extract.outline import BETWEEN_CELLS, ROW_MARKER
from pledgecards.normalize.amounts import find_amounts, has_digit, unit_factor
from pledgecards.normalize.budget.entries import entries_of
from pledgecards.normalize.rows import Row
from pledgecards.schemas.vocabulary import Vocabulary, fold, without_remark

_LABELLED = re.compile(r"(?P<label>[^:：\d]{2,14}?)\s*(?:[:：]\s*|\s)(?P<value>(?:총|약|금)?\s*\d.*)")
_BEFORE = re.compile(r"(?:총|약|금|총액|합계|계|₩|\s)*")
_BEHIND = re.compile(r"\s*(?:[(\[（](?P<parts>[^()\[\]（）]*)[)\]）])?\s*(?:※.*)?")
_WORDS = re.compile(r"[가-힣]+")
_YEAR = re.compile(r"(?:19|20)\d\d|['’‘]\s?\d\d|\d\s?년|매년|연간|해마다|매월")
_BOUND = re.compile("이상|이하|이내|미만|초과")
_WHOLE = re.compile(r"총")
_SECTIONS = ("overview", "budget")
_HEAD_AND_ROW = 2
_FAR = 6
"""A unit note is of the fields below it, at most so many items further on."""


@dataclass(frozen=True, slots=True)
class _Stated:
    label: str
    value: str
    item: Item
    unit: str | None

    @property
    def whole(self) -> bool:
        """Whether the label says that it is all of it (`총사업비`)."""
        return _WHOLE.match(self.label) is not None


def prints_total(rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    """Whether a budget has a 계 of all years, whatever it is the 계 of."""
    undated = [row for row in rows if row["year"] is None]
    return any(entry.whole and not entry.nothing for entry in entries_of(undated, vocabulary))


def stated_total(items: Sequence[Item], vocabulary: Vocabulary, *, only_whole: bool) -> tuple[int | None, list[Issue]]:
    """The total that fields of the overview or of the budget state, if all that do state the same; those that say `총` before the others.

    only_whole: a table of amounts is there, but without their sum: only what says that it is all of it counts.
    """
    found = [stated for stated in _stated(items, vocabulary) if stated.whole or not only_whole]
    found = [stated for stated in found if stated.whole] or found
    amounts = {_won(stated, vocabulary): stated for stated in found}
    if len(amounts) != 1:
        return None, []
    [(won, stated)] = amounts.items()
    unitless = won is None and re.fullmatch(r"\s*(?:총|약)?\s*\d[\d,.]*\s*", stated.value) is not None
    if not unitless:
        return won, []
    message = f"「{stated.label}」의 「{stated.value}」에 금액 단위가 없어 총예산을 비워 두었습니다."
    return None, [
        Issue("budget.unit_missing", message, "cards", "budget_total_won", stated.item.place, stated.item.text_raw)
    ]


def _won(stated: _Stated, vocabulary: Vocabulary) -> int | None:
    """The amount with which a field begins, with nothing behind it but brackets that part it among sources."""
    amounts = find_amounts(stated.value, stated.unit, vocabulary=vocabulary)
    if not amounts or amounts[0].won is None:
        return None
    start, end = amounts[0].span
    behind = stated.value[end:]
    met = _BEHIND.fullmatch(behind)
    if _BOUND.search(stated.value[start:end]) is not None:
        return None  # `12억원 이상` says no total
    if met is None or _BEFORE.fullmatch(stated.value[:start]) is None or _YEAR.search(stated.value):
        return None
    parts = met["parts"] or ""
    words = map(vocabulary.funding.match, _WORDS.findall(parts))
    return amounts[0].won if not has_digit(parts) or any(word is not None for word in words) else None


@lru_cache(maxsize=8)
def _labels(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(map(fold, vocabulary.stated_totals))


def _stated(items: Sequence[Item], vocabulary: Vocabulary) -> Iterator[_Stated]:
    """What fields state, with the unit note over them: a heading and what stands under it, the cells of a row, a line with its label."""
    unit, noted = None, -_FAR
    rows: list[Item] = []
    of_project = False
    for place, (item, below) in enumerate(pairwise([*items, None])):
        assert item is not None
        if item.kind == "caption" and unit_factor(item.text, vocabulary) is not None:
            unit, noted = item.text, place
        note = unit if place - noted < _FAR else None
        if item.kind == "heading":
            of_project = item.level > 1
        if item.section not in _SECTIONS or of_project:
            continue  # what a project of several costs is not what the pledge does
        if item.marker == ROW_MARKER:
            rows.append(item)
            if below is None or below.marker != ROW_MARKER:
                yield from _in_rows(rows, note, vocabulary)
                rows = []
        elif item.kind == "heading":
            if (
                below is not None
                and below.kind == "paragraph"
                and below.parent_id == item.item_id
                and below.marker is None
            ):
                yield from _field(item.text, below.text_raw, below, note, vocabulary)
        elif (labelled := _LABELLED.fullmatch(item.text)) is not None:
            yield from _field(labelled["label"], labelled["value"], item, note, vocabulary)


def _in_rows(rows: Sequence[Item], unit: str | None, vocabulary: Vocabulary) -> Iterator[_Stated]:
    """The cells beside their labels; or, below a row of heads, the cell under each, if there is but one such row."""
    cells = [row.text_raw.split(BETWEEN_CELLS) for row in rows]
    for row, texts in zip(rows, cells, strict=True):
        for label, value in pairwise(texts):
            yield from _field(label, value, row, unit, vocabulary)
    if len(rows) == _HEAD_AND_ROW and len(cells[0]) == len(cells[1]) > _HEAD_AND_ROW:
        for label, value in zip(*cells, strict=True):
            yield from _field(label, value, rows[1], unit, vocabulary)


def _field(label: str, value: str, item: Item, unit: str | None, vocabulary: Vocabulary) -> Iterator[_Stated]:
    if not has_digit(value) or fold(without_remark(label)) not in _labels(vocabulary):
        return
    own = label if unit_factor(label, vocabulary) is not None else unit
    yield _Stated(without_remark(label).strip(), value.strip(), item, own)
