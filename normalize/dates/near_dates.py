"""What looks like a whole date but is not written like one (`2018, 7. 1.`, `2018. 7..1`, `2018. 7. 15/20`): it is told, not guessed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from pledgecards.normalize.dates.numbers import counts_something
from pledgecards.normalize.dates.tails import measured_before
from pledgecards.normalize.dates.wording import Text
from pledgecards.schemas.notation import WEEKDAYS

_SIGN = r" ?[.,·/\-]{1,2} ?"
_NEAR = re.compile(
    rf"(?<![0-9.,'A-Za-z\-/])(?:(?:19|20)[0-9]{{2}}(?:{_SIGN}| )|' ?[0-9]{{2}} ?, ?)(?:1[0-2]|0?[1-9])(?![0-9])(?:{_SIGN}| (?=[0-9]{{1,2}}\.))"
    rf"(?P<day>3[01]|[12][0-9]|0?[1-9])(?:\.(?![0-9])|(?=$|[,)\]]| ?\([{WEEKDAYS}]\)| [가-힣]))"
)
_YEAR_AND_MONTH = r"(?<![0-9.,'A-Za-z\-/])(?:(?:19|20)[0-9]{2}|' ?[0-9]{2}) ?[.년] ?(?:1[0-2]|0?[1-9])"
_PARTED = (
    re.compile(
        rf"{_YEAR_AND_MONTH} ?[.월] ?(?P<day>3[01]|[12][0-9]|0?[1-9])[.일]? ?/ ?(?P<more>[0-9]{{1,2}}|20[0-9]{{2}})(?![0-9%])(?! ?분기)"
    ),
    re.compile(rf"{_YEAR_AND_MONTH} ?/ ?(?P<day>1[0-2]|0?[1-9]) ?월"),
    re.compile(r"(?<![0-9.,/'])(?:1[0-2]|0?[1-9])\.(?P<day>3[01]|[12][0-9]|0?[1-9]) ?\((?:19|20)[0-9]{2}\)"),
)
"""Two days or months that a stroke parts behind one year (`2018. 7. 15/20`, `2018. 7/8월`), and a day with its year behind it that may as well be a
figure (`9.26 (2019)`)."""
_BARE = re.compile(
    r"(?<![0-9.,'/\-A-Za-z])(?:1[4-9]|2[0-9])\.(?:1[0-2]|0?[1-9])\.? ?~ ?(?:1[4-9]|2[0-9])\.(?P<day>1[0-2]|0?[1-9])(?:\.(?![0-9])|(?=$|[,)\]]| [가-힣]))"
)
"""Two months whose years are bare figures (`19.10~20.3 설계`)."""
SHORT = re.compile(
    r"(?<![0-9./\-A-Za-z])(?:1[4-9]|2[0-9]|30)(?:/(?:1[0-2]|0?[1-9])/|-(?:1[0-2]|0[1-9])-)(?P<day>3[01]|[12][0-9]|0[1-9]|[1-9](?=[^0-9]|$))"
    r"(?![0-9./\-A-Za-z가-힣])"
)
"""Two digits for the year, joined to the month and the day: `19/3/4`, `19-03-04`."""
_JOINED = re.compile(r"[0-9]-[0-9]")
"""Numbers that dashes join are mostly those of a document or a house (`2019-5-3`)."""
_SHARES = re.compile(r"[가-힣] ?/ ?[가-힣]{1,6} ?/ ?[가-힣]")
"""Names that strokes part, as the figures of each may be as well (`분담(국/도/군) 30/12/8`)."""


def near_dates(text: Text, read: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of what looks like a date whose days stand in none of the spans that were read. text: folded and masked."""
    found = [match for match in _NEAR.finditer(text) if _JOINED.search(match[0]) is None]
    if _SHARES.search(text) is None:
        found += [match for match in SHORT.finditer(text) if not measured_before(text, match.start())]
    found = [match for match in found if not counts_something(text, match.end("day"))]
    for pattern in _PARTED if "/" in text or "(" in text else ():
        parted = (match for match in pattern.finditer(text) if not measured_before(text, match.start()))
        found += [match for match in parted if not counts_something(text, match.end())]
    if "~" in text:
        bare = (match for match in _BARE.finditer(text) if not measured_before(text, match.start()))
        found += [match for match in bare if not counts_something(text, match.end("day"))]
    if not found:
        return []
    spans = sorted(read)
    starts = [start for start, _ in spans]
    return [
        match.span()
        for match in found
        if not all(_within(match.start(name), spans, starts) for name in match.groupdict())
    ]


def _within(position: int, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    at = bisect_right(starts, position) - 1
    return at >= 0 and position < spans[at][1]
