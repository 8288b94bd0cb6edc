"""What the words of a table's cell look like: a figure or a bar, a year or a month."""

from __future__ import annotations

import re

from pledgecards.schemas.notation import APOSTROPHE, SHORT_YEAR, TILDES, WEEKDAYS

FIGURE = re.compile(r"[-–—△▲+]?\s?\d[\d,.]*\s?%?|[-–—ㅡ―]|[■●○◎◆▶→▷━─⇒➡]+")
_DAY = rf"\s?\d{{1,2}}[.월일](?:\s?\d{{1,2}}[.일]?)?(?:\s?\([{WEEKDAYS}]\))?"
DATE = re.compile(rf"{SHORT_YEAR}[.년]{_DAY}(?:\s?[{TILDES}-]\s?(?:{SHORT_YEAR}[.년])?{_DAY})?")
"""The day or month of a deed, or a range of them, that stands by itself."""

YEAR = re.compile(rf"(?:20\d\d|{APOSTROPHE}\d\d|\d\d(?=년))(?:년도?)?\.?(?:\s?\d{{1,2}}\.)?|(?:1[0-2]|[1-9])월?")


def is_figure(text: str) -> bool:
    """Whether words are a figure that is no year's or month's."""
    return FIGURE.fullmatch(text) is not None and YEAR.fullmatch(text) is None
