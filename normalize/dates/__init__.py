"""Dates as Korean local governments write them: a small grammar, usable by itself.

    >>> [found.edtf for found in find_dates("공람공고: '19. 9. 26. ~ 10. 28.")]
    ['2019-09-26/2019-10-28']

A text is folded (quotes, digits, dashes, one character for one), numbers that are no dates are masked (`folding`); from each
year on, a point of time is read (`points`, `relative`, over `numbers`), with what belongs to it (`tails`), joined to ranges
(`expressions`) and lists (`lists`), and made an interval of days (`periods`). A month or day that leaves its year out takes it from the date
before it in the same text where that is safe (`yearless`); a year that is written as other figures are counts in company only (`weak_points`), and
what looks like a whole date but is not written like one is told (`near_dates`).

Choices where usage differs: two-digit years are 20YY, from '70 on 19YY (`'98년`); `2018학년도` and `2010년대` are no dates; 초, 중, 말,
상순 … belong to `raw` and do not move the bounds; `20180701` counts where it stands alone; conjoining jamo (NFD) are not folded.
"""

from __future__ import annotations

from pledgecards.normalize.dates.found import DateFound, Duration, Fragment, Scan
from pledgecards.normalize.dates.scanning import find_dates, find_impossible, find_yearless, scan

__all__ = ["DateFound", "Duration", "Fragment", "Scan", "find_dates", "find_impossible", "find_yearless", "scan"]
