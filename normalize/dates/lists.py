"""Lists of dates, in which each takes what it leaves out from the one before: `2019. 3. 5., 3. 7.`."""

from __future__ import annotations

import re

from pledgecards.normalize.dates.expressions import Expression, expression_of
from pledgecards.normalize.dates.points import Point
from pledgecards.normalize.dates.relative import relative_point
from pledgecards.normalize.dates.wording import Text

_LIST = re.compile(r" {0,2}(?P<sign>,|·|및|와|과|/|→) {0,2}(?=[0-9상하])")


def listed_after(text: Text, before: Expression) -> Expression | None:
    """The next date of a list whose year (and month) stand in the one before: `3. 7.` of `2019. 3. 5., 3. 7.`."""
    context = before.last or before.first
    if context is None or not before.possible or before.last is None:
        return None
    match = _LIST.match(text, before.end)
    if match is None:
        return None
    point = relative_point(text, match.end(), context, listed=True) or _next_day(text, match, context)
    if point is None:
        return None
    if point.month and context.month and point.year == context.year and point.month < context.month:
        return None  # back over the end of a year: `2018년 11월, 3월`
    # Behind / and → another deed may begin: a single number is then too little, unless a range begins with it.
    if match["sign"] in "/→" and point.precision != "day" and text[point.end - 1] not in "월기":
        return _listed_range(text, point)
    if point.precision == "day" and point.day is not None and _is_length(text, match, point, before.last):
        return None
    if context.precision == "year" and point.precision == "year" and (context.closed or point.year < context.year):
        # `2018년, 20년 이상`: only years that share one 년 are a list.
        return None
    return expression_of(text, point)


def _next_day(text: Text, match: re.Match[str], context: Point) -> Point | None:
    """The day that a dot alone joins to an open one: `27` of `2019. 9. 26·27 개최`."""
    if match[0] != "·" or context.closed or context.precision != "day":
        return None
    point = relative_point(text, match.end(), context)
    later = point is not None and point.precision == "day" and point.possible and point.first() > context.first()
    return point if later else None


def _listed_range(text: Text, point: Point) -> Expression | None:
    """`9.~11.` behind `3.~5. /`."""
    found = None if not point.closed else expression_of(text, point)
    return (
        found if found is not None and found.first and found.last and found.last.first() > found.first.first() else None
    )


def _is_length(text: Text, match: re.Match[str], point: Point, last: Point) -> bool:
    """Whether the `3일` of `3. 5. ~ 3. 7. / 3일` or `2019. 3. 17., 3일` says how long it lasts: a day of no month of its own that does not go on, or
    that stands behind a stroke and a month (`2019년 3월 / 20일`)."""
    alone = text[match.end() : point.end].rstrip("일 ").isdigit() and text[point.end - 1] == "일"
    return alone and (point.first() <= last.first() or (match["sign"] in "/→" and last.precision == "month"))
