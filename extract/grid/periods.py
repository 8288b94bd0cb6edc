"""Labels of time axes: the years, quarters, halves and months that head the columns (or rows) of a table.

This is no reading of dates in prose: a label is a whole cell, and what is no label is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pledgecards.schemas.notation import APOSTROPHES, MIDDOTS, TILDES, YEAR

_FOLDED = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(TILDES, "~"),
        **dict(zip("０１２３４５６７８９（）／．–上下", "0123456789()/.~상하", strict=True)),
    }
)
_SPACE = re.compile(r"\s+")
_YEAR_AND_PART = re.compile(rf"{YEAR}(?= \d{{1,2}} ?(?:/4|사?분기|월|[Qq]))")  # `2020 1분기` is not `20201분기`
_FOOTNOTE = re.compile(r"(?<=.)(?:[⁰¹²³⁴-⁹]+[)⁾]?|[*※]{1,3})$")
"""The mark of a footnote behind a label (`2020년¹⁾`)."""

_MARKERS = frozenset(f"-–{MIDDOTS}•└ㄴ○")
_YEAR = re.compile(r"(?:(?:19|20)\d\d(?!\d)|'\d\d(?!\d)|\d\d(?=년))")
_SHORT_HALF = re.compile(r"(\d\d)\.?([상하](?:반기)?)$")
_SHORT_QUARTER = re.compile(r"(1[4-9]|2\d|30)\.([1-4](?:/4|사)?분기|[1-4]/4|[1-4]Q)$", re.IGNORECASE)
_SHORT_MONTHS = re.compile(r"(1[4-9]|2\d|30)\.(\d{1,2}(?:[~-]\d{1,2})?월(?:말|까지)?)$")
_FISCAL = re.compile(r"FY(?=((?:20)?)'?\d\d(?!\d))", re.IGNORECASE)
"""Before a year of accounts (`FY18`, `FY2018`); in these countries it is the calendar's."""

_AFTER_YEAR = re.compile(r"(?:년도|학년도|회계[연년]도|년)?\.?")
_RANGE_END = re.compile(
    r"[~-](?:(?:19|20)\d\d|'\d\d|\d\d(?=년)|\d\d$)(?:년도?)?\.?(?:\d{1,2}(?:월|\.)?|[상하](?:반기)?|[1-4]/?4?분기)?(?:말|까지)?$"
)
_RANGE_AND_WORD = re.compile(
    r"[~-](?:(?:19|20)\d\d|'?\d\d)(?:년도?)?(합계|총계|소계|계|총액|계획|예산|총사업비|사업비)$"
)  # `2018~2022 합계`
_YEARS_AFTER_MONTH = re.compile(
    r"\.?\d{1,2}(?:월|\.)?[~-](?:(?:19|20)\d\d|'\d\d|\d\d(?=년))(?:년도?)?\.?(?:\d{1,2}(?:월|\.)?)?(?:말|까지)?$"
)
_MONTHS = re.compile(r"\(?\.?(?:(\d{1,2})(?:월|\.)?)?[~-](\d{1,2})(?:월|\.)?(?:말|까지)?\)?$")
_DAYS = re.compile(r"\(?\.?(\d{1,2})[.월]\d{1,2}[.일]?[~-](\d{1,2})[.월]\d{1,2}[.일]?\)?$")  # `2018.7.1~12.31`
_MONTH = re.compile(r"\(?(\d{1,2})(?:월|\.)?(?:말|까지|현재|기준)?\.?\)?$")
_MONTH_AND_WORD = re.compile(r"\.?(?:0?[1-9]|1[0-2])월(?:말)?\.?([가-힣]+)$")  # `'20.12월 실적`
_AFTER = re.compile(r"\(?(?:\d{1,2}(?:월|\.)?|[상하]반기)?(?:~|-|이후|부터)\)?(?:이후|계속)?$")
_BEFORE = re.compile(r"\(?(?:\d{1,2}(?:월|\.)?|[상하]반기)?이전\)?$")
_LEADING_REMARK = re.compile(r"\(([^()]*)\)(.*)$")
_OF_TERM = r"(?:민선\d+기|임기|취임)?"
_REMARK = re.compile(r"\([^()\d]*\)$")
"""What is said of a period's figures (`2017년 이전(천원)`), and nothing of the time."""
_ORDINAL_YEAR = re.compile(
    rf"{_OF_TERM}(?:\d차?년[차도]?차?|\d년차)$|제?\d단계$|(?:금년|올해|당해|당해년|당해연|내년|차년|명년|익년|전년|작년)도?$"
)
_COUNTED_YEAR = re.compile(rf"{_OF_TERM}(?:([1-9])차(?:년도?|연도)|([1-9])년차)$")
_BRACKETED = re.compile(r"^([^()]*)\(([^()]+)\)$")

_QUARTER = re.compile(r"\(?제?([1-4])(?:/4|사|/4사)?분기\)?$|\(?([1-4])/4\)?$|([1-4])Q$|Q([1-4])$", re.IGNORECASE)
_HALF = re.compile(r"\(?(?:(상|하)(?:반기)?|(전|후)반기|([12])(?:/2)?반기)\)?$")
_HALF_AND_MORE = re.compile(r"\.?([상하])(?:반기)?([국도시구군]비|계|소계)$")
_ONE_MONTH = re.compile(r"(\d{1,2})월$")
_ROMAN = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "I": 1, "II": 2, "III": 3, "IV": 4, "ⅰ": 1, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4}
_SPELLED = {"일사분기": 1, "이사분기": 2, "삼사분기": 3, "사사분기": 4}
_PART_AND_MONTHS = re.compile(r"([^()]*(?:분기|반기|/4|Q))\((\d{1,2}(?:월|\.)?[~-]\d{1,2}(?:월|\.)?)\)$", re.IGNORECASE)
_ROMAN_QUARTER = re.compile(r"(Ⅰ|Ⅱ|Ⅲ|Ⅳ|ⅰ|ⅱ|ⅲ|ⅳ|IV|I{1,3})(?:/4)?(?:분기)?$")
_CIRCLED = {char: number for number, char in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫", 1)}


@dataclass(frozen=True, slots=True)
class Period:
    """A label of a time axis.

    kind  year | quarter | half | month · span (several years) · in_term | after_term | before_term (open: `2023년~`, `2017 이전`) ·
          number (a bare 1..12, whose meaning the axis tells) · ordinal (a year counted from a first one: `1차년도`).
    year  four digits, None where the label names none, or several.
    part  quarter 1..4, half 1..2, month or number 1..12, an ordinal 1..9.
    rest  words that follow the label in its cell (`2018년 목표`), without spaces; a mere remark keeps its brackets.
    """

    kind: str
    year: int | None = None
    part: int | None = None
    rest: str = ""


def compact(text: str) -> str:
    """The label without spaces, with plain digits, quotes, tildes and brackets."""
    return _SPACE.sub("", text).translate(_FOLDED)


@lru_cache(maxsize=4096)
def read_period(text: str) -> Period | None:
    """The period that a cell's text names, or None. The text must begin with it; what follows it is `rest`."""
    if text[:1] in _MARKERS and text[1:2] == " ":
        return _with_year(compact(text[2:]))  # `- 2018` below `임기내`; `- 3` is a figure
    label = _FOOTNOTE.sub("", compact(_YEAR_AND_PART.sub(r"\g<0>.", text)))
    if not label or len(label) > 24:
        return None
    if label[0] in "(<[" and label[-1] in ")>]":
        label = label[1:-1]
    return _with_year(label) or _part(label) or _bracketed(label) or _counted(label)


def names_year(text: str) -> bool:
    """Whether a text is a period within one year, and nothing else (`2019년`, `2019년 상반기`)."""
    period = read_period(text)
    return period is not None and period.year is not None and not period.rest


def is_counted_year(text: str) -> bool:
    """Whether a text is a year that is only counted from a first one, and nothing else (`1차년도`, `민선7기 1년차`)."""
    period = read_period(text)
    return period is not None and period.kind == "ordinal" and not period.rest


def _with_year(label: str) -> Period | None:
    if label.startswith("~"):
        inner = _with_year(label[1:])
        return Period("before_term") if inner is not None and not inner.rest else None
    if (fiscal := _FISCAL.match(label)) is not None:
        label = label[fiscal.end() :] if fiscal[1] else "'" + label[fiscal.end() :].lstrip("'")
    met = _YEAR.match(label)
    if met is None:
        # `18하`, `18.1/4`, `18.7~12월`: without a quote only what stands behind it says that the number is a year.
        short = _SHORT_HALF.match(label) or _SHORT_QUARTER.match(label) or _SHORT_MONTHS.match(label)
        return _within_year(2000 + int(short[1]), short[2]) if short is not None else None
    digits = met.group().lstrip("'")
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    if not 1990 <= year <= 2060:
        return None
    tail = _AFTER_YEAR.match(label, met.end())
    rest = label[tail.end() if tail else met.end() :]
    if not rest:
        return Period("year", year)
    return _within_year(year, rest)


def _within_year(year: int, rest: str) -> Period | None:
    bare = _REMARK.sub("", rest) or rest
    if _RANGE_END.match(bare):
        return Period("span")
    named = _RANGE_AND_WORD.match(bare)
    if named is not None:
        return Period("span", rest=named[1])
    if _AFTER.match(bare):
        return Period("after_term")
    if _BEFORE.match(bare):
        return Period("before_term")
    if bare in ("까지", "년까지"):
        return Period("span")
    months = _MONTHS.match(rest)
    if months:
        return _month_range(year, int(months.group(1) or 1), int(months.group(2)))
    days = _DAYS.match(rest)
    if days:
        return _month_range(year, int(days[1]), int(days[2]))
    month = _MONTH.match(rest)
    if month and 1 <= int(month.group(1)) <= 12:
        return Period("month", year, int(month.group(1)))
    part = _part(rest.lstrip(".-"))
    if part is not None and part.kind in ("quarter", "half"):
        return Period(part.kind, year, part.part)
    half = _HALF_AND_MORE.match(rest)
    if half is not None:
        return Period("half", year, 1 if half[1] == "상" else 2, half[2])
    remark = _LEADING_REMARK.match(rest)
    if remark:
        return Period("year", year, None, remark.group(2) or f"({remark.group(1)})")
    if _YEARS_AFTER_MONTH.match(rest):
        return Period("span")
    told = _MONTH_AND_WORD.match(rest)
    if told is not None:
        return Period("year", year, None, told[1])
    if rest[0].isdigit() or rest[0] in ".~-/,'":
        return None
    return Period("year", year, None, rest)


def _month_range(year: int | None, first: int, last: int) -> Period | None:
    """A run of months as the quarter, half or year that it is; another run is `year` (or None without a year)."""
    if not 1 <= first <= last <= 12:
        return None
    if last - first == 2 and first % 3 == 1:
        return Period("quarter", year, first // 3 + 1)
    if last - first == 5 and first in (1, 7):
        return Period("half", year, 1 if first == 1 else 2)
    return Period("year", year) if year is not None else None


def _part(label: str) -> Period | None:
    if label.isascii() and label.isdigit() and len(label) <= 2:
        number = int(label)
        return Period("number", None, number) if 1 <= number <= 12 else None
    if label in _CIRCLED:
        return Period("number", None, _CIRCLED[label])
    quarter = _QUARTER.match(label)
    if quarter:
        return Period("quarter", None, int(next(group for group in quarter.groups() if group)))
    if label in _SPELLED:
        return Period("quarter", None, _SPELLED[label])
    roman = _ROMAN_QUARTER.match(label)
    if roman:
        return Period("quarter", None, _ROMAN[roman.group(1)])
    half = _HALF.match(label)
    if half:
        word = next(group for group in half.groups() if group)
        return Period("half", None, 1 if word in ("상", "전", "1") else 2)
    month = _ONE_MONTH.match(label)
    if month and 1 <= int(month.group(1)) <= 12:
        return Period("month", None, int(month.group(1)))
    months = _MONTHS.match(label)
    if months and months.group(1):
        return _month_range(None, int(months.group(1)), int(months.group(2)))
    both = _PART_AND_MONTHS.match(label)
    if both is not None and (named := _part(both[1])) == _part(both[2]):
        return named  # `1분기(1~3월)`
    return None


def _bracketed(label: str) -> Period | None:
    """`1차년도(2018)`, `금년도(2019)`: a year by its order or from the writer's day, with the year itself in brackets, or its stretch of two."""
    met = _BRACKETED.match(label)
    if met is None or not _ORDINAL_YEAR.match(met.group(1)):
        return None
    inner = _with_year(met.group(2))
    if inner is not None and inner.kind in ("span", "after_term"):
        return _counted(met.group(1)) or inner  # `1년차('18.7.~)`, `1년차('18.7.~'19.6.)`
    return inner if inner is not None and not inner.rest else None


def _counted(label: str) -> Period | None:
    """`1차년도`, `3년차`: a year counted from a first one that the label does not name."""
    met = _COUNTED_YEAR.match(label)
    return Period("ordinal", None, int(met[1] or met[2])) if met is not None else None
