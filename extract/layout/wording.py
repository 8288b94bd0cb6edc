"""What the words of a table's cell look like: a figure or a bar, a year or a month."""

from __future__ import annotations

import re

FIGURE = re.compile(r"[-–—△▲+]?\s?\d[\d,.]*\s?%?|[-–—ㅡ―]|[■●○◎◆▶→▷━─⇒➡]+")
_DAY = r"\s?\d{1,2}[.월일](?:\s?\d{1,2}[.일]?)?(?:\s?\([월화수목금토일]\))?"
DATE = re.compile(rf"['’‘]?(?:20)?\d\d[.년]{_DAY}(?:\s?[~∼～-]\s?(?:['’‘]?(?:20)?\d\d[.년])?{_DAY})?")
"""The day or month of a deed, or a range of them, that stands by itself."""

YEAR = re.compile(r"(?:20\d\d|['’‘]\d\d|\d\d(?=년))(?:년도?)?\.?(?:\s?\d{1,2}\.)?|(?:1[0-2]|[1-9])월?")


def is_figure(text: str) -> bool:
    """Whether words are a figure that is no year's or month's."""
    return FIGURE.fullmatch(text) is not None and YEAR.fullmatch(text) is None
