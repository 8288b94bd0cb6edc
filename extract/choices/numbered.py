"""Options that are counted: `①임기내 ②임기후`, `① 완료 ❷ 추진중`, `1.착수 2.준공`, `가. 임기내 나. 임기외`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.markers import BARS
from pledgecards.schemas.notation import APOSTROPHES, LETTERS, MIDDOTS

_NUMERAL = re.compile(
    rf"[①-⑳❶-❿]|(?<![0-9A-Za-z가-힣.,(~{APOSTROPHES}-])(?:(?:[1-9]|1[0-9])[.)](?= ?[^\s0-9A-Za-z])|[{LETTERS}][.)](?= ?[^\s0-9A-Za-z]))"
)
_FILLED = "❶"
_CHECKED, _EMPTY = "■", "□"
"""A numeral in a filled disc among those in rings checks its option as a filled box would."""

_BETWEEN = f"/／\t,>→⇒{MIDDOTS}- [【〔<〈" + BARS
_OPENED = re.compile(r"[\[【〔<〈]\s?\S{1,3}$")
_ENCLOSED = "(v)"
"""Brackets round a numeral and its option (`1.착수 [2.추진중] 3.완료`) check it."""


def by_numerals(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Options that are counted from one, without their numerals (`①계획수립 ②착수 → ③완료`); none where they are not."""
    numerals = _counting(text, start, end)
    if not numerals or text[start : numerals[0].start()].strip():
        return []
    return _behind(text, numerals, end)


def marked_numerals(text: str, start: int, end: int, glyph: re.Pattern[str]) -> tuple[list[tuple[int, int]], bool]:
    """Counted options with glyphs before their numerals or words (`☐1.착수 ☑2.준공`, `1. ☑착수 2. ☐준공`), each with its own, and whether
    that can be told: one halfway between two options (`1. 착수 ☑ 2. 준공`) may be of either. None where no options are counted."""
    numerals = _counting(text, start, end)
    if not numerals:
        return [], False
    leads: list[re.Match[str] | None] = []
    for low, numeral in zip([start, *[one.end() for one in numerals]], numerals, strict=False):
        before = list(glyph.finditer(text, low, numeral.start()))
        leads.append(before[-1] if before and not text[before[-1].end() : numeral.start()].strip() else None)
    first = leads[0].start() if leads[0] is not None else numerals[0].start()
    if text[start:first].strip():
        return [], False
    if leads[0] is None and any(
        lead is not None and (lead.end() < numeral.start() or not text[lead.start() - 1].isspace())
        for lead, numeral in zip(leads, numerals, strict=True)
    ):
        return _behind(text, numerals, end), False
    starts = [lead.start() if lead is not None else one.end() for lead, one in zip(leads, numerals, strict=True)]
    ends = [
        lead.start() if lead is not None else one.start() for lead, one in zip(leads[1:], numerals[1:], strict=True)
    ]
    return list(zip(starts, [*ends, end], strict=True)), True


def numeral_end(text: str, start: int) -> int:
    """Where the words begin behind the numeral of a counted option; `start` where none stands there."""
    numeral = _NUMERAL.match(text, start)
    return start if numeral is None else numeral.end()


def _counting(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The numerals of a stretch, two or more, if they are of one kind and count from one."""
    numerals = list(_NUMERAL.finditer(text, start, end))
    kinds = {numeral.group()[-1] in ".)" for numeral in numerals}
    counted = all(_value(numeral.group()) == place for place, numeral in enumerate(numerals))
    return numerals if len(numerals) > 1 and len(kinds) == 1 and counted else []


def _behind(text: str, numerals: Sequence[re.Match[str]], end: int) -> list[tuple[int, int]]:
    ends = [*(numeral.start() for numeral in numerals[1:]), end]
    parts = [(numeral.end(), high) for numeral, high in zip(numerals, ends, strict=True)]
    return [(low, low + len(text[low:high].rstrip(_BETWEEN))) for low, high in parts]


def filled_numerals(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int, str | None]]:
    """Counted options of which some have their numeral filled or stand in brackets with it, with what that comes to; none where all are
    alike. spans: those of `by_numerals`."""
    filled = [_FILLED <= text[low - 1] <= "❿" for low, _ in spans]
    if len(set(filled)) == 2:
        return [(low, high, _CHECKED if full else _EMPTY) for (low, high), full in zip(spans, filled, strict=True)]
    enclosed = [
        text[high - 1] in "]】〕>〉" and _OPENED.search(text, max(0, low - 5), low) is not None for low, high in spans
    ]
    if len(set(enclosed)) == 2:
        return [(low, high - yes, _ENCLOSED if yes else None) for (low, high), yes in zip(spans, enclosed, strict=True)]
    return []


def _value(numeral: str) -> int:
    if numeral[-1] in ".)":
        return LETTERS.find(numeral[0]) if numeral[0] in LETTERS else int(numeral[:-1]) - 1
    return ord(numeral) - ord(_FILLED if numeral >= _FILLED else "①")


def glyphs_behind(text: str, spans: Sequence[tuple[int, int]], glyph: re.Pattern[str]) -> bool:
    """Whether glyphs stand behind counted options (`①임기내 ②임기후 ✔`): one ends the last, or each stands right behind a word and not
    before the numeral that follows. One halfway between two options (`①임기내 ✔ ②임기후`) may be of either."""
    marks = [mark for low, high in spans for mark in glyph.finditer(text, low, high)]
    last = glyph.search(text, *spans[-1])
    if last is not None and not text[last.end() : spans[-1][1]].strip():
        return True
    return bool(marks) and all(
        not text[mark.start() - 1].isspace() and not _NUMERAL.match(text, mark.end()) for mark in marks
    )
