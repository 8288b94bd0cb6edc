"""What the words of a table's cell look like: a figure or a bar, a year or a month."""

from __future__ import annotations

import re

FIGURE = re.compile(r"[-–—△▲+]?\s?\d[\d,.]*\s?%?|[-–—ㅡ―]|[■●○◎◆▶→▷━─⇒➡]+")
DATE = re.compile(r"['’‘]?(?:20)?\d\d[.년]\s?\d{1,2}[.월](?:\s?\d{1,2}[.일]?)?(?:\s?\([월화수목금토일]\))?")
"""The day or month of a deed that stands by itself."""

YEAR = re.compile(r"(?:20\d\d|['’‘]\d\d|\d\d(?=년))(?:년도?)?\.?(?:\s?\d{1,2}\.)?|(?:1[0-2]|[1-9])월?")


def is_figure(text: str) -> bool:
    """Whether words are a figure that is no year's or month's."""
    return FIGURE.fullmatch(text) is not None and YEAR.fullmatch(text) is None
