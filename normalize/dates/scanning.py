"""The scan of a text for dates, from left to right."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pledgecards.extract.items.outline import BETWEEN_CELLS
from pledgecards.normalize.dates.expressions import Expression, expression_at, worded_after
from pledgecards.normalize.dates.folding import fold, has_digits, mask
from pledgecards.normalize.dates.found import NOTHING, DateFound, Fragment, Scan
from pledgecards.normalize.dates.leftovers import left_behind, lost_end, parted_behind
from pledgecards.normalize.dates.lists import listed_after
from pledgecards.normalize.dates.near_dates import SHORT, near_dates
from pledgecards.normalize.dates.periods import date_found
from pledgecards.normalize.dates.relative import YEAR_WORD
from pledgecards.normalize.dates.tails import is_decimal
from pledgecards.normalize.dates.wording import Text, Worded, any_of
from pledgecards.normalize.dates.year_behind import with_year_behind
from pledgecards.normalize.dates.yearless import YEARLESS, yearless_at
from pledgecards.schemas.vocabulary import Vocabulary

_CANDIDATE = re.compile(
    r"(?<![0-9A-Za-z])' ?(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])"
    r"|(?<![0-9'])(?:19|20)[0-9]{2}(?:[0-9]{4})?(?![0-9])"
    # Two bare digits may belong to a word before them: 코로나19, COVID-19.
    r"|(?<![0-9'가-힣A-Za-z\-])(?<![0-9][.,:/])[0-9]{2}(?= ?(?:\.|년))"
    # A dash before a whole day, or before a month at the beginning, is that of a bullet or behind a word, and no minus.
    r"|(?<![^가-힣) ]-)(?<!코로나-)(?<=-)[0-9]{2}(?=\. ?(?:1[0-2]|0?[1-9])\. ?(?:3[01]|[12][0-9]|[1-9])(?![0-9%]))"
    r"|(?<=^-)[0-9]{2}(?=\. ?(?:1[0-2]|0?[1-9])\. ?[~가-힣(])"
)
_NO_YEAR = re.compile(
    r"(?<![0-9.,'])(?<!단기)(?<!단기 )(?:2[1-9][0-9]{2}|[3-9][0-9]{3}|[0-9]{5}|20[0-9])"
    r"(?:\. ?(?:1[0-2]|0?[1-9])\. ?(?:3[01]|[12][0-9]|0?[1-9])(?:\.(?![0-9])| ?일|(?= ?\())|년 ?(?:1[0-2]|0?[1-9]) ?월(?: ?[0-9]{1,2} ?일)?)"
)
"""A whole date whose year no card can name, with a digit wrong, too many or too few (`2109. 5. 3.`, `20219. 3. 1.`)."""

_OPEN_MONTH = Worded(
    r"[^가-힣A-Za-z0-9]{0,3}(?P<month>(?:1[0-2]|0?[1-9])\. ?~)(?! ?[0-9])"
    rf"|[^가-힣A-Za-z0-9]{{0,3}}(?P<same>(?:[〃″]|{any_of('same_year')}|{any_of('next_year')}) {{0,2}}(?:1[0-2]|0?[1-9])(?:\.|월))"
)
"""A month with which a text begins and from which something goes on (`6. ~ 현재`), or that is of the year of a text before (`동년 5. 준공`)."""

_BARE = re.compile(r"(?:[ '0-9.년월일분기상하반~\-()]|(?<=년)도)+")
# Only behind a date does a word for its year say anything, or a month or day without one.
_NEXT = Worded(f"{_CANDIDATE.pattern}|{YEAR_WORD.pattern}")
_LATER = Worded(f"{_NEXT.pattern}|{YEARLESS.pattern}")


@lru_cache(maxsize=512)
def scan(text: str, vocabulary: Vocabulary | None = None) -> Scan:
    """All dates of a text, and what is written like one but cannot be. Never raises; linear in the length of the text.
    vocabulary: the words to read by; None: those that ship with the package.

    The tables of one card ask for the same texts; a card's worth of answers is kept.
    """
    if not has_digits(text):
        return NOTHING
    folded = fold(text)
    if _CANDIDATE.search(folded) is None and _NO_YEAR.search(folded) is None and SHORT.search(folded) is None:
        return NOTHING
    return _Scanning(text, mask(folded, vocabulary or Vocabulary.standard())).scan()


class _Scanning:
    """The scan of one text: what it has found so far."""

    def __init__(self, text: str, masked: Text) -> None:
        self.text, self.masked = text, masked
        self.dates: list[DateFound] = []
        self.impossible: list[Fragment] = []
        self.unreadable: list[Fragment] = []
        self.yearless: list[Fragment] = []
        self.partly: list[Fragment] = []
        self.unread: list[Fragment] = []

    def scan(self) -> Scan:
        masked, position = self.masked, 0
        before: Expression | None = None
        bare = YEARLESS.search(masked) is not None
        apart = self._cells_apart()
        candidate: Worded | re.Pattern[str] = _NEXT if YEAR_WORD.search(masked) else _CANDIDATE
        while match := candidate.search(masked, position):
            position = match.end()
            known = (
                None if apart and before is not None and BETWEEN_CELLS in masked[before.end : match.start()] else before
            )
            expression = self._at(match.start(), known)
            bare_date = None
            if expression is None and bare and before is not None and YEARLESS.match(masked, match.start()):
                bare_date = yearless_at(masked, match.start(), known)
            if bare_date is not None:
                if bare_date.told and not bare_date.recurs:
                    expression = bare_date.expression
                else:
                    whole = _whole_list(masked, bare_date.expression)
                    position = max(position, whole.end)
                    self.yearless += [] if bare_date.recurs else [_fragment(self.text, whole)]
            if expression is not None and bare:
                expression = self._with_year_behind(before, expression)
            while expression is not None:
                position = max(position, expression.end)
                parted = parted_behind(masked, expression) if expression.possible else None
                if parted is not None:
                    self.unread.append(Fragment(self.text[expression.start : parted], (expression.start, parted)))
                    position = max(position, parted + 1)
                    break
                lost = lost_end(masked, expression)
                if lost is not None:
                    self.unread.append(Fragment(self.text[expression.start : lost], (expression.start, lost)))
                    position = max(position, lost)
                    break
                if is_decimal(masked, expression.start, expression.end):
                    self.unread.append(_fragment(self.text, expression))
                    break
                self._keep(expression)
                before = expression
                expression = listed_after(masked, expression)
            if bare and before is not None:
                candidate = _LATER
        self.impossible += [Fragment(self.text[slice(*met.span())], met.span()) for met in _NO_YEAR.finditer(masked)]
        read = [found.span for found in self.dates]
        read += [fragment.span for fragment in (*self.impossible, *self.yearless, *self.unread)]
        self.unread += [Fragment(self.text[slice(*span)], span) for span in near_dates(masked, read)]
        return Scan(
            tuple(self.dates),
            tuple(self.impossible),
            tuple(self.unreadable),
            tuple(self.yearless),
            tuple(self.partly),
            tuple(self.unread),
        )

    def _cells_apart(self) -> bool:
        """Whether the text is a row of cells of which each has its own years: no date alone heads it (`2019년 | 착공(3. 16.)`)."""
        end = self.masked.find(BETWEEN_CELLS)
        return end >= 0 and _BARE.fullmatch(self.masked, 0, end) is None

    def _at(self, start: int, before: Expression | None) -> Expression | None:
        expression = expression_at(self.masked, start)
        return worded_after(self.masked, start, before) if expression is None and before is not None else expression

    def _with_year_behind(self, before: Expression | None, year: Expression) -> Expression:
        """The date with what stands before it, if it is a year in brackets behind that: `3월(2019), 5월(2020)`."""
        taken = before is not None and before.first is not None and before.first.written == ""
        since = 0 if before is None else before.start if taken else before.end
        found = with_year_behind(self.masked, since, year)
        if found is not None and self.dates and found.start < self.dates[-1].span[1]:
            del self.dates[-1]  # what had taken its year from the date before it
        return found or year

    def _keep(self, expression: Expression) -> None:
        if not expression.possible:
            self.impossible.append(_fragment(self.text, expression))
            return
        self.dates.append(date_found(self.text, expression))
        left = left_behind(self.masked, expression)
        if left is not None:
            self.partly.append(Fragment(self.text[expression.start : left], (expression.start, left)))
        if expression.unreadable:
            self.unreadable.append(_fragment(self.text, expression))


def _fragment(text: str, expression: Expression) -> Fragment:
    return Fragment(text[expression.start : expression.end], (expression.start, expression.end))


def _whole_list(masked: Text, first: Expression) -> Expression:
    """The expression, up to the end of the list that it begins (`3월·9월`)."""
    last = first
    while (following := listed_after(masked, last)) is not None:
        last = following
    return replace(first, end=last.end)


def find_yearless(text: str, vocabulary: Vocabulary | None = None) -> list[Fragment]:
    """Months and days of a text that names no year at all (`설명회 개최(3. 5.)`), in order: no dates, for their year cannot be told."""
    words = vocabulary or Vocabulary.standard()
    folded = Text(fold(text), words)
    opened = _OPEN_MONTH.match(folded)
    span = None if opened is None else opened.span("month" if opened["month"] else "same")
    found = [] if span is None else [Fragment(text[slice(*span)], span)]
    if YEARLESS.search(folded) is None:
        return found
    masked, position = mask(folded, words), 0 if opened is None else opened.end()
    while match := YEARLESS.search(masked, position):
        position = match.end()
        dated = yearless_at(masked, match.start(), None)
        if dated is not None:
            whole = _whole_list(masked, dated.expression)
            position = max(position, whole.end)
            if not dated.recurs:
                found.append(_fragment(text, whole))
    return found


def find_dates(text: str, vocabulary: Vocabulary | None = None) -> list[DateFound]:
    """The dates of a text, in order; offsets are those of the text as given."""
    return list(scan(text, vocabulary).dates)


def find_impossible(text: str, vocabulary: Vocabulary | None = None) -> list[Fragment]:
    """What is written like a date but names a day that no calendar has (`2019. 2. 30.`), in order."""
    return list(scan(text, vocabulary).impossible)
