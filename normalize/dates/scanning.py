"""The scan of a text for dates, from left to right."""

from __future__ import annotations

import re
from functools import lru_cache

from pledgecards.normalize.dates.expressions import Expression, expression_at, listed_after, worded_after
from pledgecards.normalize.dates.folding import fold, has_digits, mask
from pledgecards.normalize.dates.found import NOTHING, DateFound, Fragment, Scan
from pledgecards.normalize.dates.periods import date_found
from pledgecards.normalize.dates.relative import YEAR_WORD

_CANDIDATE = re.compile(
    r"(?<![0-9A-Za-z])' ?(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])"
    r"|(?<![0-9'])(?:19|20)[0-9]{2}(?:[0-9]{4})?(?![0-9])"
    # Two bare digits may belong to a word before them: 코로나19, COVID-19.
    r"|(?<![0-9'가-힣A-Za-z\-])(?<![0-9][.,:/])[0-9]{2}(?= ?(?:\.|년))"
)
# Only behind a date does a word for its year say anything.
_NEXT = re.compile(f"{_CANDIDATE.pattern}|{YEAR_WORD.pattern}")


@lru_cache(maxsize=512)
def scan(text: str) -> Scan:
    """All dates of a text, and what is written like one but cannot be. Never raises; linear in the length of the text.

    The tables of one card ask for the same texts; a card's worth of answers is kept.
    """
    if not has_digits(text):
        return NOTHING
    folded = fold(text)
    if _CANDIDATE.search(folded) is None:
        return NOTHING
    masked = mask(folded)
    dates: list[DateFound] = []
    impossible: list[Fragment] = []
    unreadable: list[Fragment] = []
    position = 0
    before: Expression | None = None
    candidate = _NEXT if YEAR_WORD.search(masked) else _CANDIDATE
    while match := candidate.search(masked, position):
        position = match.end()
        expression = expression_at(masked, match.start())
        if expression is None and before is not None:
            expression = worded_after(masked, match.start(), before)
        while expression is not None:
            position = max(position, expression.end)
            _keep(text, expression, dates, impossible, unreadable)
            before = expression
            expression = listed_after(masked, expression)
    return Scan(tuple(dates), tuple(impossible), tuple(unreadable))


def _keep(
    text: str, expression: Expression, dates: list[DateFound], impossible: list[Fragment], unreadable: list[Fragment]
) -> None:
    fragment = Fragment(text[expression.start : expression.end], (expression.start, expression.end))
    if not expression.possible:
        impossible.append(fragment)
        return
    dates.append(date_found(text, expression))
    if expression.unreadable:
        unreadable.append(fragment)


def find_dates(text: str) -> list[DateFound]:
    """The dates of a text, in order; offsets are those of the text as given."""
    return list(scan(text).dates)


def find_impossible(text: str) -> list[Fragment]:
    """What is written like a date but names a day that no calendar has (`2019. 2. 30.`), in order."""
    return list(scan(text).impossible)
