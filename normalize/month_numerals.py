"""Numerals before deeds that may as well be months without a year (`6. 착공` and `11. 준공` below `2020년`)."""

from __future__ import annotations

import re

from pledgecards.extract.card import Item
from pledgecards.normalize.dates import Scan
from pledgecards.schemas.notation import SHORT_YEAR

_YEAR_ALONE = re.compile(rf"{SHORT_YEAR}\s?(?:년도?|\.)?")
_MONTH = re.compile(r"(1[0-2]|[1-9])\.")


class MonthNumerals:
    """Follows the items of a card in reading order, and tells of which the numeral is no mere count."""

    def __init__(self) -> None:
        self._count: int | None = None  # the last numeral under a year that stands alone as a heading
        self._dated = 0  # the last numeral that stood before a date, and those that count on from it
        self._month = 0  # of the deed above, where its date begins the line

    def says_month(self, item: Item, found: Scan, *, deed: bool) -> bool:
        """Whether the item's numeral may be the month of its deed: it counts nothing under a heading that is a year alone, or goes on from
        the month that begins the deed above (`10. 도시계획 결정` below `2019. 4. 기본계획 수립`). The year is not its own, in either case.

        found: the dates of the item. deed: it is a line of performance.
        """
        alone = _YEAR_ALONE.fullmatch(item.text) is not None
        if alone or item.kind == "heading":
            self._count = 0 if alone else None
        met = _MONTH.fullmatch((item.marker or "").rstrip())
        if met is not None and deed and (found.dates or int(met[1]) == self._dated + 1 > 1):
            # `5.` behind `4. 2019. 4. 공모 선정` counts on from it.
            self._dated = int(met[1])
            self._count = None if self._count is None else self._dated
            self._month = self._leading_month(found)
            return False
        self._dated = 0
        numeral = int(met[1]) if met is not None and deed and not found.dates else 0
        above, self._month = self._month, self._leading_month(found) or (numeral if numeral > self._month > 0 else 0)
        goes_on = numeral > above > 0
        if self._count is None or not numeral:
            return goes_on
        expected, self._count = self._count + 1, numeral
        return goes_on or numeral != expected

    @staticmethod
    def _leading_month(found: Scan) -> int:
        first = next(iter(found.dates), None)
        if first is None or first.start is None or first.span[0] or first.start_precision != "month":
            return 0
        return first.start.month
