"""The total budget as a card states it in words or in a field (`총사업비 | 12,000백만원`), where no table of amounts gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pledgecards.extract.card import Item
from pledgecards.extract.issue import Issue
from pledgecards.extract.items.outline import BETWEEN_CELLS, ROW_MARKER
from pledgecards.normalize.amounts import find_amounts, has_digit, unit_factor
from pledgecards.normalize.budget.entries import Entry
from pledgecards.normalize.budget.partial_sums import possible_sums
from pledgecards.normalize.budget.stated_parts import make_up, parts_differ
from pledgecards.normalize.budget.stated_words import words_below
from pledgecards.normalize.budget.total import Totals, totals_differ
from pledgecards.schemas.notation import APOSTROPHE, COLON, COLONS, SHORT_YEAR, TILDE
from pledgecards.schemas.vocabulary import Vocabulary, fold, without_remark

_LABELLED = re.compile(rf"(?P<label>[^{COLONS}\d]{{2,14}}?)\s*(?:{COLON}\s*|\s)(?P<value>(?:총|약|금)?\s*\d.*)")
_BEFORE = re.compile(r"(?:총|약|금|총액|합계|계|₩|\s)*")
_BEHIND = re.compile(r"\s*(?:[(\[（](?P<parts>[^()\[\]（）]*)[)\]）])?\s*")
_WORDS = re.compile(r"[가-힣]+")
_AMOUNT = re.compile(r"\d[\d,.]*\s?[천백십만억조]*\s?원?")
_NUMERAL = re.compile(r"\d+|[①-⑳]|[Ⅰ-Ⅻ]|[가-하](?=[.)])")
_YEAR = re.compile(rf"(?:19|20)\d\d|{APOSTROPHE}\s?\d\d|\d\s?년|매년|연간|해마다|매월")
_SPAN = re.compile(rf"\s*{SHORT_YEAR}(?:년도?|\.)?\s?{TILDE}\s?{SHORT_YEAR}(?:년도?|\.)?\s*")
"""The years that a total is of, no one year and no remark on a part: `총 12억원(2018~2022)`."""

_BOUND = re.compile("이상|이하|이내|미만|초과")
_WHOLE = re.compile(r"총")
_WHOLE_AMOUNT = re.compile(r"총\s?(?:약\s?)?\d")
_SUMS = frozenset({"계", "합계"})
_SECTIONS = ("overview", "budget", "other")
_HEAD_AND_ROW = 2
_ROUNDED = 0.05
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
        """Whether its label or the field itself says that it is all of it (`총사업비`, `사업비 : 총 12억원`)."""
        return _WHOLE.match(self.label) is not None or _WHOLE_AMOUNT.match(self.value) is not None


def stated_total(items: Sequence[Item], vocabulary: Vocabulary, *, only_whole: bool) -> tuple[int | None, list[Issue]]:
    """The total that fields of the overview or of the budget state, if all that do state the same; those that say `총` before the others.

    only_whole: a table of amounts is there, but without their sum: only what says that it is all of it counts.
    """
    found = [stated for stated in _stated(items, vocabulary) if stated.whole or not only_whole]
    found = [stated for stated in found if stated.whole] or found
    times = Counter((stated.item.section, stated.label) for stated in found)
    if any(count > 1 for count in times.values()):
        return None, []  # each is of one of several projects, though they cost the same
    amounts = {_won(stated, vocabulary): stated for stated in found}
    if len(amounts) > 1 and None not in amounts:
        values, other = [one.value.strip() for one in amounts.values()], list(amounts.values())[1]
        return None, [totals_differ(values, other.item.place, other.item.text_raw)]
    if len(amounts) != 1:
        return None, []
    [(won, stated)] = amounts.items()
    unitless = won is None and re.fullmatch(r"\s*(?:총|약)?\s*\d[\d,.]*\s*", stated.value) is not None
    if not unitless:
        differs = _parts_differ(stated, won, vocabulary) if won is not None else None
        return won, [differs] if differs is not None else []
    message = f"「{stated.label}」의 「{stated.value}」에 금액 단위가 없어 총예산을 비워 두었습니다."
    return None, [
        Issue("budget.unit_missing", message, "cards", "budget_total_won", stated.item.place, stated.item.text_raw)
    ]


def differs_from_stated(
    totals: Totals, entries: Sequence[Entry], items: Sequence[Item], vocabulary: Vocabulary
) -> Issue | None:
    """That the 계 in the tables is not what the card states as the cost of all, more than rounding it would make: one of the two is wrong, or
    the tables are not of all projects or years. A 계 that takes in the columns beside the years (`기투자`, `향후`), or leaves them out, differs by
    them alone; entries: all amounts of the card's budget."""
    won = totals.won
    if won is None:
        return None
    stated, _ = stated_total(items, vocabulary, only_whole=True)
    if stated is None or abs(stated - won) <= _ROUNDED * max(stated, won):
        return None
    if any(abs(stated - other) <= _ROUNDED * max(stated, other) for other in _beside_years(totals.grand[0], entries)):
        return None
    grand = totals.grand[0]
    said = grand.unit.printed(stated)
    return totals_differ([grand.unit.printed(won), said], grand.place, said)


def _beside_years(total: Entry, entries: Sequence[Entry]) -> set[int]:
    """What else the sum of all may be, by the columns beside the years of its line: these added to it, taken off, or one of them (`임기내`)."""
    extras = [
        entry
        for entry in entries
        if entry.line == total.line and entry.year is None and entry is not total and entry.won
    ]
    more = possible_sums([total], extras)
    won = total.won or 0
    return {*more, *(2 * won - one for one in more), *(entry.won for entry in extras if entry.won and entry.in_term)}


def within_total(won: int, entries: Sequence[Entry]) -> tuple[int | None, list[Issue]]:
    """The stated total; None, with an issue, where the amounts of the years are more than that."""
    dated = [entry for entry in entries if entry.year is not None and not entry.sums_sources]
    most: dict[tuple[str | None, str | None, int | None], int] = {}
    for entry in dated:
        if entry.source is not None:
            key = entry.project, entry.source, entry.year
            most[key] = max(most.get(key, 0), entry.won or 0)
    # What all projects take of a source stands beside what each takes.
    sums = [sum(most[key] for key in most if (key[0] is None) == block) for block in (True, False)]
    if max(sums) <= won:
        return won, []
    unit = dated[0].unit
    message = f"적혀 있는 총사업비는 {unit.printed(won)}인데 연도별 금액을 더하면 {unit.printed(max(sums))}이어서 총예산을 비워 두었습니다."
    return None, [
        Issue("budget.totals_differ", message, "cards", "budget_total_won", dated[0].place, unit.printed(won))
    ]


def _won(stated: _Stated, vocabulary: Vocabulary) -> int | None:
    """The amount with which a field begins, with nothing behind it but brackets that part it among sources: any other word there may say
    that it is of a part (`(설계비)`, `(금년도분)`, `(확보)`)."""
    amounts = find_amounts(stated.value, stated.unit, vocabulary=vocabulary)
    if not amounts or amounts[0].won is None:
        return None
    start, end = amounts[0].span
    behind = stated.value[end:]
    met = _BEHIND.fullmatch(behind)
    if _BOUND.search(stated.value[start:end]) is not None:
        return None  # `12억원 이상` says no total
    if met is None or _BEFORE.fullmatch(stated.value[:start]) is None:
        return None
    parts = met["parts"] or ""
    if make_up(stated.value[start:end], parts, amounts[0].won, vocabulary):
        return amounts[0].won
    if _SPAN.fullmatch(parts) is not None and stated.whole:
        return amounts[0].won
    if _YEAR.search(stated.value):
        return None
    words = _WORDS.findall(_AMOUNT.sub(" ", parts))
    if has_digit(parts) and not words:
        return None
    return amounts[0].won if all(_parts_sources(word, vocabulary) for word in words) else None


def _parts_differ(stated: _Stated, won: int, vocabulary: Vocabulary) -> Issue | None:
    start, end = find_amounts(stated.value, stated.unit, vocabulary=vocabulary)[0].span
    met = _BEHIND.fullmatch(stated.value[end:])
    if met is None or not met["parts"]:
        return None
    return parts_differ(stated.label, stated.value[start:end], met["parts"], won, stated.item, vocabulary)


def _parts_sources(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is a source, or says that the amount is all of it nevertheless (`전액 구비`)."""
    return word in vocabulary.remarks_on_totals or vocabulary.funding.match(word, rough=False) is not None


@lru_cache(maxsize=8)
def _labels(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(map(fold, vocabulary.stated_totals))


def _stated(items: Sequence[Item], vocabulary: Vocabulary) -> Iterator[_Stated]:
    """What fields state, with the unit note over them: a heading and what stands under or behind it, the cells of a row, a line with its label."""
    unit, noted = None, -_FAR
    rows: list[Item] = []
    of_project = False
    parts = _parts_of_pledge(items, vocabulary)
    for place, (item, below) in enumerate(pairwise([*items, None])):
        assert item is not None
        if item.kind == "caption" and unit_factor(item.text, vocabulary) is not None:
            unit, noted = item.text, place
        note = unit if place - noted < _FAR else None
        if item.kind == "heading":
            of_project = item.level > 1
        if item.section not in _SECTIONS or of_project or item.parent_id in parts:
            continue  # what a project of several costs is not what the pledge does
        if item.marker == ROW_MARKER:
            rows.append(item)
            if below is None or below.marker != ROW_MARKER:
                yield from _in_rows(rows, note, vocabulary)
                rows = []
        elif item.kind == "heading":
            words = words_below(item, below, items) if below is not None else None
            if below is not None and words is not None:
                yield from _field(item.text, words, below, note, vocabulary)
            elif (labelled := _LABELLED.fullmatch(item.text)) is not None:
                yield from _field(labelled["label"], labelled["value"], item, note, vocabulary)
        elif (labelled := _LABELLED.fullmatch(item.text)) is not None:
            label, value = labelled["label"], labelled["value"].strip()
            if item.section == "budget" and fold(label) in _SUMS and find_amounts(value, note, vocabulary=vocabulary):
                yield _Stated(label, value, item, note)  # `합계: 12억원` below the amounts of sources
            else:
                yield from _field(label, value, item, note, vocabulary)


def _parts_of_pledge(items: Sequence[Item], vocabulary: Vocabulary) -> set[int | None]:
    """The items under which fields may be those of one part of the pledge: bullets (`○ 1단계`) that name no section, what stands under
    them, and what lines with other markers part (`1) 도서관` over `○ 사업비`)."""
    found: set[int | None] = set()
    series: dict[int | None, str] = {}
    for item in items:
        if item.kind == "bullet" and item.marker != ROW_MARKER:
            if item.parent_id in found or vocabulary.sections.match(item.text, rough=False) is None:
                found.add(item.item_id)
            kind = _NUMERAL.sub("1", item.marker or "")
            if item.section in _SECTIONS and series.setdefault(item.parent_id, kind) != kind:
                found.add(item.parent_id)
    return found


def _in_rows(rows: Sequence[Item], unit: str | None, vocabulary: Vocabulary) -> Iterator[_Stated]:
    """The cells beside their labels; or, below a row of heads, the cell under each, if there is but one such row."""
    cells = [row.text_raw.split(BETWEEN_CELLS) for row in rows]
    for row, texts in zip(rows, cells, strict=True):
        for at, (label, value) in enumerate(pairwise(texts)):
            if find_amounts("".join(texts[at + 2 : at + 3]), unit, vocabulary=vocabulary):
                continue  # one of several (`사업비 | 300백만원 | 500백만원`)
            yield from _field(label, value, row, unit, vocabulary)
    if len(rows) == _HEAD_AND_ROW and len(cells[0]) == len(cells[1]) > _HEAD_AND_ROW:
        for label, value in zip(*cells, strict=True):
            yield from _field(label, value, rows[1], unit, vocabulary)


def _field(label: str, value: str, item: Item, unit: str | None, vocabulary: Vocabulary) -> Iterator[_Stated]:
    if not has_digit(value) or fold(without_remark(label)) not in _labels(vocabulary):
        return
    own = label if unit_factor(label, vocabulary) is not None else unit
    yield _Stated(without_remark(label).strip(), value.strip(), item, own)
