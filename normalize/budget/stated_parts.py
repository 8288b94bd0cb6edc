"""What stands in brackets behind a stated total (`300백만원(국비 100, 시비 200)`): whether it adds up to it."""

from __future__ import annotations

import re

from pledgecards.extract.card import Item
from pledgecards.extract.issue import Issue
from pledgecards.normalize.amounts import find_amounts
from pledgecards.normalize.figures.money_unit import money_unit
from pledgecards.schemas.notation import APOSTROPHE, TILDE
from pledgecards.schemas.vocabulary import Vocabulary

_FIGURE = re.compile(r"[\d,.\s]|약|총|금")
_WORD = re.compile(r"(?<![가-힣\d])[가-힣]+(?=[\s:]*[\d약])")
_YEAR = re.compile(
    rf"(?:(?:19|20)\d\d|{APOSTROPHE}\s?\d\d)(?:\s?{TILDE}\s?(?:(?:19|20)\d\d|{APOSTROPHE}?\s?\d\d))?(?:\s?년도?|\.(?!\d))?(?![\d,.]*\s?[천백십만억조원])"
)
_WRITTEN = (1_000, 1_000_000, 100_000_000)
"""Won in the units in which parts without a unit may be meant, whatever that of the total is (`3억원(국비 100, 구비 200)`)."""


def make_up(amount: str, parts: str, won: int, vocabulary: Vocabulary) -> bool:
    """Whether two amounts or more, whatever each is of, add up to the total, so that it is the whole of them (`100억원(부지매입비 40억, 건축비 60억)`,
    `1,200백만원('19년 500, '20년 700)`)."""
    unit = money_unit(_FIGURE.sub("", amount), vocabulary)
    figures = _YEAR.sub(" ", parts)
    found = find_amounts(figures, unit.name if unit is not None else None, vocabulary=vocabulary)
    if unit is None or len(found) < 2 or any(not one.won or one.approx for one in found):
        return False
    return _is_whole(won, *(_sum(figures, name, vocabulary) for name in (unit.name, "원")))


def _sum(parts: str, unit: str, vocabulary: Vocabulary) -> int:
    return sum(one.won or 0 for one in find_amounts(parts, unit, vocabulary=vocabulary))


def _is_whole(won: int, whole: int, bare: int) -> bool:
    """Whether a total is the sum of its parts, in its unit or in another that they leave out."""
    return won == whole or won in (bare * factor for factor in _WRITTEN)


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
    whole, bare = (_sum(parts, name, vocabulary) for name in (unit.name, "원"))
    if _is_whole(won, whole, bare):
        return None
    message = f"{label}는 {unit.printed(won)}인데 재원별 합은 {unit.printed(whole)}입니다."
    return Issue("budget.sum_mismatch", message, "cards", "budget_total_won", item.place, item.text_raw)
