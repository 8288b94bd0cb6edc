"""Points that are dates only in company, for their year is written as other figures are: `2018`, `18년`."""

from __future__ import annotations

import re

from pledgecards.extract.items.outline import BETWEEN_CELLS
from pledgecards.normalize.dates.folding import JUNK
from pledgecards.normalize.dates.numbers import YEAR_CHAIN
from pledgecards.normalize.dates.points import PLAUSIBLE, Point
from pledgecards.normalize.dates.tails import leads_at, measured_before
from pledgecards.normalize.dates.wording import Text, Worded, any_of

_MONTH_BEHIND = re.compile(r" ?\( ?(?:(?:1[0-2]|0?[1-9]) ?월|[상하]반기|[1-4](?: ?/ ?4)? ?분기)[^()]{0,12}\)")
"""A month, half or quarter in brackets behind its year: `2019(3월)`."""

_END_OF_YEAR = Worded(rf" ?{any_of('year_ends')}(?:(?![가-힣])|(?=까지|에|쯤|경|로|부터))")
"""Makes four digits a year: `2019 연말`."""

_WORDS = re.compile(r"(?<![가-힣0-9])(?<![0-9] )[가-힣]{2}")
"""Words beside a year in the first cell of a row; figures and their units alone may be those of a length of time (`20년 | 15동`)."""

_LABELS = re.compile(r" ?:(?: |[가-힣])")


def may_open(point: Point) -> bool:
    """Whether the point can be the only one of a range; a bare two-digit number cannot, nor a four-digit one that is no year."""
    return point.possible and point.weak != "two" and (point.weak != "four" or point.year in PLAUSIBLE)


def stands_in_company(text: Text, point: Point, end: int) -> bool:
    """Whether a bare year is a date all the same: in brackets of its own, behind `~`, in a list that 년 closes, or with its full stop
    at the head of a phrase (`2018. 기본계획 수립`, `완공: 2020.`)."""
    if point.weak == "two" and point.precision == "year":
        first_cell = text.startswith(BETWEEN_CELLS, point.end) and not text[: point.start].strip()
        return (
            (first_cell and _WORDS.search(text, point.end) is not None)
            or _is_dated_deed(text, point)
            or _has_a_neighbour(text, point)
        )
    if not may_open(point):
        return False
    before = text[max(0, point.start - 3) : point.start].rstrip()
    behind = text[end : end + 3].lstrip()
    if before.endswith(("(", "[")) and behind.startswith((")", "]")):
        return True
    if point.written == "four" and (_MONTH_BEHIND.match(text, end) or _END_OF_YEAR.match(text, point.end)):
        return True
    if text[point.end - 1] == "." and leads_at(text, point.start) and not measured_before(text, point.start):
        return not behind or behind[0] in f")],{JUNK}" or "가" <= behind[0] <= "힣"  # also `2019. 제3회 추경`, covered
    if _LABELS.match(text, end) and not measured_before(text, point.start):
        before_it = _LABEL_BEFORE.search(text, max(0, point.start - 48), point.start)  # `2019: 설계, 2020: 시공`
        if leads_at(text, point.start) or (before_it is not None and int(before_it["year"]) < point.year % 100):
            return True
    if before.endswith("~") or YEAR_CHAIN.match(text, end) is not None:
        return True
    return point.precision == "year" and point.weak in _WRITTEN and _has_a_neighbour(text, point)


_LABEL_BEFORE = re.compile(r"(?:(?<![0-9.])20|' ?)(?P<year>[0-9]{2})년? ?:[^:']{1,40}?[,/;· ] {0,2}$")
"""Another year with its colon, and what it labels, before a year."""

_DEED = rf"{any_of('momentary')}(?:(?![가-힣])|(?=식|완료|예정|하|되|됨|함|을|를|후|시(?![가-힣])))"
_DEED_BEHIND = Worded(rf" ?(?:[중말초에] ?)?(?:{_DEED}|{any_of('of_a_year')}(?![가-힣]))|\) {{0,2}}{_DEED}")
_DEED_BEFORE = Worded(rf"{any_of('momentary')}(?:식|완료|예정)? {{0,2}}(?P<sign>[(:]) {{0,2}}$")
_SAID = r"(?:[년도)]{0,3} ?→|[년도]{0,2}(?: ?[(:]|\)| (?=[0-9]))[^~\-'년]{1,20}?[,/·→;]) {0,2}\(?"
"""Behind a year, up to the next one: what is told of it, and the sign that sets it off."""
_WRITTEN = {
    "two": r"(?<![0-9'.])(?P<year>[0-9]{2})",
    "quoted": r"' ?(?P<year>[0-9]{2})",
    "four": r"(?<![0-9.])20(?P<year>[0-9]{2})",
}
_ENDS = {"two": "년", "quoted": r"년?(?= ?[(:)]| [0-9])", "four": r"년?(?= ?[(:)]| [0-9])"}
_YEAR_BEFORE = {way: re.compile(rf"{year}{_SAID}$") for way, year in _WRITTEN.items()}
_YEAR_BEHIND = {way: re.compile(rf"{_SAID}{year}{_ENDS[way]}") for way, year in _WRITTEN.items()}
_COUNTED = re.compile(r" ?[(:)] ?[0-9]| [0-9]")
_LENGTH = Worded(any_of("lengths"))
_LENGTH_BEFORE = Worded(rf"(?:{any_of('lengths')}|(?<![가-힣])[약총]) ?\(?$")


def _is_dated_deed(text: Text, point: Point) -> bool:
    """Whether two digits and 년 date a deed that lasts no time, or the money of a year (`18년 착공`, `준공(18년)`, `19년 본예산`), and no word
    before them says that it is a length of time (`최근 20년 준공된 건물`, `공공임대(20년) 착공`)."""
    if _LENGTH_BEFORE.search(text, max(0, point.start - 8), point.start):
        return False
    if _DEED_BEHIND.match(text, point.end):
        return True
    before = _DEED_BEFORE.search(text, max(0, point.start - 16), point.start)
    if before is None:
        return False
    behind = text[point.end :].lstrip()[:1]
    return behind in ((")",) if before["sign"] == "(" else ("", ",", "/", ";", ")"))


def _has_a_neighbour(text: Text, point: Point) -> bool:
    """Whether the year before or after it is told beside it in the same manner (`18년 12건, 19년 15건`, `'19: 12억 / '20: 15억`), in a text that
    does not speak of lengths of time."""
    if point.weak == "two" and _LENGTH.search(text):
        return False
    if point.weak != "two" and not _COUNTED.match(text, point.end):
        return False
    before = _YEAR_BEFORE[point.weak].search(text, max(0, point.start - 32), point.start)
    if before is not None and int(before["year"]) + 1 == point.year % 100:
        return True
    behind = _YEAR_BEHIND[point.weak].match(text, point.end - 1 if point.weak == "two" else point.end)
    return behind is not None and int(behind["year"]) - 1 == point.year % 100
