"""Telephone numbers of people that two lines break."""

from __future__ import annotations

import re

from pledgecards.schemas.notation import TELEPHONE

_NUMBER_CUT = re.compile(
    rf"\d{{2,4}}-\d{{3,4}}-$|(?:[(]|{TELEPHONE})\s?0\d{{1,2}}-$|(?:{TELEPHONE}|전화|(?i:tel)\.?)\s?$"
)
_NUMBER_REST = re.compile(r"(?:0\d{1,2}[-)]\s?)?\d{3,4}(?:-\d{4})?(?!\d)")
_NAMED_LAST = re.compile(r"\d{4}\s?[)）].*(?:담당자?|[가-힣](?:장|관)|주무관)\s[가-힣]{2,4}$")
_NUMBER_ALONE = re.compile(rf"[(（]\s?{TELEPHONE}?\s?(?:\d{{2,3}}[-)])?(?:\d{{3,4}}-)?\d{{4}}\s?[)）]")


def breaks_number(above: str, below: str) -> bool:
    """Whether a line of people ends within a telephone number that the next line ends (`담당 홍길동(02-000-` / `1164)`), or right before that
    of its last person, behind whom those before have theirs (`팀장 김가나 (2811) / 담당 홍길동` / `(2812)`)."""
    if _NUMBER_ALONE.fullmatch(below) is not None:
        return _NAMED_LAST.search(above) is not None
    return _NUMBER_CUT.search(above) is not None and _NUMBER_REST.match(below) is not None
