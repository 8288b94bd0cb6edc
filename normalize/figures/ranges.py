"""Ranges of figures, whose two ends share a unit: `3~5개`, `10만~20만원`; and what a figure was and became, which do so as well: `10→20개소`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pledgecards.normalize.figures.figure import Figure
from pledgecards.normalize.figures.numerals import Numeral, number_of

_SIGN = re.compile(r" ?~ ?")
_SIGN_BEFORE_NUMBER = re.compile(r" ?[~→⇒] ?(?=[0-9])")
_CHANGES = re.compile(r" ?[→⇒]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_TEN_THOUSAND = 10_000
_FARTHEST = 100
"""`5천~1만원` are 5,000 and 10,000 won; the farther apart the ends would be, the rather the first is short for more."""


def range_start(text: str, start: int, end: int, readings: Sequence[Numeral]) -> tuple[Numeral | None, int]:
    """The number whose digits stand at text[start:end] if a range sign and another number follow it, and where that begins; readings:
    what else it may be, its multipliers taken in."""
    goes_on = _SIGN_BEFORE_NUMBER.match(text, end)
    if goes_on is not None:
        value = number_of(text[start:end])
        plain = None if value is None else Numeral(start, end, value, value, 1, False, False, False, False)
        return plain, goes_on.end() if value is not None else -1
    first = next((reading for reading in readings if reading.multiplied), None)
    goes_on = None if first is None else _SIGN_BEFORE_NUMBER.match(text, first.end)
    return (first, goes_on.end()) if goes_on is not None else (None, -1)


def shared(text: str, first: Numeral, second: Figure) -> list[Figure]:
    """The first number of `3~5개` or `3→5개`, which shares the unit of the second; none if its value cannot be told."""
    if second.value < 0:
        return []
    value = _value(text, first, second)
    if value is None or (changes(text, first.end) and _YEAR.fullmatch(text, first.start, first.end)):
        return []
    approx = not changes(text, first.end)
    return [replace(second, start=first.start, digits=first.start, end=first.end, value=value, approx=approx)]


def changes(text: str, position: int) -> bool:
    """Whether an arrow stands at this position: the numbers beside it are what was and what is, not the ends of a range."""
    return _CHANGES.match(text, position) is not None


def _value(text: str, first: Numeral, second: Figure) -> Decimal | None:
    if not first.multiplied:
        return None if second.own is None else first.value * second.own
    if first.hanging and first.largest > _TEN_THOUSAND:
        return None  # `3억5천` is spoken for 3억 5천만
    if first.largest >= _TEN_THOUSAND:
        return first.value if first.value < second.value else None
    # 5백 before 1천만원 is 5백만; before 1만원, 5천 is what it says.
    printed = text[second.digits : second.end]
    large = next((factor for letter, factor in (("억", 10**8), ("만", 10**4)) if letter in printed), 1)
    if first.value * large < second.value:
        return first.value * large
    near = first.value < second.value <= first.value * _FARTHEST
    return first.value if large <= _TEN_THOUSAND and near else None


def ranges_are_approximate(text: str, figures: list[Figure]) -> list[Figure]:
    """The figures, both ends of each range approximate."""
    for place in range(1, len(figures)):
        one, other = figures[place - 1 : place + 1]
        if _SIGN.fullmatch(text, one.end, other.start):
            figures[place - 1 : place + 1] = [replace(one, approx=True), replace(other, approx=True)]
    return figures
