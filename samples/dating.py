"""Short ways to say a date expression and its meaning, for cards written by hand and invented ones."""

from __future__ import annotations

import calendar
from datetime import date

from pledgecards.samples.card import When


def _first(text: str) -> tuple[date, str]:
    """`2018`, `2018-07`, `2018-07-03`, `2018Q3`, `2018H2` → the first day and the precision."""
    year = int(text[:4])
    if "Q" in text:
        return date(year, 3 * int(text[-1]) - 2, 1), "quarter"
    if "H" in text:
        return date(year, 6 * int(text[-1]) - 5, 1), "half"
    parts = [int(part) for part in text.split("-")]
    return date(year, *(parts[1:] + [1, 1])[:2]), ("year", "month", "day")[len(parts) - 1]


def point(raw: str, at: str, *, weekday_ok: bool | None = None, issues: tuple[str, ...] = ()) -> When:
    """One day, month, quarter, half or year."""
    start, precision = _first(at)
    edtf = edtf_point(start, precision, True)
    end = end_of(start, precision)
    return When(raw, start, end, precision, precision, edtf=edtf, weekday_ok=weekday_ok, issues=issues)


def span(
    raw: str,
    since: str,
    until: str,
    *,
    weekday_ok: bool | None = None,
    duration_ok: bool | None = None,
    issues: tuple[str, ...] = (),
) -> When:
    """From the first day of `since` to the last day of `until`."""
    start, start_precision = _first(since)
    last, end_precision = _first(until)
    end = end_of(last, end_precision)
    # An interval has no codes for quarters and halves: it names its first and its last month.
    edtf = f"{edtf_point(start, start_precision, False)}/{_last_point(last, end_precision)}"
    return When(
        raw, start, end, start_precision, end_precision,
        edtf=edtf, weekday_ok=weekday_ok, duration_ok=duration_ok, issues=issues,
    )  # fmt: skip


def _last_point(last: date, precision: str) -> str:
    if precision in ("quarter", "half"):
        return edtf_point(end_of(last, precision), "month", False)
    return edtf_point(last, precision, False)


def since(raw: str, at: str) -> When:
    """From the first day of `at`, without an end."""
    start, precision = _first(at)
    return When(raw, start, None, precision, None, open_end=True, edtf=f"{edtf_point(start, precision, False)}/..")


def until(raw: str, at: str) -> When:
    """To the last day of `at`, without a start."""
    last, precision = _first(at)
    end = end_of(last, precision)
    return When(raw, None, end, None, precision, open_start=True, edtf=f"../{_last_point(last, precision)}")


def impossible(raw: str) -> When:
    """A printed day that no calendar has."""
    return When(raw, None, None, None, None, issues=("date.impossible",), readable=False)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def end_of(start: date, precision: str) -> date:
    """The last day of the period of that precision that begins on `start`."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}
    if precision == "day":
        return start
    return last_day(start.year, start.month + months[precision] - 1)


def edtf_point(start: date, precision: str, alone: bool) -> str:
    """A point in EDTF: quarters and halves have a code of their own only where they stand alone."""
    if precision == "day":
        return start.isoformat()
    if precision == "year":
        return f"{start.year:04d}"
    if alone and precision == "quarter":
        return f"{start.year:04d}-{33 + (start.month - 1) // 3}"
    if alone and precision == "half":
        return f"{start.year:04d}-{40 + (start.month - 1) // 6}"
    return f"{start.year:04d}-{start.month:02d}"
