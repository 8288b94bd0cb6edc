"""What stands behind a point and belongs to it: weekdays, lengths of time, 초/중/말, 경, and times of day that it spans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pledgecards.normalize.dates.folding import CLOCK
from pledgecards.normalize.dates.found import Duration
from pledgecards.normalize.dates.wording import Text, Worded, any_of
from pledgecards.schemas.notation import WEEKDAYS

_ABOUT_WORD = any_of("about_behind")
_BOUND = rf"(?:(?![가-힣A-Za-z0-9])|(?=(?:{_ABOUT_WORD}|까지|부터|에|의|로|이전|이후)(?:[^가-힣]|$|까지|부터)))"
_WITHIN = Worded(rf" ?{any_of('within')}{_BOUND}")
_ABOUT = Worded(rf" ?{_ABOUT_WORD}{_BOUND}")
_ABOUT_BEFORE = Worded(rf"(?:^|[^가-힣]){any_of('about_before')} {{0,2}}$")
_MEASURED = Worded(rf"{any_of('measures')}(?:은|는|이|가|도)? ?:? {{0,2}}$")
_SUMMED = Worded(rf"(?:{any_of('measures')}|{any_of('sums')})(?:은|는|이|가|도)? ?:? {{0,2}}$")
_DECIMAL = re.compile(r"[0-9]{4}\.[0-9]{1,2}(?= {0,2}(?:$|[,)\]/]|[천백십]{0,2}[만억조]? ?원|[만억조](?![가-힣])))")
_LEADS = re.compile(r"(?:^[^가-힣A-Za-z0-9]{0,3}|[(\[:] {0,2})$")
_WEEKDAY = re.compile(rf" ?([{WEEKDAYS}])요일(?![가-힣])")
_BRACKET = re.compile(r" {0,2}(?:\(([^()\[\]<>]{1,30})\)|\[([^()\[\]<>]{1,30})\]|<([^()\[\]<>]{1,30})>)")
_CIRCLED = re.compile(r" ?[㈪-㈰㊊-㊐]")
_TIME = re.compile(rf" ?,? {{0,2}}{CLOCK}+")
_REMARK = re.compile(r" {0,2}\([가-힣 ]{1,10}\)")

_PIECE_DAYS = re.compile(rf"([{WEEKDAYS}])(?:요일)?(?: ?[~\-] ?([{WEEKDAYS}])(?:요일)?)?")
_PIECE_TIME = re.compile(rf"{CLOCK}+(?: ?[~\-] ?{CLOCK}+)?|~ ?{CLOCK}+|{CLOCK}+ ?~")
_PIECE_LENGTH = re.compile(
    r"(?:총 ?|기간 ?:? ?)?(?:[0-9]{1,3} ?박 ?)?(?!(?:19|20)[0-9]{2} ?년)([0-9]{1,4}) ?(일|주일|주|개월|달|개년|년)(?: ?간| ?동안)?"
)
_PIECE_YEARS_AND_MONTHS = re.compile(r"(?:총 ?|기간 ?:? ?)?([1-9][0-9]?) ?년 ?([1-9]|1[01]) ?개월(?: ?간| ?동안)?")
_LENGTH_BEHIND = re.compile(r" {0,2}[,/]? {0,2}([1-9][0-9]{0,2}) ?일 ?간(?![가-힣])")
_UNITS = {"일": "day", "주일": "week", "주": "week", "개월": "month", "달": "month", "개년": "year", "년": "year"}


_WHOLE_PIECES = (_PIECE_LENGTH, _PIECE_DAYS, _PIECE_YEARS_AND_MONTHS)


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket behind a date, up to `end`: the weekdays in it (one, or the two of `(수~토)`) and the length of time."""

    end: int
    weekdays: tuple[str, ...]
    duration: Duration | None


@dataclass(frozen=True, slots=True)
class Tail:
    """What belongs to a point, up to `end`. after_time: where a time of day behind it ends, else None."""

    end: int
    approx: bool
    weekday: str | None
    after_time: int | None


def bracket_at(text: Text, position: int) -> Bracket | None:
    """The bracket of weekdays and lengths at this position; None if it holds anything else."""
    match = _BRACKET.match(text, position)
    if match is None:
        return None
    days: tuple[str, ...] = ()
    duration: Duration | None = None
    content = match[1] or match[2] or match[3]
    pieces = [piece for piece in re.split(r"[,·/] ?", content.strip()) if piece]
    if len(pieces) == 1 and not any(kind.fullmatch(pieces[0]) for kind in _WHOLE_PIECES):
        pieces = pieces[0].split(" ", 1)
    for piece in map(str.strip, pieces):
        if (named := _PIECE_DAYS.fullmatch(piece)) and not days:
            days = tuple(day for day in named.groups() if day)
        elif (length := _PIECE_LENGTH.fullmatch(piece)) and duration is None:
            duration = Duration(int(length[1]), _UNITS[length[2]])
        elif (length := _PIECE_YEARS_AND_MONTHS.fullmatch(piece)) and duration is None:
            duration = Duration(12 * int(length[1]) + int(length[2]), "month")
        elif not _PIECE_TIME.fullmatch(piece):
            return None
    return Bracket(match.end(), days, duration) if days or duration else None


def length_at(text: Text, position: int, days: int) -> tuple[Duration, int] | None:
    """The length of a range of so many days that stands behind it without brackets of its own (`3. 5. ~ 3. 9., 5일간`), and where it ends; None
    where none does, or another number of days, which may as well be said of the deed."""
    match = _LENGTH_BEHIND.match(text, position)
    return (Duration(days, "day"), match.end()) if match is not None and int(match[1]) == days else None


def tail_at(text: Text, position: int, is_day: bool) -> Tail:
    """What belongs to the point that ends at this position: 초/중/말, 경, its weekday, in that order, and 경 again."""
    end, approx, weekday = position, False, None
    if match := _WITHIN.match(text, end):
        end = match.end()
    if match := _ABOUT.match(text, end):
        end, approx = match.end(), True
    if is_day:
        bracket = bracket_at(text, end)
        if bracket is not None and len(bracket.weekdays) == 1 and bracket.duration is None:
            end, weekday = bracket.end, bracket.weekdays[0]
        elif match := _WEEKDAY.match(text, end):
            end, weekday = match.end(), match[1]
        elif match := _CIRCLED.match(text, end):
            code = ord(match[0][-1])
            end, weekday = match.end(), WEEKDAYS[code - (0x322A if code < 0x3280 else 0x328A)]
        if not approx and (match := _ABOUT.match(text, end)):
            end, approx = match.end(), True
    time = _TIME.match(text, end) if is_day else None
    return Tail(end, approx, weekday, time.end() if time else None)


def remark_end(text: Text, position: int) -> int | None:
    """Where a short remark in brackets at this position ends: `'18. 7.(착수) ~`."""
    match = _REMARK.match(text, position)
    return match.end() if match else None


def about_before(text: Text, position: int) -> bool:
    """Whether 약 stands right before this position."""
    return _ABOUT_BEFORE.search(text, max(0, position - 6), position) is not None


def measured_before(text: Text, position: int) -> bool:
    """Whether a word right before this position says that a measure follows (`면적 18.5.`)."""
    return _MEASURED.search(text, max(0, position - 10), position) is not None


def is_decimal(text: Text, start: int, end: int) -> bool:
    """Whether what is written like a year and its month may as well be the figure of the measure or sum that is named right before it
    (`총면적 2018.12`)."""
    decimal = _DECIMAL.match(text, start)
    return decimal is not None and decimal.end() == end and _SUMMED.search(text, max(0, start - 10), start) is not None


def leads_at(text: Text, position: int) -> bool:
    """Whether a line (behind its bullet), a bracket or what a label labels begins at this position."""
    return _LEADS.search(text, max(0, position - 4), position) is not None
