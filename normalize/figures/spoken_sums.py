"""Sums of money written in letters alone: `오천만원`, `금 삼억이천만원정`.

Only where a digit's name leads a multiplier and 원 is written right behind: a bare `천만원` or `백만원` is as often a unit.
"""

from __future__ import annotations

import re

from pledgecards.normalize.amounts import AmountFound
from pledgecards.normalize.figures.figure import MOST_WON

_DIGITS = {letter: value for value, letter in enumerate("일이삼사오육칠팔구", start=1)}
_SMALL = {"십": 10, "백": 100, "천": 1_000}
_LARGE = {"만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000}
_SUM = re.compile(
    r"(?<![가-힣0-9])(?:일?금 ?)?(?P<sum>(?![구사육이]조원)[일이삼사오육칠팔구][십백천만억조][일이삼사오육칠팔구십백천만억조]{0,24})원"
    r"(?:정(?![가-힣])|(?=(?:을|를|이|의|은|으로|에|씩|까지|부터)?(?![가-힣])))"
)
"""구조원 is a rescuer."""
_ABOUT = re.compile(r"(?:약|최대|최소) ?$")
_OR_MORE = re.compile(r" ?(?:이상|이하|미만|초과|내외|가량|정도)")


def spoken_sums(text: str) -> list[AmountFound]:
    """The sums of a text that are written in letters, in order."""
    if "원" not in text:
        return []
    found = []
    for met in _SUM.finditer(text):
        won = _value(met["sum"])
        if won is None or won >= MOST_WON:
            continue
        about, more = _ABOUT.search(text, max(0, met.start() - 4), met.start()), _OR_MORE.match(text, met.end())
        start, end = about.start() if about else met.start(), more.end() if more else met.end()
        found.append(AmountFound(text[start:end], (start, end), float(won), "원", won, bool(about or more)))
    return found


def _value(letters: str) -> int | None:
    """The number that letters spell, or None where they do not follow the order of a number (`오만천억`)."""
    total = section = digit = 0
    small, large = 10_000, 10**16
    for letter in letters:
        if letter in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[letter]
        elif letter in _SMALL:
            if _SMALL[letter] >= small:
                return None
            small = _SMALL[letter]
            section, digit = section + (digit or 1) * small, 0
        else:
            if _LARGE[letter] >= large:
                return None
            large = _LARGE[letter]
            total += (section + digit or 1) * large
            section, digit, small = 0, 0, 10_000
    return total + section + digit
