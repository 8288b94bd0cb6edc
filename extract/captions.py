"""Captions: the unit note of a table, `(2020. 12. 기준)` and their like; and lines that hold two things side by side."""

from __future__ import annotations

import re
from dataclasses import replace

from pledgecards.extract.page import Line, Run
from pledgecards.schemas.notation import APOSTROPHE, AS_OF, COLON, COLONS

_OPEN, _CLOSE = r"[(\[【<〈《（［〔]", r"[)\]】>〉》）］〕]"
_WON = r"[십백천만억조十百千萬億兆]*\s*[원圓]"
_WORD = r"(?:금액\s*)?단\s*위(?!사업|과제|별|면적|시설|조직)"
_ANY = r"[^()\[\]【】:]{1,24}?\s*(?:\(\s*\)[^()]{1,15})?"
_ONE = rf"(?:{_WON}|[가-힣]{{1,2}}|[^가-힣\s,，/]{{1,5}})"
_UNIT = re.compile(
    rf"(?:{_OPEN}\s*{_WORD}\s*[{COLONS};]?|{_WORD}\s*[{COLONS};])\s*{_ANY}{_CLOSE}?|{_WORD}\s*{_ONE}(?:\s*[,，/]\s*{_ONE})*{_CLOSE}?"
)
"""The unit note alone in a line; it may say what brackets round a figure mean (`(단위: 백만원, ( )는 국비)`). Without brackets or a colon it
names nothing but units (`단위 백만원`), as `단위농협 협력` does not."""

_UNIT_BARE = re.compile(
    rf"{_OPEN}\s*(?:(?:금액|사업비|예산액?|투자액)\s*{COLON}\s*)?{_WON}\s*(?:[,，/]\s*[가-힣]{{2,6}}\s*{COLON}[^()\[\]{COLONS}]{{1,10}}|\s*[,，/·]\s*[%％])?{_CLOSE}"
)
"""The unit alone in brackets (`[백만원]`), or behind what is counted in it (`(금액: 백만원, 사업량: km)`)."""

_AS_OF = re.compile(
    rf"{_OPEN}\s*(?=[^()]*\d)[^()\[\]]{{2,30}}?\s*{AS_OF}\s*{_CLOSE}|{APOSTROPHE}?\d[\d./\s년월일말분기상하반]*{AS_OF}"
    rf"|{_OPEN}?\s*(?:작성|자료|실적)?\s*기준(?:일자?|시점)?\s*{COLON}\s*{APOSTROPHE}?\d[\d.,/\s년월일말분기상하반]{{1,16}}{_CLOSE}?"
)
_UNIT_WITHIN = re.compile(
    rf"{_OPEN}\s*(?:금액\s*)?단\s*위\s*{COLON}?\s*[^()\[\]【】]{{1,24}}?\s*{_CLOSE}|단\s*위\s*{COLON}\s*\S+|{_OPEN}\s*{_WON}\s*(?:[,，/·]\s*[%％]\s*)?{_CLOSE}"
)

_SAYS_MORE = re.compile(rf"{_OPEN}\s*(?:금액\s*)?단\s*위\s*{COLON}\s*[^()\[\]【】:]{{1,12}}[(\[][^()\[\]]*{_WON}")
"""A unit note that names another unit of some of the figures in brackets within it (`(단위: 백만원(2019년은 천원))`)."""


def is_caption(text: str) -> bool:
    """Whether a line is nothing but a unit note or a note of the day that figures are of."""
    # Nearly every line is asked for and nearly none holds these words.
    if "위" in text and _UNIT.fullmatch(text) is not None:
        return True
    if ("원" in text or "圓" in text) and _UNIT_BARE.fullmatch(text) is not None:
        return True
    return ("준" in text or "현" in text) and _AS_OF.fullmatch(text) is not None


def unit_note(text: str) -> str | None:
    """The unit note that stands in a line (`소요예산 (단위: 백만원)`), as printed, or None."""
    if "단" not in text and "원" not in text and "圓" not in text:
        return None
    if _UNIT.fullmatch(text) or _UNIT_BARE.fullmatch(text) or _SAYS_MORE.match(text):
        return text
    found = _UNIT_WITHIN.search(text)
    return found.group() if found is not None else None


def without_unit(text: str) -> str:
    """A line without the unit note at its end (`쉼터 조성 (단위: 백만원)`)."""
    note = unit_note(text)
    return text.removesuffix(note).rstrip() if note is not None else text


def as_of_note(text: str) -> str | None:
    """The note of the day that figures are of (`(2020. 12. 기준)`), as printed, or None."""
    found = _AS_OF.search(text) if "준" in text or "현" in text else None
    return found.group() if found is not None else None


def parted(line: Line) -> list[Line]:
    """The parts of a line whose wide gaps set a caption apart from a heading; else the line itself.

    `소요예산액<TAB>(단위: 백만원)` is a heading and a caption.
    """
    if "\t" not in line.text:
        return [line]
    parts, start = [], 0
    for text in line.text.split("\t"):
        end = start + len(text)
        if text.strip():
            parts.append(part_of(line, start, end))
        start = end + 1
    if len(parts) > 1 and any(is_caption(part.text) for part in parts):
        return parts
    return [line]


def part_of(line: Line, start: int, end: int) -> Line:
    """The stretch `line.text[start:end]` as a line of its own, with its runs and marks; its place is the whole line's."""
    while start < end and line.text[start].isspace():
        start += 1
    while end > start and line.text[end - 1].isspace():
        end -= 1
    runs = tuple(
        Run(max(run.start, start) - start, min(run.end, end) - start, run.bold, run.colour, run.size)
        for run in line.runs
        if run.start < end and run.end > start
    )
    marks = tuple(
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in line.marks
        if mark.start < end and mark.end > start
    )
    return replace(line, text=line.text[start:end], runs=runs, marks=marks)
