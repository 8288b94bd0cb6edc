"""Tables that part thousands by points or spaces (`1.250.000`, `1 250 000`), as one of their figures shows and none gainsays."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pledgecards.normalize.figures.numerals import fold

_NOTHING = re.compile(r"[-–—―−－ㅡ‐‑]*")
_SEPARATORS = (".", " ")
_FIGURES = {
    mark: re.compile(rf"(?:[△▲-] ?)?(?:[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})*|0)") for mark in _SEPARATORS
}


def separator_of(texts: Iterable[str]) -> str | None:
    """The point or space that parts thousands in all of a table's figures; None where commas do, or where nothing is sure.

    One figure must have two of them, which no fraction and no broken figure has, and no other may be written otherwise.
    """
    printed = [text for text in texts if text]
    if not any(text.count(mark) > 1 for text in printed for mark in _SEPARATORS):
        return None
    figures = {text for text in map(fold, printed) if not _NOTHING.fullmatch(text)}
    for mark in _SEPARATORS:
        if any(text.count(mark) > 1 for text in figures):
            return mark if all(map(_FIGURES[mark].fullmatch, figures)) else None
    return None


def with_commas(text: str, separator: str | None) -> str:
    """The figure as it is read elsewhere."""
    if separator is None or not _FIGURES[separator].fullmatch(fold(text)):
        return text
    sign = re.match(r"[△▲-] ?", fold(text))
    start = sign.end() if sign is not None else 0
    return text[:start] + text[start:].replace(separator, ",")
