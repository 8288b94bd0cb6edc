"""What the reading of dates gives: dates, and what looks like one but cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PRECISIONS = ("day", "month", "quarter", "half", "year")
"""From the finest to the coarsest."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A printed length of time: `[4일간]` is 4 of unit `day`. Units: day, week, month, year."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date expression in a text, as an interval of whole days.

    raw               the expression as printed, `text[span[0]:span[1]]`.
    start, end        first and last day of the period named; None at an open end.
    precision         the coarser of start_precision and end_precision: day, month, quarter, half or year.
    open_start/_end   the range is open on that side (`~ '20. 5.`, `'18. 2.~`, 부터, 까지, `~ 계속`).
    approx            printed as approximate (경, 쯤, 무렵, 약).
    edtf              the same as ISO 8601-2 (EDTF) text.
    weekday_ok        whether every printed weekday is that of its day; None if none is printed.
    duration_ok       whether the printed length (`[4일간]`) is that of the range; None if none is printed, or if the range
                      is too coarse to tell (months against days).
    weekdays          the printed weekdays, each with the day it stands behind.
    duration          the printed length.
    """

    raw: str
    span: tuple[int, int]
    start: date | None
    end: date | None
    precision: str
    start_precision: str | None
    end_precision: str | None
    open_start: bool
    open_end: bool
    approx: bool
    edtf: str
    weekday_ok: bool | None
    duration_ok: bool | None
    weekdays: tuple[tuple[date, str], ...] = ()
    duration: Duration | None = None

    @property
    def reversed(self) -> bool:
        """Whether the range ends before it starts; it is kept as printed."""
        return self.start is not None and self.end is not None and self.end < self.start


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of text, `raw == text[span[0]:span[1]]`, that is written like a date."""

    raw: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scan:
    """All that one text gave, in order.

    dates       the dates.
    impossible  days that no calendar has (`2019. 2. 30.`); they are no dates.
    unreadable  ranges of `dates` one end of which is printed but could not be read; that end is None and open.
    unread      what looks like a whole date, but is not written like one (`2018, 7. 1.`, `2020. 3. 1 5.`); it is no date.
    partly      dates with what stands behind them and narrows them, but could not be read (`2019년 4/4`).
    yearless    months and days whose year cannot be told from the dates before them; they are no dates.
    """

    dates: tuple[DateFound, ...] = ()
    impossible: tuple[Fragment, ...] = ()
    unreadable: tuple[Fragment, ...] = ()
    yearless: tuple[Fragment, ...] = ()
    partly: tuple[Fragment, ...] = ()
    unread: tuple[Fragment, ...] = ()


NOTHING = Scan()
