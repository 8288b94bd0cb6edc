"""Glyphs within a figure that are no digit, but show one or may: what is left of the figure without them is not its value."""

from __future__ import annotations

import re

_UNSEEN = "\u00ad\u0300-\u036f\u034f\u180e\u200b-\u200f\u202a-\u202e\u20dd-\u20e4\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
"""What shows nothing by itself: where a page prints it, the map of its font gives it in place of another sign."""

_OTHER_DIGITS = "\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59\U0001d7ce-\U0001d7ff"
"""Digits of other scripts (Arabic, Devanagari, Thai) and of mathematics."""

_MAYBE_DIGIT = f"\ufffd\ue000-\uefff\uf100-\uf8ff{_UNSEEN}{_OTHER_DIGITS}"
"""An unmapped glyph, and those that only their font knows; signs of the symbol fonts (U+F020 to U+F0FF) are bullets and boxes mostly."""

_LIKE_DIGIT = "OОΟlI"
"""Letters, the second Cyrillic and the third Greek, that are taken for 0 and 1 when a page is typed or recognised."""

_SYMBOL = "□\uf020-\uf0de\uf0f1-\uf0ff"
"""The box that is drawn for a missing sign, and those of the symbol fonts that are no arrows: an arrow between two figures (`12 → 15`) is neither's."""

_LOST = re.compile(f"[{_MAYBE_DIGIT}]")
_LETTER = re.compile(f"[0-9][{_LIKE_DIGIT}]|[{_LIKE_DIGIT}][0-9]")
_BEFORE = re.compile(f"[{_MAYBE_DIGIT}][.,]?$|[\u2160-\u217f]$|[0-9.,][{_SYMBOL}]$")
_BEHIND = re.compile(f"[{_MAYBE_DIGIT}]|[{_SYMBOL}](?=[0-9])")
_IN_DATE = re.compile(
    rf"(?:'?[0-9]{{1,4}} ?(?:[.년월일/\-] {{0,2}})(?:~ {{0,2}})?){{0,6}}"
    rf"'?(?:[0-9]{{1,3}}[{_MAYBE_DIGIT}]|[{_MAYBE_DIGIT}](?=[0-9]{{0,3}} ?[.년월일]))[0-9{_MAYBE_DIGIT}]{{0,3}}"
    r"(?: ?[.년월일/\-] {0,2}[0-9]{1,2}(?![0-9])){0,2}"
)
_LETTER_IN_DATE = re.compile(
    r"(?:'?[0-9]{1,4} ?(?:[.년월일/\-] {0,2})(?:~ {0,2})?){0,6}"
    rf"'?(?:[0-9]{{1,3}}[{_LIKE_DIGIT}][0-9{_LIKE_DIGIT}]{{0,2}}|(?<![A-Za-z])[{_LIKE_DIGIT}][0-9]{{1,3}})(?= ?[.년월일/])"
    r"(?: ?[.년월일/\-] {0,2}[0-9]{1,2}(?![0-9])){0,2}"
)


def lost_before(text: str, start: int) -> bool:
    """Whether such a glyph stands right before the digits that begin at text[start]."""
    return start > 0 and _BEFORE.search(text, max(0, start - 2), start) is not None


def lost_behind(text: str, end: int) -> bool:
    """Whether such a glyph stands right behind the digits that end at text[end]."""
    return _BEHIND.match(text, end) is not None


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether the digits text[start:end] are all there is of their number: no such glyph and no letter for a digit stands beside them."""
    return not (lost_before(text, start) or lost_behind(text, end) or _LETTER.search(text, max(0, start - 1), end + 1))


def without_lost_dates(text: str, cover: str) -> str:
    """The text with the dates covered, sign by sign, that have such a glyph within (`2019. 1�. 5.`), or a letter (`2O19. 1l. 5.`)."""
    for signs, dates in ((_LOST, _IN_DATE), (_LETTER, _LETTER_IN_DATE)):
        if signs.search(text) is not None:
            text = dates.sub(lambda match: cover * (match.end() - match.start()), text)
    return text
