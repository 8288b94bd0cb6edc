"""Options that are counted: `①임기내 ②임기후`, `① 완료 ❷ 추진중`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.markers import BARS

_NUMERAL = re.compile(r"[①-⑳❶-❿]")
_FILLED = "❶"
_CHECKED, _EMPTY = "■", "□"
"""A numeral in a filled disc among those in rings checks its option as a filled box would."""

_BETWEEN = "/／\t,>→⇒·ㆍ- " + BARS


def by_numerals(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Options that are counted from one, without their numerals (`①계획수립 ②착수 → ③완료`); none where they are not."""
    numerals = list(_NUMERAL.finditer(text, start, end))
    counted = all(_value(numeral.group()) == place for place, numeral in enumerate(numerals))
    if len(numerals) < 2 or not counted or text[start : numerals[0].start()].strip():
        return []
    ends = [*(numeral.start() for numeral in numerals[1:]), end]
    parts = [(numeral.end(), high) for numeral, high in zip(numerals, ends, strict=True)]
    return [(low, low + len(text[low:high].rstrip(_BETWEEN))) for low, high in parts]


def filled_numerals(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int, str | None]]:
    """Counted options of which some have their numeral filled, with what that comes to; none where all are alike. spans: those of
    `by_numerals`."""
    filled = [text[low - 1] >= _FILLED for low, _ in spans]
    if len(set(filled)) < 2:
        return []
    return [(low, high, _CHECKED if full else _EMPTY) for (low, high), full in zip(spans, filled, strict=True)]


def _value(numeral: str) -> int:
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
