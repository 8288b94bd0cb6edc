"""The table `quantities`: amounts and counts in the running text of a card's items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pledgecards.extract.card import Item
from pledgecards.normalize.amounts import find_amounts, has_digit
from pledgecards.normalize.figures.spoken_counts import spoken_counts
from pledgecards.normalize.figures.spoken_sums import spoken_sums
from pledgecards.normalize.rows import Issue, Row, place_columns
from pledgecards.schemas.vocabulary import Vocabulary

_HIDDEN = "\0"

_LONGEST_UNIT = 6
_NO_FIGURE = re.compile(r"[^0-9]")
_MONEY = r"(?= ?(?:[십백]?[천만]|[십백천]?억)?원)"
_PARTED = re.compile(
    rf"(?<![0-9.,~/\-가-힣])[1-9][0-9]{{0,2}}(?:[ \u00a0\u2009\u202f][0-9]{{3}}){{1,4}}{_MONEY}"
    r"|(?<![0-9.,~/\-가-힣])(?<![0-9] )[1-9][0-9]{0,2}[ \u00a0\u2009\u202f][0-9]{3}(?= ?[가-힣㎡])"
    rf"|(?<![0-9.,])(?<![0-9], )[1-9][0-9]{{0,2}}, [0-9]{{3}}{_MONEY}"
    r"|(?<![0-9.,])(?<![0-9][.,] )[1-9][0-9]?, [0-9]{3}(?= ?[가-힣㎡])"
    r"|(?:(?<=[총약(:])|(?<=[총약(:] ))[1-9] [0-9]{2}(?= ?[가-힣㎡])"
    r"|(?<![0-9.,])[0-9]{1,3}(?: [0-9])? ,[0-9 ]{0,5}[0-9]"
    r"|(?<![0-9.,])[0-9](?: [0-9]){2,14}(?= ?[가-힣%㎡])"
    r"|(?<![0-9.,])[1-9][0-9]{0,2} 0{1,2}(?= ?[가-힣%㎡])"
    r"|(?<![0-9.,])(?<![0-9.,] )[1-9] [0-9]{2}(?= ?(?:명|개|건|회|가구|세대|%|㎡))"
)
"""Spaces within a figure, or where the commas of thousands stand: `1 200백만원` may be one sum, or a number and a sum behind it; what stands
behind the last space of `1 ,300`, `1 2 0`, `30 0` and `1 20명` is no figure of its own."""

_UNGROUPED = re.compile(
    r"(?<![0-9.,/])(?:[0-9]{1,3}(?:,[0-9]{3})*,(?:[0-9]{1,2}|[0-9]{4,})|[0-9]{4,}(?:,[0-9]{3})+)"
    r"(?= ?(?:(?:[십백]?[천만]|[십백천]?억)원|억|원))"
)
"""A sum whose commas do not part thousands (`1,23백만원`)."""

_HANGING = re.compile(r"(?<![0-9.,])[0-9][0-9,]*(?:억|조) ?[0-9]{1,4} ?[천백](?![0-9])")
"""A sum that ends on 천 or 백 behind 억 (`3억 5천`): it may be short for 3억 5천만."""

_COUNTED_BEHIND = re.compile(r"여? ?(?:명|인(?![가-힣])|년|개|건|회)")
"""What is counted, and no sum (`3억 5천 명`)."""

_NEAR_ONE_ANOTHER = re.compile("[0-9][ ,\u00a0\u2009\u202f]+[0-9]")
"""What stands in every figure that spaces or commas part; in most texts none does, and it is found many times as fast."""

Spans = Sequence[tuple[int, int]]


def quantity_rows(items: Iterable[Item], masks: Mapping[int, Spans], vocabulary: Vocabulary | None = None) -> list[Row]:
    """A row for each amount or count in the items' text_raw, in reading order.

    masks gives, by item_id, the spans of text_raw that are dates: nothing in them is a quantity. For money, value is in won
    and unit is `원`, whatever unit was printed (`97,000천원` is 97,000,000 원); multipliers of counts are taken in (`3만 명` is 30,000 명).
    quantity_no counts from 1 in each item.
    """
    rows: list[Row] = []
    for item in items:
        spoken = [*spoken_sums(item.text_raw), *spoken_counts(item.text_raw)]
        if not spoken and not has_digit(item.text_raw):
            continue  # most items: not worth hiding their bullets
        text = _masked(item, masks.get(item.item_id, ()))
        amounts = find_amounts(text, vocabulary=vocabulary)
        if spoken:
            amounts = sorted([*amounts, *spoken], key=lambda one: one.span)
        if amounts and (parted := [match.span() for match in _PARTED.finditer(text)]):
            amounts = [one for one in amounts if not any(_ends_in(one.span[1], figure) for figure in parted)]
        for number, found in enumerate(amounts, start=1):
            start, end = found.span
            rows.append(
                {
                    "item_id": item.item_id,
                    "quantity_no": number,
                    "raw": item.text_raw[start:end],
                    "value": found.value,
                    "unit": found.unit,
                    "won": found.won,
                    "approx": found.approx,
                    **place_columns(item.place),
                }
            )
    return rows


def parted_sums(items: Iterable[Item], masks: Mapping[int, Spans], vocabulary: Vocabulary | None = None) -> list[Issue]:
    """An issue for each figure that has no row because spaces part it, or commas part it as they part no number, or because it is cut
    short. masks: as for `quantity_rows`."""
    issues = []
    for item in items:
        issues += _cut_short(item, vocabulary)
        if _NEAR_ONE_ANOTHER.search(item.text_raw) is None:
            continue
        text = _masked(item, masks.get(item.item_id, ()))
        for match in _UNGROUPED.finditer(text):
            message = f"‘{match[0]}’의 쉼표가 천 단위에 있지 않아 읽지 않았으며, 천 단위는 쉼표로 나뉘어 있어야 합니다."
            issues.append(Issue("number.unreadable", message, "quantities", "value", item.place, match[0]))
        ends = [found.span[1] for found in find_amounts(text, vocabulary=vocabulary)]
        for match in _PARTED.finditer(text):
            if not any(_ends_in(end, match.span()) for end in ends) and not _counts_joined(text, match, vocabulary):
                continue  # figures of no unit: heads of columns, numbers of lines
            message = f"‘{match[0]}’이(가) 한 수인지 두 수인지 알 수 없어 읽지 않았으며, 천 단위는 쉼표로 나뉘어 있어야 합니다."
            issues.append(Issue("number.unreadable", message, "quantities", "value", item.place, match[0]))
    return issues


def _cut_short(item: Item, vocabulary: Vocabulary | None) -> list[Issue]:
    issues = []
    for match in _HANGING.finditer(item.text_raw) if "억" in item.text_raw or "조" in item.text_raw else ():
        behind = item.text_raw[match.end() : match.end() + _LONGEST_UNIT]
        if find_amounts(match[0] + behind, vocabulary=vocabulary) or _COUNTED_BEHIND.match(behind):
            continue
        message = (
            f"‘{match[0]}’이(가) 얼마인지 알 수 없어 읽지 않았으며, ‘{match[0]}만원’처럼 끝까지 적혀 있어야 합니다."
        )
        issues.append(Issue("number.unreadable", message, "quantities", "value", item.place, match[0]))
    return issues


def _counts_joined(text: str, parted: re.Match[str], vocabulary: Vocabulary | None) -> bool:
    """Whether the figure, without its spaces, counts something, though its last part does not (`1 000㎡`)."""
    figure = _NO_FIGURE.sub("", parted[0])
    found = find_amounts(figure + text[parted.end() : parted.end() + _LONGEST_UNIT], vocabulary=vocabulary)
    return bool(found) and found[0].span[0] == 0


def _ends_in(end: int, figure: tuple[int, int]) -> bool:
    """Whether an amount that ends there is what was read of such a figure and its unit."""
    return figure[0] < end <= figure[1] + _LONGEST_UNIT


def _masked(item: Item, spans: Spans) -> str:
    """The item's text with its bullet and its dates hidden, so that neither is taken for a sign or a number."""
    text = item.text_raw
    if item.marker and text.startswith(item.marker):
        spans = [(0, len(item.marker)), *spans]
    for start, end in spans:
        start, end = max(0, start), min(end, len(text))
        if start < end:
            text = text[:start] + _HIDDEN * (end - start) + text[end:]
    return text
