"""Figures in a text: a number with what says how to read it (sign, multipliers, unit, 약 and 이상).

A figure is read whole or not at all: what may be part of a date, a telephone number, a fraction or a name (`제3호`, `1~4가`)
is no figure, and a number that is not well formed has no reading.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pledgecards.normalize.figures.figure import Figure
from pledgecards.normalize.figures.lost_glyphs import lost_before, lost_behind
from pledgecards.normalize.figures.numerals import TOKEN, Numeral, numerals_at
from pledgecards.normalize.figures.ranges import changes, range_start, ranges_are_approximate, shared
from pledgecards.normalize.figures.signs import Surroundings, signed
from pledgecards.normalize.figures.units import UnitRules

WON = "원"
_HUNDRED_MILLION = 100_000_000
_ORDINAL_BEFORE = re.compile(r"(?<![가-힣])제 ?$")
_DOTTED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_SEVERAL_THOUSANDS = re.compile(r" ?수[십백천만]")
_BRACKETED = frozenset({"()", "[]", "<>", "〔〕", "【】", "〈〉"})
_TIMES = re.compile(r"[가-힣)%㎡][xX]$")
"""A letter for the sign of multiplication: `50천원x12회`."""
_LETTER_FOR_DIGIT = re.compile(r"[A-Za-z],[0-9]{3}(?![0-9])")
_GOES_ON = re.compile(r"[A-Za-z가-힣_'%℃㎡]|\.(?:[0-9 ]|$)")


class FigureReader:
    """Reads the figures of folded texts (`numerals.fold`).

    factor      won per unit of the table, for numbers without a unit; None where the table's unit is no money
    count_unit  the table's unit of counts, for the same
    bare        whether numbers without any unit are figures
    """

    def __init__(self, rules: UnitRules, factor: int | None, count_unit: str | None, bare: bool) -> None:
        self._rules = rules
        self._factor = factor
        self._count_unit = count_unit
        self._bare = bare or factor is not None or count_unit is not None

    def figures(self, text: str) -> list[Figure]:
        """All figures of the text, in order, none overlapping."""
        found: list[Figure] = []
        # The first number of a range whose unit is still to come, or several that arrows part (`3→5→8개소`).
        first: list[Numeral] = []
        first_ends = -1
        around = Surroundings(text)
        token = TOKEN.search(text)
        while token is not None:
            start, end = token.span()
            figure: Figure | None = None
            readings: list[Numeral] = []
            if not (foreign := _is_foreign(text, start, end)):
                readings, passed = numerals_at(text, start)
                if not text.isascii() and lost_behind(text, passed):
                    readings = []
                figure = self._figure(text, readings, around)
                end = end if readings else passed
            if figure is not None:
                if first and first_ends == figure.digits:
                    found += [end_of for one in first for end_of in shared(text, one, figure)]
                    figure = figure if changes(text, first[-1].end) else replace(figure, approx=True)
                found.append(figure)
                first, end = [], figure.end
            else:
                goes_on = first_ends == start and changes(text, first[-1].end)
                one, first_ends = (None, -1) if foreign else range_start(text, start, token.end(), readings)
                first = [] if one is None else [*(first if goes_on and changes(text, one.end) else []), one]
                end = end if one is None else max(end, one.end)
            token = TOKEN.search(text, end)
        return ranges_are_approximate(text, found)

    def _figure(self, text: str, readings: list[Numeral], around: Surroundings) -> Figure | None:
        for reading in readings:
            figure = self._with_unit(text, reading)
            if figure is None and reading is readings[0]:
                figure = self._without_unit(text, reading)
            if figure is not None:
                return signed(text, figure, around)
        return None

    def _with_unit(self, text: str, number: Numeral) -> Figure | None:
        rules = self._rules
        plain = not number.multiplied and "," not in text[number.start : number.end]
        end = rules.won_at(text, number.end, plain)
        if end is not None:
            return self._money(text, number, number.value, end, text[number.end : end])
        met = rules.count_at(text, number.start, number.end, not plain or number.odd)
        if met is not None:
            # 3억 5천명 is money beside people, or a slip: no count is written so.
            if number.spaced and number.largest >= _HUNDRED_MILLION:
                return None
            if _DOTTED.fullmatch(text, number.start, number.end) and rules.is_indivisible(met.name):
                return None
            return self._count(text, number, met.name, met.end)
        return self._money(text, number, number.value, number.end, "") if self._is_money(text, number) else None

    def _is_money(self, text: str, number: Numeral) -> bool:
        """Whether a number without 원 says money all the same: ₩ before it, or 억 in it (조 alone may be a team, 3교대 2조)."""
        if text[number.start - 1 : number.start] == "₩":
            return not number.multiplied and not _GOES_ON.match(text, number.end)
        if self._rules.is_foreign_money(text, number.start, number.end):
            return False
        if number.largest < _HUNDRED_MILLION or (number.largest > _HUNDRED_MILLION and number.own is not None):
            return False
        return not number.hanging and self._ends(text, number.end) and not _SEVERAL_THOUSANDS.match(text, number.end)

    def _without_unit(self, text: str, number: Numeral) -> Figure | None:
        if not self._bare or number.hanging or not self._ends(text, number.end):
            return None
        # (100) may be a part of the figure beside it, or an accountant's minus: it is left unread.
        if text[number.start - 1 : number.start] + text[number.end : number.end + 1] in _BRACKETED:
            return None
        if _GOES_ON.match(text, number.end) and not self._rules.approximate_after.match(text, number.end):
            return None
        if number.multiplied:
            # 50만 in a cell of money; 5천 there may be 5,000 or 5,000 units.
            money = self._factor is not None and number.largest > 1
            return self._money(text, number, number.value, number.end, "") if money else None
        if self._factor is not None:
            return replace(self._money(text, number, number.value * self._factor, number.end, ""), printed_unit=None)
        end, approx, begin = self._bounds(text, number, number.end)
        kind = "bare" if self._count_unit is None else "count"
        return Figure(begin, number.start, end, kind, number.value, self._count_unit, Decimal(1), approx, None)

    def _ends(self, text: str, position: int) -> bool:
        return self._rules.ends_at(text, position) or self._rules.approximate_after.match(text, position) is not None

    def _money(self, text: str, number: Numeral, won: Decimal, end: int, unit: str) -> Figure:
        printed = (_multipliers(text, number) + unit).replace(" ", "")
        end, approx, begin = self._bounds(text, number, end)
        own = won / number.own if number.own else None
        return Figure(begin, number.start, end, "money", won, WON, own, approx, printed or WON)

    def _count(self, text: str, number: Numeral, unit: str, end: int) -> Figure:
        end, approx, begin = self._bounds(text, number, end)
        own = number.value / number.own if number.own else None
        return Figure(begin, number.start, end, "count", number.value, unit, own, approx, unit)

    def _bounds(self, text: str, number: Numeral, end: int) -> tuple[int, bool, int]:
        """The figure's end with 이상 and the like, whether it is approximate, and its beginning with 약."""
        after = self._rules.approximate_after.match(text, end)
        before = self._rules.approximate_before.search(text, max(0, number.start - 10), number.start)
        approx = number.odd or after is not None or before is not None
        begin = before.start() if before else number.start
        if text[begin - 1 : begin] == "₩":
            begin -= 1
        return (after.end() if after else end), approx, begin


def _multipliers(text: str, number: Numeral) -> str:
    printed = text[number.start : number.end]
    return "".join(character for character in printed if character in "십백천만억조") if number.own is not None else ""


def _is_foreign(text: str, start: int, end: int) -> bool:
    """Whether the digits belong to something else: a name, a date, a telephone number, a fraction, a clock time."""
    before = text[start - 1] if start else " "
    if before.isascii() and before.isalpha() and not _TIMES.search(text, max(0, start - 2), start) or before in "_'#№":
        return True
    if before == "?":
        return True  # what is left of a sign that an encoding does not have, as CP949 has no minus (`?200`)
    if before == "." or before == "," and _LETTER_FOR_DIGIT.match(text, max(0, start - 2)):
        return True  # `.5` is the rest of a number, and so is what follows in `l,260` and `2A,500`
    if not (text.isascii() or before == " ") and lost_before(text, start):
        return True
    further = text[start - 2] if start > 1 else " "
    if before in "/:-" and (further.isascii() and further.isalnum() or (before == "-" and "가" <= further <= "힣")):
        return True
    if "제" in text[max(0, start - 3) : start] and _ORDINAL_BEFORE.search(text, max(0, start - 3), start):
        return True
    after = text[end : end + 1]
    return bool(after) and after in "-:/" and text[end + 1 : end + 2].isdigit()
