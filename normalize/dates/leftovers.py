"""What stands behind a date and narrows it, but cannot be told: `2019년 4/4` may be a quarter or a day, `2019. 3·4분기` one quarter or two, a
spring has no first day, and `3. 1 5.` may be the 15th."""

from __future__ import annotations

import re

from pledgecards.normalize.dates.expressions import Expression
from pledgecards.normalize.dates.points import QUARTERS
from pledgecards.normalize.dates.wording import Text, Worded, any_of
from pledgecards.schemas.notation import WEEKDAYS

_MOST_DAYS = 31

_SEASON = Worded(rf" {{0,2}}{any_of('seasons')}(?![가-힣])")
_LEFT = Worded(
    rf"{_SEASON.pattern}| {{0,2}}(?:(?:1[0-2]|0?[1-9])/(?:[12][0-9]|3[01]|0?[1-9])(?= {{0,2}}(?:$|[(:)\],;~]|{any_of('deeds')}))"
    rf"|{QUARTERS})"
)

_QUARTER_OR_DAY = re.compile(r" {0,2}[1-4]/4(?![0-9/.%])")

_PARTED = re.compile(rf"(?<![0-9])(?P<first>[1-3]) (?P<second>[0-9])(?= ?(?:\.|월|일(?!간|동)|\([{WEEKDAYS}]\)))")


def parted_behind(text: Text, found: Expression) -> int | None:
    """Where the second digit of a month or day ends that a space parts, if the date ends with the first; None if it is none such. text:
    folded and masked."""
    match = _PARTED.match(text, found.end - 1)
    return match.end() if match is not None and int(match["first"] + match["second"]) <= _MOST_DAYS else None


def lost_end(text: Text, found: Expression) -> int | None:
    """Where a range ends of which neither side is told: behind a start that was not read, a year and what may be a quarter or a day
    (`2019. 4/4 ~ 2020. 2/4`); None for any other date. text: folded and masked."""
    if found.first is not None or not found.unreadable or found.last is None or found.last.precision != "year":
        return None
    match = _QUARTER_OR_DAY.match(text, found.end)
    return match.end() if match is not None else None


def left_behind(text: Text, found: Expression) -> int | None:
    """Where what the date leaves unread ends; None if it is a whole date. text: folded and masked."""
    last = found.last
    if last is None or last.precision != "year":
        return None
    match = (_LEFT if text[found.end - 1 : found.end] in ("년", ".") else _SEASON).match(text, found.end)
    return match.end() if match is not None else None
