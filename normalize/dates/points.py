"""One point of time as printed: a year, half, quarter, month or day, by itself or read from what stands before it."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from pledgecards.normalize.dates.numbers import (
    DAY_CHAIN,
    MONTH_CHAIN,
    YEAR_CHAIN,
    Number,
    closer_at,
    counts_something,
    numbers_at,
)
from pledgecards.normalize.dates.wording import Text
from pledgecards.schemas.notation import WEEKDAYS

PIVOT = 70
"""Two-digit years are 20YY; from this one on they are 19YY (`'98년` in front of a card of 2018 is 1998)."""
BARE = range(14, 31)
"""Two-digit years that may stand without a quote sign, before a month."""
PLAUSIBLE = range(1990, 2040)
"""Years that four digits alone may be, within a range or brackets of their own."""


@dataclass(frozen=True, slots=True)
class Point:
    """A period named at text[start:end].

    part      1..4 of a quarter, 1..2 of a half; None for other precisions.
    weak      empty, or why it is a date only in company: `quoted` ('18), `four` (2018), `two` (18년, 18.7).
    written   how its year is written: quoted, four, two, or empty if it was taken from its context.
    closed    a full stop or a word ends it.
    possible  False: written like a day, but no calendar has it.
    """

    start: int
    end: int
    year: int
    month: int | None = None
    day: int | None = None
    precision: str = "year"
    part: int | None = None
    weak: str = ""
    written: str = ""
    closed: bool = True
    possible: bool = True

    def first(self) -> date:
        """The first day of the period."""
        return date(self.year, self._months()[0], self.day or 1)

    def last(self) -> date:
        """The last day of the period."""
        month = self._months()[1]
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def _months(self) -> tuple[int, int]:
        if self.month is not None:
            return self.month, self.month
        length = {"quarter": 3, "half": 6, "year": 12}[self.precision]
        first = ((self.part or 1) - 1) * length + 1
        return first, first + length - 1


_YEAR = re.compile(r"(?:(?P<quote>') ?)?(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])")
_COMPACT = re.compile(
    r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})"
    # It must not go on like a figure, an amount or the number of a document.
    r"(?![0-9A-Za-z%㎀-㏿]|[,.:/][0-9]|(?!부터|까지|이전|이후|자)[가-힣]"
    r"|-(?!'|(?:19|20)[0-9]{6}|[0-9]{1,4}[.년월\-/]))"
)
_PART = re.compile(
    # Written in Chinese characters, the first may stand for the whole: `'18.下`.
    r" {0,3}(?:(?P<half>[상하](?:반기|(?= ?[·/,~] ?하반기)|(?= {0,2}(?:$|[~(),\]]))|(?<=하)(?= [가-힣]))|[전후]반기(?! ?(?:[·,/~]|및) ?[전후]반기)|[上下](?![一-鿿가-힣]))"
    # The word behind `1~2분기`, `1, 2분기` and `1·2분기` closes the first one too; 3·4분기 may be two quarters or one, so it is neither.
    r"|(?:제 ?)?(?P<quarter>[1-4Ⅰ-Ⅳ])(?: ?/ ?4| ?사)?(?: ?분기|(?= ?(?:[~,] ?[1-4Ⅰ-Ⅳ](?: ?/ ?4)?|· ?[23]) ?분기))"
    r"|(?P<letter>[1-4])Q(?![A-Za-z0-9]))"
)
QUARTERS = r"[1-3] ?· ?4 ?분기"
"""Two quarters, or one of the four as it was once written (`3·4분기`): no month and neither quarter."""

_QUARTERS = re.compile(rf" {{0,2}}{QUARTERS}")
_OF_CALENDAR = re.compile(r" ?년(?:도(?! ?(?:더|넘|안|채|못|지나))| ?[말초](?:까지|부터|에)?(?![가-힣]))")
"""What makes two digits the year of a calendar: `19년도`, `19년말`; but `20년도 더 된`."""

_STROKE = re.compile(r"(?:1[0-2]|0?[1-9])/(?:[12][0-9]|3[01]|0?[1-9])(?![0-9/.%])")
"""What may be a quarter or a day, so that only the year before it is read (`'19.2/4 착공`)."""
_STROKE_DAY = re.compile(
    rf" {{0,3}}(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12][0-9]|0?[1-9])\.?(?= ?\((?P<weekday>[{WEEKDAYS}])\))"
)
"""A day behind a year, which its weekday tells from a quarter and a fraction where the calendar has it (`2019. 3/4(월)`)."""
_QUOTATION = re.compile(r"(?:^|(?<=[ (\[,·:/]))' ?[0-9]{2}[^']{0,60}(?<=[가-힣A-Za-z0-9%)\]!?.])'(?! ?[0-9]{2})")
_MARK = re.compile(r"'(?! ?[0-9]{2}(?![0-9]))")
_FAR = 200
_SPACED_MONTH = re.compile(r" {1,2}[0-9]{1,2} ?월")
_CLOSING = re.compile(r" {0,2}(?:$|[~)\],;(\[/·])")


def days_in(year: int, month: int) -> int:
    """The number of days of a month; 0 if there is no such month."""
    return calendar.monthrange(year, month)[1] if 1 <= month <= 12 and year > 0 else 0


def full_year(digits: str) -> int:
    """The year that two or four digits name."""
    value = int(digits)
    return value if len(digits) == 4 else value + (1900 if value >= PIVOT else 2000)


def point_at(text: Text, position: int) -> Point | None:
    """The point that begins here with its own year, or None. The text is folded and masked."""
    match = _COMPACT.match(text, position)
    if match is not None:
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        if 1 <= day <= days_in(year, month) and year in PLAUSIBLE:
            return Point(position, match.end(), year, month, day, "day", written="four")
    match = _YEAR.match(text, position)
    if match is None:
        return None
    if match["quote"] and len(match["year"]) == 2 and _opens_quotation(text, position):
        return point_at(text, match.start("year"))
    written = "quoted" if match["quote"] else "four" if len(match["year"]) == 4 else "two"
    if written == "two" and int(match["year"]) not in BARE:
        return None
    if written == "quoted" and text[match.end() : match.end() + 1] == "'":
        return None
    year = full_year(match["year"])
    closer, after = closer_at(text, match.end())
    if closer in ("월", "일"):
        return None
    part = part_at(text, after, position, year, written)
    if part is not None:
        return part if written != "two" or closer in (".", "년") else None
    if closer in (".", "년") and _QUARTERS.match(text, after):
        return Point(position, after, year, written=written)
    if closer in (".", "년") and (stroke := _STROKE_DAY.match(text, after)) is not None:
        month, day = int(stroke["month"]), int(stroke["day"])
        if 1 <= day <= days_in(year, month) and WEEKDAYS[date(year, month, day).weekday()] == stroke["weekday"]:
            return Point(position, stroke.end(), year, month, day, "day", written=written)
    found: Point | None = None
    if closer or _SPACED_MONTH.match(text, after):
        found = _within_year(text, position, year, written, closer, numbers_at(text, after, 2, closer or " "))
    return found or _year_alone(text, position, match.end(), year, written, closer, after)


def _opens_quotation(text: Text, position: int) -> bool:
    """Whether the sign before two digits opens a quotation that ends in the text (`'30년 숙원사업' 해결`), so that it names no year."""
    match = _QUOTATION.match(text, position)
    return match is not None and len(_MARK.findall(text, position + 1, position + _FAR)) % 2 == 1


def part_at(text: Text, position: int, start: int, year: int, written: str) -> Point | None:
    """The half or quarter that is printed at this position, of the given year."""
    match = _PART.match(text, position)
    if match is None:
        return None
    if match["half"]:
        return Point(
            start, match.end(), year, None, None, "half", 1 if match["half"][0] in "상上전" else 2, written=written
        )
    number = match["quarter"] or match["letter"]
    quarter = int(number) if number.isdigit() else "ⅠⅡⅢⅣ".index(number) + 1
    return Point(start, match.end(), year, None, None, "quarter", quarter, written=written)


def _within_year(text: Text, start: int, year: int, written: str, closer: str, rest: list[Number]) -> Point | None:
    """The month or day that the numbers behind a year name, or None if they name none."""
    if not rest or (closer in ("-", "/") and written == "two"):
        return None
    month = rest[0]
    if len(rest) == 2 and (closer not in ("-", "/") or month.closer == closer):
        day = rest[1]
        # `2018년 7.5` may be a figure; after 년 an open day must end the phrase.
        loose = closer == "년" and month.closer == "." and day.closer == "" and not _CLOSING.match(text, day.end)
        if day_fits(text, month, day) and not loose:
            possible = 1 <= day.value <= days_in(year, month.value)
            if written == "two" and not possible and not (1 <= month.value <= 12 and 1 <= day.value <= 31):
                return None
            return _dated(text, start, year, month, day, written, possible)
    if not _month_fits(text, written, closer, month):
        return None
    if not 1 <= month.value <= 12:
        shown = month.closer == "월" or (
            month.closer == "." and written != "two" and month.value > 12 and closer == "."
        )
        return Point(start, month.after, year, written=written, possible=False) if shown else None
    closed = month.closer != ""
    weak = "two" if written == "two" and not closed else ""
    return Point(start, month.after, year, month.value, None, "month", weak=weak, written=written, closed=closed)


def _dated(text: Text, start: int, year: int, month: Number, day: Number, written: str, possible: bool) -> Point:
    end = day.end if day.closer == "" else day.after
    if not possible:
        # Its month still serves the end of a range, so that the whole of it is told to be impossible.
        return Point(start, end, year, month.value, None, "day", written=written, possible=False)
    return Point(start, end, year, month.value, day.value, "day", written=written, closed=day.closer != "")


def day_fits(text: Text, month: Number, day: Number) -> bool:
    """Whether the second number can be the day of the first one's month, by what closes the two."""
    if day.closer == "":
        if month.closer == "월" and not DAY_CHAIN.match(text, day.end):
            return False
        # `2019.10.7 개소`, `2019. 10. 07 개소`: what is written like a day and nothing else does not count the word behind it.
        whole = month.closer in ("-", "/") or day.tight or (day.width == 2 and day.value < 10)
        return not counts_something(text, day.end, apart=not whole)
    if month.closer == "월":
        return day.closer == "일"
    return month.closer in (".", "-", "/") and day.closer in (".", "일")


def _month_fits(text: Text, written: str, closer: str, month: Number) -> bool:
    if closer in ("-", "/"):
        # 2018-07 and 2018/7; a dash wants two digits, for `2018-7` is as good as a number of a document.
        plain = month.closer == "" and not counts_something(text, month.end) and 1 <= month.value <= 12
        return plain and ((closer == "-" and written == "four" and month.width == 2) or closer == "/")
    if month.closer == "월":
        return True
    if month.closer == ".":
        if text[month.after : month.after + 1].isdigit():
            # `'18. 7.5%`: the full stop is a decimal point.
            return False
        return closer == "." or (closer == "년" and _CLOSING.match(text, month.after) is not None)
    if month.closer != "" or counts_something(text, month.end):
        return False
    return closer == "." or (closer == "년" and MONTH_CHAIN.match(text, month.end) is not None)


def _year_alone(
    text: Text, start: int, digits_end: int, year: int, written: str, closer: str, after: int
) -> Point | None:
    if closer == "년":
        weak = "two" if written == "two" and not _OF_CALENDAR.match(text, digits_end) else ""
        return Point(start, after, year, weak=weak, written=written)
    if written == "two":
        return None
    if closer == "." and text[after : after + 1].isdigit() and not _STROKE.match(text, after):
        return None
    if closer == ".":
        return Point(start, after, year, weak="" if written == "quoted" else "four", written=written)
    if counts_something(text, digits_end) and not YEAR_CHAIN.match(text, digits_end):
        return None
    return Point(start, digits_end, year, weak=written, written=written, closed=False)
