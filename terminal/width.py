"""How wide text is in a terminal: Hangul and other wide characters take two columns."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)
def width(text: str) -> int:
    """Columns that a text takes."""
    return sum(_character(character) for character in text)


def _character(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def fitted(text: str, columns: int, *, right: bool = False) -> str:
    """The text in exactly so many columns: filled up with spaces, or cut with an ellipsis."""
    text = cut(text, columns)
    space = " " * (columns - width(text))
    return space + text if right else text + space


def cut(text: str, columns: int) -> str:
    """The text, or as much of it as fits with an ellipsis behind."""
    if width(text) <= columns:
        return text
    taken, used = "", 0
    for character in text:
        used += _character(character)
        if used > columns - 1:
            break
        taken += character
    return taken + "…"


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, broken at spaces where there are any."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) > columns:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
        while width(line) > columns:
            head = _head(line, columns)
            lines.append(head)
            line = line[len(head) :]
    return [*lines, line]


def _head(text: str, columns: int) -> str:
    used = 0
    for place, character in enumerate(text):
        used += _character(character)
        if used > columns:
            return text[: max(place, 1)]
    return text
