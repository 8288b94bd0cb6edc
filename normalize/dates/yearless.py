"""Dates whose year is left out and stands earlier in the same text: `2019년 … 접수(1. 14.~2. 15.)`, `2019. 3. 5. 착수, 9. 10. 준공`.

The year is taken over only where nothing speaks against it: it is one year, the date does not lie before the one that names it, a
printed weekday agrees, and the words between do not say that the deed is of the year before or after (`2020년 예산 편성(12. 5.)`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pledgecards.normalize.dates.expressions import Expression, expression_of
from pledgecards.normalize.dates.numbers import MONTH_CHAIN, MONTH_WORD, Number, numbers_at
from pledgecards.normalize.dates.points import Point, day_fits, part_at
from pledgecards.normalize.dates.relative import day_point, month_point
from pledgecards.normalize.dates.tails import measured_before
from pledgecards.normalize.dates.wording import Text, Worded, any_of
from pledgecards.schemas.notation import WEEKDAYS

_NO_YEAR = 2020
"""Stands for a year that nothing names; a leap year, so that every day is one of its days."""

YEARLESS = Worded(
    rf"(?<![0-9가-힣A-Za-z.'\-])(?:[0-9]{{1,2}} ?{MONTH_WORD}(?!분(?!기)|호| ?{any_of('anniversaries')})"
    rf"|[0-9]{{1,2}}(?={MONTH_CHAIN.pattern})"
    # 상·하반기 together are the year itself.
    r"|(?<!상[·/,~])(?<!상 · )[상하]반기(?!별)|(?<![0-9][·/,~])[1-4](?: ?/ ?4)? ?분기(?!별)"
    r"|[0-9]{1,2}[./] ?[0-9]{1,2}(?![0-9])"
    r"|[0-9]{1,2}\. {0,2}~ {0,2}[0-9]{1,2}\.(?! ?[0-9])"
    r"|[0-9]{1,2}\.(?= ?[가-힣]| ?\)| ?\([가-힣]))"
)
"""Where a date without a year may begin in a folded and masked text."""

_OPENS = re.compile(r"(?:^[^가-힣A-Za-z0-9]{0,3}|[(\[:,/;→·~|]|(?<![가-힣])및) {0,2}$")
_BEHIND_YEAR = re.compile(r" ?[)\]] {0,2}| {1,2}- {1,2}")
"""Between a year and a day right behind it: `(2019년) 3. 5. 개최`."""
_LONE = re.compile(r"(?<![0-9])(?:[,/;→·]|(?<![가-힣])및) {0,2}$|\( {0,2}$")
_MONTH_ENDS = re.compile(r" {0,2}[~)]")
_NUMBERED = re.compile(r"(?<![0-9.'])([0-9]{1,2})\. ?[가-힣]")
_BEHIND_WORDS = re.compile(r"[가-힣)\]] $")
_LISTED = re.compile(r" {0,2}(?:[,;/→·]|$)")
_GOES_ON = re.compile(r"[0-9]| {1,2}[0-9]{1,2}\.")
_CLOSES = re.compile(r" {0,2}(?:$|[)\]])")
_WEEKDAY = re.compile(rf" ?\([{WEEKDAYS}](?:요일)?[)~,]")
_SPACED = re.compile(r"[0-9]{1,2}\. [0-9]{1,2}")
_PADDED = re.compile(r"0[0-9]\.[0-9]{2}|[0-9]{1,2}\.(?:0[0-9]|[1-3][0-9])")
_BRACKETED = re.compile(r"\([0-9]{1,2}\.[0-9]{1,2}\)")
_RANGE = re.compile(r" {0,2}~ {0,2}")
_SLASHES, _ENDS = re.compile(r" {0,2}~ {0,2}[0-9]{1,2}/[0-9]{1,2}(?![0-9])"), re.compile(r" [가-힣]|\)|$")
_NO_FRACTION = 10
"""What is divided into so many parts is rarely counted (`9/26 점검`); less may be a fraction (`1/2 준공`)."""
_WORD_BEHIND = re.compile(r" {1,2}(?:[가-힣]|[0-9]{1,2} ?[차회기](?![가-힣]))")
_TURN = re.compile(r"(?<![0-9])[0-9]{1,2} ?[차회기] ?\($")
_RECURRING = Worded(rf"{any_of('recurring')} {{0,2}}$")
_OTHER_YEAR = Worded(rf"(?:^|[^가-힣]){any_of('other_years')} {{0,2}}$")
_AHEAD, _BEHIND = Worded(any_of("year_ahead")), Worded(any_of("year_behind"))
_AUTUMN, _SUMMER = 9, 6
"""Budgets and plans of a year are drawn up from the September before; its accounts are closed by the June after."""


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month or day without a year. told: its year is that of the date before it. recurs: it comes back every year, and is no date."""

    expression: Expression
    told: bool
    recurs: bool


def yearless_at(text: Text, position: int, before: Expression | None) -> Yearless | None:
    """The month or day without a year that begins here, or None.

    before  the date expression last read in the text; None: the text names no year.
    """
    context = before.first if before is not None else None
    point = _point(text, position, context.year if context is not None else _NO_YEAR, context)
    expression = None if point is None else expression_of(text, point)
    if point is None or expression is None:
        return None
    told = before is not None and _sure(text, before, expression, position)
    if before is not None and _is_lone(text, point):
        if _is_numbered(text, before, point):
            return None
        told = told and _is_lone_month(text, before, point)
    if _is_decimal(text, point):
        told = told and _TURN.search(text, max(0, position - 6), position) is not None
    recurs = _RECURRING.search(text, max(0, position - 5), position) is not None
    return Yearless(expression, told, recurs)


def _point(text: Text, position: int, year: int, context: Point | None) -> Point | None:
    part = part_at(text, position, position, year, "")
    if part is not None:
        return part
    numbers = numbers_at(text, position, 2)
    first = numbers[0]
    if first.closer == "월" or (first.closer == "" and MONTH_CHAIN.match(text, first.end)):
        if len(numbers) == 2 and numbers[1].closer == "일":
            return day_point(numbers, year, first.value, numbers[1].value)
        return month_point(first, year, first.value)
    if len(numbers) == 2 and (_is_day(text, numbers, context) or _is_bracketed_alike(text, numbers, context)):
        return day_point(numbers, year, first.value, numbers[1].value)
    if context is not None and context.precision != "day" and _is_month_range(text, first):
        return month_point(first, year, first.value)
    if (
        context is not None
        and first.closer == "."
        and len(numbers) == 1
        and _LONE.search(text, max(0, first.start - 4), first.start)
    ):
        return month_point(first, year, first.value)
    return None


def _is_bracketed_alike(text: Text, numbers: list[Number], context: Point | None) -> bool:
    """Whether two numbers stand in brackets as the day before them does, last full stop left out: `1차(2019.3.4), 2차(5.6)`."""
    month, day = numbers
    if context is None or context.precision != "day" or context.closed or (month.closer, day.closer) != (".", ""):
        return False
    alike = [
        text[start - 1 : start] + text[end : end + 1]
        for start, end in ((context.start, context.end), (month.start, day.end))
    ]
    return alike == ["()", "()"] and day.tight and not measured_before(text, month.start - 1)


def _is_decimal(text: Text, point: Point) -> bool:
    """Whether a day in brackets is written as a decimal number is: beside `2차` it is a day all the same, elsewhere nobody can tell."""
    return point.precision == "day" and _BRACKETED.fullmatch(text, point.start - 1, point.end + 1) is not None


def _is_lone(text: Text, point: Point) -> bool:
    """Whether a point is a number and its full stop, nothing else: a month, or a day of the month named before it."""
    return (
        point.precision == "month"
        and text[point.start : point.end].strip(". ").isdigit()
        and text[point.end - 1] == "."
    )


def _is_lone_month(text: Text, before: Expression, point: Point) -> bool:
    """Whether a number alone is a month: behind a month (`2019. 1. 착수, 3. 준공`), or in brackets or a range behind a year (`2019년 협약(3.)`)."""
    precision = before.first.precision if before.first is not None else ""
    return precision == "month" or (
        precision in ("year", "half", "quarter") and _MONTH_ENDS.match(text, point.end) is not None
    )


def _is_numbered(text: Text, before: Expression, point: Point) -> bool:
    """Whether a number alone counts what is listed behind a day or a year (`2019년 지원(1. 청년 2. 노인)`)."""
    others = {int(number) for number in _NUMBERED.findall(text, before.end)}
    if before.first is None or before.first.precision == "month":
        return {1, 2} <= others
    return bool(others & {(point.month or 0) - 1, (point.month or 0) + 1})


def _is_day(text: Text, numbers: list[Number], context: Point | None) -> bool:
    """Whether two numbers are month and day: as is plain from a weekday behind them, or from where and how they stand."""
    month, day = numbers
    if not 1 <= month.value <= 12 or not 1 <= day.value <= 31:
        return False
    if _WEEKDAY.match(text, day.after if day.closer == "." else day.end):
        return month.closer in "./"
    if month.closer == "/":
        return context is None and _is_slashed(text, month, day)
    if month.closer != "." or not day_fits(text, month, day) or measured_before(text, month.start):
        return False
    of_year = context is not None and context.precision == "year"
    behind_year = of_year and context and _BEHIND_YEAR.fullmatch(text, context.end, month.start)
    if not (behind_year or _OPENS.search(text, max(0, month.start - 3), month.start)):
        # `간담회 2019. 3. 4., 설명회 5. 6., 공청회 7. 8.`: set apart, with both full stops, it is no decimal number.
        whole = day.closer == "." and _SPACED.match(text, month.start) and _LISTED.match(text, day.after)
        return bool(whole) and _BEHIND_WORDS.search(text, max(0, month.start - 2), month.start) is not None
    if day.closer != "":
        return _GOES_ON.match(text, day.after) is None
    # Without its last full stop it may be a decimal number: `(3.5)`.
    if _SPACED.match(text, month.start):
        if _CLOSES.match(text, day.end) is not None or _RANGE.match(text, day.end) is not None:
            return True
        # As the day before it is written: `2019. 5. 2 1차, 6. 3 2차`.
        alike = context is not None and context.precision == "day" and not context.closed
        return alike and _WORD_BEHIND.match(text, day.end) is not None
    joint = _RANGE.match(text, day.end)
    if joint is None or not _PADDED.match(text, month.start):
        return False
    last = numbers_at(text, joint.end(), 2)
    return len(last) == 2 and last[0].closer == "." and _CLOSES.match(text, last[1].after) is not None


def _is_slashed(text: Text, month: Number, day: Number) -> bool:
    """Whether two numbers with a slash between are a month and a day, and no fraction: a range, or of a day that is rarely a denominator."""
    if _OPENS.search(text, max(0, month.start - 3), month.start) is None:
        return False
    if _SLASHES.match(text, day.end) is not None:
        return True
    return day.value >= _NO_FRACTION and _ENDS.match(text, day.end) is not None


def _is_month_range(text: Text, first: Number) -> bool:
    """Whether `2. ~ 12.` stands here in brackets of its own or behind a colon."""
    joint = _RANGE.match(text, first.after)
    if first.closer != "." or joint is None or not _OPENS.search(text, max(0, first.start - 3), first.start):
        return False
    [last] = numbers_at(text, joint.end(), 1)
    return 1 <= first.value < last.value <= 12 and _CLOSES.match(text, last.after) is not None


def _sure(text: Text, before: Expression, found: Expression, position: int) -> bool:
    """Whether the date can only be of the year that the one before names."""
    first, last = before.first, before.last
    if first is None or last is None or first.year != last.year:
        return False
    if _OTHER_YEAR.search(text, max(0, position - 7), position):
        return False
    sides = [point for point in (found.first, found.last) if point is not None]
    if any(point.first() < first.first() for point in sides):
        return False
    if len(sides) == 2 and sides[1].last() < sides[0].first():
        return False
    for point, weekday in zip((found.first, found.last), found.weekdays, strict=True):
        if point is not None and weekday and WEEKDAYS[point.first().weekday()] != weekday:
            return False
    if first.precision == "year":
        months = [point.first().month for point in sides]
        if _AHEAD.search(text, before.end, position) and max(months) >= _AUTUMN:
            return False
        if _BEHIND.search(text, before.end, position) and min(months) <= _SUMMER:
            return False
    return True
