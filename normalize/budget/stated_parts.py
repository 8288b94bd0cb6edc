"""The sources in brackets behind a stated total (`300백만원(국비 100, 시비 200)`): whether they add up to it."""

from __future__ import annotations

import re

from pledgecards.extract.card import Item
from pledgecards.extract.issue import Issue
from pledgecards.normalize.amounts import find_amounts
from pledgecards.normalize.figures.money_unit import money_unit
from pledgecards.schemas.vocabulary import Vocabulary

_FIGURE = re.compile(r"[\d,.\s]|약|총|금")
_WORD = re.compile(r"(?<![가-힣\d])[가-힣]+(?=[\s:]*[\d약])")
_WRITTEN = (1_000, 1_000_000, 100_000_000)
"""Won in the units in which parts without a unit may be meant, whatever that of the total is (`3억원(국비 100, 구비 200)`)."""


def parts_differ(label: str, amount: str, parts: str, won: int, item: Item, vocabulary: Vocabulary) -> Issue | None:
    """That the parts of a total, each of a source, add up to another sum. amount: the total as printed, with its unit; parts: what the brackets hold."""
    unit = money_unit(_FIGURE.sub("", amount), vocabulary)
    if unit is None:
        return None
    found = find_amounts(parts, unit.name, vocabulary=vocabulary)
    words = [word for word in _WORD.findall(parts) if vocabulary.funding.match(word, rough=False) is not None]
    if len(found) < 2 or len(found) != len(words) or len(set(words)) < len(words):
        return None
    if any(one.won is None or one.approx for one in found):
        return None
    whole = sum([one.won or 0 for one in found])
    bare = sum([one.won or 0 for one in find_amounts(parts, "원", vocabulary=vocabulary)])
    if won == whole or won in (bare * factor for factor in _WRITTEN):
        return None
    message = f"{label}는 {unit.printed(won)}인데 재원별 합은 {unit.printed(whole)}입니다."
    return Issue("budget.sum_mismatch", message, "cards", "budget_total_won", item.place, item.text_raw)
