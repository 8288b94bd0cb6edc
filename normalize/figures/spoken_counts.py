"""Counts written in the native numerals of Korean, set apart from their unit: `두 곳`, `세 차례`, `열두 명`.

한 is left out: `한 곳` is as often any place, and `한 명도` nobody.
"""

from __future__ import annotations

import re

from pledgecards.normalize.amounts import AmountFound

_ONES = {
    "두": 2,
    "세": 3,
    "네": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
}
_TENS = {"열": 10, "스물": 20, "서른": 30}
_UNITS = "개소|군데|차례|가지|곳|명|개|건"
_COUNT = re.compile(
    rf"(?<![가-힣0-9])(?P<tens>{'|'.join(_TENS)})?(?P<ones>한|{'|'.join(_ONES)})? (?P<unit>{_UNITS})"
    r"(?=(?:[을를이가은는에의로와과도씩]|에서|으로)?(?![가-힣]))"
)
_HINT = re.compile("[두세네섯곱덟홉열] (?:[개군차가곳명건])|한 명")


def spoken_counts(text: str) -> list[AmountFound]:
    """The counts of a text whose number is written in native numerals, in order."""
    if _HINT.search(text) is None:
        return []
    found = []
    for met in _COUNT.finditer(text):
        if not met["tens"] and met["ones"] not in _ONES:
            continue
        value = _TENS.get(met["tens"], 0) + (1 if met["ones"] == "한" else _ONES.get(met["ones"], 0))
        found.append(AmountFound(met[0], met.span(), float(value), met["unit"], None, False))
    return found
