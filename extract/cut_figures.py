"""Figures and dates that a narrow column cuts in the middle: `'20. 1` over `1.`, `1,2` over `00백만원`, `2,173` over `.5`, `2` over `018년 9월`, `'1` over
`9. 7.`, `'` over `20. 상반기`.

Only where neither part can stand by itself is it told that they are one: a date's number is followed by its full stop, and a
thousand has three figures.
"""

from __future__ import annotations

import re

from pledgecards.schemas.notation import APOSTROPHE, COLONS, TILDE, TILDES, WEEKDAY

_MONTH = r"(?:1[0-2]|0?[1-9])\s?[.월]\s*"
_CUT_DATE = re.compile(
    rf"(?:{APOSTROPHE}\s?\d\d|(?<!\d)(?:19|20)\d\d)\s?[.년]\s*(?P<month>{_MONTH})?(?P<first>[0-3])$"
    rf"|(?:{TILDE}|\d\s?(?:\.|\.?\s?{WEEKDAY})\s?[-–—―−])\s*(?:{_MONTH})?(?P<end>[0-3])$"
)
_REST_OF_DATE = re.compile(r"(\d)\s?[.월일]")
_CUT_YEAR = re.compile(rf"(?<!\d)\d{{1,3}}$|{APOSTROPHE}\s?\d$")
_CUT_QUOTE = re.compile(rf"(?:^|[\s{COLONS}(（\[{TILDES}/,]){APOSTROPHE}$")
"""What stands before the sign tells it from one that closes a quotation."""
_REST_OF_YEAR = re.compile(r"\d\d\s?[년.]")
_YEAR = re.compile(rf"(?:(?:19|20)|{APOSTROPHE}\s?)\d\d\s*[년.]")
_CUT_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})*,(\d{0,2})$")
_HEAD_OF_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})*$")
_BARE_THOUSANDS = re.compile(r",\d{3}(?!\d)")
_CUT_AT_POINT = re.compile(r"\d{1,3}(?:,\d{3})+\.|(?!(?:19|20)\d\d\.)\d{3,}\.")
"""All that a line holds: more than the number of a month or a day, and no year."""
_DECIMALS = re.compile(r"\d{1,3}")
_REST_OF_THOUSANDS = re.compile(r"\d{1,3}(?!\d)")


_WORD_OF_DATE = re.compile(
    rf"(?<=[.년\s])[상하]반기|(?<=[\d/4])분기|(?<=[월일년기말초.])(?:까지|부터)|(?<={TILDE})\s?(?:현재|계속|상시)"
)
_CUT_LETTERS, _NEXT_LETTERS = "상하반분까부현계", "반기지터재속시"
_LONGEST_WORD = 5


def is_cut(above: str, below: str) -> bool:
    """Whether the last figure of a line, or a word of its last date (`'20. 상반` over `기`), goes on in the line below it."""
    if above[-1:] in _CUT_LETTERS and below[:1] in _NEXT_LETTERS and above and below:
        end = above[-_LONGEST_WORD:]
        words = _WORD_OF_DATE.finditer(end + below[:2])
        return any(word.start() < len(end) < word.end() for word in words)
    if below[:1] == ".":
        return above[-1:].isdigit() and below[1:2].isdigit()
    if not below[:1].isdigit():
        return (
            below[:1] == ","
            and _BARE_THOUSANDS.match(below) is not None
            and _HEAD_OF_THOUSANDS.search(above) is not None
        )
    if above[-1:] == "." and _CUT_AT_POINT.fullmatch(above) is not None:
        return _DECIMALS.fullmatch(below) is not None
    if _CUT_QUOTE.search(above, max(0, len(above) - 2)) is not None:
        return _REST_OF_YEAR.match(below) is not None
    if not (above[-1:].isdigit() or above[-1:] == ","):
        return False
    year = _CUT_YEAR.search(above)
    return (
        (year is not None and _YEAR.match(year.group() + below) is not None)
        or _date_goes_on(above, below)
        or _thousands_go_on(above, below)
    )


def _date_goes_on(above: str, below: str) -> bool:
    cut, rest = _CUT_DATE.search(above), _REST_OF_DATE.match(below)
    if cut is None or rest is None:
        return False
    number = int((cut["first"] or cut["end"]) + rest[1])
    # What ends a range without a year may be a month or a day.
    return 1 <= number <= (12 if cut["end"] is None and cut["month"] is None else 31)


def _thousands_go_on(above: str, below: str) -> bool:
    cut, rest = _CUT_THOUSANDS.search(above), _REST_OF_THOUSANDS.match(below)
    return cut is not None and rest is not None and cut[1] != "" and len(cut[1]) + len(rest.group()) == 3
