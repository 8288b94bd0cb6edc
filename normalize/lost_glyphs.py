"""Glyphs without a Unicode value within a figure: any of them may be a digit, so what is left of the figure is not its value."""

from __future__ import annotations

import re

_MAYBE_DIGIT = "\ufffd\ue000-\uefff\uf100-\uf8ff"
"""An unmapped glyph, and those that only their font knows; signs of the symbol fonts (U+F020 to U+F0FF) are bullets and boxes mostly."""

_SYMBOL = "□\uf020-\uf0de\uf0f1-\uf0ff"
"""The box that is drawn for a missing sign, and those of the symbol fonts that are no arrows: an arrow between two figures (`12 → 15`) is neither's."""

_LOST = re.compile(f"[{_MAYBE_DIGIT}]")
_BEFORE = re.compile(f"[{_MAYBE_DIGIT}][.,]?$|[0-9.,][{_SYMBOL}]$")
_BEHIND = re.compile(f"[{_MAYBE_DIGIT}]|[{_SYMBOL}](?=[0-9])")
_IN_DATE = re.compile(
    rf"(?:'?[0-9]{{1,4}} ?(?:[.년월일/\-] {{0,2}})(?:~ {{0,2}})?){{0,6}}"
    rf"'?(?:[0-9]{{1,3}}[{_MAYBE_DIGIT}]|[{_MAYBE_DIGIT}](?=[0-9]{{0,3}} ?[.년월일]))[0-9{_MAYBE_DIGIT}]{{0,3}}"
    r"(?: ?[.년월일/\-] {0,2}[0-9]{1,2}(?![0-9])){0,2}"
)


def lost_before(text: str, start: int) -> bool:
    """Whether such a glyph stands right before the digits that begin at text[start]."""
    return start > 0 and _BEFORE.search(text, max(0, start - 2), start) is not None


def lost_behind(text: str, end: int) -> bool:
    """Whether such a glyph stands right behind the digits that end at text[end]."""
    return _BEHIND.match(text, end) is not None


def without_lost_dates(text: str, cover: str) -> str:
    """The text with the dates covered, sign by sign, that have such a glyph within (`2019. 1�. 5.`)."""
    if _LOST.search(text) is None:
        return text
    return _IN_DATE.sub(lambda match: cover * (match.end() - match.start()), text)
