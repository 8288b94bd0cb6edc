"""A point whose year, or year and month, is left out or named by a word (`동년`): it takes them from the point before it."""

from __future__ import annotations

import re
from dataclasses import replace

from pledgecards.normalize.dates.numbers import DAY_CHAIN, MONTH_CHAIN, Number, counts_something, numbers_at
from pledgecards.normalize.dates.points import Point, day_fits, days_in, full_year, part_at
from pledgecards.normalize.dates.wording import Text, Worded, any_of
from pledgecards.schemas.notation import WEEKDAYS

_MOST_DAYS = 31
_LISTED_END = re.compile(rf" {{0,2}}(?:$|[,)~\]]|\([{WEEKDAYS}])")
_DAYS_TO_THE_END = re.compile(r"(?: {0,2}, {0,2}[0-9]{1,2}(?![0-9.,:/])){0,12} {0,2}(?:$|[)\]]|총 ?[0-9])")
_OPEN_STYLE = re.compile(r" {1,2}[0-9가-힣(]")

YEAR_WORD = Worded(rf"(?<![가-힣])(?:{any_of('same_year')}|(?P<next>{any_of('next_year')})) {{0,2}}(?=[0-9상하])")
"""A word that stands for the year of the date before it, in front of a month, a day or a part of the year."""


_PERIOD_END = Worded(
    rf"(?:(?P<year>{any_of('year_ends')})|{any_of('month_ends')})(?:(?![가-힣A-Za-z0-9])|(?=까지|에|쯤|경|로))"
)


def point_of_word(text: Text, position: int, context: Point) -> Point | None:
    """The point that begins here with such a word (`동년 11.`, `이듬해 상반기`), or that is one itself (`연말`), or None."""
    ends = _PERIOD_END.match(text, position)
    if ends is not None and (ends["year"] or context.month is not None):
        month, precision = (None, "year") if ends["year"] else (context.month, "month")
        return Point(position, ends.end(), context.year, month, None, precision, written="four")
    match = YEAR_WORD.match(text, position)
    if match is None:
        return None
    year = context.year + (match["next"] is not None)
    # As behind a month: a number is one, two are month and day.
    start = replace(context, year=year, month=context.month or 1, day=None, precision="month", part=None)
    point = relative_point(text, match.end(), start, listed=True)
    return None if point is None or point.year != year else replace(point, start=position, written="four")


def relative_point(text: Text, position: int, context: Point, listed: bool = False) -> Point | None:
    """The point of one to three numbers printed here, completed from `context`, or None.

    After a day, two numbers are month and day; after a month, year and month where that can be, else month and day.
    `listed`: the point goes on a list (`2019. 3. 5., 3. 7.`), where a number must be closed to count.
    """
    part = part_at(text, position, position, context.year, "")
    if part is not None:
        return part
    numbers = numbers_at(text, position, 3)
    while numbers:
        if _ends_well(text, numbers, context, listed):
            found = _complete(text, numbers, context)
            if found is not None:
                return found
        dropped = numbers.pop()
        if dropped.tight and dropped.closer == "" and not listed and _ends_before_decimal(numbers, context):
            # `'22. 10. ~ 11. 3.1운동`: the decimal point is that of the next word.
            numbers.pop()
            continue
        if dropped.tight:
            # `5.3억`: what stands before a decimal point is no number of its own.
            return None
        if listed and _is_open_day(context) and dropped.closer == "" and len(numbers) == 1:
            return None  # `2019. 3. 4, 3. 11 개소`: a month and a day, or a month and a count
        if (
            numbers
            and numbers[-1].closer == dropped.closer == "."
            and (len(numbers) == 1 or dropped.value > _MOST_DAYS)
        ):
            # Nor is the 4 of `~ 4. 45.`, which is no month and day.
            return None
    return None


def _ends_before_decimal(numbers: list[Number], context: Point) -> bool:
    """Whether two numbers behind a month are one with its full stop, and what stands before a decimal point apart from it."""
    return context.precision == "month" and len(numbers) == 2 and numbers[0].closer == "." and not numbers[1].tight


def _is_open_day(context: Point) -> bool:
    return context.precision == "day" and not context.closed


def _ends_well(text: Text, numbers: list[Number], context: Point, listed: bool) -> bool:
    last = numbers[-1]
    if last.closer in ("-", "/"):
        return False
    if last.closer == "." and text[last.after : last.after + 1].isdigit():
        return False
    if last.closer != "":
        return True
    if counts_something(text, last.end):
        return False
    if not listed:
        return True
    if MONTH_CHAIN.match(text, last.end) or DAY_CHAIN.match(text, last.end):
        return True
    if len(numbers) == 1:
        later = _is_open_day(context) and last.value > (context.day or 0)
        return later and _DAYS_TO_THE_END.match(text, last.end) is not None
    if _LISTED_END.match(text, last.end) is not None:
        return True
    return context.precision == "day" and len(numbers) == 2 and _OPEN_STYLE.match(text, last.end) is not None


def _complete(text: Text, numbers: list[Number], context: Point) -> Point | None:
    first = numbers[0]
    if first.closer == "년":
        return _with_year(text, numbers)
    if len(numbers) == 3:
        return _with_year(text, numbers) if first.width == 2 else None
    if len(numbers) == 2:
        return _two(text, numbers, context)
    return _one(text, first, context)


def _one(text: Text, number: Number, context: Point) -> Point | None:
    if number.closer == "월" or (number.closer == "" and MONTH_CHAIN.match(text, number.end)):
        return month_point(number, context.year, number.value)
    if number.closer == "일" or context.precision == "day":
        return day_point([number], context.year, context.month, number.value) if context.month else None
    if context.precision == "month":
        return month_point(number, context.year, number.value)
    if context.precision == "year" and number.width == 2:
        return _year(number)
    return None


def _two(text: Text, numbers: list[Number], context: Point) -> Point | None:
    first, second = numbers
    as_day = day_fits(text, first, second) and (1 <= first.value <= 12)
    if first.closer == "월" or second.closer == "일":
        return day_point(numbers, context.year, first.value, second.value) if as_day else None
    as_month = first.width == 2 and second.closer != "일" and 1 <= second.value <= 12 and first.closer == "."
    if second.closer == "월":
        return _with_year(text, numbers) if as_month else None
    if context.precision == "day":
        if as_day:
            return day_point(numbers, context.year, first.value, second.value)
        return _with_year(text, numbers) if as_month else None
    # After a month, year and month: unless that would be before it, while month and day can be.
    begins = (context.year, context.month or 1)
    fits_day = as_day and second.value <= days_in(context.year, first.value)
    if as_month and ((full_year(f"{first.value:02}"), second.value) >= begins or not fits_day):
        return _with_year(text, numbers)
    return day_point(numbers, context.year, first.value, second.value) if as_day and context.month else None


def _with_year(text: Text, numbers: list[Number]) -> Point | None:
    """Year first: `19. 3.`, `19년 3월`, `20. 1. 5.`, `22년`."""
    first = numbers[0]
    if first.width != 2:
        return None
    year = full_year(f"{first.value:02}")
    if len(numbers) == 1:
        return _year(first)
    month = numbers[1]
    if len(numbers) == 3:
        if not day_fits(text, month, numbers[2]):
            return None
        return day_point(numbers, year, month.value, numbers[2].value)
    if month.closer not in (".", "월", ""):
        return None
    return month_point(numbers[-1], year, month.value, numbers[0].start)


def _year(number: Number) -> Point:
    written = "two" if number.closer == "년" else ""
    return Point(
        number.start, number.after, full_year(f"{number.value:02}"), written=written, closed=number.closer != ""
    )


def month_point(number: Number, year: int, month: int, start: int | None = None) -> Point | None:
    if not 1 <= month <= 12:
        return None
    begin = number.start if start is None else start
    return Point(begin, number.after, year, month, None, "month", closed=number.closer != "")


def day_point(numbers: list[Number], year: int, month: int, day: int) -> Point | None:
    last = numbers[-1]
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    if day > days_in(year, month):
        return Point(numbers[0].start, last.after, year, month, None, "day", possible=False)
    return Point(numbers[0].start, last.after, year, month, day, "day", closed=last.closer != "")
