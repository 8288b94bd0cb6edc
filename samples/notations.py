"""Writes dates in the notations of Korean administration, each with its exact meaning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from pledgecards.samples.card import When
from pledgecards.samples.dating import impossible, point, since, span

WEEKDAYS = "월화수목금토일"
Notation = Callable[[Random], When]


def _day(rng: Random) -> date:
    """A day of the term that has begun."""
    return date(2018, 7, 2) + timedelta(days=rng.randrange(900))


def _short(year: int) -> str:
    return f"{year % 100:02d}"


def quoted_month(rng: Random) -> When:
    """`'18. 7.`"""
    day = _day(rng)
    return point(f"'{_short(day.year)}. {day.month}.", f"{day:%Y-%m}")


def curly_month(rng: Random) -> When:
    """`’18.7.` `‘18.7월`"""
    day = _day(rng)
    raw = rng.choice((f"’{_short(day.year)}.{day.month}.", f"‘{_short(day.year)}.{day.month}월"))
    return point(raw, f"{day:%Y-%m}")


def quoted_day(rng: Random) -> When:
    """`'19. 9. 25.`"""
    day = _day(rng)
    return point(f"'{_short(day.year)}. {day.month}. {day.day}.", day.isoformat())


def full_day(rng: Random) -> When:
    """`2018. 7. 1.(일)`"""
    day = _day(rng)
    raw = f"{day.year}. {day.month}. {day.day}.({WEEKDAYS[day.weekday()]})"
    return point(raw, day.isoformat(), weekday_ok=True)


def worded_month(rng: Random) -> When:
    """`2018년 7월`"""
    day = _day(rng)
    return point(f"{day.year}년 {day.month}월", f"{day:%Y-%m}")


def worded_day(rng: Random) -> When:
    """`2018년 7월 3일`"""
    day = _day(rng)
    return point(f"{day.year}년 {day.month}월 {day.day}일", day.isoformat())


def half(rng: Random) -> When:
    """`’19. 상반기` `2019년 하반기`"""
    year, part = rng.randint(2019, 2020), rng.randint(1, 2)
    raw = rng.choice(("’{0}. {2}", "{1}년 {2}")).format(_short(year), year, ("상반기", "하반기")[part - 1])
    return point(raw, f"{year}H{part}")


def quarter(rng: Random) -> When:
    """`'20. 3/4분기` `2020년 2분기`"""
    year, part = rng.randint(2019, 2020), rng.randint(1, 4)
    raw = rng.choice((f"'{_short(year)}. {part}/4분기", f"{year}년 {part}분기"))
    return point(raw, f"{year}Q{part}")


def _mark(rng: Random) -> str:
    return rng.choice((" ~ ", "~", " ∼ ", " ～ ", " - ", " – "))


def month_span(rng: Random) -> When:
    """`'19. 2. ~ 12.`: the end takes its year from the start."""
    year, first = rng.randint(2019, 2020), rng.randint(1, 8)
    last = rng.randint(first + 1, 12)
    return span(f"'{_short(year)}. {first}.{_mark(rng)}{last}.", f"{year}-{first:02d}", f"{year}-{last:02d}")


def long_span(rng: Random) -> When:
    """`'18. 10. ~ '19. 3.` `2018. 10. ~ 2019. 3.`"""
    year, first, last = rng.randint(2018, 2019), rng.randint(7, 12), rng.randint(1, 12)
    mark = _mark(rng)
    raws = (
        f"'{_short(year)}. {first}.{mark}'{_short(year + 1)}. {last}.",
        f"{year}. {first}.{mark}{year + 1}. {last}.",
    )
    return span(rng.choice(raws), f"{year}-{first:02d}", f"{year + 1}-{last:02d}")


def day_span(rng: Random) -> When:
    """`'19. 9. 26. ~ 10. 28.`"""
    start = date(2019, rng.randint(1, 10), rng.randint(1, 28))
    end = start + timedelta(days=rng.randint(10, 50))
    raw = f"'19. {start.month}. {start.day}.{_mark(rng)}{end.month}. {end.day}."
    return span(raw, start.isoformat(), end.isoformat())


def counted_days(rng: Random) -> When:
    """`20.6.17.(수)~6.20.(토) [4일간]`"""
    start = date(2020, rng.randint(1, 11), rng.randint(1, 28))
    days = rng.randint(2, 6)
    end = start + timedelta(days=days - 1)
    names = WEEKDAYS[start.weekday()], WEEKDAYS[end.weekday()]
    raw = f"20.{start.month}.{start.day}.({names[0]})~{end.month}.{end.day}.({names[1]}) [{days}일간]"
    return span(raw, start.isoformat(), end.isoformat(), weekday_ok=True, duration_ok=True)


def year_span(rng: Random) -> When:
    """`'18~'22년` `2018. ~ 2021.`"""
    start, end = rng.randint(2018, 2019), rng.randint(2020, 2022)
    raw = rng.choice((f"'{_short(start)}~'{_short(end)}년", f"{start}. ~ {end}.", f"{start}년 ~ {end}년"))
    return span(raw, str(start), str(end))


def open_end(rng: Random) -> When:
    """`'18. 9.~` `'18. 9. ~ 현재` `2018년 9월 ~ 계속`"""
    day = date(2018, rng.randint(7, 12), 1)
    raw = rng.choice((
        f"'18. {day.month}.~", f"'18. {day.month}. ~ 현재", f"2018년 {day.month}월 ~ 계속", f"2018. {day.month}.부터",
    ))  # fmt: skip
    return since(raw, f"{day:%Y-%m}")


FAMILIES: dict[str, tuple[Notation, ...]] = {
    "quote": (quoted_month, quoted_month, quoted_day, month_span, long_span, day_span, counted_days, open_end),
    "curly": (curly_month, half, quarter, month_span, year_span, open_end, curly_month, quoted_day),
    "full": (full_day, full_day, long_span, worded_month, half, open_end, counted_days),
    "worded": (worded_month, worded_day, quarter, half, year_span, open_end, worded_day),
}
FAMILIES["mixed"] = tuple(dict.fromkeys(n for family in FAMILIES.values() for n in family))
FAMILIES["period"] = (long_span, year_span, month_span)


def wrong_weekday(rng: Random) -> When:
    """A day with the weekday of the next."""
    day = _day(rng)
    raw = f"{day.year}. {day.month}. {day.day}.({WEEKDAYS[(day.weekday() + 1) % 7]})"
    return point(raw, day.isoformat(), weekday_ok=False, issues=("date.weekday_mismatch",))


def wrong_duration(rng: Random) -> When:
    """A range that prints two days too many."""
    right = counted_days(rng)
    assert right.start is not None and right.end is not None
    days = (right.end - right.start).days + 1
    raw = right.raw.replace(f"[{days}일간]", f"[{days + 2}일간]")
    return replace(right, raw=raw, duration_ok=False, issues=("date.duration_mismatch",))


def reversed_range(rng: Random) -> When:
    """A range whose end stands before its start."""
    first, last = rng.randint(8, 12), rng.randint(1, 6)
    when = span(f"2019. {first}. ~ 2019. {last}.", f"2019-{first:02d}", f"2019-{last:02d}")
    return replace(when, issues=("date.reversed",))


def impossible_day(rng: Random) -> When:
    """A day that no calendar has."""
    return impossible(rng.choice(("'19. 2. 30.", "2019. 6. 31.", "'20. 11. 31.")))


PLANTS: dict[str, Notation] = {
    "date.weekday_mismatch": wrong_weekday,
    "date.duration_mismatch": wrong_duration,
    "date.reversed": reversed_range,
    "date.impossible": impossible_day,
}
