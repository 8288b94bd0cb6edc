"""Brackets among options: round each of them, or round what one says of itself."""

from __future__ import annotations

import re

OPENING, CLOSING = "([（［【〔", ")]）］】〕"

_IN_BRACKETS = re.compile(r"\s*[\[【〔<〈(]([^\[\]【】〔〕<>〈〉()]*[가-힣][^\[\]【】〔〕<>〈〉()]*)[\]】〕>〉)]\s*")
_EACH_IN_BRACKETS = re.compile(rf"(?:{_IN_BRACKETS.pattern}){{2,}}")
"""Options each in brackets with its glyph: `[임기내 ☑][임기외 ☐]`."""


_EMPTY, _NOUGHT = re.compile(r"[(（]\s*[)）]"), re.compile(r"(?<=[(（\s])0(?=\s*[)）])")


def with_typed_rings(text: str) -> str:
    """The text with a letter for each nought that was typed for a ring, letter for letter: it stands alone in brackets, beside brackets with
    nothing in them (`임기내(0) 임기외( )`)."""
    return _NOUGHT.sub("O", text) if "0" in text and _EMPTY.search(text) is not None else text


def each_in_brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands in the brackets of a stretch that is nothing but brackets, two or more, each with words in it."""
    if _EACH_IN_BRACKETS.fullmatch(text, start, end) is None:
        return []
    return [one.span(1) for one in _IN_BRACKETS.finditer(text, start, end)]


def outside_brackets(text: str, start: int, marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The glyphs without those of what an option says of itself in brackets (`■ 자체(■ 시비 □ 민간투자) □ 국가`)."""
    outer: list[re.Match[str]] = []
    opened, since = 0, start
    for mark in marks:
        for sign in text[since : mark.start()]:
            opened = opened + 1 if sign in OPENING and outer else max(0, opened - (sign in CLOSING))
        since = mark.end()
        if not opened:
            outer.append(mark)
    return outer
