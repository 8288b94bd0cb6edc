"""From an expression as printed to an interval of days: its EDTF text, its precision, and whether it agrees with itself."""

from __future__ import annotations

from datetime import date, timedelta

from pledgecards.normalize.dates.expressions import Expression
from pledgecards.normalize.dates.found import PRECISIONS, DateFound, Duration
from pledgecards.normalize.dates.points import Point
from pledgecards.schemas.notation import WEEKDAYS


def date_found(text: str, expression: Expression) -> DateFound:
    """The date of an expression that names possible days; `text` is the source's own, for `raw`."""
    first, last = expression.first, expression.last
    start, end = first.first() if first else None, last.last() if last else None
    sides = [point.precision for point in (first, last) if point]
    weekdays = _weekdays(expression)
    duration = expression.duration
    return DateFound(
        raw=text[expression.start : expression.end],
        span=(expression.start, expression.end),
        start=start,
        end=end,
        precision=max(sides, key=PRECISIONS.index),
        start_precision=first.precision if first else None,
        end_precision=last.precision if last else None,
        open_start=first is None,
        open_end=last is None,
        approx=any(expression.approx),
        edtf=_edtf(expression),
        weekday_ok=all(WEEKDAYS[day.weekday()] == name for day, name in weekdays) if weekdays else None,
        duration_ok=_agrees(duration, start, end, max(sides, key=PRECISIONS.index))
        if duration and start and end
        else None,
        weekdays=weekdays,
        duration=duration,
    )


def _weekdays(expression: Expression) -> tuple[tuple[date, str], ...]:
    first, last = expression.first, expression.last
    named = []
    if first is not None and expression.weekdays[0]:
        named.append((first.first(), expression.weekdays[0]))
    if last is not None and last is not first and expression.weekdays[1]:
        named.append((last.first(), expression.weekdays[1]))
    return tuple(named)


def _edtf(expression: Expression) -> str:
    first, last = expression.first, expression.last
    marks = ["~" if approx else "" for approx in expression.approx]
    if first is not None and first is last:
        return _alone(first) + marks[0]
    # An open side is `..`; a side that the source does not give at all would be empty, but that cannot be told apart here.
    left = ".." if first is None else _side(first.first(), first.precision) + marks[0]
    right = ".." if last is None else _side(last.last(), last.precision) + marks[1]
    return f"{left}/{right}"


def _alone(point: Point) -> str:
    """Quarters are 33..36 and halves 40..41; they stand alone only."""
    if point.precision == "quarter":
        return f"{point.year:04}-{32 + (point.part or 0)}"
    if point.precision == "half":
        return f"{point.year:04}-{39 + (point.part or 0)}"
    return _side(point.first(), point.precision)


def _side(day: date, precision: str) -> str:
    """A side of an interval; one of a quarter or a half is written in months."""
    return {"day": day.isoformat(), "year": f"{day.year:04}"}.get(precision, f"{day.year:04}-{day.month:02}")


def days_between(start: date, end: date) -> int:
    """How many days the range has, both its ends counted."""
    return (end - start).days + 1


def months_between(start: date, end: date) -> tuple[int, int]:
    """How many whole months the range has, and how many it begins."""
    after = end + timedelta(days=1) if end < date.max else end
    whole = (after.year - start.year) * 12 + after.month - start.month
    if after.day == start.day:
        return whole, whole
    return (whole, whole + 1) if after.day > start.day else (whole - 1, whole)


def _agrees(duration: Duration, start: date, end: date, precision: str) -> bool | None:
    if end < start:
        return False
    days = days_between(start, end)
    if duration.unit in ("day", "week"):
        if precision != "day":
            # Some days within months: they can only be too many.
            return None if duration.count * (7 if duration.unit == "week" else 1) <= days else False
        return duration.count == days if duration.unit == "day" else duration.count in (days // 7, -(-days // 7))
    least, most = months_between(start, end)
    if duration.unit == "month":
        if precision in ("quarter", "half", "year"):
            return duration.count == least or (None if duration.count < least else False)
        # Ends on the very day on which it began: `3. 15. ~ 9. 15.` is called six months.
        return duration.count in (least, most)
    if precision in ("quarter", "half", "year"):
        return duration.count == -(-least // 12)
    return duration.count in (least // 12, -(-most // 12))
