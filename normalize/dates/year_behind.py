"""A year that stands in brackets behind what it is the year of: `3. 1.~3. 5.(2019년)`, `3월(2019)`."""

from __future__ import annotations

import re
from dataclasses import replace

from pledgecards.normalize.dates.expressions import Expression, expression_of
from pledgecards.normalize.dates.numbers import numbers_at
from pledgecards.normalize.dates.relative import day_point
from pledgecards.normalize.dates.tails import measured_before
from pledgecards.normalize.dates.wording import Text
from pledgecards.normalize.dates.yearless import YEARLESS, yearless_at

_OPENS = re.compile(r" {0,2}\( {0,2}$")
_CLOSES = re.compile(r" {0,2}\)")
_DAYS = re.compile(
    r"(?<![0-9.'~])(?<![~.] )[0-9]{1,2}\. ?[0-9]{1,2}\.(?: ?~ ?[0-9]{1,2}\. ?(?:[0-9]{1,2}\.)?)? {0,2}(?=\($)"
)
"""Days with all their full stops: with their year behind them they are no figures, whatever stands before them."""
_LONGEST = 40


def with_year_behind(text: Text, position: int, year: Expression) -> Expression | None:
    """The month or day, or range of them, right before the brackets that hold nothing but this year; None if there is none.

    text: folded and masked. position: before it all is read.
    """
    if year.first is None or year.first is not year.last or year.first.precision != "year":
        return None
    opens, closes = _OPENS.search(text, max(position, year.start - 5), year.start), _CLOSES.match(text, year.end)
    if opens is None or closes is None:
        return None
    place = max(position, opens.start() - _LONGEST)
    days = _DAYS.search(text, place, opens.end())
    if days is not None and not measured_before(text, days.start()):
        month, day = numbers_at(text, days.start(), 2)
        point = day_point([month, day], year.first.year, month.value, day.value)
        found = expression_of(text, point) if point is not None else None
        if found is not None and found.end == opens.start():
            return replace(found, end=closes.end())
    while match := YEARLESS.search(text, place, opens.start()):
        place = match.end()
        told = yearless_at(text, match.start(), year)
        if told is None:
            continue
        place = max(place, told.expression.end)
        whole = not told.expression.unreadable and told.expression.end == opens.start()
        if whole and told.told and not told.recurs:
            return replace(told.expression, end=closes.end())
    return None
